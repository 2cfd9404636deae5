"""Random reviews on real databases, full of what breaks files, and the road out and back in."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

from workbench.core import changes
from workbench.core.evidence import Item
from workbench.core.model import CONFIDENCES, EVIDENCE_KINDS, RELATIONS
from workbench.core.placing import PlacedText
from workbench.core.review import ReviewState
from workbench.core.taking_in import take_in
from workbench.core.text import canonical_text
from workbench.errors import WorkbenchError
from workbench.export import export
from workbench.imports import read_bytes
from workbench.store import Store

KINDS = ("claims", "links", "findings", "evidence")

TEXTS = (
    "The harbour master said =SUM(A1) ships came in.\n\n'Seven', she said; '=seven'. Seven ships.\n",
    '@port officials counted eight ships, "eight", on Monday.\r\n-5 degrees; it was cold. Seven?\n',
    "👩🏽‍🚀 🇩🇪 \U0001d517 ships came: سبع سفن وصلت, said the master.\n+7 or 'more'. e\u0301 ＝1.\n",
)

WORDS = (
    "",
    "'",
    "''",
    "'=1",
    "=1+1",
    "-7 degrees",
    "+",
    "@home",
    "\t=tab",
    "\n-line",
    " =space",
    "＝full",
    '"quoted", and; more',
    "two\nlines\n\nthree",
    "سفن",
    "👩🏽‍🚀",
    "\x1b[31m",
    "\u202eevil",
    "a; b, c",
    "NULL",
    "</script>",
    "plain words",
)

FINE = "plain words"

OPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("claim", "claim", "claim", "edit", "link", "link", "finding", "delete", "undo")
        ),
        st.sampled_from(("ann", "ben")),
        st.integers(0, 400),
        st.integers(0, 60),
        st.sampled_from(WORDS),
        st.sampled_from(WORDS),
    ),
    min_size=4,
    max_size=24,
)
"""What is done in a review: what, by whom, with which, how long, and two texts."""


@contextmanager
def database():
    """A database in a folder that goes away."""
    with (
        tempfile.TemporaryDirectory(prefix="workbench-") as folder,
        Store(Path(folder) / "work.db", create=True, lasting=False) as store,
    ):
        yield store


def with_articles(store: Store, texts=TEXTS, title: str = "Ships", **fields: str) -> ReviewState:
    """A review of some texts, as ann sees it."""
    review_id = store.commit(changes.create_review(title, "ann")).rows[0].id
    for text in map(canonical_text, texts):
        raw = text.encode()
        change = changes.add_article(
            review_id, "ann", text=text, raw=raw, outlet="=Post", title="'Ships'", **fields
        )
        store.add_article(change, text, raw)
    return store.load(review_id, "ann")


def work(store: Store, ops) -> ReviewState:
    """Do what is to be done, as far as it can be; the review as ann sees it."""
    review_id = with_articles(store).review.id
    for what, who, which, length, one, other in ops:
        state = store.load(review_id, who)
        try:
            change = _act(store, state, what, which, length, one, other)
            if change == "undo":
                store.undo(review_id, who)
            elif change is not None:
                store.commit(change)
        except WorkbenchError:
            continue
    return store.load(review_id, "ann")


def _act(store, state, what, which, length, one, other):
    articles = state.articles_in_order()
    claims = sorted(state.claims.values(), key=lambda claim: claim.number)
    if what == "undo":
        return "undo"
    if what == "claim":
        article = articles[which % len(articles)]
        text = store.text(article)
        start = which % len(text)
        return changes.make_claim(
            state, article, text, start, start + 1 + length, note=one, claimant=other, tags=one
        )
    if not claims:
        return None
    claim, counterpart = claims[which % len(claims)], claims[length % len(claims)]
    if what == "edit":
        return changes.edit_claim(state, claim, note=other, origin=one, tags=other)
    if what == "delete":
        return changes.delete_claim(state, claim)
    if what == "link":
        relation = RELATIONS[which % 3]
        return changes.link_claims(state, claim, counterpart, relation, reason=one, rationale=other)
    return changes.make_finding(
        state,
        claim,
        wording=one or FINE,
        verdict=("", "supported", "unverified")[length % 3],
        confidence=CONFIDENCES[which % 4],
        rationale=other or "-why",
        evidence=[Item(EVIDENCE_KINDS[which % 5], one, other or FINE)],
    )


def out(state: ReviewState, file_format: str = "csv", *, raw: bool = False, kinds=KINDS):
    """The exports of a review, by kind."""
    return {kind: export(state, kind, file_format=file_format, raw=raw) for kind in kinds}


def plan_of(store: Store, state: ReviewState, files, *, raw: bool = False, replace: bool = False):
    """What importing some files would do."""
    incoming = [
        what for name, data in dict(files).items() for what in read_bytes(data, name, raw=raw)
    ]
    return take_in(
        state,
        incoming,
        lambda article: PlacedText(article, store.text(article)),
        given=store.numbers_given(state.review.id),
        replace=replace,
    )


def back(store: Store, state: ReviewState, files, **how):
    """Import some files; what was done, and the review afterwards."""
    plan = plan_of(store, state, files, **how)
    if plan.change is not None:
        store.commit(plan.change)
    return plan, store.load(state.review.id, state.analyst)
