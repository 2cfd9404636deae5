"""The finding of a point, from the panes: asked for, kept while half written, shown."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, on_the_loop, review_of, rows

from workbench.core import changes
from workbench.core.changes import add_evidence, choose_verdicts, make_finding
from workbench.core.evidence import Item, evidence_words
from workbench.store import Store
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.review_session import poll

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
        assert hand.app.screen.values()["evidence"] == "document: page 3: the list"
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


async def with_evidence(hand, lines: str) -> None:
    await marked(hand)
    await hand.press("f")
    await put(hand, wording="How many left", verdict="mixed", rationale="Two.", evidence=lines)
    await hand.press("ctrl+s")


def evidence(hand) -> list[tuple[int, str]]:
    return sorted((one.number, evidence_words(one)) for one in hand.state.evidence.values())


@on_the_loop
async def test_evidence_is_edited_added_and_removed_in_its_box(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await with_evidence(hand, "document: page 3: the list\nreply:: asked twice\ndata: table 1")
        assert len(evidence(hand)) == 3
        await hand.press("f")
        await put(hand, evidence="document: page 4: the list\narchive: box 7\ndata: table 1")
        await hand.press("ctrl+s")
        assert evidence(hand) == [
            (1, "document: page 4: the list"), (3, "data: table 1"), (4, "archive: box 7")
        ]  # fmt: skip
        await hand.press("ctrl+z")
        assert [words for _, words in evidence(hand)] == [
            "document: page 3: the list", "reply: asked twice", "data: table 1"
        ]  # fmt: skip
        acts = len(hand.acts())
        await hand.press("f", "ctrl+s")
        assert len(hand.acts()) == acts  # nothing was changed


@on_the_loop
async def test_evidence_that_came_from_elsewhere_meanwhile_stays(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await with_evidence(hand, "document: page 3")
        await hand.press("f")
        await put(hand, evidence="document: page 4")
        await hand.press("escape")  # a draft, taken up again after the other has acted
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            (finding,) = state.findings.values()
            store.commit(add_evidence(state, finding, Item("data", "table 1")))
        poll(hand.screen)
        await hand.settle()
        await hand.press("f", "ctrl+s")
        assert [words for _, words in evidence(hand)] == ["document: page 4", "data: table 1"]


@on_the_loop
async def test_a_finding_is_taken_away_in_its_dialog_and_undo_brings_it_back(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await with_evidence(hand, "document: page 3")
        await hand.press("f", "ctrl+t")
        assert hand.state.findings == {}
        assert hand.heard("Finding 1 of point 1 taken away")
        await hand.press("ctrl+z")
        assert len(hand.state.findings) == len(evidence(hand)) == 1
        await hand.press("d", "enter", "f", "ctrl+t")  # a claim's dialog has nothing to take away


@on_the_loop
async def test_verdicts_are_listed_and_chosen_with_arrows_or_the_mouse(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path, size=NARROW) as hand:
        await marked(hand)
        await hand.press("f")
        for name in ("supported", "misleading context", "not checkable", "medium"):
            assert name in hand.text()
        await hand.press("tab", "down", "down")
        assert hand.app.screen.values()["verdict"] == "contradicted"
        await hand.press("up", "up", "up")
        assert hand.app.screen.values()["verdict"] == "not checkable"
        y, line = next((y, line) for y, line in enumerate(hand.picture()) if "misleading" in line)
        await hand.pilot.click(offset=(line.index("misleading") + 2, y))
        await hand.settle()
        assert hand.app.screen.values()["verdict"] == "misleading context"
        y, line = next((y, line) for y, line in enumerate(hand.picture()) if "low  medium" in line)
        await hand.pilot.click(offset=(line.index("medium"), y))
        await hand.settle()
        assert hand.app.screen.values()["confidence"] == "medium"


@on_the_loop
async def test_a_list_of_verdicts_of_the_reviews_own_is_what_is_offered(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path, size=NARROW) as hand:
        hand.screen.act(lambda: choose_verdicts(hand.state, ["[red]真[/]", "x" * 300, "false"]))
        await marked(hand)
        await hand.press("f")
        assert "[red]真[/]" in hand.text()
        assert "supported" not in hand.text()
        await hand.press("tab", "down")
        assert hand.app.screen.values()["verdict"] == "[red]真[/]"


@on_the_loop
async def test_half_written_text_belongs_to_the_point_whichever_of_its_claims_one_is_on(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await marked(hand)
        await hand.go(1, 0)
        await hand.press("f")
        await hand.fill(wording="How many")
        await hand.press("escape")
        await hand.go(2, 0)
        await hand.press("f")
        assert hand.app.screen.values()["wording"] == "How many"


@on_the_loop
async def test_half_written_text_is_gone_on_with_when_a_finding_came_on_another_claim(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await marked(hand)
        await hand.go(1, 0)
        await hand.press("f")
        await put(hand, rationale="Begun here.", evidence="data: table 2")
        await hand.press("escape")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            made = make_finding(
                state,
                state.claim_numbered(2),
                wording="Eight left",
                verdict="unverified",
                evidence=[Item("data", "table 1")],
            )
            store.commit(made)
        poll(hand.screen)
        await hand.settle()
        await hand.press("f")
        assert hand.app.screen.values()["rationale"] == "Begun here."
        assert "as it is, without what you have typed: unverified: “Eight left”" in hand.text()
        await hand.press("ctrl+s")
        (finding,) = hand.state.findings.values()
        assert finding.rationale == "Begun here."
        assert sorted(words for _, words in evidence(hand)) == ["data: table 1", "data: table 2"]
        assert not hand.screen.drafts


@pytest.mark.parametrize("stepping_back", [False, True])
@on_the_loop
async def test_a_finding_is_written_on_when_its_claim_goes_and_another_inherits_it(
    tmp_path, stepping_back
):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await with_evidence(hand, "document: page 3")
        (finding,) = hand.state.findings.values()
        held = hand.state.claims[finding.claim_id]
        other = next(one for one in hand.claims if one.id != held.id)
        await hand.press("f")
        await put(hand, rationale="Written meanwhile.")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            store.commit(changes.delete_claim(state, state.claims[held.id]))
        poll(hand.screen)
        await hand.settle()
        if stepping_back:
            await hand.press("escape")
            await hand.go(hand.state.articles[other.article_id].number, other.start)
            await hand.press("f")
        await hand.press("ctrl+s")
        assert hand.app.screen is hand.screen
        (finding,) = hand.state.findings.values()
        assert (finding.claim_id, finding.rationale) == (other.id, "Written meanwhile.")
        assert not hand.screen.drafts


@on_the_loop
async def test_another_analysts_finding_stands_beside_ones_own(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await with_evidence(hand, "")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            claim = state.claim_numbered(2)
            store.commit(make_finding(state, claim, wording="Eight left", verdict="unverified"))
        poll(hand.screen)
        await hand.settle()
        assert "finding: mixed · finding (ann): unverified" in hand.strip.view.heading
        await hand.press("f")
        assert "ann: unverified: “Eight left”" in hand.text()
        assert hand.app.screen.values()["verdict"] == "mixed"


@on_the_loop
async def test_everything_in_the_dialog_can_be_reached_in_80_by_24(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path, size=NARROW) as hand:
        await with_evidence(hand, "document: page 3: the list")
        await hand.press("f")
        for words in ("Wording", "Verdict", "Confidence", "Rationale", "Evidence"):
            assert words in hand.text()
            await hand.press("tab")
        await hand.press("shift+tab")
        assert "document: page 3: the list" in hand.text()
        assert "ctrl+s save" in hand.text()


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


@pytest.mark.parametrize("size", [NARROW, MIDDLE], ids=str)
@on_the_loop
async def test_the_history_says_every_earlier_verdict_with_its_whole_reason(tmp_path, size):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    reason = "The ministry's list of that week names eight men, and a second list names them again."
    async with at_work(path, size=size) as hand:
        await marked(hand)
        await hand.press("f")
        await put(hand, wording="How many left", verdict="contradicted", rationale=reason)
        await hand.press("ctrl+s", "f")
        await put(hand, verdict="mixed", rationale="The lists differ.")
        await hand.press("ctrl+s", "H")
        shown = " ".join(hand.text().split())
        assert f"verdict contradicted ({reason}) → mixed (The lists differ.)" in shown
        await hand.press("down")
        shown = " ".join(hand.text().split())
        assert f"finding 1 made: “How many left”, contradicted ({reason})" in shown
