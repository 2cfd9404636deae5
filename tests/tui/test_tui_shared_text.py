"""Text that articles share: said in the titles, shown in the panes, offered as an origin."""

from __future__ import annotations

from tui_hands import at_work
from tui_material import corpus, on_the_loop, review_of

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.store import Store
from workbench.tui import quiet
from workbench.tui.screens.review_session import poll

WIRE = (
    "HARROW BAY (Reuters) — The harbour board has closed three of its nine piers after a storm tore "
    "the lights from the outer wall, a spokeswoman said on Tuesday.\n\n"
    "Repairs are going to take until the end of the month, and until then ferries will leave from the "
    "old fish market instead, where there is room for two of them at a time.\n\n"
    "Nobody was hurt when the wall gave way shortly before four in the morning.\n"
)
CUT = WIRE.replace("HARROW BAY (Reuters) — ", "From our own staff, with reporting by Reuters.\n\n")
OWN = (
    "What does a town do when the sea takes its lamps? Fishermen here shrug and carry lanterns, as "
    "their grandfathers did.\n"
)


@on_the_loop
async def test_titles_say_which_articles_share_text(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, WIRE, CUT, OWN)
    async with at_work(path) as hand:
        await hand.until(lambda: "wire copy? 2" in hand.text())
        titles = [frame.title for frame in hand.screen.board.frames]
        assert [title._remark for title in titles] == ["wire copy? 2", "wire copy? 1", ""]
        assert hand.state.claims == {}


@on_the_loop
async def test_nothing_is_said_of_articles_that_only_tell_the_same_story(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.until(
            lambda: hand.screen.found.shared is not None and not hand.screen.found.comparing
        )
        assert all(frame.title._remark == "" for frame in hand.screen.board.frames)


@on_the_loop
async def test_shared_passages_are_shown_in_the_panes_and_walked_like_hits(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, WIRE, CUT, OWN)
    async with at_work(path) as hand:
        await hand.press("C")
        await hand.until(lambda: hand.screen.search is not None)
        assert "shared with article 2" in hand.picture()[-1]
        spans = hand.screen.search.by_article()
        first = hand.state.article_numbered(1).id
        assert any("Repairs are going to take" in WIRE[a:b] for a, b in spans[first])
        assert hand.state.article_numbered(3).id not in spans
        seen = {hand.here}
        for _ in range(len(hand.screen.search.hits)):
            await hand.press("n")
            seen.add(hand.here)
        assert seen == {1, 2}
        await hand.press("/")
        assert hand.screen.search_bar.query_one("Line").value == ""
        await hand.press("escape")
        await hand.press("C")
        assert hand.screen.search is None


@on_the_loop
async def test_an_article_that_shares_nothing_says_so(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, OWN, WIRE)
    async with at_work(path) as hand:
        await hand.press("C")
        await hand.until(lambda: hand.heard("Article 1 shares no text with the others"))
        assert hand.screen.search is None


@on_the_loop
async def test_agreeing_claims_of_one_agency_are_offered_it_as_their_origin(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, WIRE, CUT)
    async with at_work(path) as hand:
        await hand.find(1, "Repairs are going")
        await hand.press("enter", "space", "a")
        assert len(hand.links) == 1
        await hand.until(lambda: "A adds origin “Reuters” to 1 and 2" in hand.strip.view.heading)
        assert {claim.origin for claim in hand.claims} == {""}
        await hand.press("A")
        assert {claim.origin for claim in hand.claims} == {"Reuters"}
        assert "2 articles, 1 origin" in hand.strip.view.heading
        await hand.press("ctrl+z")
        assert {claim.origin for claim in hand.claims} == {""}


@on_the_loop
async def test_what_an_article_shared_goes_with_it_and_comes_back_with_it(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, WIRE, CUT, OWN)
    async with at_work(path) as hand:
        await hand.until(lambda: "wire copy? 2" in hand.text())
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            store.commit(changes.remove_article(state, state.article_numbered(2)))
        poll(hand.screen)
        await hand.until(lambda: "wire copy?" not in hand.text())
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            (tmp_path / "again.txt").write_text(CUT)
            list(bring_in(store, state, [str(tmp_path / "again.txt")], limit=10**6))
        poll(hand.screen)
        await hand.until(lambda: "wire copy? 4" in hand.text())


@on_the_loop
async def test_with_the_review_what_is_found_out_ends(tmp_path, monkeypatch):
    path = tmp_path / "w.db"
    review_of(path, WIRE, CUT, OWN)
    async with at_work(path) as hand:
        await hand.until(lambda: hand.screen.found.prepared)
        monkeypatch.setattr(quiet, "QUIET_SECONDS", 1e12)
        await hand.until(lambda: hand.screen.found.comparing)
        screen = hand.screen
        assert [worker.group for worker in hand.app.workers if worker.node is screen]
        await hand.press("q")
        await hand.until(lambda: not [w for w in hand.app.workers if w.node is screen])
