"""Finding the words of a claim in an article, and saying well why they are not found."""

from collections.abc import Callable

from workbench.cli.wording import outlet, typed
from workbench.core.anchor import find_quote
from workbench.core.events import shorten
from workbench.core.model import Article
from workbench.core.review import ReviewState
from workbench.core.text import canonical_text, count
from workbench.errors import ChangeRefusedError, NotFoundError

_AROUND = 36  # code points shown on either side of a place
_LISTED = 20  # places listed; more would push the first ones off the screen
_SHOWN = 80


def marked_words(quote: str) -> str:
    """Words as typed or pasted, the way they would stand in a canonical text."""
    return canonical_text(quote).strip()


def find_place(
    state: ReviewState,
    article: Article,
    text_of: Callable[[Article], str],
    words: str,
    nth: int | None,
) -> tuple[int, int]:
    """The place that is meant.

    Args:
        state: the review.
        article: where the words should stand.
        text_of: gives the canonical text of an article; others than this one are read only to say
            that the words stand there instead.
        words: the words.
        nth: which of several places, from 1.

    Returns:
        A half-open span of code points.

    Raises:
        NotFoundError: the words are not there.
        ChangeRefusedError: they are there more than once and nobody said which is meant.
    """
    if not words:
        raise ChangeRefusedError("There are no words in the quote; give those to mark.")
    text = text_of(article)
    places = find_quote(text, words)
    if not places:
        raise NotFoundError(_not_there(state, article, text_of, words))
    if nth is not None and nth > len(places):
        raise NotFoundError(
            f"“{shorten(words, _SHOWN)}” occurs {_times(len(places))} in article "
            f"{article.number}, so there is no --nth {nth}."
        )
    if nth is None and len(places) > 1:
        raise ChangeRefusedError(_several(state, article, text, words, places))
    return places[(nth or 1) - 1]


def _several(
    state: ReviewState, article: Article, text: str, words: str, places: list[tuple[int, int]]
) -> str:
    head = f"“{shorten(words, _SHOWN)}” occurs {_times(len(places))} in article {article.number}"
    lines = [f"{head}; say which with --nth, or give more words:"]
    for number, (start, end) in enumerate(places[:_LISTED], start=1):
        there = state.claim_at_span(article.id, start, end)
        already = f"  (claim {there.number})" if there else ""
        lines.append(f"  --nth {number}  {_context(text, start, end)}{already}")
    if len(places) > _LISTED:
        lines.append(f"  … and {len(places) - _LISTED:,} more.")
    return "\n".join(lines)


def _context(text: str, start: int, end: int) -> str:
    before = "…" if start > _AROUND else ""
    after = "…" if end + _AROUND < len(text) else ""
    shown = (
        f"{before}{text[max(0, start - _AROUND) : start]}‹{shorten(text[start:end], _SHOWN)}›"
        f"{text[end : end + _AROUND]}{after}"
    )
    return " ".join(shown.split())


def _not_there(
    state: ReviewState, article: Article, text_of: Callable[[Article], str], words: str
) -> str:
    number = article.number
    sentence = f"“{shorten(words, _SHOWN)}” does not stand in article {number} ({outlet(article)})."
    text = text_of(article)
    lowered = text.lower()
    alike = find_quote(lowered, words.lower())
    # A few capitals are two letters in lower case; then the places are not those of the text.
    if alike and len(lowered) == len(text):
        start, end = alike[0]
        return f"{sentence} It stands there as “{shorten(text[start:end], _SHOWN)}”."
    elsewhere = [
        str(other.number)
        for other in state.articles_in_order()
        if other.id != article.id and find_quote(text_of(other), words)
    ]
    if elsewhere:
        which = "article" if len(elsewhere) == 1 else "articles"
        return f"{sentence} It stands in {which} {', '.join(elsewhere)}."
    return (
        f"{sentence} Copy the words from `workbench show {typed(state.review.title)} --article "
        f"{number}`, exactly as they stand."
    )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number) or count(number, "time")
