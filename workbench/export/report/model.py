"""Articles, quotes and points of a dossier as plain values.

Whatever is called words, quote, title, name, note or address may be a stranger's text, cleaned of
control characters and nothing else: how it is written down is the renderers' business. Sentences of
our own say so.
"""

from dataclasses import dataclass
from typing import NamedTuple

from workbench.core.model import Relation
from workbench.core.point import Sign


class Piece(NamedTuple):
    """A stretch of a quote.

    Attributes:
        words: the words.
        differs: whether the workbench found that they differ from those of another quote.
    """

    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in the list; every text may be "" but the hashes.

    Attributes:
        number: what people call it by.
        outlet: who ran it.
        title: its headline.
        published_on: the day, ISO 8601.
        address: where it was found; it may be anything.
        byline: who wrote it.
        characters: its length in code points.
        claims: how many claims were marked in it.
        text_sha256: of the canonical text, hexadecimal.
        raw_sha256: of the bytes it came as.
        brought_in: when, and by whom, in our words.
    """

    number: int
    outlet: str
    title: str
    published_on: str
    address: str
    byline: str
    characters: int
    claims: int
    text_sha256: str
    raw_sha256: str
    brought_in: str


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A claim: what one article says, and where.

    Attributes:
        claim: its number, which is also the number of its reference.
        pieces: its exact words, in order.
        claimant: who says so.
        origin: where the information comes from.
        note: the analyst's.
        tags: the analyst's.
        marked_by: the analyst who marked it.
        article: the article.
        start: code point at which it begins.
        end: the one after its last.
        paragraph: lines with words up to and with the one it begins in, from 1; 0 if not known.
        line: lines up to and with that one; 0 if not known.
    """

    claim: int
    pieces: tuple[Piece, ...]
    claimant: str
    origin: str
    note: str
    tags: str
    marked_by: str
    article: ArticleEntry
    start: int
    end: int
    paragraph: int
    line: int

    @property
    def words(self) -> str:
        """The exact words, whole."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """Claims that agree with each other.

    Attributes:
        letter: A, B, C and so on.
        origins: `2 articles, 1 origin`.
        single: whether several articles rest on one declared origin.
        unknown: how many of several articles declare no origin.
        quotes: its claims.
    """

    letter: str
    origins: str
    single: bool
    unknown: int
    quotes: tuple[QuoteEntry, ...]


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """A mark of an analyst on two claims.

    Attributes:
        number: what people call it by.
        one: the number of a claim.
        other: that of the other.
        relation: what it says.
        same_event: False where it says that the two are about different events.
        reason: the reason given, or "".
        rationale: why, or "".
        analyst: who says so.
        counts: whether it is the mark of the analyst whose points these are.
        made_on: the day, ISO 8601.
        hint: in which values the workbench found the two to differ; "" where they agree.
    """

    number: int
    one: int
    other: int
    relation: Relation
    same_event: bool
    reason: str
    rationale: str
    analyst: str
    counts: bool
    made_on: str
    hint: str


@dataclass(frozen=True, slots=True)
class ImpliedEntry:
    """What follows from marks for two claims without a mark of their own.

    Attributes:
        one: the number of a claim.
        other: that of the other.
        relation: what follows.
        reason: from what: `implied by links 3 and 5`.
    """

    one: int
    other: int
    relation: Relation
    reason: str


@dataclass(frozen=True, slots=True)
class ContradictionEntry:
    """Marks that cannot all hold.

    Attributes:
        link: the mark the others speak against.
        one: the number of a claim it ties.
        other: that of the other.
        chain: the numbers of the marks that speak against it, in order.
        apart: whether the mark says “not the same event”; else it says that they conflict.
    """

    link: int
    one: int
    other: int
    chain: tuple[int, ...]
    apart: bool


class EvidenceEntry(NamedTuple):
    """What a finding rests on; see `workbench.core.model.Evidence`."""

    number: int
    kind: str
    locator: str
    note: str


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """An analyst's conclusion on a point.

    Attributes:
        number: what people call it by.
        analyst: whose.
        own: whether it is that of the analyst whose points these are.
        wording: the claim itself, neutrally put.
        verdict: or "".
        confidence: or "".
        rationale: or "".
        evidence: what it rests on.
        changed_on: the day of its last change, ISO 8601.
        earlier: how many other verdicts or reasons it had before.
    """

    number: int
    analyst: str
    own: bool
    wording: str
    verdict: str
    confidence: str
    rationale: str
    evidence: tuple[EvidenceEntry, ...]
    changed_on: str
    earlier: int


class Tail(NamedTuple):
    """How many of something are left out, because there are very many."""

    left_out: int
    what: str


@dataclass(frozen=True, slots=True)
class PointEntry:
    """A point in full.

    Attributes:
        number: what people call it by.
        wording: that of the analyst's finding, else of another's; else the words of its first
            claim, on one line, shortened.
        quoted: whether these are an article's words.
        sign: what its sign says.
        origins: `2 articles, 1 origin`.
        findings: the conclusions on it, the analyst's own first.
        positions: its positions in order.
        links: the marks on it, other analysts' last.
        implied: what follows from them.
        contradictions: marks that cannot all hold.
        tails: of what there is more than is shown.
    """

    number: int
    wording: str
    quoted: bool
    sign: Sign
    origins: str
    findings: tuple[FindingEntry, ...]
    positions: tuple[PositionEntry, ...]
    links: tuple[LinkEntry, ...]
    implied: tuple[ImpliedEntry, ...]
    contradictions: tuple[ContradictionEntry, ...]
    tails: tuple[Tail, ...]

    @property
    def quotes(self) -> tuple[QuoteEntry, ...]:
        """Its claims, position by position."""
        return tuple(quote for position in self.positions for quote in position.quotes)
