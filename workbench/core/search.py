"""Finding words in an article, a piece at a time, so that looking through much can be stopped."""

import re
from collections.abc import Iterator

from workbench.core.long_text import Text
from workbench.core.segments import Span

PIECE = 200_000
"""Code points looked through at once: a few milliseconds of work."""

_LOOK_AHEAD = 1_000  # code points behind a piece that are looked at first


def find(text: Text, wanted: str) -> list[Span]:
    """Where words stand in a text, overlapping places left out.

    Smart case: with a capital letter among them upper and lower case differ, else not. A space
    stands for any white space.

    Args:
        text: canonical text.
        wanted: what is looked for, taken literally.

    Returns:
        Half-open spans of code points, in order.
    """
    return [span for _, found in find_in_pieces(text, wanted) for span in found]


def find_in_pieces(text: Text, wanted: str, piece: int = PIECE) -> Iterator[tuple[int, list[Span]]]:
    """The same, one piece of the text after the other.

    Args:
        text: canonical text.
        wanted: what is looked for.
        piece: code points of a piece, at least 1.

    Yields:
        How far it has been looked through, and what begins in this piece.
    """
    pattern = pattern_of(wanted)
    if pattern is None:
        return
    parts = wanted.split()
    # What begins in a piece may end behind it, by no more than this: white space may be long.
    beyond = re.compile(rf"(?:\S|\s+){{0,{sum(map(len, parts)) + len(parts)}}}")
    begin = free = 0
    while begin < len(text):
        end = min(len(text), begin + piece)
        first = max(begin, free)
        found: list[Span] = []
        for match in pattern.finditer(text[first : _reach(text, end, beyond)]):
            if first + match.start() >= end:
                break
            free = first + match.end()
            found.append((first + match.start(), free))
        yield end, found
        begin = end


def pattern_of(wanted: str) -> re.Pattern[str] | None:
    """What finds words the way `find` does, in a text that is short; None when there are none."""
    parts = wanted.split()
    if not parts:
        return None
    flags = 0 if any(map(str.isupper, wanted)) else re.IGNORECASE
    return re.compile(r"\s+".join(map(re.escape, parts)), flags)


def _reach(text: Text, start: int, pattern: re.Pattern[str]) -> int:
    """Where what a pattern matches at a place ends, however long that is."""
    size = _LOOK_AHEAD
    while True:
        end = min(len(text), start + size)
        match = pattern.match(text[start:end])
        reached = start + match.end() if match else start
        if reached < end or end == len(text):
            return reached
        size *= 4
