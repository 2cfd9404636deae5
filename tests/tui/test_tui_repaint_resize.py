"""Another size is painted once, and that is right."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES
from tui_hands import at_work
from tui_material import corpus, on_the_loop

from workbench.tui.composing import SparingCompositor
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.reviews import ReviewsScreen
from workbench.tui.widgets.article_pane import ArticlePane


@on_the_loop
async def test_another_size_with_as_many_panes_is_painted_once(tmp_path, monkeypatch):
    async with at_work(corpus(tmp_path), size=(180, 40)) as hand:
        frames: list[int] = []
        real = SparingCompositor._put_together

        def rendering(compositor, spans, regions):
            frames.append(len({y for y, _, _ in spans}))
            return real(compositor, spans, regions)

        monkeypatch.setattr(SparingCompositor, "_put_together", rendering)
        for width, height in ((174, 40), (190, 40), (168, 40)):
            frames.clear()
            await hand.resize(width, height)
            assert frames == [height]


@on_the_loop
async def test_a_row_is_laid_out_and_coloured_once_for_another_size(tmp_path, monkeypatch):
    async with at_work(corpus(tmp_path), size=(180, 40)) as hand:
        painted = []
        real = ArticlePane._paint

        def painting(pane, row, *rest):
            painted.append((pane, row))
            return real(pane, row, *rest)

        monkeypatch.setattr(ArticlePane, "_paint", painting)
        await hand.resize(174, 40)
        assert painted
        assert len(painted) == len(set(painted))


@on_the_loop
async def test_what_is_shown_at_another_size_is_all_there_is_to_show(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(2, "Kabul was quick")
        for size in ((150, 30), (100, 40), (80, 24), (131, 33), (200, 50), (60, 16), (61, 50)):
            await hand.resize(*size)
            shown = hand.picture()
            hand.screen.refresh(layout=True)
            for frame in hand.board.frames:
                frame.pane._strips.clear()
                frame.pane.refresh()
            await hand.settle()
            assert hand.picture() == shown, size


@on_the_loop
async def test_a_larger_strip_or_pane_leaves_nothing_behind(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        for key in (".", ".", ",", "I", "I", "z", "z", "L", ".", "L", ">", "<"):
            await hand.press(key)
            shown = hand.picture()
            hand.screen.refresh(layout=True)
            await hand.settle()
            assert hand.picture() == shown, key


@on_the_loop
async def test_a_review_behind_a_dialog_is_laid_out_with_it(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(2, "Kabul was quick")
        await hand.press("enter")
        assert isinstance(hand.app.screen, Form)
        await hand.resize(120, 40)
        behind = hand.app.screen_stack[-2]
        assert behind.size == hand.app.size
        assert hand.app._background_screens == [behind]
        await hand.press("escape")
        assert hand.board.size.width == 120


@on_the_loop
async def test_what_a_review_covers_is_not_waited_for_in_any_theme(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        for theme in (hand.app.theme, next(iter(BUILTIN_THEMES))):
            hand.app.theme = theme
            await hand.settle()
            assert hand.app._background_screens == []


@on_the_loop
async def test_the_list_a_review_covered_fits_the_screen_when_it_is_come_back_to(tmp_path):
    async with at_work(corpus(tmp_path), listed=True, size=(160, 40)) as hand:
        await hand.press("enter")
        assert hand.app._background_screens == []
        await hand.resize(100, 30)
        await hand.press("q")
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert hand.app.screen.size == hand.app.size == (100, 30)
        shown = hand.picture()
        await hand.resize(101, 31)
        await hand.resize(100, 30)
        assert hand.picture() == shown
