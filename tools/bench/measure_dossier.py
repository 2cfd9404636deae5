"""What a dossier costs: of 2,000 points with three quotes each, as HTML and as Markdown."""

import itertools
import random
import time
from collections.abc import Iterator
from functools import partial

from tools.bench.figures import Row, milliseconds
from tools.bench.place import Place
from workbench.core.events import Event
from workbench.core.model import Article, Claim, Finding, Link, Relation, Review, to_row
from workbench.core.review import ReviewState, RowChange
from workbench.export import Material, export
from workbench.offering import differing

POINTS = 2_000
_TIME = "2025-10-28T10:00:00.000Z"
_RELATIONS: tuple[Relation, ...] = ("conflicts", "conflicts", "agrees", "unverified")
_TEXT = "A line of words in an article.\n\n" * 3_000


def dossier(place: Place) -> Iterator[Row]:
    """Time, size, and the longest time in which nothing is told and so nothing can be stopped."""
    state = review()
    material = Material(
        events=events(state), differing=partial(differing, state), text=lambda _: _TEXT
    )
    for file_format in ("html", "md"):
        spent, silent, size = [], 0.0, 0
        for _ in range(place.times(4, 1)):
            heard = [time.perf_counter()]
            begun = time.process_time()
            made = export(
                state,
                "report",
                file_format=file_format,
                material=material,
                tell=lambda *_, heard=heard: heard.append(time.perf_counter()),
            )
            spent.append((time.process_time() - begun) * 1000)
            silent = max(silent, *(b - a for a, b in itertools.pairwise(heard)))
            size = len(made)
        yield Row(
            f"a dossier as {file_format} · {POINTS:,} points in {len(state.articles)} articles",
            f"CPU {milliseconds(spent)}, {size / 1e6:.1f} MB, untold for {silent:.2f} s at most",
        )


def review() -> ReviewState:
    """Points of three claims each, one of the pairs in doubt; a third of them have a finding."""
    chance = random.Random(1)
    state = ReviewState(Review("r", "Measured", "bench", _TIME, _TIME), "bench")
    state.take(_article(number) for number in range(1, 51))
    state.take(_claim(number, chance) for number in range(1, POINTS * 3 + 1))
    pairs = [(n, n + 1) for n in range(1, POINTS * 3) if n % 3]
    state.take(
        Link(
            "r", f"l{n}", n, f"c{a}", f"c{b}",
            "agrees" if a % 3 == 1 else chance.choice(_RELATIONS),
            "number", "One of the two figures must be wrong.", "bench", _TIME, _TIME,
        )
        for n, (a, b) in enumerate(pairs, 1)
    )  # fmt: skip
    state.take(
        Finding(
            "r", f"f{n}", n, f"c{n * 9}", f"What is found on point {n}.", "supported", "high",
            "The register of the ministry says so on page 4.", "bench", _TIME, _TIME,
        )
        for n in range(1, POINTS // 3)
    )  # fmt: skip
    return state


def events(state: ReviewState) -> list[Event]:
    """A log in which every claim and link was made."""
    records = [("claim", one) for one in state.claims.values()]
    made = [RowChange(table, one.id, None, to_row(one)) for table, one in records]
    made += [RowChange("link", one.id, None, to_row(one)) for one in state.links.values()]
    return [
        Event(n, f"e{n}", "bench", f"2025-10-{n * 20 // len(made) + 1:02}T10:00:00.000Z",
              f"{row.table}.make", "", "", (row,))
        for n, row in enumerate(made, 1)
    ]  # fmt: skip


def _article(number: int) -> Article:
    return Article(
        "r", f"a{number}", number, f"Outlet {number}", f"Headline {number} on the same events",
        f"2025-10-{1 + number % 28:02}", f"https://example.org/2025/{number}/a-long-address", "",
        len(_TEXT), f"{number:064x}", f"{number:064x}", "bench", _TIME, _TIME,
    )  # fmt: skip


def _claim(number: int, chance: random.Random) -> Claim:
    quote = (
        f"Officials said on Friday that {chance.randint(2, 99)} soldiers and "
        f"{chance.randint(2, 9)} vehicles crossed the river near Kunduz on "
        f"{chance.randint(1, 28)} October, Zamir Kabulov told reporters."
    )
    return Claim(
        "r", f"c{number}", number, f"a{chance.randint(1, 50)}", number * 15, number * 15 + 99,
        quote,
        "", "", "", "Zamir Kabulov", chance.choice(("", "AP", "TASS")), "", "bench", _TIME, _TIME,
    )  # fmt: skip
