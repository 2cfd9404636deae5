"""What the articles of a review share: looked for in the background, asked by strip and titles."""

from collections.abc import Iterable
from itertools import combinations

from workbench.core.model import Article, Claim
from workbench.core.review import ReviewState
from workbench.match.copies import (
    Copies,
    Credit,
    Fingerprint,
    Overlap,
    ProposedOrigin,
    Told,
    compare,
    copies_among,
    credits_of,
    fingerprint,
    proposed_origin,
)
from workbench.tui.background import Reader
from workbench.tui.desk import Desk

LONGEST = 200_000
"""Code points of an article that is compared without being asked: more would cost memory."""

Pair = tuple[str, str]


class SharedText:
    """Which articles share text, what exactly where it matters, and which agencies they credit.

    Attributes:
        overlaps: how much two articles share, for pairs that are in a band.
        copies: all of what two articles share, for those pairs and for linked ones.
        credits: the agency credits of each article.
    """

    def __init__(self) -> None:
        self.overlaps: dict[Pair, Overlap] = {}
        self.copies: dict[Pair, Copies] = {}
        self.credits: dict[str, list[Credit]] = {}
        self._articles: frozenset[str] = frozenset()

    def is_behind(self, state: ReviewState) -> bool:
        """Whether there is something to look for: articles came or went, or were linked."""
        return frozenset(state.articles) != self._articles or bool(self.missing(state))

    def missing(self, state: ReviewState) -> list[Pair]:
        """The pairs of articles with claims that agree, or with shared text, not compared yet."""
        claims = state.claims
        agreeing = {
            _pair(state, claims[link.from_claim_id].article_id, claims[link.to_claim_id].article_id)
            for link in state.own_links()
            if link.relation == "agrees" and {link.from_claim_id, link.to_claim_id} <= claims.keys()
        }
        wanted = [
            pair
            for pair in sorted(agreeing | self.overlaps.keys())
            if pair[0] != pair[1] and pair not in self.copies
        ]
        return [
            pair
            for pair in wanted
            if all(_is_short(state.articles.get(article_id)) for article_id in pair)
        ]

    def forget_others(self, state: ReviewState) -> None:
        """Articles came or went: what is known of those that stayed is kept."""
        self._articles = frozenset(state.articles)
        self.credits = {key: found for key, found in self.credits.items() if key in state.articles}
        self.overlaps = {pair: o for pair, o in self.overlaps.items() if _are_in(state, pair)}
        self.copies = {pair: c for pair, c in self.copies.items() if _are_in(state, pair)}

    def words_of(self, state: ReviewState, article_id: str) -> str:
        """What an article's title says of it: `wire copy? 3, 4`; "" for nothing."""
        told: dict[str, list[int]] = {}
        for pair, overlap in self.overlaps.items():
            if article_id in pair and _are_in(state, pair):
                other = state.articles[pair[pair[0] == article_id]]
                told.setdefault(overlap.band, []).append(other.number)
        return " · ".join(
            f"{band} {', '.join(map(str, sorted(numbers)))}"
            for band, numbers in sorted(told.items(), reverse=True)
        )

    def origin(self, desk: Desk, one: Claim, other: Claim) -> ProposedOrigin | None:
        """The origin two claims may share; None also while their articles are not compared yet."""
        pair = _pair(desk.state, one.article_id, other.article_id)
        if pair not in self.copies:
            return None
        claims = sorted((one, other), key=lambda claim: pair.index(claim.article_id))
        told = [self._told(desk, claim) for claim in claims]
        return proposed_origin(told[0], told[1], self.copies[pair])

    def _told(self, desk: Desk, claim: Claim) -> Told:
        article = desk.state.articles[claim.article_id]
        return Told(
            text=desk.text(article.id),
            start=claim.start,
            end=claim.end,
            label=article.outlet or f"article {article.number}",
            claimant=claim.claimant,
            origin=claim.origin,
            outlet=article.outlet,
            byline=article.byline,
            credits=self.credits.get(article.id),
        )


def fingerprints(reader: Reader, articles: Iterable[Article]) -> dict[Pair, Overlap]:
    """Which of some articles share text; long ones are left out."""
    made: dict[str, Fingerprint] = {}
    for article in articles:
        if _is_short(article):
            made[article.id] = fingerprint(reader.text(article.id), reader.pause)
            reader.pause()
    return {(one, other): overlap for one, other, overlap in copies_among(made, reader.pause)}


def all_credits(reader: Reader, articles: Iterable[Article]) -> dict[str, list[Credit]]:
    """The agency credits of some articles; long ones are left out."""
    found: dict[str, list[Credit]] = {}
    for article in articles:
        if _is_short(article):
            reader.pause()
            found[article.id] = credits_of(reader.text(article.id))
    return found


def compared(reader: Reader, pair: Pair, overlap: Overlap | None) -> Copies:
    """All of what two articles share."""
    reader.pause()
    return compare(reader.text(pair[0]), reader.text(pair[1]), overlap, tell=reader.pause)


def pairs_with(state: ReviewState, article_id: str) -> list[Pair]:
    """An article with each of the others, by number."""
    order = [article.id for article in state.articles_in_order()]
    return [pair for pair in combinations(order, 2) if article_id in pair]


def _pair(state: ReviewState, one: str, other: str) -> Pair:
    """Two articles, the one with the smaller number first."""
    first, second = sorted((one, other), key=lambda key: state.articles[key].number)
    return first, second


def _are_in(state: ReviewState, pair: Pair) -> bool:
    return all(article_id in state.articles for article_id in pair)


def _is_short(article: Article | None) -> bool:
    return article is not None and article.characters <= LONGEST
