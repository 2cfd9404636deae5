"""CSV -> rows of cells: with commas, semicolons or tabs, whatever a spreadsheet made of it."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from workbench.core.text import one_line
from workbench.errors import ImportRefusedError

_DELIMITERS = ",;\t"
_MOST_COLUMNS = 1_000
_MOST_ROWS = 500_000


class TableRow(NamedTuple):
    """A row of a table: the line of the file it begins in, and its cells by column."""

    line: int
    cells: dict[str, str]


class Table(NamedTuple):
    """A table: its columns in order, and its rows."""

    columns: tuple[str, ...]
    rows: list[TableRow]


def read_table(text: str, name: str, known: frozenset[str]) -> Table:
    """Read a CSV.

    Args:
        text: the file's text.
        name: what messages call the file.
        known: the columns there may be; they tell what separates the cells.

    Returns:
        The table; rows without a word in them are left out, and all where no column is known.

    Raises:
        ImportRefusedError: it is no table, or a row does not fit; the sentence names the line.
    """
    lines = _records(text, name, _delimiter(text, known))
    header = next(lines, None)
    if header is None:
        raise ImportRefusedError(f"{name} is empty; there is nothing to import in it.")
    columns = tuple(one_line(cell).casefold().replace(" ", "_") for cell in header[1])
    if len(columns) > _MOST_COLUMNS:
        raise ImportRefusedError(f"{name} has {len(columns):,} columns; that is no export of ours.")
    if not known.intersection(columns):
        return Table(columns, [])  # a page or a letter, whose commas separate nothing
    twice = sorted({one for one in columns if one and columns.count(one) > 1} & known)
    if twice:
        raise ImportRefusedError(f"{name}, line {header[0]}: the column {twice[0]} is there twice.")
    rows: list[TableRow] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) == _MOST_ROWS:
            raise ImportRefusedError(
                f"{name} has more than {_MOST_ROWS:,} rows; import it in parts."
            )
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            raise ImportRefusedError(
                f"{name}, line {line}: the row has {len(cells)} cells, and there are "
                f"{len(columns)} columns; a separator or quotation mark in it is not written as "
                "RFC 4180 says."
            )
        if len(cells) < len(columns):  # a spreadsheet leaves empty cells at the end out
            cells = cells + [""] * (len(columns) - len(cells))  # noqa: PLW2901
        found = {
            column: cell.replace("\r\n", "\n").replace("\r", "\n")
            for column, cell in zip(columns, cells, strict=False)
            if column
        }
        rows.append(TableRow(line, found))
    return Table(columns, rows)


def _delimiter(text: str, known: frozenset[str]) -> str:
    """The separator that gives the most columns that are known."""
    end = text.find("\n")
    first = text[: 65_536 if end < 0 else end].rstrip("\r")

    def fitting(delimiter: str) -> int:
        cells = (cell.strip().strip('"').casefold() for cell in first.split(delimiter))
        return sum(cell in known for cell in cells)

    return max(_DELIMITERS, key=fitting)


def _records(text: str, name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Records with the line each begins in; a long cell is a matter of who reads it."""
    before = csv.field_size_limit()
    csv.field_size_limit(max(before, len(text) + 1))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise ImportRefusedError(
                    f"{name}, line {line}: the row is not written as CSV is: {error}."
                ) from error
            if cells is None:
                return
            yield line, cells
            line = reader.line_num + 1
    finally:
        csv.field_size_limit(before)
