"""The index asked: which sentences of a review share the rarest words of a claim."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workbench.store.driver import Connection
from workbench.store.index import SENTENCES_OF_A_TEXT

POSTINGS = 5_000
"""Index entries a query reads, rarest words first: all there is on a few articles, and flat in the
index's size. On 10,375 checked claims it costs no place at all (MRR .847 with and without)."""

MOST_WORDS = 128
"""Words of a claim that are looked for; a sentence of the press has 14 on average."""

MOST = 300
"""Sentences that are offered at most, however many articles there are: two thirds of them the best
of all, the others so that every article has its best."""

# In ASCII the index's tokenizer knows letters and digits; anything else would be no single word.
_ONE_WORD = re.compile(r"[^\x00-/:-@\[-`{-\x7f\ud800-\udfff]+")


class Candidate(NamedTuple):
    """A sentence of another article that shares rare words with a claim.

    Attributes:
        article_id: where it stands.
        start: code point offset of its beginning.
        end: offset after its end.
        score: bm25; greater is better, and nothing can be said of it between two claims.
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
        total: how many sentences were looked through: the review's, and those of other reviews that
            were indexed between them.
    """

    sentences: list[Candidate]
    counts: dict[str, int]
    total: int


class _Range(NamedTuple):
    """Where a review's sentences stand: their ids, the articles by the number of their text."""

    low: int
    high: int
    total: int
    articles: dict[int, str]


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
    counts = {word: _count(connection, word, place) for word in words}
    rare = _rarest(counts)
    if not rare:
        return Offer([], counts, place.total)
    cursor = connection.cursor()
    cursor.row_factory = None  # plain tuples are sorted ten times as fast
    best = cursor.execute(
        "SELECT bm25(sentence_index), rowid FROM sentence_index "
        "WHERE sentence_index MATCH ? AND rowid BETWEEN ? AND ?",
        [" OR ".join(f'"{word}"' for word in rare), place.low, place.high],
    ).fetchall()
    best.sort()  # SQLite's bm25 is the better the smaller
    chosen = _chosen(best, place.articles, limit, not_in)
    spans = _spans(connection, chosen)
    offered = [
        Candidate(place.articles[key // SENTENCES_OF_A_TEXT], *spans[key], -score)
        for score, key in best
        if key in chosen and key in spans
    ]
    return Offer(offered, counts, place.total)


def _place(connection: Connection, review_id: str) -> _Range:
    rows = connection.execute(
        "SELECT sentence_progress.number, sentence_progress.sentences, article.id "
        "FROM article JOIN sentence_progress USING (text_sha256) WHERE article.review_id = ?",
        [review_id],
    ).fetchall()
    articles = {int(row[0]): str(row[2]) for row in rows}
    if not articles:
        return _Range(0, -1, 0, {})
    low, high = min(articles), max(articles)
    total = connection.execute(
        "SELECT sum(sentences) FROM sentence_progress WHERE number BETWEEN ? AND ?", [low, high]
    ).fetchone()[0]
    return _Range(
        low * SENTENCES_OF_A_TEXT, (high + 1) * SENTENCES_OF_A_TEXT - 1, int(total), articles
    )


def _count(connection: Connection, word: str, place: _Range) -> int:
    """How many sentences hold a word; counting stops where it would not be looked for any more."""
    found = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM sentence_index WHERE sentence_index MATCH ? "
        "AND rowid BETWEEN ? AND ? LIMIT ?)",
        [f'"{word}"', place.low, place.high, POSTINGS + 1],
    ).fetchone()
    return int(found[0])


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


def _chosen(
    best: Iterable[tuple[float, int]], articles: Mapping[int, str], limit: int, not_in: str
) -> set[int]:
    """The ids of the best of each article, at most `MOST`.

    Where there are more, two thirds are the best of all; of what is left every article's first
    comes before any article's second.
    """
    taken: dict[int, int] = {}
    ranked = []
    for _, key in best:
        text = key // SENTENCES_OF_A_TEXT
        place = taken.get(text, 0)
        if place < limit and articles.get(text, not_in) != not_in:
            taken[text] = place + 1
            ranked.append((place, key))
    at_once = MOST * 2 // 3
    later = sorted(ranked[at_once:], key=lambda one: one[0])
    return {key for _, key in ranked[:at_once] + later[: MOST - at_once]}


def _spans(connection: Connection, keys: Iterable[int]) -> dict[int, tuple[int, int]]:
    rows = connection.execute(
        'SELECT id, start, "end" FROM sentence WHERE id IN (SELECT value FROM json_each(?))',
        [json.dumps(list(keys))],
    ).fetchall()
    return {row[0]: (row[1], row[2]) for row in rows}
