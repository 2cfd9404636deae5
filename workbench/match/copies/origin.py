"""Which origin two claims may share: a proposal with its reason; the analyst decides."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.long_text import Text
from workbench.core.segments import Span, words
from workbench.core.sentences import sentence_at
from workbench.match.copies.agencies import AGENCIES
from workbench.match.copies.compare import Copies, compare
from workbench.match.copies.credits import Credit, agency_named, credits_of
from workbench.match.copies.passages import Passage
from workbench.match.copies.speakers import same_name, speakers

_WITHIN = 0.5
"""The part of a claim that must lie in a shared passage for the claim to count as copied."""

_REACH = 160  # code points around a claim in which “TASS reported” speaks of it


class Told(NamedTuple):
    """A claim as one article tells it.

    Attributes:
        text: the article's canonical text.
        start: where the claim begins, in code points.
        end: the offset after it.
        label: what the article is called in a reason: its outlet, or “article 3”.
        claimant: who says so, if the analyst has said; else "".
        origin: the claim's origin, if declared; else "".
        outlet: who ran the article, or "".
        byline: the article's byline, or "".
        credits: what `credits_of` found in the text; None to have it look.
    """

    text: Text
    start: int
    end: int
    label: str = ""
    claimant: str = ""
    origin: str = ""
    outlet: str = ""
    byline: str = ""
    credits: Sequence[Credit] | None = None


class ProposedOrigin(NamedTuple):
    """An origin that two claims may share.

    Attributes:
        name: what it may be called, as both claims would declare it.
        why: the reason, in words for the analyst.
    """

    name: str
    why: str


def proposed_origin(a: Told, b: Told, copies: Copies | None = None) -> ProposedOrigin | None:
    """The origin that two claims of different articles may share, and why.

    The first of these that holds: both quote the same words; both name the same agency or the same
    speaker for what the claims say; both claims stand in text the articles share; both articles
    credit the same agency. An origin that one claim has already is the one proposed.

    Args:
        a: one claim and its article.
        b: the other.
        copies: what `compare` found for the two texts, in this order; None to have it compared.

    Returns:
        A proposal, or None: nothing points to one origin, or both have declared theirs.
    """
    if a.origin and b.origin:
        return None
    a, b = _with_credits(a), _with_credits(b)
    if copies is None:
        copies = compare(a.text, b.text)
    found = (
        _same_words(a, b, copies)
        or _same_report(a, b)
        or _same_speaker(a, b)
        or _same_text(a, b, copies)
        or _same_credit(a, b)
    )
    if found is None:
        return None
    return found._replace(name=a.origin or b.origin or found.name)


def _same_words(a: Told, b: Told, copies: Copies) -> ProposedOrigin | None:
    for quotation in copies.quotations:
        if not (_meet(quotation.a, a) and _meet(quotation.b, b)):
            continue
        said_a = [a.claimant] if a.claimant else speakers(a.text, quotation.a)
        said_b = [b.claimant] if b.claimant else speakers(b.text, quotation.b)
        name = _shared_name(said_a, said_b)
        if not name and said_a and said_b:
            continue  # the same words from two mouths: a difference, not an origin
        name = name or next(iter(said_a or said_b), "")
        begin = _first_words(a.text, quotation.a)
        if name:
            return ProposedOrigin(name, f"both quote {name} in the same words: “{begin} …”")
        return ProposedOrigin(f"“{begin} …”", "both quote the same words, of a speaker not found")
    return None


def _same_report(a: Told, b: Told) -> ProposedOrigin | None:
    """Both name one agency beside the claim, or one names the agency or outlet the other is."""
    near_a, near_b = _reported(a), _reported(b)
    for agency, what in near_a.items():
        if agency in near_b:
            return ProposedOrigin(agency, f"both give {agency} for it: “{what}”")
    for own, near, told in ((a, near_b, b), (b, near_a, a)):
        names = {agency_named(own.outlet), agency_named(own.byline), *_of_text(own)} - {""}
        for agency in names:
            if agency in near:
                return ProposedOrigin(
                    agency,
                    f"{_called(told)} gives {agency} for it, and {_called(own)} is by {agency}",
                )
        for speaker in speakers(told.text, (told.start, told.end)):
            if own.outlet and same_name(speaker, own.outlet):
                return ProposedOrigin(own.outlet, f"{_called(told)} gives {own.outlet} for it")
    return None


def _same_speaker(a: Told, b: Told) -> ProposedOrigin | None:
    said_a = [a.claimant] if a.claimant else speakers(a.text, (a.start, a.end))
    said_b = [b.claimant] if b.claimant else speakers(b.text, (b.start, b.end))
    name = _shared_name(said_a, said_b)
    return ProposedOrigin(name, f"both have it from {name}") if name else None


def _same_text(a: Told, b: Told, copies: Copies) -> ProposedOrigin | None:
    if not copies.band or not _copied(a, b, copies.passages):
        return None
    why = f"both claims stand in text that {_called(a)} and {_called(b)} share ({copies.band})"
    own_a, own_b = _of_text(a), _of_text(b)
    credited = [*(agency for agency in own_a if agency in own_b), *own_a, *own_b]
    if credited:
        return ProposedOrigin(credited[0], f"{why}, credited to {credited[0]}")
    for own in (a, b):
        if agency_named(own.outlet):
            return ProposedOrigin(agency_named(own.outlet), why)
    return ProposedOrigin(f"text of {_called(a)} and {_called(b)}", why)


def _same_credit(a: Told, b: Told) -> ProposedOrigin | None:
    for agency in _of_text(a):
        if agency in _of_text(b):
            return ProposedOrigin(agency, f"both articles credit {agency}")
    return None


def _with_credits(told: Told) -> Told:
    return told._replace(credits=credits_of(told.text)) if told.credits is None else told


def _of_text(told: Told) -> list[str]:
    """The agencies that a whole article, or its byline, is credited to."""
    byline = [agency_named(told.byline), *(one.agency for one in credits_of(told.byline))]
    named = [*byline, *(one.agency for one in (told.credits or ()) if one.of == "text")]
    return [name for name in dict.fromkeys(named) if name not in ("", AGENCIES)]


def _reported(told: Told) -> dict[str, str]:
    """The agencies named in the claim's own sentence, with the words that do."""
    first = sentence_at(told.text, told.start)
    last = sentence_at(told.text, max(told.start, told.end - 1))
    low = max(first[0] if first else told.start, told.start - _REACH)
    high = min(max(last[1] if last else told.end, told.end), told.end + _REACH)
    return {
        one.agency: " ".join(told.text[max(low, one.start - 24) : min(high, one.end + 24)].split())
        for one in reversed(told.credits or ())
        if one.of == "sentence" and low <= one.start < high
    }


def _meet(place: Span, told: Told) -> bool:
    return place[0] < told.end and told.start < place[1]


def _copied(a: Told, b: Told, passages: Sequence[Passage]) -> bool:
    """Whether half of the shorter claim's length is shared, from one and the same piece of both."""
    shared = 0
    for passage in passages:
        if _meet(passage.a, a) and _meet(passage.b, b):
            shared += min(
                min(passage.a[1], a.end) - max(passage.a[0], a.start),
                min(passage.b[1], b.end) - max(passage.b[0], b.start),
            )
    return shared >= _WITHIN * max(1, min(a.end - a.start, b.end - b.start))


def _shared_name(of_a: Sequence[str], of_b: Sequence[str]) -> str:
    for one in of_a:
        for other in of_b:
            name = agency_named(one) if agency_named(one) == agency_named(other) else ""
            name = name or same_name(one, other)
            if name:
                return name
    return ""


def _first_words(text: Text, place: Span, count: int = 6) -> str:
    """The beginning of a quotation, as long as it takes to know it again."""
    low, high = place[0], min(place[1], place[0] + 200)
    ends = [end for _, end in words(text, low, high)][:count]
    return " ".join(text[low : min(ends[-1] if ends else high, low + 80)].split())


def _called(told: Told) -> str:
    return told.label or told.outlet or "the other article"
