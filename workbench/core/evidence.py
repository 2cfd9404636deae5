"""Acts on evidence: what a finding rests on outside the articles."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from workbench.core import pieces
from workbench.core.ids import new_id, now
from workbench.core.model import EVIDENCE_KINDS, Evidence, Finding
from workbench.core.pieces import Change
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import one_line
from workbench.core.verdicts import either, one_of
from workbench.errors import ChangeRefusedError, UsageError


class Item(NamedTuple):
    """Evidence as it is given, before it has a number.

    Attributes:
        kind: one of `EVIDENCE_KINDS`, in whatever case.
        locator: where it can be looked up, on one line.
        note: what it shows.
    """

    kind: str
    locator: str
    note: str = ""


def item_typed(text: str) -> Item:
    """Evidence as it is typed on one line: `kind: locator: note`.

    The locator ends at the first colon with a space behind it, so an address may hold colons. Of
    locator and note one may be missing: `reply:: asked twice`.

    Raises:
        UsageError: there is no colon behind the kind.
    """
    kind, colon, rest = text.partition(":")
    if not colon:
        raise UsageError(
            f"“{one_line(text)}” is no evidence: it is written as kind: locator: note, for example "
            "“document: page 3: his title”."
        )
    locator, _, note = rest.strip().partition(": ")
    return Item(kind, locator, note)


def evidence_words(evidence: Evidence) -> str:
    """Evidence on one line, for people: `document: page 3: his title`."""
    parts = (evidence.kind, evidence.locator, one_line(evidence.note))
    return ": ".join(part for part in parts if part)


def evidence_line(evidence: Evidence) -> str:
    """Evidence on the line that `item_typed` reads it from, its note on one line too."""
    parts = (evidence.kind, f" {evidence.locator}" if evidence.locator else "")
    note = one_line(evidence.note)
    return ":".join((*parts, f" {note}") if note else parts)


def evidence_rows(state: ReviewState, finding: Finding, before: str, typed: str) -> list[RowChange]:
    """The rows that make of a finding's evidence, as it was shown, what was typed in its stead.

    A line that is as it was changes nothing. One that is gone and one that is new are the same item
    edited, if they are of one kind or have one locator; else one goes and one comes. Evidence that
    came since, and was not shown, stays.

    Args:
        state: the review.
        finding: whose evidence.
        before: what was shown: a line of `evidence_line` each.
        typed: what stands there now.

    Raises:
        UsageError: a line is no evidence, or its kind is none.
        ChangeRefusedError: it says nothing.
    """
    shown, now_there = _lines(before), _lines(typed)
    known = {evidence_line(one): one for one in state.evidence_of(finding.id)}
    gone = [one for line, one in known.items() if line in shown and line not in now_there]
    fresh = [item_typed(line) for line in now_there if line not in known]
    rows = []
    for one in list(gone):
        item = next((item for item in fresh if _alike(one, item)), None)
        if item is not None:
            gone.remove(one)
            fresh.remove(item)
            note = one.note if one_line(item.note) == one_line(one.note) else item.note
            edited = replace(one, **_item(item._replace(note=note)), updated_at=now())
            rows.append(pieces.edited_row(one, edited))
    rows += [pieces.gone_row(one) for one in gone]
    return [*rows, *new_evidence(state, finding, fresh)]


def _alike(one: Evidence, item: Item) -> bool:
    """Whether what is typed may be this evidence, edited."""
    return one_of(item.kind, EVIDENCE_KINDS) == one.kind or one.locator == one_line(item.locator)


def _lines(text: str) -> list[str]:
    return [clean for line in text.splitlines() if (clean := one_line(line))]


def add_evidence(state: ReviewState, finding: Finding, item: Item) -> Change | None:
    """Let a finding rest on one thing more; None when it rests on that already.

    Raises:
        ChangeRefusedError: the finding is another analyst's, or the item says nothing.
        UsageError: there is no such kind of evidence.
    """
    own_finding(state, finding)
    rows = new_evidence(state, finding, [item])
    return pieces.act(state, "evidence.add", rows) if rows else None


def edit_evidence(state: ReviewState, evidence: Evidence, **values: str) -> Change | None:
    """Another kind, locator or note; None when nothing would change.

    Raises:
        ChangeRefusedError: it is another analyst's, or would say nothing.
        UsageError: there is no such kind of evidence.
    """
    own_finding(state, state.need("finding", evidence.finding_id))
    item = Item(evidence.kind, evidence.locator, evidence.note)._replace(**values)
    return pieces.edit(state, "evidence.edit", evidence, replace(evidence, **_item(item)))


def remove_evidence(state: ReviewState, evidence: Evidence) -> Change:
    """Take one thing away that a finding rests on.

    Raises:
        ChangeRefusedError: it is another analyst's.
    """
    own_finding(state, state.need("finding", evidence.finding_id))
    return pieces.act(state, "evidence.remove", [pieces.gone_row(evidence)])


def new_evidence(state: ReviewState, finding: Finding, items: Iterable[Item]) -> list[RowChange]:
    """The rows that bring evidence into being; what the finding rests on already is left out."""
    there = {(one.kind, one.locator, one.note) for one in state.evidence_of(finding.id)}
    rows = []
    for item in items:
        clean = _item(item)
        if (clean["kind"], clean["locator"], clean["note"]) in there:
            continue
        there.add((clean["kind"], clean["locator"], clean["note"]))
        time = now()
        made = Evidence(
            review_id=state.review.id,
            id=new_id(),
            number=0,
            finding_id=finding.id,
            **clean,
            analyst=state.analyst,
            created_at=time,
            updated_at=time,
        )
        rows.append(pieces.new_row(made))
    return rows


def _item(item: Item) -> dict[str, Any]:
    kind = one_of(item.kind, EVIDENCE_KINDS)
    if kind is None:
        raise UsageError(
            f"“{one_line(item.kind)}” is no kind of evidence; it is {either(EVIDENCE_KINDS)}."
        )
    locator, note = pieces.line_field(item.locator), pieces.note_field(item.note)
    if not (locator or note):
        raise ChangeRefusedError(
            "Evidence says where it can be looked up, or what it shows; write one of the two."
        )
    return {"kind": kind, "locator": locator, "note": note}


def own_finding(state: ReviewState, finding: Finding) -> None:
    """Refuse a finding that is another analyst's."""
    if finding.analyst != state.analyst:
        raise ChangeRefusedError(
            f"Finding {finding.number} is {finding.analyst}’s, and you are {state.analyst}: only "
            "they can change it. Make one of your own to say otherwise; both are kept."
        )
