"""What is imported when: help must come at once, and reading must not wait for what writing needs."""

import json
import subprocess
import sys

import pytest

_LIST = (
    "import sys, json, runpy\n"
    "sys.argv = ['workbench', *sys.argv[1:]]\n"
    "try:\n"
    "    runpy.run_module('workbench', run_name='__main__')\n"
    "except SystemExit:\n"
    "    pass\n"
    "sys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))\n"
)


def _modules(*arguments):
    done = subprocess.run(
        [sys.executable, "-c", _LIST, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1])), done.stdout


SLOW = {
    "textual",
    "rich",
    "sqlite_utils",
    "sqlite3",
    "rapidfuzz",
    "regex",
    "platformdirs",
    "tomllib",
}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["claim", "--help"]])
def test_help_imports_nothing_slow_and_no_other_room_of_the_house(place, arguments):
    modules, shown = _modules(*arguments)
    assert "workbench" in shown
    assert not modules & SLOW
    rooms = {name.split(".")[1] for name in modules if name.startswith("workbench.")}
    assert rooms <= {"cli", "errors", "__main__"}


def test_the_list_of_commands_imports_no_command(place):
    modules, _ = _modules("--help")
    assert {name for name in modules if name.startswith("workbench.cli.")} == {
        "workbench.cli.group", "workbench.cli.call", "workbench.cli.command",
        "workbench.cli.output", "workbench.cli.screen_options", "workbench.cli.arguments",
    }  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [["reviews"], ["show", "Afgh"], ["export", "Afgh", "--as", "claims"]]
)
def test_reading_imports_neither_the_screen_nor_what_writing_needs(review, arguments):
    modules, shown = _modules(*arguments)
    assert shown
    assert not modules & {"textual", "rich", "sqlite_utils", "rapidfuzz", "workbench.tui"}


def test_writing_does_not_import_the_screen(review):
    modules, _ = _modules("claim", "Afgh", "5", "seventh meeting")
    assert not modules & {"textual", "workbench.tui"}


def test_the_screen_is_imported_without_what_only_later_keys_need():
    found = subprocess.run(
        [sys.executable, "-c", "import json, sys, workbench.tui.app; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    early = set(json.loads(found))
    assert "workbench.tui.screens.review" in early
    later = {
        "core.changes", "core.implied", "core.points", "core.sentences", "match", "offering",
        "tui.palette", "tui.screens.points", "tui.screens.review_acts", "tui.screens.review_linking",
        "tui.screens.reviews", "tui.strip_view",
    }  # fmt: skip
    assert {name for name in later if f"workbench.{name}" in early} == set()
    assert not early & {"sqlite_utils", "rapidfuzz", "hashlib", "tomllib"}
