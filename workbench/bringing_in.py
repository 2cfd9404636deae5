"""From files to articles of a review: the one road, for the screen and the command line alike."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from workbench.core.changes import add_article, create_review
from workbench.core.model import Article
from workbench.core.progress import Tell, nobody
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.errors import ChangeRefusedError, IntakeError, WorkbenchError
from workbench.intake import Draft, read_article, read_stream
from workbench.store import Store

STANDARD_INPUT = "-"
"""The name that means standard input."""


class NothingCameInError(IntakeError):
    """A new review would have no article, though files were named."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        name: the file, as it was named.
        article: the article it is now, or was already; None when it failed.
        sentence: what happened, in one sentence.
        added: whether the review has an article more.
        notices: what was guessed, left out or replaced on the way, one sentence each.
    """

    name: str
    article: Article | None
    sentence: str
    added: bool
    notices: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether the file could not become an article."""
        return self.article is None


def bring_in(
    store: Store,
    state: ReviewState,
    names: Iterable[str],
    *,
    limit: int,
    stdin: BinaryIO | None = None,
    tell: Tell = nobody,
) -> Iterator[Outcome]:
    """Bring files into a review, one act each; one bad file does not stop the others.

    Args:
        store: the open database.
        state: the review; it learns of every article that comes in.
        names: paths; `-` is standard input.
        limit: bytes an article may have.
        stdin: what `-` reads, to its end; without it `-` is refused.
        tell: told which file is being read, and again before it is written; when it raises, the
            files before have come in and this one has not.

    Yields:
        What became of each file, in the order of the names.

    Raises:
        StoreError: the database could not be written; what came in before stays.
    """
    seen: set[str] = set()
    names = list(names)
    for done, name in enumerate(names):
        tell(done, len(names), name)
        try:
            draft = _read(name, limit, stdin, again=name in seen)
            seen.add(name)
            tell(done, len(names), name)
            yield _take_in(store, state, name, draft)
        except (IntakeError, ChangeRefusedError) as error:
            yield Outcome(name, None, str(error), added=False, notices=())


@contextmanager
def new_review(store: Store, title: str, analyst: str) -> Iterator[ReviewState]:
    """A review for files that are brought in meanwhile.

    When that is interrupted, or `NothingCameInError` is raised, no review is left behind; after
    another refusal what came in before stays.

    Args:
        store: the open database.
        title: what it is called.
        analyst: who makes it.

    Yields:
        The review, empty.

    Raises:
        ChangeRefusedError: the title is none.
        StoreError: the database could not be written.
    """
    event = store.commit(create_review(title, analyst))
    review_id = event.rows[0].id
    try:
        yield store.load(review_id, analyst)
    except BaseException as error:
        if isinstance(error, NothingCameInError) or not isinstance(error, WorkbenchError):
            store.delete_review(review_id)
        raise


def refuse_nothing(names: Collection[str], outcomes: Iterable[Outcome]) -> None:
    """Refuse a new review for which files were named when none of them came in.

    Raises:
        NothingCameInError: that is so.
    """
    if names and not any(outcome.added for outcome in outcomes):
        raise NothingCameInError("No review was made: none of the files could become an article.")


def describe_article(article: Article) -> str:
    """An article for people: `The Indus Lantern, 2024-09-28: Three powers …`."""
    head = ", ".join(part for part in (article.outlet or "no outlet", article.published_on) if part)
    return f"{head}: {one_line(article.title)}" if article.title else head


def _read(name: str, limit: int, stdin: BinaryIO | None, *, again: bool) -> Draft:
    if name != STANDARD_INPUT:
        return read_article(name, limit=limit)
    if stdin is None:
        raise IntakeError("There is no standard input here; name a file.")
    if again:
        raise IntakeError("Standard input can be read only once; name it once.")
    return read_stream(stdin, limit=limit)


def _take_in(store: Store, state: ReviewState, name: str, draft: Draft) -> Outcome:
    called = "Standard input" if name == STANDARD_INPUT else draft.name
    change = add_article(
        state.review.id,
        state.analyst,
        text=draft.text,
        raw=draft.raw,
        outlet=draft.outlet,
        title=draft.title,
        published_on=draft.published_on,
        url=draft.url,
        byline=draft.byline,
    )
    # The id comes from the text: the same text is the same article.
    there = state.articles.get(change.rows[0].id)
    if there is not None:
        sentence = f"{called} is in the review already, as article {there.number}."
        return Outcome(name, there, sentence, added=False, notices=())
    event = store.add_article(change, draft.text, draft.raw)
    state.apply(event.rows)
    article = state.articles[change.rows[0].id]
    sentence = f"{called} is article {article.number} now ({describe_article(article)})."
    return Outcome(name, article, sentence, added=True, notices=draft.notices)
