"""Pieces that many parts of the page have in common."""

from collections.abc import Iterator

from workbench.core.point import Sign
from workbench.core.text import count
from workbench.export.report.markup import Child, Node, element, web_address
from workbench.export.report.model import ArticleEntry, PointEntry, QuoteEntry
from workbench.export.report.words import HASH, NO_TEXT, SIGNS, STANDINGS


def stranger(text: str) -> Node:
    """Words that are not ours: they keep their own direction, and no language is claimed."""
    return element("bdi", text, lang="")


def heading(level: str, title: str, anchor: str) -> Node:
    """A heading that can be linked to."""
    return element(level, title, id=anchor)


def section(anchor: str, title: str, *children: Child) -> Node:
    """A section with its heading."""
    return element("section", heading("h2", title, anchor), *children, aria_labelledby=anchor)


def paragraphs(text: str, **attributes: str) -> Node:
    """A longer text that is not ours, its line ends kept."""
    return element("p", text, dir="auto", lang="", **attributes)


def standing(sign: Sign) -> Node:
    """A sign with what it means."""
    return element(
        "span", element("b", SIGNS[sign]), f" {STANDINGS[sign]}", class_=f"standing {sign}"
    )


def named(one: PointEntry) -> Node:
    """What a point is called: its wording, or an article's words in quotation marks."""
    return stranger(f"“{one.wording}”" if one.quoted else one.wording)


def address(words: str) -> Node:
    """An address: a link where it is plainly one of the web, else the text."""
    good = web_address(words)
    if good is None:
        return element("bdi", words, lang="", class_="address")
    return element("a", words, href=good, rel="noreferrer nofollow", class_="address", dir="ltr")


def outlet(article: ArticleEntry) -> Node:
    """Who ran an article."""
    if not article.outlet:
        return element("span", "no outlet", class_="missing")
    return element("cite", stranger(article.outlet))


def day(date: str) -> Node:
    """A date, or that it is missing."""
    if not date:
        return element("span", "no date", class_="missing")
    return element("time", date, datetime=date)


def article_facts(one: ArticleEntry) -> Node:
    """An article as the list shows it."""
    return element(
        "div",
        element("p", stranger(one.title), class_="headline") if one.title else None,
        element(
            "p",
            element("span", outlet(one)),
            element("span", day(one.published_on)),
            element("span", stranger(one.byline)) if one.byline else None,
            element("span", count(one.characters, "character")),
            element("span", count(one.claims, "claim")),
            class_="facts",
        ),
        element("p", address(one.address)) if one.address else None,
        element(
            "dl",
            element("dt", "Text SHA-256"),
            element("dd", element("code", one.text_sha256)),
            element("dt", "File SHA-256"),
            element("dd", element("code", one.raw_sha256)),
            element("dt", "Came in"),
            element("dd", one.brought_in),
            class_="hashes",
        ),
    )


def quote_figure(one: QuoteEntry, *, note: bool) -> Node:
    """A quote with who says so, where.

    Args:
        one: the quote.
        note: whether its reference stands right here, and not in a list elsewhere.
    """
    return element(
        "figure",
        element("blockquote", element("p", "“", _pieces(one), "”"), dir="auto", lang=""),
        element(
            "figcaption",
            _speaker(one, note=note),
            _extras(one),
            _reference(one) if note else None,
        ),
    )


def _speaker(one: QuoteEntry, *, note: bool) -> Child:
    claimant = element("span", stranger(one.claimant), class_="claimant") if one.claimant else None
    if note:
        return claimant
    article = element("a", f"article {one.article.number}", href=f"#article-{one.article.number}")
    return (
        (claimant, ", in ") if claimant else None,
        (outlet(one.article), ", ", day(one.article.published_on), ", "),
        element("span", article, _mark(one), class_="together"),
    )


def _extras(one: QuoteEntry) -> Iterator[Node]:
    for name, words in (("Origin", one.origin), ("Tags", one.tags), ("Note", one.note)):
        if words:
            yield element("span", f"{name}: ", stranger(words), class_="extra")


def _reference(one: QuoteEntry) -> Node:
    return element("span", *where(one), class_="extra reference", id=f"claim-{one.claim}")


def _mark(one: QuoteEntry) -> Node:
    label = f"Claim {one.claim}: where it stands"
    return element(
        "sup", element("a", str(one.claim), href=f"#claim-{one.claim}", aria_label=label)
    )


def _pieces(one: QuoteEntry) -> Iterator[Node | str]:
    for piece in one.pieces:
        yield element("mark", piece.words) if piece.differs else piece.words


def where(one: QuoteEntry) -> Iterator[Node | str | None]:
    """Where a quote stands, so that a second person finds it: what a footnote says."""
    article = one.article
    yield f"Claim {one.claim}. "
    yield outlet(article)
    if article.title:
        yield ", “"
        yield stranger(article.title)
        yield "”"
    yield ", "
    yield day(article.published_on)
    if article.address:
        yield ", "
        yield address(article.address)
    yield f"; article {article.number}, characters {one.start}–{one.end}"
    if one.line:
        yield f", paragraph {one.paragraph}, line {one.line}"
    else:
        yield NO_TEXT
    yield "; text SHA-256 "
    yield element("code", f"{article.text_sha256[:HASH]}…")
    yield ". Marked by "
    yield stranger(one.marked_by)
    yield "."
