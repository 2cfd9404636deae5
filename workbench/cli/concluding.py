"""finding and verdicts: what the analyst concludes on a point, and in which words."""

from typing import TYPE_CHECKING

import click

from workbench.cli import output
from workbench.cli.arguments import (
    CONFIDENCE,
    Number,
    VerdictName,
    review_argument,
    the_claim,
)
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.marking import lines

if TYPE_CHECKING:
    from workbench.core.model import Claim, Finding
    from workbench.core.review import ReviewState


@click.command(
    "finding",
    cls=Command,
    examples=(
        'workbench finding Afgh 3 --wording "Russia will send troops."',
        'workbench finding Afgh 3 --verdict contra --rationale "The envoy denies it."',
        'workbench finding Afgh 3 --evidence "reply: letter of 9 October: no answer"',
    ),
)
@review_argument
@click.argument("claim", type=Number("claim"))
@click.option(
    "--wording",
    metavar="TEXT",
    help="The claim itself, neutrally put: what is said, not that it is false.",
)
@click.option(
    "--verdict",
    type=VerdictName(),
    metavar="VERDICT",
    help="One of the review's verdicts, or a beginning of one; `workbench verdicts` lists them.",
)
@click.option(
    "--confidence",
    type=CONFIDENCE,
    metavar="LEVEL",
    help="How sure you are: low, medium or high; apart from the verdict.",
)
@click.option(
    "--rationale",
    metavar="TEXT",
    help="Why you judge so; every verdict but unverified needs it.",
)
@click.option(
    "--evidence",
    multiple=True,
    metavar="ITEM",
    help="What it rests on, as kind: locator: note. The kind is document, data, reply, archive or "
    "expert. May be given more than once.",
)
@pass_call
def finding_command(
    call: Call,
    /,
    *,
    review: str,
    claim: int,
    evidence: tuple[str, ...],
    **fields: str | None,
) -> None:
    """Conclude on the point that a claim is on.

    The finding is that of the whole point. A point that has a finding of yours keeps that one: what
    you name of it is changed, evidence is added, and this is said. The log keeps every earlier
    verdict with its reasons. Another analyst's finding stays beside yours.
    """
    from workbench.cli.wording import finding_words
    from workbench.core.changes import edit_finding, make_finding
    from workbench.core.concluding import own_findings_of
    from workbench.core.evidence import item_typed
    from workbench.core.points import point_of

    values = {name: value for name, value in fields.items() if value is not None}
    items = [item_typed(text) for text in evidence]
    with call.open_store() as store:
        state = call.load(store, review)
        about = the_claim(state, claim)
        point = point_of(state, about)
        there = _own(state, about)
        if there is None and "wording" not in values:
            raise click.UsageError("Missing --wording: the claim itself, neutrally put.")
        change = (
            make_finding(state, about, evidence=items, **values)
            if there is None
            else edit_finding(state, there, evidence=items, **values)
        )
        if change is not None:
            state.apply(store.commit(change).rows)
    finding = next(
        one for one in own_findings_of(state, point) if there is None or one.id == there.id
    )
    words = finding_words(finding)
    if change is None:
        sentence = f"Nothing to change, {words} says so already."
    else:
        done = "Made" if there is None else "Changed"
        sentence = f"{done} {words}, on point {point.number}."
    others = [
        f"There is {finding_words(one)}, on this point too."
        for one in state.findings_of(point)
        if one.id != finding.id
    ]
    line = lines(state, "findings", "finding", finding.number) if call.json else None
    call.report(line, sentence, *others)


def _own(state: "ReviewState", claim: "Claim") -> "Finding | None":
    """The analyst's finding of a claim's point; of several the one that hangs on the claim."""
    from workbench.cli.wording import enumerate_all
    from workbench.core.concluding import own_findings_of
    from workbench.core.points import point_of
    from workbench.errors import ChangeRefusedError

    point = point_of(state, claim)
    own = own_findings_of(state, point)
    here = [one for one in own if one.claim_id == claim.id]
    if len(own) > 1 and len(here) != 1:
        numbers = enumerate_all([str(one.number) for one in own])
        raise ChangeRefusedError(
            f"Point {point.number} has your findings {numbers}: links have joined what they were "
            "about. Delete all but one, or change one with `workbench edit`."
        )
    return next(iter(here or own), None)


@click.command(
    "verdicts",
    cls=Command,
    examples=(
        "workbench verdicts Afgh",
        'workbench verdicts Afgh true "half true" false unverified',
        "workbench verdicts Afgh --default",
    ),
)
@review_argument
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--default", "usual", is_flag=True, help="Give it the usual verdicts again.")
@pass_call
def verdicts_command(call: Call, review: str, names: tuple[str, ...], usual: bool) -> None:
    """List the verdicts that findings of REVIEW may have, or choose others.

    With NAMEs these are its verdicts from now on, in this order. Findings keep the verdicts they
    have. A finding may always be without a verdict; only unverified needs no rationale.
    """
    from workbench.cli.wording import enumerate_all
    from workbench.core.changes import choose_verdicts
    from workbench.core.model import DEFAULT_VERDICTS

    if names and usual:
        raise click.UsageError("Name the verdicts or take the usual ones, not both.")
    chosen = DEFAULT_VERDICTS if usual else names
    with call.open_store() as store:
        state = call.load(store, review)
        change = choose_verdicts(state, chosen) if chosen else None
        if change is not None:
            state.apply(store.commit(change).rows)
    answer = {
        "review": state.review.title,
        "review_id": state.review.id,
        "verdicts": list(state.verdicts),
    }
    if not chosen:
        if call.json:
            output.answer(answer)
        else:
            output.text("\n".join(state.verdicts))
        return
    listed = enumerate_all(state.verdicts)
    if change is None:
        sentence = f"Nothing to change, the verdicts are these already: {listed}."
    else:
        sentence = f"The verdicts of “{state.review.title}” are {listed} now."
    call.report(answer if call.json else None, sentence, *_left(state))


def _left(state: "ReviewState") -> list[str]:
    """What to say of findings whose verdict is not in the list."""
    from workbench.cli.wording import enumerate_all

    left = [
        one for one in state.findings.values() if one.verdict and one.verdict not in state.verdicts
    ]
    if not left:
        return []
    numbers = enumerate_all([str(number) for number in sorted(one.number for one in left)])
    which = f"Finding {numbers} keeps" if len(left) == 1 else f"Findings {numbers} keep"
    return [f"{which} a verdict that is not among them."]
