"""Any size of terminal, down to one cell: nothing crashes, and what fits is shown."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import HOSTILE, corpus, make_review, on_the_loop, review_of

from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.too_small import TooSmall

TOO_SMALL = [
    (1, 1),
    (2, 1),
    (1, 2),
    (3, 3),
    (5, 2),
    (10, 4),
    (20, 6),
    (40, 10),
    (59, 16),
    (60, 15),
    (400, 5),
    (3, 200),
]
LARGE_ENOUGH = [(60, 16), (61, 200), (79, 23), (400, 16)]
KEYS = (
    "down up pagedown pageup ctrl+d ctrl+u w ) } G g v right escape s escape W e B escape enter space "
    "a n c u escape tab shift+tab 1 2 z z t + - = L . , L . , = I I i . , escape ] [ > < ! r escape "
    "y d ctrl+z"
)


@pytest.mark.parametrize("size", LARGE_ENOUGH, ids=str)
@on_the_loop
async def test_a_review_opens_and_works_at_any_size(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        for key in KEYS.split():
            await hand.press(key)
            assert hand.app.is_running, key
        assert hand.claims


@pytest.mark.parametrize("size", TOO_SMALL, ids=str)
@on_the_loop
async def test_where_there_is_no_room_a_plain_message_stands_and_nothing_is_done_unseen(
    tmp_path, size
):
    async with at_work(corpus(tmp_path), size=size) as hand:
        assert isinstance(hand.app.screen, TooSmall)
        if size[0] >= 20 and size[1] >= 5:
            assert f"{size[0]}×{size[1]}" in hand.text()
            assert "60×16" in hand.text()
        for key in KEYS.split():
            await hand.press(key)
            assert hand.app.is_running, key
        assert not hand.claims
        await hand.resize(120, 40)
        assert hand.app.screen is hand.screen
        await hand.press("enter")
        assert len(hand.claims) == 1
        await hand.resize(*size)
        assert isinstance(hand.app.screen, TooSmall)
        await hand.press("q")
        assert not hand.app.is_running


@pytest.mark.parametrize("size", [(60, 16), (61, 17)], ids=str)
@on_the_loop
async def test_every_screen_opens_at_any_size(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size, toasts=True) as hand:
        await hand.press("enter")
        for keys in (
            ["enter"],
            ["o"],
            ["o", "e"],
            ["o", "a"],
            ["H"],
            ["?"],
            ["ctrl+e"],
            ["ctrl+p"],
            ["/"],
        ):
            await hand.press(*keys)
            assert hand.app.is_running, keys
            for _ in range(6):
                if hand.app.screen is hand.screen and not hand.screen.search_bar.display:
                    break
                await hand.press("escape")
            assert hand.app.screen is hand.screen, keys
        await hand.press("q")
        for keys in (["n"], ["a"], ["e"], ["d"], ["?"]):
            await hand.press(*keys, "escape")
            assert hand.app.is_running, keys


@on_the_loop
async def test_shrinking_to_nothing_and_back_keeps_everything(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair()
        await hand.press("pagedown")
        top = {frame.pane.article_id: frame.pane.position.top for frame in hand.board.frames}
        here = hand.here, hand.cursor
        for size in ((1, 1), (2, 50), (300, 2), (1, 1), (160, 48)):
            await hand.resize(*size)
            assert hand.app.is_running
        assert (hand.here, hand.cursor) == here
        for frame in hand.board.frames:
            if frame.pane.article_id in top:
                assert frame.pane.position.top == top[frame.pane.article_id]
        assert len(hand.links) == 1


@pytest.mark.parametrize(
    "screen", [["enter"], ["o"], ["H"], ["?"], ["ctrl+e"], ["ctrl+p"], ["/"]], ids=str
)
@on_the_loop
async def test_dialogs_live_through_a_resize(tmp_path, screen):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", *screen)
        for size in ((1, 1), (40, 8), (200, 60), (80, 24)):
            await hand.resize(*size)
            assert hand.app.is_running
        for _ in range(3):
            await hand.press("escape")
        assert isinstance(hand.app.screen, ReviewScreen)


@pytest.mark.parametrize("size", [*TOO_SMALL, *LARGE_ENOUGH], ids=str)
@on_the_loop
async def test_the_list_lives_at_any_size(tmp_path, size):
    path = tmp_path / "w.db"
    make_review(path, [], "A title that is longer than the screen is wide, by a good deal")
    make_review(path, [], HOSTILE)
    async with at_work(path, listed=True, size=size) as hand:
        keys = "down up n escape d n e escape enter".split()
        for key in [*keys, "q"] if size in LARGE_ENOUGH else keys:
            await hand.press(key)
            assert hand.app.is_running, key


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (160, 48)], ids=str)
@on_the_loop
async def test_every_line_of_the_screen_is_as_wide_as_the_screen(tmp_path, size):
    from rich.cells import cell_len

    path = tmp_path / "w.db"
    flood = "e" + "\u0301" * 200
    text = (
        f"中文 \U0001f1e6\U0001f1eb {flood} \U0001f468\u200d\U0001f469\u200d\U0001f467 می‌روم क्षि so\u00adft "
        * 9
    )
    review_of(path, text, text.replace("中", "日"), title="中文 \U0001f1e6\U0001f1eb")
    async with at_work(path, size=size, title="中文") as hand:
        for key in (
            "enter",
            "space",
            "a",
            "down",
            "v",
            "right",
            "escape",
            "pagedown",
            "o",
            "escape",
        ):
            await hand.press(key)
            for line in hand.picture():
                assert cell_len(line) == size[0], (key, line)


@on_the_loop
async def test_at_80_by_24_the_essentials_are_in_view(tmp_path):
    async with at_work(corpus(tmp_path), size=(80, 24)) as hand:
        await hand.press("enter", "space")
        picture = hand.text()
        assert "link claim 1" in picture
        assert "a agrees" in picture
        assert "c conflicts" in picture
        assert hand.claim(1).quote[:30] in picture
        assert hand.pane.height >= 12


@on_the_loop
async def test_panes_may_come_and_go_behind_a_dialog(tmp_path):
    async with at_work(corpus(tmp_path), size=(160, 32)) as hand:
        await hand.press("o")
        for width in (80, 220, 100, 300, 60, 160):
            await hand.resize(width, 40)
            assert hand.app.is_running
        await hand.press("escape")
        assert len(hand.board.frames) == 3
