"""What is drawn for a cluster while plain symbols are wanted: only what every terminal agrees on.

Terminals count cells in different ways. Some add up code points, some give a whole cluster the
width of its first letter; some know the newest emoji, some those of years ago; spacing vowels take
a cell in some and none in others. Where they differ, all that stands to the right of the cluster is
shifted, the next pane too. So a cluster in doubt is drawn as code points nobody counts differently:

- a flag as its letters, `[DE]`, `[GBENG]`, a keycap as `[1]`;
- a sequence of emoji, a tone of skin: the first emoji and `⁺`, which says that there is more;
- a variation selector or a joiner: left out, for it is about looks alone;
- Indic letters that join: the letters one after the other, and `⁺` for the signs left out;
- more than three marks on a letter: three, and `⁺`;
- what is too new, or has a width in doubt by itself: its number, `[1FAE9]`.

Only the view is different. Offsets, copies and exports stay what they are.
"""

import re
import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

from workbench.core.clusters import cluster_spans

MORE = "\N{SUPERSCRIPT PLUS SIGN}"
"""Stands behind a cluster of which something is left out; one cell everywhere."""

MOST_PLAIN_MARKS = 3
"""Marks on one letter that are drawn: what living scripts need, and no terminal paints over."""

OLDEST = "11.0.0"
"""The Unicode version (2018) whose widths the oldest terminals still in wide use have."""

_MOST_LETTERS = 3
_REACH = 64  # code points of a cluster that are looked at; the rest of a flood is left out

_TAGS = re.compile("\U0001f3f4([\U000e0020-\U000e007e]+)\U000e007f")
_KEYCAP = re.compile("([0-9#*])\ufe0f?\u20e3")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{1,2}")
_FOR_LOOKS = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Thai and Lao write one vowel as a letter that joins the one before it; its two halves do not.
_IN_HALVES = {"\u0e33": "\u0e4d\u0e32", "\u0eb3": "\u0ecd\u0eb2"}
_JOINS_LETTERS = 9  # the combining class of viramas
_DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"


def plain_symbols(cluster: str) -> tuple[str, int]:
    """What to draw for a cluster, and its cells: the same number by every terminal's count.

    Args:
        cluster: one grapheme cluster, without signs that are never drawn.
    """
    tags, keycap = _TAGS.match(cluster), _KEYCAP.match(cluster)
    flag = _FLAG.match(cluster)
    for found, letters in (
        (tags, tags and "".join(chr(ord(tag) & 0x7F) for tag in tags[1]).upper()),
        (keycap, keycap and keycap[1]),
        (flag, flag and "".join(chr(ord(half) - 0x1F1E6 + ord("A")) for half in flag[0])),
    ):
        if found and letters:
            rest = _FOR_LOOKS.sub("", cluster[found.end() :])
            return _with_cells(f"[{letters}]", lost=bool(rest))
    text = _FOR_LOOKS.sub("", cluster[:_REACH])
    if len(text) > 1:
        text = unicodedata.normalize("NFC", text)
    text = "".join(_IN_HALVES.get(character, character) for character in text)
    # Without the sign behind it that keeps two letters apart, a virama would join them.
    shown, lost = _agreed_part(text, len(text) + (cluster[-1] == "\u200c"))
    lost = lost or len(cluster) > _REACH
    if not shown:
        return _with_cells(f"[{ord(cluster[0]):04X}]", lost=len(text) > 1)
    if not _stands_apart(shown):
        shown, lost = shown[0], True
    if agreed_cells(text[0]) is None:  # it stood between the cluster before and this letter
        return _with_cells(MORE + shown, lost=False)
    return _with_cells(shown, lost=lost)


@lru_cache(4096)
def agreed_cells(character: str) -> int | None:
    """How many cells terminals give a code point, or None where they differ."""
    joins = (len(cluster_spans(character + letter)) < 2 for letter in "a\u0915\u1100\U0001f1e6")
    if not unicodedata.category(character).startswith("M") and any(joins):
        return None  # joins what follows, and then the two are counted in different ways
    widths = {
        get_character_cell_size(character),
        get_character_cell_size(character, OLDEST),
        _cells_by_category(character),
    }
    return widths.pop() if len(widths) == 1 else None


def _agreed_part(text: str, end: int) -> tuple[str, bool]:
    """The code points of a cluster that can be drawn, and whether any are left out.

    Args:
        text: the cluster.
        end: where it ends; only there may a virama stand.
    """
    shown, lost = "", False
    letters = marks = 0
    for at, character in enumerate(text):
        cells = agreed_cells(character)
        if cells is None:
            lost = True
        elif cells == 0:
            joins = unicodedata.combining(character) == _JOINS_LETTERS and at + 1 < end
            if joins or marks == MOST_PLAIN_MARKS:
                lost = True
                continue
            shown += character if shown else _DOTTED_CIRCLE + character
            marks += 1
        elif shown and (not character.isalpha() or cells > 1 or letters == _MOST_LETTERS):
            lost = True  # the second picture of a sequence
        else:
            shown, letters, marks = shown + character, letters + 1, 0
    return shown, lost


def _stands_apart(shown: str) -> bool:
    """Whether no two of the letters would be taken for one cluster."""
    return all(
        sum(bool(agreed_cells(character)) for character in shown[start:end]) < 2
        for start, end in cluster_spans(shown)
    )


def _with_cells(shown: str, *, lost: bool) -> tuple[str, int]:
    shown += MORE if lost else ""
    return shown, sum(agreed_cells(character) or 0 for character in shown)


def _cells_by_category(character: str) -> int:
    """The count of terminals that go by a character's category, GNOME's for one."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
