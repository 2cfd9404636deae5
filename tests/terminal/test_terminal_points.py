"""Points, findings, origins and contradictory marks at the keys of a real terminal."""

from __future__ import annotations

import pytest
from pty_review import Worker
from test_terminal_manners import _colours

pytestmark = pytest.mark.terminal

OFFICES = (
    (4, "Russia’s special representative for Afghanistan"),
    (5, "Russia’s ambassador to the country"),
)
TROOPS = (
    (4, "Sending Russian soldiers to Afghanistan is not being considered"),
    (5, "Moscow is not thinking of stationing its troops"),
    (1, "would not help peace and security in the region"),
)
LEFT = (
    (1, "every American and Nato soldier left the base"),
    (4, "US and Nato forces had been pulled back"),
    (5, "The U.S.-led forces pulled out"),
)
LINKS = (
    (1, 2, "conflicts"),  # the offices
    (3, 4, "agrees"), (4, 5, "conflicts"),  # the troops: 3 and 5 conflict by implication
    (6, 7, "agrees"), (7, 8, "agrees"), (6, 8, "conflicts"),  # the base: these cannot all hold
)  # fmt: skip


@pytest.fixture
def marked(book):
    """The sample with points: conflicts, an implied relation, marks that cannot all hold."""
    for article, quote in (*OFFICES, *TROOPS, *LEFT):
        book.cli("claim", book.title, article, quote)
    for one, other, relation in LINKS:
        book.cli("link", book.title, one, other, relation)
    book.cli("claim", book.title, 5, "seventh meeting")
    return book


def first_row(terminal) -> str:
    """The first point of the matrix, as it is shown."""
    lines = terminal.screen.lines()
    top = next(n for n, line in enumerate(lines) if line.lstrip().startswith("point "))
    return lines[top + 2]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
def test_the_matrix_is_sorted_filtered_and_left_for_the_words(marked, size):
    with marked.open(size=size) as terminal:
        Worker(marked, terminal)
        terminal.press("p")
        terminal.see("4 points, what divides the articles most first", "A✗", "B✗")
        terminal.see("special representative ] 4 ; ambassador ] 5")
        for words in ("by first publication", "in reading order", "by number"):
            terminal.press("s")
            terminal.see(words)
        terminal.press("1")
        terminal.see("3 of 4 points")
        terminal.press("3")
        terminal.see("1 of 4 points", "✗!", "contradictory marks: 6 = 7 = 8, yet 6 ≠ 8")
        terminal.press("1", "3", "2")
        terminal.see("1 of 4 points", "seventh meeting", "A?")
        terminal.press("2", "4")
        terminal.see_no("1 of 4 points")
        terminal.press("g", "right", "left", "tab", "enter")
        terminal.wait("the panes again", terminal.counts)
        terminal.see("claim 2 · point 1 · conflicting · 2 articles, origins unknown")
        terminal.press("p")
        terminal.see("4 points, by number")  # as it was left
        terminal.press("q")
        terminal.wait("the panes again", terminal.counts)
        terminal.press("ctrl+q")
        terminal.ends_well()
    marked.check()


def test_without_colours_the_matrix_and_the_dialog_say_all_they_say(marked):
    with marked.open(size=(80, 24), environment={"NO_COLOR": "1"}) as terminal:
        Worker(marked, terminal)
        terminal.press("p", "g")
        terminal.see("▸   1 ✗", "✗! ", "special representative ] 4 ; ambassador ] 5")
        terminal.press("1", "s", "right", "f")
        terminal.see("Finding of point")
        terminal.press("escape", "escape", "ctrl+q")
        terminal.ends_well()
        assert _colours(terminal.screen.colours) == set()


def test_points_and_conflicts_are_walked_without_leaving_the_panes(marked):
    with marked.open(size=(120, 40)) as terminal:
        Worker(marked, terminal)
        for key, words in (
            (">", "point 1"), (">", "point 3"), (">", "point 6"), (">", "claim 9"), (">", "point 1"),
            ("<", "claim 9"), ("!", "point 1"), ("!", "point 3"), ("!", "point 6"), ("!", "point 1"),
        ):  # fmt: skip
            terminal.press(key)
            terminal.see(f" {words} ")
        terminal.see("special representative", "ambassador")
        terminal.press("*")
        terminal.see("mark 1 of 3", "contradictory marks: 6 = 7 = 8")
        terminal.press("*")
        terminal.see("mark 2 of 3")
        terminal.press("*")
        terminal.see("mark 3 of 3")
        links = len(marked.links())
        terminal.press("d")
        terminal.wait("the mark gone", lambda: len(marked.links()) == links - 1)
        terminal.press("*")
        terminal.see("No marks contradict each other.")
        terminal.press("ctrl+q")
        terminal.ends_well()
    marked.check()


def test_what_follows_from_marks_is_said_and_confirmed_by_one_key(marked):
    with marked.open(size=(120, 40)) as terminal:
        Worker(marked, terminal)
        terminal.press(">", ">")
        terminal.see("claim 3 ", "implied: conflicts")
        terminal.press("i", "j")
        terminal.see("implied by links 2 and 3")
        terminal.press("A")
        terminal.wait("the mark on disk", lambda: len(marked.links()) == len(LINKS) + 1)
        link = marked.links()[-1]
        assert {link["one"], link["two"]} == {3, 5}
        assert (link["relation"], link["rationale"]) == ("conflicts", "implied by links 2 and 3")
        terminal.press("escape", "ctrl+q")
        terminal.ends_well()
    marked.check()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
def test_a_finding_is_made_changed_and_kept_with_its_history(marked, size):
    with marked.open(size=size) as terminal:
        Worker(marked, terminal)
        terminal.press(">")
        terminal.see("claim 1 ")
        terminal.press("f")
        terminal.see("Finding of point 1", "Verdict, or none yet: supported", "low  medium  high")
        terminal.press("tab", "down", "tab", "up", "ctrl+s")
        terminal.see("needs a rationale")
        terminal.press("tab")
        terminal.type("His ministry names him so.")
        terminal.press("tab")
        terminal.type("document: staff list: page 2")
        terminal.press("ctrl+s")
        terminal.wait("the finding on disk", lambda: marked.rows("SELECT * FROM finding"))
        terminal.see("finding: su")
        (found,) = marked.rows("SELECT * FROM finding")
        assert (found["verdict"], found["confidence"]) == ("supported", "high")
        assert len(marked.rows("SELECT * FROM evidence")) == 1
        terminal.press("p", "g")
        terminal.see("verdict: supported", "supported  ")
        terminal.press("f")
        terminal.see("Finding 1 of point 1")
        terminal.press("tab", "down", "ctrl+s")
        terminal.see("verdict: contradicted")
        terminal.press("escape", "H")
        terminal.see("History of")
        terminal.see("supported (high confidence: His ministry names him so.)")
        terminal.press("escape", "ctrl+q")
        terminal.ends_well()
    marked.check()


def test_an_origin_is_shared_by_one_key_and_shown_wherever_a_standing_is(marked):
    with marked.open(size=(120, 40)) as terminal:
        Worker(marked, terminal)
        terminal.press(">", ">")
        terminal.see("claim 3 ")
        terminal.press("D")
        terminal.see("Origin of position A of point 3: claims 3, 4")
        terminal.type("Kabulov")
        terminal.press("enter")
        terminal.see("3 articles, 1 (+1 unknown) origins", "position A: 2 articles, 1 origin")
        terminal.press("p")
        terminal.see("1 (+1", "A~")
        terminal.press("q", "ctrl+q")
        terminal.ends_well()
    said = marked.cli("show", marked.title).decode()
    assert "position A: 2 articles, 1 origin; all from one origin" in said
    (origins,) = {row["origins"] for row in marked.table("claims") if row["claim"] in ("3", "4")}
    assert origins == "1"
    marked.check()
