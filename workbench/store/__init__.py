"""The only place that knows SQL."""

from workbench.store.backup import back_up
from workbench.store.checking import Report, check
from workbench.store.offering import Candidate, Offer
from workbench.store.reversing import Reversal
from workbench.store.reviews import ReviewSummary
from workbench.store.store import Store

__all__ = ["Candidate", "Offer", "Report", "Reversal", "ReviewSummary", "Store", "back_up", "check"]
