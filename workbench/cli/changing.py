"""edit and rename: what is said about a thing, never the words of an article."""

from typing import TYPE_CHECKING

import click

from workbench.cli.arguments import (
    KIND,
    RELATION,
    Number,
    review_argument,
    the_article,
    the_claim,
    the_link,
    the_relation,
)
from workbench.cli.bringing import refuse_taken_title
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.marking import known_reason, lines, refuse_reason
from workbench.errors import ChangeRefusedError

if TYPE_CHECKING:
    from workbench.core.changes import Change
    from workbench.core.model import Link
    from workbench.core.review import ReviewState

_OPTIONS = {
    "claim": ("note", "claimant", "origin", "tags"),
    "link": ("relation", "reason", "rationale"),
    "article": ("outlet", "title", "published", "url", "byline"),
}


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
        given = _checked(given)
    if "reason" in given:
        given["reason"] = known_reason(given["reason"])
    with call.open_store() as store:
        state = call.load(store, review)
        change = _change(state, kind, number, given)
        if change is not None:
            state.apply(store.commit(change).rows)
    if change is None:
        sentence = f"Nothing to change: {kind} {number} says so already."
        if not given:
            sentence = f"Nothing to change; what can be changed of {_a(kind)}: {_listed(kind)}."
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


def refuse_anothers_link(state: "ReviewState", link: "Link") -> None:
    """Refuse to touch another analyst's mark: everybody marks for themselves."""
    if link.analyst != state.analyst:
        from workbench.cli.wording import ends

        one, other = ends(state, link)
        raise ChangeRefusedError(
            f"Link {link.number} is {link.analyst}’s mark, and you are {state.analyst}. Give your "
            f"own with `workbench link REVIEW {one} {other} RELATION`; both are kept."
        )


def _refuse_foreign(kind: str, given: dict[str, str]) -> None:
    fitting = _OPTIONS[kind]
    foreign = [f"--{name}" for name in given if name not in fitting]
    if foreign:
        verb = "does" if len(foreign) == 1 else "do"
        raise click.UsageError(
            f"{' and '.join(foreign)} {verb} not belong to {_a(kind)}; what can be changed of it: "
            f"{_listed(kind)}."
        )


def _listed(kind: str) -> str:
    return ", ".join(f"--{name}" for name in _OPTIONS[kind])


def _a(kind: str) -> str:
    return f"an {kind}" if kind == "article" else f"a {kind}"


def _checked(given: dict[str, str]) -> dict[str, str]:
    """The fields of an article by their names in the database, date and address verified."""
    from workbench.intake import check_url, parse_published

    values = dict(given)
    if "published" in given:
        day = parse_published(given["published"])
        if day is None:
            raise click.UsageError(
                f"“{given['published']}” is no date that can be read in one way only; write it "
                "as year-month-day, 2025-10-08 for example."
            )
        values["published_on"] = day
        del values["published"]
    if "url" in given:
        address = check_url(given["url"])
        if address is None:
            raise click.UsageError(
                f"“{given['url']}” is no address; one begins with http:// or https:// and has no "
                "spaces."
            )
        values["url"] = address
    return values


def _change(state: "ReviewState", kind: str, number: int, given: dict[str, str]) -> "Change | None":
    from workbench.core.changes import edit_article, edit_claim, mark_link

    if kind == "claim":
        return edit_claim(state, the_claim(state, number), **given)
    if kind == "article":
        return edit_article(state, the_article(state, number), **given)
    link = the_link(state, number)
    refuse_anothers_link(state, link)
    values = dict(given)
    relation = the_relation(values.pop("relation", link.relation))
    # A reason that stays although the relation goes elsewhere is dropped by the act itself.
    stays = link.reason if relation == link.relation else ""
    refuse_reason(relation, values.get("reason", stays))
    return mark_link(state, link, relation, **values)


def _differences(change: "Change") -> str:
    """What an edit changed, as the history says it, without the name of the thing."""
    from workbench.core.events import Event, describe

    event = Event(0, "", change.analyst, "", change.act, "", "", change.rows)
    return describe(event).partition(": ")[2]
