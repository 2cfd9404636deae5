"""The dossier as plain values: what is in it, in the order in which it stands there.

What holds for the texts in `workbench.export.report.model` holds here.
"""

from dataclasses import dataclass
from typing import NamedTuple

from workbench.export.report.model import ArticleEntry, LinkEntry, PointEntry, QuoteEntry


class SingleEntry(NamedTuple):
    """A point that one claim of one article alone speaks to, without a finding.

    Attributes:
        number: the point's number, which is the claim's too.
        quote: the claim.
    """

    number: int
    quote: QuoteEntry


class ApartEntry(NamedTuple):
    """Two claims that an analyst says are about different events.

    Attributes:
        link: the mark.
        one: a claim.
        other: the other.
    """

    link: LinkEntry
    one: QuoteEntry
    other: QuoteEntry


class Reference(NamedTuple):
    """A way to something in the dossier.

    Attributes:
        what: `point`, `article` or `finding`.
        number: its number.
        words: what it is called, on one line, shortened.
        aside: what is to be said of it, in our words; or "".
    """

    what: str
    number: int
    words: str
    aside: str = ""


class Question(NamedTuple):
    """What is open.

    Attributes:
        title: what, in our words.
        about: why it matters, in our words.
        references: where.
    """

    title: str
    about: str
    references: tuple[Reference, ...]


class Doer(NamedTuple):
    """What one analyst did on one day.

    Attributes:
        analyst: who.
        first: the time of the first act, `09:14`, UTC.
        last: that of the last.
        acts: what, in our words: `12 claims made`.
    """

    analyst: str
    first: str
    last: str
    acts: tuple[str, ...]


class Act(NamedTuple):
    """A line of the log.

    Attributes:
        time: `09:14:07`, UTC.
        analyst: who.
        words: what, on one line; it holds article text.
    """

    time: str
    analyst: str
    words: str


class Day(NamedTuple):
    """What happened on one day.

    Attributes:
        date: ISO 8601, UTC.
        doers: what each analyst did, by name.
        acts: every act, oldest first; empty where there are too many for a dossier.
    """

    date: str
    doers: tuple[Doer, ...]
    acts: tuple[Act, ...]


class Judged(NamedTuple):
    """A state of a finding.

    Attributes:
        at: since when, `2025-10-09 17:50`, UTC.
        analyst: who.
        how: what happened to it, in our words: `made`, `imported`, `changed`, `undone`,
            `taken away`.
        verdict: or "".
        confidence: or "".
        rationale: or "".
    """

    at: str
    analyst: str
    how: str
    verdict: str
    confidence: str
    rationale: str


class VerdictHistory(NamedTuple):
    """How a finding came to be what it is.

    Attributes:
        finding: its number.
        wording: its last.
        gone: whether it has been taken away.
        states: oldest first.
    """

    finding: int
    wording: str
    gone: bool
    states: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of it, in order.

    Attributes:
        title: the review's.
        analyst: whose points and standings these are.
        analysts: everybody who worked on it, by name.
        as_of: the time of the last act, `2025-10-09 17:50`, UTC.
        summary: a paragraph in our words each.
        articles: by number.
        points: in full: those with a finding first, and of these and of the others those that
            divide the articles most.
        singles: what only one claim says, by point number.
        only_here: points in full that one article alone speaks to.
        apart: pairs about different events.
        questions: what is open.
        verdicts: how findings came to be what they are, those that were ever judged anew.
        days: who did what when.
        acts: how many acts there are.
        method: a paragraph in our words each, with what it is about.
    """

    title: str
    analyst: str
    analysts: tuple[str, ...]
    as_of: str
    summary: tuple[str, ...]
    articles: tuple[ArticleEntry, ...]
    points: tuple[PointEntry, ...]
    singles: tuple[SingleEntry, ...]
    only_here: tuple[Reference, ...]
    apart: tuple[ApartEntry, ...]
    questions: tuple[Question, ...]
    verdicts: tuple[VerdictHistory, ...]
    days: tuple[Day, ...]
    acts: int
    method: tuple[tuple[str, str], ...]
