"""Which articles share text: fingerprints, and how much of one is contained in another."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import Literal, NamedTuple

from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.match.copies.shingles import LONGEST, NONE, shingles
from workbench.match.copies.tokens import COMPARING, STEP, ids_in_pieces

Band = Literal["wire copy?", "shares text", ""]

WIRE_COPY = 0.50
"""Containment from which one article may be a copy of the other, or both of a third.

Of the shingles of a text of which every tenth word was replaced .9**5 = .59 remain; measured on
rewritten reports, cut and shuffled ones keep .87 to 1, those of which two words in ten were
replaced .36. Figures in docs/copies.md.
"""

SHARES_TEXT = 0.15
"""Containment from which two articles share text. Independent reports of one event, with its names,
titles and lists, were found to have up to .017 in common; six paragraphs of an agency within a
longer article .34."""

LEAST_SHARED = 8
"""Shingles that a pair must share to be in any band: twelve words in a row. With less, short texts
would count as copies for a name and a title."""

_EXACT = 1 << 17
_SAMPLE = 1 << 15

_STEP = 1 << 14  # shingles, or pairs, between two words on how far it is


class Fingerprint(NamedTuple):
    """What of a text tells whether others share it; for memory, not for keeping on disk.

    Attributes:
        shingles: the distinct shingles, 8 bytes each: 1.4 bytes for a byte of English prose.
    """

    shingles: "array[int]"


class Overlap(NamedTuple):
    """How much of two texts is shared.

    Attributes:
        a_in_b: the share of the distinct shingles of a that b has too, 0 to 1.
        b_in_a: the same the other way round.
        shared: how many shingles that is.
    """

    a_in_b: float
    b_in_a: float
    shared: int

    @property
    def containment(self) -> float:
        """The larger of both: an article cut short is contained in the whole, not the reverse."""
        return max(self.a_in_b, self.b_in_a)

    @property
    def band(self) -> Band:
        """What it amounts to, in words; "" when it is nothing to speak of."""
        if self.shared < LEAST_SHARED or self.containment < SHARES_TEXT:
            return ""
        return "wire copy?" if self.containment >= WIRE_COPY else "shares text"


def fingerprint(text: Text, tell: Tell = nobody) -> Fingerprint:
    """The fingerprint of a text, read a piece of 65,536 code points at a time.

    Args:
        text: canonical text.
        tell: told every few milliseconds how many code points are read, of how many; what it
            raises stops the work.
    """
    found: array[int] = array("q")
    carried: array[int] = array("q")
    done = 0
    for end, ids in ids_in_pieces(text, tell):
        carried.extend(ids)
        for low in range(0, len(carried), STEP):
            tell(done, len(text), COMPARING)
            # A shingle may begin in one step, or piece, and end in the next.
            found.extend(set(shingles(carried[low : low + STEP + LONGEST])))
        carried = carried[-LONGEST:]
        done = end
        tell(done, len(text), COMPARING)
    distinct = (one for one, _ in groupby(sorted(found)) if one != NONE)
    return Fingerprint(array("q", distinct))


def compare_fingerprints(a: Fingerprint, b: Fingerprint) -> Overlap:
    """How much two texts share.

    Exact, except where both have more than 131,072 shingles (0.8 MB of English): then every n-th
    shingle by its number is compared, at least 32,768 of the smaller, which is .006 off at most
    (two standard errors).
    """
    small, large = sorted((a.shingles, b.shingles), key=len)
    every = 1
    while len(small) > _EXACT and len(small) // (every * 2) >= _SAMPLE:
        every *= 2
    if every > 1:
        mask = every - 1
        of_small = {one for one in small if not one & mask}
        both = len(of_small.intersection(one for one in large if not one & mask))
        both = min(len(small), both * len(small) // max(1, len(of_small)))
    else:
        both = len(frozenset(small).intersection(large))
    return _overlap(both, len(a.shingles), len(b.shingles))


def copies_among(
    fingerprints: Mapping[str, Fingerprint], tell: Tell = nobody
) -> Iterator[tuple[str, str, Overlap]]:
    """All pairs of articles that share text, without comparing each with each.

    What it costs grows with the articles' length together and with what they share; what it
    remembers with what they share alone.

    Args:
        fingerprints: of each article, by its id.
        tell: told every few milliseconds how many shingles are looked at, of how many; what it
            raises stops the work.

    Yields:
        The ids of two articles, in the order given, and how much they share; only pairs in a band.
    """
    together: dict[int, Counter[int]] = defaultdict(Counter)
    counted = 0
    total = sum(len(one.shingles) for one in fingerprints.values())
    for having_it, shingles_shared in _shared(list(fingerprints.values()), total, tell).items():
        for first, second in combinations(having_it, 2):
            together[first][second] += shingles_shared
            counted += 1
            if not counted % _STEP:
                tell(total, total, COMPARING)
    ids = list(fingerprints)
    lengths = [len(one.shingles) for one in fingerprints.values()]
    for first in sorted(together):
        tell(total, total, COMPARING)
        for second, shared in sorted(together[first].items()):
            overlap = _overlap(shared, lengths[first], lengths[second])
            if overlap.band:
                yield ids[first], ids[second], overlap


def _shared(
    fingerprints: Sequence[Fingerprint], total: int, tell: Tell
) -> Counter[tuple[int, ...]]:
    """How many shingles the same fingerprints have, by their places.

    A fingerprint is in order and its numbers are as good as random, so all of them can be gone
    through together, a part of the numbers at a time.
    """
    groups: Counter[tuple[int, ...]] = Counter()
    begins = [0] * len(fingerprints)
    parts = total // max(_STEP, 4 * len(fingerprints)) + 1
    done = 0
    for part in range(1, parts + 1):
        tell(done, total, COMPARING)
        limit = -(1 << 63) + (1 << 64) * part // parts
        first: dict[int, int] = {}
        further: dict[int, list[int]] = defaultdict(list)
        for index, one in enumerate(fingerprints):
            begin, end = begins[index], bisect_left(one.shingles, limit, begins[index])
            begins[index] = end
            done += end - begin
            for shingle in one.shingles[begin:end]:
                if first.setdefault(shingle, index) != index:
                    further[shingle].append(index)
        groups.update((first[shingle], *others) for shingle, others in further.items())
    return groups


def _overlap(shared: int, of_a: int, of_b: int) -> Overlap:
    return Overlap(shared / of_a if of_a else 0.0, shared / of_b if of_b else 0.0, shared)
