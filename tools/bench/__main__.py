"""Print how fast the workbench is: `make bench`, `make bench BENCH=quick`, `make peers`.

The real program runs in a real pseudo-terminal of 200 by 50; ratios are measured in the same run,
turn by turn. What was promised stands beside every figure; nothing passes or fails.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.bench import (
    measure_acts,
    measure_dossier,
    measure_earlier,
    measure_keys,
    measure_match,
    measure_matrix,
    measure_paint,
    measure_peers,
    measure_points,
    tables,
)
from tools.bench.figures import Row
from tools.bench.place import Place
from tools.bench.terminal import TerminalError

GROUPS: dict[str, tuple[str, Callable[[Place], Iterator[Row]]]] = {
    "steps": ("Cursor, selection, drag: median / p95 from key to frame", measure_keys.steps),
    "scroll": ("Scrolling: median / p95, and against others", measure_peers.scroll),
    "hold": ("A key held", measure_keys.hold),
    "paint": ("First paint, by rounds against a minimal Textual app", measure_paint.paint),
    "resize": ("Another size", measure_keys.resize),
    "memory": ("Memory (resident, MB of a million bytes)", measure_paint.memory),
    "acts": ("Acts: median / p99", measure_acts.acts),
    "match": ("Finding counterparts: median / p95", measure_match.match),
    "points": ("Points: median / p95", measure_points.points),
    "earlier": ("Earlier reviews: median / p95", measure_earlier.earlier),
    "matrix": ("Keys in the matrix of points: median / p95", measure_matrix.scrolling),
    "dossier": ("The dossier: median / p95", measure_dossier.dossier),
    "command": ("The command line", measure_acts.command),
    "headless": ("Without a terminal", measure_acts.headless_keys),
}
"""What can be measured, by the name one asks for it by."""

LONG = {"outlook": ("Finding counterparts among a million", measure_match.outlook)}
"""What takes so long that it is only measured when asked for by name."""


def main() -> int:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "what",
        nargs="*",
        help=f"quick, peers, {', '.join(LONG)}, or some of: {', '.join(GROUPS)} (default: these)",
    )
    what = parser.parse_args().what
    unknown = [name for name in what if name not in (*GROUPS, *LONG, "quick", "peers")]
    if unknown:
        parser.error(
            f"there is no {unknown[0]!r}; there are quick, peers, {', '.join(GROUPS | LONG)}"
        )
    if not sys.platform.startswith("linux"):
        parser.error("this measures through what Linux tells of processes, and runs there only")
    begun, load = time.perf_counter(), os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}")
    with tempfile.TemporaryDirectory(prefix="workbench-bench-") as folder:
        place = Place(Path(folder), quick="quick" in what)
        if "peers" in what:
            for one in measure_peers.table(place):
                print(one, flush=True)
        else:
            _measure(place, [name for name in what if name in (GROUPS | LONG)] or list(GROUPS))
    spent, load = time.perf_counter() - begun, os.getloadavg()[0]
    print(f"\n{spent / 60:.1f} minutes; load {load:.1f} at the end (about 1 is this itself)")
    return 0


def _measure(place: Place, names: list[str]) -> None:
    rows: list[Row] = []
    for name in names:
        title, measure = (GROUPS | LONG)[name]
        begun = time.perf_counter()
        print(tables.heading(f"{title}  [{name}]"), flush=True)
        try:
            for row in measure(place):
                rows.append(row)
                print(tables.line(row), flush=True)
        except TerminalError as error:  # the other groups can still be measured
            print(f"could not be measured: {error}", flush=True)
        print(f"({time.perf_counter() - begun:.0f} s)", flush=True)
    missed = list(tables.over(rows))
    if missed:
        print(tables.heading("Not reached"))
        print("\n".join(missed))


if __name__ == "__main__":
    sys.exit(main())
