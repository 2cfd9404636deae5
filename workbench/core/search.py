"""Finding words in an article, a piece at a time, so that looking through much can be stopped."""

import re
from collections.abc import Iterator

from workbench.core.segments import Span

PIECE = 200_000
"""Code points looked through at once: a few milliseconds of work."""


def find(text: str, wanted: str) -> list[Span]:
    """Where words stand in a text, overlapping places left out.

    Smart case: with a capital letter among them upper and lower case differ, else not. A space
    stands for any white space.

    Args:
        text: canonical text.
        wanted: what is looked for, taken literally.

    Returns:
        Half-open spans of code points, in order.
    """
    return [span for _, spans in find_in_pieces(text, wanted) for span in spans]


def find_in_pieces(text: str, wanted: str, piece: int = PIECE) -> Iterator[tuple[int, list[Span]]]:
    """The same, one piece of the text after the other.

    Args:
        text: canonical text.
        wanted: what is looked for.
        piece: code points of a piece, at least 1.

    Yields:
        How far it has been looked through, and what begins in this piece.
    """
    if not wanted.strip():
        return
    parts = [part for part in wanted.split(" ") if part]
    pattern = re.compile(
        r"\s+".join(map(re.escape, parts)),
        0 if any(map(str.isupper, wanted)) else re.IGNORECASE,
    )
    # What begins in a piece may end behind it, by no more than this: white space may be long.
    beyond = re.compile(rf"(?:\S|\s+){{0,{sum(map(len, parts)) + len(parts)}}}")
    begin = free = 0
    while begin < len(text):
        end = min(len(text), begin + piece)
        tail = beyond.match(text, end)
        found: list[Span] = []
        for match in pattern.finditer(text, max(begin, free), tail.end() if tail else end):
            if match.start() >= end:
                break
            found.append(match.span())
            free = match.end()
        yield end, found
        begin = end
