"""Nothing in an article, a name or a note acts on the terminal, whichever screen shows it.

What the program sends is read through the grammar of what Textual itself sends; whatever does not
fit it is an offence. And what would fit it is looked for byte by byte.
"""

import json
import re
import time

import pytest
from pty_hostile import (
    CLICK,
    FIELD,
    PAYLOADS,
    SHORT,
    hostile_files,
    needles,
    poison,
    poisoned_session,
)
from pty_review import ANALYST, Book, run
from pty_terminal import NOTICE_EDGE, Terminal, is_sign

pytestmark = pytest.mark.terminal

ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


class Tour:
    """A walk through the screens, with clicks on the `[@click=…]` that show there."""

    def __init__(self, book: Book, terminal: Terminal) -> None:
        self.book = book
        self.terminal = terminal

    def click(self, mark: str, times: int = 1, *, below: str = "") -> None:
        """Click the `[@click=…]` text that follows a mark; nothing may happen to the review.

        Args:
            mark: words on the same row, before it.
            times: how often.
            below: words on a row further up, where the mark stands more than once.
        """
        terminal = self.terminal
        before = self.events()
        x, y = terminal.wait(f"[@click] after “{mark}”", lambda: self._clickable(mark, below))
        terminal.click(x, y, times)
        terminal.idle(0.15)
        assert terminal.process.poll() is None, "the click ended the program"
        assert self.events() == before, "the click changed the review"

    def _clickable(self, mark: str, below: str) -> tuple[int, int] | None:
        rows = self.terminal.screen.cells()
        first = next((y for y, cells in enumerate(rows) if below in cells), len(rows))
        for y, cells in enumerate(rows[first:], first + 1):
            at = cells.find(mark)
            x = cells.find("LEAVE[/]", at)
            if at >= 0 and x >= 0:
                return x + 2, y
        return None

    def events(self) -> int:
        """Acts in the log."""
        return int(self.book.rows("SELECT count(*) AS n FROM event")[0]["n"])

    def paste(self, label: str, text: str, mark: str = "") -> None:
        """Paste into the line with a label; it must arrive in that line, known by a mark in it."""
        terminal = self.terminal
        mark = mark or text[:3]
        terminal.see(label)
        terminal.paste(text)
        terminal.wait(f"“{mark}” under “{label}”", lambda: mark in terminal.under(label))

    def fill(self, label: str, text: str, mark: str = "") -> None:
        """Paste over what stands in the line with a label."""
        terminal = self.terminal
        terminal.see(label)
        terminal.settle(0.1)
        before = terminal.under(label)
        terminal.press("home", "ctrl+k")
        end = time.monotonic() + 0.5
        while terminal.under(label) == before and time.monotonic() < end:
            terminal.pump(0.02)
        self.paste(label, text, mark)

    def leave(self, copied: int = 0) -> None:
        """Quit, and look at all that was sent."""
        self.terminal.press("ctrl+q")
        self.terminal.ends_well()
        nothing_acted(self.terminal)
        assert len(self.terminal.screen.copied) == copied


def nothing_acted(terminal: Terminal) -> None:
    """Neither the grammar nor a look at the bytes finds anything that is not Textual's own."""
    assert terminal.screen.offences == []
    for needle in needles():
        assert needle not in terminal.screen.raw, needle
    for text in terminal.screen.copied:
        assert not ACTIVE.search(text), text


@pytest.fixture
def from_files(tmp_path):
    """Hostile articles in a review whose title is no better."""
    Book(tmp_path / "review.db", f"TI {FIELD}").make(hostile_files(tmp_path))
    return Book(tmp_path / "review.db", "TI")


@pytest.fixture
def from_elsewhere(tmp_path):
    """A database in which all of it stands raw."""
    book = Book(tmp_path / "review.db", "A quiet week").make([])
    poison(book)
    return Book(book.path, "TI")


def test_a_hostile_article_is_shown_whole_with_signs_for_what_could_act(from_files):
    book = from_files
    with book.open() as terminal:
        terminal.see("TI ", "TXA", "OUA", "HEA", "TXB", "OUB")
        tour = Tour(book, terminal)
        terminal.press("z")
        seen: set[int] = set()
        for _ in range(12):
            terminal.settle(0.1)
            shown = terminal.screen.text()
            seen |= {n for n in range(len(PAYLOADS)) if f"HIT{n:02}A" in shown}
            if len(seen) == len(PAYLOADS):
                break
            terminal.press("pagedown")
        assert seen == set(range(len(PAYLOADS))), "not every payload came to be shown"
        assert any(map(is_sign, shown))
        terminal.press("g")
        for times in (1, 2, 3):
            tour.click("TXA", times)
        terminal.press("esc", "z")
        terminal.see("TXB", "OUB")
        tour.click("OUA")  # a pane's title: a click asks for the chooser
        terminal.see("outlet, date, title, address")
        tour.leave()


def test_what_cannot_be_text_is_refused_in_words(tmp_path):
    (tmp_path / "nul.txt").write_bytes(b"A line with \0 in it and \x1b]2;PWN\x07 as well.\n" * 9)
    book = Book(tmp_path / "review.db", "Refused")
    arguments = ["--db", book.path, "new", book.title, tmp_path / "nul.txt"]
    with Terminal(arguments, home=tmp_path) as terminal:
        assert terminal.exit_code() == 1
        assert "not text" in terminal.screen.text()
        assert b"\x1b" not in terminal.screen.raw
        nothing_acted(terminal)


def test_controls_of_eight_bits_in_an_old_encoding_are_not_sent_either(tmp_path):
    words = "Der Botschafter sagte \x9b2JPWN und \x90q\x9c, die Br\xfccke sei \x9d0;PWN\x9c offen. ".encode(
        "latin-1"
    )
    (tmp_path / "old.txt").write_bytes(words * 3)
    book = Book(tmp_path / "review.db", "Old").make([tmp_path / "old.txt"])
    with book.open() as terminal:
        terminal.see("Botschafter", "PWN")
        terminal.press("enter", "enter")
        terminal.see("Claimant:")
        Tour(book, terminal).leave()


@pytest.mark.parametrize("source", ["from_files", "from_elsewhere"])
def test_no_screen_lets_anything_through(source, request):
    book = request.getfixturevalue(source)
    with Terminal(["--db", book.path, "--analyst", ANALYST], home=book.home) as terminal:
        tour = Tour(book, terminal)
        _list_of_reviews(tour)
        if source == "from_files":
            _mark_and_type(tour)
        else:
            _open_what_is_there(tour)
        _chooser(tour)
        _strip(tour)
        _history(tour)
        _search(tour)
        _help_palette_export(tour)
        _notices(tour)
        tour.leave(copied=1)
        assert terminal.screen.copied[0].startswith("“TXA the envoy ␛]2;PWN␇")


def _list_of_reviews(tour):
    terminal = tour.terminal
    terminal.see("last worked on", "TI ")
    terminal.press("e")
    terminal.see("Rename review")
    tour.click("TI ")
    terminal.press("esc", "d")
    terminal.see("Delete “TI ")
    terminal.press("n")
    terminal.see_no("Delete “TI ")
    terminal.press("n")
    terminal.see("New review")
    tour.paste("Title", f"NW {FIELD}")
    tour.click("NW ")
    terminal.press("esc")
    terminal.see_no("New review")
    tour.click("TI ")  # a click on a review opens it
    terminal.wait("the review", terminal.counts)
    terminal.see("TI ", "TXA", "OUA", "OUB")


def _mark_and_type(tour):
    """A claim with hostile words about it, typed; a link."""
    terminal = tour.terminal
    terminal.press("g", "enter")
    terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
    terminal.press("enter")
    terminal.see("Claimant:", "“TXA")
    labels = {"CL ": "Claimant:", "OR ": "Origin:", "TA ": "Tags,", "NO ": "Note"}
    for mark, label in labels.items():
        tour.paste(label, f"{mark}{FIELD}")
        tour.click(mark)
        terminal.press("tab")
    terminal.press("ctrl+s")
    terminal.see_no("Claimant:")
    named = ("--origin", f"OZ {FIELD}", "--claimant", f"CZ {FIELD}", "--note", f"NZ {FIELD}\n")
    tour.book.cli("edit", "TI", "claim", 1, *named, "--tags", f"TZ {FIELD}")
    tour.click("origin OZ ")
    terminal.press("1", "g", "enter")
    terminal.see("CZ ", "OZ ", "TZ ", "NZ ")
    terminal.press("esc")
    terminal.see_no("Claimant:")
    terminal.press("1", "g", "space")
    terminal.see("LINK", "“TXB")
    tour.click("“TXB", 2)
    terminal.press("c")
    terminal.wait("a link", lambda: terminal.counts() == (2, 1, 1))
    terminal.press("esc", "1", "g", "y")
    terminal.wait("the copy", lambda: terminal.screen.copied)


def _open_what_is_there(tour):
    """The claim that came with the file, its dialog, its link."""
    terminal = tour.terminal
    terminal.wait("claims and link", lambda: terminal.counts() == (2, 1, 1))
    terminal.press("g", "enter")
    terminal.see("Claimant:", "“TXA")
    for mark in ("CL ", "OR ", "TA ", "NO "):
        tour.click(mark)
    terminal.press("esc")
    terminal.see_no("Claimant:")
    terminal.press("1", "g", "space")
    terminal.see("LINK", "“TXA")
    terminal.press("esc", "1", "g", "y")
    terminal.wait("the copy", lambda: terminal.screen.copied)


def _strip(tour):
    """The strip's lines, the dialog of a link."""
    terminal = tour.terminal
    terminal.press("2", "g", "1", "g", "tab", "tab")
    terminal.see("STRIP", "▸")
    tour.click("“TXB", 2)
    terminal.press("2", "g", "1", "g", "tab", "tab", "enter")
    terminal.see("Reason", "Rationale")
    tour.click("│ [@click", below="Link 1")
    tour.fill("Reason", f"RE {FIELD}")
    tour.click("RE ")
    terminal.press("tab")
    tour.paste("Rationale", f"RB {FIELD}")
    tour.click("RB ")
    terminal.press("ctrl+s")
    terminal.see_no("Rationale")
    terminal.press("esc", "1", "g")
    numbers = [row["number"] for row in tour.book.claims()]
    for number in numbers:  # the claims have the numbers of their articles
        tour.book.cli("edit", "TI", "article", number, "--outlet", f"OS{number} \x1b]2;PWN\x07")
        tour.book.cli("edit", "TI", "claim", number, "--claimant", "")
    terminal.see(f"OS{numbers[1]} ␛]2;PWN␇", "RE ]2;PWN")


def _chooser(tour):
    """The list of articles and what can be done from it."""
    terminal = tour.terminal
    terminal.press("1", "o")
    terminal.see("outlet, date, title, address", "HEA")
    tour.click("OUB", below=" Articles ")  # shows that article
    terminal.see_no("outlet, date, title, address")
    terminal.press("1", "o", "e")
    terminal.see("Outlet: who ran it", "HEA", "BYA")
    tour.click("BYA")
    tour.click("OUA", below="Outlet: who ran it")
    tour.fill("Outlet: who ran it", f"OUA again {FIELD}")
    terminal.see("OUA again")
    terminal.press("esc")
    terminal.see_no("Outlet: who ran it")
    terminal.press("o", "a")
    terminal.see("Add articles")
    tour.paste("Files, separated", f"/not/there/{SHORT}")
    terminal.press("esc")
    terminal.see_no("Add articles")


def _history(tour):
    terminal = tour.terminal
    terminal.press("H")
    terminal.see("History of TI")
    terminal.press("end")
    terminal.press("home")
    tour.click("→ RE ")
    terminal.press("ctrl+z")
    terminal.see("Undone")
    terminal.press("ctrl+y")
    terminal.see("Done again")
    terminal.press("esc")
    terminal.see_no("History of TI")


def _search(tour):
    terminal = tour.terminal
    terminal.press("/")
    terminal.see("words to find")
    tour.paste("/ ", f"SE {FIELD}")
    tour.click("SE ")
    terminal.press("enter")
    terminal.see("“SE ")
    terminal.press("1", "g", "/")
    tour.fill("/ ", CLICK)
    terminal.press("enter")
    terminal.see("“[@click=app.leave]LEAVE", " of 2 in 2 articles")
    terminal.press("n")
    tour.click("“[@click")
    terminal.press("esc")


def _help_palette_export(tour):
    terminal = tour.terminal
    terminal.press("?")
    terminal.see("In a review")
    terminal.press("esc")
    terminal.see_no("In a review")
    terminal.press("ctrl+p")
    terminal.see("Search for commands")
    terminal.paste(f"PA {FIELD}")
    terminal.see("PA ")
    terminal.press("esc")
    terminal.see_no("PA ")
    terminal.press("ctrl+e")
    terminal.see("Export", "What: claims")
    tour.fill("claimreview  bundle", f"KI {FIELD}")
    terminal.press("enter")
    terminal.see("What to export is one of")
    tour.fill("claimreview  bundle", "claims")
    terminal.press("tab")
    tour.fill("File; ", f"{tour.book.home}/EX\x1b]2;PWN\x07\u202e.csv", "EX")
    terminal.press("enter")
    terminal.see_no("What: claims")
    terminal.wait("the file", lambda: list(tour.book.home.glob("EX*.csv")))
    terminal.see("claims written")


def _notices(tour):
    """What is said in passing: deleting, undoing, another analyst's name."""
    terminal = tour.terminal
    terminal.see_no(NOTICE_EDGE)
    counts = terminal.counts()
    terminal.press("2", "o", "d")
    terminal.wait("removed", lambda: terminal.counts() != counts)
    terminal.see_no(NOTICE_EDGE)
    terminal.press("ctrl+z")
    terminal.wait("back again", lambda: terminal.counts() == counts)
    terminal.see_no(NOTICE_EDGE)  # it may lie over the counts
    terminal.press("1", "g", "d")
    terminal.wait("deleted", lambda: terminal.counts() != counts)
    terminal.see_no(NOTICE_EDGE)
    terminal.press("ctrl+z")
    terminal.wait("brought back", lambda: terminal.counts() == counts)
    said = re.compile("Undone: .*claim [0-9]+ taken away: “TX. the envoy ␛")
    terminal.wait("the words of the claim", lambda: said.search(terminal.notices()))
    other = ("--db", tour.book.path, "--analyst", f"AN {FIELD}")
    run(tour.book.home, *other, "claim", "TI", _number(tour.book), "eighty lorries crossed")
    terminal.see("Another terminal changed", "AN ")
    more = (counts[0] + 1, *counts[1:])
    terminal.wait("one claim more", lambda: terminal.counts() == more)
    terminal.press("q")
    terminal.see("last worked on")
    terminal.press("a")
    terminal.see("Add articles to TI")
    tour.paste("Files, separated", f"/no/such/{SHORT}")
    terminal.press("enter")
    terminal.see_no("Add articles to TI")
    terminal.see("/no/such/")


def _number(book):
    return book.rows("SELECT min(number) AS n FROM article")[0]["n"]


def test_a_flood_of_combining_marks_is_cut_on_every_screen(tmp_path):
    flood = "Z" + "\u0301" * 300
    for n in (1, 2):
        (tmp_path / f"{n}.txt").write_text(
            f"---\noutlet: OU{flood}\ntitle: HE{flood}\n---\n"
            f"TX{flood} said {60 + n} lorries crossed the bridge at Larkmoor.\n",
            encoding="utf-8",
        )
    Book(tmp_path / "review.db", f"TI{flood}").make([tmp_path / "1.txt", tmp_path / "2.txt"])
    with Terminal(["--db", tmp_path / "review.db"], home=tmp_path) as terminal:
        terminal.see("last worked on")
        terminal.press("enter")
        terminal.wait("the review", terminal.counts)
        terminal.press("enter", "space", "a")
        terminal.wait("a link", lambda: terminal.counts() == (2, 1, 0))
        terminal.press("1", "g", "enter")
        terminal.see("Claimant:")
        terminal.press("esc", "o")
        terminal.see("outlet, date, title, address")
        terminal.press("esc", "H")
        terminal.see("History of")
        terminal.press("ctrl+q")
        terminal.ends_well()
        runs = re.findall("\u0301+", terminal.screen.raw.decode())
        assert max(map(len, runs)) <= 16
        assert terminal.screen.offences == []


def test_raw_controls_in_a_database_move_nothing_to_the_right(from_elsewhere):
    with from_elsewhere.open() as terminal:
        terminal.wait("the review", terminal.counts)
        terminal.see("TXA", "TXB")
        terminal.settle()
        edge = [cells[-1] for cells in terminal.screen.cells()[2:36]]
        assert set(edge) <= set("┃│✓✗?~-"), "rows that are longer than they are counted"
        Tour(from_elsewhere, terminal).leave()


def test_an_analyst_of_a_hostile_name_works_like_any_other(from_files):
    book = from_files
    with book.open(analyst=f"AN {FIELD}") as terminal:
        terminal.wait("the review", terminal.counts)
        terminal.see("AN ")
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        terminal.press("H")
        terminal.see("History of TI", "AN ")
        terminal.press("esc", "q")
        terminal.see("last worked on", "AN ")
        Tour(book, terminal).leave()


def test_a_session_from_elsewhere_neither_acts_nor_stops_the_program(from_elsewhere):
    book = from_elsewhere
    state = json.dumps(poisoned_session(book))
    book.write(
        (
            "INSERT INTO session SELECT id, ?, ?, ? FROM review",
            (ANALYST, state, f"{SHORT}"),
        )
    )
    with book.open() as terminal:
        terminal.wait("the review", terminal.counts)
        terminal.see("Claimant:", "DC ", "DN ")
        tour = Tour(book, terminal)
        tour.click("DN ")
        terminal.press("esc")
        terminal.see_no("Claimant:")
        terminal.press("1", "j", "tab", "j", "z", "z", "t", "+")
        terminal.settle()
        tour.leave()
    assert isinstance(book.session()["positions"], dict)


@pytest.mark.parametrize(
    "state",
    [
        "[]",
        "7",
        "{",
        '{"panes": 7}',
        '{"positions": [1]}',
        '{"drafts": [[]], "open_draft": {}}',
        '"\x1bc"',
    ],
)
def test_a_session_that_is_no_session_is_begun_anew(book, state):
    book.write(("INSERT INTO analyst VALUES (?, '2025-10-08T00:00:00Z')", ("zoë",)))
    book.write(("INSERT INTO session SELECT id, 'zoë', ?, '' FROM review", (state,)))
    with book.open(analyst="zoë") as terminal:
        terminal.wait("the review", terminal.counts)
        terminal.press("enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        Tour(book, terminal).leave()
    assert book.session("zoë")["panes"]


def test_a_log_line_that_is_not_as_ours_are_does_not_stop_the_history(book):
    rows = [
        {"number": f"NU {FIELD}", "quote": f"QU {FIELD}"},
        {"number": 3},
        {},
        {"number": [SHORT], "quote": {"x": 1}},
    ]
    book.write(
        (
            "INSERT INTO event (id, review_id, analyst, at, act) SELECT 'x', id, ?, ?, ? FROM review",
            (ANALYST, f"{SHORT}", f"AC {FIELD}"),
        ),
        *(
            (
                "INSERT INTO event_row SELECT max(seq), ?, ?, ?, NULL, ? FROM event",
                (n, table, f"{n}{table}", json.dumps(row)),
            )
            for n, (table, row) in enumerate(
                (table, row) for table in ("claim", "link", "article", "dismissal") for row in rows
            )
        ),
    )
    with book.open() as terminal:
        terminal.wait("the review", terminal.counts)
        terminal.press("H")
        terminal.see("History of Afghanistan")
        terminal.press("esc", "enter")
        terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
        Tour(book, terminal).leave()


@pytest.mark.parametrize("source", ["from_files", "from_elsewhere"])
def test_the_command_line_sends_a_terminal_no_more_than_the_screen_does(source, request):
    book = request.getfixturevalue(source)
    if source == "from_files":
        book.cli("claim", "TI", 1, "eighty lorries crossed", "--claimant", f"CL {FIELD}")
    claim = book.claims()[0]["number"]
    commands = [
        ["reviews"], ["show", "TI"], ["show", "TI", claim], ["history", "TI"],
        ["reviews", "--json"], ["show", "TI", "--json"], ["show", "TI", "article", "1"],
        [f"NO SUCH {FIELD}"],
    ]  # fmt: skip
    for command in commands:
        arguments = ["--db", book.path, "--analyst", ANALYST, *command]
        with Terminal(arguments, home=book.home) as terminal:
            terminal.exit_code()
            sent = bytes(terminal.screen.raw)
            assert sent.strip(), command
            assert b"\x1b" not in sent, command
            nothing_acted(terminal)
