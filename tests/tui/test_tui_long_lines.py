"""Lines without an end, and articles with next to nothing: rows, moves and paint stay small work."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style
from tui_hands import at_work
from tui_material import MIDDLE, on_the_loop, review_of

from workbench.core import clusters as core_clusters
from workbench.core.clusters import cluster_start
from workbench.tui.layout import wrap
from workbench.tui.layout.paint import How, Over, Palette, paint_row
from workbench.tui.layout.position import Position, moved, scrolled
from workbench.tui.layout.wrap import BLOCK, WrapTable

PALETTE = Palette({name: Style() for name in ("text", "cursor")})
NOTHING = Over((), (), (), "", (0, 0), None)
SCREEN = 40
MOVES = ("right", "left", "down", "up", "page_down", "page_up", "line_end", "line_start")

LINES = {
    "one word": "a" * 1_000_000,
    "Chinese": "不会派遣部队他说" * 125_000,
    "Thai": "จะไม่มีการส่งทหาร" * 60_000,
    "words": "No troops will be sent, he said. " * 303_000,
    "wide spaces": "\u3000" * 1_000_000,
    "flags": "🇩🇪" * 200_000,
    "joined letters": "राष्ट्र" * 140_000,
}
FLOODS = {
    "combining marks": "Z" + "\u0301" * 1_000_000,
    "leading jamo": "\u1100" * 1_000_000,
    "a family without end": "👩\u200d" * 500_000,
    "a conjunct without end": "क्" * 500_000,
}


class Work:
    """How much is wrapped, drawn and matched."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wrapped = self.pieces = self.matched = 0
        real_wrap, pattern = wrap._wrap, core_clusters._cluster()

        def wrapped(text, start, end, *rest, **options):
            self.wrapped += end - start
            return real_wrap(text, start, end, *rest, **options)

        work = self

        class Counted:
            def match(self, text, at=0):
                found = pattern.match(text, at)
                work.matched += found.end() - at if found else 0
                return found

            def finditer(self, text, at=0):
                for found in pattern.finditer(text, at):
                    work.pieces += 1
                    yield found

        monkeypatch.setattr(wrap, "_wrap", wrapped)
        monkeypatch.setattr(core_clusters, "_cluster", Counted)


def look(text: str, at: int, *, plain: bool, width: int = 50) -> None:
    """Everything a pane does at a place: rows, paint, each move, and the view that follows."""
    table = WrapTable(text, width, plain)
    rows = table.rows_from(at, SCREEN)
    assert rows
    for row in rows:
        painted = paint_row(text, row, width, NOTHING, PALETTE, how=How(plain))
        assert cell_len("".join(segment.text for segment in painted)) == width
    for where in MOVES:
        position = Position(cursor=cluster_start(text, at), top=rows[0][0])
        position.cursor = moved(position, table, where, SCREEN)
        assert 0 <= position.cursor <= len(text)
        position.top = scrolled(position, table, SCREEN)
        assert table.distance(position.top, position.cursor, SCREEN) < SCREEN


@pytest.mark.parametrize("plain", [False, True], ids=["as it is", "plain"])
@pytest.mark.parametrize("name", LINES)
def test_a_line_of_megabytes_is_wrapped_only_where_one_looks(name, plain, monkeypatch):
    text = LINES[name]
    for at in (0, len(text) // 2, len(text) - 1):
        work = Work(monkeypatch)
        look(text, at, plain=plain)
        monkeypatch.undo()
        assert work.wrapped <= 6 * BLOCK, name
        assert work.pieces <= 8 * BLOCK, name
        # Of two flags without end nobody knows where one begins but from their beginning.
        assert work.matched <= (25 * len(text) if name == "flags" else 40 * BLOCK), name


def test_a_million_spaces_hang_from_a_row_for_each_block_and_are_not_painted(monkeypatch):
    text = " " * 1_000_000
    work = Work(monkeypatch)
    look(text, len(text) // 2, plain=False)
    assert work.wrapped <= len(text) + BLOCK
    assert work.pieces <= SCREEN * 60 + 4 * BLOCK


@pytest.mark.parametrize("name", FLOODS)
def test_one_cluster_of_megabytes_is_read_a_few_times_and_not_once_for_each_block(
    name, monkeypatch
):
    text = FLOODS[name]
    work = Work(monkeypatch)
    look(text, len(text) // 2, plain=False)
    assert len(text) // BLOCK > 20
    # Twice for each move or so: where it begins and where it ends. Never for each block.
    assert work.matched < 60 * len(text)
    assert work.pieces < 100
    before = work.matched
    WrapTable(text, 50).row_at(len(text))
    assert work.matched - before <= 4 * len(text)


@pytest.mark.parametrize("plain", [False, True], ids=["as it is", "plain"])
@pytest.mark.parametrize("name", ["Chinese", "flags", "joined letters", "wide spaces", "one word"])
def test_rows_of_a_line_without_spaces_are_full_and_whole(name, plain):
    text = LINES[name][: 3 * BLOCK]
    table = WrapTable(text, 51, plain)
    rows = table.rows_from(0, len(text))
    assert "".join(text[start:end] for start, end in rows) == text
    full = [table.cells_before(row, row[1]) for row in rows]
    blocks = len(text) // BLOCK + 1  # the last row of a block may be short
    assert sum(cells < 51 - 7 for cells in full) <= blocks + 1
    assert max(full) <= 51


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "   \n   ", "\n\n\n", "\u3000", "\u0301", "\U0001f3fd"]
)
@on_the_loop
async def test_an_article_of_next_to_nothing_can_be_walked_in(tmp_path, text):
    path = tmp_path / "w.db"
    review_of(path, "Something is here.", "Something else.")
    async with at_work(path, size=MIDDLE) as hand:
        frame = hand.frame
        frame.pane.show(frame.pane.article_id, text, Position())
        await hand.settle()
        keys = ("j", "k", "l", "h", "w", "b", ")", "(", "}", "{", "G", "g", "end", "home", "pagedown",
                "pageup", "v", "l", "escape", "s", "escape", "S", "j", "l", "S", "]", "[")  # fmt: skip
        for key in keys:
            await hand.press(key)
            assert 0 <= hand.cursor <= len(text), key
            assert hand.app.is_running
        for line in hand.picture():
            assert cell_len(line) == 120


@on_the_loop
async def test_an_article_of_one_long_line_is_read_like_any_other(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, LINES["words"][:3_000_000], LINES["Chinese"][:400_000])
    async with at_work(path, size=MIDDLE) as hand:
        await hand.press(
            "G", "S", "pageup", "g", "pagedown", "j", "l", "S", "tab", "G", "pageup", "k", "g"
        )
        assert hand.here == 2
        assert hand.cursor == 0
        for line in hand.picture():
            assert cell_len(line) == 120
