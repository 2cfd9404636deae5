"""The index asked: which sentences of a review share the rarest words of a claim."""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workbench.store.driver import Connection
from workbench.store.index import SENTENCES_OF_A_TEXT

POSTINGS = 5_000
"""Index entries a query reads, rarest words first: all there is on a few articles, and flat in the
index's size. On 10,375 checked claims it costs no place at all (MRR .847 with and without)."""

_AT_ONCE = 300
"""Entries that are read as fast as a word is looked up once more in another range."""

MOST_WORDS = 128
"""Words of a claim that are looked for; a sentence of the press has 14 on average."""

# bm25 with its usual constants, of a word that a sentence holds once: but for a factor that is the
# same for all, its rarity ÷ (1 + 1.2 × (.25 + .75 × length ÷ usual length)).
_SHORTEST = (1 + 1.2 * 0.25) / (1.2 * 0.75)

MOST = 300
"""Sentences that are offered at most, however many articles there are: two thirds of them the best
of all, the others so that every article has its best."""

_WITHIN = (
    "FROM (SELECT json_extract(value, '$[0]') AS low, json_extract(value, '$[1]') AS high "
    "FROM json_each(?) LIMIT -1) AS place CROSS JOIN sentence_index "
    "WHERE sentence_index MATCH ? AND sentence_index.rowid BETWEEN low AND high LIMIT ?"
)

_BETWEEN = (
    "SELECT rowid FROM sentence_index WHERE sentence_index MATCH ? AND rowid BETWEEN ? AND ? "
    "LIMIT ?"
)

# In ASCII the index's tokenizer knows letters and digits; anything else would be no single word.
_ONE_WORD = re.compile(r"[^\x00-/:-@\[-`{-\x7f\ud800-\udfff]+")


class Candidate(NamedTuple):
    """A sentence of another article that shares rare words with a claim.

    Attributes:
        article_id: where it stands.
        start: code point offset of its beginning.
        end: offset after its end.
        score: bm25, every word counted once; greater is better, and nothing can be said of it
            between two claims.
    """

    article_id: str
    start: int
    end: int
    score: float


class Offer(NamedTuple):
    """What the index has for a claim.

    Attributes:
        sentences: candidates, best first.
        counts: how many of the sentences looked through hold each word, at most `POSTINGS` + 1.
        total: how many sentences were looked through: all of the review that are indexed.
    """

    sentences: list[Candidate]
    counts: dict[str, int]
    total: int


class _Place(NamedTuple):
    """Where a review's sentences stand.

    Attributes:
        articles: their ids, by the number of their text.
        ranges: first and last id of sentences that no other review's stand between.
        total: how many sentences there are.
    """

    articles: dict[int, str]
    ranges: list[tuple[int, int]]
    total: int


def candidates(
    connection: Connection, review_id: str, terms: Sequence[str], limit: int, not_in: str = ""
) -> Offer:
    """The sentences of a review that share the rarest of some words.

    Args:
        connection: the database.
        review_id: which review's articles.
        terms: words of the claim, as `core.terms` gives them; those after `MOST_WORDS` different
            ones are not looked for.
        limit: at most so many per article.
        not_in: the id of an article to leave out, the claim's own.

    Returns:
        The sentences, best first by bm25, and how rare each word is.
    """
    place = _place(connection, review_id)
    words = [word for word in dict.fromkeys(terms) if _ONE_WORD.fullmatch(word)][:MOST_WORDS]
    if not place.ranges:
        return Offer([], dict.fromkeys(words, 0), 0)
    held: dict[str, list[int]] = {}
    if len(place.ranges) > 1:
        held = {word: _holding(connection, word, place) for word in words}
    counts = (
        {word: len(keys) for word, keys in held.items()}
        if held
        else _counted(connection, words, place)
    )
    weights: dict[int, float] = {}
    total = max(place.total, 0)  # less than nothing only in a damaged file
    for word in _rarest(counts):
        rarity = math.log(1 + (total - counts[word] + 0.5) / (counts[word] + 0.5))
        if counts[word] > POSTINGS:
            keys = _some_of_each(connection, word, place)
        else:
            keys = held[word] if held else _holding(connection, word, place)
        for key in keys:
            weights[key] = weights.get(key, 0.0) + rarity
    if not_in:
        out = {number for number, article_id in place.articles.items() if article_id == not_in}
        weights = {key: w for key, w in weights.items() if key // SENTENCES_OF_A_TEXT not in out}
    # How long they are is looked up for twice as many as are offered.
    heaviest = sorted(weights, key=weights.__getitem__, reverse=True)
    spans = _spans(connection, _chosen(heaviest, 2 * limit, 2 * MOST))
    usual = sum(end - start for start, end in spans.values()) / max(1, len(spans))
    best = sorted(
        (-weights[key] / (_SHORTEST + (end - start) / usual), key)
        for key, (start, end) in spans.items()
    )
    chosen = _chosen([key for _, key in best], limit, MOST)
    offered = [
        Candidate(place.articles[key // SENTENCES_OF_A_TEXT], *spans[key], -score)
        for score, key in best
        if key in chosen
    ]
    return Offer(offered, counts, place.total)


def _place(connection: Connection, review_id: str) -> _Place:
    rows = connection.execute(
        "SELECT sentence_progress.number, article.id, sentence_progress.sentences "
        "FROM article JOIN sentence_progress USING (text_sha256) WHERE article.review_id = ?",
        [review_id],
    ).fetchall()
    articles = {int(row[0]): str(row[1]) for row in rows}
    if not articles:
        return _Place({}, [], 0)
    ranges: list[tuple[int, int]] = []
    others = True  # whether another review's sentences stand since the last of these
    for (number,) in _rows(
        connection,
        "SELECT number FROM sentence_progress WHERE number BETWEEN ? AND ? AND sentences "
        "ORDER BY number",
        [min(articles), max(articles)],
    ):
        if number not in articles:
            others = True
            continue
        first = number * SENTENCES_OF_A_TEXT if others else ranges.pop()[0]
        ranges.append((first, (number + 1) * SENTENCES_OF_A_TEXT - 1))
        others = False
    return _Place(articles, ranges, sum(row[2] for row in rows))


def _counted(connection: Connection, words: Iterable[str], place: _Place) -> dict[str, int]:
    """How many sentences of one range hold each word; who they are is asked of rare words alone.

    Counting stops where a word would not be looked for any more.
    """
    return {
        word: _rows(
            connection,
            f"SELECT count(*) FROM ({_BETWEEN})",
            [f'"{word}"', first, last, POSTINGS + 1],
        )[0][0]
        for word in words
        for first, last in place.ranges
    }


def _rows(connection: Connection, sql: str, parameters: Sequence[object]) -> list[tuple[int, ...]]:
    cursor = connection.cursor()
    cursor.row_factory = None  # plain tuples are made several times as fast
    return cursor.execute(sql, parameters).fetchall()


def _holding(connection: Connection, word: str, place: _Place) -> list[int]:
    """The ids of a review's sentences that hold a word, at most one more than `POSTINGS`.

    Of a rare word all entries are read between the review's first sentence and its last, where
    that is less work than to look into each of its ranges.
    """
    alone = len(place.ranges) == 1
    most = POSTINGS + 1 if alone else _AT_ONCE * len(place.ranges)
    found = _rows(
        connection, _BETWEEN, [f'"{word}"', place.ranges[0][0], place.ranges[-1][1], most]
    )
    if alone or len(found) < most:
        return [row[0] for row in found if row[0] // SENTENCES_OF_A_TEXT in place.articles]
    found = _rows(
        connection,
        f"SELECT sentence_index.rowid {_WITHIN}",
        [json.dumps(place.ranges), f'"{word}"', POSTINGS + 1],
    )
    return [row[0] for row in found]


def _some_of_each(connection: Connection, word: str, place: _Place) -> list[int]:
    """Of a word that too many sentences hold, the first ones of each article."""
    keys: list[int] = []
    each = max(1, POSTINGS // len(place.articles))
    for number in place.articles:
        low = number * SENTENCES_OF_A_TEXT
        most = min(each, POSTINGS - len(keys))
        found = _rows(connection, _BETWEEN, [f'"{word}"', low, low + SENTENCES_OF_A_TEXT - 1, most])
        keys += [row[0] for row in found]
        if len(keys) >= POSTINGS:
            break
    return keys


def _rarest(counts: Mapping[str, int]) -> list[str]:
    """The words that some sentence holds, rarest first, up to the budget of postings."""
    rare: list[str] = []
    postings = 0
    for word, count in sorted(counts.items(), key=lambda pair: pair[1]):
        if rare and postings + count > POSTINGS:
            break
        if count:
            rare.append(word)
            postings += count
    return rare


def _chosen(best: Iterable[int], limit: int, most: int) -> set[int]:
    """The ids of the best of each article, at most `most`.

    Where there are more, two thirds are the best of all; of what is left every article's first
    comes before any article's second.
    """
    taken: dict[int, int] = {}
    ranked = []
    for key in best:
        text = key // SENTENCES_OF_A_TEXT
        place = taken.get(text, 0)
        if place < limit:
            taken[text] = place + 1
            ranked.append((place, key))
    at_once = most * 2 // 3
    later = sorted(ranked[at_once:], key=lambda one: one[0])
    return {key for _, key in ranked[:at_once] + later[: most - at_once]}


def _spans(connection: Connection, keys: Iterable[int]) -> dict[int, tuple[int, int]]:
    rows = _rows(
        connection,
        'SELECT id, start, "end" FROM sentence WHERE id IN (SELECT value FROM json_each(?))',
        [json.dumps(list(keys))],
    )
    return {key: (start, end) for key, start, end in rows}
