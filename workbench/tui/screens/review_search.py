"""What was found beside the articles, as a list: in notes, in findings, in earlier reviews."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from workbench import earlier
from workbench.core.events import shorten
from workbench.core.evidence import evidence_words
from workbench.core.written import excerpt
from workbench.searching import MOST, Found
from workbench.tui.desk import outlet_and_date
from workbench.tui.dialogs.listing import Line, Listing
from workbench.tui.screens import review_going as going

if TYPE_CHECKING:
    from workbench.core.review import ReviewState
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.screens.review_base import ReviewBase

_Said = tuple[tuple[str, str], ...]


def show(screen: "ReviewBase") -> None:
    """List what the search found beside the articles."""
    search = screen.search
    if search is None or search.beside is None:
        screen.say(
            f"{screen.key('search.list')} lists what a search finds in notes, findings and earlier "
            f"reviews: {screen.key('search')} begins one."
        )
        return
    if not search.beside.found:
        screen.say(f"“{shorten(search.wanted, 40)}” stands in the articles alone.")
        return
    cut = search.beside.total > len(search.beside.found)
    most = f"; the first {MOST} of each" if cut else ""
    show_list(
        screen,
        f"“{shorten(search.wanted, 30)}”: {search.beside.words()}{most}",
        [_line(screen.desk.state, found) for found in search.beside.found],
    )


def show_list(screen: "ReviewBase", title: str, lines: Sequence[Line]) -> None:
    """List places in this review and others, and go to the one that is chosen."""

    def chosen(line: Line | None) -> None:
        if line is not None:
            _go(screen, line)

    screen.app.push_screen(Listing(title, lines), chosen)


def _go(screen: "ReviewBase", line: Line) -> None:
    if line.review_id != screen.desk.review_id:
        cast("WorkbenchApp", screen.app).change_review(line.review_id, line.claim_id)
        return
    claim = screen.desk.state.claims.get(line.claim_id)
    if claim is None:
        screen.say("That claim is no longer there.")
    else:
        going.go_to_claim(screen, claim)


def _line(state: "ReviewState", found: Found) -> Line:
    entry = found.entry
    what = f"{entry.table} {entry.number} {entry.field}"
    head = f"“{shorten(found.review, 24)}” {what}" if found.where == "earlier" else what
    said = _of_another(found) if found.where == "earlier" else _of_this(state, found)
    return Line(head, excerpt(found.place), said, found.review_id, entry.claim_id)


def _of_this(state: "ReviewState", found: Found) -> _Said:
    """An entry of this review as it is now, for it may have been changed since it was found."""
    entry = found.entry
    said: list[tuple[str, str]] = [(f"{entry.table} {entry.number}, {entry.field}", entry.text)]
    if entry.table == "finding" and (finding := state.findings.get(entry.id)):
        said = [
            (f"finding {finding.number} of {finding.analyst}", finding.wording),
            ("verdict", finding.verdict or "none yet"),
            ("rationale", finding.rationale),
            *(("evidence", evidence_words(one)) for one in state.evidence_of(finding.id)),
        ]
    elif entry.table == "link" and (link := state.links.get(entry.id)):
        one, other = state.claims[link.from_claim_id], state.claims[link.to_claim_id]
        said += [("marked", f"{link.relation}{', ' if link.reason else ''}{link.reason}"),
                 (f"and claim {other.number}", f"“{other.quote}”")]  # fmt: skip
        said.insert(-1, (f"claim {one.number}", f"“{one.quote}”"))
        return tuple(said)
    claim = state.claims.get(entry.claim_id)
    if claim is not None:
        article = state.articles[claim.article_id]
        said += [
            (f"claim {claim.number}", f"“{claim.quote}”"),
            (f"article {article.number}", outlet_and_date(article)),
        ]
    return tuple((label, words) for label, words in said if words)


def _of_another(found: Found) -> _Said:
    entry, spot = found.entry, found.spot
    said = [("review", found.review), (f"{entry.table} {entry.number}, {entry.field}", entry.text)]
    if spot is not None:
        where = ", ".join(filter(None, (spot.outlet or "(no outlet)", spot.published_on)))
        said += [
            (f"claim {spot.number}", f"“{spot.quote}”"),
            (f"article {spot.article}", where),
        ]
    for one in found.judged:
        known = [label for label, _ in said]
        said += [line for line in earlier.in_full(one) if line[0] not in known]
    return tuple(said)
