"""What can be exported: the kinds, and the formats that each can be written in."""

from collections.abc import Sequence
from pathlib import Path

from workbench.core.text import one_line
from workbench.errors import UsageError
from workbench.export.addresses import is_address
from workbench.export.kinds import TABLES, either, unknown

TABLE_FORMATS = ("csv", "jsonl")
"""The formats of tables; they hold the same cells."""

# A kind is made by `document` in the module of `workbench.export` that has its name.
DOCUMENTS: dict[str, tuple[str, ...]] = {
    "report": ("html", "md"),
    "annotations": ("jsonld",),
    "claimreview": ("jsonld",),
    "bundle": ("zip",),
}
"""The kinds that are documents, and the formats of each, the usual one first."""

KINDS = (*TABLES, *DOCUMENTS)
"""What of a review can be exported."""

WITH_QUOTES = ("matrix", "bundle")
"""The kinds whose cells may have quotes beside them."""

WITH_ADDRESS = ("claimreview", "bundle")
"""The kinds that may say where the findings will stand."""

WITH_TEXTS = ("bundle",)
"""The kinds that may hold the texts of the articles."""

BINARY = ("zip",)
"""The formats that are no text."""

ENDINGS: dict[str, tuple[str, ...]] = {
    "csv": (".csv",),
    "jsonl": (".jsonl",),
    "html": (".html", ".htm"),
    "md": (".md", ".markdown"),
    "jsonld": (".jsonld", ".json"),
    "zip": (".zip",),
}
"""The formats of all kinds, and how the names of files in them end, the usual ending first."""


def formats(kind: str) -> tuple[str, ...]:
    """The formats a kind of export can be written in, the usual one first.

    Raises:
        UsageError: there is no such kind; the sentence names those there are.
    """
    if kind not in KINDS:
        raise unknown("export", kind, KINDS)
    return DOCUMENTS.get(kind, TABLE_FORMATS)


def format_named(kind: str, typed: str) -> str:
    """The format of a kind that is meant by its name, or by the beginning of it.

    Args:
        kind: one of `KINDS`.
        typed: in whatever case; "" is the usual one.

    Raises:
        UsageError: there is no such kind, or it is not written so; the sentence says how it is.
    """
    known = formats(kind)
    folded = typed.casefold().strip()
    if not folded:
        return known[0]
    begun = [name for name in known if name.startswith(folded)]
    if folded in known or len(begun) == 1:
        return folded if folded in known else begun[0]
    raise unknown("format", typed, known, f" for {kind}")


def format_of(path: Path | None, kind: str) -> str:
    """The format that the ending of a file's name asks for.

    Args:
        path: the file; None for standard output.
        kind: one of `KINDS`.

    Returns:
        A format of the kind; the usual one where the ending is none of ours.

    Raises:
        UsageError: there is no such kind, or the ending asks for what it is not written in.
    """
    known = formats(kind)
    ending = path.suffix.lower() if path is not None else ""
    asked = next((name for name, endings in ENDINGS.items() if ending in endings), known[0])
    if asked not in known:
        usual = _endings(known)
        raise UsageError(
            f"There is no {ending} file of {kind}: let its name end in {usual}, or name a format."
        )
    return asked


def _endings(known: Sequence[str]) -> str:
    return either([ENDINGS[name][0] for name in known])


def check_format(kind: str, file_format: str) -> None:
    """Refuse a format that a kind is not written in.

    Raises:
        UsageError: it is not, or there is no such kind.
    """
    if file_format not in formats(kind):
        raise unknown("format", file_format, formats(kind), f" for {kind}")


def check_quotes(kind: str, *, quotes: bool) -> None:
    """Refuse quotes beside the cells of what has no cells for them.

    Raises:
        UsageError: they are wanted, and the kind cannot have them.
    """
    if quotes and kind not in WITH_QUOTES:
        raise UsageError(f"Quotes go beside the cells of a matrix; “{kind}” is exported as it is.")


def check_address(kind: str, url: str) -> None:
    """Refuse an address for what says nothing of one, and what is no address.

    Args:
        kind: one of `KINDS`.
        url: where the findings will stand; "" when nobody said.

    Raises:
        UsageError: the kind has no use for it, or it is none.
    """
    if url and kind not in WITH_ADDRESS:
        raise UsageError(
            f"Where findings will stand is said in a claimreview or bundle, not in “{kind}”."
        )
    if url and not is_address(url):
        raise UsageError(
            f"“{one_line(url)}” is no address of a page; it begins with https:// and has no spaces."
        )


def check_texts(kind: str, *, with_texts: bool) -> None:
    """Refuse the texts of the articles beside what has no room for them.

    Raises:
        UsageError: they are wanted, and the kind cannot have them.
    """
    if with_texts and kind not in WITH_TEXTS:
        raise UsageError(f"The articles' texts go into a bundle; “{kind}” is exported as it is.")
