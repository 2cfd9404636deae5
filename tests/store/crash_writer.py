"""Writers that are killed: one process that starts them, kills them and looks at what is left.

Run as a program of its own, so that the children are forked from a small process without threads
and no interpreter has to start for each of them.

    python crash_writer.py FOLDER KILLS SEED

Prints one line of JSON: kills, acts acknowledged, acknowledged acts that are lost, problems found.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from store_material import Bench, Desk, add, replayed, stored

from workbench.core import changes
from workbench.errors import ChangeRefusedError, WorkbenchError
from workbench.store import Store, check

KILLS_FOR_EACH_FILE = 20
LONGEST_LIFE = 0.06  # seconds from a writer's first acknowledgement to its end


def write_for_ever(path: Path, review_id: str, seed: int, acknowledge: int) -> None:
    """Do one random act after another, and say so after each."""
    chance = random.Random(seed)
    desk = Desk(Store(path), review_id, chance.choice(("ann", "ben")))
    while True:
        try:
            event = act(desk, chance)
        except WorkbenchError:
            desk.look()
            continue
        if event is not None:
            os.write(acknowledge, event.id.encode() + b"\n")


def act(desk: Desk, chance: random.Random):
    """One random act; the event it wrote, or None."""
    state = desk.state
    claims = sorted(state.claims.values(), key=lambda claim: claim.number)
    links = state.own_links()
    articles = state.articles_in_order()
    what = chance.random()
    if what < 0.12:
        return desk.undo().event
    if what < 0.18:
        return desk.redo().event
    if what < 0.22:
        number = chance.randrange(10**9)
        return add(desk.store, desk.review_id, f"Article {number} says so.", analyst=desk.analyst)
    if what < 0.25:
        article = chance.choice(articles)
        text = desk.store.text(article)
        desk.store.index_some(article, text)
        return None
    if what < 0.27 and len(articles) > 3:
        return desk.do(changes.remove_article(state, articles[-1]))
    if what < 0.5 or len(claims) < 2:
        article = chance.choice(articles)
        text = desk.texts.setdefault(article.id, desk.store.text(article))
        start = chance.randrange(len(text))
        end = start + chance.randrange(1, 40)
        change = changes.make_claim(state, article, text, start, end)
    elif what < 0.6:
        note = "n" * chance.randrange(1, 9_000)
        change = changes.edit_claim(state, chance.choice(claims), note=note)
    elif what < 0.7:
        change = changes.delete_claim(state, chance.choice(claims))
    elif what < 0.8 and links:
        change = changes.delete_link(state, chance.choice(links))
    else:
        relation = chance.choice(("agrees", "conflicts", "unverified"))
        change = changes.link_claims(state, *chance.sample(claims, 2), relation)
    if change is None:
        raise ChangeRefusedError
    return desk.do(change)


def kill_one(path: Path, review_id: str, chance: random.Random) -> set[str]:
    """Start a writer, kill it at a random moment; the ids of the acts it acknowledged."""
    reading, writing = os.pipe()
    seed = chance.randrange(1 << 62)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write_for_ever(path, review_id, seed, writing)
        finally:
            os._exit(3)  # only reached when something went wrong
    os.close(writing)
    acknowledged = b""
    if chance.random() < 0.9:
        acknowledged = os.read(reading, 1 << 16)  # it is at work
    time.sleep(chance.random() * LONGEST_LIFE)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"a writer ended by itself: {status}")
    while piece := os.read(reading, 1 << 16):
        acknowledged += piece
    os.close(reading)
    return set(acknowledged.decode().split())


def main(folder: Path, kills: int, seed: int) -> None:
    """Kill so many writers and print what became of their work."""
    chance = random.Random(seed)
    result = {"kills": 0, "acknowledged": 0, "lost": [], "problems": [], "unacknowledged": 0}
    known: set[str] = set()
    bench = None
    for number in range(kills):
        if bench is None or number % KILLS_FOR_EACH_FILE == 0:
            bench = Bench(folder / f"{number}.db")
            bench.desk("ann").store.close()
            known = {event.id for event in bench.store.history(bench.review_id)}
            bench.store.close()
        acknowledged = kill_one(bench.path, bench.review_id, chance)
        result["kills"] += 1
        result["acknowledged"] += len(acknowledged)
        with Store(bench.path) as store:
            there = {event.id for event in store.history(bench.review_id)}
            result["lost"] += sorted((known | acknowledged) - there)
            extra = len(there - known - acknowledged)
            result["unacknowledged"] += extra
            if extra > 1:
                result["problems"].append(f"{extra} acts nobody acknowledged")
            result["problems"] += check(store).problems
            if replayed(store) != stored(store):
                result["problems"].append("the log and the tables differ")
            known = there
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
