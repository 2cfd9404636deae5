"""Dark, light and no colour at all: everything shows, and no state rests on colour alone."""

from __future__ import annotations

import pytest
from rich.color import ColorType
from tui_hands import at_work
from tui_material import MIDDLE, corpus, on_the_loop

from workbench.tui.theme import DARK, LIGHT, SIGNS, STRENGTH


def segments(hand):
    for strip in hand.app.screen._compositor.render_strips():
        yield from strip


async def every_screen(hand) -> None:
    for keys in (["enter"], ["o"], ["H"], ["?"], ["ctrl+e"], ["ctrl+p"], ["/"]):
        await hand.press(*keys)
        assert list(segments(hand))
        await hand.press("escape")
        while hand.app.screen is not hand.screen:
            await hand.press("escape")


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name, "ansi-dark", "ansi-light", "nord"])
@on_the_loop
async def test_every_screen_shows_in_every_theme(tmp_path, theme):
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        hand.app.theme = theme
        await hand.settle()
        await hand.press("enter", "space", "c", "escape")
        await every_screen(hand)
        assert hand.app.is_running
        assert any("✗" in line for line in hand.picture()[2:])


@on_the_loop
async def test_with_no_color_not_one_colour_is_sent(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_work(corpus(tmp_path), size=MIDDLE, toasts=True) as hand:
        await hand.press("enter", "space", "c", "escape", "v", "right", "right")
        for keys in (
            ["escape"],
            ["enter"],
            ["escape", "o"],
            ["escape", "H"],
            ["escape", "?"],
            ["escape", "/"],
        ):
            await hand.press(*keys)
            for segment in segments(hand):
                if segment.style is not None:
                    for color in (segment.style.color, segment.style.bgcolor):
                        assert color is None or color.type is ColorType.DEFAULT


@on_the_loop
async def test_without_colours_cursor_selection_and_claims_can_still_be_told_apart(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        pane = hand.pane

        def style(offset: int):
            rows = pane.render_lines(pane.size.region)
            y = pane.level_of(offset)
            x = 2 + offset - pane.table.row_at(offset)[0]
            at = 0
            for segment in rows[y]:
                at += len(segment.text)
                if x < at:
                    return segment.style.without_color
            raise AssertionError(offset)

        await hand.go(1, 300)
        plain = style(20)
        await hand.go(1, 0, 10)
        selected, cursor = style(3), style(9)
        await hand.press("escape", "enter")
        await hand.go(1, 300)
        claimed = style(20)
        looks = [plain, selected, cursor, claimed]
        assert len({str(each) for each in looks}) == 4, looks


def test_every_standing_has_a_sign_of_its_own():
    assert len(set(SIGNS.values())) == len(SIGNS) == len(STRENGTH)
    assert all(len(sign) == 1 for sign in SIGNS.values())
