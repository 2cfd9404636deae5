"""claim and link: the analyst's marks."""

from typing import TYPE_CHECKING, Any

import click

from workbench.cli.arguments import (
    RELATION,
    Number,
    review_argument,
    the_article,
    the_claim,
    the_relation,
)
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.typing_in import read_words

if TYPE_CHECKING:
    from workbench.core.review import ReviewState


@click.command(
    "claim",
    cls=Command,
    examples=(
        'workbench claim Afgh 4 "special representative" --claimant "Zamir Kabulov"',
        "workbench claim Afgh 2 Bagram --nth 3 --tag base --tag place",
        "pbpaste | workbench claim Afgh 4 - --json",
    ),
)
@review_argument
@click.argument("article", type=Number("article"))
@click.argument("quote")
@click.option(
    "--nth",
    type=click.IntRange(min=1),
    metavar="N",
    help="Which one, counted from the beginning, when the words occur more than once.",
)
@click.option("--note", metavar="TEXT", help="A note of your own.")
@click.option("--claimant", metavar="NAME", help="Who says so, as the article gives it.")
@click.option("--origin", metavar="NAME", help="Where the information ultimately comes from.")
@click.option(
    "--tags",
    "--tag",
    multiple=True,
    metavar="TAGS",
    help="Tags, separated by commas; may be given more than once.",
)
@pass_call
def claim_command(
    call: Call,
    /,
    *,
    review: str,
    article: int,
    quote: str,
    nth: int | None,
    tags: tuple[str, ...],
    **fields: str | None,
) -> None:
    """Mark words of an article as a claim.

    ARTICLE is the article's number in REVIEW. QUOTE are words as they stand there; - reads them
    from standard input. Other quotation marks, dashes and line breaks do not matter, everything
    else does. When the words occur more than once, the places are listed and --nth says which.

    Words that are a claim already are refused, and the claim is named: exit code 1.
    """
    from workbench.cli.quotes import find_place, marked_words
    from workbench.cli.wording import claim_words
    from workbench.core.changes import make_claim

    words = marked_words(read_words(call) if quote == "-" else quote)
    values = {name: value for name, value in fields.items() if value is not None}
    if tags:
        values["tags"] = ",".join(tags)
    with call.open_store() as store:
        state = call.load(store, review)
        where = the_article(state, article)
        start, end = find_place(state, where, store.text, words, nth)
        event = store.commit(make_claim(state, where, store.text(where), start, end, **values))
        state.apply(event.rows)
    made = state.claims[event.rows[0].id]
    line = lines(state, "claims", "claim", made.number) if call.json else None
    call.report(line, f"Made {claim_words(state, made)}.")


@click.command(
    "link",
    cls=Command,
    examples=(
        "workbench link Afgh 3 7 agrees",
        'workbench link Afgh 3 9 c --reason role --rationale "Two offices for one man."',
        "workbench link Afgh 4 12 --not-same-event",
    ),
)
@review_argument
@click.argument("claim", type=Number("claim"))
@click.argument("other", metavar="CLAIM", type=Number("claim"))
@click.argument("relation", type=RELATION, required=False, metavar="RELATION")
@click.option(
    "--reason",
    metavar="REASON",
    help="What it turns on: number, time, place, role, name, negation, scope, wording, omission, "
    "not the same event, or a word of your own.",
)
@click.option("--rationale", metavar="TEXT", help="Why you judge so, in full.")
@click.option(
    "--not-same-event",
    is_flag=True,
    help="The two are about different events: unverified, with that reason.",
)
@pass_call
def link_command(
    call: Call,
    /,
    *,
    review: str,
    claim: int,
    other: int,
    relation: str | None,
    reason: str | None,
    rationale: str | None,
    not_same_event: bool,
) -> None:
    """Say how two claims of REVIEW stand to each other.

    RELATION is agrees, conflicts or unverified; a, c and u will do. Two claims that you have
    linked before are marked anew, and this is said.
    """
    from workbench.cli.wording import link_words
    from workbench.core.changes import link_claims
    from workbench.core.model import NOT_SAME_EVENT

    if not_same_event:
        if reason is not None:
            raise click.UsageError("--not-same-event is a reason itself; leave --reason out.")
        relation, reason = relation or "unverified", NOT_SAME_EVENT
    if relation is None:
        raise click.UsageError("Missing RELATION: agrees, conflicts or unverified.")
    with call.open_store() as store:
        state = call.load(store, review)
        one, two = the_claim(state, claim), the_claim(state, other)
        before = state.link_between(one.id, two.id)
        change = link_claims(
            state, one, two, the_relation(relation), reason=reason or "", rationale=rationale or ""
        )
        if change is not None:
            state.apply(store.commit(change).rows)
    link = next(link for link in state.links_of(one.id) if link.other(one.id) == two.id)
    words = link_words(state, link)
    if change is None:
        sentence = f"Nothing to change, link {link.number} says so already: {words}."
    elif before is not None:
        sentence = f"Marked link {link.number} anew: {words}. It was {before.relation}."
    else:
        sentence = f"Made link {link.number}: {words}."
    call.report(lines(state, "links", "link", link.number) if call.json else None, sentence)


def lines(state: "ReviewState", kind: str, key: str, number: int) -> dict[str, Any]:
    """The line of an export that is about the thing with this number."""
    from workbench.export import rows

    return dict(next(row for row in rows(state, kind) if row[key] == number))
