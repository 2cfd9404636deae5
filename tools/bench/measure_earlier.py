"""What earlier reviews cost: reading what they judged, asking at a key, searching them."""

import resource
import time
from collections.abc import Callable, Iterator
from itertools import islice

from tools.bench.figures import Promise, Row, milliseconds, quantile
from tools.bench.place import Place
from tools.bench.texts import prose
from workbench import searching
from workbench.core import changes
from workbench.core.anchor import anchor
from workbench.core.ids import new_id, now
from workbench.core.model import Claim, Finding, Link
from workbench.core.pieces import act, new_row
from workbench.core.review import ReviewState
from workbench.core.sentences import all_sentences
from workbench.match.earlier import JudgedClaims
from workbench.store import Store
from workbench.store.earlier import FIRST, Key

_ANALYST = "bench"
_REVIEWS = 10
_ASKED = 200  # claims that are compared


def earlier(place: Place) -> Iterator[Row]:
    """5,000 findings on pairs of claims in ten other reviews; a tenth of it where it is quick."""
    findings = 500 if place.quick else 5_000
    path = place.folder / "earlier.db"
    with Store(path, create=True) as store:
        for number in range(1, _REVIEWS + 1):
            _judge(store, number, findings // _REVIEWS)
        here = _review(store, "Here", prose(200_000, _REVIEWS + 1))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        known, pages, spent = _read(store, here.review.id)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
        what = f"{findings:,} findings in {_REVIEWS} reviews"
        yield Row(
            f"reading what was judged, in pages · {what}",
            f"{milliseconds(pages)} a page, {max(pages):.1f} at most, CPU {spent:.2f} s in all; "
            f"{len(known.claims):,} claims, {grown:.0f} MB",
        )
        yield from _asked(known, what)
        begun = time.process_time()
        found = searching.beside(store, here, "minister")
        spent = time.process_time() - begun
        yield Row(
            f"a search beside the articles · {what}",
            f"CPU {spent:.2f} s, {found.total:,} places",
        )
    path.unlink()


def _asked(known: JudgedClaims, what: str) -> Iterator[Row]:
    """A claim at a key, and in the background."""
    asked = known.claims[:: max(1, len(known.claims) // _ASKED)]
    at_key = [_cpu(lambda c=one: known.at(c.text_sha256, c.start, c.end)) for one in asked]
    yield Row(
        f"a claim at its place, at a key · {what}",
        f"CPU {milliseconds(at_key)}",
        (Promise("p95", quantile(at_key, 0.95), 0.5, "ms"),),
    )
    known.alike(asked[0].quote, "")  # reads in what it takes
    compared = [_cpu(lambda c=one: known.alike(c.quote, "")) for one in asked]
    yield Row(
        f"a claim in its words, in the background · {what}",
        f"CPU {milliseconds(compared)}",
        (Promise("p95", quantile(compared, 0.95), 20, "ms"),),
    )


def _read(store: Store, review_id: str) -> tuple[JudgedClaims, list[float], float]:
    known, pages = JudgedClaims(), []
    cpu = time.process_time()
    then: Key | None = FIRST
    while then is not None:
        begun = time.perf_counter()
        page = store.earlier.judged(review_id, then)
        known.add(page.claims)
        then = page.then
        pages.append((time.perf_counter() - begun) * 1000)
    return known, pages, time.process_time() - cpu


def _judge(store: Store, number: int, findings: int) -> None:
    """A review whose sentences are claims, linked two by two, with a finding on every pair."""
    text = prose(findings * 600, number)
    state = _review(store, f"Earlier {number}", text)
    article = state.articles_in_order()[0]
    time_ = now()
    shared = {"analyst": _ANALYST, "created_at": time_, "updated_at": time_}
    claims = [
        Claim(
            review_id=state.review.id,
            id=new_id(),
            number=0,
            article_id=article.id,
            **anchor(text, start, end)._asdict(),
            note="asked the minister’s office" if at % 50 == 0 else "",
            claimant="the ministry",
            origin="",
            tags="",
            **shared,
        )
        for at, (start, end) in enumerate(islice(all_sentences(text), 2 * findings))
    ]
    links, made = [], []
    for one, other in zip(claims[::2], claims[1::2], strict=False):
        links.append(
            Link(state.review.id, new_id(), 0, one.id, other.id, "agrees", "", "why", **shared)
        )
        made.append(
            Finding(
                state.review.id,
                new_id(),
                0,
                one.id,
                "What was said.",
                "mixed",
                "",
                "A list.",
                **shared,
            )
        )
    for name, records in (("claim.make", claims), ("link.make", links), ("finding.make", made)):
        store.commit(act(state, name, [new_row(record) for record in records]))


def _review(store: Store, title: str, text: str) -> ReviewState:
    review_id = store.commit(changes.create_review(title, _ANALYST)).rows[0].id
    added = changes.add_article(review_id, _ANALYST, text=text, raw=text.encode())
    store.add_article(added, text, text.encode())
    return store.load(review_id, _ANALYST)


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000
