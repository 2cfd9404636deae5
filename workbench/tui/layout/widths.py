"""How many cells a piece of text takes, and what is shown of it.

Clusters are drawn whole or not at all. Signs without width of their own (soft hyphens, joiners
that bind no picture) are left out on screen: terminals disagree about them, and one that disagrees
shifts everything to its right. A flood, more than any script piles into one cluster, is cut.
"""

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from workbench.core.clusters import cluster_spans
from workbench.core.text import harmless
from workbench.tui.layout.plain_symbols import plain_symbols

MOST_MARKS = 12
"""Code points of one cluster that are drawn; a flood of combining marks is cut there."""

MOST_CELLS = 4
"""Cells of one cluster that are drawn: three Indic letters that join still are three wide."""

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u061c]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_LOOSE_JOINER = re.compile("(?<![\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff])\u200d")
_DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"

_narrow: dict[bool, set[str]] = {plain: set(map(chr, range(0x20, 0x7F))) for plain in (False, True)}
_odd: dict[bool, set[str]] = {False: set(), True: set()}


@lru_cache(8192)
def drawn(cluster: str, plain: bool = False) -> tuple[str, int]:
    """What is drawn for a cluster, and how many cells it takes.

    Args:
        cluster: one grapheme cluster.
        plain: draw only what all terminals give the same width; see `plain_symbols`.

    Returns:
        The text to send, and its cells: 0 to `MOST_CELLS`, plain flags a few more. It is the number
        that rich counts in that text, alone or among others.
    """
    if cluster == "\n":
        return "", 0
    shown = _UNSEEN.sub("", cluster)
    if not shown.strip("\u200c\u200d"):
        return "", 0
    if len(shown) == 1:  # stored text is harmless; a database from elsewhere may not be
        shown = harmless(shown)
    if plain:
        return plain_symbols(shown)
    # rich takes a joiner and what follows it for one picture, in the next cluster too.
    shown = _LOOSE_JOINER.sub("", shown[:MOST_MARKS]).rstrip("\u200d")
    if _FLAG.fullmatch(shown):
        return shown, 2
    width = cell_len(shown)
    while width > MOST_CELLS:
        shown = shown[:-1].rstrip("\u200d")
        width = cell_len(shown)
    if width == 0:
        # A tone of skin without a hand is two cells to most, none to rich: it is not sent.
        marks = "".join(c for c in shown if unicodedata.category(c) != "Sk")
        return _DOTTED_CIRCLE + marks[: MOST_MARKS - 1], 1
    return shown, width


def breaks_after(shown: str) -> bool:
    """Whether a line may be broken behind what is drawn: an ideograph, a syllable, a picture."""
    return bool(shown) and (
        get_character_cell_size(shown[0]) == 2 or bool(_FLAG.fullmatch(shown[:2]))
    )


def odd_characters(text: str, plain: bool = False) -> set[str]:
    """Which characters of a text are not one cell wide and a cluster of their own.

    The work is done once for each distinct character ever seen, not for each character.
    """
    narrow, odd = _narrow[plain], _odd[plain]
    characters = set(text)
    for character in characters - narrow - odd - {"\n"}:
        (narrow if _is_narrow(character, plain=plain) else odd).add(character)
    return characters & odd


def _is_narrow(character: str, *, plain: bool) -> bool:
    if _UNSEEN.match(character) or "\U0001f1e6" <= character <= "\U0001f1ff":
        return False
    # Joins its neighbours, or is joined by them: Hangul jamo, prepended marks, Indic letters.
    joins = (
        len(cluster_spans(f"\u0915\u094d{character}")) < 2
        or len(cluster_spans(f"{character}\u1100")) < 2
        or len(cluster_spans(f"a{character}a")) < 3
    )
    return not joins and drawn(character, plain) == (character, 1)
