"""The road from end to end: made, read, marked, linked, judged, left, come back to, handed over."""

import re
from pathlib import Path

import pytest
from pty_review import SAMPLE, Book, Worker, steps_to, words_selected
from pty_terminal import NOTICE_EDGE, ROOT, Terminal

from workbench.core import segments, sentences
from workbench.export.guard import guard

pytestmark = pytest.mark.terminal

REAL = sorted((ROOT.parent / "shared" / "articles").glob("*.txt"))
NOT_SAME_EVENT = "not the same event"
NOTE = "Seen twice; ask the desk, please."


class Ledger:
    """What was done at the keys, kept by hand to hold the export against."""

    def __init__(self) -> None:
        self.claims: dict[int, dict[str, str]] = {}
        self.links: dict[int, tuple[int, int, str, str]] = {}

    def claim(self, number: int, article: str, quote: str) -> None:
        self.claims[number] = {"article": article, "quote": quote}

    def link(self, number: int, one: int, two: int, relation: str, reason: str = "") -> None:
        self.links[number] = (one, two, relation, reason)

    def counts(self) -> tuple[int, int, int]:
        conflicts = sum(link[2] == "conflicts" for link in self.links.values())
        return len(self.claims), len(self.links), conflicts

    def standing(self, number: int) -> str:
        own = {link[2] for link in self.links.values() if number in link[:2]}
        return (
            "conflicting" if "conflicts" in own else "agreeing" if "agrees" in own else "unverified"
        )

    def point(self, number: int) -> int:
        reached = {number}
        for _ in self.links:
            for one, two, _, reason in self.links.values():
                if reason != NOT_SAME_EVENT and {one, two} & reached:
                    reached |= {one, two}
        return min(reached)

    def links_cell(self, number: int) -> set[str]:
        return {
            f"{reason or relation}:{two if one == number else one}"
            for one, two, relation, reason in self.links.values()
            if number in (one, two)
        }


def _real() -> list[Path]:
    if len(REAL) < 5:
        pytest.skip(f"the five real articles are not at {ROOT.parent / 'shared' / 'articles'}")
    return REAL[:5]


@pytest.mark.parametrize(
    ("files", "last_keys"),
    [
        pytest.param(lambda: SAMPLE, ["t", "tab", "j", "j", "w", "shift+tab"], id="sample"),
        pytest.param(_real, ["tab", "}", "j", "v", "l", "l", "z"], id="real articles"),
    ],
)
def test_everything_done_at_the_keys_is_there_on_coming_back_and_in_the_export(
    files, last_keys, tmp_path
):
    review = Book(tmp_path / "review.db", "The road").make(files())
    ledger = Ledger()
    numbers = {row["id"]: str(row["number"]) for row in review.rows("SELECT * FROM article")}
    with review.open() as terminal:
        worker = Worker(review, terminal)
        first = _link_through_four_articles(worker, ledger, numbers)
        _type_a_note(worker, ledger)
        _say_of_two_claims_that_they_are_other_events(worker, ledger, numbers, first)
        _delete_undo_redo(worker, ledger, first)
        _mark_selections(worker, ledger, numbers)
        _search(worker)
        terminal.press(*last_keys)
        left = _picture(terminal)
        terminal.press("q")
        terminal.see("last worked on")
        terminal.press("q")
        terminal.ends_well()
        assert terminal.screen.modes == {25, 7}, "alternate screen, mouse or paste mode stayed on"
        assert terminal.is_as_before()
        assert terminal.screen.offences == []
    session = review.session()
    with review.open() as terminal:
        Worker(review, terminal)
        assert _picture(terminal) == left
        terminal.press("q")
        terminal.see("last worked on")
        terminal.press("q")
        terminal.ends_well()
    assert review.session() == session
    review.check()
    _export_says_what_was_done(review, ledger)


def _link_through_four_articles(worker: Worker, ledger: Ledger, numbers: dict[str, str]) -> str:
    """`enter space a`, and on through the other articles: `c`, `u`, and `x` on a mere candidate."""
    terminal, book = worker.terminal, worker.book
    first = next(iter(worker.texts))
    place = worker.go(first, 2)
    terminal.press("enter")
    worker.acted(1, 0, 0)
    ledger.claim(1, numbers[first], worker.sentence(first, place))
    terminal.press("space")
    terminal.see("LINK", "link claim 1")
    done = [first]
    for number, (pressed, relation) in enumerate(
        {"a": "agrees", "c": "conflicts", "u": "unverified"}.items(), 1
    ):
        article, quote = worker.candidate(*done)
        terminal.press(pressed)
        ledger.claim(number + 1, numbers[article], quote)
        ledger.link(number, 1, number + 1, relation)
        worker.acted(*ledger.counts())
        done.append(article)
    article, _ = worker.candidate(*done)
    terminal.press("x")
    terminal.wait("dismissed", lambda: book.rows("SELECT * FROM dismissal"))
    dismissed = book.rows("SELECT * FROM dismissal")
    assert [row["article_id"] for row in dismissed] == [article]
    terminal.see_no("LINK")
    worker.acted(*ledger.counts())
    worker.saved("back on the claim", lambda s: worker.at(s) == (first, place))
    assert [row["quote"] for row in book.claims()] == [c["quote"] for c in ledger.claims.values()]
    return first


def _type_a_note(worker: Worker, ledger: Ledger) -> None:
    terminal = worker.terminal
    terminal.press("enter")
    terminal.see("Claim 1", "Claimant:", "discard")
    terminal.type("The envoy")
    terminal.press("tab")
    terminal.type("TASS")
    terminal.press("tab")
    terminal.type("role, envoy, role")
    terminal.press("tab")
    terminal.type(NOTE)
    terminal.see(NOTE)
    terminal.press("ctrl+s")
    terminal.see_no("Claimant:")
    ledger.claims[1] |= {
        "claimant": "The envoy", "origin": "TASS", "tags": "role; envoy", "note": NOTE,
    }  # fmt: skip
    assert worker.book.claims()[0]["note"] == NOTE


def _say_of_two_claims_that_they_are_other_events(
    worker: Worker, ledger: Ledger, numbers: dict[str, str], first: str
) -> None:
    """A claim pinned, another gone to by hand, `x`."""
    terminal, book = worker.terminal, worker.book
    place = worker.go(first, 4)
    terminal.press("enter")
    ledger.claim(5, numbers[first], worker.sentence(first, place))
    worker.acted(*ledger.counts())
    terminal.press("space")
    terminal.see("LINK")
    worker.candidate(first)
    shown = worker.saved("panes", lambda s: len(s["panes"]) == 3)["panes"]
    other = next(c for c in book.claims()[1:4] if c["article_id"] in shown)
    worker.go(other["article_id"], steps_to(worker.texts[other["article_id"]], other["start"]))
    terminal.press("x")
    ledger.link(4, 5, other["number"], "unverified", NOT_SAME_EVENT)
    worker.acted(*ledger.counts())
    terminal.press("esc")
    terminal.see_no("LINK")
    worker.saved("back on the claim", lambda s: worker.at(s) == (first, place))


def _delete_undo_redo(worker: Worker, ledger: Ledger, first: str) -> None:
    terminal = worker.terminal
    before, rows = ledger.counts(), worker.book.rows("SELECT * FROM link ORDER BY number")
    worker.go(first, 2)
    terminal.press("d")
    worker.acted(4, 1, 0)
    terminal.press("ctrl+z")
    worker.acted(*before)
    assert worker.book.rows("SELECT * FROM link ORDER BY number") == rows
    terminal.press("ctrl+y")
    worker.acted(4, 1, 0)
    terminal.press("ctrl+z")
    worker.acted(*before)
    worker.go(first, 6)
    terminal.press("enter")
    worker.acted(6, 4, 1)
    terminal.press("delete")
    worker.acted(*before)


def _mark_selections(worker: Worker, ledger: Ledger, numbers: dict[str, str]) -> None:
    """Two sentences with `s`, some words with `v`, in another pane."""
    terminal = worker.terminal
    panes = worker.book.session()["panes"]
    terminal.press("1", "tab")
    worker.saved("the second pane", lambda s: s["focus"] == 1)
    article, text = panes[1], worker.texts[panes[1]]
    place = worker.go(article, 6)
    terminal.press("s", "s", "enter")
    start, end = sentences.sentence_at(text, place)
    following = sentences.sentence_at(text, sentences.next_sentence(text, end - 1))
    ledger.claim(7, numbers[article], text[start : following[1]])
    worker.acted(*ledger.counts())
    place = worker.go(article, 9)
    terminal.press("v", "w", "w", "w", "left", "enter")
    ledger.claim(8, numbers[article], words_selected(text, place, 3))
    worker.acted(*ledger.counts())
    found = {row["number"]: row["quote"] for row in worker.book.claims()}
    assert found == {number: claim["quote"] for number, claim in ledger.claims.items()}


def _search(worker: Worker) -> None:
    """A word of several articles, found and found again."""
    terminal = worker.terminal
    texts = list(worker.texts.values())
    word = next(
        texts[0][start:end].lower()
        for start, end in segments.words(texts[0])
        if end - start > 7 and all(texts[0][start:end] in text for text in texts[1:3])
    )
    terminal.press("1", "g", "/")
    terminal.see("words to find in all articles")
    terminal.type(word)
    terminal.press("enter")
    terminal.see(f"“{word}”: 1 of")
    terminal.press("n")
    terminal.see(f"“{word}”: 2 of")
    terminal.press("N")
    terminal.see(f"“{word}”: 1 of")
    first = texts[0].lower().find(word)
    worker.saved("the first hit", lambda s: worker.at(s)[1] == first)
    terminal.press("esc")
    terminal.see_no(f"“{word}”: 1 of")


def _picture(terminal: Terminal) -> list[str]:
    """What stands on the screen once every notice has gone, and nothing is looked for any more."""
    terminal.settle()
    terminal.see_no(NOTICE_EDGE)
    terminal.settle()
    # What is found out in pauses may not have been found out yet.
    lines = [re.sub(r" +(.*?) · \d+ proposals?", r" \1", line) for line in terminal.screen.lines()]
    return [" ".join(line.split()) for line in lines[:1]] + lines[1:]


def _export_says_what_was_done(review: Book, ledger: Ledger) -> None:
    claims = {int(row["claim"]): row for row in review.table("claims")}
    assert claims.keys() == ledger.claims.keys()
    texts = {row["article"]: row["text_sha256"] for row in review.table("articles")}
    assert len(texts) == 5
    for number, done in ledger.claims.items():
        row = claims[number]
        for name, value in done.items():
            assert row[name] == guard(value), (number, name)
        for name in ("claimant", "origin", "tags", "note"):
            assert row[name] == done.get(name, ""), (number, name)
        assert row["standing"] == ledger.standing(number)
        assert row["point"] == str(ledger.point(number))
        assert set(filter(None, row["links"].split("; "))) == ledger.links_cell(number)
        assert row["text_sha256"] == texts[row["article"]]
        assert row["analyst"] == "mk"
        assert row["review"] == "The road"
    links = {int(row["link"]): row for row in review.table("links")}
    assert links.keys() == ledger.links.keys()
    for number, (one, two, relation, reason) in ledger.links.items():
        row = links[number]
        assert (row["relation"], row["reason"]) == (relation, reason)
        assert (row["from_claim"], row["to_claim"]) == (str(one), str(two))
        assert row["from_quote"] == guard(ledger.claims[one]["quote"])
        assert row["to_quote"] == guard(ledger.claims[two]["quote"])
        assert row["from_claimant"] == ledger.claims[one].get("claimant", "")
        assert row["point"] == ("" if reason == NOT_SAME_EVENT else str(ledger.point(one)))
