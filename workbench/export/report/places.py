"""Where in an article a claim begins, as people count: paragraphs and lines."""

from collections.abc import Iterable
from typing import NamedTuple

from workbench.core.long_text import Text

_PIECE = 1 << 16  # code points that are looked at together


class Place(NamedTuple):
    """Where something begins.

    Attributes:
        paragraph: lines with words up to and with the one it begins in, counted from 1.
        line: lines up to and with that one.
    """

    paragraph: int
    line: int


def places(text: Text, starts: Iterable[int]) -> dict[int, Place]:
    """The places of some code points of a text, in one pass over it.

    Args:
        text: a canonical text; it is looked at piece by piece, up to the last start.
        starts: code points; what is not in the text is left out.

    Returns:
        Places by code point.
    """
    wanted = sorted({start for start in starts if 0 <= start < len(text)})
    found: dict[int, Place] = {}
    paragraph, line, begun = 0, 1, False
    at = 0
    for start in wanted:
        while at < start:
            piece = text[at : min(start, at + _PIECE)]
            at += len(piece)
            for index, words in enumerate(piece.split("\n")):
                if index:
                    line, begun = line + 1, False
                if not begun and words.strip():
                    paragraph, begun = paragraph + 1, True
        found[start] = Place(paragraph if begun else paragraph + 1, line)
    return found
