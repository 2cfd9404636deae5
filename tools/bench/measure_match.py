"""What finding counterparts costs: asking, making the index, adding an article to a large one."""

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from tools.bench.figures import Promise, Row, milliseconds, quantile, ratio
from tools.bench.place import Place
from tools.bench.texts import sample_words
from workbench import proposing
from workbench.core import changes
from workbench.core.model import Article, Claim
from workbench.core.review import ReviewState
from workbench.core.sentences import all_sentences
from workbench.store import Store

_ANALYST = "bench"
_INVENTED = 60_000  # words beside the sample's, the rarer the later: names, places, numbers
_SYLLABLES = "ba ko ri mu sha tel gor vin da lo pe zar nak ul em fi".split()


def match(place: Place) -> Iterator[Row]:
    """Asking and indexing at 1,000, 10,000 and 100,000 sentences."""
    for sentences in (1_000, 10_000) if place.quick else (1_000, 10_000, 100_000):
        yield from _measured(place, sentences)


def outlook(place: Place) -> Iterator[Row]:
    """The same at a million; takes several minutes, so only when asked for by name."""
    yield from _measured(place, 1_000_000)


def _measured(place: Place, sentences: int) -> Iterator[Row]:
    texts = _texts(sentences, each=min(1_000, sentences // 10))
    name = f"{sentences:,} sentences"
    path = place.folder / f"match-{sentences}.db"
    with Store(path, create=True) as store:
        state = _review(store, texts)
        before = path.stat().st_size
        begun, cpu = time.perf_counter(), time.process_time()
        slices = [took for article in state.articles_in_order() for took in _index(store, article)]
        wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
        grown = path.stat().st_size - before
        begun = time.process_time()
        for article in state.articles_in_order():
            for _ in all_sentences(store.text(article)):
                pass
        splitting = time.process_time() - begun
        limit = (Promise("", wall, 4, "s"),) if sentences == 100_000 else ()
        yield Row(
            f"making the index, in slices · {name}",
            f"{wall:.2f} s, CPU {cpu:.2f} (of which splitting {splitting:.2f}); "
            f"{len(slices)} slices, {milliseconds(slices)}; {grown / 1e6:.1f} MB on disk",
            limit,
        )
        yield from _asked(place, store, state, name)
        yield _one_more(place, store, state, name)
    path.unlink()


def _asked(place: Place, store: Store, state: ReviewState, name: str) -> Iterator[Row]:
    from rapidfuzz import fuzz, process

    article = state.articles_in_order()[0]
    text = store.text(article)
    texts = {one.id: store.long_text(one) for one in state.articles_in_order()}
    plain = [str(store.text(one)) for one in state.articles_in_order()]
    sentences = [words for one in plain for words in one.split("\n")]
    chance = random.Random(7)
    asking, cpus, scans = [], [], []
    for number in range(place.times(60, 20)):
        claim = _claim(state, article, text, " ".join(_some(chance, chance.choice(sentences))))
        begun, cpu = time.perf_counter(), time.process_time()
        proposing.counterparts(store, state, claim, texts.__getitem__)
        asking.append((time.perf_counter() - begun) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
        if number < 3:
            begun = time.perf_counter()
            process.extract(claim.quote, sentences, scorer=fuzz.token_set_ratio, limit=20)
            scans.append((time.perf_counter() - begun) * 1000)
    promises = {
        "10,000 sentences": Promise("CPU p95", quantile(cpus, 0.95), 50, "ms"),
        "100,000 sentences": Promise("p95", quantile(asking, 0.95), 25, "ms"),
    }
    yield Row(
        f"counterparts of a claim · {name}",
        f"{milliseconds(asking)}, CPU {milliseconds(cpus)}",
        (promises[name],) if name in promises else (),
    )
    yield Row(
        f"the same ÷ comparing with each by rapidfuzz · {name}",
        f"{ratio(asking[: len(scans)], scans):.4f}",
    )


def _one_more(place: Place, store: Store, state: ReviewState, name: str) -> Row:
    """An article added to the large index, against the same in a database of its own."""
    (text,) = _texts(500, each=500, seed=2)
    begun = time.perf_counter()
    _index_all(store, state.review.id, text)
    large = time.perf_counter() - begun
    alone = place.folder / "alone.db"
    with Store(alone, create=True) as empty:
        review_id = empty.commit(changes.create_review("Alone", _ANALYST)).rows[0].id
        begun = time.perf_counter()
        _index_all(empty, review_id, text)
        small = time.perf_counter() - begun
    alone.unlink()
    return Row(
        f"adding an article of 500 sentences ÷ the same alone · {name}",
        f"{large / small:.1f} ({large * 1000:.0f} ÷ {small * 1000:.0f} ms)",
    )


def _review(store: Store, texts: list[str]) -> ReviewState:
    review_id = store.commit(changes.create_review("Measured", _ANALYST)).rows[0].id
    for text in texts:
        _add(store, review_id, text)
    return store.load(review_id, _ANALYST)


def _add(store: Store, review_id: str, text: str) -> str:
    added = changes.add_article(review_id, _ANALYST, text=text, raw=text.encode())
    return store.add_article(added, text, text.encode()).rows[0].id


def _index(store: Store, article: Article) -> Iterator[float]:
    """Index an article slice by slice; milliseconds of each."""
    text = store.long_text(article)
    done = False
    while not done:
        begun = time.perf_counter()
        done = store.index_some(article, text)
        yield (time.perf_counter() - begun) * 1000


def _index_all(store: Store, review_id: str, text: str) -> None:
    article_id = _add(store, review_id, text)
    article = store.load(review_id, _ANALYST).articles[article_id]
    for _ in _index(store, article):
        pass


def _claim(state: ReviewState, article: Article, text: str, quote: str) -> Claim:
    made = changes.make_claim(state, article, text, 0, 20).rows[0].after or {}
    return replace(Claim(**made), quote=quote)


def _some(chance: random.Random, sentence: str) -> list[str]:
    """Three words of four, as another article would have them."""
    return [word for word in sentence.split() if chance.random() > 0.25]


def _texts(sentences: int, *, each: int, seed: int = 1) -> list[str]:
    """Articles of so many sentences, a line each, whose words are as rare as those of the press.

    The sample's words come as often as they stand there, in three of four places; of invented ones
    the n-th comes n times less often than the first.
    """
    chance = random.Random(seed)
    common = sample_words()
    invented = [
        "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))) for _ in range(_INVENTED)
    ]
    weights = list(accumulate(1 / (rank + 10) for rank in range(_INVENTED)))
    articles = []
    for _ in range(sentences // each):
        lines = []
        for _ in range(each):
            size = chance.randint(10, 34)
            words = chance.choices(common, k=size * 3 // 4)
            words += chance.choices(invented, cum_weights=weights, k=size - len(words))
            chance.shuffle(words)
            lines.append(" ".join(words).capitalize() + ".")
        articles.append("\n".join(lines))
    return articles
