"""The words around a value that make it a claim of its own."""

import re
from itertools import islice

from workbench.core.segments import Span, words

MOST_AROUND = 4
"""Words taken along on each side of a value, where no punctuation ends them sooner."""

_REACH = 400
"""Code points looked at on each side: six of the longest words, a clause without spaces."""

_SPACE = re.compile(r"\s")
_EDGE = re.compile(r"[,;:()\[\]—–\"“”«»„‹›。、，；：！？।؟،؛]|[.!?…](?=\s|$)")


def clause_around(text: str, start: int, end: int, most: int = MOST_AROUND) -> Span:
    """The stretch between punctuation around a span, at most `most` words on each side.

    Args:
        text: a claim's words.
        start: where the value begins, in code points.
        end: the offset after it.
        most: words taken along on each side.

    Returns:
        Half-open code points of `text` that hold the value and whole words around it, none of which
        begins or ends more than 400 code points away.
    """
    before = list(words(text, _low(text, start), start))[-most:]
    after = list(islice(words(text, end, _high(text, end)), most))
    # A value may begin or end within a word that has a hyphen or an apostrophe.
    first = min(before[0][0] if before else start, start)
    last = max(after[-1][1] if after else end, end)
    return first, last


def _low(text: str, start: int) -> int:
    """Where the words before a value begin: behind punctuation, else where a word does."""
    least = max(0, start - _REACH)
    edge = max((edge.end() for edge in _EDGE.finditer(text, least, start)), default=0)
    if edge or not least:
        return edge
    space = _SPACE.search(text, least, start)
    return space.end() if space else start


def _high(text: str, end: int) -> int:
    """Where the words behind a value end: before punctuation, else where a word does."""
    most = end + _REACH
    # One further, so that a point is seen to be the end of a sentence or not.
    edges = (edge.start() for edge in _EDGE.finditer(text, end, most + 1))
    high = next(edges, len(text))
    if high < most or len(text) <= most:
        return high
    return next((at for at in range(most, end, -1) if text[at].isspace()), end)
