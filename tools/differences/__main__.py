"""Measure how well differences are found.

    python -m tools.differences PAIRS.jsonl...   pairs with a, b, kind, x, y, or with a, b, label
    python -m tools.differences --edit SENTENCES.txt [--seed N]   one a line, edited here

Of edited pairs: the share of differences found, with the right kind and the differing words in both
spans and at most two words beside them; the share of pairs of a kind `same-…` that stay silent. Of
labelled pairs: the share with any difference, by label. Then the CPU time of a pair.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tools.differences.edits import Pair, edited
from workbench.match.differences import Difference, differences

KINDS = {"number": ("number", "quantity"), "name": ("name", "place")}


def bag(text: str) -> set[str]:
    """The words of a text, whatever their case."""
    return set(re.findall(r"\w+", text.casefold()))


def exact(pair: Pair, one: Difference) -> bool:
    """Whether a difference is the known one, with little around it."""
    if one.kind not in KINDS.get(pair.kind, (pair.kind,)):
        return False
    a, b = bag(pair.a[one.a_start : one.a_end]), bag(pair.b[one.b_start : one.b_end])
    x, y = bag(pair.x), bag(pair.y)
    if pair.kind == "negation":
        return bool(y & b) and len(a) <= 2
    return bool(x & a and y & b) and len(a - x) <= 2 and len(b - y) <= 2


def score(pairs: Iterable[Pair]) -> str:
    """Found and silent, over all and by kind."""
    good: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for pair in pairs:
        found = differences(pair.a, pair.b)
        silent = pair.kind.startswith("same-")
        all_of[pair.kind] += 1
        good[pair.kind] += not found if silent else any(exact(pair, one) for one in found)

    def share(*, silent: bool) -> float:
        kinds = [kind for kind in all_of if kind.startswith("same-") == silent]
        return sum(good[kind] for kind in kinds) / max(1, sum(all_of[kind] for kind in kinds))

    parts = ", ".join(f"{kind} {good[kind]}/{all_of[kind]}" for kind in sorted(all_of))
    return f"found {share(silent=False):.3f}, silent {share(silent=True):.3f} ({parts})"


def labelled(rows: list[dict[str, str]]) -> str:
    """The share of pairs with any difference, by label."""
    all_of = Counter(row["label"] for row in rows)
    some = Counter(row["label"] for row in rows if differences(row["a"], row["b"]))
    return ", ".join(f"{label} {some[label]}/{count}" for label, count in sorted(all_of.items()))


def pace(pairs: list[tuple[str, str]]) -> str:
    """Median and 95th percentile of the CPU time of a pair that was not read before."""
    from workbench.match.differences.reading import read

    spent = []
    for a, b in pairs:
        read.cache_clear()
        begun = time.process_time()
        differences(a, b)
        spent.append((time.process_time() - begun) * 1000)
    spent.sort()
    median, high = spent[len(spent) // 2], spent[len(spent) * 95 // 100]
    return f"CPU of a pair: median {median:.1f} ms, p95 {high:.1f} ms"


def main() -> None:
    """Read the files, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--edit", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=100)
    chosen = parser.parse_args()
    if chosen.edit:
        pairs = list(
            edited(chosen.edit.read_text(encoding="utf-8").splitlines(), chosen.seed, chosen.most)
        )
        print(score(pairs))
        print(pace([(pair.a, pair.b) for pair in pairs]))
    for path in chosen.files:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if "label" in rows[0]:
            print(path.name, labelled(rows))
        else:
            print(path.name, score(Pair(*(row[name] for name in Pair._fields)) for row in rows))
        print(pace([(row["a"], row["b"]) for row in rows]))


if __name__ == "__main__":
    main()
