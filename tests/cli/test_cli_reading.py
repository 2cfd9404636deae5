"""show and reviews: what a person without a screen reads, and what a program gets."""

import json

from workbench.cli.wording import table
from workbench.core.points import Origins


def test_show_tells_articles_points_positions_and_links_in_words(wb, marked):
    wb("edit", marked, "claim", 3, "--origin", "TASS")
    wb("edit", marked, "claim", 4, "--origin", "tass", "--note", "Two\nlines.", "--tag", "x")
    two, one, same = (Origins(*each).words() for each in ((2, 0, 2), (1, 0, 1), (2, 1, 0)))
    assert (
        wb("show", marked).stdout
        == f"""\
Afghanistan, autumn 2025
5 articles, 4 claims and 3 links of mk; 2 points: 1 conflicting and 1 agreeing.

Articles
  article 1, no outlet
  article 2, no outlet
  article 3, The Indus Lantern, 2024-09-28: Three powers join Pakistan in naming terror groups on Afghan soil
  article 4, The Larkmoor Ledger, 2025-10-07: Moscow warns against foreign forces in Afghanistan as it hosts Taliban
  article 5, Orrin Bay Post, 2025-10-08: Envoy Rules Out Russian Troops for Afghanistan

Point 1: conflicting; {two}
  position A: {one}
    claim 1 (article 4, The Larkmoor Ledger, 2025-10-07): “Russia’s special representative for Afghanistan”
      claimant: TASS
  position B: {one}
    claim 2 (article 5, Orrin Bay Post, 2025-10-08): “Russia’s ambassador to the country, Zamir Kabulov”
  link 1: claim 1 conflicts with claim 2, role; Two offices.

Point 3: agreeing; {same}
  position A: {same}; all from one origin
    claim 3 (article 4, The Larkmoor Ledger, 2025-10-07): “Sending Russian soldiers to Afghanistan is not being considered”
      origin: TASS
    claim 4 (article 5, Orrin Bay Post, 2025-10-08): “Moscow is not thinking of stationing its troops”
      origin: tass
      tags: x
      note: Two lines.
  link 2: claim 3 agrees with claim 4

Not the same event
  link 3: claims 1 and 3 are about different events
"""
    )


def test_show_flags_contradictions_with_the_chain_that_causes_them(wb, answer, marked):
    wb("claim", marked, 1, "Bagram was the hub")
    wb("link", marked, 1, 5, "agrees")
    wb("link", marked, 5, 2, "agrees")
    shown = wb("show", marked).stdout
    assert (
        "contradiction: link 1 says conflicts, and links 4 and 5 make the same two claims agree"
        in shown
    )
    point = answer("show", marked)["points"][0]
    assert point["contradictions"] == [{"link": 1, "chain": [4, 5]}]


def test_show_flags_claims_set_apart_that_other_links_join(wb, answer, marked):
    wb("link", marked, 2, 3, "agrees")
    shown = wb("show", marked).stdout
    assert "not the same event after all? link 3 sets claims 1 and 3 apart" in shown
    assert answer("show", marked)["points"][0]["not_the_same_event"] == [3]


def test_show_of_a_claim_gives_its_surroundings_and_its_point(wb, answer, marked):
    shown = wb("show", marked, 1).stdout
    assert shown.startswith("Claim 1: conflicting\n  words: “Russia’s special representative")
    assert "  article 4: The Larkmoor Ledger, 2025-10-07\n  headline: Moscow warns" in shown
    assert (
        "of Zamir Kabulov, ‹Russia’s special representative for Afghanistan›. The Soviet" in shown
    )
    assert "Point 1: conflicting" in shown
    assert "Point 3" not in shown
    assert "Not the same event\n  link 3" in shown
    answered = answer("show", marked, 1)
    assert answered["before"].endswith("Zamir Kabulov, ")
    assert answered["after"].startswith(". The Soviet Union")
    assert answered["on_point"]["standing"] == "conflicting"
    assert "no claim 17" in wb("show", marked, 17, code=1).stderr


def test_beside_agreement_stands_how_many_origins_it_has(wb, marked):
    wb("link", marked, 1, 2, "agrees")
    assert wb("show", marked, 1).stdout.startswith("Claim 1: agreeing; 2 articles, origins unknown")
    for claim in (1, 2):
        wb("edit", marked, "claim", claim, "--origin", "TASS")
    assert wb("show", marked, 1).stdout.startswith("Claim 1: agreeing; 2 articles, 1 origin\n")


def test_show_of_an_article_is_its_canonical_text(wb, answer, review, corpus):
    text = corpus[0].read_text().removesuffix("\n")
    assert wb("show", review, "--article", 1).stdout == text + "\n"
    answered = answer("show", review, "--article", 4)
    assert answered["outlet"] == "The Larkmoor Ledger"
    assert answered["text"].startswith("Moscow received")
    assert len(answered["text"]) == answered["characters"]


def test_show_of_a_claim_and_an_article_at_once_is_a_usage_error(wb, marked):
    assert "not both" in wb("show", marked, 1, "--article", 1, code=2).stderr


def test_show_answers_with_the_names_of_the_exports(answer, marked):
    shown = answer("show", marked)
    assert list(shown) == [
        "review", "review_id", "analyst", "articles", "claims", "links", "points", "findings",
        "evidence", "verdicts",
    ]  # fmt: skip
    assert shown["points"][0] == {
        "point": 1,
        "standing": "conflicting",
        "origins": "0 (+2 unknown)",
        "positions": [
            {"position": "A", "origins": "0 (+1 unknown)", "claims": [1]},
            {"position": "B", "origins": "0 (+1 unknown)", "claims": [2]},
        ],
        "links": [1],
        "contradictions": [],
        "not_the_same_event": [],
        "findings": [],
    }
    assert {"article", "outlet", "text_sha256"} <= set(shown["articles"][0])


def test_who_has_no_links_is_told_whose_there_are(wb, marked):
    said = wb("show", marked, "--analyst", "jo")
    assert "2 links" not in said.stdout
    assert "0 links of jo" in said.stdout
    assert (
        "You are jo and have no links here; mk has 3 links: --analyst mk shows them." in said.stderr
    )
    assert wb("show", marked).stderr == ""


def test_reviews_lists_them_the_one_worked_on_last_first(wb, answer, marked):
    wb("new", "Another one")
    lines = wb("reviews").stdout.splitlines()
    assert lines[0].split()[:4] == ["articles", "claims", "links", "conflicts"]
    assert lines[1].endswith("Another one")
    assert lines[2].endswith(marked)
    assert lines[2].split()[:4] == ["5", "4", "3", "1"]
    answered = answer("reviews")
    assert answered[1] | {"review_id": "", "last_worked_on": ""} == {
        "review": marked, "review_id": "", "articles": 5, "claims": 4, "links": 3,
        "conflicts": 1, "findings": 0, "last_worked_on": "",
    }  # fmt: skip


def test_no_review_yet_is_said_and_no_database_yet_is_an_error(wb):
    assert "There is no database at" in wb("reviews", code=1).stderr
    wb("new", "Once")
    wb("delete", "Once", "--yes")
    empty = wb("reviews")
    assert empty.stdout == ""
    assert "There is no review yet." in empty.stderr
    assert json.loads(wb("reviews", "--json").stdout) == []


def test_columns_line_up_whatever_the_script(wb):
    wb("new", "Kabul")
    wb("new", "喀布尔的会谈")
    wb("undo", "Kabul", code=1)
    lines = table(("name", "n"), [("喀布尔", "1"), ("Kabul", "22"), ("e\u0301", "3")], right=(1,))
    assert lines.splitlines() == ["name     n", "喀布尔   1", "Kabul   22", "e\u0301        3"]
