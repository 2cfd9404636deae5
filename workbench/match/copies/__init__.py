"""What was copied: shared text, quotations, agency credits; and the origin they suggest."""

from workbench.match.copies.compare import Copies, compare
from workbench.match.copies.credits import Credit, agency_named, credits_of
from workbench.match.copies.fingerprints import (
    Fingerprint,
    Overlap,
    compare_fingerprints,
    copies_among,
    fingerprint,
)
from workbench.match.copies.origin import ProposedOrigin, Told, proposed_origin
from workbench.match.copies.passages import Passage, shared_passages
from workbench.match.copies.quotations import identical_quotations, quotations

__all__ = [
    "Copies",
    "Credit",
    "Fingerprint",
    "Overlap",
    "Passage",
    "ProposedOrigin",
    "Told",
    "agency_named",
    "compare",
    "compare_fingerprints",
    "copies_among",
    "credits_of",
    "fingerprint",
    "identical_quotations",
    "proposed_origin",
    "quotations",
    "shared_passages",
]
