"""The road back: from what an act touched, or where the cursor went, to what is painted."""

from typing import TYPE_CHECKING

from workbench.core.model import Claim
from workbench.core.review import Effect
from workbench.core.text import count
from workbench.tui import strip_items
from workbench.tui.later import later
from workbench.tui.screens import review_hints as hints
from workbench.tui.screens import review_proposals as proposed
from workbench.tui.screens.review_parts import going, linking, offers
from workbench.tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from workbench.tui import strip_view
    from workbench.tui.screens.review_base import ReviewBase
else:
    strip_view = later("workbench.tui.strip_view")


def acted(screen: "ReviewBase", effect: Effect) -> None:
    """Paint what a change touched: marks, strip, counts; nothing is composed anew."""
    state = screen.desk.state
    if set(screen.board.shown()) - set(state.articles):
        had_keys = screen.focused
        screen.board.drop_missing()
        if screen.board.zoomed and not any(frame.display for frame in screen.board.frames):
            screen.board.set_zoom(zoomed=False)
        if screen.pane is not None and isinstance(had_keys, ArticlePane):
            screen.pane.take_keys()
    if effect.articles:  # there may be more articles now, or fewer
        screen.lay_out()
    touched = set(effect.articles)
    touched |= {state.claims[key].article_id for key in effect.claims if key in state.claims}
    for article_id in screen.board.shown():
        if article_id in touched:
            screen.board.refresh_article(article_id)
    if effect.articles:
        screen.board.refresh_titles()
    linking.check(screen)
    going.check_search(screen)
    if screen.edges and screen.edges not in state.claims:
        screen.edges = ""
    screen.show_counts()
    screen.refresh_current(again=True)


def current(screen: "ReviewBase", *, again: bool) -> None:
    """Show what belongs to the claim under the cursor, where that changed."""
    _current(screen, again=again)
    hints.refresh(screen)


def _current(screen: "ReviewBase", *, again: bool) -> None:
    pane = screen.pane
    claim = screen.desk.state.claims.get(pane.claim_here()) if pane else None
    if screen.linking is not None:
        linking.refresh(screen)
        return
    key = claim.id if claim else ""
    if key == screen.current and not again and screen.strip.view.heading:
        return
    changed, screen.current = key != screen.current, key
    screen.found.offer = offers.here(screen, claim) if claim else None
    if claim is None:
        screen.strip.show(strip_items.nothing(screen.desk, screen.key))
        screen.board.set_current("", ())
        return
    judged = ("", "")
    if screen.found.earlier is not None:  # not before: the first paint does not wait for it
        from workbench.tui.screens import review_earlier

        judged = review_earlier.words(screen, claim)
    offer = screen.found.offer
    follows = offer is not None and offer.kind == "confirm"  # only where its line is chosen
    view = strip_view.of_claim(
        screen.desk, claim, screen.key, offers.words(screen), judged, first=follows
    )
    screen.strip.show(view)
    others = [screen.desk.state.claims[i.claim_id] for i in view.items[1:] if i.claim_id]
    screen.board.set_current(claim.id, [(c.article_id, c.start, c.end) for c in others])
    if changed and screen.tied and pane is not None and not screen.in_strip:
        screen.level(pane, claim, others)


def level(screen: "ReviewBase", pane: ArticlePane, claim: Claim, others: list[Claim]) -> None:
    """Bring a claim's counterparts level with it in the other panes."""
    first: dict[str, int] = {}
    for other in others:
        first.setdefault(other.article_id, other.start)
    screen.board.level(pane, claim.start, first.items())


def counts(screen: "ReviewBase") -> None:
    """The line at the top."""
    numbers = screen.desk.counts()
    shown = len(screen.board.shown())
    sign = screen.strip.signs["conflicting"]
    loose = "" if screen.tied else "untied · "
    proposals = proposed.words(screen)
    waiting = f"{proposals} · " if proposals else ""
    articles = f"{shown} of {numbers['articles']} articles"
    screen.top_line.show(
        screen.desk.state.review.title,
        f"{loose}{articles} · {count(numbers['claims'], 'claim')} · "
        f"{count(numbers['links'], 'link')} · "
        f"{numbers['conflicts']} {sign} · {waiting}{screen.desk.analyst}",
    )
