"""Hostile text by the megabyte: looking for copies ends all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# Each would take minutes if any road through it were quadratic; the linear one takes some seconds.
FLOODS = """
import sys
from workbench.match.copies import Told, compare, credits_of, proposed_origin

floods = {
    "one word": "a" * 400_000,
    "one word again and again": "a " * 200_000,
    "almost the same line": ("a " * 900 + "b ") * 200,
    "opening quotes": "“" * 400_000,
    "plain quotes": '"a ' * 130_000,
    "single quotes": "‘a" * 200_000,
    "apostrophes": "‘a" + "a’a" * 130_000,
    "brackets": "(" * 400_000,
    "an agency": "AP " * 130_000,
    "agencies in brackets": "(AFP) " * 70_000,
    "agencies in lines": "Reuters\\n" * 50_000,
    "agencies that say": "TASS said " * 40_000,
    "according to": "according to " * 30_000 + "TASS",
    "capitals": "A B C D " * 50_000 + "said",
    "a name": "Aa" * 200_000 + " said",
    "dashes": "- " * 200_000,
    "spaces": " " * 400_000,
    "lines": "\\n" * 400_000,
    "full stops": "." * 400_000,
    "digits": "1," * 200_000,
    "initials": "A." * 200_000,
    "Han": "中" * 150_000,
    "Thai": "ก" * 150_000,
    "marks": "ก" + "\\u0e31" * 200_000,
    "emoji": "\\U0001f600" * 100_000,
    "surrogates": "\\ud800" * 100_000,
    "furniture": "Read also " * 40_000,
    "lines of furniture": "Read also\\n" * 40_000,
}
flood = floods[sys.argv[1]]
copies = compare(flood, flood + " and more")
credits_of(flood)
places = [(0, len(flood)), (0, 9), (len(flood) // 2, len(flood) // 2 + 9)]
for start, end in places:
    proposed_origin(Told(flood, start, end), Told(flood, start, end), copies)
print("done")
"""


@pytest.mark.parametrize(
    "flood", [line.split('"')[1] for line in FLOODS.splitlines() if line.startswith('    "')]
)
def test_a_flood_is_compared_in_reasonable_time(flood):
    done = subprocess.run(
        [sys.executable, "-c", FLOODS, flood],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "done\n"
