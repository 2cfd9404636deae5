"""The words around a value that make it a claim of its own."""

import re

from workbench.core.segments import Span, words

MOST_AROUND = 4
"""Words taken along on each side of a value, where no punctuation ends them sooner."""

_EDGE = re.compile(r"[,;:()\[\]—–\"“”«»„‹›。、，；：！？।؟،؛]|[.!?…](?=\s|$)")


def clause_around(text: str, start: int, end: int, most: int = MOST_AROUND) -> Span:
    """The stretch between punctuation around a span, at most `most` words on each side.

    Args:
        text: a claim's words.
        start: where the value begins, in code points.
        end: the offset after it.
        most: words taken along on each side.

    Returns:
        Half-open code points of `text` that hold the value and whole words around it.
    """
    low = max((edge.end() for edge in _EDGE.finditer(text, 0, start)), default=0)
    high = next((edge.start() for edge in _EDGE.finditer(text, end)), len(text))
    before = list(words(text, low, start))[-most:]
    after = list(words(text, end, high))[:most]
    # A value may begin or end within a word that has a hyphen or an apostrophe.
    first = min(before[0][0] if before else start, start)
    last = max(after[-1][1] if after else end, end)
    return first, last
