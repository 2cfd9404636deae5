"""What was copied: shared text, quotations, agency credits; and the origin they suggest."""

from workbench.match.copies.compare import Copies, compare
from workbench.match.copies.fingerprints import (
    Fingerprint,
    Overlap,
    compare_fingerprints,
    copies_among,
    fingerprint,
)
from workbench.match.copies.passages import Passage, shared_passages
from workbench.match.copies.quotations import identical_quotations, quotations

__all__ = [
    "Copies",
    "Fingerprint",
    "Overlap",
    "Passage",
    "compare",
    "compare_fingerprints",
    "copies_among",
    "fingerprint",
    "identical_quotations",
    "quotations",
    "shared_passages",
]
