"""The values in which two texts differ: numbers, dates, names, places, offices, denials.

Each kind has a module that finds its values in one text; `alignment` and `slots` say which value
of one text stands where which of the other stands; the `compare_` modules decide.
"""

from workbench.match.differences.find import differences
from workbench.match.differences.model import KINDS, Difference, Kind
from workbench.match.differences.wording import hint, reason

__all__ = ["KINDS", "Difference", "Kind", "differences", "hint", "reason"]
