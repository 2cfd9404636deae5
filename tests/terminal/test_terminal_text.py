"""Emoji, joined letters and right-to-left text in a real terminal: what stands beside stays put."""

from pathlib import Path

import pytest
from pty_review import Book

pytestmark = pytest.mark.terminal

EMOJI = Path(__file__).parents[1] / "unicode" / "emoji-test.txt"
MARK = "NEIGHBOUR"


def emoji_text() -> str:
    """Every thirtieth of Unicode's emoji, those that are joined of two and more above all."""
    found = [line.split(";")[0].split() for line in EMOJI.read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]  # fmt: skip
    long = [codes for codes in found if len(codes) > 1][::15]
    return " ".join("".join(chr(int(code, 16)) for code in codes) for codes in long)


@pytest.fixture
def book(tmp_path):
    one, other = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text(f"{emoji_text()}\nराष्ट्र का ध्वज\nน้ำ\n", encoding="utf-8")
    other.write_text(f"{MARK}\n" * 200, encoding="utf-8")
    return Book(tmp_path / "review.db", "Symbols").make([one, other])


def columns(terminal) -> set[int]:
    """In which columns the words of the other pane begin."""
    return {row.index(MARK) for row in terminal.screen.cells() if MARK in row}


def borders(terminal) -> set[str]:
    """What stands between the two panes."""
    return {row[59] for row in terminal.screen.cells()[2:30] if MARK in row}


def test_with_plain_symbols_a_terminal_that_adds_up_code_points_shows_every_row_in_its_place(book):
    with book.open(size=(120, 40)) as terminal:
        terminal.see(MARK)
        terminal.wait("a shifted row", lambda: len(columns(terminal)) > 1)
        terminal.press("S")
        terminal.see("[GB]", "[KP]")
        terminal.wait("every row in its place", lambda: columns(terminal) == {62})
        terminal.wait("nothing left of what was shifted", lambda: borders(terminal) <= {"│", "┃"})
        terminal.wait("the notice", lambda: "Plain symbols" in terminal.notices())
        terminal.press("ctrl+q")
        terminal.ends_well()


RIGHT_TO_LEFT = "قالت الوزارة إن 25 شاحنة عبرت الجسر يوم 7 أكتوبر."


def test_right_to_left_text_is_sent_as_it_is_written_without_a_sign_of_direction(tmp_path):
    one, other = tmp_path / "1.txt", tmp_path / "2.txt"
    one.write_text(f"\u200f{RIGHT_TO_LEFT}\u200f\u202b\n", encoding="utf-8")
    other.write_text(f"25 {MARK}\n", encoding="utf-8")
    book = Book(tmp_path / "review.db", "Bridge").make([one, other])
    with book.open(size=(140, 30)) as terminal:
        terminal.see(RIGHT_TO_LEFT, f"25 {MARK}")
        said = "Article 1 has right-to-left text"
        terminal.wait("the notice", lambda: said in terminal.notices())
        assert terminal.screen.offences == []
        terminal.press("ctrl+q")
        terminal.ends_well()
