"""What is said about a claim or a link, and what is half-written of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.core import changes
from workbench.core.changes import Change
from workbench.core.events import shorten
from workbench.core.model import REASONS, Claim, Link
from workbench.core.points import agreeing_with
from workbench.core.refining import share_origin as give_origin
from workbench.core.review import ReviewState
from workbench.tui.dialogs.form import REMOVED, Field, Form, Values

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


_CLAIMS = 6  # of a position, shown above


def _known(state: ReviewState, name: str) -> list[str]:
    return sorted({getattr(one, name) for one in state.claims.values()} - {""})


def edit_claim(screen: "ReviewBase", claim: Claim) -> None:
    """Note, claimant, origin, tags."""
    state = screen.desk.state
    ask(
        screen,
        f"claim:{claim.id}",
        title=f"Claim {claim.number}",
        about=f"“{shorten(claim.quote, 400)}”",
        fields=[
            Field("claimant", "Claimant: who says so, as the article gives it", claim.claimant,
                  suggestions=_known(state, "claimant")),
            Field("origin", "Origin: where it ultimately comes from (an agency, a statement)",
                  claim.origin, suggestions=_known(state, "origin")),
            Field("tags", "Tags, separated by commas", claim.tags),
            Field("note", "Note", claim.note, long=True),
        ],
        change=lambda values: changes.edit_claim(state, state.need("claim", claim.id), **values),
    )  # fmt: skip


def share_origin(screen: "ReviewBase", claim: Claim) -> None:
    """One origin for all claims of a position; a claim that agrees with none has it alone."""
    state = screen.desk.state
    claims = agreeing_with(state, claim)
    point = screen.desk.point_of(claim)
    numbers = ", ".join(str(one.number) for one in claims)
    whose = (
        f"position {point.position_of(claim.id).letter} of point {point.number}: claims {numbers}"
        if len(claims) > 1
        else f"claim {claim.number}"
    )
    told = [
        f"{one.number} · {one.origin or 'origin unknown'} · “{shorten(one.quote, 120)}”"
        for one in claims[:_CLAIMS]
    ]

    def change(values: Values) -> Change | None:
        now = [state.need("claim", one.id) for one in claims]
        return give_origin(state, now, values["origin"])

    ask(
        screen,
        f"origin:{claim.id}",
        title=f"Origin of {whose}",
        about="\n".join(told),
        fields=[
            Field("origin", "Origin of all of them; another for one of them: edit that claim"
                  if len(claims) > 1 else "Origin: where it ultimately comes from",
                  next((one.origin for one in claims if one.origin), ""),
                  suggestions=_known(state, "origin")),
        ],
        change=change,
        again="origin.share",
    )  # fmt: skip


def edit_link(screen: "ReviewBase", link: Link) -> None:
    """Reason and rationale of a link."""
    state = screen.desk.state
    one, other = state.claims[link.from_claim_id], state.claims[link.to_claim_id]

    def change(values: Values) -> Change | None:
        now = state.need("link", link.id)
        return changes.edit_link(state, now, now.relation, **values)

    ask(
        screen,
        f"link:{link.id}",
        title=f"Link {link.number}: claims {one.number} and {other.number}, {link.relation}",
        about=f"“{shorten(one.quote, 180)}”\n“{shorten(other.quote, 180)}”",
        fields=[
            Field("reason", "Reason", link.reason, hint=", ".join(REASONS[:8]),
                  suggestions=REASONS),
            Field("rationale", "Rationale: why", link.rationale, long=True),
        ],
        change=change,
    )  # fmt: skip


def resume(screen: "ReviewBase", session: dict[str, Any]) -> None:
    """Take up half-written text again; a dialog that was open when the program ended opens."""
    drafts = session.get("drafts")
    for key, values in drafts.items() if isinstance(drafts, dict) else ():
        if isinstance(values, dict):
            screen.drafts[str(key)] = {str(name): str(value) for name, value in values.items()}
    table, _, record_id = str(session.get("open_draft") or "").partition(":")
    if f"{table}:{record_id}" not in screen.drafts:
        return
    state = screen.desk.state
    if table == "claim" and record_id in state.claims:
        edit_claim(screen, state.claims[record_id])
    elif table == "link" and record_id in state.links:
        edit_link(screen, state.links[record_id])
    elif table == "origin" and record_id in state.claims:
        share_origin(screen, state.claims[record_id])
    elif table == "finding" and record_id in state.claims:
        from workbench.tui.screens import review_findings as findings

        findings.conclude(screen, state.claims[record_id])


def ask(
    screen: "ReviewBase",
    key: str,
    *,
    title: str,
    about: str,
    fields: list[Field],
    change: Callable[[Values], Change | None],
    beside: Values | None = None,
    remove: Callable[[], Change] | None = None,
    again: str = "claim.make",
) -> None:
    """Ask for values, keeping what is half-typed under a key until it is saved or discarded.

    Args:
        screen: the review.
        key: what the draft belongs to.
        title: what it is about.
        about: what is shown above the fields.
        fields: what is asked.
        change: gives the act for values, or raises what is wrong with them.
        beside: what a draft has to remember besides, and `change` has to be told.
        remove: gives the act that takes away what it is about, where that can be.
        again: the command that opens it again.
    """
    stored = {field.name: field.value for field in fields}
    kept = screen.drafts.get(key, {})
    told = {name: kept.get(name, value) for name, value in (beside or {}).items()}
    screen.open_draft = key

    def changed(now: Values) -> None:
        screen.keep_draft(key, {} if now == stored else now | told)

    def wanted(values: Values) -> Change | None:
        return change(values | told)

    def done(values: Values | None) -> None:
        screen.open_draft = ""
        screen.unsaved = True
        if values is REMOVED and remove is not None:
            if screen.act(remove):
                screen.keep_draft(key, {})
                what = title.partition(":")[0]
                screen.say(f"{what} taken away; {screen.key('undo')} brings it back.")
        elif values is None:
            if key in screen.drafts:
                what = title.partition(":")[0].lower()
                screen.say(f"What you typed for {what} is kept; {_goes_on(screen, key, again)}.")
        elif screen.act(lambda: wanted(values)):
            screen.keep_draft(key, {})

    screen.app.push_screen(
        Form(
            title,
            [replace(field, value=kept.get(field.name, field.value)) for field in fields],
            about=about,
            changed=changed,
            check=wanted,
            esc="back, keeping a draft",
            discard=True,
            remove="take away" if remove else "",
        ),
        done,
    )


def _goes_on(screen: "ReviewBase", key: str, again: str) -> str:
    """How to come back to a draft: what it belongs to may have been taken away meanwhile."""
    table, _, record_id = key.partition(":")
    state = screen.desk.state
    there = state.record("link" if table == "link" else "claim", record_id) is not None
    if there or screen.drafts[key].get("finding") in state.findings:
        return f"{screen.key(again)} goes on with it"
    return "what it belongs to was taken away meanwhile, and may come back"
