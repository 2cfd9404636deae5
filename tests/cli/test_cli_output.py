"""Standard output and standard error: who writes what where, and what may reach a terminal."""

import ast
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.cli import output
from workbench.core.text import harmless
from workbench.errors import WorkbenchError

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp.exe\u200bx\x7f"


@pytest.fixture
def hostile(wb, place):
    """A review whose every field was written by somebody who means ill."""
    (place / "evil\x1b[31m.txt").write_text(
        f"---\noutlet: Out{HOSTILE}\ntitle: Title{HOSTILE}\nbyline: By{HOSTILE}\n---\n"
        f"Some words {HOSTILE} and more.\n"
    )
    wb("new", f"Review {HOSTILE}", "evil\x1b[31m.txt", "missing\x1b[31m.txt", code=1)
    wb("claim", "Review", 1, f"words {HOSTILE} and", "--note", HOSTILE, "--claimant", HOSTILE)
    wb("claim", "Review", 1, "more", "--origin", HOSTILE, "--tag", HOSTILE)
    wb("link", "Review", 1, 2, "agrees", "--reason", HOSTILE, "--rationale", HOSTILE)
    wb(
        "finding", "Review", 1, "--wording", HOSTILE, "--verdict", "mixed", "--rationale", HOSTILE,
        "--evidence", f"document: {HOSTILE}: {HOSTILE}",
    )  # fmt: skip
    wb("verdicts", "Review", HOSTILE, "mixed")
    return "Review"


def _acts_on_a_terminal(text):
    return [
        character
        for character in text
        if (ord(character) < 32 and character != "\n")
        or 0x7F <= ord(character) < 0xA0
        or character in "\u202e\u200b"
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["reviews"],
        ["show", "Review"],
        ["show", "Review", "1"],
        ["show", "Review", "--article", "1"],
        ["history", "Review"],
        ["check"],
        ["undo", "Review"],
        ["delete", "Review", "article", "1"],
        ["reviews", "--json"],
        ["show", "Review", "--json"],
        ["show", "Review", "1", "--json"],
        ["history", "Review", "--json"],
        ["edit", "Review", "link", "1", "--json"],
        ["verdicts", "Review"],
        ["finding", "Review", "1", "--wording", "x"],
        ["finding", "Review", "1", "--verdict", "mixed", "--json"],
        ["delete", "Review", "finding", "1"],
        ["export", "Review", "--as", "findings"],
        ["export", "Review", "--as", "evidence", "--format", "jsonl"],
        ["export", "Review", "--as", "claims"],
        ["export", "Review", "--as", "log", "--format", "jsonl"],
    ],
)
def test_nothing_a_stranger_wrote_acts_on_the_terminal(program, hostile, arguments):
    done = program(*arguments)
    assert _acts_on_a_terminal(done.stdout.decode().replace("\r\n", "\n").lstrip("\ufeff")) == []
    assert _acts_on_a_terminal(done.stderr.decode()) == []


@given(text=st.text())
def test_an_answer_is_what_was_answered_and_acts_on_no_terminal(text):
    written = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
        output.answer({"text": text})
        content = written.getvalue().decode("utf-8")
    assert json.loads(content) == {"text": text}
    assert harmless(content) == content


@given(text=st.text(st.characters()), encoding=st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_text_for_people_acts_on_no_terminal_in_any_encoding(text, encoding):
    written = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
        output.text(text)
        content = written.getvalue().decode(encoding)
    assert harmless(content) == content


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", f"Nothing {HOSTILE}"],
        [f"Nothing {HOSTILE}"],
        [f"exprt{HOSTILE}", "x", "--as", "y"],
        ["claim", "Review", "1", HOSTILE * 2],
        ["claim", "Review", HOSTILE, "x"],
        ["link", "Review", "1", "2", HOSTILE],
        ["new", "X", f"no{HOSTILE}"],
        ["reviews", "--db", f"no{HOSTILE}"],
        [f"--{HOSTILE}"],
    ],
)
def test_nothing_that_was_typed_acts_on_the_terminal_in_an_error(hostile, arguments):
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (1, 2)
    assert done.stderr
    assert b"Traceback" not in done.stderr
    assert _acts_on_a_terminal(done.stderr.decode()) == []


def test_json_keeps_every_character_by_escaping_it(program, hostile):
    # The command line cleans what it stores, so only a file name can be as wild as this.
    answered = json.loads(program("add", "Review", f"no{HOSTILE}", "--json", code=1).stdout)
    assert answered["refused"][0]["file"] == f"no{HOSTILE}"


def test_answers_are_utf_8_and_readable_whatever_the_locale(program, review, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    made = program("claim", review, 4, "Russia’s special representative", "--json")
    assert json.loads(made.stdout.decode("utf-8"))["quote"] == "Russia’s special representative"
    assert "’" in made.stdout.decode("utf-8")  # not \u2019
    shown = program("show", review).stdout.decode("latin-1")
    assert "Russia\\u2019s special representative" in shown


def test_arguments_that_are_no_text_do_no_harm(program, review):
    done = program("show", b"\xff\xfe".decode("utf-8", "surrogateescape"), code=1)
    assert "There is no review" in done.stderr.decode()
    program("new", b"odd \xff".decode("utf-8", "surrogateescape"))
    assert "odd \ufffd" in program("reviews").stdout.decode()


# Pipes


def test_a_reader_that_goes_away_is_no_failure_and_the_work_is_done(review, program):
    for command in (["show", review, "--article", "1"], ["export", review, "--as", "log"]):
        process = subprocess.Popen(
            [sys.executable, "-m", "workbench", *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        process.stdout.close()  # before anything can have been written
        assert process.wait(30) == 0
        assert process.stderr.read() == b""
        process.stderr.close()


def test_a_reader_that_goes_away_does_not_hide_what_failed(review):
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", "add", review, "missing.txt", "--json", "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    assert process.wait(30) == 1
    assert b"missing.txt does not exist" in process.stderr.read()
    process.stderr.close()


def test_standard_error_that_is_gone_does_no_harm(review):
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", "claim", review, "5", "seventh meeting"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stderr.close()
    assert process.wait(30) == 0
    assert process.stdout.read() == b""
    process.stdout.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_an_error(review):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "export", review, "--as", "claims"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr == b"Standard output cannot be written: No space left on device.\n"


@pytest.mark.parametrize(("closing", "code"), [(">&-", 1), ("2>&-", 0), ("<&-", 0)])
def test_closed_streams_are_met_without_a_traceback(review, closing, code):
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m workbench reviews {closing}', sys.executable],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    if code:
        assert b"Standard output is closed" in done.stderr


def test_standard_input_that_is_closed_is_refused_where_it_is_wanted(review):
    for command in ("add", "claim"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'"$0" -m workbench {command} "$1" $2 - <&-', sys.executable, review]
            + (["1"] if command == "claim" else []),
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 1
        assert b"no standard input" in done.stderr.lower()


# The rule


def test_one_module_writes_to_standard_output_and_standard_error():
    for path in Path(output.__file__).parent.glob("*.py"):
        if path.name == "output.py":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "click.echo", "click.secho", "echo"), path.name
                assert (
                    not called.startswith(("sys.stdout.", "sys.stderr."))
                    or called == "sys.stdout.fileno"
                ), path.name


def test_a_database_that_breaks_under_a_command_is_a_sentence(wb, review, place, monkeypatch):
    from workbench.store import Store
    from workbench.store.driver import DatabaseError

    def broken(*_, **__):
        raise DatabaseError("it broke")

    monkeypatch.setattr(Store, "history", broken)
    said = wb("history", review, code=1).stderr
    assert said == "The database could not be used: SQLite says “it broke”.\n"

    def bug(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(Store, "history", bug)
    with pytest.raises(ZeroDivisionError):  # a mistake of ours keeps its traceback
        wb("history", review)


def test_an_error_of_the_system_is_a_sentence(wb, place):
    said = wb("reviews", "--db", "x" * 5000, code=1).stderr
    assert "File name too long" in said
    assert "Traceback" not in said


def test_output_refuses_only_what_nobody_reads(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(WorkbenchError, match="closed"):
        output.text("words")
    monkeypatch.setattr(sys, "stderr", None)
    output.say("words")
