"""How the program behaves as a guest in a terminal: colours, sizes, keys typed ahead, its end."""

import re
import signal
import subprocess
import sys

import pytest
from pty_review import Worker
from pty_terminal import HIGH, NOTICE_EDGE, WIDE, Terminal, environment_of

pytestmark = pytest.mark.terminal

SIZES = [(80, 24), (60, 16), (40, 10), (20, 5), (1, 1)]
SENTENCE = "`workbench reviews` lists the reviews"


def _link_three(worker):
    """A claim that agrees with one and conflicts with another, the cursor back on it."""
    terminal = worker.terminal
    terminal.press("enter", "space", "a", "c", "esc")
    worker.acted(3, 2, 1)
    terminal.see_no("LINK")


def _colours(sent):
    """Parameters that choose a colour, whichever way."""
    found = set()
    for parameters in sent:
        for one in parameters.split(b";"):
            number = int(one or b"0")
            if 30 <= number <= 38 or 40 <= number <= 48 or 90 <= number <= 107:
                found.add(parameters)
    return found


# Colours


def test_no_color_sends_no_colour_and_the_signs_still_show(book):
    with book.open(environment={"NO_COLOR": "1"}) as terminal:
        worker = Worker(book, terminal)
        _link_three(worker)
        terminal.see("✗ claim 1", "✓ ")
        assert terminal.screen.lines()[2].startswith("✗ "), "the gutter has no sign"
        terminal.press("?")
        terminal.see("In a review")
        terminal.press("esc", "o")
        terminal.see("outlet, date, title, address")
        terminal.press("esc", "H")
        terminal.see("History of")
        terminal.press("esc", "enter")
        terminal.see("Claimant:")
        terminal.press("esc", "q")
        terminal.see("last worked on")
        terminal.press("q")
        terminal.ends_well()
        assert _colours(terminal.screen.colours) == set()
        assert terminal.screen.offences == []


def test_without_no_color_there_are_colours(book):
    with book.open() as terminal:
        Worker(book, terminal)
        assert _colours(terminal.screen.colours)


# No terminal, or none that can show a screen


def test_a_dumb_terminal_is_refused_with_a_sentence(book):
    for arguments in (["open", book.title], []):
        command = ["--db", book.path, *arguments]
        with Terminal(command, home=book.home, environment={"TERM": "dumb"}) as terminal:
            assert terminal.exit_code() == 1
            said = terminal.screen.raw.decode()
            assert "TERM=dumb" in said
            assert SENTENCE in said
            assert "\x1b" not in said


def test_without_a_terminal_the_screen_is_refused_with_a_sentence(book):
    for arguments in (["open", book.title], [book.title], []):
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "--db", book.path, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=book.home,
            env=environment_of(book.home, {}),
            check=False,
            timeout=60,
        )
        assert done.returncode == 1
        assert done.stdout == b""
        assert SENTENCE in done.stderr.decode()
        assert b"\x1b" not in done.stderr


# Sizes


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_it_starts_and_works_at_any_size(book, size):
    with book.open(size=size) as terminal:
        terminal.wait("a frame", lambda: any(map(str.strip, terminal.screen.lines())))
        if size[0] < 60 or size[1] < 16:  # nothing is done unseen
            terminal.press(")", "enter", "tab", "o", "/", "z")
            terminal.settle()
            assert book.counts()[0] == 0
            terminal.resize(WIDE, HIGH)
            terminal.see("articles · 0 claims")
        terminal.press(")", "enter")
        terminal.wait("a claim", lambda: book.counts()[0] == 1)
        terminal.press("tab", "j", "/", "esc", "o", "esc", "?", "esc", "H", "esc", "z", "z")
        terminal.resize(WIDE, HIGH)
        terminal.see("1 claim ·")
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert terminal.screen.offences == []
    book.check()


def test_after_shrinking_and_growing_back_the_same_text_stands_at_the_top(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("}", "}", "}", "pagedown", "enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.settle()
        top = _top_of_first_pane(terminal)
        assert any(top)
        for size in [*SIZES, (120, 40), (1, 1), (300, 90), (20, 5), (WIDE, HIGH)]:
            frames = terminal.screen.frames
            terminal.resize(*size)
            terminal.wait(f"a frame at {size}", lambda seen=frames: terminal.screen.frames > seen)
            terminal.settle(0.15)
        terminal.see("1 claim ·", "claim 1 · unverified")
        terminal.wait("the same text", lambda: _top_of_first_pane(terminal) == top)
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert terminal.screen.offences == []


def test_resized_while_it_quits_it_still_ends_well(book):
    for pause in (0.01, 0.015, 0.02):
        with book.open(size=(70, 18)) as terminal:
            terminal.see("articles · 0 claims")
            terminal.resize(WIDE, HIGH)
            terminal.idle(pause)
            terminal.press("ctrl+q")
            terminal.ends_well()


def _top_of_first_pane(terminal):
    lines = terminal.screen.lines()[2:6]
    return [re.split("[┃│✓✗?~-]", line[2:])[0].rstrip() for line in lines]


def test_the_question_before_a_review_is_deleted_can_be_read_whole(book):
    with Terminal(["--db", book.path], home=book.home, size=(80, 24)) as terminal:
        terminal.see("last worked on")
        terminal.press("d")
        terminal.see("y yes")
        asked = " ".join(" ".join(terminal.screen.lines()).replace("│", " ").split())
        assert "0 claims and 0 links? This cannot be undone." in asked
        terminal.press("n")
        terminal.see_no("y yes")
        terminal.press("q")
        terminal.ends_well()
    assert book.rows("SELECT id FROM review")


# The mouse


def test_clicks_on_a_notice_that_is_going_end_nothing(book):
    with book.open() as terminal:
        Worker(book, terminal)
        for pause in (0.02, 0.05, 0.08):
            terminal.press("!", "f", "n")
            terminal.see(NOTICE_EDGE, "No conflicts are marked")
            terminal.settle(0.1)
            rows = terminal.screen.cells()
            edges = [y for y, cells in enumerate(rows, 1) if NOTICE_EDGE in cells]
            y = edges[len(edges) // 2]
            for _ in range(12):
                terminal.click(rows[y - 1].index(NOTICE_EDGE) + 4, y)
                terminal.idle(pause)
            terminal.see_no(NOTICE_EDGE)
        terminal.press("ctrl+q")
        terminal.ends_well()


def test_a_double_click_on_a_review_opens_it_once(book):
    with Terminal(["--db", book.path], home=book.home) as terminal:
        terminal.see("last worked on")
        terminal.settle()
        y = next(y for y, row in enumerate(terminal.screen.lines(), 1) if book.title in row)
        terminal.click(5, y, times=2)
        terminal.wait("the review", terminal.counts)
        terminal.settle()
        terminal.press("q")
        terminal.see("last worked on")
        terminal.press("q")
        terminal.ends_well()


def test_the_fields_of_a_dialog_keep_the_keys(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.press("enter")
        terminal.see("Claimant:")
        terminal.press("tab", "tab", "tab", "tab")
        terminal.type("round")
        terminal.wait("the first field again", lambda: "round" in terminal.under("Claimant:"))
        y = next(y for y, row in enumerate(terminal.screen.lines(), 1) if "Claimant:" in row)
        terminal.click(60, y - 2)  # the quote
        terminal.click(60, y)  # a label
        terminal.type(" and round")
        terminal.wait("still there", lambda: "round and round" in terminal.under("Claimant:"))


# Keys typed ahead


def test_keys_typed_ahead_of_a_review_are_for_it(book):
    with Terminal(["--db", book.path], home=book.home) as terminal:
        terminal.see("last worked on")
        terminal.send(b"\r\r a")
        terminal.wait("linked", lambda: terminal.counts() == (2, 1, 0))


def test_three_keys_in_one_breath_mark_a_linked_pair(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.send(b"\r a")
        terminal.wait("linked", lambda: terminal.counts() == (2, 1, 0))
        assert [link["relation"] for link in book.links()] == ["agrees"]


def test_through_four_more_articles_in_one_breath(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.send(b"))\r aaca")
        terminal.wait("linked", lambda: terminal.counts() == (5, 4, 1))
    found = [link["relation"] for link in book.links()]
    assert found == ["agrees", "agrees", "conflicts", "agrees"]
    assert len({claim["article_id"] for claim in book.claims()}) == 5


def test_a_key_after_a_pane_key_belongs_to_that_pane(book):
    articles = list(book.texts())
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.send(b"2)\r\t)\r1)\r")
        terminal.wait("claims", lambda: terminal.counts() == (3, 0, 0))
    found = [claim["article_id"] for claim in book.claims()]
    assert found == [articles[1], articles[2], articles[0]]


def test_words_typed_ahead_after_slash_are_looked_for_and_carry_out_nothing(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.send(b"/cad\r")
        terminal.see("“cad” stands in none of the articles,")
        assert terminal.counts() == (1, 0, 0)
        assert len(book.rows("SELECT * FROM event WHERE act LIKE 'claim%'")) == 1


def test_keys_typed_ahead_after_a_dialog_is_closed_go_to_the_screen_below(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.send(b"\r\r\x1b[27u)\r?\x1b[27uH\x1b[27u)\ro\x1b[27u)\r")
        terminal.wait("four claims", lambda: terminal.counts() == (4, 0, 0))
        terminal.see_no("outlet, date, title, address")


def test_a_lone_escape_byte_is_the_escape_key(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("?")
        terminal.see("In a review")
        terminal.send(b"\x1b")
        terminal.see_no("In a review")


def test_keys_typed_ahead_in_a_dialog_act_in_the_order_typed(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.press("enter")
        terminal.see("Claimant:")
        terminal.settle()
        terminal.send(b"ministry\x1b[HThe \x1b[F, again\tTASS\t\tfirst\x1b[Hat \x13")
        terminal.see_no("Claimant:")
    claim = book.claims()[0]
    assert claim["claimant"] == "The ministry, again"
    assert claim["origin"] == "TASS"
    assert claim["note"] == "at first"


# Its end


def test_ctrl_q_quits_at_once_from_anywhere_with_the_session_saved(book):
    article = next(iter(book.texts()))
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("w", "w", "w")
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert terminal.screen.modes == {25, 7}
        assert terminal.is_as_before()
    cursor = book.session()["positions"][article][0]
    assert cursor > 0
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.press("enter")
        terminal.see("Claimant:")
        terminal.type("half a na")
        terminal.see("half a na")
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert terminal.is_as_before()
    assert book.session()["positions"][article][0] == book.claims()[0]["start"]
    with book.open() as terminal:
        terminal.see("Claimant:", "half a na")


def test_ctrl_c_does_not_quit_and_says_what_does(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("ctrl+c")
        terminal.see("ctrl+q quits at once")
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.press("enter")
        terminal.see("Claimant:")
        terminal.press("ctrl+c", "ctrl+c")
        terminal.press("esc")
        terminal.see_no("Claimant:")
        assert terminal.process.poll() is None


@pytest.mark.parametrize("way", ["SIGTERM", "SIGHUP", "the window is closed"])
def test_ended_from_outside_it_ends_and_nothing_acknowledged_is_lost(book, way):
    with book.open() as terminal:
        worker = Worker(book, terminal)
        _link_three(worker)
        if way.startswith("SIG"):
            terminal.signal(signal.Signals[way])
        else:
            terminal.hang_up()
        terminal.exit_code()
    assert book.counts() == (3, 2, 1)
    book.check()
    with book.open() as terminal:
        terminal.wait("as it was", lambda: terminal.counts() == (3, 2, 1))
        terminal.press("ctrl+q")
        terminal.ends_well()
