"""What lies where in an article, for the column beside its pane."""

from collections.abc import Iterable

from workbench.core.spans import Placed
from workbench.tui.layout.paint import Mark
from workbench.tui.theme import STRENGTH

_RANK = {name: place for place, name in enumerate((*STRENGTH, "hit", ""))}


def overview(
    marks: Iterable[Mark], hits: Iterable[Placed[None]], length: int, height: int
) -> list[str]:
    """The strongest standing among the claims that begin in each part of an article.

    Args:
        marks: the article's claims.
        hits: its search hits.
        length: code points of the article, at least 1.
        height: rows of the column, at least 1.

    Returns:
        A name for each row: a standing, `hit` where there are only search hits, or "".
    """
    rows = [""] * height
    for name, start in (
        *(("hit", hit.start) for hit in hits),
        *((mark.standing, mark.start) for mark in marks),
    ):
        row = min(height - 1, start * height // length)
        if _RANK[name] < _RANK[rows[row]]:
            rows[row] = name
    return rows
