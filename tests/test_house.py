"""The house: which room may know which, proven by reading the source and by importing it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "workbench"
SOURCES = sorted(PACKAGE.rglob("*.py"))

LONGEST_FILE = 320

CORE_MAY_USE = {"regex", "rapidfuzz", "Stemmer"}
"""What core may use beside the standard library: text libraries, nothing that reads or shows."""

ONLY_IN = {
    "textual": "tui",
    "rich": "tui",
    "sqlite3": "store",
    "sqlite_utils": "store",
    "pysqlite3": "store",
    "apsw": "store",
    "click": "cli",
}
"""Libraries that one room alone may import."""

MAY_KNOW = {
    "core": {"core", "errors"},
    "match": {"match", "core", "errors"},
    "intake": {"intake", "core", "errors"},
    "export": {"export", "core", "errors"},
    "imports": {"imports", "export", "intake", "core", "errors"},
    "store": {"store", "core", "errors"},
}
"""What each inner room may import of the house; `cli` and `tui` may import all of them."""


def room(path: Path) -> str:
    """The room a file stands in: the first folder, or its own name at the top."""
    inner = path.relative_to(PACKAGE)
    return inner.parts[0] if len(inner.parts) > 1 else inner.stem


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of every import of a file, those for type checkers included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            above = list(path.relative_to(REPOSITORY).with_suffix("").parts)
            package = above[: len(above) - node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            yield node.lineno, base
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}"
        elif isinstance(node, ast.Call):
            # import_module("textual"), __import__("textual") and later("textual") are imports too.
            called = ast.unparse(node.func)
            if called.split(".")[-1] in ("import_module", "__import__", "later") and node.args:
                name = node.args[0]
                if isinstance(name, ast.JoinedStr):  # f"workbench.cli.{name}" stays in its room
                    name = name.values[0]
                assert isinstance(name, ast.Constant), f"{path}:{node.lineno} hides what it imports"
                yield node.lineno, str(name.value)


def outsiders(path: Path) -> Iterator[str]:
    """The imports of a file that break a rule, as `file:line: import`."""
    here = room(path)
    for line, name in imports(path):
        top = name.partition(".")[0]
        where = f"{path.relative_to(REPOSITORY)}:{line}: {name}"
        if top in ONLY_IN and here != ONLY_IN[top]:
            yield where
        if here in MAY_KNOW and top == "workbench":
            known = name.split(".")[1:2]
            if known and known[0] not in MAY_KNOW[here]:
                yield where
        third_party = top not in sys.stdlib_module_names and top != "workbench"
        if here == "core" and third_party and top not in CORE_MAY_USE:
            yield where


def test_the_rules_below_see_the_house():
    assert {"core", "store", "errors"} <= {room(path) for path in SOURCES}
    assert len(SOURCES) > 20


@pytest.mark.parametrize("name", sorted({room(path) for path in SOURCES}))
def test_a_room_imports_only_what_it_may(name):
    assert [bad for path in SOURCES if room(path) == name for bad in outsiders(path)] == []


@pytest.mark.parametrize(
    ("source", "bad"),
    [
        ("import textual", True),
        ("from textual.app import App", True),
        ("import sqlite3", True),
        ("from workbench.store import Store", True),
        ("from workbench import store", True),
        ("from .. import store", True),
        ("from ..store import Store", True),
        ("import importlib\nimportlib.import_module('click')", True),
        ("from importlib import import_module\nimport_module(f'workbench.store.{1}')", True),
        ("def f():\n    import sqlite_utils", True),
        ("acts = later('workbench.tui.screens.review_acts')", True),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import rich", True),
        ("import numpy", True),
        ("import regex, rapidfuzz, re", False),
        ("from workbench.core import text\nfrom workbench.errors import StoreError", False),
        ("from . import text", False),
    ],
)
def test_the_rules_notice_what_core_must_not_import(source, bad, tmp_path, monkeypatch):
    path = tmp_path / "workbench" / "core" / "new.py"
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "REPOSITORY", tmp_path)
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path / "workbench")
    assert bool(list(outsiders(path))) is bad


LOADED = """
import importlib, json, pkgutil, sys
before = set(sys.modules)
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(package, "__path__", ()), sys.argv[1] + "."):
    importlib.import_module(found.name)
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def loaded_by(name: str) -> set[str]:
    """What is in `sys.modules` after importing all of a room, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, name],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_importing_core_loads_no_other_room_and_no_library_beyond_its_list():
    loaded = loaded_by("workbench.core")
    assert "workbench.core.changes" in loaded
    ours = {name for name in loaded if name.partition(".")[0] == "workbench"}
    assert {n for n in ours if n.split(".")[1:2] not in ([], ["core"], ["errors"])} == set()
    foreign = {name.partition(".")[0].lstrip("_") for name in loaded - ours}
    standard = {name.lstrip("_") for name in sys.stdlib_module_names}
    assert foreign - standard <= CORE_MAY_USE
    assert "sqlite3" not in foreign


@pytest.mark.parametrize("name", ["match", "intake", "export", "imports", "store"])
def test_an_inner_room_loads_neither_screen_nor_command_line(name):
    if not (PACKAGE / name / "__init__.py").exists():
        pytest.skip(f"there is no room {name} yet")
    loaded = loaded_by(f"workbench.{name}")
    tops = {module.partition(".")[0] for module in loaded}
    rooms = {module.split(".")[1] for module in loaded if module.startswith("workbench.")}
    assert tops & {"textual", "rich", "click", "sqlite_utils"} == set()
    assert rooms <= MAY_KNOW[name]
    if name != "store":
        assert "sqlite3" not in tops


def test_no_source_file_is_longer_than_one_idea():
    too_long = {
        str(path.relative_to(REPOSITORY)): count
        for path in (*SOURCES, *PACKAGE.rglob("*.sql"), *PACKAGE.rglob("*.tcss"))
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert too_long == {}


def test_every_module_says_in_a_sentence_what_it_is():
    silent = [
        str(path.relative_to(REPOSITORY))
        for path in SOURCES
        if not (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").strip()
    ]
    assert silent == []


def test_the_score_that_calls_a_short_quote_a_perfect_match_is_not_used():
    # rapidfuzz's WRatio rewards length differences in ways nobody can explain to an editor.
    users = [
        f"{path.relative_to(REPOSITORY)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr == "WRatio")
        or (isinstance(node, ast.Name) and node.id == "WRatio")
        or (isinstance(node, ast.ImportFrom) and "WRatio" in [alias.name for alias in node.names])
    ]
    assert users == []


def test_only_the_command_line_reads_the_arguments():
    readers = {
        room(path)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.argv"
    }
    assert readers <= {"cli", "__main__"}


def test_only_the_store_speaks_sql():
    verbs = ("SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "PRAGMA ", "BEGIN IMMEDIATE")
    speakers = {
        f"{path.relative_to(REPOSITORY)}:{node.lineno}"
        for path in SOURCES
        if room(path) != "store"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.lstrip().startswith(verbs)
    }
    assert speakers == set()
