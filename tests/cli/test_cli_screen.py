"""open, demo and the bare call: what the screen is given, and when it is refused."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench import tui
from workbench.cli import screen
from workbench.cli.screen import refuse_without_terminal
from workbench.config import Config
from workbench.sample import PLAIN_TITLE, making
from workbench.store import Store


class Screen:
    """Stands for the screen: notes what it was given, and looks into the database."""

    def __init__(self):
        self.calls = []
        self.titles = []
        self.code = 0

    def run(self, database, analyst, review_id, config):
        self.calls.append((database, analyst, review_id, config))
        with Store(database) as store:
            reviews = store.reviews()
        self.titles = [review.title for review in reviews if review_id in (None, review.id)]
        self.articles = [review.articles for review in reviews]
        return self.code


@pytest.fixture
def shown(monkeypatch):
    """A terminal that is always there, and a screen that is none."""
    stand_in = Screen()
    monkeypatch.setattr(tui, "run", stand_in.run)
    monkeypatch.setattr(screen, "refuse_without_terminal", lambda: None)
    return stand_in


@pytest.mark.parametrize("arguments", [["afgh"], ["open", "afgh"], ["--quiet", "afgh"]])
def test_a_title_opens_the_screen_on_that_review(wb, shown, review, place, arguments):
    wb("new", "Another one")
    wb(*arguments)
    ((database, analyst, review_id, config),) = shown.calls
    assert (database, analyst) == (place / "workbench.db", "mk")
    assert config == Config(analyst=analyst, database=str(database))  # as the variables say
    assert isinstance(database, Path)
    assert review_id
    assert shown.titles == [review]


@pytest.mark.parametrize("arguments", [[], ["open"], ["--analyst", "jo"]])
def test_without_a_title_the_screen_opens_on_the_list_and_the_database_is_made(
    wb, shown, place, arguments
):
    wb(*arguments)
    ((database, analyst, review_id, _),) = shown.calls
    assert review_id is None
    assert database.exists()
    assert analyst == ("jo" if "jo" in arguments else "mk")


def test_options_after_the_title_count(wb, shown, review, place):
    (place / "config.toml").write_text("article_megabytes = 3\n")
    wb("afgh", "--analyst", "jo", "--db", "workbench.db")
    ((_, analyst, _, config),) = shown.calls
    assert (analyst, config.article_limit) == ("jo", 3 * 1024 * 1024)


def test_the_screens_exit_code_is_the_commands(wb, shown, review):
    shown.code = 1
    wb("open", code=1)
    wb("afgh", code=1)


ANNOTATED_TITLE = "Afghanistan, annotated"


def test_the_demo_is_the_annotated_sample_in_a_throw_away_place(wb, shown, place, monkeypatch):
    monkeypatch.setenv("WORKBENCH_ANALYST", "jo")
    said = wb("demo")
    ((database, analyst, _, _),) = shown.calls
    assert analyst == "mk"  # whose marks they are; jo would see no points
    assert shown.titles == [ANNOTATED_TITLE]
    assert shown.articles == [5, 5]  # and the plain one in the list
    assert not database.exists()
    assert not database.parent.exists()
    assert database.parent.parent != place
    assert not (place / "workbench.db").exists()
    assert "the annotated sample, in a throw-away place" in said.stderr
    assert "are removed" in said.stderr


def test_the_plain_demo_is_the_articles_alone_and_ones_own(wb, shown, monkeypatch):
    monkeypatch.setenv("WORKBENCH_ANALYST", "jo")
    said = wb("demo", "--plain")
    assert shown.calls[0][1] == "jo"
    assert (shown.titles, shown.articles) == ([PLAIN_TITLE], [5])
    assert "the sample, in a throw-away place" in said.stderr


def test_who_is_named_has_made_the_marks_of_the_demo(wb, shown, monkeypatch):
    def look(database, analyst, review_id, config):
        with Store(database) as store:
            state = store.load(review_id, analyst)
        shown.calls.append((analyst, {link.analyst for link in state.links.values()}))
        return 0

    monkeypatch.setattr(tui, "run", look)
    wb("demo", "--analyst", "jo")
    assert shown.calls == [("jo", {"jo"})]


def test_a_broken_file_of_acts_ends_the_demo_with_a_sentence(wb, shown, monkeypatch, place):
    (place / "acts.toml").write_text("title = 1\n")
    monkeypatch.setattr(making, "corpus", lambda: place)
    monkeypatch.setattr(making, "ANNOTATED", "acts.toml")
    assert wb("demo", code=1).stderr == "acts.toml: analyst is missing; it is text.\n"
    assert not shown.calls


def test_the_demo_is_removed_even_when_the_screen_breaks(wb, shown, monkeypatch):
    def broken(database, *_):
        shown.calls.append(database)
        raise RuntimeError

    monkeypatch.setattr(tui, "run", broken)
    with pytest.raises(RuntimeError):
        wb("demo")
    assert not shown.calls[0].parent.exists()


@pytest.mark.parametrize("arguments", [[], ["open"], ["open", "afgh"], ["afgh"], ["demo"]])
def test_without_a_terminal_the_screen_is_refused_with_what_to_use_instead(
    wb, review, place, arguments
):
    said = wb(*arguments, code=1)
    assert said.stdout == ""
    assert "The screen needs a terminal" in said.stderr
    assert "`workbench show REVIEW` reads one" in said.stderr


def test_a_refused_screen_makes_no_database(wb, place):
    wb(code=1)
    wb("open", code=1)
    assert list(place.iterdir()) == []


class Terminal:
    def __init__(self, there=True):
        self.there = there

    def isatty(self):
        return self.there


@pytest.mark.parametrize("missing", ["stdin", "stdout", "stderr", None])
def test_all_three_streams_must_be_terminals(monkeypatch, missing):
    monkeypatch.setenv("TERM", "xterm")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal(there=name != missing))
    if missing is None:
        refuse_without_terminal()
        return
    with pytest.raises(screen.NoTerminalError, match="needs a terminal"):
        refuse_without_terminal()
    monkeypatch.setattr(sys, missing, None)
    with pytest.raises(screen.NoTerminalError, match="needs a terminal"):
        refuse_without_terminal()


def test_a_dumb_terminal_is_refused(monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(screen.NoTerminalError, match="TERM=dumb"):
        refuse_without_terminal()


def test_without_the_sample_the_demo_says_so(wb, shown, monkeypatch, place):
    monkeypatch.setattr(making, "__file__", str(place / "workbench/sample/making.py"))
    for arguments in (["demo"], ["demo", "--plain"]):
        assert "install the workbench again" in wb(*arguments, code=1).stderr


def test_json_is_refused_of_the_list_on_the_screen_too(wb, shown):
    assert "`workbench open` has no --json" in wb("--json", code=2).stderr
    assert not shown.calls


@pytest.mark.terminal
def test_ctrl_c_ends_quietly_with_130(review, place):
    primary, secondary = os.openpty()
    # A shell's background jobs ignore ctrl+c, and so would what they start.
    held = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with subprocess.Popen(
            [sys.executable, "-m", "workbench", "add", review, "-"],
            stdin=secondary,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            try:
                # It says that it reads from the keyboard; from then on it waits.
                assert select.select([process.stderr], [], [], 60)[0], "it says nothing"
                assert b"ctrl+d" in process.stderr.readline()
                process.send_signal(signal.SIGINT)
                assert process.wait(20) == 130
                assert process.stderr.read() == b"Interrupted.\n"
                assert process.stdout.read() == b""
            finally:
                process.kill()
    finally:
        signal.signal(signal.SIGINT, held)
        os.close(primary)
        os.close(secondary)


# How it is drawn


def drawn(shown):
    config = shown.calls[-1][3]
    return config.theme, config.ascii, config.plain_symbols, config.mouse


@pytest.mark.parametrize("command", [["afgh"], ["open", "afgh"], [], ["open"], ["demo"]])
def test_the_options_of_the_screen_are_taken_before_and_after(wb, shown, review, command):
    options = ["--theme", "light", "--ascii", "--plain-symbols", "--no-mouse"]
    for arguments in ([*options, *command], [*command, *options]):
        wb(*arguments)
        assert drawn(shown) == ("light", True, True, False)


def test_an_option_beats_the_variable_which_beats_the_config_file(wb, shown, place, monkeypatch):
    wb()
    assert drawn(shown) == ("", False, False, True)
    (place / "config.toml").write_text(
        'theme = "light"\nascii = true\nplain_symbols = true\nmouse = false\n'
    )
    wb()
    assert drawn(shown) == ("light", True, True, False)
    monkeypatch.setenv("WORKBENCH_THEME", "ansi")
    monkeypatch.setenv("WORKBENCH_ASCII", "0")
    monkeypatch.setenv("WORKBENCH_PLAIN_SYMBOLS", "no")
    monkeypatch.setenv("WORKBENCH_MOUSE", "on")
    wb()
    assert drawn(shown) == ("ansi", False, False, True)
    wb("--theme", "dark", "--ascii", "--plain-symbols", "--no-mouse")
    assert drawn(shown) == ("dark", True, True, False)
    monkeypatch.setenv("WORKBENCH_THEME", "")  # says nothing
    wb("--no-ascii", "--no-plain-symbols", "--mouse")
    assert drawn(shown) == ("light", False, False, True)


@pytest.mark.parametrize(
    ("arguments", "variable", "sentence"),
    [
        (["--theme", "sepia"], {}, "“sepia” is no theme; it is dark, light or ansi."),
        ([], {"WORKBENCH_THEME": "ligth"}, "WORKBENCH_THEME is “ligth”, and there is no such theme. Did you mean light?"),
        ([], {"WORKBENCH_ASCII": "perhaps"}, "The variable WORKBENCH_ASCII is “perhaps”; it may be 1 or 0."),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(
    wb, shown, place, monkeypatch, arguments, variable, sentence
):
    for name, value in variable.items():
        monkeypatch.setenv(name, value)
    assert sentence in wb(*arguments, code=2).stderr
    assert not shown.calls
    assert not (place / "workbench.db").exists()


def test_an_alias_with_options_of_the_screen_serves_every_command(wb, review):
    assert review in wb("--ascii", "--no-mouse", "--theme", "ansi", "reviews").stdout


@pytest.mark.parametrize("arguments", [[], ["open"], ["demo"]])
def test_keys_that_cannot_be_bound_are_refused_and_nothing_is_made(wb, shown, place, arguments):
    (place / "config.toml").write_text('[keys]\n"claim.make" = "space"\n')
    assert "both claim.make and link.start" in wb(*arguments, code=2).stderr
    assert not shown.calls
    assert not (place / "workbench.db").exists()
    wb("new", "Keys are the screen's business")
