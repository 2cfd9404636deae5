"""Verifying a database: SQLite's integrity, hashes, quotes at their places, log against tables."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.core.anchor import anchor
from workbench.core.events import Event
from workbench.core.model import TABLES, Article, Record, Row, to_row
from workbench.core.progress import Tell, nobody, part_of
from workbench.core.review import ReviewState
from workbench.core.text import canonical_text, sha256
from workbench.errors import WorkbenchError
from workbench.store.driver import DATABASE_ERRORS, cause, heeding
from workbench.store.store import Store

_MOST = 20  # sentences of one kind; more would hide the others


class Report(NamedTuple):
    """What a check looked at and what it found.

    Attributes:
        problems: one sentence each; empty when all is well.
        articles: texts whose hashes were computed again.
        claims: quotes compared with the text at their places.
        events: lines of the log that were replayed.
    """

    problems: list[str]
    articles: int
    claims: int
    events: int


def check(store: Store, review_id: str | None = None, tell: Tell = nobody) -> Report:
    """Verify one review, or all; SQLite's own checks are of the whole file either way.

    Args:
        store: the open database.
        review_id: which review; None for all.
        tell: told how many articles have been looked at; what it raises ends the check.
    """
    problems: list[str] = []
    articles = claims = events = 0
    try:
        tell(0, 0, "the database file")
        with heeding(store.connection, lambda: tell(0, 0, "the database file")):
            problems += _sqlite(store)
        wanted = [one for one in store.reviews() if review_id in (None, one.id)]
        total = sum(one.articles for one in wanted)
        for summary in wanted:
            found = _review(
                store, summary.id, summary.title, part_of(tell, articles, total, summary.title)
            )
            problems += found.problems
            articles += found.articles
            claims += found.claims
            events += found.events
    except WorkbenchError as error:
        problems.append(f"The check could not be finished: {error}")
    except DATABASE_ERRORS as error:
        problems.append(f"The check could not be finished: {cause(error)}.")
    return Report(problems, articles, claims, events)


def _sqlite(store: Store) -> list[str]:
    integrity = store.connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    problems = [f"SQLite: {row[0]}" for row in integrity if row[0] != "ok"]
    keys = store.connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    problems += [
        f"SQLite: a row of {row[0]} refers to a row of {row[2]} that is not there." for row in keys
    ]
    return problems


def _review(store: Store, review_id: str, title: str, tell: Tell) -> Report:
    while True:  # once more when someone wrote between the two
        latest = store.latest(review_id)
        state, events = store.load(review_id, ""), store.history(review_id)
        if store.latest(review_id) == latest:
            break
    problems: list[str] = []
    for done, article in enumerate(state.articles_in_order()):
        tell(done, len(state.articles), "")
        problems += [f"“{title}”, {problem}" for problem in _article(store, state, article)]
    problems += [f"“{title}”, {problem}" for problem in _log(state, events)]
    if len(problems) > _MOST:
        more = len(problems) - _MOST + 1
        problems[_MOST - 1 :] = [f"“{title}”: and {more:,} more like these."]
    return Report(problems, len(state.articles), len(state.claims), len(events))


def _article(store: Store, state: ReviewState, article: Article) -> Iterator[str]:
    text = store.text(article)
    name = f"article {article.number}"
    if sha256(text) != article.text_sha256:
        yield f"{name}: the text is not the text that was brought in."
    if sha256(store.raw(article)) != article.raw_sha256:
        yield f"{name}: the original bytes are not those that were brought in."
    if canonical_text(text) != text or len(text) != article.characters:
        yield f"{name}: the text is not canonical."
    for claim in state.claims_in(article.id):
        place = anchor(text, claim.start, claim.end)
        if (place.quote, place.prefix, place.suffix) != (claim.quote, claim.prefix, claim.suffix):
            yield f"claim {claim.number}: the quote is not the text at its place."


def _log(state: ReviewState, events: Iterable[Event]) -> Iterator[str]:
    replayed: dict[tuple[str, str], Row | None] = {}
    for event in events:
        for row in event.rows:
            if replayed.get((row.table, row.id)) != row.before:
                yield f"event {event.seq}: {row.table} {row.id} was not as the log says."
            replayed[row.table, row.id] = row.after
    stored = {("review", state.review.id): to_row(state.review)}
    for table in TABLES:
        if table != "review":
            held: dict[str, Record] = state.records(table)
            stored |= {(table, key): to_row(record) for key, record in held.items()}
    logged = {key: row for key, row in replayed.items() if row is not None}
    for table, key in sorted(stored.keys() | logged.keys()):
        if stored.get((table, key)) != logged.get((table, key)):
            yield f"{table} {key} is not what the log says it is."
