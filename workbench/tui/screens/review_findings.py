"""The finding of a point: what the analyst concludes, on what, and how surely."""

from typing import TYPE_CHECKING

from workbench.core.concluding import edit_finding, make_finding, own_findings_of
from workbench.core.events import shorten
from workbench.core.evidence import evidence_words, item_typed
from workbench.core.model import CONFIDENCES, Claim
from workbench.core.pieces import Change
from workbench.core.points import point_of
from workbench.core.text import one_line
from workbench.tui.dialogs.form import Field, Values
from workbench.tui.screens import review_dialogs as dialogs

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase

_QUOTES = 3  # of a point's claims, shown above


def conclude(screen: "ReviewBase", claim: Claim) -> None:
    """Ask for the analyst's own finding of the point a claim is on, or for a change of it."""
    state = screen.desk.state
    point = point_of(state, claim)
    there = next(iter(own_findings_of(state, point)), None)
    rests_on = state.evidence_of(there.id) if there else []
    quotes = [f"“{shorten(one.quote, 120)}”" for one in point.claims[:_QUOTES]]
    known = "\n".join(f"rests on {evidence_words(one)}" for one in rests_on)

    def change(values: Values) -> Change | None:
        now = state.need("claim", claim.id)
        typed = [line for line in values["evidence"].splitlines() if line.strip()]
        items = [item_typed(line.strip()) for line in typed]
        said = {name: values[name] for name in ("wording", "verdict", "confidence", "rationale")}
        held = next(iter(own_findings_of(state, point_of(state, now))), None)
        if held is None:
            return make_finding(state, now, evidence=items, **said)
        return edit_finding(state, held, evidence=items, **said)

    dialogs.ask(
        screen,
        f"finding:{claim.id}",
        title=f"Finding of point {point.number}",
        about="\n".join(filter(None, (*quotes, known))),
        fields=[
            Field("wording", "Wording: the claim itself, neutrally put",
                  there.wording if there else one_line(claim.quote)),
            Field("verdict", "Verdict; may stay empty", there.verdict if there else "",
                  hint=", ".join(state.verdicts), suggestions=state.verdicts),
            Field("confidence", "Confidence, apart from the verdict",
                  there.confidence if there else "",
                  hint=", ".join(filter(None, CONFIDENCES)),
                  suggestions=tuple(filter(None, CONFIDENCES))),
            Field("rationale", "Rationale: needed for any verdict but unverified",
                  there.rationale if there else "", long=True),
            Field("evidence", "More evidence, a line each: document: where: what it shows", "",
                  hint="document, data, reply, archive or expert: where it is: note", long=True),
        ],
        change=change,
    )  # fmt: skip
