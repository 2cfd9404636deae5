"""Reviews as files: what the editor's spreadsheet, a second person or another program reads.

Depends on nothing but `workbench.core`, `workbench.errors` and the standard library.
"""

from workbench.export.encode import export
from workbench.export.files import format_of, write_file
from workbench.export.guard import guard, unguard
from workbench.export.kinds import FORMATS, KINDS, Line, fields
from workbench.export.rows import columns, rows

__all__ = [
    "FORMATS",
    "KINDS",
    "Line",
    "columns",
    "export",
    "fields",
    "format_of",
    "guard",
    "rows",
    "unguard",
    "write_file",
]
