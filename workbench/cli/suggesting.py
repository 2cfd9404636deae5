"""suggest: the counterparts the workbench proposes, for those who work without the screen."""

from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.cli.arguments import Number, review_argument, the_claim
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbench.core.long_text import Text
    from workbench.core.model import Claim
    from workbench.core.review import ReviewState
    from workbench.match.candidates import Counterpart
    from workbench.store import Store

_QUOTE = 160  # code points of a sentence that a line shows


@click.command(
    "suggest",
    cls=Command,
    examples=(
        "workbench suggest Afgh 3",
        "workbench suggest Afgh --top 1 --json | jq '.[] | select(.score > 0.5)'",
    ),
)
@review_argument
@click.argument("claim", type=Number("claim"), required=False)
@click.option(
    "--top",
    type=click.IntRange(1, 20),
    default=3,
    show_default=True,
    metavar="N",
    help="How many sentences of each other article; at most 20.",
)
@pass_call
def suggest_command(call: Call, review: str, claim: int | None, top: int) -> None:
    """Propose counterparts: sentences of the other articles that may say the same, or the contrary.

    For one CLAIM of REVIEW, by its number, or for all of them. The best come first, with a score
    from 0 to 1, and the values in which they differ. What is linked already, or was turned down,
    is left out; nothing is marked.
    """
    with call.open_store() as store:
        state = call.load(store, review)
        claims = (
            sorted(state.claims.values(), key=lambda one: one.number)
            if claim is None
            else [the_claim(state, claim)]
        )
        text = texts(store, state)
        _index(call, store, state)
        lines: list[dict[str, Any]] = []
        with call.telling("Looking for counterparts") as tell:
            for done, one in enumerate(claims):
                tell(done, len(claims), f"claim {one.number}")
                found = list(_found(store, state, one, text, top))
                lines += [_answer(state, one, other, text) for other in found]
                if not call.json:
                    _show(state, one, found, text)
    if call.json:
        output.answer(lines)
    elif not claims:
        call.say(f"“{state.review.title}” has no claims yet.")


def _index(call: Call, store: "Store", state: "ReviewState") -> None:
    """Counterparts are looked for in the index: what is not in it yet comes in now."""
    from workbench.core.progress import in_words

    with call.telling("Indexing") as tell:
        for article in state.articles_in_order():
            if store.is_indexed(article):
                continue
            text = store.long_text(article)
            while not store.index_some(article, text):
                share = in_words(store.indexed(article), article.characters)
                tell(0, 0, f"article {article.number}: {share}")


def _found(
    store: "Store",
    state: "ReviewState",
    claim: "Claim",
    text: "Callable[[str], Text]",
    top: int,
) -> "Iterator[Counterpart]":
    """The best of every other article, in one order over all of them."""
    from workbench import proposing

    best = proposing.counterparts(store, state, claim, text)
    yield from proposing.overall({key: found[:top] for key, found in best.items()})


def _answer(
    state: "ReviewState", claim: "Claim", other: "Counterpart", text: "Callable[[str], Text]"
) -> dict[str, Any]:
    from workbench import proposing
    from workbench.cli.comparing import answers

    quote = text(other.article_id)[other.start : other.end]
    there = proposing.claim_meant(state, other)
    return {
        "claim": claim.number,
        "article": state.articles[other.article_id].number,
        "start": other.start,
        "end": other.end,
        "quote": quote,
        "score": round(other.score, 3),
        "is_claim": there.number if there else None,
        "differences": answers(_differences(state, claim, other, quote), claim.quote, quote),
    }


def _show(
    state: "ReviewState",
    claim: "Claim",
    found: "Sequence[Counterpart]",
    text: "Callable[[str], Text]",
) -> None:
    from workbench import proposing
    from workbench.cli.comparing import words
    from workbench.cli.wording import claim_words, outlet
    from workbench.core.events import shorten

    output.text(claim_words(state, claim))
    if proposing.nothing_to_compare(claim):
        output.text("  nothing to compare: no word of it says anything by itself")
    elif proposing.probably_only_here({"": found}):
        # What is linked already is left out of what was found.
        linked = bool(state.links_of(claim.id))
        output.text(f"  {'nothing more was found' if linked else 'probably only here'}")
    for other in found:
        article = state.articles[other.article_id]
        quote = text(article.id)[other.start : other.end]
        there = proposing.claim_meant(state, other)
        is_claim = f", claim {there.number}" if there else ""
        output.text(
            f"  {other.score:.2f} article {article.number} ({outlet(article)}){is_claim}: "
            f"“{shorten(quote, _QUOTE)}”"
        )
        for each in _differences(state, claim, other, quote):
            output.text(f"       {words(each, claim.quote, quote)}")


def _differences(
    state: "ReviewState", claim: "Claim", other: "Counterpart", quote: str
) -> tuple[Any, ...]:
    from workbench.offering import differing_words, published

    days = (published(state.articles[key]) for key in (claim.article_id, other.article_id))
    return differing_words(claim.quote, quote, *days)
