"""How far long work is, on a line at the terminal that goes away again."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from workbench.cli import output
from workbench.core.progress import Tell, in_words, nobody

SHOW_SECONDS = 0.5
"""Work that takes no longer is done without a word."""

_LOOK_SECONDS = 0.1
_CELLS = 20


@contextmanager
def telling(title: str, *, quiet: bool) -> Iterator[Tell]:
    """Show how far some work is while it lasts, when it lasts long and somebody is looking.

    Args:
        title: what is going on: “Bringing in articles”; "" to show nothing.
        quiet: whether nothing is to be said.

    Yields:
        Whom to tell.
    """
    if quiet or not title or not output.is_watched():
        yield nobody
        return
    far = [(0, 0, "")]
    ended = threading.Event()

    def tell(done: int, total: int, what: str) -> None:
        far[0] = (done, total, what)

    # A thread, for a large file takes seconds without a word on how far it is.
    def show() -> None:
        pause = SHOW_SECONDS
        while not ended.wait(pause):
            output.passing(line(title, *far[0]))
            pause = _LOOK_SECONDS

    shower = threading.Thread(target=show, daemon=True, name="workbench-progress")
    shower.start()
    try:
        yield tell
    finally:
        ended.set()
        shower.join()
        output.passing("")


def line(title: str, done: int, total: int, what: str) -> str:
    """How far it is: `Bringing in articles [######--------------] 30 % late.txt`."""
    parts = [title]
    if total > 0:
        full = min(_CELLS, done * _CELLS // total)
        parts += [f"[{'#' * full}{'-' * (_CELLS - full)}]", in_words(done, total)]
    return " ".join([*parts, what]).rstrip()
