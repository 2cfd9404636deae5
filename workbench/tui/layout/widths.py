"""How many cells a piece of text takes, and what is shown of it.

Clusters are drawn whole or not at all. Signs without width of their own (soft hyphens, joiners
that bind nothing) are left out on screen: terminals disagree about them, and one that disagrees
shifts everything to its right.
"""

import re
from functools import lru_cache

from rich.cells import cell_len

from workbench.core.clusters import cluster_spans

MOST_MARKS = 12
"""Code points of one cluster that are drawn; a flood of combining marks is cut there."""

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u061c]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"

_narrow: set[str] = {chr(code) for code in range(0x20, 0x7F)}
_odd: set[str] = set()


@lru_cache(8192)
def drawn(cluster: str) -> tuple[str, int]:
    """What is drawn for a cluster, and how many cells it takes (0, 1 or 2)."""
    if cluster == "\n":
        return "", 0
    shown = _UNSEEN.sub("", cluster)
    if len(shown) > MOST_MARKS:
        shown = shown[:MOST_MARKS].rstrip("\u200d")  # a joiner would join what comes next
    if not shown:
        return "", 0
    if _FLAG.fullmatch(shown):
        return shown, 2
    width = cell_len(shown)
    if width == 0:
        return _DOTTED_CIRCLE + shown, 1
    return shown, min(width, 2)


def odd_characters(text: str) -> set[str]:
    """Which characters of a text are not one cell wide and a cluster of their own.

    The work is done once for each distinct character ever seen, not for each character.
    """
    characters = set(text)
    unknown = characters - _narrow - _odd - {"\n"}
    for character in unknown:
        (_narrow if _is_narrow(character) else _odd).add(character)
    return characters & _odd


def _is_narrow(character: str) -> bool:
    if _UNSEEN.match(character) or "\U0001f1e6" <= character <= "\U0001f1ff":
        return False
    # Joins its neighbours, or is joined by them: Hangul jamo, prepended marks, Indic letters.
    joins = (
        len(cluster_spans(f"\u0915\u094d{character}")) < 2
        or len(cluster_spans(f"{character}\u1100")) < 2
        or len(cluster_spans(f"a{character}a")) < 3
    )
    return not joins and cell_len(character) == 1
