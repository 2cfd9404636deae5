"""Earlier reviews in a real terminal: said in the strip, found by a search, read and followed."""

from pathlib import Path

import pytest
from pty_review import SAMPLE, Book

pytestmark = pytest.mark.terminal

QUOTE = "That stand was set down in a declaration"
WHY = "The registry of treaties has no such paper."


def judged(path: Path) -> Book:
    """The sample twice: as it is, and with its first sentence judged."""
    book = Book(path, "Autumn").make(SAMPLE)
    book.cli("new", "Spring", *SAMPLE)
    book.cli("claim", "Spring", 1, QUOTE)
    book.cli("finding", "Spring", 1, "--wording", "There was a declaration.", "--verdict",
             "contradicted", "--rationale", WHY, "--evidence", "reply: the registry: none")  # fmt: skip
    return book


@pytest.mark.parametrize("size", [(80, 24), (160, 40)], ids=str)
def test_an_earlier_verdict_is_said_read_and_followed(tmp_path, size):
    book = judged(tmp_path / "review.db")
    with book.open(size=size) as terminal:
        terminal.wait("the review", terminal.counts)
        terminal.press("enter")
        terminal.see("claim 1 · judged earlier, in part (E): contradicted, ")
        terminal.press("E")
        terminal.see("Claim 1 in earlier reviews", f"rationale: {WHY[:30]}")
        terminal.press("esc")
        terminal.see_no("Claim 1 in earlier reviews")
        terminal.press("/")
        terminal.see("words to find in all articles, notes, earlier reviews")
        terminal.type("registry")
        terminal.press("enter")
        terminal.see("“registry”: 2 in earlier reviews", "“Spring” finding 1 rationale")
        terminal.press("esc")
        terminal.see("in no article", "F list")
        terminal.press("F")
        terminal.see("“Spring” finding 1 rationale")
        terminal.press("enter")
        terminal.see("finding: contradicted", "Spring")
        terminal.press("ctrl+q")
        terminal.ends_well()
    assert [row["number"] for row in book.claims()] == [1, 1]
    book.check()
