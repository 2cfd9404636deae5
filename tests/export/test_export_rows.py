import json

import export_samples as samples
from export_samples import TIME, article, claim, hold, link, not_same_event, review

from workbench.core.events import Event, describe, numbers_in
from workbench.core.review import RowChange
from workbench.export import rows


def by(kind: str, state, column: str) -> list:
    return [line[column] for line in rows(state, kind)]


def the_claim(state, number: int) -> dict:
    return next(line for line in rows(state, "claims") if line["claim"] == number)


# Claims


def test_claims_come_by_point_then_position_then_date_article_and_place():
    state = hold(
        review(),
        article(1),
        article(2, published_on="2025-10-08"),
        article(3, published_on="2025-09-01"),
        *(claim(n, a) for n, a in ((1, 1), (2, 2), (3, 3), (4, 1), (5, 2), (6, 3))),
        link(1, 4, 5),
        link(2, 1, 6, "conflicts"),
        link(3, 1, 3),
    )
    found = [(r["claim"], r["point"], r["position"]) for r in rows(state, "claims")]
    assert found == [(3, 1, "A"), (1, 1, "A"), (6, 1, "B"), (2, 2, "A"), (5, 4, "A"), (4, 4, "A")]


def test_the_twenty_seventh_position_is_aa_and_stands_behind_z():
    state = hold(review(), article(1), *(claim(n, 1) for n in range(1, 29)))
    hold(state, *(link(n, 1, n + 1, "conflicts") for n in range(1, 28)))
    assert by("claims", state, "position") == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB"]


def test_a_claim_names_its_links_by_relation_and_the_other_claims_number():
    state = hold(review(), article(1), article(2), *(claim(n, 1 + n % 2) for n in range(1, 31)))
    hold(
        state,
        link(1, 1, 22),
        link(2, 30, 1, "unverified"),
        link(3, 14, 1, "conflicts"),
        link(4, 1, 9),
        not_same_event(5, 1, 3),
        link(6, 1, 2, "conflicts"),
        link(7, 1, 8, "conflicts", analyst="zz"),
    )
    assert the_claim(state, 1)["links"] == (
        "conflicts:2; conflicts:14; agrees:9; agrees:22; not the same event:3; unverified:30"
    )
    assert the_claim(state, 14)["links"] == "conflicts:1"
    assert the_claim(state, 8)["links"] == ""


def test_origins_read_as_the_tally_of_the_claims_position():
    state = hold(review(), *(article(n) for n in range(1, 5)))
    hold(state, claim(1, 1, origin="TASS"), claim(2, 2, origin="AP"), claim(3, 3), claim(4, 4))
    hold(state, link(1, 1, 2), link(2, 2, 3), link(3, 3, 4, "conflicts"))
    assert by("claims", state, "origins") == ["2 (+1 unknown)"] * 3 + ["0 (+1 unknown)"]


def test_a_claims_standing_comes_from_its_own_links():
    state = hold(review(), article(1), article(2), *(claim(n, 1 + n % 2) for n in range(1, 6)))
    hold(state, link(1, 1, 2), link(2, 2, 3, "conflicts"), link(3, 1, 5))
    assert {r["claim"]: r["standing"] for r in rows(state, "claims")} == {
        1: "agreeing",
        2: "conflicting",
        3: "conflicting",
        4: "unverified",
        5: "unverified",  # it agrees with its own article only
    }


def test_a_claim_carries_its_article_its_review_and_all_that_was_said_of_it(worked):
    state, _ = worked()
    line = the_claim(state, 4)
    of, at = state.claim_numbered(4), state.article_numbered(2)
    assert line == {
        "claim": 4,
        "point": 2,
        "position": "B",
        "standing": "conflicting",
        "origins": "1 (+1 unknown)",
        "quote": "Russia sends no troops.",
        "outlet": "Kayhan",
        "article": 2,
        "title": "",
        "published_on": "2025-10-08",
        "url": "",
        "claimant": "",
        "origin": "",
        "note": "",
        "tags": "",
        "links": "conflicts:6; agrees:2",
        "start": 22,
        "end": 45,
        "prefix": "The ambassador spoke.\n",
        "suffix": "",
        "text_sha256": at.text_sha256,
        "analyst": "mk",
        "created_at": of.created_at,
        "updated_at": of.updated_at,
        "review": "Kabul, autumn",
        "claim_id": of.id,
        "article_id": at.id,
    }
    noted = the_claim(state, 2)
    assert noted["note"] == "Two lines:\n- one"
    assert noted["tags"] == "troops; Kabulov"


def test_another_analysts_review_has_that_analysts_points():
    state = samples.review()
    state.analyst = "zz"
    hold(
        state,
        article(1),
        article(2),
        claim(1, 1),
        claim(2, 2),
        link(1, 1, 2),
        link(2, 2, 1, "conflicts", analyst="zz"),
    )
    assert by("claims", state, "standing") == ["conflicting", "conflicting"]
    assert by("claims", state, "links") == ["conflicts:2", "conflicts:1"]
    assert by("links", state, "point") == ["", 1]


# Links


def test_links_of_every_analyst_come_by_number_and_say_whose_they_are():
    state = hold(review(), article(1), article(2), claim(1, 1), claim(2, 2), claim(3, 2))
    hold(state, link(3, 2, 3), link(1, 1, 2, "conflicts", analyst="zz"), link(2, 1, 2))
    found = [(r["link"], r["analyst"], r["point"]) for r in rows(state, "links")]
    assert found == [(1, "zz", ""), (2, "mk", 1), (3, "mk", 1)]


def test_a_link_that_says_not_the_same_event_joins_no_point():
    state = hold(review(), article(1), article(2), claim(1, 1), claim(2, 2), claim(3, 2))
    hold(state, not_same_event(1, 1, 2), link(2, 1, 3), link(3, 2, 3, "unverified"))
    assert by("links", state, "point") == ["", 1, 1]
    assert by("links", state, "reason") == ["not the same event", "", ""]


def test_a_link_shows_both_of_its_ends(worked):
    state, _ = worked()
    line = next(r for r in rows(state, "links") if r["relation"] == "conflicts")
    of = state.link_numbered(line["link"])
    assert line == {
        "link": 2,
        "relation": "conflicts",
        "reason": "scope",
        "rationale": "“go” is\nnot “be sent”",
        "point": 2,
        "from_claim": 4,
        "from_outlet": "Kayhan",
        "from_published_on": "2025-10-08",
        "from_claimant": "",
        "from_quote": "Russia sends no troops.",
        "to_claim": 6,
        "to_outlet": "Dawn",
        "to_published_on": "2024-09-28",
        "to_claimant": "",
        "to_quote": "The envoy said no troops will go.",
        "analyst": "mk",
        "created_at": of.created_at,
        "updated_at": of.updated_at,
        "review": "Kabul, autumn",
        "link_id": of.id,
        "from_claim_id": of.from_claim_id,
        "to_claim_id": of.to_claim_id,
    }


# Articles


def test_articles_come_by_number_with_the_count_of_their_claims():
    state = hold(review(), article(2), article(10), article(1, byline="A. Writer"))
    hold(state, claim(1, 10), claim(2, 2), claim(3, 10))
    found = [(r["article"], r["claims"], r["characters"]) for r in rows(state, "articles")]
    assert found == [(1, 0, 5000), (2, 1, 5000), (10, 2, 5000)]
    line = next(rows(state, "articles"))
    assert (line["outlet"], line["byline"], line["review"]) == ("Outlet 1", "A. Writer", "Kabul")
    assert line["article_id"] == "a1"


# The log


def test_the_log_tells_every_act_in_words_and_with_its_rows(worked):
    state, events = worked()
    lines = list(rows(state, "log", events[::-1]))
    assert [line["event"] for line in lines] == sorted(event.seq for event in events)
    for event, line in zip(events, lines, strict=True):
        assert line["what"] == describe(event, numbers_in(events))
        assert json.loads(line["rows"]) == [row._asdict() for row in event.rows]
        assert (line["at"], line["analyst"], line["act"]) == (event.at, "mk", event.act)
        assert (line["review"], line["event_id"]) == ("Kabul, autumn", event.id)
    assert lines[0]["what"] == "review made: Kabul, autumn"
    assert lines[0]["rows"].startswith('[{"table":"review","id":"')


def test_an_undo_and_a_redo_name_the_event_they_are_about_by_its_number(worked):
    state, events = worked()
    deleting, undo, redo, again = list(rows(state, "log", events))[-4:]
    assert deleting["act"] == "claim.delete"
    assert (deleting["undoes"], deleting["redoes"]) == ("", "")
    assert (undo["undoes"], undo["redoes"]) == (deleting["event"], "")
    assert (redo["undoes"], redo["redoes"]) == ("", deleting["event"])
    assert again["undoes"] == deleting["event"]


# What must not stop an export


def test_a_link_whose_claim_is_missing_costs_only_its_own_cells():
    state = hold(review(), article(1), claim(1, 1), claim(2, 1), link(1, 1, 9), link(2, 1, 2))
    assert [(r["point"], r["to_claim"], r["to_quote"]) for r in rows(state, "links")] == [
        ("", "", ""),
        (1, 2, "quote 2"),
    ]
    assert by("claims", state, "links") == ["agrees:2", "agrees:1"]


def test_a_claim_whose_article_is_missing_comes_last_with_blanks():
    state = hold(review(), article(1), claim(1, 7), claim(2, 1), claim(3, 1))
    hold(state, link(1, 1, 2), link(2, 2, 3, "conflicts"))
    assert by("claims", state, "claim") == [2, 3, 1]
    astray = the_claim(state, 1)
    assert (astray["point"], astray["position"], astray["outlet"]) == ("", "", "")
    assert (astray["quote"], astray["article_id"]) == ("quote 1", "a7")
    assert [r["from_outlet"] for r in rows(state, "links")] == ["", "Outlet 1"]
    assert by("articles", state, "claims") == [2]


def test_an_event_that_cannot_be_put_into_words_is_named_by_its_act():
    odd = Event(
        4,
        "e4",
        "mk",
        TIME,
        "claim.weigh",
        "e1",
        "",
        (RowChange("claim", "c1", None, {"weight": 3}),),
    )
    (line,) = rows(review(), "log", [odd])
    assert line["what"] == "claim.weigh"
    assert line["undoes"] == ""
    assert json.loads(line["rows"])[0]["after"] == {"weight": 3}
