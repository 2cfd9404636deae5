"""copies: which articles share text, and which words."""

from typing import TYPE_CHECKING

import click

from workbench.cli import output
from workbench.cli.arguments import Number, review_argument, the_article
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.long_text import Text
    from workbench.core.model import Article
    from workbench.match.copies import Copies


@click.command(
    "copies",
    cls=Command,
    examples=("workbench copies Afgh", "workbench copies Afgh 2 4 --json"),
)
@review_argument
@click.argument("one", type=Number("article"), metavar="[ARTICLE]", required=False)
@click.argument("other", type=Number("article"), metavar="[ARTICLE]", required=False)
@pass_call
def copies_command(call: Call, review: str, one: int | None, other: int | None) -> None:
    """Say which articles of REVIEW share text, and so perhaps an origin.

    “Wire copy?” is half of an article word for word in another, “shares text” 15 % or more.
    With the numbers of two articles: the passages that they share, if only a few words.
    """
    from workbench.match.copies import compare, copies_among, fingerprint

    if (one is None) is not (other is None):
        raise click.UsageError("Name two articles, or none for all of them.")
    if one is not None and one == other:
        raise click.UsageError("An article shares all of its text with itself; name another one.")
    with call.open_store() as store:
        state = call.load(store, review)
        text = texts(store, state)
        if one is not None and other is not None:
            pair = the_article(state, one), the_article(state, other)
            _show_copies(call, pair, compare(text(pair[0].id), text(pair[1].id)), text)
            return
        articles = state.articles_in_order()
        with call.telling("Comparing articles") as tell:
            made = {}
            for done, article in enumerate(articles):
                tell(done, len(articles), f"article {article.number}")
                made[article.id] = fingerprint(text(article.id))
            found = list(copies_among(made))
    if call.json:
        output.answer(
            [
                {
                    "articles": [state.articles[a].number, state.articles[b].number],
                    "band": overlap.band,
                    "first_in_second": round(overlap.a_in_b, 3),
                    "second_in_first": round(overlap.b_in_a, 3),
                }
                for a, b, overlap in found
            ]
        )
        return
    for a, b, overlap in found:
        numbers = f"articles {state.articles[a].number} and {state.articles[b].number}"
        output.text(f"{numbers}: {overlap.band} ({overlap.containment:.0%} of one is in the other)")
    if not found:
        call.say("No two articles share text to speak of.")


def _show_copies(
    call: Call,
    pair: "tuple[Article, Article]",
    copies: "Copies",
    text: "Callable[[str], Text]",
) -> None:
    from workbench.core.text import one_line
    from workbench.match.copies import shared_passages

    whole = text(pair[0].id), text(pair[1].id)
    passages = copies.passages or shared_passages(*whole)
    if call.json:
        output.answer(
            {
                "articles": [article.number for article in pair],
                "band": copies.band,
                "first_in_second": round(copies.overlap.a_in_b, 3),
                "second_in_first": round(copies.overlap.b_in_a, 3),
                "passages": [
                    {
                        "first_start": one.a[0],
                        "first_end": one.a[1],
                        "second_start": one.b[0],
                        "second_end": one.b[1],
                        "quote": whole[0][slice(*one.a)],
                    }
                    for one in passages
                ],
            }
        )
        return
    for one in passages:
        output.text(
            f"{one.a[0]}–{one.a[1]} = {one.b[0]}–{one.b[1]}: “{one_line(whole[0][slice(*one.a)])}”"
        )
    numbers = f"articles {pair[0].number} and {pair[1].number}"
    share = f"{copies.overlap.containment:.0%} of one is in the other"
    call.say(f"Between {numbers}: {copies.band or 'nothing to speak of'} ({share}).")
