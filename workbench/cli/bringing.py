"""new and add: files become articles of a review."""

import sys
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from workbench.cli.arguments import review_argument
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command

if TYPE_CHECKING:
    from workbench.bringing_in import Outcome
    from workbench.core.progress import Tell
    from workbench.core.review import ReviewState
    from workbench.store import Store

_FILE = click.Path(allow_dash=True)


@click.command(
    "new",
    cls=Command,
    examples=(
        'workbench new "Afghanistan, autumn 2025" articles/*.txt',
        'fetch-article 17 | workbench new "From the wire" -',
        'workbench new "Empty for now"',
    ),
)
@click.argument("title")
@click.argument("files", nargs=-1, type=_FILE)
@pass_call
def new_command(call: Call, title: str, files: tuple[str, ...]) -> None:
    """Make a review called TITLE of these articles.

    A FILE is plain text or Markdown, with front matter or without; - is standard input. Without
    files the review is empty.

    A file that cannot become an article is named, and the others come in: exit code 1. When none
    of them can, the review is not made; nor is it when ctrl+c interrupts.
    """
    from workbench.bringing_in import NothingCameInError, new_review, refuse_nothing
    from workbench.cli.wording import typed
    from workbench.core.changes import create_review
    from workbench.core.text import count

    create_review(title, call.analyst)  # a title that is none is refused before a database is made
    outcomes: list[Outcome] = []
    empty = None
    with call.open_or_make_store() as store:
        refuse_taken_title(store, title)
        try:
            with new_review(store, title, call.analyst) as state:
                outcomes = _bring_in(call, store, state, files)
                refuse_nothing(files, outcomes)
        except NothingCameInError as error:
            empty = error
    if call.json:
        call.report(_answer(None if empty else state, outcomes))
    if empty is None:
        name = typed(state.review.title)
        call.say(
            f"“{state.review.title}” is made, with {count(len(state.articles), 'article')}. "
            + (f"`workbench {name}` opens it." if files else f"`workbench add {name} FILE...`")
        )
    else:
        call.complain(str(empty))
    _leave(outcomes)


@click.command(
    "add",
    cls=Command,
    examples=(
        "workbench add Afgh late-report.txt",
        "workbench add Afgh --json articles/*.md",
        "fetch-article 17 | workbench add Afgh -",
    ),
)
@review_argument
@click.argument("files", nargs=-1, required=True, type=_FILE)
@pass_call
def add_command(call: Call, review: str, files: tuple[str, ...]) -> None:
    """Bring more articles into REVIEW.

    A FILE is plain text or Markdown, with front matter or without; - is standard input. A text
    that the review has already adds nothing, and this is said.

    A file that cannot become an article is named, and the others come in: exit code 1. What came
    in before ctrl+c interrupts stays.
    """
    with call.open_store() as store:
        state = call.load(store, review)
        outcomes = _bring_in(call, store, state, files)
    if call.json:
        call.report(_answer(state, outcomes))
    if not any(outcome.added for outcome in outcomes):
        call.say(f"Nothing was added to “{state.review.title}”.")
    _leave(outcomes)


def refuse_taken_title(store: "Store", title: str, but: str = "") -> None:
    """Refuse a title that a review has already, in whatever mixture of upper and lower case.

    Args:
        store: the open database.
        title: the title wanted.
        but: the id of a review that may have it, because it is to be renamed; "" for a new one.
    """
    from workbench.cli.wording import typed
    from workbench.errors import ChangeRefusedError

    there = store.review_called(title)
    if there is None or there.id == but:
        return
    advice = "Choose another title."
    if not but:
        add = f"`workbench add {typed(there.title)} FILE...`"
        advice = f"{add} brings more articles into it; for another review, choose another title."
    raise ChangeRefusedError(f"There is a review “{there.title}” already. {advice}")


def _bring_in(
    call: Call, store: "Store", state: "ReviewState", names: tuple[str, ...]
) -> "list[Outcome]":
    from workbench.bringing_in import STANDARD_INPUT, bring_in
    from workbench.core.progress import part_of

    typed = STANDARD_INPUT in names and sys.stdin is not None and sys.stdin.isatty()
    if typed:
        call.say("Type or paste the article; ctrl+d on a line of its own ends it.")
    outcomes: list[Outcome] = []
    limit = call.config.article_limit
    # A line that comes and goes would go over what is being typed.
    with call.telling("" if typed else "Bringing in articles") as tell:
        for outcome in bring_in(
            store, state, names, limit=limit, stdin=_standard_input(), tell=tell
        ):
            outcomes.append(outcome)
            if outcome.failed:
                call.complain(outcome.sentence)
            else:
                call.say(outcome.sentence)
            for notice in outcome.notices:
                call.say(notice)
            _index(store, outcome, part_of(tell, len(outcomes), len(names)))
    return outcomes


def _index(store: "Store", outcome: "Outcome", tell: "Tell") -> None:
    """Make an article's sentences ready to be offered as counterparts."""
    from workbench.core.progress import in_words

    article = outcome.article
    if outcome.added and article is not None:
        text = store.text(article)
        while not store.index_some(article, text):
            share = in_words(store.indexed(article), article.characters)
            tell(0, 0, f"indexing {outcome.name}: {share}")


def _standard_input() -> BinaryIO | None:
    return None if sys.stdin is None else sys.stdin.buffer


def _answer(state: "ReviewState | None", outcomes: "list[Outcome]") -> dict[str, Any]:
    return {
        "review": state.review.title if state else "",
        "review_id": state.review.id if state else "",
        "articles": [_article(outcome) for outcome in outcomes if outcome.added],
        "refused": [
            {"file": outcome.name, "why": outcome.sentence}
            for outcome in outcomes
            if outcome.failed
        ],
        "already": [
            _article(outcome) for outcome in outcomes if not outcome.added and not outcome.failed
        ],
    }


def _article(outcome: "Outcome") -> dict[str, Any]:
    article = outcome.article
    if article is None:
        return {"file": outcome.name}
    return {
        "article": article.number,
        "article_id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published_on": article.published_on,
        "characters": article.characters,
        "file": outcome.name,
    }


def _leave(outcomes: "list[Outcome]") -> None:
    if any(outcome.failed for outcome in outcomes):
        raise click.exceptions.Exit(1)
