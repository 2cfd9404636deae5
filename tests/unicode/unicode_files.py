"""Unicode's own samples, and how terminals count their cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import regex
from rich.cells import cell_len, get_character_cell_size

HERE = Path(__file__).parent

ATTACHED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c"
"""Signs without width: ours belong to the cluster before them, wherever they stand."""


def _lines(name: str) -> Iterator[str]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _characters(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


def break_samples() -> list[list[str]]:
    """The samples of GraphemeBreakTest.txt, each as its clusters."""
    return [
        [_characters(part.replace("×", " ")) for part in line.strip("÷ ").split("÷")]
        for line in _lines("GraphemeBreakTest.txt")
    ]


def emoji() -> list[str]:
    """The emoji of emoji-test.txt in every form, and the variation sequences."""
    names = ("emoji-test.txt", "emoji-variation-sequences.txt")
    return [_characters(line.split(";")[0]) for name in names for line in _lines(name)]


BREAK_SAMPLES = break_samples()
EMOJI = emoji()
WHOLE_SAMPLES = ["".join(parts) for parts in BREAK_SAMPLES]


def with_signs_attached(parts: list[str]) -> list[str]:
    """Unicode's clusters as ours are: signs without width go with what stands before them."""
    clusters: list[str] = []
    for part in parts:
        rest = part.lstrip(ATTACHED) if clusters and clusters[-1] != "\n" else part
        if rest != part:
            clusters[-1] += part[: len(part) - len(rest)]
        if rest:
            clusters.append(rest)
    return clusters


# How terminals count. None of these asks the code under test.


def code_points_added_up(version: str) -> Callable[[str], int]:
    """Most terminals, tmux and screen: each code point by the table of a Unicode version."""
    return lambda text: sum(get_character_cell_size(character, version) for character in text)


def by_category(text: str) -> int:
    """Terminals on GLib: marks and format signs none, spacing vowels one, wide letters two."""
    cells = 0
    for character in text:
        if unicodedata.category(character) not in ("Mn", "Me", "Cf"):
            cells += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return cells


def by_clusters(text: str) -> int:
    """The newest terminals: a cluster is as wide as its widest letter; selectors decide."""
    cells = 0
    for cluster in regex.findall(r"\X", text):
        widest = max(get_character_cell_size(character) for character in cluster)
        flag = regex.match(r"\p{RI}{2}", cluster)
        if "\ufe0f" in cluster or flag:
            widest = 2
        elif "\ufe0e" in cluster:
            widest = 1
        cells += widest
    return cells


TERMINALS: dict[str, Callable[[str], int]] = {
    "rich": cell_len,
    "rich with the widths of 2018": lambda text: cell_len(text, "11.0.0"),
    "rich with the widths of 2022": lambda text: cell_len(text, "15.0.0"),
    "code points, newest widths": code_points_added_up("auto"),
    "code points, widths of 2018": code_points_added_up("11.0.0"),
    "code points, widths of 2019": code_points_added_up("12.1.0"),
    "code points, by category": by_category,
    "clusters": by_clusters,
}
