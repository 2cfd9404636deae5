"""Acts on links: what an analyst says of two claims."""

from dataclasses import replace
from typing import Any

from workbench.core import pieces
from workbench.core.ids import new_id, now
from workbench.core.model import NOT_SAME_EVENT, RELATIONS, Claim, Link, Relation
from workbench.core.pieces import Change
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.errors import ChangeRefusedError


def link_claims(
    state: ReviewState,
    one: Claim,
    other: Claim,
    relation: Relation,
    *,
    reason: str = "",
    rationale: str = "",
) -> Change | None:
    """Mark two claims as agreeing, conflicting or unverified; `other` may be new (number 0).

    Where this analyst has linked the two before, that link is marked anew; None when it already
    says the same.

    Raises:
        ChangeRefusedError: both ends are the same claim, or the relation is not one.
    """
    if relation not in RELATIONS:
        raise ChangeRefusedError(
            f"“{one_line(relation)}” is no relation; it is one of {', '.join(RELATIONS)}."
        )
    if one.id == other.id:
        raise ChangeRefusedError("A claim cannot be linked to itself; go to another one.")
    there = state.link_between(one.id, other.id)
    if there is not None:
        anew = relation != there.relation or not there.same_event
        changed = {"reason": reason} if reason or anew else {}
        if rationale:
            changed["rationale"] = rationale
        return mark_link(state, there, relation, **changed)
    time = now()
    link = Link(
        review_id=state.review.id,
        id=new_id(),
        number=0,
        from_claim_id=one.id,
        to_claim_id=other.id,
        relation=relation,
        reason=pieces.line_field(reason),
        rationale=pieces.note_field(rationale),
        analyst=state.analyst,
        created_at=time,
        updated_at=time,
    )
    rows = [pieces.new_row(claim) for claim in (one, other) if claim.id not in state.claims]
    return pieces.act(state, "link.make", [*rows, pieces.new_row(link)])


def mark_link(state: ReviewState, link: Link, relation: Relation, **values: str) -> Change | None:
    """Another relation, reason or rationale for a link; None when nothing would change.

    Raises:
        ChangeRefusedError: it is another analyst's.
    """
    _own(state, link)
    clean: dict[str, Any] = {
        name: pieces.note_field(value) if name == "rationale" else pieces.line_field(value)
        for name, value in values.items()
    }
    again = relation != link.relation or not values  # marked, not merely given a rationale
    if "reason" not in clean and again and link.reason == NOT_SAME_EVENT:
        clean["reason"] = ""
    act = "link.mark" if relation != link.relation else "link.edit"
    return pieces.edit(state, act, link, replace(link, relation=relation, **clean))


def not_same_event(state: ReviewState, one: Claim, other: Claim) -> Change | None:
    """Say of two claims that they are about different events."""
    return link_claims(state, one, other, "unverified", reason=NOT_SAME_EVENT)


def delete_link(state: ReviewState, link: Link) -> Change:
    """Take a link away.

    Raises:
        ChangeRefusedError: it is another analyst's.
    """
    _own(state, link)
    return pieces.act(state, "link.delete", [pieces.gone_row(link)])


def _own(state: ReviewState, link: Link) -> None:
    if link.analyst != state.analyst:
        raise ChangeRefusedError(
            f"Link {link.number} is {link.analyst}'s; only they can change it. Link the two claims "
            "yourself to say otherwise."
        )
