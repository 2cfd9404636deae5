"""Files -> what they say there is; one that cannot be understood is refused whole."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from workbench.core.incoming import Incoming
from workbench.core.text import one_line
from workbench.errors import ImportRefusedError, IntakeError
from workbench.imports import annotations
from workbench.imports.bundles import is_bundle, members
from workbench.imports.guarded import plain
from workbench.imports.json_text import values
from workbench.imports.records import KNOWN_COLUMNS, kind_of, reader
from workbench.imports.tables import read_table
from workbench.imports.values import Cells
from workbench.intake.files import label, read_file

LIMIT = 100 * 1024 * 1024
"""Bytes a file may have; 100,000 claims with long quotes take about as many."""


def _nobody(_sentence: str) -> None:
    """Nobody asked."""


def read_import(
    path: str | Path, *, raw: bool = False, say: Callable[[str], object] = _nobody
) -> list[Incoming]:
    """Read one file.

    Args:
        path: CSV, JSON, JSON Lines, or a bundle with these.
        raw: whether CSV is known to have been written without the formula guard.
        say: told what the person should know and what stops nothing.

    Returns:
        What it says there is, in its order.

    Raises:
        ImportRefusedError: it cannot be read or understood; the sentence names the line.
    """
    name = label(path)
    with suppress(ValueError):  # a NUL, which reading refuses
        if Path(path).is_dir():
            raise ImportRefusedError(f"{name} is a folder; name the files in it: {name}/*.csv.")
    try:
        data, _size = read_file(path, LIMIT)
    except IntakeError as error:
        raise ImportRefusedError(str(error)) from error
    return read_bytes(data, name, raw=raw, say=say)


def read_bytes(
    data: bytes, name: str, *, raw: bool = False, say: Callable[[str], object] = _nobody
) -> list[Incoming]:
    """Read what a file holds.

    Args:
        data: all its bytes.
        name: what messages call it.
        raw: whether CSV is known to have been written without the formula guard.
        say: told what the person should know and what stops nothing.

    Raises:
        ImportRefusedError: it cannot be understood.
    """
    if len(data) > LIMIT:
        raise ImportRefusedError(
            f"{name} has more than {LIMIT // 1024**2} MB; export less at a time."
        )
    if is_bundle(data):
        return [
            what
            for inner, content in members(data, name, LIMIT, say)
            for what in _read_text(content, f"{name}: {inner}", raw=raw)
        ]
    return _read_text(data, name, raw=raw)


def _read_text(data: bytes, name: str, *, raw: bool) -> list[Incoming]:
    # Not a zip in a zip: one can hold itself.
    text = _text(data, name)
    if not text.strip():
        return []  # what a review without links is exported as
    found = _json(text, name) if text.lstrip()[0] in "{[" else _table(text, name, raw=raw)
    return [replace(what, file=name) for what in found]


def _text(data: bytes, name: str) -> str:
    codec = "utf-8"
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        codec = "utf-16"  # what a spreadsheet calls Unicode text
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportRefusedError(
            f"{name}, line {line}: that is not UTF-8; save the file as CSV in UTF-8 and import it "
            "again."
        ) from None


def _table(text: str, name: str, *, raw: bool) -> Iterator[Incoming]:
    table = read_table(text, name, KNOWN_COLUMNS)
    make = reader(kind_of(table.columns, name))
    cells = plain([row.cells for row in table.rows], raw=raw)
    for row, found in zip(table.rows, cells, strict=True):
        yield make(Cells(f"{name}, line {row.line}", found))


def _json(text: str, name: str) -> Iterator[Incoming]:
    single: list[tuple[str, Mapping[str, Any]]] = []
    for where, value in values(text, name):
        if annotations.is_container(value):
            held = list(annotations.within(value, where))
            if not held and (page := annotations.elsewhere(value)):
                raise ImportRefusedError(
                    f"{where}: the annotations of this collection are on pages of their own; get "
                    f"them, the first is {one_line(page)}, and import those."
                )
            yield from annotations.read_all(held)
        else:
            single += _objects(value, where)
    yield from annotations.read_all(
        (where, found) for where, found in single if annotations.is_annotation(found)
    )
    for where, found in single:
        if not annotations.is_annotation(found):
            yield reader(kind_of(found, where))(Cells(where, found))


def _objects(value: Any, where: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, dict):
        return [(where, value)]
    if isinstance(value, list) and all(isinstance(one, dict) for one in value):
        return [(f"{where}, entry {count}", one) for count, one in enumerate(value, 1)]
    raise ImportRefusedError(
        f"{where}: there is neither a line of an export nor an annotation in it."
    )
