"""Nested and overlapping claims can be told apart, with colours and without."""

from __future__ import annotations

import os

import pytest
from rich.style import Style
from tui_hands import at_work
from tui_material import MIDDLE, on_the_loop, review_of

from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.gutter import ASCII_COUNTS, GUTTER, gutter
from workbench.tui.layout.paint import Mark
from workbench.tui.theme import SIGNS

TEXT = "The ministers of five countries met in Moscow on Tuesday and said that no base is wanted."
OTHER = "Nothing here."


def mark(start: int, end: int, standing: str) -> Mark:
    return Mark(start, end, f"{start}-{end}", standing)


@pytest.mark.parametrize("anchored", [False, True])
def test_the_gutter_shows_the_strongest_sign_and_how_many_claims_begin(anchored):
    blank = ANCHOR if anchored else " "

    def of(*marks: Mark) -> tuple[str, str]:
        return gutter((10, 50), marks, SIGNS, anchored=anchored)

    assert of() == (f" {blank}", "")
    assert of(mark(0, 20, "conflicting")) == (f" {blank}", "")  # begun further up
    assert of(mark(10, 20, "agreeing")) == (f"✓{blank}", "agreeing")
    two = of(mark(12, 20, "unverified"), mark(14, 16, "conflicting"))
    assert two == ("✗⠆" if anchored else "✗²", "conflicting")
    assert of(*[mark(10 + n, 40, "single") for n in range(3)])[0] == ("~⠇" if anchored else "~³")
    assert of(*[mark(10 + n, 40, "single") for n in range(25)])[0] == ("~⠿" if anchored else "~⁺")


def lines_of(style: Style) -> tuple[bool, bool, bool]:
    return bool(style.underline), bool(style.underline2), bool(style.overline)


def looks_without_the_rarer_lines(style: Style) -> tuple[object, ...]:
    """In a terminal that has one line under words and no other, tmux with its defaults for one."""
    return style.bgcolor, style.color, bool(style.bold), bool(style.italic), bool(style.underline)


@pytest.mark.parametrize("colour", ["workbench-dark", "workbench-light", "NO_COLOR"])
@on_the_loop
async def test_three_claims_deep_and_claims_that_cross_differ_by_the_lines_under_them(
    tmp_path, monkeypatch, colour
):
    monkeypatch.delenv("NO_COLOR", raising=False)
    if colour == "NO_COLOR":
        monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    path = tmp_path / "w.db"
    review_of(path, TEXT, OTHER)
    words = (
        "The ministers of five countries met in Moscow on Tuesday",
        "five countries met",
        "countries",
        "on Tuesday and said that no base is wanted",
    )
    async with at_work(path, size=MIDDLE) as hand:
        if colour != "NO_COLOR":
            hand.app.theme = colour
            await hand.settle()
        for claim in words:
            await hand.mark(1, claim)
        await hand.go(2)
        pane = hand.pane_of(1)
        seen: dict[str, set[tuple[bool, bool, bool]]] = {}
        plainer: dict[str, tuple[object, ...]] = {}
        for strip in pane.render_lines(pane.size.region)[:4]:
            for segment in strip:
                for word in segment.text.split():
                    seen.setdefault(word.strip("."), set()).add(lines_of(segment.style))
                    plainer[word.strip(".")] = looks_without_the_rarer_lines(segment.style)
        levels = [seen["ministers"], seen["met"], seen["countries"]]
        assert levels == [{(True, False, False)}, {(True, True, False)}, {(True, True, True)}]
        assert seen["Tuesday"] == {(True, True, False)}  # the middle of two that cross
        assert seen["wanted"] == {(True, False, False)}
        depths = [plainer[word] for word in ("ministers", "met", "countries")]
        assert len(set(depths)) == (2 if colour == "NO_COLOR" else 3)
        assert plainer["Tuesday"] != plainer["wanted"]
        assert hand.picture()[2].lstrip().startswith("?")


@on_the_loop
async def test_claims_that_begin_in_the_same_row_are_counted_beside_it(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, TEXT, OTHER)
    async with at_work(path, size=(80, 24)) as hand:
        await hand.mark(1, "The ministers of five countries")
        assert hand.picture()[2].startswith("? The ministers")
        await hand.mark(1, "five countries")
        assert hand.picture()[2].startswith("?²The ministers")


def test_the_gutter_is_as_wide_as_it_says():
    for count in range(14):
        marks = [mark(n, 20, "agreeing") for n in range(count)]
        for anchored in (False, True):
            assert len(gutter((0, 20), marks, SIGNS, anchored=anchored)[0]) == GUTTER
        if count > 1:
            assert gutter((0, 20), marks, SIGNS, anchored=False, counts=ASCII_COUNTS)[0] == (
                f"✓{count}" if count < 10 else "✓+"
            )
