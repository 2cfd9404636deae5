"""The finding of a point: what the analyst concludes, on what, and how surely."""

from typing import TYPE_CHECKING

from workbench.core.concluding import (
    delete_finding,
    make_finding,
    own_findings_of,
    rewrite_finding,
)
from workbench.core.events import shorten
from workbench.core.evidence import evidence_line, item_typed
from workbench.core.model import CONFIDENCES, Claim, Finding
from workbench.core.pieces import Change
from workbench.core.points import Point
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.tui.dialogs.form import Field, Values
from workbench.tui.screens import review_dialogs as dialogs

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase

_QUOTES = 3  # of a point's claims, shown above
_SHOWN = 120  # code points of each
_SHOWN_BEFORE, _FINDING = "shown", "finding"
"""What a draft remembers besides: the evidence as it was shown when it was begun, and the id of
the finding it is to change, or ""."""


def conclude(screen: "ReviewBase", claim: Claim) -> None:
    """Ask for the analyst's own finding of the point a claim is on, or for a change of it.

    Of several it is the one that hangs on the claim, else the first; the others are named above.
    """
    state = screen.desk.state
    point = screen.desk.point_of(claim)
    own = own_findings_of(state, point)
    there = next((one for one in own if one.claim_id == claim.id), next(iter(own), None))
    rests_on = state.evidence_of(there.id) if there else []
    shown = "\n".join(evidence_line(one) for one in rests_on)
    # Half-written text belongs to the point, from whichever of its claims it was begun.
    # So it does where a finding has come since, from another terminal; not where it is of another.
    held = there.claim_id if there else claim.id
    taken = {one.claim_id for one in own} - {held}
    keys = (held, *(one.id for one in point.claims if one.id not in taken))
    drafts = {key.partition(":")[2]: draft for key, draft in screen.drafts.items()
              if key.startswith("finding:")}  # fmt: skip
    begun = [key for key in keys if key in drafts]
    # The claim it hung on then may be gone, and another one have inherited it.
    begun += [key for key, draft in drafts.items() if there and draft.get(_FINDING) == there.id]
    holder = next(iter(begun), held)

    def change(values: Values) -> Change | None:
        said = {name: values[name] for name in ("wording", "verdict", "confidence", "rationale")}
        if there is not None:
            held = state.need("finding", there.id)
            before, typed = values[_SHOWN_BEFORE], values["evidence"]
            return rewrite_finding(state, held, before=before, evidence=typed, **said)
        lines = [line for line in values["evidence"].splitlines() if line.strip()]
        items = [item_typed(line.strip()) for line in lines]
        return make_finding(state, state.need("claim", claim.id), evidence=items, **said)

    def remove() -> Change:
        return delete_finding(state, state.need("finding", there.id if there else ""))

    confidences = tuple(filter(None, CONFIDENCES))
    dialogs.ask(
        screen,
        f"finding:{holder}",
        title=(f"Finding {there.number}" if there else "Finding") + f" of point {point.number}",
        about="\n".join(_about(state, point, there, drafted=holder in drafts)),
        fields=[
            Field("wording", "Wording: the claim itself, neutrally put",
                  there.wording if there else one_line(claim.quote)),
            Field("verdict", "Verdict, or none yet", there.verdict if there else "",
                  choices=state.verdicts),
            Field("confidence", "Confidence, apart from it", there.confidence if there else "",
                  choices=confidences),
            Field("rationale", "Rationale: needed for any verdict but unverified",
                  there.rationale if there else "", long=True),
            Field("evidence", "Evidence, a line each: kind: where: what", shown,
                  hint="document: page 3: what it shows\nor data, reply, archive, expert",
                  long=True),
        ],
        change=change,
        beside={_SHOWN_BEFORE: shown, _FINDING: there.id if there else ""},
        remove=remove if there else None,
        again="finding",
    )  # fmt: skip


def _about(state: ReviewState, point: Point, there: Finding | None, *, drafted: bool) -> list[str]:
    """The words that are judged, and what has been found on the point but stands in no field."""
    quotes = [f"“{shorten(one.quote, _SHOWN)}”" for one in point.claims[:_QUOTES]]
    others = []
    for one in state.findings_of(point):
        is_asked = there is not None and one.id == there.id
        if drafted or not is_asked:
            wording = f"{one.verdict or 'no verdict yet'}: “{shorten(one.wording, _SHOWN)}”"
            mine = one.analyst == state.analyst
            claim = state.claims[one.claim_id].number
            where = f"to be settled: your finding {one.number}, on claim {claim}"
            where = "as it is, without what you have typed" if is_asked else where
            others.append(f"{where if mine else one.analyst}: {wording}")
    return [*others, *quotes]
