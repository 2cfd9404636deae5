"""A search under way: its words, its hits in every article, and which one is shown."""

from collections.abc import Container
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.core.events import shorten
from workbench.core.segments import Span
from workbench.core.text import count

if TYPE_CHECKING:
    from workbench.searching import Beside

Hit = tuple[str, int, int]
"""Article id and half-open span."""

MOST_HITS = 100_000
"""Hits a search goes through; nobody walks through more, and each slows down every key."""

_MOST_WORDS, _FEW_WORDS = 40, 12  # characters of it that there is room for beside the keys


class Search:
    """All hits of a search, by article number, then place; and what it found beside the articles.

    Args:
        wanted: what is looked for.
        hits: where it stands; what is beyond `MOST_HITS` is left out.
        typed: whether it is words that somebody typed, else what it is.
        beside: where else it stands; without hits, there at least.

    Attributes:
        wanted: what is looked for.
        typed: whether somebody typed it.
        beside: where it stands in notes, findings and earlier reviews, if that was looked for.
        hits: where it stands.
        index: which hit is shown.
        is_cut: whether there are more than could be kept.
    """

    def __init__(
        self, wanted: str, hits: list[Hit], *, typed: bool = True, beside: "Beside | None" = None
    ) -> None:
        self.wanted = wanted
        self.typed = typed
        self.beside = beside
        self.hits = hits[:MOST_HITS]
        self.index = 0
        self.is_cut = len(hits) > MOST_HITS
        self._ranges: list[Span] = []
        self._count()

    def keep(self, articles: Container[str]) -> None:
        """Forget the hits in articles that are not there any more."""
        kept = [hit for hit in self.hits if hit[0] in articles]
        if len(kept) < len(self.hits):
            self.hits = kept
            self.index = max(0, min(self.index, len(kept) - 1))
            self._count()

    @property
    def elsewhere(self) -> int:
        """How often it stands beside the articles."""
        return self.beside.total if self.beside else 0

    def by_article(self) -> dict[str, list[Span]]:
        """The spans in each article."""
        spans: dict[str, list[Span]] = {}
        for article_id, start, end in self.hits:
            spans.setdefault(article_id, []).append((start, end))
        return spans

    def words(self, *, short: bool = False, here: bool = True) -> str:
        """Which hit of how many, then how many there are beside the articles.

        Args:
            short: leave out what is in the article at hand, and give the others in one number.
            here: whether there is room for what is in the article at hand.
        """
        most = "the first " if self.is_cut else ""
        place = f"{self.index + 1:,} of {most}{len(self.hits):,}" if self.hits else "in no article"
        if self.hits and not (short and self.elsewhere):
            place += f" in {count(len(self._ranges), 'article')}"
        if len(self._ranges) > 1 and here and not short:
            first, after = next(r for r in self._ranges if r[0] <= self.index < r[1])
            place += f", {self.index - first + 1:,} of {after - first:,} here"
        if self.beside and self.elsewhere:
            place += f" · {f'{self.elsewhere:,} elsewhere' if short else self.beside.words()}"
        wanted = shorten(self.wanted, _FEW_WORDS if short else _MOST_WORDS)
        return f"“{wanted}”: {place}" if self.typed else f"{self.wanted}: {place}"

    def _count(self) -> None:
        """Where in the list each article's hits begin and end: asked for at every key."""
        self._ranges = []
        begin = 0
        for _, hits in groupby(self.hits, key=lambda hit: hit[0]):
            end = begin + sum(1 for _ in hits)
            self._ranges.append((begin, end))
            begin = end
