"""Where two texts have the same words: spans in both, as long as they can be."""

from collections import defaultdict
from typing import NamedTuple

from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.core.segments import Span
from workbench.match.copies.shingles import NONE, SHINGLE, shingles_in_steps
from workbench.match.copies.tokens import BREAK, COMPARING, STEP, Tokens, tokens

_PLACES = 8
"""Places of one shingle that are tried: enough for prose, and repeated words stay cheap."""


class Passage(NamedTuple):
    """Words that stand in two texts.

    Attributes:
        a: where in the first, in code points, half-open.
        b: where in the second. The words are the same; points, quotes, case and line ends between
            them may differ.
        words: how many tokens: words, or characters where a script has no spaces.
    """

    a: Span
    b: Span
    words: int


def shared_passages(a: Text, b: Text, tell: Tell = nobody) -> list[Passage]:
    """All passages of five words or more (eight characters) that two texts share.

    Args:
        a: canonical text of one article.
        b: of the other.
        tell: told every few milliseconds how far a step of it is; what it raises stops the work.

    Returns:
        Passages in the order of the first text, in which they do not overlap. None can be made
        longer at its end, nor at its beginning but into the passage before. Of several places in
        the second text the one with the longest passage is given (of the first eight).
    """
    return shared_runs(tokens(a, tell=tell), tokens(b, tell=tell), tell=tell)


def shared_runs(a: Tokens, b: Tokens, weight: int = SHINGLE, tell: Tell = nobody) -> list[Passage]:
    """The same of texts made into tokens.

    Args:
        a: tokens of one text.
        b: of the other.
        weight: how much text a passage must be at least, a multiple of a word's weight.
        tell: told every few milliseconds how far a step of it is; what it raises stops the work.
    """
    first: dict[int, int] = {}
    further: dict[int, list[int]] = defaultdict(list)
    for there, shingle in shingles_in_steps(b.ids, weight, tell):
        if first.setdefault(shingle, there) != there and len(further[shingle]) < _PLACES - 1:
            further[shingle].append(there)
    first.pop(NONE, None)
    found = []
    free = 0
    for at, shingle in shingles_in_steps(a.ids, weight, tell):
        if at < free or shingle not in first:
            continue
        places = (first[shingle], *further.get(shingle, ()))
        length, minus = max((_alike(a, b, at, there, tell), -there) for there in places)
        if length == 0:  # two different shingles with one number
            continue
        last, there = at + length - 1, -minus
        found.append(
            Passage(
                (a.starts[at], a.ends[last]), (b.starts[there], b.ends[there + length - 1]), length
            )
        )
        free = at + length
    return found


def _alike(a: Tokens, b: Tokens, at: int, there: int, tell: Tell) -> int:
    """How many tokens from two places on are the same."""
    ids_a, ids_b = a.ids, b.ids
    most = min(len(ids_a) - at, len(ids_b) - there)
    length = 0
    while length < most and ids_a[at + length] == ids_b[there + length] != BREAK:
        length += 1
        if not length % STEP:
            tell(at + length, len(ids_a), COMPARING)
    return length
