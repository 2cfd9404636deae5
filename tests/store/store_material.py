"""A database on disk, a review in it, and analysts at work on it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from workbench.core import changes
from workbench.core.model import to_row
from workbench.core.review import ReviewState
from workbench.core.text import canonical_text
from workbench.store import Store
from workbench.store.driver import sqlite3

REPOSITORY = Path(__file__).resolve().parents[2]

TEXTS = (
    "Moscow said on Tuesday that no troops will be sent. The special representative, Kabulov, told TASS so.\n\nTalks were held in Moscow.",
    "Russia’s ambassador said his country is not sending troops to Afghanistan. “Not now.”",
    "Four nations met in New York on Friday. They named no country; Bagram was not mentioned.",
)

DATES = ("2025-10-07", "2025-10-08", "")

TABLES = (
    "analyst",
    "review",
    "article_text",
    "article_raw",
    "article",
    "claim",
    "link",
    "dismissal",
    "finding",
    "evidence",
    "verdict_list",
    "event",
    "event_row",
    "counter",
    "session",
    "sentence",
    "sentence_progress",
)

LOGGED = (
    "review",
    "article",
    "claim",
    "link",
    "dismissal",
    "finding",
    "evidence",
    "verdict_list",
)


class Bench:
    """One database file, one review, and a desk for each analyst.

    Args:
        path: where the database is made.
        texts: the articles' texts.
    """

    def __init__(self, path: Path, texts=TEXTS, title: str = "Bagram") -> None:
        self.path = path
        self.store = Store(path, create=True)
        self.review_id = new_review(self.store, title, texts)

    def desk(self, analyst: str = "ann") -> Desk:
        """Another terminal, with a connection of its own."""
        return Desk(Store(self.path), self.review_id, analyst)


class Desk:
    """An analyst at a terminal: the store, and the review as it was last seen."""

    def __init__(self, store: Store, review_id: str, analyst: str) -> None:
        self.store = store
        self.review_id = review_id
        self.analyst = analyst
        self.look()

    def look(self) -> ReviewState:
        """See the review as it is in the database."""
        self.state = self.store.load(self.review_id, self.analyst)
        self.texts = {a.id: self.store.text(a) for a in self.state.articles.values()}
        return self.state

    def do(self, change):
        """Write an act and take it over."""
        event = self.store.commit(change)
        self.state.apply(event.rows)
        return event

    def article(self, number: int):
        return self.state.article_numbered(number)

    def claim(self, article: int = 1, start: int = 0, end: int = 6):
        """Make a claim; the claim as it is then."""
        it = self.article(article)
        event = self.do(changes.make_claim(self.state, it, self.texts[it.id], start, end))
        return self.state.claims[event.rows[0].id]

    def quoted(self, article: int, quote: str):
        """Make a claim of these words."""
        start = self.texts[self.article(article).id].index(quote)
        return self.claim(article, start, start + len(quote))

    def link(self, one, other, relation: str = "agrees", **values):
        """Link two claims; the link as it is then."""
        event = self.do(changes.link_claims(self.state, one, other, relation, **values))
        return self.state.links[event.rows[-1].id]

    def conclude(self, claim, wording: str = "Troops are not sent.", **values):
        """Conclude on the point of a claim; the finding as it is then."""
        event = self.do(changes.make_finding(self.state, claim, wording=wording, **values))
        return self.state.findings[event.rows[0].id]

    def undo(self):
        reversal = self.store.undo(self.review_id, self.analyst)
        self.state.apply(reversal.event.rows)
        return reversal

    def redo(self):
        reversal = self.store.redo(self.review_id, self.analyst)
        self.state.apply(reversal.event.rows)
        return reversal


def new_review(store: Store, title: str = "Bagram", texts=TEXTS, analyst: str = "ann") -> str:
    """A review of some texts; its id."""
    review_id = store.commit(changes.create_review(title, analyst)).rows[0].id
    for text, date in zip(texts, DATES * len(texts), strict=False):
        add(store, review_id, text, published_on=date, analyst=analyst)
    return review_id


def add(store: Store, review_id: str, text: str, *, analyst: str = "ann", **values: str):
    """Bring an article in."""
    text = canonical_text(text)
    raw = text.encode()
    change = changes.add_article(review_id, analyst, text=text, raw=raw, **values)
    return store.add_article(change, text, raw)


def dump(store: Store | sqlite3.Connection, tables=TABLES) -> dict[str, list[tuple]]:
    """Every row of some tables, in an order that depends on nothing else."""
    connection = getattr(store, "connection", store)
    return {
        table: sorted(
            (tuple(row) for row in connection.execute(f"SELECT * FROM {table}").fetchall()),
            key=repr,
        )
        for table in tables
    }


def contents(state: ReviewState) -> dict:
    """All that a review in memory knows, its look-ups included."""
    return {
        "review": to_row(state.review),
        **{
            table: {key: to_row(record) for key, record in state.records(table).items()}
            for table in LOGGED
            if table != "review"
        },
        "placed": {key: [one.id for one in held] for key, held in state._placed.items() if held},
        "links_of": {key: set(links) for key, links in state._links_of.items() if links},
        "findings_on": {key: set(those) for key, those in state._findings_on.items() if those},
        "evidence_of": {key: set(those) for key, those in state._evidence_of.items() if those},
    }


def replayed(store: Store) -> dict[str, list[str]]:
    """The tables as the log alone says they are."""
    rows: dict[tuple[str, str, str], str | None] = {}
    found = store.connection.execute(
        "SELECT event.review_id, table_name, row_id, before, after FROM event_row "
        "JOIN event ON event.seq = event_row.event_seq ORDER BY event_seq, position"
    )
    for review_id, table, key, before, after in found.fetchall():
        assert rows.get((review_id, table, key)) == before
        rows[review_id, table, key] = after
    kept = {table: [] for table in LOGGED}
    for (_, table, _), after in rows.items():
        if after is not None:
            kept[table].append(json.dumps(json.loads(after), sort_keys=True))
    return {table: sorted(values) for table, values in kept.items()}


def stored(store: Store) -> dict[str, list[str]]:
    """The tables as they are, in the form of `replayed`."""
    return {
        table: sorted(
            json.dumps(dict(row), sort_keys=True)
            for row in store.connection.execute(f"SELECT * FROM {table}").fetchall()
        )
        for table in LOGGED
    }


def behind_the_log(path: Path, *statements: str, keep_triggers: bool = False) -> None:
    """Change a database the way no program of ours does, and hide the traces from opening it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        if not keep_triggers:
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        if not keep_triggers:
            for _, sql in triggers:
                connection.execute(sql)
