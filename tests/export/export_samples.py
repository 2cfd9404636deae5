"""Reviews for the tests of the exports: small ones on a real store, large ones in memory."""

import random
from pathlib import Path

from workbench.core import changes
from workbench.core.events import Event
from workbench.core.evidence import Item
from workbench.core.model import (
    NOT_SAME_EVENT,
    TABLE_OF,
    Article,
    Claim,
    Evidence,
    Finding,
    Link,
    Record,
    Review,
    to_row,
)
from workbench.core.review import ReviewState
from workbench.core.text import sha256
from workbench.store import Store

TIME = "2025-10-08T21:09:00.000Z"

TEXTS = (
    ("Moscow’s special representative spoke.\nNo troops will be sent.", "", ""),
    ("The ambassador spoke.\nRussia sends no troops.", "Kayhan", "2025-10-08"),
    ("The four met in 2024.\nThe envoy said no troops will go.", "Dawn", "2024-09-28"),
)


def review(**fields: str) -> ReviewState:
    """An empty review of mk's, in memory."""
    return ReviewState(
        Review(
            **{"id": "r", "title": "Kabul", "analyst": "mk", "created_at": TIME, "updated_at": TIME}
            | fields
        ),
        "mk",
    )


def article(number: int, **fields: str) -> Article:
    return Article(**{
        "review_id": "r", "id": f"a{number}", "number": number, "outlet": f"Outlet {number}",
        "title": "", "published_on": "", "url": "", "byline": "", "characters": 5000,
        "text_sha256": sha256(str(number)), "raw_sha256": sha256(f"raw {number}"),
        "analyst": "mk", "created_at": TIME, "updated_at": TIME,
    } | fields)  # fmt: skip


def claim(number: int, article_number: int, **fields: str | int) -> Claim:
    return Claim(**{
        "review_id": "r", "id": f"c{number:05}", "number": number, "article_id": f"a{article_number}",
        "start": number * 10, "end": number * 10 + 5, "quote": f"quote {number}", "prefix": "before ",
        "suffix": " after", "note": "", "claimant": "", "origin": "", "tags": "", "analyst": "mk",
        "created_at": TIME, "updated_at": TIME,
    } | fields)  # fmt: skip


def link(number: int, one: int, other: int, relation: str = "agrees", **fields: str) -> Link:
    return Link(**{
        "review_id": "r", "id": f"l{number:05}", "number": number, "from_claim_id": f"c{one:05}",
        "to_claim_id": f"c{other:05}", "relation": relation, "reason": "", "rationale": "",
        "analyst": "mk", "created_at": TIME, "updated_at": TIME,
    } | fields)  # fmt: skip


def not_same_event(number: int, one: int, other: int) -> Link:
    return link(number, one, other, "unverified", reason=NOT_SAME_EVENT)


def finding(number: int, claim_number: int, **fields: str) -> Finding:
    return Finding(**{
        "review_id": "r", "id": f"f{number}", "number": number, "claim_id": f"c{claim_number:05}",
        "wording": f"Wording {number}", "verdict": "", "confidence": "", "rationale": "",
        "analyst": "mk", "created_at": TIME, "updated_at": TIME,
    } | fields)  # fmt: skip


def evidence(number: int, finding_number: int, **fields: str) -> Evidence:
    return Evidence(**{
        "review_id": "r", "id": f"e{number}", "number": number, "finding_id": f"f{finding_number}",
        "kind": "document", "locator": f"page {number}", "note": "", "analyst": "mk",
        "created_at": TIME, "updated_at": TIME,
    } | fields)  # fmt: skip


def hold(state: ReviewState, *records: Record) -> ReviewState:
    """Put records into a review, in the order given."""
    for record in records:
        state.load(TABLE_OF[type(record)], [to_row(record)])
    return state


def work(path: Path) -> str:
    """Work through a review in a new database; the answer is its id.

    Three articles with two claims each; troops: 2 = 4, 4 ≠ 6; posts: 1 ? 3, and 5 is another event.
    """
    with Store(path, create=True) as store:
        review_id = store.commit(changes.create_review("Kabul, autumn", "mk")).rows[0].id
        for text, outlet, day in TEXTS:
            brought = changes.add_article(
                review_id, "mk", text=text, raw=text.encode(), outlet=outlet, published_on=day
            )
            store.add_article(brought, text, text.encode())
        state = store.load(review_id, "mk")

        def do(change: changes.Change | None) -> Event:
            assert change is not None
            event = store.commit(change)
            state.apply(event.rows)
            return event

        for at in state.articles_in_order():
            text = store.text(at)
            middle = text.index("\n")
            do(changes.make_claim(state, at, text, 0, middle))
            do(changes.make_claim(state, at, text, middle, len(text)))
        one, two, three, four, five, six = (state.claim_numbered(n) for n in range(1, 7))
        do(changes.link_claims(state, two, four, "agrees"))
        do(
            changes.link_claims(
                state, four, six, "conflicts", reason="scope", rationale="“go” is\nnot “be sent”"
            )
        )
        do(changes.link_claims(state, one, three, "unverified"))
        do(changes.not_same_event(state, one, five))
        do(
            changes.edit_claim(
                state, two, origin="TASS", note="Two lines:\n- one", tags="troops, Kabulov"
            )
        )
        do(
            changes.make_finding(
                state,
                four,
                wording="Russia sends no troops.",
                verdict="supported",
                confidence="medium",
                rationale="Two papers say so;\nnobody denies it.",
                evidence=[
                    Item("document", "https://example.org/x", "the statement"),
                    Item("reply", "", "Asked on\n9 October."),
                ],
            )
        )
        do(changes.delete_claim(state, six))
        state.apply(store.undo(review_id, "mk").event.rows)
        state.apply(store.redo(review_id, "mk").event.rows)
        state.apply(store.undo(review_id, "mk").event.rows)
    return review_id


def large(claims: int, links: int, seed: int = 7) -> ReviewState:
    """A generated review: points of a handful of claims, and some that have grown together."""
    chance = random.Random(seed)
    state = hold(
        review(), *(article(n, published_on=f"2025-{n % 12 + 1:02}-03") for n in range(1, 201))
    )
    made = [
        claim(
            n,
            chance.randint(1, 200),
            quote=f"Claim {n} – " + "no troops will be sent " * 5,
            origin=chance.choice(("", "TASS", "AP")),
        )
        for n in range(1, claims + 1)
    ]
    state.load("claim", map(to_row, made))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < links:
        one = chance.randint(1, claims)
        other = (
            min(claims, (one - 1) // 6 * 6 + chance.randint(1, 6))
            if chance.random() < 0.995
            else chance.randint(1, claims)
        )
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    relations = ("agrees", "agrees", "conflicts", "unverified")
    made_links = [
        link(n, one, other, chance.choice(relations))
        for n, (one, other) in enumerate(sorted(pairs), 1)
    ]
    state.load("link", map(to_row, made_links))
    hold(state, *(finding(n, n * 7 % claims + 1) for n in range(1, claims // 4)))
    hold(state, *(evidence(n, n * 5 % (claims // 4 - 1) + 1) for n in range(1, claims // 4)))
    return state
