"""workbench config: the settings as they are, where they are from, and a file to begin with."""

import tomllib

import pytest

from workbench.config import SETTINGS
from workbench.tui.keys import COMMANDS


def test_the_settings_are_shown_with_where_they_are_from(wb, answer, place, monkeypatch):
    (place / "config.toml").write_text('theme = "light"\nmouse = false\n')
    monkeypatch.setenv("WORKBENCH_MOUSE", "1")
    monkeypatch.delenv("WORKBENCH_ANALYST")
    shown = answer("config", "--analyst", "jo")
    assert shown["settings"].keys() == {setting.name for setting in SETTINGS}
    assert shown["config"] == str(place / "config.toml")
    assert shown["there"] is True
    wanted = {
        "theme": ("light", "the config file"), "mouse": (True, "WORKBENCH_MOUSE"),
        "analyst": ("jo", "--analyst"), "panes": (0, "by itself"),
        "database": (str(place / "workbench.db"), "WORKBENCH_DB"),
    }  # fmt: skip
    for name, (value, where) in wanted.items():
        assert (shown["settings"][name], shown["from"][name]) == (value, where)
    said = wb("config")
    assert "theme              light" in said.stdout
    assert "is right." in said.stderr


def test_the_keys_are_shown_as_they_are_bound(wb, answer, place):
    (place / "config.toml").write_text('[keys]\n"claim.make" = ["(", "PgDn"]\n"move.page" = []\n')
    refused = wb("config", code=2).stderr
    assert "both claim.make and move.sentence_back" in refused
    (place / "config.toml").write_text('[keys]\n"claim.make" = ["m", "PgDn"]\n"move.page" = []\n')
    said = wb("config").stdout
    assert "claim.make         m PgDn" in said
    assert "move.page          (no key)" in said
    keys = answer("config")["keys"]
    assert keys["claim.make"] == ["m", "pagedown"]
    assert keys["undo"] == ["ctrl+z"]
    assert keys.keys() == {command.id for command in COMMANDS}


def test_without_a_file_it_says_how_to_begin_one(wb, answer, place):
    assert "`workbench config --example` prints one to begin with." in wb("config").stderr
    assert answer("config")["there"] is False
    assert list(place.iterdir()) == []


def test_the_example_is_accepted_and_so_is_everything_in_it(wb, place):
    text = wb("config", "--example").stdout
    (place / "config.toml").write_text(text)
    wb("config")
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    (place / "config.toml").write_text("\n".join(lines))
    assert tomllib.loads("\n".join(lines))["theme"] == "light"
    assert "light" in wb("config").stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('thme = "light"', "Did you mean theme?"),
        ('[keys]\n"clam.make" = "m"', "Did you mean claim.make?"),
        ('[keys]\n"claim.make" = "entr"', "Did you mean enter?"),
    ],
)
def test_whatever_is_wrong_in_the_file_is_refused(wb, place, content, sentence):
    (place / "config.toml").write_text(content)
    assert sentence in wb("config", code=2).stderr


def test_a_wrong_variable_is_refused_here_too(wb, monkeypatch):
    monkeypatch.setenv("WORKBENCH_ASCII", "x")
    assert "WORKBENCH_ASCII" in wb("config", code=2).stderr


def test_the_example_names_every_variable_that_beats_the_file(wb):
    text = wb("config", "--example").stdout
    for name in ("WORKBENCH_ANALYST", "WORKBENCH_DB", "WORKBENCH_THEME", "WORKBENCH_ASCII"):
        assert f"The variable {name} beats it." in text
