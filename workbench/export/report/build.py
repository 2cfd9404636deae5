"""From a review to its dossier."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from workbench.core.matrix import Matrix, matrix
from workbench.core.model import Claim
from workbench.core.points import Point, all_points
from workbench.core.progress import Tell
from workbench.core.review import ReviewState
from workbench.core.segments import Span
from workbench.core.text import one_line
from workbench.export.material import Material
from workbench.export.report import words
from workbench.export.report.dossier import ApartEntry, Dossier, Reference, SingleEntry
from workbench.export.report.log import days, moment, verdict_histories
from workbench.export.report.model import ArticleEntry, PointEntry, QuoteEntry
from workbench.export.report.places import Place
from workbench.export.report.points import Around, link_entry, point_entry
from workbench.export.report.questions import questions
from workbench.export.report.quotes import article_entries, place_finder, quote_entry
from workbench.export.whole import whole_of

_POINTS = 20  # put together between two words on how far it is


def build(state: ReviewState, material: Material, tell: Tell) -> Dossier:
    """The dossier of a review.

    Args:
        state: the review, as the analyst sees it whose points and standings are wanted.
        material: log, differences and texts.
        tell: told how many points are done; what it raises ends the work.
    """
    whole = whole_of(state)
    articles = article_entries(state, material.events)
    place = place_finder(whole, material)
    entry = partial(_quote, articles, place)
    made = _in_order(state, whole)
    total = len(made) * 2 + 1
    full: list[PointEntry] = []
    singles: list[SingleEntry] = []
    histories = verdict_histories(state, material.events)
    changes = {history.finding: len(history.states) for history in histories}
    around = Around(state, whole, material, entry, changes)
    signs = []
    for done, row in enumerate(made.rows()):
        if done % _POINTS == 0:
            tell(done, total, "")
        signs.append(row.sign)
        if len(row.point.claims) > 1 or state.findings_of(row.point):
            full.append(point_entry(row, around))
        else:
            singles.append(SingleEntry(row.number, entry(row.point.claims[0])))
    apart = tuple(_apart(whole, entry, material))
    here = _only_here(full)
    listed = tuple(articles.values())
    asked = questions(full, listed)
    findings = sorted(state.findings.values(), key=lambda one: one.number)
    analysts = {event.analyst for event in material.events} | {state.analyst} | _signed(state)
    return Dossier(
        title=one_line(state.review.title),
        analyst=one_line(state.analyst),
        analysts=tuple(sorted(one_line(name) for name in analysts)),
        as_of=_as_of(state, material),
        summary=words.what_was_found(
            articles=len(articles),
            claims=len(state.claims),
            signs=signs,
            only_here=len(singles) + len(here),
            verdicts=[one_line(one.verdict) for one in findings if one.analyst == state.analyst],
            questions=[len(one.references) for one in asked],
            apart=sum(one.link.counts for one in apart),
            analyst=one_line(state.analyst),
            others=_others(state),
        ),
        articles=listed,
        points=tuple(full),
        singles=tuple(sorted(singles)),
        only_here=here,
        apart=apart,
        questions=asked,
        verdicts=tuple(one for one in histories if len(one.states) > 1 or one.gone),
        days=days(state, material.events),
        acts=len(material.events),
        method=words.METHOD,
    )


def _in_order(state: ReviewState, whole: ReviewState) -> Matrix:
    """The points: those with a finding first, then by how much they divide the articles."""
    made = matrix(whole.articles, all_points(whole), order="division")
    found = {one.claim_id for one in state.findings.values()}

    def without(point: Point) -> bool:
        return not any(claim.id in found for claim in point.claims)

    return Matrix(made.columns, tuple(sorted(made.points, key=without)), made.findings)


def _quote(
    articles: dict[str, ArticleEntry],
    place: Callable[[Claim], Place],
    claim: Claim,
    telling: Sequence[Span] = (),
) -> QuoteEntry:
    return quote_entry(claim, articles[claim.article_id], place(claim), telling)


def _apart(
    whole: ReviewState, entry: Callable[[Claim], QuoteEntry], material: Material
) -> Iterator[ApartEntry]:
    """The pairs that the analyst, or another one, says are about different events."""
    for link in sorted(whole.links.values(), key=lambda one: one.number):
        if not link.same_event:
            one, other = whole.claims[link.from_claim_id], whole.claims[link.to_claim_id]
            yield ApartEntry(link_entry(whole, link, material.hint), entry(one), entry(other))


def _signed(state: ReviewState) -> set[str]:
    """Whose the marks are; those of somebody whose file was imported have no act of theirs."""
    marks = (state.claims, state.links, state.findings, state.evidence)
    return {one.analyst for held in marks for one in held.values()}


def _others(state: ReviewState) -> words.Others:
    links = [one.analyst for one in state.links.values() if one.analyst != state.analyst]
    findings = [one.analyst for one in state.findings.values() if one.analyst != state.analyst]
    return words.Others(len(links), _names(links), len(findings), _names(findings))


def _names(analysts: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({one_line(name) for name in analysts}))


def _only_here(points: Sequence[PointEntry]) -> tuple[Reference, ...]:
    return tuple(
        Reference("point", point.number, point.wording)
        for point in points
        if len({quote.article.number for quote in point.quotes}) == 1
    )


def _as_of(state: ReviewState, material: Material) -> str:
    """The time of the last act; the same review gives the same dossier on every day."""
    records = (state.claims, state.links, state.articles, state.findings, state.evidence)
    times = [one.updated_at for held in records for one in held.values()]
    times += [event.at for event in material.events]
    return moment(max(times, default=state.review.updated_at))
