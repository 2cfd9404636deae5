"""Grapheme clusters: the steps of a cursor, so that no mark is ever cut from its letter."""

import functools
import re
from collections.abc import Iterator
from typing import Any

from workbench.core.long_text import Text

# Marks without width that Unicode makes clusters of their own; a cursor should not stop on them.
_ATTACHED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c"

# Two neighbours from these ranges always have a cluster boundary between them, whatever follows,
# so a search for a boundary can start there: letters of the living scripts, punctuation, CJK,
# Hangul syllables, pictures; no combining marks, joiners, jamo, flags or tones of skin.
_PLAIN = (
    "\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0558\u0561-\u058a\u05d0-\u05ea"
    "\u0620-\u064a\u0904-\u0939\u0964-\u0970\u0985-\u09b9\u0a05-\u0a39\u0a85-\u0ab9\u0b05-\u0b39"
    "\u0b85-\u0bb9\u0c05-\u0c39\u0c85-\u0cb9\u0d0e-\u0d3a\u0d85-\u0dc6\u0e01-\u0e30\u0e40-\u0e45"
    "\u0e81-\u0eb0\u0ec0-\u0ec4\u0f40-\u0f6c\u1000-\u102a\u10a0-\u10ff\u1200-\u135a\u1780-\u17b3"
    "\u1820-\u1878\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u2426"
    "\u3000-\u3029\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9d\ufffd\U0001f300-\U0001f3fa\U0001f400-\U0001f64f"
    "\U0001f680-\U0001f6d9\U0001f900-\U0001f9ff\U00020000-\U0002a6df"
)
_REACH = 512


@functools.cache
def _boundary() -> re.Pattern[str]:
    return re.compile(f"[{_PLAIN}](?=[{_PLAIN}])")


@functools.cache
def _cluster() -> Any:
    import regex

    # \X counts the flags before a flag each time, so a flood of flags is taken in pairs instead.
    flag = r"\p{RI}{2}[\p{GCB=Extend}\p{GCB=SpacingMark}\u200d]*+"
    # A line end stands alone: what follows it is in another row.
    return regex.compile(rf"\n|(?:{flag}|\X)[{_ATTACHED}]*")


def cluster_end(text: Text, offset: int) -> int:
    """The offset after the cluster that begins at `offset`; `len(text)` at the end."""
    if offset >= len(text):
        return len(text)
    if _parted(text[offset : offset + 2]):
        return offset + 1
    reach = _REACH
    while True:
        piece = text[offset : offset + reach]
        match = _cluster().match(piece)
        length = int(match.end()) if match else 1
        # Where the piece ends, the cluster may go on.
        if length < len(piece) or offset + len(piece) >= len(text):
            return offset + length
        reach *= 4


def cluster_start(text: Text, offset: int) -> int:
    """The offset at which the cluster holding the code point at `offset` begins.

    An offset at or past the end of the text is returned as `len(text)`.
    """
    if offset >= len(text):
        return len(text)
    if offset <= 0:
        return 0
    if _parted(text[offset - 1 : offset + 1]):
        return offset
    at = _safe_start(text, offset)
    while True:
        end = cluster_end(text, at)
        if end > offset:
            return at
        at = end


def previous_cluster(text: Text, offset: int) -> int:
    """The beginning of the cluster before the one at `offset`; 0 at the beginning."""
    return cluster_start(text, max(0, offset - 1))


def snap(text: Text, start: int, end: int) -> tuple[int, int]:
    """Widen a span so that both its edges fall between clusters."""
    start = cluster_start(text, max(0, min(start, len(text))))
    end = min(end, len(text))
    if end > start:
        last = cluster_start(text, end - 1)
        end = cluster_end(text, last)
    return start, max(start, end)


def cluster_spans(text: str) -> list[tuple[int, int]]:
    """All clusters of a (short) text as half-open spans of code points."""
    return [match.span() for match in _cluster().finditer(text)]


def clusters_from(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The clusters of a text from the beginning of one on, found as they are asked for."""
    for match in _cluster().finditer(text, start):
        yield match.span()


def _parted(pair: str) -> bool:
    """Whether two neighbours are sure to have a boundary between them; the usual ones quickly."""
    if pair.isascii() and len(pair) == 2 and pair.replace("\n", " ").isprintable():
        return True
    return bool(_boundary().match(pair))


def _safe_start(text: Text, offset: int) -> int:
    """A cluster boundary at or before `offset`, found without reading the whole text."""
    reach = _REACH
    while True:
        low = max(0, offset - reach)
        last = None
        for match in _boundary().finditer(text[low : offset + 1]):
            last = match
        if last is not None:
            return low + last.end()
        if low == 0:
            return 0
        reach *= 4
