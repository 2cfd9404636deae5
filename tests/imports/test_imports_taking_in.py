"""What becomes of lines that meet a review in which something is already."""

from __future__ import annotations

import json

import pytest
from import_material import back, database, out, plan_of, with_articles

from workbench.core import changes
from workbench.errors import ImportRefusedError
from workbench.store import check

TEXT = (
    "Seven ships came in on Monday. Nobody counted them.\n\nSeven ships came in, said the master."
)
OTHER = "Eight ships came in on Monday, said the paper. Nobody asked the port."


class Harbour:
    """A review of two articles on a database."""

    def __init__(self, store):
        self.store = store
        self.state = with_articles(store, (TEXT, OTHER))

    def do(self, change):
        event = self.store.commit(change)
        self.state.apply(event.rows)
        return event.rows[-1].id

    def claim(self, article: int, quote: str, **fields: str):
        it = self.state.article_numbered(article)
        text = self.store.text(it)
        start = text.index(quote)
        key = self.do(changes.make_claim(self.state, it, text, start, start + len(quote), **fields))
        return self.state.claims[key]

    def link(self, one, other, relation="agrees", **fields: str):
        key = self.do(changes.link_claims(self.state, one, other, relation, **fields))
        return self.state.links[key]

    def lines(self, kind: str) -> list[dict]:
        data = out(self.state, "jsonl", kinds=(kind,))[kind]
        return [json.loads(line) for line in data.splitlines()]

    def bring(self, *lines, **how):
        data = "\n".join(json.dumps(line) for line in lines).encode()
        plan, self.state = back(self.store, self.state, {"lines.jsonl": data}, **how)
        assert check(self.store).problems == []
        return plan

    def claims(self):
        return sorted(self.state.claims.values(), key=lambda claim: claim.number)


@pytest.fixture
def here():
    with database() as store:
        yield Harbour(store)


@pytest.fixture
def there():
    with database() as store:
        yield Harbour(store)


def test_a_number_that_is_taken_is_said_and_the_next_one_given(here, there):
    here.claim(1, "Seven ships")
    there.claim(2, "Eight ships")
    plan = there.bring(*here.lines("claims"))
    assert [(one.number, one.quote) for one in there.claims()] == [
        (1, "Eight ships"),
        (2, "Seven ships"),
    ]
    assert [(one.table, one.number) for one in plan.renumbered] == [("claim", 1)]


def test_a_number_that_named_something_now_deleted_is_not_given_to_something_else(here, there):
    here.claim(1, "Seven ships")
    there.do(changes.delete_claim(there.state, there.claim(2, "Eight ships")))
    there.bring(*here.lines("claims"))
    assert [one.number for one in there.claims()] == [2]


def test_a_deleted_claim_comes_back_under_its_own_number(here):
    claim = here.claim(1, "Seven ships")
    lines = here.lines("claims")
    here.do(changes.delete_claim(here.state, claim))
    here.claim(2, "Eight ships")
    here.bring(*lines)
    assert [(one.number, one.id == claim.id) for one in here.claims()] == [(1, True), (2, False)]


def test_two_lines_with_one_number_both_come_in(here, there):
    here.claim(1, "Seven ships")
    here.claim(2, "Eight ships")
    lines = [line | {"claim": 5} for line in here.lines("claims")]
    there.bring(*lines)
    assert [one.number for one in there.claims()] == [5, 6]


def test_what_says_otherwise_is_listed_and_left(here):
    here.claim(1, "Seven ships", note="mine")
    (line,) = here.lines("claims")
    plan = here.bring(line | {"note": "theirs", "tags": "new"})
    assert [one.columns for one in plan.differing] == [("note", "tags")]
    assert here.claims()[0].note == "mine"


def test_what_says_otherwise_is_taken_when_that_is_asked_for_and_undo_brings_it_back(here):
    claim = here.claim(1, "Seven ships", note="mine")
    (line,) = here.lines("claims")
    start = TEXT.index("Nobody")
    moved = {"quote": "Nobody", "start": start, "end": start + 6, "prefix": "", "suffix": ""}
    plan = here.bring(line | {"note": "theirs"} | moved, replace=True)
    assert (plan.replaced, plan.differing) == ({"claim": 1}, [])
    assert [(one.id, one.note, one.quote) for one in here.claims()] == [
        (claim.id, "theirs", "Nobody")
    ]
    here.store.undo(here.state.review.id, "ann")
    assert here.store.load(here.state.review.id, "ann").claims[claim.id] == claim


def test_a_claim_whose_new_place_is_not_found_stays_where_it_is(here):
    here.claim(1, "Seven ships")
    (line,) = here.lines("claims")
    plan = here.bring(line | {"quote": "Nine ships"}, replace=True)
    assert [one.columns for one in plan.differing] == [("place",)]
    assert [one.quote for one in here.claims()] == ["Seven ships"]


def test_words_that_are_somebody_elses_claim_already_are_that_claim_for_links_too(here, there):
    here.link(here.claim(1, "Seven ships"), here.claim(2, "Eight ships"), "conflicts")
    mine = there.claim(1, "Seven ships", note="mine")
    plan = there.bring(*here.lines("claims"), *here.lines("links"))
    assert plan.there == {"claim": 1}
    assert plan.made == {"claim": 1, "link": 1}
    (link,) = there.state.links.values()
    assert link.from_claim_id == mine.id
    assert there.state.claims[mine.id].note == "mine"


def test_the_same_words_in_two_files_are_one_claim_however_they_are_brought(here, there):
    here.claim(1, "Seven ships")
    (line,) = here.lines("claims")
    mine = json.dumps(line).encode()
    other = json.dumps(line | {"claim_id": "00000000-0000-7000-8000-000000000000"}).encode()
    together, _ = back(there.store, there.state, {"mine.jsonl": mine, "theirs.jsonl": other})
    assert (together.made, together.there) == ({"claim": 1}, {"claim": 1})
    both, state = back(here.store, here.state, {"both.jsonl": mine + b"\n" + other})
    assert both.made == {"claim": 1}
    assert len(state.claims) == 2


def test_edges_within_a_letter_are_widened_though_the_file_is_ours(here):
    store = here.store
    state = with_articles(store, ("Ships 👩🏽‍🚀 came.",), title="Wide")
    line = {
        "claim_id": "00000000-0000-7000-8000-000000000000",
        "quote": "🏽‍🚀 came",
        "article": 1,
        "start": 7,
        "end": 15,
    }
    _, state = back(store, state, {"c.jsonl": json.dumps(line).encode()})
    assert [one.quote for one in state.claims.values()] == ["👩🏽‍🚀 came"]


def test_a_link_of_the_same_two_claims_by_the_same_analyst_is_the_same_link(here, there):
    for desk in (here, there):
        desk.link(desk.claim(1, "Seven ships"), desk.claim(2, "Eight ships"), "conflicts")
    plan = there.bring(*here.lines("claims"), *here.lines("links"))
    assert plan.there == {"claim": 2, "link": 1}
    assert plan.change is None


def test_a_link_marked_otherwise_is_listed(here, there):
    here.link(here.claim(1, "Seven ships"), here.claim(2, "Eight ships"), "conflicts")
    there.link(there.claim(1, "Seven ships"), there.claim(2, "Eight ships"), "agrees")
    plan = there.bring(*here.lines("claims"), *here.lines("links"))
    assert [one.columns for one in plan.differing] == [("relation",)]
    assert [one.relation for one in there.state.links.values()] == ["agrees"]
    there.bring(*here.lines("claims"), *here.lines("links"), replace=True)
    assert [one.relation for one in there.state.links.values()] == ["conflicts"]


def test_a_link_whose_claim_is_left_out_is_left_out_and_says_so(here, there):
    here.link(here.claim(1, "Seven ships"), here.claim(2, "Eight ships"), "conflicts")
    one, other = here.lines("claims")
    lost = other | {"quote": "Nine ships"}
    plan = there.bring(one, lost, *here.lines("links"))
    assert [left.why for left in plan.left_out] == [
        "its words stand nowhere in it",
        "its claim 2 is left out too",
    ]
    assert plan.made == {"claim": 1}


def test_links_alone_find_their_claims_by_their_words(here, there):
    here.link(here.claim(1, "Seven ships"), here.claim(2, "Eight ships"), "conflicts")
    there.claim(2, "Eight ships")
    there.claim(1, "Seven ships")
    plan = there.bring(*here.lines("links"))
    assert plan.made == {"link": 1}
    (link,) = there.state.links.values()
    assert there.state.claims[link.from_claim_id].quote == "Seven ships"


def test_links_without_ids_name_claims_by_number(here):
    here.claim(1, "Seven ships")
    here.claim(2, "Eight ships")
    here.bring({"relation": "conflicts", "from_claim": 1, "to_claim": 2})
    assert [one.relation for one in here.state.links.values()] == ["conflicts"]


def test_a_link_to_a_claim_that_nobody_knows_is_listed(here):
    here.claim(1, "Seven ships")
    plan = here.bring({"relation": "agrees", "from_claim": 1, "to_claim": 9})
    assert "claim 9 is not in the review" in plan.left_out[0].why


def test_a_table_by_hand_needs_no_more_than_article_and_quote(here):
    plan = here.bring({"article": 2, "quote": "Nobody asked", "note": "odd"})
    assert [(one.quote, one.note, one.analyst) for one in here.claims()] == [
        ("Nobody asked", "odd", "ann")
    ]
    assert plan.left_out == []
    again = here.bring({"article": 2, "quote": "Nobody asked", "note": "odd"})
    assert (again.there, again.change) == ({"claim": 1}, None)


def test_the_same_line_twice_is_one_claim(here):
    here.bring(*[{"article": 2, "quote": "Nobody asked", "note": "odd"}] * 2)
    assert len(here.claims()) == 1


def test_two_lines_without_ids_that_disagree_on_the_same_words_are_not_mixed(here):
    plan = here.bring(
        {"article": 2, "quote": "Nobody asked", "note": "odd"},
        {"article": 2, "quote": "Nobody asked", "note": "sure"},
    )
    assert [one.note for one in here.claims()] == ["odd"]
    assert "line 1" in plan.left_out[0].why


def test_the_same_file_twice_in_one_call_says_nothing_twice(here, there):
    here.claim(1, "Seven ships")
    plan = there.bring(*here.lines("claims") * 2)
    assert plan.made == {"claim": 1}
    assert plan.left_out == []


def test_one_id_with_two_contents_is_refused_with_both_lines(here, there):
    here.claim(1, "Seven ships")
    (line,) = here.lines("claims")
    data = "\n".join(map(json.dumps, [line, line | {"note": "else"}])).encode()
    with pytest.raises(ImportRefusedError, match=r"lines.jsonl, line 2: .* lines.jsonl, line 1,"):
        plan_of(there.store, there.state, {"lines.jsonl": data})


def test_an_article_that_is_not_here_is_not_mistaken_for_one_with_its_number(here, there):
    here.claim(1, "Seven ships")
    (line,) = here.lines("claims")
    foreign = line | {
        "article_id": "00000000-0000-8000-8000-000000000000",
        "text_sha256": "0" * 64,
        "prefix": "Then ",
        "suffix": " left",
        "article": 2,
    }
    plan = there.bring(foreign | {"quote": "Nobody asked"})
    assert there.claims() == []
    assert "among others than in the file" in plan.left_out[0].why


def test_a_claim_of_another_version_of_the_text_is_found_by_quote_and_surroundings(here, there):
    here.claim(1, "Nobody counted")
    (line,) = here.lines("claims")
    changed = line | {"article_id": "", "text_sha256": "0" * 64, "start": 5, "end": 19}
    plan = there.bring(changed)
    assert (plan.left_out, [one.start for one in there.claims()]) == ([], [TEXT.index("Nobody")])


def test_findings_and_evidence_of_somebody_else_come_in_under_their_name(here, there):
    claim = here.claim(1, "Seven ships")
    finding = changes.make_finding(here.state, claim, wording="Seven came.", rationale="Seen.")
    here.do(finding)
    lines = [line | {"analyst": "zoe"} for line in here.lines("claims") + here.lines("findings")]
    there.bring(*lines)
    assert [one.analyst for one in there.state.findings.values()] == ["zoe"]
    assert [one.analyst for one in there.claims()] == ["zoe"]


def test_what_is_known_of_an_article_is_compared_and_taken_only_when_asked(here):
    article = here.state.article_numbered(1)
    lines = here.lines("articles")
    lines[0]["outlet"] = "The Quay"
    plan = here.bring(*lines)
    assert [one.columns for one in plan.differing] == [("outlet",)]
    here.bring(*lines, replace=True)
    assert here.state.articles[article.id].outlet == "The Quay"


def test_an_article_that_the_review_does_not_have_is_listed(here):
    lines = here.lines("articles")
    plan = here.bring(lines[0] | {"article_id": "00000000-0000-8000-8000-000000000000"})
    assert "`workbench add`" in plan.left_out[0].why


def test_an_empty_review_says_that_it_has_no_articles():
    with database() as store:
        state = store.load(store.commit(changes.create_review("E", "ann")).rows[0].id, "ann")
        plan, _ = back(store, state, {"a.jsonl": b'{"quote": "words"}'})
    assert plan.left_out[0].why == "the review has no articles yet"
