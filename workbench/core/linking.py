"""Acts on links: what an analyst says of two claims."""

from dataclasses import replace
from typing import Any

from workbench.core import pieces
from workbench.core.ids import new_id, now
from workbench.core.model import NOT_SAME_EVENT, REASONS, RELATIONS, Claim, Link, Relation
from workbench.core.pieces import Change
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.errors import ChangeRefusedError, UsageError


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
        UsageError: the reason does not go with the relation.
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
        reason=_reason(relation, reason),
        rationale=pieces.note_field(rationale),
        analyst=state.analyst,
        created_at=time,
        updated_at=time,
    )
    rows = [pieces.new_row(claim) for claim in (one, other) if claim.id not in state.claims]
    return pieces.act(state, "link.make", [*rows, pieces.new_row(link)])


def mark_link(state: ReviewState, link: Link, relation: Relation, **values: str) -> Change | None:
    """Mark a link anew; None when it already says the same.

    A mark says that the two are about the same event, unless its reason says otherwise.

    Raises:
        ChangeRefusedError: it is another analyst's.
        UsageError: the reason does not go with the relation.
    """
    if not link.same_event:
        values.setdefault("reason", "")
    return edit_link(state, link, relation, **values)


def edit_link(
    state: ReviewState, link: Link, relation: Relation | None = None, **values: str
) -> Change | None:
    """Another relation, reason or rationale for a link; what is not named stays as it is.

    "Not the same event" goes with the relation it belongs to. None when nothing would change.

    Raises:
        ChangeRefusedError: it is another analyst's.
        UsageError: the reason does not go with the relation.
    """
    _own(state, link)
    relation = relation or link.relation
    if relation != link.relation and not link.same_event:
        values.setdefault("reason", "")
    clean: dict[str, Any] = {}
    if "reason" in values:
        clean["reason"] = _reason(relation, values["reason"])
    if "rationale" in values:
        clean["rationale"] = pieces.note_field(values["rationale"])
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
        one, other = (state.claims[key].number for key in (link.from_claim_id, link.to_claim_id))
        raise ChangeRefusedError(
            f"Link {link.number} is {link.analyst}’s mark, and you are {state.analyst}: only they "
            f"can change it. Link claims {one} and {other} yourself to say otherwise; both marks "
            "are kept."
        )


def _reason(relation: Relation, value: str) -> str:
    """A link's reason; one of those that are offered, in whatever case, as it is offered."""
    typed = pieces.line_field(value)
    reason = next((known for known in REASONS if known == typed.casefold()), typed)
    if reason == NOT_SAME_EVENT and relation != "unverified":
        raise UsageError(
            f"Claims about different events neither agree nor conflict: “{NOT_SAME_EVENT}” goes "
            f"with unverified, not with {relation}."
        )
    return reason
