"""Finding words in an article, a piece at a time, so that looking through much can be stopped."""

import re
from collections.abc import Iterator

from workbench.core.long_text import Text
from workbench.core.segments import Span

PIECE = 200_000
"""Code points looked through at once: a few milliseconds of work."""

_OVERLAP = 4_096  # words may be parted by as much white space as this, less their own length


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
        How far it has been looked through, and what was found since the last time.
    """
    parts = wanted.split()
    if not parts:
        return
    flags = 0 if any(map(str.isupper, wanted)) else re.IGNORECASE
    pattern = re.compile(r"\s+".join(map(re.escape, parts)), flags)
    at = free = 0
    while at < len(text):
        part = text[at : at + piece + _OVERLAP + len(wanted)]
        edge = min(piece, len(text) - at)
        found: list[Span] = []
        for match in pattern.finditer(part, max(0, free - at)):
            if match.start() >= edge:
                break
            found.append((at + match.start(), at + match.end()))
            free = at + match.end()
        at += edge
        yield at, found
