"""Finding words in an article."""

import re
from collections.abc import Iterator

from workbench.core.long_text import Text
from workbench.core.segments import Span

_PIECE = 65_536
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
    return [span for _, found in find_by_pieces(text, wanted) for span in found]


def find_by_pieces(text: Text, wanted: str) -> Iterator[tuple[int, list[Span]]]:
    """The same, a piece of the text at a time.

    Yields:
        How many code points have been looked at, and the spans found since the last time.
    """
    parts = wanted.split()
    if not parts:
        return
    flags = 0 if any(map(str.isupper, wanted)) else re.IGNORECASE
    pattern = re.compile(r"\s+".join(map(re.escape, parts)), flags)
    at = 0
    while at < len(text):
        piece = text[at : at + _PIECE + _OVERLAP + len(wanted)]
        to_the_end = at + len(piece) >= len(text)
        edge = len(piece) if to_the_end else _PIECE
        following = at + edge
        found: list[Span] = []
        for match in pattern.finditer(piece):
            if match.start() >= edge:
                break
            found.append((at + match.start(), at + match.end()))
            following = max(following, at + match.end())
        at = following
        yield at, found
