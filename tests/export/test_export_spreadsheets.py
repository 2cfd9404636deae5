"""Tables as LibreOffice reads them; skipped, and said so, where it is not installed."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import export_samples as samples
import pytest
from test_export_bytes import HOSTILE, TABLES, hostile_review, read

from workbench.export import export

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed: nobody asked it what it reads"
)

# Comma, quotation mark, UTF-8, from the first line on; quoted cells as text, the rest by their
# looks. The last two let it take for a number, a date or a formula what it can.
AS_TEXT = "44,34,76,1,,0,true,true,false"
AS_IT_LOOKS = "44,34,76,1,,0,false,true,false,false,false,0,true"

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def opened(folder: Path, data: bytes, how: str) -> ET.Element:
    """A CSV as LibreOffice's own XML."""
    (folder / "table.csv").write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            str(OFFICE), f"-env:UserInstallation={profile}", "--headless",
            f"--infilter=CSV:{how}", "--convert-to", "fods", "table.csv",
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )  # fmt: skip
    return ET.parse(folder / "table.fods").getroot()


def words(node: ET.Element) -> str:
    """A paragraph's text, in which runs of spaces, tabs and line breaks are elements."""
    parts = [node.text or ""]
    for inner in node:
        times = int(inner.get(f"{_TEXT}c", "1"))
        plain = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
        parts.append(plain[inner.tag] * times if inner.tag in plain else words(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def cells(root: ET.Element, columns: int) -> list[list[str]]:
    """Row by row what is in the first columns; rows without anything are left out."""
    found = []
    for row in root.iter(f"{_TABLE}table-row"):
        line: list[str] = []
        for cell in row.iter(f"{_TABLE}table-cell"):
            text = "\n".join(words(part) for part in cell.findall(f"{_TEXT}p"))
            line += [text] * int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if any(line):
            found.append((line + [""] * columns)[:columns])
    return found


def formulas(root: ET.Element) -> set[str]:
    found = {cell.get(f"{_TABLE}formula") for cell in root.iter(f"{_TABLE}table-cell")}
    return {one for one in found if one}


@pytest.mark.parametrize("kind", TABLES)
def test_libreoffice_reads_the_very_cells_that_the_csv_module_reads(kind, tmp_path):
    data = export(hostile_review(*HOSTILE), kind)
    expected = read(data)
    assert cells(opened(tmp_path, data, AS_TEXT), len(expected[0])) == expected


def test_libreoffice_reads_a_worked_review_and_its_matrix_and_log(worked, tmp_path):
    state, events = worked()
    for kind, quotes in (("claims", False), ("links", False), ("matrix", True), ("log", False)):
        data = export(state, kind, events=events, quotes=quotes)
        expected = read(data)
        assert cells(opened(tmp_path, data, AS_TEXT), len(expected[0])) == expected


@pytest.mark.parametrize("kind", TABLES)
def test_no_cell_is_a_formula_even_when_libreoffice_looks_for_them(kind, tmp_path):
    state = hostile_review(*HOSTILE)
    assert formulas(opened(tmp_path, export(state, kind), AS_IT_LOOKS)) == set()


def test_without_the_guard_a_cell_is_a_formula(tmp_path):
    state = samples.hold(samples.review(), samples.article(1, title="=1+1"))
    assert formulas(opened(tmp_path, export(state, "articles", raw=True), AS_IT_LOOKS))
