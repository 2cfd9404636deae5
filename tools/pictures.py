"""Make the pictures of the screen in docs/pictures from the sample review: `make pictures`.

The program runs headless at each size and is driven by the keys a person would press; what it shows
is written as SVG.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from picture_texts import ARABIC, CHINESE, OVERLAPS, SYMBOLS, Sample

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.core.model import Claim, Relation
from workbench.sample import make_annotated
from workbench.store import Store
from workbench.tui.app import WorkbenchApp
from workbench.tui.desk import Desk

HERE = Path(__file__).parent.parent
OUT = HERE / "docs" / "pictures"
SIZES = ((80, 24), (120, 40), (200, 50))

# (article, words, claimant, origin) and (from, to, relation, reason), by the order of the first.
CLAIMS = (
    (4, "Sending Russian soldiers to Afghanistan is not being considered", "Zamir Kabulov",
     "Kabulov's statement of 7 October"),
    (5, "Moscow is not thinking of stationing its troops in war-torn Afghanistan",
     "Zamir Kabulov", "Kabulov's statement of 7 October"),
    (4, "Russia’s special representative for Afghanistan", "", ""),
    (5, "Russia’s ambassador to the country, Zamir Kabulov", "", ""),
    (1, "No country that wants bases in Afghanistan was mentioned by name", "", ""),
    (2, "mentioned Bagram by name", "", ""),
    (3, "for Pakistan it was the defence minister, Khawaja Asif, who took part", "", ""),
    (1, "the foreign ministers of Iran, China, Pakistan and Russia", "", ""),
)  # fmt: skip
LINKS: tuple[tuple[int, int, Relation, str], ...] = (
    (0, 1, "agrees", ""),
    (2, 3, "conflicts", "role"),
    (4, 5, "unverified", "needs the statement itself"),
    (6, 7, "unverified", "not the same event"),
)


def make_review(store: Store, analyst: str) -> str:
    """The sample review with some claims and links; answers with its id."""
    event = store.commit(changes.create_review("Afghanistan, autumn 2025", analyst))
    review_id = event.rows[0].id
    state = store.load(review_id, analyst)
    names = [str(path) for path in sorted((HERE / "corpus").glob("*.txt"))]
    for outcome in bring_in(store, state, names, limit=1 << 24):
        if outcome.failed:
            sys.exit(outcome.sentence)
    for article in state.articles_in_order():
        while not store.index_some(article, store.text(article)):
            pass
    desk = Desk(store, review_id, analyst)
    made: list[Claim] = []
    for number, words, claimant, origin in CLAIMS:
        article = desk.state.article_numbered(number)
        assert article is not None, number
        text = str(desk.text(article.id))
        start = text.index(words)
        desk.commit(changes.make_claim(desk.state, article, text, start, start + len(words)))
        claim = desk.state.claims_at(article.id, start)[0]
        desk.commit(changes.edit_claim(desk.state, claim, claimant=claimant, origin=origin))
        made.append(desk.state.claims[claim.id])
    for one, other, relation, reason in LINKS:
        desk.commit(
            changes.link_claims(desk.state, made[one], made[other], relation, reason=reason)
        )
    return review_id


def make_points(store: Store, analyst: str) -> str:
    """The annotated sample; answers with its id."""
    return make_annotated(store, analyst).review.id


def make_sample(sample: Sample) -> Callable[[Store, str], str]:
    """A function that makes the review of a sample and answers with its id."""

    def make(store: Store, analyst: str) -> str:
        event = store.commit(changes.create_review("The old bridge", analyst))
        review_id = event.rows[0].id
        with tempfile.TemporaryDirectory() as folder:
            names = []
            for number, (outlet, date, text) in enumerate(sample.articles, 1):
                path = Path(folder) / f"{number}.txt"
                head = f'---\noutlet: "{outlet}"\npublished: {date}\n---\n'
                path.write_text(head + text, encoding="utf-8")
                names.append(str(path))
            state = store.load(review_id, analyst)
            for outcome in bring_in(store, state, names, limit=1 << 20):
                if outcome.failed:
                    sys.exit(outcome.sentence)
        desk = Desk(store, review_id, analyst)
        made: list[Claim] = []
        for number, words in sample.claims:
            article = desk.state.article_numbered(number)
            assert article is not None, number
            text = str(desk.text(article.id))
            start = text.index(words)
            old = set(desk.state.claims)
            desk.commit(changes.make_claim(desk.state, article, text, start, start + len(words)))
            made += [desk.state.claims[key] for key in desk.state.claims.keys() - old]
        for one, other, relation in sample.links:
            link: Any = relation
            desk.commit(changes.link_claims(desk.state, made[one], made[other], link))
        return review_id

    return make


@contextmanager
def without_colours() -> Iterator[None]:
    """As in the shell of somebody who has set NO_COLOR."""
    os.environ["NO_COLOR"] = "1"
    yield
    del os.environ["NO_COLOR"]


async def picture(
    name: str,
    size: tuple[int, int],
    keys: Iterable[str],
    make: Callable[[Store, str], str] = make_review,
    theme: str = "",
) -> None:
    """One picture: a fresh review, some keys, the screen."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "workbench.db", create=True) as store,
    ):
        review_id = make(store, "mk")
        app = WorkbenchApp(store, "mk", review_id)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause(0.3)
            app.theme = theme or app.theme
            for key in keys:
                await pilot.press(key)
            await pilot.pause(0.6)
            svg = app.export_screenshot(title="workbench")
    OUT.mkdir(parents=True, exist_ok=True)
    # The reader's own monospaced font, and nothing fetched from anywhere.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code", "monospace").replace("fira code", "monospace")
    path = OUT / f"{name}-{size[0]}x{size[1]}.svg"
    path.write_text(svg, encoding="utf-8")
    print(path.relative_to(HERE))


async def main() -> None:
    """Every picture the documents use."""
    for size in SIZES:
        await picture("review", size, ["exclamation_mark"])
        await picture("points", size, ["p"], make_points)
    await picture("linking", (160, 48), ["right_curly_bracket", "enter", "space"])
    await picture("claim", (120, 40), ["exclamation_mark", "enter"])
    await picture("help", (120, 40), ["question_mark"])
    await picture("history", (120, 40), ["H"])
    await picture("arabic", (120, 32), ["right_square_bracket"], make_sample(ARABIC))
    await picture("chinese", (120, 32), ["right_square_bracket"], make_sample(CHINESE))
    await picture("symbols", (120, 32), [], make_sample(SYMBOLS))
    await picture("symbols-plain", (120, 32), ["S"], make_sample(SYMBOLS))
    overlaps = make_sample(OVERLAPS)
    keys = ["right_square_bracket", "right_square_bracket"]
    await picture("overlaps", (120, 32), keys, overlaps)
    await picture("overlaps-light", (120, 32), keys, overlaps, "workbench-light")
    with without_colours():
        await picture("overlaps-no-color", (120, 32), keys, overlaps)


if __name__ == "__main__":
    asyncio.run(main())
