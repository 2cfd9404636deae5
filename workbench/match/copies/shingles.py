"""Shingles: every run of five words, or of eight characters, of a text as one number."""

from array import array
from collections.abc import Iterator, Sequence

from workbench.core.progress import Tell, nobody
from workbench.match.copies.tokens import (
    BREAK,
    CHARACTER_WEIGHT,
    COMPARING,
    STEP,
    WORD_WEIGHT,
)

SHINGLE = 5 * WORD_WEIGHT
"""The weight of a shingle: five words, eight characters (7 × 5 is less), or a mixture."""

LONGEST = SHINGLE // CHARACTER_WEIGHT
"""Tokens of the longest shingle."""

NONE = 0
"""Where no shingle begins: too near to the end or to a break."""


def shingles(ids: Sequence[int], weight: int = SHINGLE) -> list[int]:
    """The shingle that begins at each token.

    Args:
        ids: the numbers of tokens.
        weight: how much text a shingle is, a multiple of a word's weight.

    Returns:
        As many numbers of 64 bits as there are tokens; equal where the words are equal (and by
        chance for one pair in 10**19). They hold for this run of the program, not for keeping.
    """
    if any(number & 1 for number in ids):
        return _mixed(ids, weight)
    size = weight // WORD_WEIGHT
    found = list(map(hash, zip(*(ids[at:] for at in range(size)), strict=False)))
    found += [NONE] * (len(ids) - len(found))
    if BREAK in ids:
        for at, number in enumerate(ids):
            if number == BREAK:
                low = max(0, at - size + 1)
                found[low : at + 1] = [NONE] * (at + 1 - low)
    return found


def shingles_in_steps(
    ids: "array[int]", weight: int = SHINGLE, tell: Tell = nobody
) -> Iterator[tuple[int, int]]:
    """The same, one after the other with the place of each.

    Args:
        ids: the numbers of tokens.
        weight: how much text a shingle is, a multiple of a word's weight.
        tell: told every few milliseconds how many tokens are done, of how many.
    """
    longest = weight // CHARACTER_WEIGHT + 1
    for low in range(0, len(ids), STEP):
        tell(low, len(ids), COMPARING)
        # A shingle may begin in one step and end in the next.
        found = shingles(ids[low : low + STEP + longest], weight)
        yield from enumerate(found[:STEP], start=low)


def _mixed(ids: Sequence[int], weight: int) -> list[int]:
    """The same where characters stand among the words: the shortest run of enough weight."""
    found = [NONE] * len(ids)
    weights = [
        CHARACTER_WEIGHT if number & 1 else WORD_WEIGHT if number else -1_000_000 for number in ids
    ]
    end = carried = 0
    for start in range(len(ids)):
        if end < start:
            end, carried = start, 0
        while end < len(ids) and 0 <= carried < weight:
            carried += weights[end]
            end += 1
        if carried < 0:  # a break: nothing begins before it
            if ids[start] == BREAK:
                carried, end = 0, start + 1
            continue
        if carried < weight:
            break
        found[start] = hash(tuple(ids[start:end]))
        carried -= weights[start]
    return found
