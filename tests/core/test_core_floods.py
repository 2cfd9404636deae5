"""Hostile text by the megabyte: every road through it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# Each flood is long enough for minutes of work if any road through it were quadratic; the linear
# road takes about a second. The limit is far from both, for slow and busy machines.
FLOODS = """
import sys
from workbench.core import anchor, clusters, search, segments, sentences, text

floods = {
    "full stops": "." * 400_000 + "x",
    "danda": "।" * 400_000 + "x",
    "ellipses and quotes": ("…" * 30 + "”" * 30 + "x") * 6_000,
    "closing quotes": "." + "”" * 400_000 + "x",
    "spaces": " " * 400_000 + "x",
    "wide spaces": "中" + "\\u3000" * 100_000 + "文",
    "empty lines": "\\n" * 100_000,
    "hyphens": "a-" * 50_000,
    "numbers": "1." * 50_000,
    "apostrophes": "’" * 100_000,
    "initials": "A. " * 32_000,
    "marks": "Z" + "\\u0301" * 400_000,
    "flags": "\\U0001f1e6" * 200_000,
    "flags of regions": "\\U0001f3f4\\U000e0067\\U000e0062\\U000e007f" * 25_000,
    "tags without an end": "\\U0001f3f4" + "\\U000e0067" * 100_000,
    "joiners": "\\u0627\\u200d" * 50_000,
    "families": "\\U0001f469\\u200d" * 50_000,
    "zero-width spaces": "a" + "\\u200b" * 100_000,
    "jamo": "\\u1100" * 400_000,
    "tabs": "\\t" * 25_000,
    "carriage returns": "\\r" * 100_000,
    "escapes": "\\x1b[2J" * 25_000,
    "surrogates": "\\ud800" * 100_000,
    "one word": "a" * 100_000,
    "Thai": "ก" * 100_000,
}
flood = floods[sys.argv[1]]
canonical = text.canonical_text(flood)
assert text.canonical_text(canonical) == canonical
middle = len(canonical) // 2
list(segments.words(canonical))
list(sentences.all_sentences(canonical))
sentences.GRID = 1 << 40  # and as if lines were never cut
list(sentences.all_sentences(canonical))
for at in (0, middle, len(canonical)):
    for step in (
        segments.next_word,
        segments.previous_word,
        sentences.next_sentence,
        sentences.previous_sentence,
        segments.next_paragraph,
        segments.previous_paragraph,
        sentences.sentence_at,
        clusters.cluster_start,
        clusters.previous_cluster,
    ):
        step(canonical, at)
clusters.snap(canonical, middle, middle + 1)
assert sum(end - start for start, end in clusters.cluster_spans(canonical)) == len(canonical)
anchor.find_quote(canonical, canonical[:40] + "§")
anchor.find_quote(canonical, "a b c § d")
search.find(canonical, canonical[:40] + "§")
print("done")
"""

NAMES = [line.strip().split('"')[1] for line in FLOODS.splitlines() if line.startswith('    "')]
REPOSITORY = Path(__file__).resolve().parents[2]


def test_the_floods_are_all_here():
    assert len(NAMES) == 25


@pytest.mark.parametrize("name", NAMES)
def test_a_flood_is_read_to_its_end_in_reasonable_time(name):
    done = subprocess.run(
        [sys.executable, "-c", FLOODS, name],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("done\n", "")
