"""What earlier reviews judged: said in the strip, read in full, followed into the other review."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import HOSTILE, MIDDLE, NARROW, TITLE, WIDE, on_the_loop, review_of

from workbench.core import changes
from workbench.core.concluding import make_finding
from workbench.core.evidence import Item
from workbench.store import Store
from workbench.tui.dialogs.listing import Listing
from workbench.tui.screens import review_background as background
from workbench.tui.screens.review_session import poll

SAID = "The harbour master counted seven damaged barges in the basin."
COPIED = "The harbour master counted seven damaged barges in the old basin."
OTHERWISE = "The harbour master counted nine damaged barges in the old basin."
ONE = f"{SAID} Nobody was hurt, says the town of Orrin."
OTHER = f"Rain fell all week. {COPIED}"
THIRD = f"Snow fell all week. {OTHERWISE}"


def judge(path, *, text=ONE, words=SAID, title="Barges, spring", analyst="mk", **said) -> str:
    """An earlier review of one article, in which a claim was judged; the review's id."""
    review_id = review_of(path, text, title=title)
    values = {"wording": "Seven barges were damaged.", "verdict": "contradicted",
              "rationale": "The insurer lists four."} | said  # fmt: skip
    with Store(path) as store:
        state = store.load(review_id, analyst)
        article = state.articles_in_order()[0]
        start = text.index(words)
        claim = changes.make_claim(state, article, text, start, start + len(words))
        state.apply(store.commit(claim).rows)
        made = make_finding(state, state.claim_numbered(1), **values)  # type: ignore[arg-type]
        store.commit(made)
    return review_id


def day(path, review_id: str) -> str:
    with Store(path) as store:
        (finding,) = store.load(review_id, "mk").findings.values()
        return finding.updated_at[:10]


async def read(hand) -> None:
    """Until earlier reviews have been looked through."""

    def done() -> bool:
        background.look(hand.screen)  # as its timer does every second
        earlier = hand.screen.found.earlier
        return bool(
            earlier
            and earlier.read_at
            and not earlier.looking
            and not earlier.is_behind(hand.state, hand.screen.desk.elsewhere)
        )

    await hand.until(done)


def heading(hand) -> str:
    return hand.strip.view.heading


async def heard_of(hand, *, judged: bool) -> None:
    """Until the strip says that the claim here was judged, or no longer does."""

    def so() -> bool:
        poll(hand.screen)
        background.look(hand.screen)
        return ("judged earlier" in heading(hand)) == judged

    await hand.until(so)


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE], ids=str)
@on_the_loop
async def test_the_strip_says_that_a_claim_was_judged_with_verdict_and_date(tmp_path, size):
    path = tmp_path / "w.db"
    review_of(path, ONE)
    earlier = judge(path)
    async with at_work(path, size=size) as hand:
        await read(hand)
        await hand.press("enter")
        said = f"judged earlier (E): contradicted, {day(path, earlier)}, in “Barges, spring”"
        assert said in hand.text()
        assert "What was judged: “Seven barges were damaged.”" in hand.text()
        assert hand.state.findings == {}  # nothing is concluded by itself
        await hand.press("E")
        assert isinstance(hand.app.screen, Listing)
        for words in ("“Barges, spring”", "The insurer lists four.", "Seven barges were damaged."):
            assert words in hand.text()
        await hand.press("escape")
        await hand.press("E", "enter")  # the review itself, at the claim
        assert hand.screen.desk.review_id == earlier
        assert "finding: contradicted" in heading(hand)
        await hand.press("q")


@on_the_loop
async def test_nearly_the_same_words_in_another_text_are_recognised_other_values_are_not(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, OTHER, THIRD)
    judge(path)
    async with at_work(path) as hand:
        await read(hand)
        await hand.mark(1, COPIED)
        await heard_of(hand, judged=True)
        assert "like one judged earlier (E): contradicted" in heading(hand)
        await hand.mark(2, OTHERWISE)
        await read(hand)
        assert "judged" not in heading(hand)
        await hand.press("E")
        assert hand.heard("No earlier review has judged this claim. Judged earlier: claim 1.")


@on_the_loop
async def test_a_claim_is_judged_again_when_another_terminal_concludes_or_undoes(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE)
    async with at_work(path) as hand:
        await hand.press("enter")
        await read(hand)
        assert "judged" not in heading(hand)
        earlier = judge(path)
        await heard_of(hand, judged=True)
        with Store(path) as store:
            store.undo(earlier, "mk")
        await heard_of(hand, judged=False)
        with Store(path) as store:
            store.redo(earlier, "mk")
        await heard_of(hand, judged=True)
        with Store(path) as store:
            store.delete_review(earlier)
        await heard_of(hand, judged=False)


@on_the_loop
async def test_a_claim_that_is_undone_and_redone_is_still_known_to_be_judged(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE)
    judge(path)
    async with at_work(path) as hand:
        await read(hand)
        await hand.press("enter", "ctrl+z")
        assert "judged" not in heading(hand)
        await hand.press("ctrl+y")
        assert "judged earlier" in heading(hand)


@on_the_loop
async def test_a_review_that_is_gone_is_not_opened(tmp_path):
    path = tmp_path / "w.db"
    here = review_of(path, ONE)
    earlier = judge(path)
    async with at_work(path) as hand:
        await read(hand)
        await hand.press("enter", "E")
        with Store(path) as store:
            store.delete_review(earlier)
        await hand.press("enter")
        assert hand.heard("That review is no longer there.")
        assert hand.screen.desk.review_id == here


@on_the_loop
async def test_a_long_rationale_is_read_to_its_end_on_a_small_screen(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE)
    judge(path, rationale="The insurer counts otherwise. " * 30 + "So it ends.")
    async with at_work(path, size=NARROW) as hand:
        await read(hand)
        await hand.press("enter", "E")
        assert "So it ends." not in hand.text()
        while "So it ends." not in hand.text():
            await hand.press("ctrl+d")
        await hand.press("ctrl+u", "ctrl+u", "ctrl+u", "ctrl+u", "ctrl+u", "ctrl+u")
        assert "review: Barges, spring" in hand.text()


@on_the_loop
async def test_e_says_so_where_nothing_was_judged(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE)
    async with at_work(path) as hand:
        await read(hand)
        await hand.press("E")
        assert hand.heard("There is no claim here. None of this review was judged")


@on_the_loop
async def test_hostile_words_of_an_earlier_review_are_shown_as_they_are(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE)
    judge(path, title=f"T {HOSTILE}", wording=f"W {HOSTILE}", rationale=f"R {HOSTILE}",
          evidence=[Item("document", f"D {HOSTILE}")])  # fmt: skip
    async with at_work(path, title=TITLE) as hand:
        await read(hand)
        await hand.press("enter")
        assert "judged earlier" in heading(hand)
        await hand.press("E")
        shown = hand.text()
        assert "[@click=app.quit]go[/] [red" in shown
        assert "\x1b" not in shown
        assert "\x07" not in shown
        assert "\u202e" not in shown
        await hand.press("ctrl+d", "ctrl+u", "down", "up", "q")
        assert not isinstance(hand.app.screen, Listing)
