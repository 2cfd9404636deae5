"""Where the terminal swallows ctrl+q, one leaves all the same; and work that takes long."""

import pytest
from pty_review import Worker

pytestmark = pytest.mark.terminal


def claim(book, terminal) -> None:
    Worker(book, terminal)
    terminal.press("enter")
    terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))


@pytest.mark.parametrize(
    "keys",
    [["enter"], ["o"], ["H"], ["?"], ["ctrl+e"], ["/", "x"], ["space"], ["v", "w"], ["ctrl+p"]],
    ids=" ".join,
)
def test_esc_and_q_lead_out_from_anywhere(book, keys):
    with book.open() as terminal:
        claim(book, terminal)
        terminal.press(*keys)
        terminal.settle()
        terminal.press("esc", "esc", "q")
        terminal.see("last worked on")
        terminal.press("q")
        terminal.ends_well()
    book.check()


def test_ctrl_c_says_how_to_leave_without_ctrl_q(book):
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("ctrl+c")
        terminal.wait("how", lambda: "q goes back and quits" in terminal.notices())
        assert terminal.process.poll() is None


def test_the_palette_quits_too(book):
    with book.open() as terminal:
        Worker(book, terminal)
        for _ in range(2):  # out of the review, then out of the list
            terminal.press("ctrl+p")
            terminal.see("Search for commands")
            terminal.type("quit")
            terminal.see("Quit")
            terminal.settle()
            terminal.press("enter")
            terminal.settle()
        terminal.ends_well()


def test_files_brought_in_while_keys_are_typed_ahead(book, tmp_path):
    """However long it takes on this machine, what is typed behind it comes after it."""
    for number in range(3):
        (tmp_path / f"late-{number}.txt").write_text(f"Late {number}. " + "More words. " * 60_000)
    with book.open() as terminal:
        Worker(book, terminal)
        terminal.press("o", "a")
        terminal.see("Add articles")
        terminal.type(f"{tmp_path}/late-*.txt")
        terminal.press("enter", "enter")  # and a claim behind it
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        assert len(book.rows("SELECT * FROM article")) == 8
        events = [row["act"] for row in book.rows("SELECT act FROM event ORDER BY seq")]
        assert events[-4:] == ["article.add"] * 3 + ["claim.make"]
        terminal.press("ctrl+q")
        terminal.ends_well()
