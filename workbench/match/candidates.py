"""Ranking the sentences that may speak of the same thing as a claim."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

COMPARED = 4_096
"""Code points of a claim or a sentence that are compared; what follows them is not looked at."""

LEAST_SHARED = 0.08
"""Scores under this are noise: sentences that share a word by accident."""

PROBABLY_ONLY_HERE = 0.2
"""A claim whose best counterpart scores less is probably made by its own article alone.

Of 85 hand-matched spans in five real articles on three events, .85 score this or more, of 29 that
only one of them makes, .21. Of the claims of ECB+ with a counterpart .99 score as much, of the same
claims with the articles on their own event taken away .30.
"""

# bm25 as Robertson and others published it, with their usual constants; how many words a sentence
# has is the average of the ECB+ development topics, empty words not counted.
_SATURATION = 1.2
_LENGTH = 0.75
_WORDS_OF_A_SENTENCE = 14

_WEIGHT_OF_BM25 = 0.8
_WEIGHT_OF_SHARED = 0.15
_WEIGHT_OF_ALIKE = 0.05


class Counterpart(NamedTuple):
    """A sentence that may say the same as a claim, or the contrary.

    Attributes:
        article_id: where it stands.
        start: code point offset of its beginning.
        end: offset after its end.
        score: between 0 and 1; greater is likelier, for any claim alike.
    """

    article_id: str
    start: int
    end: int
    score: float


def terms(quote: str) -> list[str]:
    """The words to look for: those of the quote that say something, each once.

    Empty when there is nothing to compare: no words at all, or such as every sentence has.
    """
    from workbench.core import terms as words_of  # slow; nobody links before the first frame

    return list(dict.fromkeys(words_of.terms(quote[:COMPARED])))


def rank(
    quote: str,
    found: Sequence[tuple[str, int, int, float]],
    texts: Iterable[str],
    counts: Mapping[str, int],
    total: int,
) -> list[Counterpart]:
    """Re-rank what the index offers, by a score that means the same for every claim.

    Each word of the claim weighs as much as it is rare in the review (its IDF). Of the score, 80
    parts in a hundred are bm25, as a share of what the claim would score against itself; 15 the
    share of the claim's weight that the sentence holds, however long it is; 5 rapidfuzz's
    `token_set_ratio` over the same words. The parts were chosen on one half of the development
    topics of ECB+ and of the training tweets of CheckThat! 2020 and confirmed on the other; all
    that lies near them is as good, and neither other scorers of rapidfuzz, pairs of words, n-grams
    of letters, neighbouring sentences, spellings nor synonyms made it better on both.

    Args:
        quote: the claim's words.
        found: article id, start, end and the index's score of each sentence.
        texts: the sentences' words, in the same order.
        counts: how many sentences of the review hold each of the words looked for; others of the
            claim's words do not count.
        total: how many sentences the review has.

    Returns:
        Counterparts, best first; those that share next to nothing are left out.
    """
    from rapidfuzz import fuzz

    from workbench.core import terms as words_of

    asked = words_of.terms(quote[:COMPARED])
    rarity = {word: _rarity(counts[word], total) for word in asked if word in counts}
    weight = sum(rarity.values())
    sentences = [words_of.terms(text[:COMPARED]) for text in texts]
    if not weight or not sentences:
        return []
    itself = weight * _saturated(1, len(asked))
    joined = " ".join(rarity)
    ranked = []
    for (article_id, start, end, _), words in zip(found, sentences, strict=True):
        shared = [word for word in words if word in rarity]
        times = Counter(shared)
        bm25 = sum(rarity[w] * _saturated(times[w], len(words)) for w in times)
        score = (
            _WEIGHT_OF_BM25 * min(1.0, bm25 / itself)
            + _WEIGHT_OF_SHARED * sum(rarity[word] for word in times) / weight
            + _WEIGHT_OF_ALIKE * fuzz.token_set_ratio(joined, " ".join(words)) / 100
        )
        if score >= LEAST_SHARED:
            ranked.append(Counterpart(article_id, start, end, score))
    return sorted(ranked, key=lambda one: -one.score)  # of equals, the index's own order


def probably_only_here(found: Iterable[Counterpart]) -> bool:
    """Whether none of a claim's counterparts is good enough to be likely one."""
    return max((one.score for one in found), default=0.0) < PROBABLY_ONLY_HERE


def _rarity(count: int, total: int) -> float:
    """IDF, in the form that is never negative."""
    return math.log(1 + (max(total, count) - count + 0.5) / (count + 0.5))


def _saturated(times: int, length: int) -> float:
    """How much a word counts that a sentence of so many words holds so often."""
    longer = 1 - _LENGTH + _LENGTH * length / _WORDS_OF_A_SENTENCE
    return times * (_SATURATION + 1) / (times + _SATURATION * longer)
