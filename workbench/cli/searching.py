"""search: words in the articles, notes and findings of a review, and in earlier reviews."""

from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.cli.arguments import review_argument
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.core.long_text import Text
    from workbench.core.progress import Tell
    from workbench.core.review import ReviewState
    from workbench.core.segments import Span
    from workbench.searching import Found

_BEFORE, _AFTER = 40, 80  # code points around the words that a line shows


@click.command(
    "search",
    cls=Command,
    examples=(
        "workbench search Afgh Kabulov",
        'workbench search Afgh "special representative" --json | jq ".earlier"',
    ),
)
@review_argument
@click.argument("words", nargs=-1, required=True)
@pass_call
def search_command(call: Call, review: str, words: tuple[str, ...]) -> None:
    """Find WORDS in the articles, notes and findings of REVIEW, and in the other reviews' notes.

    With a capital letter among them, upper and lower case differ. A space stands for any white
    space. Notes are claimants, origins, tags and notes of claims and the rationales of links; of
    another review its claims' quotes are searched too, and how it judged them is said.
    """
    from workbench.searching import beside

    wanted = " ".join(words)
    if not wanted.split():
        raise click.UsageError("Say which words to look for.")
    with call.open_store() as store:
        state = call.load(store, review)
        text = texts(store, state)
        with call.telling("Looking for the words") as tell:
            hits = list(_in_articles(state, text, wanted, tell))
            found = beside(store, state, wanted, tell)
        if call.json:
            output.answer(
                {
                    "articles": [_hit(state, *hit, text) for hit in hits],
                    **{
                        where: [_answer(one) for one in found.found if one.where == where]
                        for where in ("notes", "findings", "earlier")
                    },
                }
            )
        else:
            for hit in hits:
                output.text(_hit_line(state, *hit, text))
            for one in found.found:
                output.text(_line(one))
    if found.total > len(found.found):
        call.say(f"There is more: {found.words()}; the first are listed.")
    if not hits and not found.total:
        call.say(f"“{wanted}” stands nowhere in “{state.review.title}”, nor in an earlier review.")


def _in_articles(
    state: "ReviewState", text: "Callable[[str], Text]", wanted: str, tell: "Tell"
) -> "Iterator[tuple[str, Span]]":
    from workbench.core.search import find_in_pieces

    articles = state.articles_in_order()
    for done, article in enumerate(articles):
        tell(done, len(articles), f"article {article.number}")
        for _, spans in find_in_pieces(text(article.id), wanted):
            yield from ((article.id, span) for span in spans)


def _hit(
    state: "ReviewState", article_id: str, span: "Span", text: "Callable[[str], Text]"
) -> dict[str, Any]:
    return {
        "article": state.articles[article_id].number,
        "start": span[0],
        "end": span[1],
        "quote": text(article_id)[span[0] : span[1]],
    }


def _hit_line(
    state: "ReviewState", article_id: str, span: "Span", text: "Callable[[str], Text]"
) -> str:
    from workbench.core.text import one_line

    article, whole = state.articles[article_id], text(article_id)
    begin, end = max(0, span[0] - _BEFORE), min(len(whole), span[1] + _AFTER)
    around = one_line(whole[begin:end])
    cut = "…" if begin else "", "…" if end < len(whole) else ""
    return f"article {article.number} {span[0]}–{span[1]}: {cut[0]}{around}{cut[1]}"


def _answer(found: "Found") -> dict[str, Any]:
    entry = found.entry
    said: dict[str, Any] = {entry.table: entry.number, "field": entry.field, "text": entry.text}
    if found.where == "earlier":
        said |= {"review": found.review, "review_id": found.review_id}
        said |= {"quote": found.spot.quote if found.spot else ""}
        said["judged"] = [
            {
                "verdict": one.judgement.verdict,
                "judged_on": one.judgement.judged_on,
                "wording": one.judgement.wording,
                "rationale": one.judgement.rationale,
                "analyst": one.judgement.analyst,
                "own_position": one.agreeing,
            }
            for one in found.judged
        ]
    return said


def _line(found: "Found") -> str:
    from workbench.core.text import one_line
    from workbench.core.written import excerpt

    entry = found.entry
    review = f"“{one_line(found.review)}” " if found.where == "earlier" else ""
    judged = "".join(
        f"; {'judged' if one.agreeing else 'its point judged'} {one_line(one.judgement.verdict)}, "
        f"{one.judgement.judged_on}"
        + ("" if entry.table == "finding" else f": “{one_line(one.judgement.wording)}”")
        for one in found.judged
    )
    return f"{review}{entry.table} {entry.number} {entry.field}: {excerpt(found.place)}{judged}"
