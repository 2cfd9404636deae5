"""Where is measured: a folder for one run, with the texts and databases that have been needed."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench import programs, reviews, texts
from tools.bench.terminal import Terminal

KB, MB = 1_000, 1_000_000
SIX = 6
"""As many panes as are measured at most, each with an article of its own."""


class Place:
    """A folder, and how much is measured in it.

    Args:
        folder: an empty folder; whatever is in it afterwards can be thrown away.
        quick: a minute's worth: fewer rounds and keys, nothing larger than 1 MB.
    """

    def __init__(self, folder: Path, *, quick: bool = False) -> None:
        self.folder = folder
        self.quick = quick
        self._made: dict[tuple[object, ...], Path] = {}

    def times(self, full: int, quick: int) -> int:
        """How often something is done."""
        return quick if self.quick else full

    def text(self, size: int, kind: Callable[[int, int], str] = texts.prose) -> Path:
        """A file with a text of so many bytes, the same as the first article of a review."""
        path = self.folder / f"{kind.__name__}-{size}.txt"
        if not path.exists():
            path.write_text(kind(size, 1), "utf-8")
        return path

    def review(
        self,
        articles: int,
        size: int,
        *,
        claims: int = 0,
        panes: int = 0,
        kind: Callable[[int, int], str] = texts.prose,
    ) -> Path:
        """A database with a review of so many articles of so many bytes; not to be written to."""
        panes = panes if panes > 1 else 0  # one article has one pane, whoever asks
        key = articles, size, claims, panes, kind
        if key not in self._made:
            path = self.folder / f"review-{len(self._made)}.db"
            written = [kind(size, number) for number in range(1, articles + 1)]
            reviews.make_review(path, written, claims=claims, panes=panes)
            self._made[key] = path
        return self._made[key]

    @property
    def opened(self) -> Path:
        """The copy of a review that is being worked on."""
        return self.folder / "opened.db"

    def copy(self, database: Path) -> Path:
        """A copy of a database, as nobody has opened it yet; the copy before is no more."""
        (self.folder / "opened.db-journal").unlink(missing_ok=True)
        return Path(shutil.copyfile(database, self.opened))

    @contextmanager
    def program(self, command: list[str]) -> Iterator[Terminal]:
        """A program in a terminal."""
        with programs.start(command, self.folder) as terminal:
            yield terminal

    @contextmanager
    def workbench(self, database: Path, panes: int = 1) -> Iterator[Terminal]:
        """The workbench on a copy of a review; so many panes have been painted, and it rests."""
        with self.program(programs.workbench(self.copy(database))) as terminal:
            terminal.first_paint(*map(texts.first_words, range(1, panes + 1)))
            terminal.rest()
            yield terminal


def size_name(size: int) -> str:
    """A size as people say it: `50 kB`, `10 MB`."""
    return f"{size // MB} MB" if size >= MB else f"{size // KB} kB"


def pane_count(panes: int) -> str:
    """A number of panes in words: `1 pane`."""
    return "1 pane" if panes == 1 else f"{panes} panes"
