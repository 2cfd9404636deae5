"""kill -9 at random moments and at every single statement: what was acknowledged is there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest
from store_material import REPOSITORY, Bench, Desk

from workbench.core import changes
from workbench.store import Store, check

HERE = REPOSITORY / "tests" / "store"
SHORT = 60
LONG = int(os.environ.get("WORKBENCH_KILLS", "2000"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


def environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": f"{REPOSITORY}:{HERE}"}


def killed(folder, kills: int) -> None:
    """Kill so many writers; print the figures and hold them to the promise."""
    seed = int.from_bytes(os.urandom(4), "big")
    done = subprocess.run(
        [sys.executable, str(HERE / "crash_writer.py"), str(folder), str(kills), str(seed)],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60 + kills * 5,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    print(  # noqa: T201 - the figures behind the promise
        f"{result['kills']} kills, {result['acknowledged']} acts acknowledged, "
        f"{len(result['lost'])} lost, {len(result['problems'])} problems, "
        f"{result['unacknowledged']} written but not yet acknowledged (seed {seed})"
    )
    assert result["kills"] == kills
    assert result["acknowledged"] >= kills
    assert result["lost"] == []
    assert result["problems"] == []


def test_nothing_acknowledged_is_lost_when_a_writer_is_killed(tmp_path):
    killed(tmp_path, SHORT)


@pytest.mark.long
def test_nothing_acknowledged_is_lost_in_thousands_of_kills(tmp_path):
    killed(tmp_path, LONG)


AT_A_STATEMENT = """
import os, sys
from pathlib import Path
from store_material import Desk
from workbench.core import changes
from workbench.store import Store

path, review_id, act, left = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
desk = Desk(Store(path), review_id, "ann")

def step(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)

def link():
    fresh = changes.new_claim(
        desk.state, desk.article(2), desk.texts[desk.article(2).id], 0, 8
    )
    return lambda: desk.do(
        changes.link_claims(desk.state, desk.state.claim_numbered(1), fresh, "agrees")
    )

acts = {
    "link": link,
    "delete": lambda: lambda: desk.do(
        changes.delete_claim(desk.state, desk.state.claim_numbered(1))
    ),
    "undo": lambda: desk.undo,
    "review": lambda: lambda: desk.store.delete_review(review_id),
}
do = acts[act]()
desk.store.connection.set_trace_callback(step)
do()
os.write(1, b"acknowledged")
"""


@pytest.mark.parametrize("act", ["link", "delete", "undo", "review"])
def test_an_act_killed_at_any_of_its_statements_happened_whole_or_not_at_all(tmp_path, act):
    bench = Bench(tmp_path / "0.db")
    desk = bench.desk()
    one, other = desk.claim(1, 0, 6), desk.claim(1, 7, 11)
    desk.link(one, other, "conflicts")
    events = len(desk.store.history(desk.review_id))
    desk.store.close()
    bench.store.close()
    content = bench.path.read_bytes()
    outcomes = []
    step, stride = 0, 3 if act == "review" else 2
    while True:
        path = tmp_path / f"{act}-{step}.db"
        path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-c", AT_A_STATEMENT, str(path), bench.review_id, act, str(step)],
            cwd=REPOSITORY,
            env=environment(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        with Store(path) as store:
            assert check(store).problems == []
            if act == "review":
                whole = store.reviews() == []
            else:
                whole = len(store.history(bench.review_id)) == events + 1
        outcomes.append((done.returncode, done.stdout, whole))
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        step += stride
    assert outcomes[-1] == (0, b"acknowledged", True)
    assert outcomes[0] == (-signal.SIGKILL, b"", False)
    assert all(said == b"" for code, said, _ in outcomes if code)


def test_work_goes_on_after_a_kill_as_if_nothing_had_been(tmp_path):
    killed(tmp_path, 3)
    path = tmp_path / "0.db"
    with Store(path) as store:
        (review,) = store.reviews()
        desk = Desk(store, review.id, "cleo")
        article = desk.state.articles_in_order()[0]
        text = desk.texts[article.id]
        span = next(
            (start, start + 9)
            for start in range(len(text))
            if desk.state.claim_at_span(article.id, *changes.trim(text, start, start + 9)) is None
        )
        desk.do(changes.make_claim(desk.state, article, text, *span))
        assert desk.undo().target.act == "claim.make"
        assert check(store).problems == []
