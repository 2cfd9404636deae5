"""A point in Markdown: findings, quotes by position, links, what follows and what contradicts."""

from collections.abc import Iterator

from workbench.core.text import count
from workbench.export.report.markdown_parts import lines_of, listed, quoted, where
from workbench.export.report.marks import Inline, Part, address, bold, line, place, to
from workbench.export.report.model import (
    ContradictionEntry,
    EvidenceEntry,
    FindingEntry,
    ImpliedEntry,
    LinkEntry,
    PointEntry,
    QuoteEntry,
)
from workbench.export.report.words import NO_FINDING, RELATIONS, SIGNS, STANDINGS


def named(one: PointEntry) -> Part:
    """What a point is called: its wording, or an article's words in quotation marks."""
    return ("“", one.wording, "”") if one.quoted else one.wording


def point(one: PointEntry) -> Iterator[str]:
    """A point in full, block by block."""
    anchor = place(f"point-{one.number}")
    yield line(Inline("### "), anchor, f"Point {one.number}: ", named(one)).markup
    yield line(bold(f"{STANDINGS[one.sign]}"), f" {SIGNS[one.sign]} · {one.origins}").markup
    if not one.findings:
        yield NO_FINDING
    for finding in one.findings:
        yield from _finding(finding, whose=not finding.own or len(one.findings) > 1)
    for contradiction in one.contradictions:
        yield _contradiction(contradiction)
    several = len(one.positions) > 1
    for position in one.positions:
        single = "; all from one origin" if position.single else ""
        title = f"Position {position.letter}" if several else "What the articles say"
        yield line(bold(title), f" · {position.origins}{single}").markup
        for each in position.quotes:
            yield quoted([*quote(each), Inline(""), *_caption(each)])
    judged = [*_judged(one)]
    if judged:
        yield "**How they were judged**"
        yield listed(judged)
    yield "**Where the words stand**"
    yield listed(line(place(f"claim-{each.claim}"), where(each)) for each in one.quotes)


def quote(one: QuoteEntry) -> list[Inline]:
    """The words of a quote, what differs in bold, a line each."""
    rows: list[list[Part]] = [["“"]]
    for piece in one.pieces:
        first, *others = piece.words.split("\n")
        rows[-1].append(bold(first) if piece.differs else first)
        rows += [[bold(each) if piece.differs else each] for each in others]
    rows[-1].append("”")
    return [line(*row) for row in rows]


def _caption(one: QuoteEntry) -> Iterator[Inline]:
    article = one.article
    yield line(
        "– ",
        (bold(one.claimant), ", in ") if one.claimant else None,
        article.outlet or "no outlet",
        ", ",
        article.published_on or "no date",
        ", ",
        to(f"article {article.number}", f"article-{article.number}"),
        ", ",
        to(f"claim {one.claim}", f"claim-{one.claim}"),
    )
    for name, said in (("Origin", one.origin), ("Tags", one.tags), ("Note", one.note)):
        if said:
            yield line(f"{name}: ", said)


def _finding(one: FindingEntry, *, whose: bool) -> Iterator[str]:
    yield line(
        place(f"finding-{one.number}"),
        bold(f"Finding {one.number}"),
        " of ",
        one.analyst,
        f", {one.changed_on}",
        # Else it is the heading.
        (": ", one.wording) if whose else None,
    ).markup
    yield line(
        bold(one.verdict or "no verdict yet"),
        f" · {one.confidence} confidence" if one.confidence else None,
        (" · ", to(count(one.earlier, "earlier judgement"), f"verdicts-of-{one.number}"))
        if one.earlier
        else None,
    ).markup
    if one.rationale.strip():
        yield lines_of(one.rationale)
    if one.evidence:
        yield listed(_evidence(each) for each in one.evidence)


def _evidence(one: EvidenceEntry) -> Inline:
    return line(
        bold(one.kind),
        (" ", address(one.locator)) if one.locator else None,
        (" – " if one.locator else " ", one.note) if one.note else None,
    )


def _judged(one: PointEntry) -> Iterator[Inline]:
    for link in one.links:
        yield line(
            _said(link),
            f" (link {link.number}, ",
            link.analyst,
            f", {link.made_on})",
            None if link.counts else " Not counted here: it is another analyst’s.",
            (" – ", link.rationale) if link.rationale else None,
            (" – The workbench sees: ", link.hint) if link.hint else None,
        )
    for implied in one.implied:
        yield _implied(implied)
    for tail in one.tails:
        yield line(f"… and {tail.left_out:,} more {tail.what}, left out here.")


def _said(one: LinkEntry) -> Part:
    first, second = _claim(one.one), _claim(one.other)
    if not one.same_event:
        return ("Claims ", first, " and ", second, ": ", bold("not the same event"))
    reason = (", ", one.reason) if one.reason else None
    if one.relation == "unverified":
        return ("Claims ", first, " and ", second, ": ", bold("unverified"), line(reason))
    return ("Claim ", first, " ", bold(RELATIONS[one.relation]), " claim ", second, line(reason))


def _implied(one: ImpliedEntry) -> Inline:
    return line(
        "Claim ",
        _claim(one.one),
        f" {RELATIONS[one.relation]} claim ",
        _claim(one.other),
        f" – {one.reason}; nobody has judged it.",
    )


def _contradiction(one: ContradictionEntry) -> str:
    joined = f"link{'s' if len(one.chain) > 1 else ''} {', '.join(map(str, one.chain))}"
    return line(
        bold("Contradictory marks."),
        f" Link {one.link} says that claims ",
        _claim(one.one),
        " and ",
        _claim(one.other),
        f" are about different events, yet {joined} put them on one point."
        if one.apart
        else f" conflict, yet by {joined} they agree.",
        " One mark is wrong, or a claim is too wide.",
    ).markup


def _claim(number: int) -> Inline:
    return to(str(number), f"claim-{number}")
