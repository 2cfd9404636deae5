"""Origins: from how many places what several claims say is known to come."""

from collections.abc import Iterable
from typing import NamedTuple

from workbench.core.model import Claim


class Origins(NamedTuple):
    """From how many places what a position says is known to come.

    Attributes:
        articles: how many articles say it.
        known: how many declared origins they have between them, never more than articles.
        unknown: how many of the articles declare none.
    """

    articles: int
    known: int
    unknown: int

    @property
    def single(self) -> bool:
        """Whether several articles rest on one declared origin."""
        return self.articles > 1 and self.known == 1 and self.unknown == 0

    def tally(self) -> str:
        """The number of origins as it stands in exports: `1`, `2 (+1 unknown)`."""
        return f"{self.known} (+{self.unknown} unknown)" if self.unknown else str(self.known)

    def words(self) -> str:
        """The whole as it stands on screen: `2 articles, 1 origin`."""
        articles = "article" if self.articles == 1 else "articles"
        if not self.known:
            return f"{self.articles} {articles}, origin{'' if self.articles == 1 else 's'} unknown"
        origins = "origin" if self.known == 1 and not self.unknown else "origins"
        return f"{self.articles} {articles}, {self.tally()} {origins}"


def origins(claims: Iterable[Claim]) -> Origins:
    """The origins of claims; an article that declares none counts as unknown."""
    declared: dict[str, set[str]] = {}
    for claim in claims:
        named = declared.setdefault(claim.article_id, set())
        if claim.origin:
            named.add(" ".join(claim.origin.casefold().split()))
    silent = sum(1 for named in declared.values() if not named)
    distinct = len(set().union(*declared.values())) if declared else 0
    return Origins(len(declared), min(distinct, len(declared) - silent), silent)
