"""Words and paragraphs as spans of code points. A line of canonical text is a paragraph."""

import functools
from collections.abc import Iterator
from typing import Any

from workbench.core.long_text import Text

_REACH = 4_096
"""Code points that are looked at in one go where it is not known how many it will take."""

Span = tuple[int, int]


@functools.cache
def _word() -> Any:
    import regex

    # Marks belong to words (Devanagari vowels); so do inner apostrophes, hyphens and number points.
    return regex.compile(r"\d+(?:[.,]\d+)*\w*|\w+(?:(?:['’\-‐‑]|\.(?=\w))\w+)*")


def words(text: Text, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The words between two offsets, in reading order."""
    for match in _word().finditer(text[start : len(text) if end is None else end]):
        yield start + match.start(), start + match.end()


def word_at(text: Text, offset: int) -> Span | None:
    """The word over `offset`, or None between words."""
    low, high = _window(text, offset)
    for start, end in words(text, low, high):
        if start <= offset < end:
            return start, end
        if start > offset:
            break
    return None


def next_word(text: Text, offset: int) -> int:
    """Where the next word after the one at `offset` begins; `len(text)` when there is none."""
    here = word_at(text, offset)
    at = here[1] if here else offset + 1
    while at < len(text):
        match = _word().search(text[at : at + _REACH])
        if match:
            return at + int(match.start())
        at += _REACH
    return len(text)


def previous_word(text: Text, offset: int) -> int:
    """Where the word before `offset` begins; 0 when there is none."""
    reach = 256
    while True:
        low = max(0, offset - reach)
        begun = [start for start, _ in words(text, low, offset) if start > low or low == 0]
        if begun:
            return begun[-1]
        if low == 0:
            return 0
        reach *= 4


def line_at(text: Text, offset: int) -> Span:
    """The line (paragraph) that holds `offset`, without its line end."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def next_paragraph(text: Text, offset: int) -> int:
    """Where the next line with words begins; `len(text)` when there is none."""
    at = line_at(text, offset)[1]
    while at < len(text):
        start, end = line_at(text, at + 1)
        first = skip_space(text, start)
        if first < end:
            return first
        at = end
    return len(text)


def previous_paragraph(text: Text, offset: int) -> int:
    """Where this paragraph begins, or the one before when `offset` is its beginning."""
    start, end = line_at(text, offset)
    first = skip_space(text, start)
    if first < min(end, offset):
        return first
    while start > 0:
        start, end = line_at(text, start - 1)
        first = skip_space(text, start)
        if first < end:
            return first
    return 0


def _window(text: Text, offset: int) -> Span:
    low, high = max(0, offset - 256), min(len(text), offset + 256)
    while low > 0 and not text[low].isspace() and offset - low < 4096:
        low -= 1
    while high < len(text) and not text[high].isspace() and high - offset < 4096:
        high += 1
    return low, high


def skip_space(text: Text, at: int, end: int | None = None) -> int:
    """The first offset from `at` on that is no white space within a line."""
    end = len(text) if end is None else end
    while at < end:
        piece = text[at : min(end, at + _REACH)]
        seen = piece.find("\n")
        piece = piece if seen < 0 else piece[:seen]
        blank = len(piece) - len(piece.lstrip())
        at += blank
        if seen >= 0 or blank < len(piece):
            break
    return at


def skip_all_space(text: Text, at: int) -> int:
    """The first offset from `at` on that is no white space, line ends included."""
    while at < len(text):
        piece = text[at : at + _REACH]
        blank = len(piece) - len(piece.lstrip())
        at += blank
        if blank < len(piece):
            break
    return at


def back_over_space(text: Text, at: int) -> int:
    """The offset after the last code point before `at` that is no white space."""
    while at > 0:
        piece = text[max(0, at - _REACH) : at]
        kept = len(piece.rstrip())
        at -= len(piece) - kept
        if kept:
            break
    return at
