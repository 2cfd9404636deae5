"""Two terminals on one database: what one does, the other shows."""

import time

import pytest
from pty_review import Worker

pytestmark = pytest.mark.terminal

SOON = 5.0
"""Seconds; half a second is meant, a busy machine is given more."""


def _seen(terminal, counts):
    begun = time.monotonic()
    terminal.wait(f"{counts} here too", lambda: terminal.counts() == counts, SOON)
    return time.monotonic() - begun


def test_an_act_in_one_terminal_shows_in_the_other_within_moments(book):
    with book.open() as one, book.open(size=(100, 30)) as two:
        worker = Worker(book, one)
        Worker(book, two)
        one.press("enter")
        worker.acted(1, 0, 0)
        _seen(two, (1, 0, 0))
        two.see("Another terminal changed this review (mk).")
        one.press("space", "c")
        worker.acted(2, 1, 1)
        _seen(two, (2, 1, 1))
        one.press("esc")
        two.press("ctrl+z")
        two.wait("undone", lambda: two.counts() == (1, 0, 0))
        _seen(one, (1, 0, 0))
        two.press("ctrl+y")
        two.wait("done again", lambda: two.counts() == (2, 1, 1))
        _seen(one, (2, 1, 1))
        for terminal in (one, two):
            terminal.press("ctrl+q")
            terminal.ends_well()
            assert terminal.screen.offences == []
    book.check()


def test_another_analysts_claims_show_and_their_links_do_not_count_as_ones_own(book):
    with book.open() as mine, book.open(analyst="ben") as bens:
        worker = Worker(book, mine)
        Worker(book, bens)
        bens.press("enter", "space", "a")
        bens.wait("ben's link", lambda: bens.counts() == (2, 1, 0))
        mine.wait("his claims, not his link", lambda: mine.counts() == (2, 0, 0), SOON)
        mine.see("Another terminal changed this review (ben).")
        mine.press("ctrl+z")
        mine.see("There is nothing of yours left to undo")
        assert worker.book.counts() == (2, 1, 0)
        for terminal in (mine, bens):
            terminal.press("q")
            terminal.see("last worked on")
            terminal.press("q")
            terminal.ends_well()
    assert book.session("mk")["panes"]
    assert book.session("ben")["panes"]
    book.check()


def test_a_claim_deleted_in_one_terminal_while_the_other_links_it_harms_nothing(book):
    with book.open() as one, book.open() as two:
        Worker(book, one)
        Worker(book, two)
        one.press("enter")
        two.wait("the claim here too", lambda: two.counts() == (1, 0, 0), SOON)
        two.press("1", "g", "space")
        two.see("LINK")
        one.press("1", "g", "d")
        one.wait("deleted", lambda: one.counts() == (0, 0, 0))
        two.wait("gone here too", lambda: two.counts() == (0, 0, 0), SOON)
        two.see_no("LINK")
        two.press("enter")
        two.wait("a claim of its own", lambda: two.counts()[0] == 1)
        for terminal in (one, two):
            terminal.press("ctrl+q")
            terminal.ends_well()
    book.check()
