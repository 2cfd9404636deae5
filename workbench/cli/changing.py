"""edit and rename: what is said about a thing, never the words of an article."""

from typing import TYPE_CHECKING

import click

from workbench.cli.arguments import (
    KIND,
    RELATION,
    Number,
    a,
    review_argument,
    the_article,
    the_claim,
    the_link,
    the_relation,
)
from workbench.cli.bringing import refuse_taken_title
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.marking import lines

if TYPE_CHECKING:
    from workbench.core.changes import Change
    from workbench.core.review import ReviewState

_OPTIONS = {
    "claim": ("note", "claimant", "origin", "tags"),
    "link": ("relation", "reason", "rationale"),
    "article": ("outlet", "title", "published", "url", "byline"),
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
    ),
)
@review_argument
@click.argument("kind", type=KIND, metavar="claim|link|article")
@click.argument("number", type=Number())
@click.option("--note", metavar="TEXT", help="Of a claim: a note of your own.")
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
@click.option("--rationale", metavar="TEXT", help="Of a link: why you judge so.")
@click.option("--outlet", metavar="NAME", help="Of an article: who ran it.")
@click.option("--title", metavar="TEXT", help="Of an article: its headline.")
@click.option("--published", metavar="DATE", help="Of an article: the day, as 2025-10-08.")
@click.option("--url", metavar="ADDRESS", help="Of an article: where it can be read.")
@click.option("--byline", metavar="NAME", help="Of an article: who wrote it.")
@pass_call
def edit_command(
    call: Call,
    /,
    *,
    review: str,
    kind: str,
    number: int,
    tags: tuple[str, ...],
    **options: str | None,
) -> None:
    """Change a claim, a link or what is known of an article.

    What is not named stays as it is; an empty value clears a field. The words of a claim and the
    text of an article never change: delete a claim and mark another.
    """
    given = {name: value for name, value in options.items() if value is not None}
    if tags:
        given["tags"] = ",".join(tags)
    _refuse_foreign(kind, given)
    if kind == "article":
        from workbench.intake import checked

        given = checked({_STORED.get(name, name): value for name, value in given.items()})
    with call.open_store() as store:
        state = call.load(store, review)
        change = _change(state, kind, number, given)
        if change is not None:
            state.apply(store.commit(change).rows)
    if change is None:
        sentence = f"Nothing to change: {kind} {number} says so already."
        if not given:
            sentence = f"Nothing to change; what can be changed of {a(kind)}: {_listed(kind)}."
    else:
        sentence = f"Changed {kind} {number}: {_differences(change)}."
    call.report(lines(state, f"{kind}s", kind, number) if call.json else None, sentence)


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


def _refuse_foreign(kind: str, given: dict[str, str]) -> None:
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


def _change(state: "ReviewState", kind: str, number: int, given: dict[str, str]) -> "Change | None":
    from workbench.core.changes import edit_article, edit_claim, edit_link

    if kind == "claim":
        return edit_claim(state, the_claim(state, number), **given)
    if kind == "article":
        return edit_article(state, the_article(state, number), **given)
    values = dict(given)
    relation = the_relation(values.pop("relation")) if "relation" in values else None
    return edit_link(state, the_link(state, number), relation, **values)


def _differences(change: "Change") -> str:
    """What an edit changed, as the history says it, without the name of the thing."""
    from workbench.core.events import Event, describe

    event = Event(0, "", change.analyst, "", change.act, "", "", change.rows)
    return describe(event).partition(": ")[2]
