"""Score how counterparts are ranked: `python -m tools.match FILE...`.

A file is JSON: `pool`, a list of sentences, each `{"text", "doc"}`; and `queries`, each
`{"text", "doc", "relevant"}`, where `relevant` are the places in the pool that are right. A
sentence of the query's own document is never an answer. docs/measurements.md says how such files
come from ECB+ and CheckThat!.
"""

import argparse
import json
import tempfile
import time
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.core import changes
from workbench.match import candidates
from workbench.match.candidates import PROBABLY_ONLY_HERE, Counterpart
from workbench.proposing import CANDIDATES
from workbench.store import Store

_DEEPEST = 100  # places looked at; what comes later counts as not found


class Pool:
    """The sentences of a file, indexed in a database as the workbench would.

    Args:
        path: where the database is made.
        pool: the file's pool; the sentences of a `doc` become one article, a line each.
    """

    def __init__(self, path: Path, pool: list[dict[str, Any]]) -> None:
        self.store = Store(path, create=True)
        self.store.connection.execute("PRAGMA synchronous = OFF")  # it is thrown away anyway
        self.review_id = self.store.commit(changes.create_review("Pool", "score")).rows[0].id
        self.texts: dict[str, str] = {}
        self._starts: dict[str, list[tuple[int, int]]] = {}
        lines: dict[str, list[int]] = {}
        for number, one in enumerate(pool):
            lines.setdefault(str(one["doc"]), []).append(number)
        for numbers in lines.values():
            self._add(pool, numbers)
        for article in self.store.load(self.review_id, "score").articles_in_order():
            while not self.store.index_some(article, self.texts[article.id]):
                pass

    def _add(self, pool: list[dict[str, Any]], numbers: list[int]) -> None:
        text = "\n" * len(self.texts)  # two documents of the same words are two articles
        starts = []
        for number in numbers:
            starts.append((len(text), number))
            text += " ".join(pool[number]["text"].split()) + "\n"
        added = changes.add_article(self.review_id, "score", text=text, raw=text.encode())
        article_id = self.store.add_article(added, text, text.encode()).rows[0].id
        self.texts[article_id], self._starts[article_id] = text, starts

    def ranked(self, quote: str) -> list[Counterpart]:
        """The counterparts of a quote, as the workbench ranks them over all articles."""
        asked = candidates.terms(quote)
        offer = self.store.candidates(self.review_id, asked, CANDIDATES)
        words = [self.texts[one.article_id][one.start : one.end] for one in offer.sentences]
        return candidates.rank(quote, offer.sentences, words, offer.counts, offer.total)

    def places(self, found: list[Counterpart]) -> Iterator[int]:
        """The places in the pool that counterparts stand at, each once."""
        seen = set()
        for one in found:
            starts = self._starts[one.article_id]
            number = starts[bisect_right(starts, one.start, key=lambda line: line[0]) - 1][1]
            if number not in seen:
                seen.add(number)
                yield number


def score(path: Path) -> str:
    """One line for one file."""
    data = json.loads(path.read_text("utf-8"))
    pool, queries = data["pool"], data["queries"]
    ranks, matched, alone, spent = [], [], [], 0.0
    with tempfile.TemporaryDirectory(prefix="workbench-match-") as folder:
        made = Pool(Path(folder) / "pool.db", pool)
        for query in queries:
            begun = time.perf_counter()
            found = made.ranked(query["text"])
            spent += time.perf_counter() - begun
            right = set(query["relevant"])
            others = [
                (one, number)
                for one in found
                for number in made.places([one])
                if pool[number]["doc"] != query["doc"]
            ]
            answers = list(dict.fromkeys(number for _, number in others))
            ranks.append(next((n for n, at in enumerate(answers[:_DEEPEST]) if at in right), None))
            matched.append(max((one.score for one, _ in others), default=0.0))
            alone.append(max((one.score for one, at in others if at not in right), default=0.0))
    shares = " ".join(
        f"hit@{k} {sum(r is not None and r < k for r in ranks) / len(ranks):.3f}"
        for k in (1, 3, 10)
    )
    mean = sum(1 / (rank + 1) for rank in ranks if rank is not None) / len(ranks)
    told = sum(best < PROBABLY_ONLY_HERE for best in alone) / len(alone)
    wrongly = sum(best < PROBABLY_ONLY_HERE for best in matched) / len(matched)
    return (
        f"{path.name}: {len(queries)} queries, {shares}, MRR {mean:.3f}, "
        f"{1000 * spent / len(queries):.1f} ms a query; said to be only here {wrongly:.2f}, "
        f"{told:.2f} with the right answers taken away"
    )


def main() -> None:
    """Score the files named."""
    parser = argparse.ArgumentParser(prog="python -m tools.match", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        print(score(path), flush=True)


if __name__ == "__main__":
    main()
