"""Origins: from how many places what several claims say is known to come."""

from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

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
            named.add(_name(claim))
    silent = sum(1 for named in declared.values() if not named)
    distinct = len(set().union(*declared.values())) if declared else 0
    return Origins(len(declared), min(distinct, len(declared) - silent), silent)


class OriginCount:
    """The origins of claims that come and go, without looking at those that stay."""

    __slots__ = ("_articles", "_declared", "_named", "_naming")

    def __init__(self) -> None:
        self._articles: Counter[str] = Counter()  # claims by article
        self._named: Counter[tuple[str, str]] = Counter()  # claims by article and origin
        self._naming: Counter[str] = Counter()  # origins by article
        self._declared: Counter[str] = Counter()  # articles by origin

    def add(self, claim: Claim) -> None:
        """Count a claim in."""
        self._articles[claim.article_id] += 1
        if claim.origin:
            name, article = _name(claim), claim.article_id
            self._named[article, name] += 1
            if self._named[article, name] == 1:
                self._naming[article] += 1
                self._declared[name] += 1

    def remove(self, claim: Claim) -> None:
        """Count out a claim that was counted in."""
        _less(self._articles, claim.article_id)
        if claim.origin:
            name, article = _name(claim), claim.article_id
            if _less(self._named, (article, name)):
                _less(self._naming, article)
                _less(self._declared, name)

    def origins(self) -> Origins:
        """What `origins` gives for the same claims."""
        articles, speaking = len(self._articles), len(self._naming)
        return Origins(articles, min(len(self._declared), speaking), articles - speaking)


def _less(counted: Counter[Any], key: Hashable) -> bool:
    """Count one less; whether it was the last."""
    counted[key] -= 1
    if counted[key]:
        return False
    del counted[key]
    return True


def _name(claim: Claim) -> str:
    """A declared origin, however it is spaced and cased."""
    return " ".join(claim.origin.casefold().split())
