"""Two texts compared: how much they share, where, and which quotations are the same."""

from typing import NamedTuple

from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.match.copies.fingerprints import Band, Overlap, compare_fingerprints, fingerprint
from workbench.match.copies.passages import Passage, shared_passages
from workbench.match.copies.quotations import identical_quotations


class Copies(NamedTuple):
    """What two texts have in common.

    Attributes:
        overlap: how much of each is contained in the other.
        passages: the words they share, where; empty when the pair is in no band.
        quotations: direct quotations of six words or more that both have, whatever the band.
    """

    overlap: Overlap
    passages: list[Passage]
    quotations: list[Passage]

    @property
    def band(self) -> Band:
        """`wire copy?`, `shares text`, or "" for nothing to speak of."""
        return self.overlap.band


def compare(a: Text, b: Text, overlap: Overlap | None = None, tell: Tell = nobody) -> Copies:
    """Compare two texts.

    Args:
        a: canonical text of one article.
        b: of the other.
        overlap: what their fingerprints gave, if they have been compared already.
        tell: told every few milliseconds how far a step of it is; what it raises stops the work.

    Returns:
        What they have in common; empty for texts without words.
    """
    if overlap is None:
        overlap = compare_fingerprints(fingerprint(a, tell), fingerprint(b, tell))
    passages = shared_passages(a, b, tell) if overlap.band else []
    return Copies(overlap, passages, identical_quotations(a, b, tell))
