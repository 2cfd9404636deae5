"""Which articles share text: fingerprints, and how much of one is contained in another."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, groupby
from typing import Literal, NamedTuple

from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.match.copies.shingles import LONGEST, NONE, shingles
from workbench.match.copies.tokens import ids_in_pieces

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
        tell: told after each piece how many code points are read, of how many; what it raises
            stops the work.
    """
    found: array[int] = array("q")
    carried: array[int] = array("q")
    for done, ids in ids_in_pieces(text):
        carried.extend(ids)
        found.extend(set(shingles(carried)))
        carried = carried[-LONGEST:]  # a shingle may begin in one piece and end in the next
        tell(done, len(text), "looking for shared text")
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


def copies_among(fingerprints: Mapping[str, Fingerprint]) -> Iterator[tuple[str, str, Overlap]]:
    """All pairs of articles that share text, without comparing each with each.

    What it costs grows with the articles' length together and with what they share.

    Args:
        fingerprints: of each article, by its id.

    Yields:
        The ids of two articles, in the order given, and how much they share; only pairs in a band.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    ids = list(fingerprints)
    for index, one in enumerate(fingerprints.values()):
        for shingle in one.shingles:
            holders[shingle].append(index)
    groups = Counter(tuple(having) for having in holders.values() if len(having) > 1)
    together: Counter[tuple[int, int]] = Counter()
    for having_it, shingles_shared in groups.items():
        for pair in combinations(having_it, 2):
            together[pair] += shingles_shared
    for (first, second), shared in sorted(together.items()):
        a, b = ids[first], ids[second]
        overlap = _overlap(shared, len(fingerprints[a].shingles), len(fingerprints[b].shingles))
        if overlap.band:
            yield a, b, overlap


def _overlap(shared: int, of_a: int, of_b: int) -> Overlap:
    return Overlap(shared / of_a if of_a else 0.0, shared / of_b if of_b else 0.0, shared)
