"""The dossier as one self-contained page: no script, no network, nothing but HTML and its style."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.core.progress import Tell
from workbench.core.text import count
from workbench.export.report import words
from workbench.export.report.dossier import Dossier, Question, Reference, SingleEntry
from workbench.export.report.html_log import log, verdicts
from workbench.export.report.html_parts import (
    article_facts,
    named,
    quote_figure,
    section,
    standing,
    stranger,
)
from workbench.export.report.html_points import point
from workbench.export.report.markup import Node, element, style
from workbench.export.report.model import FindingEntry, PointEntry

_POINTS = 20  # written between two words on how far it is


def page(dossier: Dossier, tell: Tell) -> bytes:
    """The dossier as an HTML file in UTF-8.

    Args:
        dossier: what is in it.
        tell: told how many of its points are written, half of the whole work being done before.
    """
    sheet = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    body = element(
        "body",
        _head(dossier),
        element("main", _sections(dossier, tell)),
        _signatures(dossier),
    )
    whole = element("html", _meta(dossier, sheet), body, lang="en", dir="ltr")
    return f"<!DOCTYPE html>\n{whole.markup}\n".encode()


def _meta(dossier: Dossier, sheet: str) -> Node:
    # The page may load nothing at all, and no style but its own is applied.
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex, nofollow"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{dossier.title} – fact-checking dossier"),
        style(sheet),
    )


def _head(dossier: Dossier) -> Node:
    others = [name for name in dossier.analysts if name != dossier.analyst]
    return element(
        "header",
        element("p", "Fact-checking dossier", class_="kicker"),
        element("h1", stranger(dossier.title)),
        element(
            "p",
            element("span", "Analyst ", stranger(dossier.analyst)),
            element("span", "With ", _names(others)) if others else None,
            element("span", f"As of {dossier.as_of} UTC"),
            element("span", count(len(dossier.articles), "article")),
            class_="facts",
        ),
    )


def _names(names: list[str]) -> Iterator[Node | str]:
    for index, name in enumerate(names):
        yield "" if not index else " and " if index == len(names) - 1 else ", "
        yield stranger(name)


def _sections(dossier: Dossier, tell: Tell) -> Iterator[Node]:
    points = element("div", *_points(dossier, tell))
    parts: list[tuple[str, str, list[Node]]] = [
        ("summary", "Summary", [element("p", told) for told in dossier.summary]),
        ("glance", "The points at a glance", [_at_a_glance(dossier)] if dossier.points else []),
        ("articles", "Articles", [_articles(dossier)]),
        ("points", "Points", [points]),
        ("single", "What one article alone says", list(_singles(dossier))),
        ("apart", "Not the same event", list(_apart(dossier))),
        ("questions", "Open questions", list(_questions(dossier))),
        ("verdicts", "How the verdicts came about", list(verdicts(dossier))),
        ("log", "Who did what when", list(log(dossier))),
        ("method", "Method and limits", [_method(dossier)]),
    ]
    parts = [part for part in parts if part[2]]
    yield _contents([(anchor, title) for anchor, title, _ in parts])
    for anchor, title, made in parts:
        yield section(anchor, title, *made)


def _method(dossier: Dossier) -> Node:
    rows: list[Node] = []
    for name, told in dossier.method:
        rows += [element("dt", name), element("dd", told)]
    return element("dl", rows, class_="method")


def _contents(listed: Sequence[tuple[str, str]]) -> Node:
    return element(
        "nav",
        element("ul", (element("li", element("a", title, href=f"#{at}")) for at, title in listed)),
        aria_label="Contents",
    )


def _at_a_glance(dossier: Dossier) -> Node:
    return element(
        "table",
        element(
            "thead",
            element(
                "tr",
                (element("th", name, scope="col") for name in ("Point", "Standing", "Verdict")),
            ),
        ),
        element("tbody", (_glance(one) for one in dossier.points)),
        class_="glance",
    )


def _glance(one: PointEntry) -> Node:
    own = [each for each in one.findings if each.own] or list(one.findings)
    return element(
        "tr",
        element(
            "th",
            element("span", str(one.number), class_="number"),
            element("a", named(one), href=f"#point-{one.number}"),
            scope="row",
        ),
        element(
            "td",
            standing(one.sign),
            element("span", one.origins, class_="more"),
            element("span", "contradictory marks", class_="more") if one.contradictions else None,
        ),
        element(
            "td",
            element("span", "no finding", class_="more") if not own else None,
            (_verdict(each) for each in own),
        ),
    )


def _verdict(one: FindingEntry) -> Iterator[Node]:
    yield element("span", stranger(one.verdict or "no verdict yet"), class_="verdict")
    if one.confidence:
        yield element("span", f"{one.confidence} confidence", class_="more")
    if not one.own:
        yield element("span", "of ", stranger(one.analyst), class_="more")


def _articles(dossier: Dossier) -> Node:
    return element(
        "ol",
        (
            element(
                "li",
                article_facts(one),
                id=f"article-{one.number}",
                value=str(one.number),
            )
            for one in dossier.articles
        ),
        class_="articles",
    )


def _points(dossier: Dossier, tell: Tell) -> Iterator[Node]:
    if not dossier.points:
        yield element("p", "No two claims have been linked yet, and nothing has been concluded.")
        return
    yield element("p", words.ORDER, " ", words.MARKED, class_="aside")
    points = len(dossier.points)
    for done, one in enumerate(dossier.points):
        if done % _POINTS == 0:
            tell(points + done, points * 2, "")
        yield point(one)


def _singles(dossier: Dossier) -> Iterator[Node]:
    if dossier.only_here:
        yield element("p", "Treated in full above, and made in one article only:")
        yield element("ul", (_reference(one) for one in dossier.only_here), class_="refs")
    if dossier.singles:
        yield element(
            "p",
            words.ALONE,
            class_="aside",
        )
        yield element("ol", (_single(one) for one in dossier.singles), class_="singles")


def _single(one: SingleEntry) -> Node:
    return element(
        "li",
        element("span", str(one.number), class_="number"),
        quote_figure(one.quote, note=True),
        id=f"point-{one.number}",
    )


def _apart(dossier: Dossier) -> Iterator[Node]:
    if not dossier.apart:
        return
    yield element(
        "p",
        "These claims read alike but are about different events, so that neither supports nor "
        "contradicts the other.",
        class_="aside",
    )
    for one in dossier.apart:
        said = f"Link {one.link.number}, "
        yield element(
            "section",
            element(
                "div",
                quote_figure(one.one, note=False),
                quote_figure(one.other, note=False),
                class_="beside",
            ),
            element(
                "p",
                said,
                stranger(one.link.analyst),
                f", {one.link.made_on}",
                (": ", stranger(one.link.rationale)) if one.link.rationale else ".",
                class_="small",
            ),
            class_="pair",
        )


def _questions(dossier: Dossier) -> Iterator[Node]:
    if not dossier.questions:
        yield element(
            "p", "None: no conflict is without a finding, and no mark contradicts others."
        )
    for one in dossier.questions:
        yield _question(one)


def _question(one: Question) -> Node:
    return element(
        "section",
        element("h3", one.title, element("span", f" {len(one.references):,}", class_="amount")),
        element("p", one.about, class_="aside"),
        element("ul", (_reference(each) for each in one.references), class_="refs"),
        class_="question",
    )


def _reference(one: Reference) -> Node:
    return element(
        "li",
        element(
            "a",
            f"{one.what.capitalize()} {one.number}",
            href=f"#{one.what}-{one.number}",
        ),
        (" ", stranger(one.words)) if one.words else None,
        element("span", " – ", stranger(one.aside), class_="small") if one.aside else None,
    )


def _signatures(dossier: Dossier) -> Node:
    return element(
        "footer",
        element(
            "dl",
            element("dt", "Analyst"),
            element("dd", stranger(dossier.analyst)),
            element("dt", "Editor"),
            element("dd", "\u00a0"),
            element("dt", "Date"),
            element("dd", "\u00a0"),
            class_="signatures",
        ),
        element(
            "p",
            "Made with the workbench from a review that is kept with its whole log. "
            f"The same review gives the same file; this one stands as of {dossier.as_of} UTC.",
            class_="small",
        ),
    )
