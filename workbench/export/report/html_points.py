"""A point on the page: findings, quotes side by side, links, what follows and what contradicts."""

from collections.abc import Iterator

from workbench.core.text import count
from workbench.export.report.html_parts import (
    address,
    named,
    paragraphs,
    quote_figure,
    standing,
    stranger,
    where,
)
from workbench.export.report.markup import Child, Node, element
from workbench.export.report.model import (
    ContradictionEntry,
    EvidenceEntry,
    FindingEntry,
    ImpliedEntry,
    LinkEntry,
    PointEntry,
    PositionEntry,
)
from workbench.export.report.words import NO_FINDING, RELATIONS


def point(one: PointEntry) -> Node:
    """A point in full."""
    return element(
        "article",
        element(
            "header",
            element(
                "h3",
                element("span", f"Point {one.number}", class_="number"),
                " ",
                named(one),
                id=f"point-{one.number}",
            ),
            element(
                "p",
                standing(one.sign),
                element("span", one.origins),
                class_="facts",
            ),
        ),
        element("p", NO_FINDING, class_="aside") if not one.findings else None,
        (_finding(each, whose=not each.own or len(one.findings) > 1) for each in one.findings),
        (_contradiction(each) for each in one.contradictions),
        element(
            "div",
            (_position(each, several=len(one.positions) > 1) for each in one.positions),
            class_="positions" if len(one.positions) > 1 else "positions one",
        ),
        _links(one),
        element(
            "section",
            element("h4", "Where the words stand"),
            element(
                "ol",
                (element("li", *where(each), id=f"claim-{each.claim}") for each in one.quotes),
                class_="references",
            ),
        ),
        class_=f"point {one.sign}",
        aria_labelledby=f"point-{one.number}",
    )


def _finding(one: FindingEntry, *, whose: bool) -> Node:
    verdict: list[Child] = [
        element("strong", stranger(one.verdict or "no verdict yet"), class_="verdict")
    ]
    if one.confidence:
        verdict.append(element("span", f"{one.confidence} confidence"))
    verdict.append(
        element(
            "span", f"finding {one.number}", (" of ", stranger(one.analyst)), f", {one.changed_on}"
        )
    )
    if one.earlier:
        verdict.append(
            element(
                "a", f"{count(one.earlier, 'earlier judgement')}", href=f"#verdicts-of-{one.number}"
            )
        )
    return element(
        "section",
        element("h4", stranger(one.wording)) if whose else None,
        element("p", verdict, class_="facts"),
        paragraphs(one.rationale, class_="rationale") if one.rationale else None,
        element("ul", (_evidence(each) for each in one.evidence), class_="evidence")
        if one.evidence
        else None,
        id=f"finding-{one.number}",
        class_="finding",
    )


def _evidence(one: EvidenceEntry) -> Node:
    return element(
        "li",
        element("span", one.kind, class_="kind"),
        (" ", address(one.locator)) if one.locator else None,
        (" – " if one.locator else " ", element("span", one.note, dir="auto", lang=""))
        if one.note
        else None,
    )


def _position(one: PositionEntry, *, several: bool) -> Node:
    return element(
        "section",
        element(
            "h4",
            f"Position {one.letter} " if several else "What the articles say ",
            element(
                "span", one.origins + ("; all from one origin" if one.single else ""), class_="told"
            ),
        ),
        element("div", (quote_figure(each, note=False) for each in one.quotes), class_="quotes"),
        class_="position",
    )


def _links(one: PointEntry) -> Node | None:
    told = [
        *(_link(each) for each in one.links),
        *(_implied(each) for each in one.implied),
        *(
            element("li", f"… and {each.left_out:,} more {each.what}, left out here.")
            for each in one.tails
        ),
    ]
    if not told:
        return None
    return element(
        "section", element("h4", "How they were judged"), element("ul", told, class_="links")
    )


def _link(one: LinkEntry) -> Node:
    return element(
        "li",
        *_said(one),
        element("span", f" (link {one.number}, ", stranger(one.analyst), f", {one.made_on})",
                class_="small"),
        element("span", " Not counted here: it is another analyst’s.", class_="small")
        if not one.counts
        else None,
        paragraphs(one.rationale, class_="rationale") if one.rationale else None,
        element("p", "The workbench sees: ", stranger(one.hint), class_="small")
        if one.hint
        else None,
        class_=f"relation {one.relation}" if one.counts else "relation other",
    )  # fmt: skip


def _said(one: LinkEntry) -> Iterator[Child]:
    first, second = _claim(one.one), _claim(one.other)
    if not one.same_event:
        yield ("Claims ", first, " and ", second, " are about different events: ")
        yield element("strong", "not the same event")
        return
    if one.relation == "unverified":
        yield ("Claims ", first, " and ", second, ": ", element("strong", "unverified"))
    else:
        yield ("Claim ", first, " ", element("strong", RELATIONS[one.relation]), " claim ", second)
    if one.reason:
        yield (", ", stranger(one.reason))


def _implied(one: ImpliedEntry) -> Node:
    return element(
        "li",
        "Claim ",
        _claim(one.one),
        f" {RELATIONS[one.relation]} claim ",
        _claim(one.other),
        element("span", f" – {one.reason}; nobody has judged it.", class_="small"),
        class_="relation implied",
    )


def _contradiction(one: ContradictionEntry) -> Node:
    chain = ", ".join(map(str, one.chain))
    joined = f"link{'s' if len(one.chain) > 1 else ''} {chain}"
    told: list[Child] = [
        f"Link {one.link} says that claims ",
        _claim(one.one),
        " and ",
        _claim(one.other),
    ]
    told.append(
        f" are about different events, yet {joined} put them on one point."
        if one.apart
        else f" conflict, yet by {joined} they agree."
    )
    return element(
        "p",
        element("strong", "Contradictory marks. "),
        told,
        " One mark is wrong, or a claim is too wide.",
        class_="flag",
    )


def _claim(number: int) -> Node:
    return element("a", str(number), href=f"#claim-{number}")
