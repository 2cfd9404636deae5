"""The order in which a terminal shows a row, by Unicode's bidirectional algorithm (UAX #9).

Small and plain: there are no embeddings, overrides and isolates in what the workbench sends, so the
explicit levels and the isolating runs of the standard fall away, and brackets count as neutrals.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

_STRONG = {"L", "R", "AL"}


def visual_order(text: str, *, base: int | None = None) -> list[int]:
    """For each place on the screen, from left to right, which code point stands there.

    Args:
        text: a row as it was sent.
        base: the direction of the row, 0 or 1; None for that of its first letter.
    """
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    if base is None:
        first = next((kind for kind in kinds if kind in _STRONG), "L")
        base = int(first != "L")
    levels = _levels(_weak(kinds, base), base)
    for at in range(len(text) - 1, -1, -1):  # L1: blanks at the end go with the row
        if kinds[at] not in ("WS", "BN", "S", "B"):
            break
        levels[at] = base
    order = list(range(len(text)))
    for level in range(max(levels, default=0), 0, -1):  # L2
        shown: list[int] = []
        deep = [depth >= level for depth in levels]
        for inside, run in groupby(order, deep.__getitem__):
            part = list(run)
            shown += part[::-1] if inside else part
        order = shown
    return order


def _weak(kinds: list[str], base: int) -> list[str]:
    """Rules W1 to W7."""
    start = "R" if base else "L"
    kinds, before, strong = list(kinds), start, start
    for at in range(len(kinds)):
        if kinds[at] == "NSM":
            kinds[at] = before
        if kinds[at] == "EN" and strong == "AL":
            kinds[at] = "AN"
        before = kinds[at]
        strong = before if before in _STRONG else strong
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and (
            (left == "EN" and kind in ("ES", "CS")) or (left == "AN" and kind == "CS")
        ):
            kinds[at] = left
    for inside, group in groupby(range(len(kinds)), lambda at: kinds[at] == "ET"):
        run = list(group)
        beside = [kinds[at] for at in (run[0] - 1, run[-1] + 1) if 0 <= at < len(kinds)]
        if inside and "EN" in beside:
            for at in run:
                kinds[at] = "EN"
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind in ("L", "R"):
            strong = kind
    return kinds


def _levels(kinds: list[str], base: int) -> list[int]:
    """Rules N1, N2, I1 and I2."""
    own = "R" if base else "L"

    def neutral(at: int) -> bool:
        return kinds[at] not in ("L", "R", "EN", "AN")

    def side(at: int) -> str:
        return own if not 0 <= at < len(kinds) else "L" if kinds[at] == "L" else "R"

    settled = list(kinds)
    for inside, group in groupby(range(len(kinds)), neutral):
        run = list(group)
        if inside:
            left, right = side(run[0] - 1), side(run[-1] + 1)
            for at in run:
                settled[at] = left if left == right else own
    if base:
        return [1 if kind == "R" else 2 for kind in settled]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in settled]
