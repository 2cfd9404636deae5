"""The machine dies instead of the analyst quitting: what the screen had shown is there afterwards."""

import random
import time
from pathlib import Path
from typing import Self

import pytest
from pty_review import Book, nth_sentence
from pty_terminal import Terminal

pytestmark = pytest.mark.terminal

KILLS = 8


class Dying:
    """A terminal whose program is killed after every act and started again.

    Each act begins by going to its place by keys that do not depend on where the last one ended.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.kills = 0
        self.terminal: Terminal | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.terminal is not None:
            self.terminal.__exit__()

    def start(self) -> Terminal:
        """The program, as it comes up after the last kill."""
        self.terminal = self.book.open()
        self.terminal.wait("the review on the screen", self.terminal.counts)
        return self.terminal

    def die(self) -> None:
        """Kill it, at once."""
        assert self.terminal is not None
        self.terminal.kill()
        self.terminal.__exit__()
        self.kills += 1

    def act(self, *keys: str, then: tuple[int, int, int], dismissed: int = 0) -> None:
        """Some keys in a new life, killed as soon as the database has what they do."""

        def done() -> bool:
            found = len(self.book.rows("SELECT id FROM dismissal"))
            return self.book.counts() == then and found == dismissed

        terminal = self.start()
        terminal.press(*keys)
        terminal.wait(f"{then} in the database", done)
        self.die()
        assert done()


def test_each_act_outlives_a_kill_that_comes_right_after_it(book):
    first = next(iter(book.texts()))
    text = book.texts()[first]
    with Dying(book) as life:
        life.act("1", "g", ")", ")", "enter", then=(1, 0, 0))
        assert book.claims()[0]["start"] == nth_sentence(text, 2)
        life.act("1", "g", ")", ")", "space", "a", then=(2, 1, 0))
        life.act("1", "g", ")", ")", "space", "c", then=(3, 2, 1))
        life.act("1", "g", ")", ")", "space", "x", then=(3, 2, 1), dismissed=1)
        life.act("1", "g", ")", ")", "d", then=(2, 0, 0))
        life.act("ctrl+z", then=(3, 2, 1), dismissed=1)
        life.act("ctrl+y", then=(2, 0, 0))
        life.act("ctrl+z", then=(3, 2, 1), dismissed=1)
        terminal = life.start()
        assert terminal.counts() == (3, 2, 1)
        terminal.press("1", "g", ")", ")", "enter")
        terminal.see("Claimant:")
        terminal.press("tab", "tab", "tab")
        terminal.type("kept for good")
        terminal.see("kept for good")
        terminal.press("ctrl+s")
        terminal.wait("the note", lambda: book.claims()[0]["note"] == "kept for good")
        life.die()
    assert life.kills == 9
    assert [(link["one"], link["two"], link["relation"]) for link in book.links()] == [
        (1, 2, "agrees"),
        (1, 3, "conflicts"),
    ]
    book.check()
    assert book.claims()[0]["note"] == "kept for good"
    with book.open() as terminal:
        terminal.wait("the review as it was", lambda: terminal.counts() == (3, 2, 1))
        terminal.press("ctrl+q")
        terminal.ends_well()


def test_a_note_half_typed_is_there_again_in_its_dialog_after_a_kill(book):
    with book.open() as terminal:
        terminal.wait("the review", terminal.counts)
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.press("enter")
        terminal.see("Claimant:")
        terminal.type("the envoy")
        terminal.see("the envoy")
        terminal.press("tab", "tab", "tab")
        terminal.type("Half a thought about")
        terminal.see("Half a thought about")
        terminal.type(" the")
        terminal.see("Half a thought about the")
        terminal.wait("the draft on disk", lambda: "about the" in str(book.session("mk")))
        terminal.kill()
    assert book.claims()[0]["note"] == ""
    with book.open() as terminal:
        terminal.see("Claim 1", "the envoy", "Half a thought about the")
        terminal.press("tab", "tab", "tab", "end")
        terminal.type(" post.")
        terminal.see("Half a thought about the post.")
        terminal.press("ctrl+s")
        terminal.see_no("Claimant:")
        claim = book.claims()[0]
        assert (claim["claimant"], claim["note"]) == ("the envoy", "Half a thought about the post.")
        terminal.press("ctrl+q")
        terminal.ends_well()
    book.check()
    with book.open() as terminal:
        terminal.wait("the review without the dialog", terminal.counts)
        terminal.settle()
        assert not terminal.shows("Claimant:")


def test_a_kill_at_any_moment_loses_nothing_that_the_screen_has_shown(tmp_path, record_property):
    """Claims and links in a stream of keys, and kills that fall where they fall."""
    book = Book(tmp_path / "review.db", "A long day").make(_long_articles(tmp_path))
    dice = random.Random(20251008)
    shown, acts = (0, 0, 0), 0
    for life in range(KILLS):
        with book.open() as terminal:
            start = terminal.wait("the review", terminal.counts)
            end = time.monotonic() + dice.uniform(0.2, 2.2)
            terminal.press(str(1 + life % 3))
            while time.monotonic() < end:
                for pressed in (")", "s", "enter", "space", "a", "esc"):
                    terminal.press(pressed)
                    terminal.idle(dice.choice((0, 0, 0.01, 0.05)))
                    if time.monotonic() > end:
                        break
            terminal.kill()
            shown = terminal.counts() or start
        on_disk = book.counts()
        assert on_disk[0] >= shown[0], "a claim that the screen had shown is lost"
        assert on_disk[1] >= shown[1], "a link that the screen had shown is lost"
        acts = on_disk[0] + on_disk[1]
        book.check()
    assert acts > KILLS
    record_property("kills, acts on disk, acts shown", (KILLS, acts, shown[0] + shown[1]))


def _long_articles(folder: Path) -> list[Path]:
    """Three articles that say much the same, sentence by sentence."""
    files = []
    for name, verb in (("one", "reached"), ("two", "crossed"), ("three", "passed")):
        lines = [
            f"Convoy {n} {verb} the bridge at Larkmoor on day {n} with {n + 7} lorries of grain."
            for n in range(1, 161)
        ]
        path = folder / f"{name}.txt"
        path.write_text("\n\n".join(lines), encoding="utf-8")
        files.append(path)
    return files
