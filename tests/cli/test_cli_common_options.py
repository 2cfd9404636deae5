"""The options of every command, the ways of naming things, help, and what is not understood."""

import getpass
import json

import click
import pytest

from workbench import __version__
from workbench.cli.group import SECTIONS, workbench

COMMANDS = [name for _, commands in SECTIONS for name, _, _ in commands]


@pytest.mark.parametrize("before", [True, False])
def test_every_common_option_is_taken_before_and_after_the_command(wb, place, before):
    options = ["--db", "named.db", "--analyst", "jo", "--json", "--quiet"]
    arguments = [*options, "new", "Here"] if before else ["new", "Here", *options]
    made = wb(*arguments)
    assert json.loads(made.stdout)["review"] == "Here"
    assert made.stderr == ""
    assert (place / "named.db").exists()
    assert not (place / "workbench.db").exists()
    listed = ["history", "Here", "--json", "--db", "named.db"]
    assert json.loads(wb(*listed).stdout)[0]["analyst"] == "jo"


def test_what_stands_after_the_command_wins(wb, place):
    wb("--db", "one.db", "new", "Here", "--db", "two.db")
    assert not (place / "one.db").exists()
    assert (place / "two.db").exists()


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_there_before_and_after_every_command(wb, command, option):
    shown = wb(*command, option)
    assert shown.stdout.startswith("Usage: workbench")
    assert shown.stderr == ""
    assert wb(option, *command).stdout.startswith("Usage: workbench [OPTIONS] [REVIEW]")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_the_version_is_there_before_and_after_every_command(wb, command):
    for arguments in ([*command, "--version"], ["--version", *command]):
        assert wb(*arguments).stdout == f"workbench {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_an_example_and_documents_every_option(wb, name):
    shown = wb(name, "--help").stdout
    command = workbench.get_command(click.Context(workbench), name)
    assert "Examples:\n  " in shown
    assert f"workbench {name}" in shown.partition("Examples:")[2]
    for param in command.params:
        if isinstance(param, click.Option):
            assert param.help
            assert param.help.endswith(".")
            hidden = param.name == "json" and command.no_json
            assert all((option in shown) is not bool(hidden) for option in param.opts)
        else:
            assert param.make_metavar(click.Context(command)).strip("[].") in shown
    assert len(command.help.splitlines()) > 1
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("200", 80), ("x", 80), ("0", 80)])
def test_help_is_as_wide_as_the_terminal_but_never_wider_than_80(wb, monkeypatch, columns, widest):
    monkeypatch.setenv("COLUMNS", columns)
    text = wb("claim", "--help").stdout.partition("Examples")[0]  # examples are never broken
    assert widest - 20 < max(map(len, text.splitlines())) <= widest


def test_the_list_of_commands_names_every_command_once(wb):
    shown = wb("--help").stdout
    for name in COMMANDS:
        assert shown.count(f"\n  {name.ljust(10)}  ") == 1
    assert "130 interrupted" in shown


@pytest.mark.parametrize("name", ["open", "demo", "export", "completion"])
def test_a_command_that_has_no_json_says_why(wb, name):
    given = {"export": ["x", "--as", "claims"], "completion": ["bash"]}.get(name, [])
    for arguments in ([name, *given, "--json"], ["--json", name, *given]):
        assert f"`workbench {name}` has no --json: " in wb(*arguments, code=2).stderr


# Who


def test_the_analyst_is_the_option_else_the_variable_else_the_config_else_the_login(
    wb, answer, place, monkeypatch
):
    def who(*options):
        wb("rename", "Who", f"Who {len(answer('history', 'Who'))}", *options)
        return answer("history", "Who")[-1]["analyst"]

    wb("new", "Who")
    (place / "config.toml").write_text('analyst = "config"\n')
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    assert who("--analyst", "option") == "option"
    assert who() == "mk"
    monkeypatch.setenv("WORKBENCH_ANALYST", " ")
    assert who() == "config"
    (place / "config.toml").unlink()
    assert who() == "login"


def test_an_analyst_without_a_name_is_refused(wb, monkeypatch):
    assert "--analyst needs a name" in wb("new", "X", "--analyst", " ", code=2).stderr

    def nobody():
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.delenv("WORKBENCH_ANALYST")
    assert "name yourself with --analyst NAME" in wb("new", "X", code=2).stderr


# Where


def test_the_database_is_the_option_else_the_variable_else_the_config_else_the_data_folder(
    answer, place, monkeypatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "data"))
    (place / "config.toml").write_text('database = "sub/config.db"\n')

    def where(*options):
        return answer("paths", *options)["database"]

    assert where("--db", "option.db") == str(place / "option.db")
    assert where() == str(place / "workbench.db")
    monkeypatch.delenv("WORKBENCH_DB")
    assert where() == str(place / "sub/config.db")  # beside the config file
    (place / "config.toml").unlink()
    assert where() == str(place / "data/workbench/workbench.db")


def test_the_users_data_folder_is_made_on_first_use_and_a_named_one_is_not(wb, place, monkeypatch):
    said = wb("new", "X", "--db", "no/workbench.db", code=1).stderr
    assert "The folder no does not exist" in said
    monkeypatch.delenv("WORKBENCH_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "data"))
    assert "no database" in wb("reviews", code=1).stderr
    assert not (place / "data").exists()
    wb("new", "X")
    folder = place / "data" / "workbench"
    assert (folder / "workbench.db").exists()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_cannot_be_made_is_said(wb, place, monkeypatch):
    monkeypatch.delenv("WORKBENCH_DB")
    (place / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "file"))
    assert "could not be made" in wb("new", "X", code=1).stderr


def test_a_file_that_is_no_database_of_ours_is_refused_untouched(wb, place):
    (place / "notes.txt").write_text("Not a database, only some notes of mine.\n")
    assert "notes.txt" in wb("reviews", "--db", "notes.txt", code=1).stderr
    assert "notes.txt" in wb("new", "X", "--db", "notes.txt", code=1).stderr
    assert (place / "notes.txt").read_text().startswith("Not a database")
    assert "--db" in wb("reviews", "--db", place, code=2).stderr
    assert "needs the path" in wb("reviews", "--db", "", code=2).stderr


# What is not understood


def test_a_first_word_that_is_no_command_is_a_title_and_the_nearest_command_is_named(wb, review):
    said = wb("reveiws", code=1).stderr
    assert "There is no review whose title begins with “reveiws”." in said
    assert "Did you mean the command `workbench reviews`?" in said
    assert "Did you mean" not in wb("Zanzibar", code=1).stderr


def test_a_mistyped_command_with_arguments_is_named_too(wb, review):
    for arguments in (["exprt", review, "--as", "claims"], ["clam", review, 3, "words"]):
        said = wb(*arguments, code=2).stderr
        assert f"There is no command “{arguments[0]}”" in said
        assert "Did you mean the command" in said
        assert "Usage: workbench [OPTIONS] [REVIEW]" in said


def test_before_there_is_a_database_a_mistyped_command_is_named_too(wb):
    said = wb("reviwes", code=1).stderr
    assert "there is no database" in said
    assert "`workbench reviews`" in said


def test_help_after_a_title_is_the_help_of_open(wb):
    assert "Open the screen" in wb("Afgh", "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["claim", "X"], "Missing argument"),
        (["reviews", "extra"], "unexpected extra argument"),
        (["reviews", "--nonsense"], "--nonsense"),
        (["--nonsense"], "--nonsense"),
        (["history", "X", "--newest", "many"], "many"),
    ],
)
def test_what_is_not_understood_exits_2_with_the_usage_and_where_to_read_more(
    wb, arguments, sentence
):
    said = wb(*arguments, code=2)
    assert sentence in said.stderr
    assert said.stdout == ""
    assert "Usage: workbench" in said.stderr
    assert "--help` says more." in said.stderr


def test_errors_are_sentences_even_with_json_and_quiet(wb, review):
    said = wb("show", "Kabul", "--json", "--quiet", code=1)
    assert said.stdout == ""
    assert said.stderr.startswith("There is no review")


def test_a_title_that_is_the_name_of_a_command_or_begins_with_a_dash_can_be_opened(wb):
    wb("new", "show")
    wb("new", "--", "-5 degrees")
    for arguments in (["open", "show"], ["--", "-5 deg"]):
        assert "needs a terminal" in wb(*arguments, code=1).stderr
