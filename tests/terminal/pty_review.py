"""A review as tests of the terminal see it: from the command line, in the database, at the keys."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pty_terminal import ROOT, Terminal, environment_of

from workbench.core import segments, sentences
from workbench.core.changes import trim
from workbench.core.clusters import cluster_end, previous_cluster
from workbench.store.driver import connect

ANALYST = "mk"
SAMPLE = sorted((ROOT / "corpus").glob("*.txt"))

Row = dict[str, Any]


def run(home: Path, *arguments: object, code: int = 0) -> subprocess.CompletedProcess[bytes]:
    """A command of the command line that must end with a code."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench", *map(str, arguments)],
        cwd=home,
        env=environment_of(home, {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    return done


class Book:
    """A database with one review in it, read from outside while the program works.

    Args:
        path: the database file.
        title: the review's title, or a start of it that the command line understands.
    """

    def __init__(self, path: Path, title: str) -> None:
        self.path = path
        self.title = title

    @property
    def home(self) -> Path:
        """The folder that stands in for the user's home."""
        return self.path.parent

    def make(self, files: Sequence[Path]) -> "Book":
        """Make the review of some files, by the command line."""
        self.cli("new", self.title, *files)
        return self

    def cli(self, *arguments: object, code: int = 0) -> bytes:
        """What a command writes to standard output."""
        common = ("--db", self.path, "--analyst", ANALYST)
        return run(self.home, *common, *arguments, code=code).stdout

    def open(self, *, analyst: str = ANALYST, **options: Any) -> Terminal:
        """The program on this review, in a terminal."""
        arguments = ["--db", self.path, "--analyst", analyst, "open", self.title]
        return Terminal(arguments, home=self.home, **options)

    def rows(self, sql: str, *parameters: object) -> list[Row]:
        """What a query finds."""
        connection = connect(self.path)
        try:
            return [dict(row) for row in connection.execute(sql, parameters)]
        finally:
            connection.close()

    def write(self, *statements: tuple[str, Sequence[object]]) -> None:
        """Write past the program, as somebody else's program would."""
        connection = connect(self.path)
        try:
            connection.execute("BEGIN IMMEDIATE")
            for sql, parameters in statements:
                connection.execute(sql, parameters)
            connection.execute("COMMIT")
        finally:
            connection.close()

    def claims(self) -> list[Row]:
        """The claims by number."""
        return self.rows("SELECT * FROM claim ORDER BY number")

    def links(self) -> list[Row]:
        """The links by number, their claims by number too."""
        return self.rows(
            """
            SELECT link.*, one.number AS one, two.number AS two FROM link
            JOIN claim AS one ON one.id = from_claim_id JOIN claim AS two ON two.id = to_claim_id
            ORDER BY link.number
            """
        )

    def counts(self) -> tuple[int, int, int]:
        """Claims, links and conflicts."""
        row = self.rows(
            "SELECT (SELECT count(*) FROM claim) AS a, (SELECT count(*) FROM link) AS b,"
            " (SELECT count(*) FROM link WHERE relation = 'conflicts') AS c"
        )[0]
        return row["a"], row["b"], row["c"]

    def texts(self) -> dict[str, str]:
        """The articles' texts by id, in the order of their numbers."""
        found = self.rows(
            "SELECT article.id, text FROM article"
            " JOIN article_text ON sha256 = text_sha256 ORDER BY number"
        )
        return {row["id"]: row["text"] for row in found}

    def session(self, analyst: str = ANALYST) -> Row:
        """Where an analyst is, as it was saved last; empty before the first time."""
        found = self.rows("SELECT state FROM session WHERE analyst = ?", analyst)
        return json.loads(found[0]["state"]) if found else {}

    def table(self, kind: str) -> list[dict[str, str]]:
        """An export as a spreadsheet would read it."""
        data = self.cli("export", self.title, "--as", kind)
        return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    def check(self) -> None:
        """Let `workbench check` look for whatever may be wrong."""
        assert b"Everything is as it should be." in self.cli("check")


def nth_sentence(text: str, steps: int) -> int:
    """Where `)` leads from the beginning, pressed so many times."""
    at = 0
    for _ in range(steps):
        at = sentences.next_sentence(text, at)
    return at if at < len(text) else previous_cluster(text, len(text))


def steps_to(text: str, place: int) -> int:
    """How many times `)` leads from the beginning to a place."""
    at = steps = 0
    while at < place:
        at, steps = sentences.next_sentence(text, at), steps + 1
    assert at == place
    return steps


class Worker:
    """An analyst at the keys of a terminal, who knows from the database what each key has done.

    Every act waits until the screen shows it, and then finds it on disk at once: that order is the
    product's promise.
    """

    def __init__(self, book: Book, terminal: Terminal) -> None:
        self.book = book
        self.terminal = terminal
        self.texts = book.texts()
        terminal.wait("the review on the screen", terminal.counts)

    def saved(self, what: str, holds: Callable[[Row], Any]) -> Row:
        """The session, once something holds of it."""
        found: list[Row] = []

        def look() -> bool:
            found[:] = [self.book.session()]
            return bool(found[0]) and bool(holds(found[0]))

        self.terminal.wait(what, look)
        return found[0]

    def at(self, session: Row) -> tuple[str, int]:
        """The article with the focus and the cursor in it."""
        article = session["panes"][session["focus"]]
        return article, session["positions"][article][0]

    def go(self, article: str, steps: int) -> int:
        """Go to the n-th sentence of an article that a pane shows; answers with the place."""
        panes = self.saved("a session", lambda s: article in s["panes"])["panes"]
        self.terminal.press(str(panes.index(article) + 1), "g", *[")"] * steps)
        return nth_sentence(self.texts[article], steps)

    def sentence(self, article: str, place: int) -> str:
        """The sentence at a place."""
        span = sentences.sentence_at(self.texts[article], place)
        assert span
        start, end = trim(self.texts[article], *span)
        return self.texts[article][start:end]

    def acted(self, claims: int, links: int, conflicts: int) -> None:
        """Wait until the screen shows these counts; they must be on disk by then."""
        wanted = claims, links, conflicts
        self.terminal.wait(f"counts {wanted}", lambda: self.terminal.counts() == wanted)
        assert self.book.counts() == wanted

    def candidate(self, *done: str) -> tuple[str, str]:
        """The counterpart linking has come to: its article, none of those done with; its words."""
        session = self.saved("a counterpart", lambda s: self.at(s)[0] not in done)
        article, place = self.at(session)
        return article, self.sentence(article, place)


def words_selected(text: str, start: int, count: int) -> str:
    """What `v`, `w` so many times and `left` select."""
    cursor = start
    for _ in range(count):
        cursor = segments.next_word(text, cursor)
    low, high = trim(text, start, cluster_end(text, previous_cluster(text, cursor)))
    return text[low:high]
