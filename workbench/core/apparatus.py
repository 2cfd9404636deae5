"""The apparatus of textual criticism for a point: which articles read what, on one line.

`special representative ] 3 ; ambassador ] 4` says: where articles of the first position have
“special representative”, article 4 has “ambassador”. What stands before the first `]` is the lemma,
the reading of position A; after each `]` stand the numbers of the articles that read so; `;` parts
the readings of one place, `|` parts places. `om.` (omisit) is the reading of those that have no
word there. An article that is silent on the point is not mentioned: a gap is not a disagreement.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from workbench.core.events import shorten
from workbench.core.model import Article, Claim
from workbench.core.point import Point, Position
from workbench.core.segments import Span

LONGEST = 40
"""Code points of a reading, unless something else is asked for: two of them and their sigla fit
into 100 columns."""

OMITTED = "om."
"""The reading of an article that has no word where others have one."""


class Difference(Protocol):
    """Where two quotes differ: code points of each, half-open."""

    @property
    def a_start(self) -> int:
        """Where the words of the first begin."""

    @property
    def a_end(self) -> int:
        """Where they end."""

    @property
    def b_start(self) -> int:
        """Where those of the second begin."""

    @property
    def b_end(self) -> int:
        """Where they end."""


Differing = Callable[[Claim, Claim], Iterable[Difference]]
"""Gives the differences between the quotes of two claims."""


class Reading(NamedTuple):
    """What some articles have in one place.

    Attributes:
        letter: the position of these articles.
        words: their words, on one line, shortened; whole quotes stand in quotation marks.
        sigla: the numbers of the articles, ascending.
    """

    letter: str
    words: str
    sigla: tuple[int, ...]


Entry = tuple[Reading, ...]
"""The readings of one place, the lemma first."""


def apparatus(
    point: Point, articles: Mapping[str, Article], differing: Differing, longest: int = LONGEST
) -> tuple[Entry, ...]:
    """The places in which the positions of a point differ.

    Each position is compared with the first by one claim of each: two that are marked conflicting,
    where there are such, else the first ones. Where nothing is found to differ, the quotes stand
    for themselves in an entry of their own. The words are an article's: guard them before showing.

    Args:
        point: the point.
        articles: the review's, by id.
        differing: finds what differs between two quotes; asked once a position but the first.
        longest: code points of a reading at most.

    Returns:
        Entries in the order of the lemma's words, whole quotes last; never none.
    """
    first, *others = point.positions
    lemma = _lemma(point)
    sigla = {position.letter: _sigla(position, articles) for position in point.positions}
    places: dict[Span, list[Reading]] = {}
    whole = [] if others else [(first.letter, lemma)]
    for position in others:
        claim = _opposed(point, lemma, position)
        found: dict[Span, list[Span]] = {}
        for one in differing(lemma, claim):
            found.setdefault((one.a_start, one.a_end), []).append((one.b_start, one.b_end))
        for place, spans in found.items():
            words = _words(claim, spans, longest)
            reading = Reading(position.letter, words, sigla[position.letter])
            places.setdefault(place, []).append(reading)
        if not found:
            whole += (
                [(position.letter, claim)]
                if whole
                else [
                    (first.letter, lemma),
                    (position.letter, claim),
                ]
            )
    entries = [
        (Reading(first.letter, _words(lemma, [place], longest), sigla[first.letter]), *readings)
        for place, readings in sorted(places.items())
    ]
    quoted = _quoted([claim for _, claim in whole], longest)
    readings = (
        Reading(letter, words, sigla[letter])
        for (letter, _), words in zip(whole, quoted, strict=True)
    )
    return (*entries, *([tuple(readings)] if whole else []))


def line(entries: Iterable[Entry]) -> str:
    """An apparatus on one line: `special representative ] 3 ; ambassador ] 4`."""
    return " | ".join(
        " ; ".join(f"{words} ] {' '.join(map(str, sigla))}" for _, words, sigla in entry)
        for entry in entries
    )


def _lemma(point: Point) -> Claim:
    """The claim of the first position whose words the others are held against."""
    mine = {claim.id: claim for claim in point.positions[0].claims}
    for link in point.links:
        if link.relation == "conflicts":
            for end in (link.from_claim_id, link.to_claim_id):
                if end in mine and link.other(end) not in mine:
                    return mine[end]
    return point.positions[0].claims[0]


def _opposed(point: Point, lemma: Claim, position: Position) -> Claim:
    """The claim of a position that is held against the lemma."""
    theirs = {claim.id: claim for claim in position.claims}
    for link in point.links:
        if link.relation == "conflicts" and lemma.id in (link.from_claim_id, link.to_claim_id):
            other = theirs.get(link.other(lemma.id))
            if other is not None:
                return other
    return position.claims[0]


def _sigla(position: Position, articles: Mapping[str, Article]) -> tuple[int, ...]:
    return tuple(sorted({articles[claim.article_id].number for claim in position.claims}))


def _words(claim: Claim, spans: Iterable[Span], longest: int) -> str:
    words = " … ".join(filter(None, (claim.quote[start:end].strip() for start, end in spans)))
    return shorten(words, longest) or OMITTED


def _quoted(claims: Sequence[Claim], longest: int) -> list[str]:
    """Whole quotes; where cutting them would leave the same of several, from where they part."""
    quotes = [" ".join(claim.quote.split()) for claim in claims]
    shown = [shorten(quote, longest) for quote in quotes]
    if len(set(shown)) < len(set(quotes)):
        along = enumerate(zip(*quotes, strict=False))
        part = next((n for n, letters in along if len(set(letters)) > 1), min(map(len, quotes)))
        begin = quotes[0].rfind(" ", 0, part) + 1  # no word is parted
        if begin > 0:
            shown = [f"…{shorten(quote[begin:], longest - 1)}" for quote in quotes]
    return [f"“{words}”" for words in shown]
