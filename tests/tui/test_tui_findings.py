"""The finding of a point, from the panes: asked for, kept while half written, shown."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, on_the_loop, review_of, rows

from workbench.tui.dialogs.form import Form

ONE, OTHER = "Seven soldiers left the base.", "Eight soldiers left the base, they say."


async def marked(hand) -> None:
    await hand.press("enter", "space", "c", "A")


async def put(hand, **values: str) -> None:
    await hand.fill(
        **{k: v for k, v in values.items() if k in ("wording", "verdict", "confidence")}
    )
    for name in ("rationale", "evidence"):
        if name in values:
            hand.app.screen.query_one(f"#{name}").text = values[name]
    await hand.settle()


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE], ids=str)
@on_the_loop
async def test_f_concludes_on_the_point_and_the_strip_says_so(tmp_path, size):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path, size=size) as hand:
        await marked(hand)
        await hand.press("f")
        assert isinstance(hand.app.screen, Form)
        assert hand.app.screen.values()["wording"] == ONE  # to be put neutrally
        await put(hand, wording="How many left", verdict="contradicted", confidence="high",
                  rationale="The ministry's list.", evidence="document: page 3: the list")  # fmt: skip
        await hand.press("ctrl+s")
        (finding,) = hand.state.findings.values()
        assert (finding.verdict, finding.confidence) == ("contradicted", "high")
        (evidence,) = hand.state.evidence_of(finding.id)
        assert (evidence.kind, evidence.locator) == ("document", "page 3")
        assert "finding: contradicted" in hand.strip.view.heading
        assert rows(path, "SELECT verdict FROM finding") == [("contradicted",)]
        await hand.press("f")
        assert hand.app.screen.values()["wording"] == "How many left"
        assert "rests on document: page 3" in hand.text()
        await hand.press("escape", "ctrl+z")
        assert hand.state.findings == {}


@on_the_loop
async def test_a_verdict_without_a_rationale_is_refused_in_the_dialog(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await marked(hand)
        await hand.press("f")
        await put(hand, verdict="supported")
        await hand.press("ctrl+s")
        assert isinstance(hand.app.screen, Form)
        assert "needs a rationale" in hand.text()
        assert hand.state.findings == {}
        await put(hand, verdict="no such verdict", rationale="x")
        await hand.press("ctrl+s")
        assert isinstance(hand.app.screen, Form)
        await put(hand, verdict="", evidence="no colon")
        await hand.press("ctrl+s")
        assert "is no evidence" in hand.text()


@on_the_loop
async def test_what_is_half_written_is_kept(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await marked(hand)
        await hand.press("f")
        await hand.fill(wording="How many")
        await hand.press("escape")
        assert hand.heard("is kept; f goes on with it")
        hand.screen.save_session(now=True)
    async with at_work(path) as hand:
        await hand.go(1, 0)
        await hand.press("f")
        assert hand.app.screen.values()["wording"] == "How many"


@on_the_loop
async def test_without_a_claim_it_says_what_it_is_for(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await hand.press("f")
        assert hand.heard("f is for a point")


@on_the_loop
async def test_the_matrix_shows_wording_and_verdict(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await marked(hand)
        await hand.press("f")
        await put(hand, wording="How many left", verdict="mixed", rationale="Two lists.")
        await hand.press("ctrl+s", "p")
        line = next(line for line in hand.picture() if "How many left" in line)
        assert "mixed" in line
        assert "4 no finding 0" in hand.text()
