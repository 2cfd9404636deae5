"""reviews and show: everything there is to read, without a screen."""

from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.cli.arguments import Number, review_argument, the_article, the_claim
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command

if TYPE_CHECKING:
    from workbench.core.review import ReviewState
    from workbench.store import Store


@click.command("reviews", cls=Command, examples=("workbench reviews", "workbench reviews --json"))
@pass_call
def reviews_command(call: Call) -> None:
    """List the reviews, the one worked on last first.

    How many articles, claims and links each has, how many of the links say that claims conflict,
    and when it was last worked on, in UTC.
    """
    from workbench.cli.wording import table, when

    with call.open_store() as store:
        found = store.reviews()
    if call.json:
        output.answer(
            [
                {
                    "review": line.title,
                    "review_id": line.id,
                    "articles": line.articles,
                    "claims": line.claims,
                    "links": line.links,
                    "conflicts": line.conflicts,
                    "findings": line.findings,
                    "last_worked_on": line.last_worked_on,
                }
                for line in found
            ]
        )
    elif not found:
        call.say("There is no review yet. `workbench new TITLE FILE...` makes one.")
    else:
        header = ("articles", "claims", "links", "conflicts", "last worked on", "title")
        rows = [(*map(str, line[2:6]), when(line.last_worked_on), line.title) for line in found]
        output.text(table(header, rows, right=range(4)))


@click.command(
    "show",
    cls=Command,
    examples=(
        "workbench show Afgh",
        "workbench show Afgh 3",
        "workbench show Afgh --article 4 | less",
        "workbench show Afgh --json | jq '.points[].standing'",
    ),
)
@review_argument
@click.argument("claim", type=Number("claim"), required=False)
@click.option(
    "--article",
    type=Number("article"),
    metavar="N",
    help="The text of this article instead, exactly as claims are marked in it.",
)
@pass_call
def show_command(call: Call, review: str, claim: int | None, article: int | None) -> None:
    """Show REVIEW as text: its articles, its points, what stands on each and what was found.

    With the number of a CLAIM: that claim, its surroundings, its point, and how earlier reviews in
    this database judged it. Points and standings
    are those of the analyst's own links.
    """
    if claim is not None and article is not None:
        raise click.UsageError("Show a claim or an article, not both at once.")
    with call.open_store() as store:
        state = call.load(store, review)
        if article is not None:
            _show_article(call, store, state, article)
        elif claim is not None:
            _show_claim(call, store, state, claim)
        else:
            _show_review(call, state)
    _tell_of_others(call, state)


def _show_article(call: Call, store: "Store", state: "ReviewState", number: int) -> None:
    from workbench.cli.marking import lines

    article = the_article(state, number)
    text = store.text(article)
    if call.json:
        output.answer({**lines(state, "articles", "article", number), "text": text})
    else:
        output.text(text.removesuffix("\n"))


def _show_claim(call: Call, store: "Store", state: "ReviewState", number: int) -> None:
    claim = the_claim(state, number)
    text = store.text(state.articles[claim.article_id])
    from workbench.earlier import judgements

    found = judgements(store, state, claim)
    if call.json:
        from workbench.cli.marking import lines
        from workbench.cli.show import judged_answer, paragraph, point_answer
        from workbench.core.points import point_of

        before, after = paragraph(claim, text)
        answer: dict[str, Any] = lines(state, "claims", "claim", number)
        answer |= {"before": before, "after": after}
        answer["judged_earlier"] = [judged_answer(state, claim, match) for match in found]
        output.answer({**answer, "on_point": point_answer(state, point_of(state, claim))})
    else:
        from workbench.cli.show import claim_text

        output.text(claim_text(state, claim, text, found))


def _show_review(call: Call, state: "ReviewState") -> None:
    if call.json:
        from workbench.cli.show import review_answer

        output.answer(review_answer(state))
    else:
        from workbench.cli.show import review_text

        output.text(review_text(state))


def _tell_of_others(call: Call, state: "ReviewState") -> None:
    """Who looks with another name than the marks were made under would see none of them."""
    from collections import Counter

    from workbench.cli.wording import enumerate_all
    from workbench.core.text import count

    links = Counter(link.analyst for link in state.links.values())
    if links and not links[state.analyst]:
        others = [f"{name} has {count(number, 'link')}" for name, number in sorted(links.items())]
        call.say(
            f"You are {state.analyst} and have no links here; {enumerate_all(others)}: "
            f"--analyst {min(links)} shows them."
        )
