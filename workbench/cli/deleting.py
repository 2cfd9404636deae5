"""delete: a part of a review, which undo brings back; a whole review, which nothing does."""

from typing import TYPE_CHECKING, Any

import click

from workbench.cli.arguments import (
    KIND,
    Number,
    a,
    review_argument,
    several,
    the_article,
    the_claim,
    the_evidence,
    the_finding,
    the_link,
)
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.core.changes import Change
    from workbench.core.model import Review
    from workbench.core.review import ReviewState
    from workbench.store import Store


@click.command(
    "delete",
    cls=Command,
    examples=(
        "workbench delete Afgh claim 3",
        "workbench delete Afgh link 2",
        "workbench delete Afgh article 5",
        "workbench delete Afgh finding 1",
        'workbench delete "Afghanistan, autumn 2025" --yes',
    ),
)
@review_argument
@click.argument("kind", type=KIND, required=False, metavar="[claim|link|article|finding|evidence")
@click.argument("number", type=Number(), required=False, metavar="NUMBER]")
@click.option("--yes", is_flag=True, help="Really delete the whole review, for good.")
@pass_call
def delete_command(
    call: Call, review: str, kind: str | None, number: int | None, yes: bool
) -> None:
    """Delete a claim, link, article, finding or evidence of REVIEW, or the whole REVIEW.

    A claim takes its links along, an article its claims and their links, a finding its evidence;
    `workbench undo` brings them back. A finding is handed to another claim of its point, and goes
    with the last one.

    A whole review, with its history, is gone for good, and only with --yes: without it nothing is
    deleted, what would go is counted, and the exit code is 2.
    """
    if kind is not None and number is None:
        raise click.UsageError(f"Missing NUMBER: which {kind} of the review is to be deleted?")
    if kind is not None and yes:
        raise click.UsageError(
            f"--yes is for deleting a whole review; {a(kind)} is deleted without, and undo brings "
            "it back."
        )
    with call.open_store() as store:
        if kind is None or number is None:
            _delete_review(call, store, call.find_review(store, review), yes=yes)
        else:
            _delete(call, store, call.load(store, review), kind, number)


def _delete_review(call: Call, store: "Store", review: "Review", *, yes: bool) -> None:
    from workbench.cli.wording import enumerate_all, typed
    from workbench.core.text import count

    found = next(summary for summary in store.reviews() if summary.id == review.id)
    counts = {
        "articles": found.articles,
        "claims": found.claims,
        "links": found.links,
        "findings": found.findings,
    }
    content = enumerate_all(
        [
            count(found.articles, "article"),
            count(found.claims, "claim"),
            count(found.links, "link"),
            *([count(found.findings, "finding")] if found.findings else []),
            "its whole history",
        ]
    )
    if not yes:
        raise UsageError(
            f"Nothing was deleted. “{review.title}” would go for good, with {content}; no undo "
            f"brings it back. If that is meant: `workbench delete {typed(review.title)} --yes`. "
            "To keep a copy, make one first: `workbench backup PATH`."
        )
    with call.telling(f"Deleting “{review.title}”") as tell:
        store.delete_review(review.id, tell=tell)
    answer = {"deleted": "review", "review": review.title, "review_id": review.id, **counts}
    call.report(
        answer if call.json else None, f"Deleted “{review.title}” for good, with {content}."
    )


def _delete(call: Call, store: "Store", state: "ReviewState", kind: str, number: int) -> None:
    from workbench.cli.wording import typed

    change = _change(state, kind, number)
    store.commit(change)
    gone = {
        table: sorted(
            row.before["number"]
            for row in change.rows
            if row.table == table and row.before and row.after is None
        )
        for table in ("claim", "link", "finding", "evidence")
    }
    handed = [
        {"finding": row.after["number"], "claim": state.claims[row.after["claim_id"]].number}
        for row in change.rows
        if row.table == "finding" and row.after
    ]
    answer: dict[str, Any] = {
        "deleted": kind,
        kind: number,
        f"{kind}_id": change.rows[-1].id,
        "claims": gone["claim"],
        "links": gone["link"],
        "findings": gone["finding"],
        "handed_over": handed,
    }
    call.report(
        answer if call.json else None,
        f"Deleted {kind} {number}{_along(kind, gone)}. "
        f"`workbench undo {typed(state.review.title)}` brings it back.",
        *(f"Finding {one['finding']} hangs on claim {one['claim']} now." for one in handed),
    )


def _change(state: "ReviewState", kind: str, number: int) -> "Change":
    from workbench.core.changes import (
        delete_claim,
        delete_finding,
        delete_link,
        remove_article,
        remove_evidence,
    )

    if kind == "claim":
        return delete_claim(state, the_claim(state, number))
    if kind == "article":
        return remove_article(state, the_article(state, number))
    if kind == "finding":
        return delete_finding(state, the_finding(state, number))
    if kind == "evidence":
        return remove_evidence(state, the_evidence(state, number))
    return delete_link(state, the_link(state, number))


def _along(kind: str, gone: dict[str, list[int]]) -> str:
    """What went with it: `, and with it link 4`."""
    from workbench.cli.wording import enumerate_all

    parts = [
        f"{table if len(numbers) == 1 else several(table)} {', '.join(map(str, numbers))}"
        for table, numbers in gone.items()
        if numbers and table != kind
    ]
    return f", and with it {enumerate_all(parts)}" if parts else ""
