"""Shared text on the screen: said in the titles, shown in the panes, offered as an origin."""

from typing import TYPE_CHECKING

from workbench.core.text import count
from workbench.match.copies import Copies, Credit, Overlap, compare
from workbench.tui import jobs
from workbench.tui.background import Reader, in_background
from workbench.tui.screens import review_going as going
from workbench.tui.screens.finding import Hit, Search
from workbench.tui.shared_text import (
    Pair,
    SharedText,
    all_credits,
    compared,
    fingerprints,
    pairs_with,
)

if TYPE_CHECKING:
    from workbench.tui.jobs import Job
    from workbench.tui.screens.review_base import ReviewBase


def look(screen: "ReviewBase") -> None:
    """Have shared text looked for where that was not done yet."""
    shared = screen.found.shared = screen.found.shared or SharedText()
    state = screen.desk.state
    if screen.found.comparing or not shared.is_behind(state):
        return
    articles = state.articles_in_order()
    shared.forget_others(state)
    show_titles(screen, shared)
    new = [article for article in articles if article.id not in shared.credits]
    wanted = shared.missing(state)
    overlaps = dict(shared.overlaps)

    def work(reader: Reader) -> None:
        if new:
            found = fingerprints(reader, articles)
            credited = all_credits(reader, new)
            screen.app.call_later(heard_of_all, found, credited)
        for pair in wanted:
            copies = compared(reader, pair, overlaps.get(pair))
            screen.app.call_later(heard_of_pair, pair, copies)

    def heard_of_all(found: dict[Pair, Overlap], credited: dict[str, list[Credit]]) -> None:
        shared.overlaps = found
        shared.credits |= credited
        show_titles(screen, shared)

    def heard_of_pair(pair: Pair, copies: Copies) -> None:
        shared.copies[pair] = copies
        if screen.is_attached and screen.found.offer is None:
            screen.refresh_current(again=True)  # there may be an origin to offer now

    def done() -> None:
        screen.found.comparing = False

    screen.found.comparing = True
    in_background(screen, screen.desk, "shared text", work, done)


def show_titles(screen: "ReviewBase", shared: SharedText) -> None:
    """Say in the panes' titles which articles share text."""
    state = screen.desk.state
    screen.board.remarks = {
        article_id: words
        for article_id in state.articles
        if (words := shared.words_of(state, article_id))
    }
    if screen.is_attached:
        screen.board.refresh_titles()


def show_passages(screen: "ReviewBase") -> None:
    """Show what the article in the focused pane shares with the others, like hits of a search."""
    pane = screen.pane
    if pane is None:
        return
    article = screen.desk.state.articles[pane.article_id]
    if screen.search is not None and not screen.search.typed:
        going.end_search(screen)
        return
    jobs.run(
        screen.app,
        f"Looking for what article {article.number} shares with the others",
        lambda job: _passages(screen, article.id, job),
        lambda found: _show(screen, article.number, *found),
        stopped=lambda: screen.say("Stopped looking; nothing has changed."),
    )


def _passages(
    screen: "ReviewBase", article_id: str, job: "Job[tuple[list[Hit], list[int]]]"
) -> tuple[list[Hit], list[int]]:
    """Where the article and others have the same words, and which others; runs in a thread."""
    state, desk = screen.desk.state, screen.desk
    pairs = pairs_with(state, article_id)
    hits: set[Hit] = set()
    others: list[int] = []
    for done, pair in enumerate(pairs):
        other = state.articles[pair[pair[0] == article_id]]
        job.tell(done, len(pairs), f"article {other.number}")
        known = screen.found.shared.copies.get(pair) if screen.found.shared else None
        one, two = (desk.read(key) or _text_of(screen, key) for key in pair)
        copies = known or compare(one, two, tell=job.tell)
        both = [*copies.passages, *copies.quotations]
        hits |= {(pair[0], *passage.a) for passage in both}
        hits |= {(pair[1], *passage.b) for passage in both}
        others += [other.number] if both else []
    order = {article.id: article.number for article in state.articles.values()}
    return sorted(hits, key=lambda hit: (order[hit[0]], hit[1:])), others


def _text_of(screen: "ReviewBase", article_id: str) -> str:
    from workbench.store import Store

    with Store(screen.desk.store.path) as store:
        return str(store.long_text(screen.desk.state.articles[article_id]))


def _show(screen: "ReviewBase", number: int, hits: list[Hit], others: list[int]) -> None:
    if not hits:
        screen.say(
            f"Article {number} shares no text with the others: no passages that were copied, and "
            "no quotation of six words or more."
        )
        return
    named = f"{count(len(others), 'article')} {', '.join(map(str, others))}"
    named = named.split(" ", 1)[1]  # “article 3”, “articles 3, 4”
    going.show_hits(screen, Search(f"shared with {named}", hits, typed=False))
