"""Dark, light and no colour at all: everything shows, and no state rests on colour alone."""

from __future__ import annotations

import pytest
from rich.color import ColorType
from textual.color import Color
from textual.theme import Theme
from tui_colours import SIGHT, contrast, difference
from tui_hands import at_work
from tui_material import MIDDLE, corpus, on_the_loop

from workbench.config import THEMES, Config
from workbench.tui.ascii_signs import own
from workbench.tui.theme import (
    ANSI,
    ASCII_SIGNS,
    BY_NAME,
    DARK,
    LIGHT,
    PLAIN,
    SIGNS,
    STRENGTH,
    has_few_colours,
)


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


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name, ANSI.name, "ansi-dark", "nord"])
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


def test_every_standing_has_a_sign_of_its_own_and_one_in_ascii():
    for signs in (SIGNS, ASCII_SIGNS):
        assert len(set(signs.values())) == len(signs) == len(STRENGTH)
        assert all(len(sign) == 1 for sign in signs.values())
    assert all(sign.isascii() for sign in ASCII_SIGNS.values())
    assert {name: own(sign) for name, sign in SIGNS.items()} == ASCII_SIGNS


# Colours that can be read, and told apart

READ_ON = {
    "background surface panel": "foreground secondary accent agreeing conflicting footer-key-foreground",
    "background surface": "primary unverified agreeing-sign conflicting-sign",
    "hit here counterpart selection": "foreground agreeing conflicting",
    "hit here counterpart": "agreeing-sign conflicting-sign unverified",
    "boost": "foreground",
    "block-cursor-background": "block-cursor-foreground foreground secondary",
}
"""Which words stand on which grounds."""


def colours(theme: Theme) -> dict[str, Color]:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    wanted = {name for pair in READ_ON.items() for names in pair for name in names.split()}
    return {name: Color.parse(variables[name]) for name in wanted}


def test_the_measures_agree_with_what_is_published_of_them():
    black, white, grey = (Color.parse(name) for name in ("#000000", "#ffffff", "#767676"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)
    red, green = Color.parse("#ff0000"), Color.parse("#00ff00")
    assert difference(black, white, "normal") == pytest.approx(100, abs=0.1)
    assert difference(red, green, "normal") == pytest.approx(170.6, abs=0.5)
    for sight in SIGHT:  # whoever confuses colours sees greys as everybody does
        assert difference(grey, white, sight) == pytest.approx(
            difference(grey, white, "normal"), abs=0.1
        )
    dull_red, dull_green = Color.parse("#b34a38"), Color.parse("#6a7a2a")
    assert difference(dull_red, dull_green, "deuteranopia") < 20
    assert difference(dull_red, dull_green, "normal") > 50


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("grounds", READ_ON)
def test_words_can_be_read_on_their_grounds(theme, grounds):
    found = colours(theme)
    too_faint = {
        (word, ground): round(contrast(found[word], found[ground]), 2)
        for ground in grounds.split()
        for word in READ_ON[grounds].split()
        if contrast(found[word], found[ground]) < 4.5
    }
    assert too_faint == {}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", SIGHT)
def test_standings_can_be_told_apart_also_by_those_who_confuse_red_and_green(theme, sight):
    found = colours(theme)
    pairs = [
        ("agreeing", "conflicting", 60), ("agreeing", "foreground", 20),
        ("conflicting", "foreground", 20), ("agreeing", "unverified", 20),
        ("conflicting", "unverified", 20),
    ]  # fmt: skip
    for one, other, least in pairs:
        assert difference(found[one], found[other], sight) > least, (one, other)


def test_in_sixteen_colours_only_signs_selection_and_hits_are_coloured_and_on_their_own_ground():
    variables = {**PLAIN, **ANSI.to_color_system().generate(), **ANSI.variables}
    for name in ("foreground", "secondary", "accent", "primary", "agreeing", "conflicting"):
        assert variables[name] == "ansi_default"
    for name in ("agreeing-sign", "conflicting-sign", "block-cursor", "input-selection"):
        front = variables.get(name) or variables[f"{name}-foreground"]
        ground = variables.get(f"{name}-ground") or variables[f"{name}-background"]
        assert "default" not in front + ground, name


# Which theme


def test_the_themes_are_those_of_the_config_file():
    assert tuple(BY_NAME) == THEMES


@pytest.mark.parametrize(
    ("system", "few"),
    [("truecolor", False), ("256", False), ("standard", True), ("windows", True), (None, True)],
)
def test_a_terminal_with_sixteen_colours_or_fewer_is_known(system, few):
    assert has_few_colours(system) is few


@pytest.mark.parametrize("name", THEMES)
@on_the_loop
async def test_the_theme_of_the_config_file_is_taken_and_the_palette_changes_it(tmp_path, name):
    async with at_work(corpus(tmp_path), config=Config(theme=name)) as hand:
        assert hand.app.theme == BY_NAME[name].name
        seen = [hand.app.theme]
        for _ in THEMES:
            await hand.app.run_action("next_theme")
            await hand.settle()
            assert list(segments(hand))
            seen.append(hand.app.theme)
            assert hand.heard(f'theme = "{hand.app.theme.removeprefix("workbench-")}"')
        assert seen[0] == seen[-1]
        assert len(set(seen)) == len(THEMES)


@on_the_loop
async def test_after_a_change_of_theme_the_panes_have_its_colours(tmp_path):
    async with at_work(corpus(tmp_path), size=MIDDLE, config=Config(theme="dark")) as hand:
        await hand.press("enter", "space", "c", "escape")
        for name, sign in (("light", "#944400"), ("ansi", "ansi"), ("dark", "#ffa657")):
            while hand.app.theme != BY_NAME[name].name:
                await hand.app.run_action("next_theme")
                await hand.settle()
            rows = hand.pane.render_lines(hand.pane.size.region)
            gutters = [row for row in rows if next(iter(row)).text.startswith("✗")]
            style = next(iter(gutters[0])).style
            assert style.bold
            if sign == "ansi":
                assert (style.color.number, style.bgcolor.number) == (0, 3)
            else:
                assert style.color.triplet.hex == sign


@on_the_loop
async def test_with_no_color_no_theme_brings_colours_back(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_work(corpus(tmp_path), config=Config(theme="light")) as hand:
        assert hand.app.theme == ANSI.name
        await hand.app.run_action("next_theme")
        assert hand.app.theme == ANSI.name
        assert hand.heard("NO_COLOR is set")
