"""From a place to its quote and back (W3C TextPositionSelector and TextQuoteSelector)."""

import re
from typing import NamedTuple

from workbench.core.long_text import Text

CONTEXT = 32
"""Code points of prefix and suffix kept beside a quote, as the W3C model's users do."""

# Each character and what stands for it when a quote is typed rather than pasted. One for one, so
# that offsets in the folded text are offsets in the text.
_FOLD = str.maketrans(
    "‘’‚‛“”„‟«»‹›‐‑‒–—―−\xa0\u2007\u202f",
    "''''\"\"\"\"\"\"''-------   ",
)


class Anchor(NamedTuple):
    """A span with its exact words and their surroundings."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def anchor(text: Text, start: int, end: int) -> Anchor:
    """The quote at [start, end) with up to `CONTEXT` code points on either side."""
    return Anchor(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )


def fold_signs(text: str) -> str:
    """The text with quotation marks, dashes and fixed spaces made alike, one for one."""
    return text.translate(_FOLD)


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Where a quote stands in a text.

    Exact places first; only when there are none, places that differ in the kind of quotation
    marks, dashes and white space. Nothing is guessed beyond that.

    Args:
        text: canonical text.
        quote: the words looked for, as typed or pasted.

    Returns:
        Half-open spans in reading order; overlapping ones included.
    """
    if not quote.strip():
        return []
    exact = [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]
    if exact:
        return [(start, start + len(quote)) for start in exact]
    parts = r"\s+".join(re.escape(part) for part in fold_signs(quote).split())
    loose = re.compile(f"(?=({parts}))")
    return [match.span(1) for match in loose.finditer(fold_signs(text))]
