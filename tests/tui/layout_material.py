"""Texts for the tests of rows and cells."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from workbench.core.clusters import cluster_spans
from workbench.core.text import canonical_text
from workbench.tui.layout.widths import drawn
from workbench.tui.layout.wrap import Row, WrapTable

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BOUNDED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

_PIECES = (
    "the ", "Kabul ", "a", "  ", " ", "\n", "\n\n", " \n", "extraordinarily", "3,000 ", "“no”",
    "\u4e2d\u6587", "\u4e2d", "\uff21", "\ud55c\uad6d\uc5b4", "\u1112\u1161\u11ab",
    "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2764\ufe0f",
    "\U0001f1e6\U0001f1eb", "\U0001f1e6\U0001f1eb\U0001f1f7", "\U0001f44d\U0001f3fd",
    "e\u0301", "o" + "\u0308\u0323" * 6, "\u0301", " \u0301", "\u0301" * 40, "\u00ad", "so\u00adft",
    "\u0915\u094d\u0937\u093f", "\u0e01\u0e33", "\u0e01\u0e33\u0e01\u0e33", "\u0627\u0644\u0639",
    "\u0645\u06cc\u200c\u0631\u0648\u0645", "\u05e9\u05c1\u05dc", "\u200b", "\u200e", "\u3000",
    "\u0930\u093e\u0937\u094d\u091f\u094d\u0930", "\u0647\u200d a", "\u1100" * 9, "\U0001f3fd",
    "1\ufe0f\u20e3", "\u00a0", "\t", "\x1b[31m", "\u202e", "x" * 30, "[red]", "[/]",
)  # fmt: skip


def texts(longest: int = 30) -> st.SearchStrategy[str]:
    """Canonical text that leans towards what is hard to lay out."""
    piece = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.characters())
    return st.lists(piece, max_size=longest).map(lambda parts: canonical_text("".join(parts)))


WIDTHS = st.integers(1, 40)


def all_rows(table: WrapTable) -> list[Row]:
    """Every row of a text."""
    return table.rows_from(0, 1 << 30)


def cells_of(text: str) -> int:
    """Cells of a text, cluster by cluster."""
    return sum(drawn(text[start:end])[1] for start, end in cluster_spans(text))


def boundaries(text: str) -> set[int]:
    """Every offset between two clusters."""
    return {0, len(text), *(start for start, _ in cluster_spans(text))}
