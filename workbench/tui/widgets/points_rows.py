"""Lines of the matrix of points as they are drawn: its head, and a point with its cells.

A line is a list of runs, words with the name of their style, as wide as the line is; they are put
together without anything that Textual would have to measure or wrap, for they are drawn at every
key.
"""

from typing import NamedTuple

from rich.cells import cell_len

from workbench.core.contradictions import contradictory
from workbench.core.matrix import Cell, Row
from workbench.core.model import Article
from workbench.core.text import has_right_to_left, one_line
from workbench.tui import guard
from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.columns import MARK, SIGN, Columns
from workbench.tui.layout.shown import fitted
from workbench.tui.theme import sign_style

Run = tuple[str, str]
"""Words, and the name of the style they are drawn in."""

SAMPLE = 400  # code points of a wording that a line can show

_FULL_DATE, _YEAR_AND_MONTH = 10, 7


class Drawing(NamedTuple):
    """How lines are drawn.

    Attributes:
        share: how the line is shared out.
        signs: what is drawn for each standing.
        quotes: what the words of an article stand in, as long as nobody has put them neutrally.
        mark: what stands before the row that keys act on.
        cut_off: what stands where words are left out.
        plain: whether to draw plain symbols.
    """

    share: Columns
    signs: dict[str, str]
    quotes: str
    mark: str
    cut_off: str
    plain: bool

    def padded(self, words: str, width: int, around: str = "") -> str:
        """Words of a stranger on one line, in a column with a blank behind them at least.

        Args:
            words: the words.
            width: cells of the column.
            around: what stands before them and behind them, a sign each; or "".
        """
        if width < 1:
            return ""
        clean = one_line(words[:SAMPLE])
        before, after = around[:1], around[1:]
        if clean.isascii() and clean.isprintable():  # as many cells as letters: most are
            shown = f"{before}{clean}{after}"
            if len(shown) >= width:
                shown = shown[: max(0, width - 2)] + self.cut_off[: width - 1]
            return shown.ljust(width)
        whole = guard.content(f"{before}{clean}{after}").plain
        shown = fitted(whole, width - 1, self.plain)
        if shown.endswith("…") and not whole.endswith("…"):
            shown = shown[:-1] + self.cut_off
        blank = " " * (width - cell_len(shown))
        # In terminals that put such words into reading order they would change places with others.
        return shown + (blank[:-1] + ANCHOR if has_right_to_left(shown) else blank)


def head(draw: Drawing, place: str, articles: list[tuple[Article, bool]]) -> tuple[list[Run], ...]:
    """The two lines above the rows: who ran each article, and when.

    Args:
        draw: how.
        place: which articles are in view, where not all are; or "".
        articles: those in view, and whether keys act on their column.
    """
    share = draw.share
    left = f"{'point':>{MARK + share.number - 1}}" + " " * (1 + SIGN + share.wording)
    left += "origins".ljust(share.origins)
    left += "verdict".ljust(share.verdict) if share.verdict else ""
    first, second = [(left, "$secondary")], [(f"{place:>{share.staying - 1}} ", "$secondary")]
    for article, here in articles:
        style = "bold reverse" if here else "bold $secondary"
        called = f"{article.number} {article.outlet or article.title}"
        first.append((draw.padded(called, share.cell)[:-1], style))
        first.append((" ", ""))
        second.append((_date(article, share.cell - 1).ljust(share.cell - 1), style))
        second.append((" ", ""))
    return first, second


def row_line(draw: Drawing, row: Row, cells: list[Cell], column: int | None) -> list[Run]:
    """A point: number, sign, wording, origins, verdict, and what the articles in view say.

    Args:
        draw: how.
        row: the point.
        cells: what the articles in view say on it.
        column: which of them keys act on, counted from 0; None where they act on another row.
    """
    share = draw.share
    tally = row.point.origins.tally()
    runs = [
        (draw.mark if column is not None else " ", "bold $accent"),
        (f"{row.number:>{share.number - 1}} ", "$secondary"),
        (draw.signs.get(row.sign, "?"), sign_style(row.sign)),
        ("! " if contradictory(row.point) else "  ", "bold $conflicting"),
        (draw.padded(row.wording, share.wording, "" if row.found else draw.quotes), ""),
        (f"{tally if share.is_wide else tally.replace(' unknown', ''):<{share.origins}}",
         "$secondary"),
        (draw.padded(row.verdict, share.verdict), "italic"),
    ]  # fmt: skip
    empty = 0  # cells since the last sign: most articles are silent on most points
    for number, cell in enumerate(cells):
        if cell or number == column:
            if empty:
                runs.append((" " * empty, ""))
            signs = _cell(draw, cell, here=number == column)
            runs += signs
            empty = share.cell - sum(len(words) for words, _ in signs)
        else:
            empty += share.cell
    runs.append((" " * empty, ""))
    return runs


def _cell(draw: Drawing, cell: Cell, *, here: bool) -> list[Run]:
    """The letters of an article's positions, each with its sign; nothing where it is silent."""
    width = draw.share.cell
    runs: list[Run] = []
    used = 0
    for held in cell:
        if used + len(held.letter) + 2 > width:
            runs.append(("+", ""))
            break
        runs.append((held.letter, "bold reverse" if here else "bold"))
        runs.append((draw.signs.get(held.sign, "?"), sign_style(held.sign)))
        used += len(held.letter) + 1
    return runs or [(" ", "reverse" if here else "")]


def _date(article: Article, width: int) -> str:
    """As much of a date as there is room for; never a piece of a year, a month or a day."""
    if width >= _FULL_DATE:
        return article.published_on
    return article.published_on[: _YEAR_AND_MONTH if width >= _YEAR_AND_MONTH else 4]
