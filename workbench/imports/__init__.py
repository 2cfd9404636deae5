"""Files that come back: our own exports, and the annotations of other tools, as plain data.

The twin of `workbench.export`: what that room writes, this one reads. Nothing here knows a review;
`core.taking_in` finds out what of it is there, where the words stand and what is to be done.
"""

from workbench.imports.reading import LIMIT, read_bytes, read_import

__all__ = ["LIMIT", "read_bytes", "read_import"]
