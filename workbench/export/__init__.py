"""Reviews as files: what the editor's spreadsheet, a second person or another program reads.

Depends on nothing but `workbench.core`, `workbench.errors` and the standard library.
"""

from workbench.export.encode import export
from workbench.export.files import write_file
from workbench.export.formats import (
    BINARY,
    DOCUMENTS,
    ENDINGS,
    KINDS,
    TABLE_FORMATS,
    check_address,
    check_texts,
    format_named,
    format_of,
    formats,
)
from workbench.export.guard import guard, unguard
from workbench.export.kinds import TABLES, Line, fields
from workbench.export.material import Material
from workbench.export.rows import columns, rows

__all__ = [
    "BINARY",
    "DOCUMENTS",
    "ENDINGS",
    "KINDS",
    "TABLES",
    "TABLE_FORMATS",
    "Line",
    "Material",
    "check_address",
    "check_texts",
    "columns",
    "export",
    "fields",
    "format_named",
    "format_of",
    "formats",
    "guard",
    "rows",
    "unguard",
    "write_file",
]
