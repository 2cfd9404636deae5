"""edit and rename: what is said about a thing, never the words of an article."""

from typing import TYPE_CHECKING

import click

from workbench.cli.arguments import (
    CONFIDENCE,
    EVIDENCE_KIND,
    KIND,
    RELATION,
    Number,
    VerdictName,
    a,
    review_argument,
    several,
    the_article,
    the_claim,
    the_evidence,
    the_finding,
    the_link,
    the_relation,
)
from workbench.cli.bringing import refuse_taken_title
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.marking import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.changes import Change
    from workbench.core.review import ReviewState

_OPTIONS = {
    "claim": ("note", "claimant", "origin", "tags"),
    "link": ("relation", "reason", "rationale"),
    "article": ("outlet", "title", "published", "url", "byline"),
    "finding": ("wording", "verdict", "confidence", "rationale", "evidence"),
    "evidence": ("kind", "locator", "note"),
}
_STORED = {"published": "published_on"}  # options that the database calls otherwise


@click.command(
    "edit",
    cls=Command,
    examples=(
        'workbench edit Afgh claim 3 --origin "TASS" --tags "Bagram, bases"',
        "workbench edit Afgh link 2 --relation unverified --reason scope",
        "workbench edit Afgh article 1 --outlet Dawn --published 2025-09-27",
        'workbench edit Afgh claim 3 --note ""',
        'workbench edit Afgh finding 1 --verdict mixed --rationale "Half of it."',
        'workbench edit Afgh evidence 4 --kind archive --locator "box 7"',
    ),
)
@review_argument
@click.argument("kind", type=KIND, metavar="claim|link|article|finding|evidence")
@click.argument("number", type=Number())
@click.option("--note", metavar="TEXT", help="Of a claim or evidence: a note of your own.")
@click.option("--claimant", metavar="NAME", help="Of a claim: who says so.")
@click.option("--origin", metavar="NAME", help="Of a claim: where the information comes from.")
@click.option(
    "--tags",
    "--tag",
    multiple=True,
    metavar="TAGS",
    help="Of a claim: all its tags, separated by commas; may be given more than once.",
)
@click.option(
    "--relation",
    type=RELATION,
    metavar="RELATION",
    help="Of a link: agrees, conflicts or unverified.",
)
@click.option("--reason", metavar="REASON", help="Of a link: what it turns on.")
@click.option("--rationale", metavar="TEXT", help="Of a link or finding: why you judge so.")
@click.option("--outlet", metavar="NAME", help="Of an article: who ran it.")
@click.option("--title", metavar="TEXT", help="Of an article: its headline.")
@click.option("--published", metavar="DATE", help="Of an article: the day, as 2025-10-08.")
@click.option("--url", metavar="ADDRESS", help="Of an article: where it can be read.")
@click.option("--byline", metavar="NAME", help="Of an article: who wrote it.")
@click.option("--wording", metavar="TEXT", help="Of a finding: the claim itself, neutrally put.")
@click.option(
    "--verdict",
    type=VerdictName(),
    metavar="VERDICT",
    help="Of a finding: one of the review's verdicts.",
)
@click.option(
    "--confidence",
    type=CONFIDENCE,
    metavar="LEVEL",
    help="Of a finding: how sure you are: low, medium or high.",
)
@click.option(
    "--evidence",
    multiple=True,
    metavar="ITEM",
    help="Of a finding: one thing more that it rests on, as kind: locator: note; may be given more "
    "than once.",
)
@click.option(
    "--kind",
    "evidence_kind",
    type=EVIDENCE_KIND,
    metavar="KIND",
    help="Of evidence: document, data, reply, archive or expert.",
)
@click.option("--locator", metavar="TEXT", help="Of evidence: where it can be looked up.")
@pass_call
def edit_command(
    call: Call,
    /,
    *,
    review: str,
    kind: str,
    number: int,
    tags: tuple[str, ...],
    evidence: tuple[str, ...],
    evidence_kind: str | None,
    **options: str | None,
) -> None:
    """Change a claim, link, finding or evidence, or what is known of an article.

    What is not named stays as it is; an empty value clears a field. The words of a claim and the
    text of an article never change: delete a claim and mark another.
    """
    from workbench.core.events import describe

    options["kind"] = evidence_kind
    given = {name: value for name, value in options.items() if value is not None}
    if tags:
        given["tags"] = ",".join(tags)
    _refuse_foreign(kind, [*given, *(["evidence"] if evidence else [])])
    if kind == "article":
        from workbench.intake import checked

        given = checked({_STORED.get(name, name): value for name, value in given.items()})
    with call.open_store() as store:
        state = call.load(store, review)
        change = _change(state, kind, number, given, evidence)
        if change is not None:
            event = store.commit(change)
            state.apply(event.rows)
    if change is None:
        sentence = f"Nothing to change: {kind} {number} says so already."
        if not (given or evidence):
            sentence = f"Nothing to change; what can be changed of {a(kind)}: {_listed(kind)}."
    else:
        sentence = f"Changed {kind} {number}: {describe(event).removeprefix(f'{kind} {number}: ')}."
    call.report(lines(state, several(kind), kind, number) if call.json else None, sentence)


@click.command(
    "rename",
    cls=Command,
    examples=('workbench rename Afgh "Bagram, September 2025"',),
)
@review_argument
@click.argument("title")
@pass_call
def rename_command(call: Call, review: str, title: str) -> None:
    """Give REVIEW another TITLE.

    A title that another review has is refused: exit code 1.
    """
    from workbench.core.changes import rename_review
    from workbench.core.text import one_line

    with call.open_store() as store:
        found = call.find_review(store, review)
        if one_line(title) == found.title:
            sentence = f"Nothing to change: the title is “{found.title}” already."
        else:
            refuse_taken_title(store, title, but=found.id)
            store.commit(rename_review(found, title, call.analyst))
            sentence = f"“{found.title}” is called “{one_line(title)}” now."
    call.report({"review": one_line(title), "review_id": found.id} if call.json else None, sentence)


def _refuse_foreign(kind: str, given: "Iterable[str]") -> None:
    fitting = _OPTIONS[kind]
    foreign = [f"--{name}" for name in given if name not in fitting]
    if foreign:
        verb = "does" if len(foreign) == 1 else "do"
        raise click.UsageError(
            f"{' and '.join(foreign)} {verb} not belong to {a(kind)}; what can be changed of it: "
            f"{_listed(kind)}."
        )


def _listed(kind: str) -> str:
    return ", ".join(f"--{name}" for name in _OPTIONS[kind])


def _change(
    state: "ReviewState", kind: str, number: int, given: dict[str, str], evidence: "Iterable[str]"
) -> "Change | None":
    from workbench.core.changes import (
        edit_article,
        edit_claim,
        edit_evidence,
        edit_finding,
        edit_link,
    )

    if kind == "finding":
        from workbench.core.evidence import item_typed

        items = [item_typed(text) for text in evidence]
        return edit_finding(state, the_finding(state, number), evidence=items, **given)
    if kind == "evidence":
        return edit_evidence(state, the_evidence(state, number), **given)
    if kind == "claim":
        return edit_claim(state, the_claim(state, number), **given)
    if kind == "article":
        return edit_article(state, the_article(state, number), **given)
    values = dict(given)
    relation = the_relation(values.pop("relation")) if "relation" in values else None
    return edit_link(state, the_link(state, number), relation, **values)
