"""Linking: pin a claim, look at its counterparts one article after the other, mark each pair."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench import proposing
from workbench.core import changes
from workbench.core.changes import Change
from workbench.core.model import Claim, Relation
from workbench.errors import ChangeRefusedError
from workbench.match.candidates import Counterpart
from workbench.tui import indexing, jobs, strip_view
from workbench.tui.linking import Linking
from workbench.tui.screens import review_going as going
from workbench.tui.screens import review_offers as offers
from workbench.tui.screens import review_room as room

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


def begin(screen: "ReviewBase") -> None:
    """Pin the claim under the cursor and go to its best counterpart."""
    if screen.linking is not None:
        further, back = screen.key("go.forward"), screen.key("back")
        screen.say(
            f"A claim is pinned already: {_marks(screen, 'or')} marks, {further} looks further, "
            f"{back} ends."
        )
        return
    pane = screen.pane
    state = screen.desk.state
    claim = state.claims.get(pane.claim_here()) if pane else None
    if claim is None:
        link, make = screen.key("link.start"), screen.key("claim.make")
        screen.say(f"{link} links the claim under the cursor; {make} makes one here first.")
        return
    if screen.desk.indexed() == 100:
        _pin(screen, claim.id)
        return
    database, articles = screen.desk.store.path, screen.desk.state.articles_in_order()
    jobs.run(
        screen.app,
        "Indexing the articles",
        lambda job: indexing.index_now(database, articles, job.tell),
        lambda _: _pin(screen, claim.id),
        stopped=lambda: _pin(screen, claim.id),  # with what there is
    )


def _pin(screen: "ReviewBase", claim_id: str) -> None:
    """Pin a claim and go to its best counterpart, in what is indexed."""
    claim = screen.desk.state.claims.get(claim_id)
    if claim is None:
        return
    found = screen.desk.counterparts(claim)
    screen.linking = Linking.begin(claim.id, found, _remark(screen, claim, found))
    room.lay_out(screen)
    screen.board.pinned = claim.article_id
    screen.board.refresh_titles()
    go_to_candidate(screen)


def _remark(screen: "ReviewBase", claim: Claim, found: dict[str, list[Counterpart]]) -> str:
    """What is to be said of all that was found for a claim; "" where it speaks for itself."""
    state = screen.desk.state
    if len(state.articles) < 2:
        return "there is no other article"
    if proposing.nothing_to_compare(claim):
        return "nothing to compare: no word of the claim says anything by itself"
    if screen.desk.indexed() < 100 or not proposing.probably_only_here(found):
        return ""
    # What is linked already was not looked for again.
    return "no further counterpart found" if state.links_of(claim.id) else "probably only here"


def go_to_candidate(screen: "ReviewBase") -> None:
    """Show the present counterpart, beside the pinned claim where there is room."""
    linking = screen.linking
    candidate = linking.candidate if linking else None
    if linking is None or candidate is None:
        screen.refresh_current(again=True)
        return
    state = screen.desk.state
    pinned = state.claims[linking.claim_id]
    home = screen.board.frame_of(pinned.article_id)
    frame, changed = screen.board.bring(candidate.article_id, home)
    if frame is None:
        return
    meant = proposing.claim_meant(state, candidate)
    level = None
    if screen.tied and home is not None and home is not frame and home.display:
        level = home.pane.level_of(pinned.start)
        if not 0 <= level < home.pane.height:
            level = None
    frame.pane.take_keys()
    start = meant.start if meant else candidate.start
    frame.pane.go(start, level=level if level is not None else frame.pane.height // 3)
    frame.pane.act_on(meant.id if meant else "")
    if changed and len(screen.board.frames) > 1:
        place = screen.board.frames.index(frame) + 1
        number = state.articles[candidate.article_id].number
        screen.say(f"Pane {place} now shows article {number}.")
    screen.refresh_current(again=True)


def check(screen: "ReviewBase") -> None:
    """What was pinned or proposed may have been taken away meanwhile."""
    linking, state = screen.linking, screen.desk.state
    if linking is None:
        return
    if linking.claim_id not in state.claims:
        end(screen)
        return
    gone = [key for key in linking.queue if key not in state.articles]
    present = linking.queue[:1]
    for article_id in gone:
        linking.done_with(article_id)
    if gone and linking.queue[:1] != present:
        go_to_candidate(screen)


def target(screen: "ReviewBase") -> Claim | None:
    """What a mark would link the pinned claim with: selection, claim here, or sentence here."""
    pane, linking = screen.pane, screen.linking
    if pane is None or linking is None:
        return None
    state = screen.desk.state
    article = state.articles[pane.article_id]
    if pane.selection is None:
        here = pane.claim_here()
        if here == linking.claim_id:
            return None
        if here:
            return state.claims[here]
    span = pane.span_here()
    if span is None:
        return None
    there = state.claim_at_span(article.id, *changes.trim(pane.text, *span))
    if there is not None:
        return there if there.id != linking.claim_id else None
    try:
        return changes.new_claim(state, article, pane.text, *span)
    except ChangeRefusedError:
        return None


def mark(screen: "ReviewBase", relation: Relation) -> None:
    """Mark the pinned claim and what is under the cursor, then on to the next article."""
    if screen.linking is None:
        screen.say(
            f"Press {screen.key('link.start')} on a claim first; then {_marks(screen, 'and')} mark "
            "its counterparts."
        )
        return
    _mark(
        screen,
        lambda pinned, other: changes.link_claims(screen.desk.state, pinned, other, relation),
    )


def not_same_event(screen: "ReviewBase") -> None:
    """Another event: a link on two claims, a dismissal on a mere candidate."""
    state, linking = screen.desk.state, screen.linking
    if linking is None:
        chosen = screen.strip.chosen if screen.in_strip else None
        if chosen and chosen.link_id:
            here, there = screen.current, chosen.claim_id
            screen.act(
                lambda: changes.not_same_event(
                    state, state.need("claim", here), state.need("claim", there)
                )
            )
        else:
            link, other_event = screen.key("link.start"), screen.key("link.not_same_event")
            screen.say(
                f"Press {link} on a claim first; then {other_event} says: not the same event."
            )
        return
    other = target(screen)
    candidate = linking.candidate
    if other is not None and other.id in state.claims:
        _mark(screen, lambda one, two: changes.not_same_event(state, one, two))
    elif other is not None and candidate is not None and _is_at(other, candidate):
        pinned = state.claims[linking.claim_id]
        if screen.act(lambda: changes.dismiss(state, pinned, *candidate[:3])):
            _advance(screen, candidate.article_id)
    else:
        screen.say(
            f"{screen.key('link.not_same_event')} is for a claim, or for the counterpart that was "
            "proposed; neither is here."
        )


def mark_again(screen: "ReviewBase", relation: Relation) -> None:
    """Another relation for the link the strip stands on."""
    chosen = screen.strip.chosen
    if chosen is None:
        return
    if not chosen.link_id:
        here, there, claims = screen.current, chosen.claim_id, screen.desk.state
        screen.act(
            lambda: changes.link_claims(
                claims, claims.need("claim", here), claims.need("claim", there), relation
            )
        )
        return
    state = screen.desk.state
    screen.act(lambda: changes.mark_link(state, state.need("link", chosen.link_id), relation))


def step(screen: "ReviewBase", by: int) -> None:
    """To another counterpart of this article."""
    if screen.linking is not None:
        screen.linking.step(by)
        go_to_candidate(screen)


def end(screen: "ReviewBase") -> None:
    """Stop linking; back on the pinned claim."""
    linking, screen.linking = screen.linking, None
    room.lay_out(screen)
    screen.board.pinned = ""
    screen.board.refresh_titles()
    claim = screen.desk.state.claims.get(linking.claim_id) if linking else None
    if claim is not None:
        going.go_to_claim(screen, claim)
    screen.refresh_current(again=True)


def refresh(screen: "ReviewBase") -> None:
    """The strip and the panes while linking."""
    linking = screen.linking
    if linking is None or linking.claim_id not in screen.desk.state.claims:
        return
    pinned = screen.desk.state.claims[linking.claim_id]
    other = target(screen)
    screen.found.offer = offers.of_link(screen, linking.last)
    offered = offers.words(screen)
    screen.strip.show(strip_view.of_linking(screen.desk, linking, other, offered))
    spans = [(pinned.article_id, pinned.start, pinned.end)]
    if other is not None:
        spans.append((other.article_id, other.start, other.end))
    screen.board.set_current(pinned.id, spans)


def _marks(screen: "ReviewBase", word: str) -> str:
    """The three keys that mark, in a sentence."""
    agrees, conflicts, unverified = (
        screen.key(f"link.{relation}") for relation in ("agrees", "conflicts", "unverified")
    )
    return f"{agrees}, {conflicts} {word} {unverified}"


def _is_at(claim: Claim, candidate: Counterpart) -> bool:
    """Whether the words under the cursor are (part of) the proposed sentence."""
    return (
        claim.article_id == candidate.article_id
        and claim.start < candidate.end
        and claim.end > candidate.start
    )


def _mark(screen: "ReviewBase", wanted: Callable[[Claim, Claim], Change | None]) -> None:
    linking = screen.linking
    other = target(screen)
    if linking is None or other is None:
        back = screen.key("back")
        screen.say(f"Go to the words that speak of the same thing, then mark; {back} ends linking.")
        return
    pinned = screen.desk.state.claims[linking.claim_id]
    if screen.act(lambda: wanted(pinned, other)):
        there = screen.desk.state.claim_at_span(other.article_id, other.start, other.end)
        made = screen.desk.state.link_between(pinned.id, there.id) if there else None
        linking.last = made.id if made else ""
        _advance(screen, other.article_id)


def _advance(screen: "ReviewBase", article_id: str) -> None:
    """On to the next article's best counterpart; after the last, back on the pinned claim."""
    linking = screen.linking
    if linking is None:
        return
    linking.done_with(article_id)
    if linking.candidate is not None:
        go_to_candidate(screen)
    else:
        end(screen)
