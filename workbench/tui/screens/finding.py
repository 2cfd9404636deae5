"""A search under way: its words, its hits in every article, and which one is shown."""

from dataclasses import dataclass

from workbench.core.segments import Span
from workbench.core.text import count

Hit = tuple[str, int, int]
"""Article id and half-open span."""


@dataclass(slots=True)
class Search:
    """All hits of a search, by article number, then place.

    Attributes:
        wanted: what is looked for.
        hits: where it stands.
        index: which hit is shown.
    """

    wanted: str
    hits: list[Hit]
    index: int = 0

    def by_article(self) -> dict[str, list[Span]]:
        """The spans in each article."""
        spans: dict[str, list[Span]] = {}
        for article_id, start, end in self.hits:
            spans.setdefault(article_id, []).append((start, end))
        return spans

    def words(self) -> str:
        """Which hit of how many, in words."""
        articles = len({article_id for article_id, *_ in self.hits})
        place = f"{self.index + 1} of {len(self.hits)}"
        return f"“{self.wanted}”: {place} in {count(articles, 'article')}"
