"""Acts on claims: marking, taking up edges, deleting."""

from typing import TYPE_CHECKING

from workbench.core import changes
from workbench.core.text import count
from workbench.tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


def claim(screen: "ReviewBase", pane: ArticlePane) -> None:
    """Enter: take the new edges, mark the selection, edit the claim here, or mark the sentence."""
    state = screen.desk.state
    edged = state.claims.get(screen.edges)
    if edged and edged.article_id == pane.article_id and pane.selection:
        span = pane.selection
        if screen.act(lambda: changes.move_claim(state, edged, pane.text, *span)):
            screen.edges = ""
            pane.go(state.claims[edged.id].start)
            pane.act_on(edged.id)
        screen.refresh_current(again=True)
        return
    here = pane.claim_here()
    if pane.selection is None and here:
        from workbench.tui.screens import review_dialogs as dialogs

        dialogs.edit_claim(screen, state.claims[here])
        return
    span = pane.span_here() or (0, 0)
    article = state.articles[pane.article_id]
    if screen.act(lambda: changes.make_claim(state, article, pane.text, *span)):
        start, end = changes.trim(pane.text, *span)
        made = state.claim_at_span(article.id, start, end)
        pane.go(start)
        pane.act_on(made.id if made else "")
        screen.refresh_current()


def take_up_edges(screen: "ReviewBase", pane: ArticlePane) -> None:
    """Select the claim here, to be changed and taken with enter."""
    held = screen.desk.state.claims.get(pane.claim_here())
    if held is None:
        screen.say("There is no claim under the cursor whose edges could be changed.")
        return
    screen.edges = held.id
    pane.go(held.start, held.end)
    screen.refresh_current()


def delete(screen: "ReviewBase") -> None:
    """Delete the link the strip stands on, or the claim under the cursor."""
    state = screen.desk.state
    if screen.in_strip:
        chosen = screen.strip.chosen
        link = state.links.get(chosen.link_id) if chosen else None
        if link is None:
            screen.say("This claim is on the same point, but not linked directly.")
        elif screen.act(lambda: changes.delete_link(state, link)):
            screen.say(f"Link {link.number} deleted; {screen.key('undo')} brings it back.")
        return
    held = state.claims.get(screen.pane.claim_here() if screen.pane else "")
    if held is None:
        screen.say("There is no claim under the cursor to delete.")
        return
    links = len(state.every_link_of(held.id))
    if screen.act(lambda: changes.delete_claim(state, held)):
        also = f" and {count(links, 'link')}" if links else ""
        screen.say(f"Claim {held.number}{also} deleted; {screen.key('undo')} brings it back.")
