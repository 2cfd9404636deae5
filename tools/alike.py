"""Score what is taken for the same statement: `python -m tools.alike FILE...`.

A file is JSON as for `tools.match`: `pool`, sentences `{"text", "doc"}`, and `queries`, each
`{"text", "doc", "relevant"}`. Counted are the pairs of a query and a sentence of another document
whose words are alike from a threshold on: all of them, and those that differ in no value.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import Indel

from workbench.core.terms import terms
from workbench.match.differences import differences
from workbench.match.earlier import ALIKE, LEAST_WORDS

_THRESHOLDS = (0.6, 0.7, ALIKE, 0.9)


def score(path: Path) -> Iterator[str]:
    """A line for each threshold."""
    data = json.loads(path.read_text("utf-8"))
    words = [terms(one["text"]) for one in data["pool"]]
    pairs = []
    for query in data["queries"]:
        asked, right = terms(query["text"]), set(query["relevant"])
        for number, (one, held) in enumerate(zip(data["pool"], words, strict=True)):
            if one["doc"] == query["doc"] or min(len(asked), len(held)) < LEAST_WORDS:
                continue
            alike = Indel.normalized_similarity(asked, held)
            if alike >= _THRESHOLDS[0]:
                same = not differences(query["text"], one["text"])
                pairs.append((alike, number in right, same))
    for least in _THRESHOLDS:
        every = [right for alike, right, _ in pairs if alike >= least]
        kept = [right for alike, right, same in pairs if alike >= least and same]
        yield (
            f"{path.name} from {least}: {sum(every)} of {len(every)} right; "
            f"of those that differ in no value {sum(kept)} of {len(kept)}"
        )


def main() -> None:
    """Score the files named."""
    parser = argparse.ArgumentParser(prog="python -m tools.alike", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        for line in score(path):
            print(line, flush=True)


if __name__ == "__main__":
    main()
