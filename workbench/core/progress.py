"""How far long work is: told by whoever does it, shown by whoever asked for it."""

from collections.abc import Callable

Tell = Callable[[int, int, str], object]
"""Told how much is done, of how much (0 when nobody knows), and what is being done.

It is called where stopping leaves nothing half done, and what it raises stops the work there.
"""


def nobody(_done: int, _total: int, _what: str) -> None:
    """Nobody asked."""


def part_of(tell: Tell, begin: int, total: int, what: str = "") -> Tell:
    """Whom to tell of a part, when the whole has other parts before and after it.

    Args:
        tell: who is told of the whole.
        begin: how much of the whole is done when the part begins, in the part's own units.
        total: all of the whole, in those units.
        what: what is being done, where the part does not say.
    """
    return lambda done, _part, words: tell(begin + done, total, words or what)


def in_words(done: int, total: int) -> str:
    """How much is done: `42 %`; "" when nobody knows of how much."""
    return f"{min(100, done * 100 // total)} %" if total > 0 else ""
