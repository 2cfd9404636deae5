"""File names as people type them."""

from __future__ import annotations

import asyncio
import shlex

import pytest

from workbench.tui.files import expand, path_suggester


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in (
        "one.txt",
        "two.txt",
        "three.md",
        "with space.txt",
        "it's.txt",
        "a[1].txt",
        ".hid",
    ):
        (tmp_path / name).write_text(name)
    (tmp_path / "deeper").mkdir()
    (tmp_path / "my articles").mkdir()
    (tmp_path / "my articles" / "x.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def suggested(line: str) -> str | None:
    return asyncio.run(path_suggester().get_suggestion(line))


def test_names_are_separated_by_spaces(folder):
    assert expand("one.txt  two.txt") == ["one.txt", "two.txt"]
    assert expand("") == []
    assert expand("   ") == []


def test_a_star_stands_for_many_in_order(folder):
    assert expand("t*") == ["three.md", "two.txt"]
    assert expand("one.txt t*.md") == ["one.txt", "three.md"]


def test_a_tilde_is_the_home_folder(folder):
    assert expand("~/one.txt") == [f"{folder}/one.txt"]
    assert expand("~/t*.txt") == [f"{folder}/two.txt"]


def test_quotes_and_backslashes_keep_a_space(folder):
    assert expand('"with space.txt"') == ["with space.txt"]
    assert expand("'with space.txt' one.txt") == ["with space.txt", "one.txt"]
    assert expand("with\\ space.txt") == ["with space.txt"]


def test_a_quote_without_its_partner_is_part_of_a_name(folder):
    assert expand("it's.txt one.txt") == ["it's.txt", "one.txt"]


def test_a_pattern_or_name_that_matches_nothing_stays_to_be_refused_by_name(folder):
    assert expand("nothing*.txt missing.txt") == ["nothing*.txt", "missing.txt"]
    assert expand("~nobody-of-this-name/x") == ["~nobody-of-this-name/x"]


def test_a_name_with_brackets_in_it_can_be_named(folder):
    assert expand("'a[1].txt'") == ["a[1].txt"]
    (folder / "a1.txt").write_text("the file the pattern would find")
    assert expand("'a[1].txt'") == ["a[1].txt"]


@pytest.mark.parametrize("line", ["[", "**", "*/", "\\", "'", '"', "~", "a\x00b", "\x1b", "💥 *"])
def test_nothing_that_is_typed_breaks_it(folder, line):
    assert all(isinstance(name, str) for name in expand(line))


def test_the_last_name_of_a_line_is_completed(folder):
    assert suggested("on") == "one.txt"
    assert suggested("one.txt tw") == "one.txt two.txt"
    assert suggested("~/thr") == "~/three.md"
    assert suggested(f"{folder}/dee") == f"{folder}/deeper/"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "one.txt ",
        "zzz",
        "missing/o",
        "o*",
        "~nobody/x",
        "deeper/",
        "'my articles/x",
        '"my articles/x',
    ],
)
def test_nothing_is_suggested_where_nothing_begins_so(folder, line):
    assert suggested(line) is None


@pytest.mark.parametrize("line", ["wi", "one.txt wi", "it", "my"])
def test_what_is_suggested_names_a_file_that_is_there(folder, line):
    found = suggested(line)
    assert found is not None
    assert found.startswith(line)
    assert (folder / expand(found)[-1].rstrip("/")).exists(), found


def test_a_folder_made_since_is_seen(folder):
    suggester = path_suggester()
    assert asyncio.run(suggester.get_suggestion("new")) is None
    (folder / "newly.txt").write_text("x")
    assert asyncio.run(suggester.get_suggestion("new")) == "newly.txt"


def test_quoting_the_way_a_shell_does_always_works(folder):
    for name in ("with space.txt", "it's.txt", "one.txt"):
        assert expand(shlex.quote(name)) == [name]
