"""Agency credits: “KABUL (AFP) —”, “Agencies”, “with reporting by Reuters”, “TASS reported”.

A credit says where words come from; an agency that is merely spoken of (“the TASS building”) is no
credit. Names are looked for first, and only what stands around them is read, so that a text
without any costs next to nothing.
"""

import functools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from workbench.core.long_text import Text
from workbench.core.segments import Span
from workbench.match.copies.agencies import AGENCIES, ALIASES, ALSO_SOMETHING_ELSE
from workbench.match.copies.credit_patterns import (
    DOUBTFUL,
    PICTURE,
    SURE,
    of_sentence,
    of_text,
)
from workbench.match.copies.tokens import pieces

MOST = 1_000
"""Names of agencies that are looked at in one text. An article has a handful."""

_HEAD = 160
_TAIL = 200

_PREFIXES = frozenset("لبوف")  # to, by, and: one letter, joined to an Arabic name

_NEITHER = str.maketrans(SURE + DOUBTFUL, "  ")


class Credit(NamedTuple):
    """Where a text says that an agency is behind it.

    Attributes:
        start: where the agency's name begins, in code points.
        end: the offset after it.
        agency: the agency's one name, however it is written here; `agencies` when it names none.
        of: `text` for a credit of the whole article, `sentence` for one of what stands around it.
    """

    start: int
    end: int
    agency: str
    of: Literal["text", "sentence"]


def credits_of(text: Text) -> list[Credit]:
    """The agency credits of a text, in reading order.

    Credits under pictures do not count, nor does an agency's name without a word that says it
    reported. Of more than 1,000 names only the first are looked at.

    Args:
        text: canonical text of an article, or of its byline.
    """
    found: list[Credit] = []
    named = 0
    for start, end in pieces(text):
        piece = text[start:end]
        if SURE in piece or DOUBTFUL in piece:
            piece = piece.translate(_NEITHER)
        lines: dict[Span, list[Span]] = {}
        for low, high in _names(piece):
            named += 1
            if named > MOST:
                break
            line = piece.rfind("\n", 0, low) + 1, piece.find("\n", high)
            lines.setdefault((line[0], len(piece) if line[1] < 0 else line[1]), []).append(
                (low, high)
            )
        for line, names in lines.items():
            found.extend(
                Credit(start + low, start + high, agency, of)
                for low, high, agency, of in _in_line(piece, line, names)
            )
    return found


def agency_named(name: str) -> str:
    """The one name of an agency, if that is what an outlet or a claimant is; else ""."""
    plain = " ".join(name.split()).removeprefix("The ").removeprefix("the ")
    return _folded().get(plain.casefold(), "") if len(plain) > 3 else ALIASES.get(plain, "")


@functools.cache
def _folded() -> dict[str, str]:
    return {alias.casefold(): name for alias, name in ALIASES.items() if name != AGENCIES}


def _names(piece: str) -> list[Span]:
    """Where names of agencies stand as words of their own; of two in one place the longer."""
    taken: list[Span] = []
    for alias in ALIASES:
        at = piece.find(alias)
        tried = 0
        while at >= 0 and tried < MOST:
            end = at + len(alias)
            if _alone(piece, at, end):
                taken.append((at, end))
            tried += 1
            at = piece.find(alias, end)
    taken.sort(key=lambda span: (span[0], -span[1]))
    kept: list[Span] = []
    for span in taken:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _alone(piece: str, start: int, end: int) -> bool:
    """Whether a name is a word of its own; where scripts have no spaces it need not be."""
    first, last = piece[start], piece[end - 1]
    if piece[start - 1 : start] in _PREFIXES and _joined(first) and first >= "\u0600":
        start -= 1
    before, after = piece[start - 1 : start], piece[end : end + 1]
    if "\u3040" <= last <= "\ud7ff":
        return True
    return not (_joined(before) and _joined(first)) and not (_joined(after) and _joined(last))


def _joined(character: str) -> bool:
    return character.isalnum() and not "\u3040" <= character <= "\ud7ff"


def _in_line(
    piece: str, line: Span, names: list[Span]
) -> Iterator[tuple[int, int, str, Literal["text", "sentence"]]]:
    """The credits in one line, given where it names agencies."""
    reduced, places = _reduced(piece, line, names)
    if len(reduced) <= _HEAD + _TAIL and PICTURE.search(reduced):
        return
    of_whole = set(_within(places, _of_whole(reduced)))
    of_part = set(
        _within(places, (one.span() for each in of_sentence() for one in each.finditer(reduced)))
    )
    for index in sorted(of_whole | of_part):
        start, end = names[index]
        yield start, end, ALIASES[piece[start:end]], "text" if index in of_whole else "sentence"


def _of_whole(reduced: str) -> Iterator[Span]:
    """What in a line are the words of a credit of the whole text."""
    tail = max(0, len(reduced) - _TAIL)
    for where, pattern in of_text():
        if where == "tail":
            match = pattern.search(reduced[tail:])
            if match:
                yield tail + match.start(), tail + match.end()
        elif where == "head" or not tail:
            match = pattern.match(reduced[:_HEAD] if where == "head" else reduced)
            if match:
                yield match.span()


def _within(places: list[int], spans: Iterable[Span]) -> Iterator[int]:
    """Which of some places lie in spans, by their number."""
    for start, end in spans:
        yield from range(bisect_left(places, start), bisect_left(places, end))


def _reduced(piece: str, line: Span, names: list[Span]) -> tuple[str, list[int]]:
    """A line with one sign for each agency, and where these signs stand in it."""
    parts: list[str] = []
    places = []
    at, length = line[0], 0
    for low, high in names:
        sign = DOUBTFUL if piece[low:high] in ALSO_SOMETHING_ELSE else SURE
        parts += [piece[at:low], sign]
        length += low - at + 1
        places.append(length - 1)
        at = high
    return "".join([*parts, piece[at : line[1]]]), places
