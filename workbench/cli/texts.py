"""The texts of a review's articles, for commands that look at many places of many of them."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.long_text import Text
    from workbench.core.review import ReviewState
    from workbench.store import Store


def texts(store: "Store", state: "ReviewState") -> "Callable[[str], Text]":
    """What gives the canonical text of an article, by id; each is read once."""

    @cache
    def text(article_id: str) -> "Text":
        return store.long_text(state.articles[article_id])

    return text
