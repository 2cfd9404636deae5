"""Sentences as spans of code points; they never cross lines.

Very long lines are cut on a grid that depends on nothing but the text, so that a sentence found
from the middle is the sentence found from the beginning.
"""

import re
from collections.abc import Iterator

from workbench.core.long_text import Text
from workbench.core.segments import Span, back_over_space, line_at, skip_all_space

VERSION = 1
"""Raised when other sentences come out than before; every index is made anew then."""

GRID = 16_384
"""Code points after which a line without end is cut at the next sentence end or space."""

_REACH = 2_048  # how far past the grid a good place for the cut is looked for

_CUT = re.compile(
    # After a plain word and before a capital, or after a mark of its own: an end in any reading.
    r"(?<=[^\W\dA-Z_][^\W\dA-Z_][^\W\dA-Z_])[.!?][\"”»)]{0,3}(?=\s+[A-ZА-ЯÀ-Þ\"“«])"
    r"|[。！？][」』”’）〉》]{0,3}|[।॥۔؟።။།][\"”»)]{0,3}(?=\s)"
)


def sentence_at(text: Text, offset: int) -> Span | None:
    """The sentence over `offset`; between two, the one before; None on an empty line."""
    line_start, line_end = line_at(text, offset)
    while True:
        piece_start, piece_end = _piece(text, line_start, line_end, offset)
        found: Span | None = None
        for start, end in _split(text, piece_start, piece_end):
            if start > offset and found is not None:
                break
            found = (start, end)
            if offset < end:
                break
        if piece_start == line_start or (found is not None and found[0] <= offset):
            return found
        offset = piece_start - 1  # white space at the beginning of a piece: the one before


def next_sentence(text: Text, offset: int) -> int:
    """Where the sentence after the one at `offset` begins; `len(text)` when there is none."""
    here = sentence_at(text, offset)
    if here is not None and here[0] > offset:
        return here[0]
    at = here[1] if here is not None else offset
    at = skip_all_space(text, at)
    if at >= len(text):
        return len(text)
    following = sentence_at(text, at)
    return following[0] if following else len(text)


def previous_sentence(text: Text, offset: int) -> int:
    """Where this sentence begins, or the one before when `offset` is its beginning; else 0."""
    here = sentence_at(text, offset)
    if here is not None and here[0] < offset:
        return here[0]
    at = back_over_space(text, offset)
    if at <= 0:
        return 0
    before = sentence_at(text, at - 1)
    return before[0] if before else 0


def all_sentences(text: Text, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """All sentences of the lines that begin in [start, end), in order.

    Args:
        text: canonical text.
        start: the beginning of a line.
        end: where to stop; the end of the text when None.
    """
    end = len(text) if end is None else end
    at = start
    while at < end:
        piece_end = next_piece(text, at)
        yield from split_piece(text, at, piece_end)
        at = piece_end


def next_piece(text: Text, start: int) -> int:
    """Where the piece that begins at `start` ends.

    A piece is a line with its line end, or a part of a very long one; sentences never cross pieces,
    so a text can be split a piece at a time.

    Args:
        text: canonical text.
        start: 0, or what this function gave before.
    """
    line_start, line_end = line_at(text, start)
    end = _piece(text, line_start, line_end, start)[1]
    return min(len(text), end + 1) if end == line_end else end


def split_piece(text: Text, start: int, end: int) -> Iterator[Span]:
    """The sentences of one piece, without the white space around them."""
    if end > start and text[end - 1] == "\n":
        end -= 1
    yield from _split(text, start, end)


def _split(text: Text, start: int, end: int) -> Iterator[Span]:
    from workbench.core.sentence_ends import sentences_of  # its tables take 8 ms to make

    for first, last in sentences_of(text[start:end]):
        yield start + first, start + last


def _piece(text: Text, line_start: int, line_end: int, offset: int) -> Span:
    """The part of a line, between two cuts of the grid, that holds `offset`."""
    if line_end - line_start <= GRID + _REACH:
        return line_start, line_end
    offset = min(offset, line_end - 1)  # the line's end belongs to its last sentence
    index = max(0, (offset - line_start) // GRID)
    start = _cut(text, line_start, line_end, index)
    if start > offset:
        index -= 1
        start = _cut(text, line_start, line_end, index)
    return start, _cut(text, line_start, line_end, index + 1)


def _cut(text: Text, line_start: int, line_end: int, index: int) -> int:
    """The index-th cut of a long line: after a sentence end, else a space, else just there."""
    if index <= 0:
        return line_start
    nominal = line_start + index * GRID
    if nominal + _REACH >= line_end:
        return line_end
    ending = _CUT.search(text[nominal : nominal + _REACH])
    if ending:
        return nominal + ending.end()
    space = text.find(" ", nominal, nominal + _REACH)
    return space + 1 if space >= 0 else nominal
