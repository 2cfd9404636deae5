"""Blocks of Markdown that many parts of the dossier have in common."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.export.report.marks import Inline, Part, address, line
from workbench.export.report.model import QuoteEntry
from workbench.export.report.words import HASH, NO_TEXT


def blocks(parts: Iterable[str]) -> str:
    """Blocks with an empty line between them."""
    return "\n\n".join(parts) + "\n"


def listed(items: Iterable[Inline]) -> str:
    """A list, an item a line."""
    return "\n".join(f"- {item.markup}" for item in items)


def broken(inlines: Sequence[Inline]) -> Iterator[str]:
    """Lines of one paragraph; an empty one begins another paragraph."""
    for index, one in enumerate(inlines):
        following = inlines[index + 1] if index + 1 < len(inlines) else None
        # A backslash at the end of a line keeps the line end, unless a paragraph ends there.
        ends = following is None or not following.markup or not one.markup
        yield one.markup + ("" if ends else "\\")


def quoted(inlines: Sequence[Inline]) -> str:
    """A quotation."""
    return "\n".join(f"> {one}".rstrip() for one in broken(inlines))


def lines_of(words: str) -> str:
    """A longer text that is not ours, its line ends kept."""
    return "\n".join(broken([line(one) for one in words.strip().split("\n")]))


def where(one: QuoteEntry) -> Part:
    """Where a quote stands, so that a second person finds it: what a footnote says."""
    article = one.article
    digest = "".join(sign for sign in article.text_sha256[:HASH] if sign.isalnum())
    return (
        f"Claim {one.claim}. ",
        article.outlet or "no outlet",
        (", “", article.title, "”") if article.title else None,
        ", ",
        article.published_on or "no date",
        (", ", address(article.address)) if article.address else None,
        f"; article {article.number}, characters {one.start}–{one.end}",
        f", paragraph {one.paragraph}, line {one.line}" if one.line else NO_TEXT,
        "; text SHA-256 ",
        Inline(f"`{digest}…`"),
        ". Marked by ",
        one.marked_by,
        ".",
    )
