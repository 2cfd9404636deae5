"""Which claims of earlier reviews are the same statement as a claim."""

import math
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from workbench.core.earlier import JudgedClaim
from workbench.core.terms import terms
from workbench.match.candidates import COMPARED

ALIKE = 0.8
"""Words in common, in their order, from which two quotes may be one statement: twice the longest
common sequence of their words (`core.terms`) over how many both have.

Of 364 pairs of sentences in different ECB+ articles that reach it and differ in no value, 362 are
on one event; at .7 it is 550 of 566, at .6 1,016 of 1,102. All of 300 real sentences in which one
value or a denial was changed are kept out by what differs, and so is every conflicting pair of
Emergent that reaches it. What is told in other words is not found: that is what counterparts are
for. docs/measurements.md says how this was measured.
"""

LEAST_WORDS = 5
"""Words that a quote must have to be recognised by them alone; two or three are anybody's."""

NEARLY = 0.8
"""Share of both places in common from which claims of one text are the same claim."""

How = Literal["same", "part", "alike"]
HOW: tuple[How, ...] = ("same", "part", "alike")
"""The same place of the same text; one place holds most of the other; another text, alike words."""


class Match(NamedTuple):
    """A judged claim, and how it is the same statement."""

    claim: JudgedClaim
    how: How


class JudgedClaims:
    """The judged claims of all earlier reviews, to be asked for those that a claim repeats.

    A quote is looked up by some of its words alone, which are such that two quotes that are alike
    share one of them (prefix filtering): the longest, for these are rare.

    Attributes:
        claims: all of them.
    """

    def __init__(self, claims: Iterable[JudgedClaim] = ()) -> None:
        self.claims: list[JudgedClaim] = []
        self._words: list[list[str]] = []
        self._by_text: dict[str, list[JudgedClaim]] = {}
        self._begin: dict[str, list[int]] = {}
        self.add(claims)

    def add(self, claims: Iterable[JudgedClaim]) -> None:
        """Take in claims, in any order; one that several findings speak to, several times."""
        for claim in claims:
            words = _words(claim.quote)
            for word in _rarest(words):
                self._begin.setdefault(word, []).append(len(self.claims))
            self.claims.append(claim)
            self._words.append(words)
            self._by_text.setdefault(claim.text_sha256, []).append(claim)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.claims)

    def at(self, text_sha256: str, start: int, end: int) -> list[Match]:
        """Those at a place of the same text: most of the shorter of the two in common.

        Args:
            text_sha256: the text.
            start: code point offset of the claim's beginning.
            end: offset after its end.
        """
        found: list[Match] = []
        for claim in self._by_text.get(text_sha256, ()):
            common = min(end, claim.end) - max(start, claim.start)
            shorter, longer = sorted((end - start, claim.end - claim.start))
            if common >= NEARLY * longer:
                found.append(Match(claim, "same"))
            elif common > 0.5 * shorter:
                found.append(Match(claim, "part"))
        return found

    def alike(self, quote: str, text_sha256: str, day: date | None = None) -> list[Match]:
        """Those in other texts whose words are nearly these, and differ in no value.

        Args:
            quote: the claim's words.
            text_sha256: the text it stands in, which `at` is asked about.
            day: when its article was published, so that a "Friday" can be told from another.
        """
        words = _words(quote) if self.claims else []
        if len(words) < LEAST_WORDS:
            return []
        from rapidfuzz.distance import Indel

        numbers = {n for word in _rarest(words) for n in self._begin.get(word, ())}
        asked = _plain(words)
        return [
            Match(claim, "alike")
            for number in sorted(numbers)
            if (claim := self.claims[number]).text_sha256 != text_sha256
            and Indel.normalized_similarity(asked, _plain(self._words[number])) >= ALIKE
            and not _differ(quote, claim, day)
        ]


def best(found: Iterable[Match]) -> list[Match]:
    """One match for each finding, the surest first, then the newest.

    A claim on the finding's own side comes before one that takes another position.
    """
    chosen: dict[tuple[str, str], Match] = {}
    for match in sorted(found, key=_sureness):
        judgement = match.claim.judgement
        chosen.setdefault((judgement.review_id, judgement.finding_id), match)
    newest = sorted(chosen.values(), key=lambda one: one.claim.judgement.judged_on, reverse=True)
    return sorted(newest, key=lambda one: _sureness(one)[:2])


def _sureness(match: Match) -> tuple[bool, int, int]:
    return not match.claim.agreeing, HOW.index(match.how), match.claim.number


def _words(quote: str) -> list[str]:
    """The words of a quote, the second *the* told from the first, so that none counts twice."""
    times: Counter[str] = Counter()
    found = []
    for word in terms(quote[:COMPARED]):
        times[word] += 1
        found.append(f"{word} {times[word]}")
    return found


def _rarest(words: list[str]) -> list[str]:
    """Of the words of a quote, those of which any quote that is alike shares one.

    With m of n words also among the k of another, 2m ÷ (n + k) ≥ s and k ≥ m give
    m ≥ n·s ÷ (2 − s). Both take theirs from the same order of all words there are: whoever leaves
    out the last m − 1 still has the first of those that are shared.
    """
    if len(words) < LEAST_WORDS:
        return []
    shared = math.ceil(len(words) * ALIKE / (2 - ALIKE) - 1e-9)
    return sorted(words, key=lambda word: (-len(word), word))[: len(words) - shared + 1]


def _plain(words: list[str]) -> list[str]:
    return [word.partition(" ")[0] for word in words]


def _differ(quote: str, claim: JudgedClaim, day: date | None) -> bool:
    from workbench.match.differences import differences

    other_day = date.fromisoformat(claim.published_on) if claim.published_on else None
    return bool(differences(quote, claim.quote, day, other_day))
