"""Reviews for the tests of the dossier: one in which everything occurs, with words of choice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from export_samples import TIME, article, claim, evidence, finding, hold, link, review

from workbench.core.events import Event
from workbench.core.model import Claim, to_row
from workbench.core.review import ReviewState, RowChange
from workbench.export import Material


class Difference(NamedTuple):
    """Words that differ."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


FIELDS = (
    "title", "analyst", "outlet", "headline", "byline", "address", "quote", "claimant", "origin",
    "note", "tags", "reason", "rationale", "wording", "verdict", "why", "locator", "shows",
)  # fmt: skip
"""What in a review is a stranger's, or typed."""


def sample(words: dict[str, str] | None = None) -> tuple[ReviewState, Material]:
    """A review in which everything a dossier shows occurs, and what it is made of.

    Points: 1 agrees (from one origin), and has a finding judged anew; 3 conflicts and has two
    contradictory marks; 6 and 7 are single; 8 and 9 are about different events.
    """
    said = {name: f"the {name}" for name in FIELDS} | (words or {})
    who = said["analyst"]
    state = ReviewState(review(title=said["title"], analyst=who).review, who)
    mine = {"analyst": who}
    hold(
        state,
        *(
            article(
                number,
                outlet=said["outlet"],
                title=said["headline"],
                byline=said["byline"],
                url=said["address"],
                published_on="" if number == 3 else f"2025-10-0{number}",
                **mine,
            )
            for number in (1, 2, 3)
        ),
        *(
            claim(
                number,
                number % 3 + 1,
                quote=said["quote"],
                claimant=said["claimant"],
                note=said["note"],
                tags=said["tags"],
                origin=said["origin"] if number < 3 else "",
                **mine,
            )
            for number in range(1, 10)
        ),
        link(1, 1, 2, "agrees", reason=said["reason"], rationale=said["rationale"], **mine),
        link(2, 3, 4, "agrees", **mine),
        link(3, 4, 5, "agrees", **mine),
        link(4, 3, 5, "conflicts", reason=said["reason"], rationale=said["rationale"], **mine),
        link(5, 8, 9, "unverified", reason="not the same event", rationale=said["why"], **mine),
        finding(
            1, 1, wording=said["wording"], verdict=said["verdict"], rationale=said["why"], **mine
        ),
        evidence(1, 1, locator=said["locator"], note=said["shows"], **mine),
    )
    return state, Material(
        events=list(_events(state, said)),
        differing=lambda one, other: [Difference(0, min(3, len(one.quote)), 0, 1)],
        hint=_hint,
        text=lambda _: "line\n\n" * 40,
    )


def _hint(one: Claim, other: Claim) -> str:
    return f"{one.quote} / {other.quote}"


def _events(state: ReviewState, said: dict[str, str]) -> Iterator[Event]:
    now = to_row(state.findings["f1"])
    before = now | {"verdict": "", "rationale": "", "confidence": ""}
    rows = [
        RowChange("review", state.review.id, None, to_row(state.review)),
        *(RowChange("article", one.id, None, to_row(one)) for one in state.articles.values()),
        *(RowChange("claim", one.id, None, to_row(one)) for one in state.claims.values()),
        *(RowChange("link", one.id, None, to_row(one)) for one in state.links.values()),
        RowChange("finding", "f1", None, before),
        RowChange("finding", "f1", before, now),
        *(RowChange("evidence", one.id, None, to_row(one)) for one in state.evidence.values()),
    ]
    for seq, row in enumerate(rows, 1):
        yield Event(seq, f"e{seq}", said["analyst"], TIME, "act", "", "", (row,))
