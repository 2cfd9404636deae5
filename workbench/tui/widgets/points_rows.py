"""Lines of the matrix of points as they are drawn: its head, and a point with its cells."""

from rich.cells import cell_len
from textual.content import Content

from workbench.core.contradictions import contradictory
from workbench.core.matrix import Cell, Row
from workbench.core.model import Article
from workbench.core.text import has_right_to_left, one_line
from workbench.tui import guard
from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.columns import MARK, SIGN, Columns
from workbench.tui.layout.shown import fitted
from workbench.tui.theme import sign_style

SAMPLE = 400  # code points of a wording that a line can show

_FULL_DATE, _YEAR_AND_MONTH = 10, 7


def head(share: Columns, place: str, articles: list[tuple[Article, bool]]) -> tuple[Content, ...]:
    """The two lines above the rows: who ran each article, and when.

    Args:
        share: how the line is shared out.
        place: which articles are in view, where not all are; or "".
        articles: those in view, and whether keys act on their column.
    """
    left = f"{'point':>{MARK + share.number - 1}}" + " " * (1 + SIGN)
    left += " " * share.wording + "origins".ljust(share.origins)
    left += "verdict".ljust(share.verdict) if share.verdict else ""
    first = [guard.content(left, "$secondary")]
    second = [guard.content(f"{place:>{share.staying - 1}} ", "$secondary")]
    for article, here in articles:
        style = "bold reverse" if here else "bold $secondary"
        called = f"{article.number} {one_line(article.outlet)}".strip()
        for parts, words in ((first, called), (second, _date(article, share.cell - 1))):
            parts.append(guard.content(fitted(words, share.cell - 1), style))
            parts.append(_blank(words, share.cell - parts[-1].cell_length))
    return Content.assemble(*first), Content.assemble(*second)


def row_line(
    row: Row, share: Columns, signs: dict[str, str], mark: str, cells: list[tuple[Cell, bool]],
    *, quotes: str, plain: bool,
) -> Content:  # fmt: skip
    """A point: number, sign, wording, origins, verdict, and what the articles in view say.

    Args:
        row: the point.
        share: how the line is shared out.
        signs: what is drawn for each standing.
        mark: what stands before the row that keys act on; or "".
        cells: those in view, and whether keys act on them.
        quotes: what the words of an article stand in, as long as nobody has put them neutrally.
        plain: whether to draw plain symbols.
    """
    wording = one_line(row.wording[:SAMPLE])
    if not row.found:
        wording = f"{quotes[0]}{wording}{quotes[1]}"
    doubted = contradictory(row.point)
    tally = row.point.origins.tally()
    if not share.is_wide:
        tally = tally.replace(" unknown", "")
    return Content.assemble(
        guard.content(mark or " ", "bold $accent"),
        guard.content(f"{row.number:>{share.number - 1}} ", "$secondary"),
        guard.content(signs.get(row.sign, "?"), sign_style(row.sign)),
        guard.content("! " if doubted else "  ", "bold $conflicting"),
        guard.content(padded(wording, share.wording, plain)),
        guard.content(padded(tally, share.origins), "$secondary"),
        guard.content(padded(one_line(row.verdict), share.verdict), "italic"),
        *(part for cell, here in cells for part in _cell(cell, share.cell, signs, here=here)),
    )


def padded(words: str, width: int, plain: bool = False) -> str:
    """Words on one line in a column, with a blank behind them at least."""
    if width < 1:
        return ""
    shown = fitted(words, width - 1, plain)
    return shown + _blank(words, width - cell_len(shown)).plain


def _cell(cell: Cell, width: int, signs: dict[str, str], *, here: bool) -> list[Content]:
    """The letters of an article's positions, each with its sign; nothing where it is silent."""
    parts: list[Content] = []
    used = 0
    for held in cell:
        if used + len(held.letter) + 2 > width:
            parts.append(guard.content("+"))
            used += 1
            break
        parts.append(guard.content(held.letter, "bold reverse" if here else "bold"))
        parts.append(guard.content(signs.get(held.sign, "?"), sign_style(held.sign)))
        used += len(held.letter) + 1
    if here and not parts:
        parts, used = [guard.content(" ", "reverse")], 1
    return [*parts, guard.content(" " * max(0, width - used))]


def _blank(words: str, width: int) -> Content:
    """So many blanks; behind right-to-left words one that keeps them from their neighbours."""
    if width > 0 and has_right_to_left(words[:SAMPLE]):
        return Content(" " * (width - 1) + ANCHOR)
    return Content(" " * max(0, width))


def _date(article: Article, width: int) -> str:
    """As much of a date as there is room for; never a piece of a year, a month or a day."""
    if width >= _FULL_DATE:
        return article.published_on
    return article.published_on[: _YEAR_AND_MONTH if width >= _YEAR_AND_MONTH else 4]
