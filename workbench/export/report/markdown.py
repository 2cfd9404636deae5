"""The dossier as Markdown: CommonMark with tables, for repositories, mail and other programs."""

from collections.abc import Iterator

from workbench.core.progress import Tell
from workbench.core.text import count
from workbench.export.report import words
from workbench.export.report.dossier import Dossier, Reference
from workbench.export.report.log import EVERY_ACT
from workbench.export.report.markdown_parts import blocks, lines_of, listed, quoted, where
from workbench.export.report.markdown_points import named, point, quote
from workbench.export.report.marks import Inline, address, bold, line, place, to
from workbench.export.report.model import ArticleEntry, PointEntry
from workbench.export.report.words import SIGNS, STANDINGS, in_one_breath

_POINTS = 20  # written between two words on how far it is


def page(dossier: Dossier, tell: Tell) -> bytes:
    """The dossier as a Markdown file in UTF-8.

    Args:
        dossier: what is in it.
        tell: told how many of its points are written, half of the whole work being done before.
    """
    return blocks(_blocks(dossier, tell)).encode()


def _blocks(dossier: Dossier, tell: Tell) -> Iterator[str]:
    yield f"# {line(dossier.title).markup}"
    others = [name for name in dossier.analysts if name != dossier.analyst]
    yield line(
        "Fact-checking dossier · analyst ",
        dossier.analyst,
        (" · with ", in_one_breath(others)) if others else None,
        f" · as of {dossier.as_of} UTC · {count(len(dossier.articles), 'article')}",
    ).markup
    yield "## Summary"
    yield from (line(told).markup for told in dossier.summary)
    if dossier.points:
        yield "## The points at a glance"
        yield _at_a_glance(dossier)
    yield "## Articles"
    yield from (_article(one) for one in dossier.articles)
    yield "## Points"
    yield from _points(dossier, tell)
    yield from _singles(dossier)
    yield from _apart(dossier)
    yield from _questions(dossier)
    yield from _verdicts(dossier)
    yield from _log(dossier)
    yield "## Method and limits"
    for name, told in dossier.method:
        yield f"**{line(name).markup}.** {line(told).markup}"
    yield "---"
    yield line(
        "Analyst: ", dossier.analyst, " · Editor: ", "……………………", " · Date: ", "……………………"
    ).markup


def _at_a_glance(dossier: Dossier) -> str:
    rows = ["| Point | | Standing | Verdict |", "|--:|---|---|---|"]
    rows += [f"| {' | '.join(cell.markup for cell in _cells(one))} |" for one in dossier.points]
    return "\n".join(rows)


def _cells(one: PointEntry) -> Iterator[Inline]:
    own = [each for each in one.findings if each.own] or list(one.findings)
    yield to(str(one.number), f"point-{one.number}")
    yield line(named(one))
    marks = "; contradictory marks" if one.contradictions else ""
    yield line(f"{SIGNS[one.sign]} {STANDINGS[one.sign]}; {one.origins}{marks}")
    yield line(
        "; ".join(
            (each.verdict or "no verdict yet")
            + (f", {each.confidence} confidence" if each.confidence else "")
            + ("" if each.own else f" (of {each.analyst})")
            for each in own
        )
        or "no finding"
    )


def _article(one: ArticleEntry) -> str:
    head = line(
        place(f"article-{one.number}"),
        bold(f"{one.number}"),
        " ",
        (bold(one.title), " – ") if one.title else None,
        one.outlet or "no outlet",
        ", ",
        one.published_on or "no date",
        (", ", one.byline) if one.byline else None,
        f"; {count(one.characters, 'character')}, {count(one.claims, 'claim')}",
    )
    facts = [line(address(one.address))] if one.address else []
    facts += [
        line("Text SHA-256 ", Inline(f"`{_hex(one.text_sha256)}`")),
        line("File SHA-256 ", Inline(f"`{_hex(one.raw_sha256)}`")),
        line("Came in ", one.brought_in),
    ]
    return f"{head.markup}\n\n{listed(facts)}"


def _hex(digest: str) -> str:
    return "".join(sign for sign in digest if sign.isalnum())


def _points(dossier: Dossier, tell: Tell) -> Iterator[str]:
    if not dossier.points:
        yield "No two claims have been linked yet, and nothing has been concluded."
        return
    yield f"{line(words.ORDER).markup} {line(words.MARKED).markup}"
    points = len(dossier.points)
    for done, one in enumerate(dossier.points):
        if done % _POINTS == 0:
            tell(points + done, points * 2, "")
        yield from point(one)


def _singles(dossier: Dossier) -> Iterator[str]:
    if not dossier.singles and not dossier.only_here:
        return
    yield "## What one article alone says"
    if dossier.only_here:
        yield "Treated in full above, and made in one article only:"
        yield listed([_reference(one) for one in dossier.only_here])
    if dossier.singles:
        yield words.ALONE
    for number, one in dossier.singles:
        yield line(place(f"point-{number}"), "Point ", bold(str(number)), ":").markup
        yield quoted(quote(one))
        yield line(place(f"claim-{one.claim}"), where(one)).markup


def _apart(dossier: Dossier) -> Iterator[str]:
    if not dossier.apart:
        return
    yield "## Not the same event"
    yield (
        "These claims read alike but are about different events, so that neither supports nor "
        "contradicts the other."
    )
    for one in dossier.apart:
        yield line(
            bold(f"Link {one.link.number}"), " of ", one.link.analyst, f", {one.link.made_on}:"
        ).markup
        for each in (one.one, one.other):
            claim = to(f"claim {each.claim}", f"claim-{each.claim}")
            yield quoted([*quote(each), Inline(""), line("– ", claim)])
        if one.link.rationale:
            yield lines_of(one.link.rationale)


def _questions(dossier: Dossier) -> Iterator[str]:
    yield "## Open questions"
    if not dossier.questions:
        yield "None: no conflict is without a finding, and no mark contradicts others."
    for one in dossier.questions:
        yield f"### {line(one.title).markup} ({len(one.references):,})"
        yield line(one.about).markup
        yield listed([_reference(each) for each in one.references])


def _reference(one: Reference) -> Inline:
    return line(
        to(f"{one.what.capitalize()} {one.number}", f"{one.what}-{one.number}"),
        (" ", one.words) if one.words else None,
        (" – ", one.aside) if one.aside else None,
    )


def _verdicts(dossier: Dossier) -> Iterator[str]:
    if dossier.verdicts:
        yield "## How the verdicts came about"
    for one in dossier.verdicts:
        gone = " (taken away)" if one.gone else ""
        yield line(
            Inline("### "),
            place(f"verdicts-of-{one.finding}"),
            f"Finding {one.finding} ",
            one.wording,
            gone,
        ).markup
        for each in one.states:
            yield line(
                f"{each.at} UTC, ",
                each.analyst,
                f", {each.how}: ",
                bold(each.verdict or "no verdict"),
                f", {each.confidence} confidence" if each.confidence else None,
            ).markup
            if each.rationale:
                yield quoted([line(one) for one in each.rationale.split("\n")])


def _log(dossier: Dossier) -> Iterator[str]:
    if not dossier.days:
        return
    yield "## Who did what when"
    yield f"{count(dossier.acts, 'act')}; times are UTC."
    rows = ["| Day | Analyst | What |", "|---|---|---|"]
    for day in dossier.days:
        for doer in day.doers:
            hours = doer.first if doer.first == doer.last else f"{doer.first}–{doer.last}"
            cells = (f"{day.date} {hours}", doer.analyst, in_one_breath(doer.acts))
            rows.append(f"| {' | '.join(line(cell).markup for cell in cells)} |")
    yield "\n".join(rows)
    if dossier.acts > EVERY_ACT:
        yield (
            f"A dossier lists no more than {EVERY_ACT:,} acts one by one; "
            "`workbench export REVIEW --as log` writes all of them."
        )
    for day in dossier.days:
        if day.acts:
            yield f"### {line(day.date).markup}"
            yield listed([line(one.time, " ", one.analyst, " ", one.words) for one in day.acts])
