"""Reviews to measure on, made quickly: articles of any size, thousands of claims, a session."""

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tools.bench import texts
from workbench.core import changes
from workbench.core.anchor import anchor
from workbench.core.ids import new_id, now
from workbench.core.model import Article, Claim, Finding, Link, Relation
from workbench.core.pieces import act, new_row
from workbench.core.review import ReviewState
from workbench.store import Store

ANALYST = "bench"
TITLE = "Measured"
FIRST_WORDS = "Here begins article 1."
"""What the first article of a review of points begins with."""

_CHECKS_QUOTES = "claim_quote_at_its_place"


def make_review(path: Path, texts: Sequence[str], *, claims: int = 0, panes: int = 0) -> None:
    """A database with one review, called `TITLE`, all of it indexed.

    Args:
        path: where to make it.
        texts: its articles.
        claims: how many claims the first article has, spread all over it.
        panes: how many panes the analyst has asked for; 0 leaves it to the width.
    """
    with Store(path, create=True) as store:
        review_id = store.commit(changes.create_review(TITLE, ANALYST)).rows[0].id
        for number, text in enumerate(texts, start=1):
            raw = text.encode()
            added = changes.add_article(
                review_id, ANALYST, text=text, raw=raw, outlet=f"wire{number}.example"
            )
            store.add_article(added, text, raw)
        state = store.load(review_id, ANALYST)
        articles = state.articles_in_order()
        for article, text in zip(articles, texts, strict=True):
            while not store.index_some(article, text):
                pass
        if panes:
            shown = [article.id for article in articles[:panes]]
            store.save_session(review_id, ANALYST, {"panes": shown, "wanted": panes})
        if claims:
            _add_claims(store, state, texts[0], claims)


def _add_claims(store: Store, state: ReviewState, text: str, count: int) -> None:
    """Claims in the first article, in one act.

    The database compares every quote with the article, which for thousands of claims in 10 MB
    takes minutes; so that rule is set aside meanwhile, and the database is as it was afterwards.
    """
    (rule,) = store.connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = ?", [_CHECKS_QUOTES]
    ).fetchone()
    made = [new_row(claim) for claim in _claims(state.articles_in_order()[0], text, count)]
    store.connection.execute(f"DROP TRIGGER {_CHECKS_QUOTES}")
    store.commit(act(state, "claim.make", made))
    store.connection.execute(rule)


def _claims(article: Article, text: str, count: int) -> list[Claim]:
    """So many claims of 8 to 140 code points; some overlap, no two have the same place."""
    chance = random.Random(count)
    places = set()
    while len(places) < count:
        start = chance.randrange(len(text) - 150)
        place = changes.trim(text, start, start + chance.randint(8, 140))
        if place[0] < place[1]:
            places.add(place)
    return [_claim(article, text, start, end) for start, end in sorted(places)]


def _claim(article: Article, text: str, start: int, end: int) -> Claim:
    time = now()
    return Claim(
        review_id=article.review_id,
        id=new_id(),
        number=0,
        article_id=article.id,
        **anchor(text, start, end)._asdict(),
        note="",
        claimant="",
        origin="",
        tags="",
        analyst=ANALYST,
        created_at=time,
        updated_at=time,
    )


def make_points(path: Path, points: int, articles: int) -> None:
    """A database with so many points in so many articles, a third of them with a finding."""
    chance = random.Random(points)
    spread = [
        sorted(chance.sample(range(articles), min(articles, chance.choice((1, 1, 2, 2, 3, 4, 9)))))
        for _ in range(points)
    ]
    written = [f"Here begins article {number}.\n" for number in range(1, articles + 1)]
    # What a pane is scrolled through; the claims stand behind it.
    written[0] += texts.prose(400_000, 1)
    places: list[list[tuple[int, int, int]]] = []
    for number, holders in enumerate(spread, start=1):
        places.append([])
        for holder in holders:
            count = number + chance.randint(0, 1)
            said = f"They counted {count} barrels on the quay of harbour {number} that day."
            start = len(written[holder]) + 1
            written[holder] += f"\n{said}\nNobody else was asked about it, and nothing was signed."
            places[-1].append((holder, start, start + len(said)))
    make_review(path, written, panes=1)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, ANALYST)
        held = state.articles_in_order()
        claims = [
            [_claim(held[holder], written[holder], start, end) for holder, start, end in each]
            for each in places
        ]
        store.commit(act(state, "claim.make", [new_row(one) for each in claims for one in each]))
        links = [
            _link(one, other, chance.choice(("agrees", "agrees", "conflicts", "unverified")))
            for each in claims
            for one, other in pairwise(each)
        ]
        store.commit(act(state, "link.make", [new_row(link) for link in links]))
        findings = [_finding(each[0]) for each in claims[::3]]
        store.commit(act(state, "finding.make", [new_row(finding) for finding in findings]))


def _link(one: Claim, other: Claim, relation: Relation) -> Link:
    time = now()
    return Link(one.review_id, new_id(), 0, one.id, other.id, relation, "", "", ANALYST, time, time)


def _finding(claim: Claim) -> Finding:
    time = now()
    return Finding(
        claim.review_id, new_id(), 0, claim.id, "How many barrels were counted", "supported", "",
        "The harbour's own book says so.", ANALYST, time, time,
    )  # fmt: skip
