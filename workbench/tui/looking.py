"""Looking for words in a review and beside it, without the screen having to wait for it."""

from typing import NamedTuple

from workbench.core.progress import Tell
from workbench.core.search import find_in_pieces
from workbench.core.text import count
from workbench.searching import Beside, beside
from workbench.store import Store
from workbench.tui.desk import Desk, outlet_and_date
from workbench.tui.screens.finding import MOST_HITS, Hit


class Looked(NamedTuple):
    """What was found: by article number, at most `MOST_HITS` and one more; and beside them."""

    hits: list[Hit]
    beside: Beside


def look(desk: Desk, wanted: str, tell: Tell) -> Looked:
    """Every place where words stand: in the articles, in notes and findings, in earlier reviews.

    Runs in a thread: texts that are not in memory are read through a connection of its own.

    Args:
        desk: the review; nothing in it may change meanwhile.
        wanted: what is looked for.
        tell: told after each piece of an article.
    """
    with Store(desk.store.path) as store:
        hits = _in_articles(desk, store, wanted, tell)
        return Looked(hits, beside(store, desk.state, wanted, tell))


def _in_articles(desk: Desk, store: Store, wanted: str, tell: Tell) -> list[Hit]:
    articles = desk.state.articles_in_order()
    total = sum(article.characters for article in articles)
    hits: list[Hit] = []
    done = 0
    for article in articles:
        name = f"article {article.number}: {outlet_and_date(article)}"
        tell(done, total, name)
        text = desk.read(article.id) or store.long_text(article)
        for reached, spans in find_in_pieces(text, wanted):
            hits += [(article.id, start, end) for start, end in spans]
            if len(hits) > MOST_HITS:
                return hits[: MOST_HITS + 1]
            tell(done + reached, total, f"{name} · {count(len(hits), 'hit')}")
        done += article.characters
    return hits
