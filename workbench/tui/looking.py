"""Looking for words in all articles of a review, without the screen having to wait for it."""

from workbench.core.progress import Tell
from workbench.core.search import find_in_pieces
from workbench.core.text import count
from workbench.store import Store
from workbench.tui.desk import Desk, outlet_and_date
from workbench.tui.screens.finding import MOST_HITS, Hit


def look(desk: Desk, wanted: str, tell: Tell) -> list[Hit]:
    """Every place where words stand, by article number; at most `MOST_HITS` and one more.

    Runs in a thread: texts that are not in memory are read through a connection of its own.

    Args:
        desk: the review; nothing in it may change meanwhile.
        wanted: what is looked for.
        tell: told after each piece of an article.
    """
    articles = desk.state.articles_in_order()
    total = sum(article.characters for article in articles)
    hits: list[Hit] = []
    done = 0
    with Store(desk.store.path) as store:
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
