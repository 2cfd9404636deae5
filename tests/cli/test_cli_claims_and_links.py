"""claim and link: every mark, and every refusal with its sentence."""

import pytest


def test_a_claim_is_made_with_all_its_fields_in_one_act(wb, answer, review):
    made = answer(
        "claim", review, 4, "special representative", "--claimant", "Zamir  Kabulov",
        "--origin", "TASS", "--note", "Check.\nTwice.", "--tag", "office", "--tags", "Bagram, office",
    )  # fmt: skip
    assert (made["claim"], made["article"], made["outlet"]) == (1, 4, "The Larkmoor Ledger")
    assert made["quote"] == "special representative"
    assert made["end"] - made["start"] == len(made["quote"])
    assert (made["claimant"], made["origin"], made["tags"]) == (
        "Zamir Kabulov", "TASS", "office; Bagram",
    )  # fmt: skip
    assert made["note"] == "Check.\nTwice."
    assert {"claim_id", "article_id", "prefix", "suffix", "text_sha256"} <= set(made)
    assert answer("history", review)[-1]["act"] == "claim.make"
    wb("undo", review)
    assert answer("show", review)["claims"] == []


def test_what_was_marked_is_said_with_its_place(wb, review):
    said = wb("claim", review, 5, "seventh meeting")
    assert said.stdout == ""
    assert said.stderr == (
        "Made claim 1, article 5 (Orrin Bay Post, 2025-10-08): “seventh meeting”.\n"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Russia's special representative",
        "Russia’s  special\nrepresentative",
        "\tRussia’s special representative ",
    ],
)
def test_marks_dashes_and_spaces_may_be_typed_otherwise(answer, review, typed):
    assert answer("claim", review, 4, typed)["quote"] == "Russia’s special representative"


def test_a_dash_reads_the_quote_from_standard_input(answer, review):
    made = answer("claim", review, 2, "-", stdin="bad things\r\n")
    assert made["quote"] == "bad things"


def test_standard_input_that_is_not_text_is_refused(wb, review):
    assert "not in UTF-8" in wb("claim", review, 2, "-", stdin=b"\xff\xfe\xfa", code=1).stderr


def test_words_that_begin_with_a_dash_come_after_two_dashes(wb, place):
    (place / "cold.txt").write_text("It was -5 degrees.\n")
    wb("new", "Cold", "cold.txt")
    assert "come after --" in wb("claim", "Cold", 1, "-5 degrees", code=2).stderr
    wb("claim", "Cold", 1, "--", "-5 degrees")


def test_words_that_occur_several_times_are_listed_and_nth_says_which(wb, answer, review):
    said = wb("claim", review, 2, "Bagram", code=1).stderr
    assert "“Bagram” occurs 6 times in article 2; say which with --nth" in said
    assert "--nth 3  …with Kabul were under way on giving ‹Bagram› back" in said
    assert answer("claim", review, 2, "Bagram", "--nth", 3)["suffix"].startswith(" back to the")
    again = wb("claim", review, 2, "Bagram", code=1).stderr
    assert "(claim 1)" in again
    too_many = wb("claim", review, 2, "Bagram", "--nth", 7, code=1).stderr
    assert "occurs 6 times in article 2, so there is no --nth 7" in too_many
    wb("claim", review, 2, "Bagram", "--nth", 0, code=2)


def test_words_that_occur_once_need_no_nth_and_take_nth_1(answer, review):
    assert answer("claim", review, 2, "Doha Agreement", "--nth", 1)["claim"] == 1


def test_many_places_are_listed_up_to_a_bound(wb, place):
    (place / "long.txt").write_text("no " * 500)
    wb("new", "Long", "long.txt")
    assert "… and 480 more." in wb("claim", "Long", 1, "no", code=1).stderr


def test_the_same_words_twice_are_refused_with_the_claim_that_has_them(wb, review):
    wb("claim", review, 5, "seventh meeting")
    said = wb("claim", review, 5, " seventh meeting ", code=1)
    assert said.stderr == "These words are claim 1 already.\n"


def test_claims_may_overlap_and_nest(wb, answer, review):
    wb("claim", review, 5, "Russia’s ambassador to the country, Zamir Kabulov")
    assert answer("claim", review, 5, "ambassador")["claim"] == 2


def test_words_in_another_case_are_refused_with_those_that_stand_there(wb, review):
    said = wb("claim", review, 4, "Special Representative", code=1).stderr
    assert "does not stand in article 4 (The Larkmoor Ledger, 2025-10-07)" in said
    assert "It stands there as “special representative”." in said


def test_words_of_another_article_are_refused_with_that_article(wb, review):
    assert "It stands in article 4." in wb("claim", review, 2, "special repr", code=1).stderr


def test_words_that_stand_nowhere_are_refused_with_where_to_copy_from(wb, review):
    said = wb("claim", review, 1, "words of nobody", code=1).stderr
    assert "Copy the words from `workbench show 'Afghanistan, autumn 2025' --article 1`" in said


@pytest.mark.parametrize("quote", ["", "  ", "\n"])
def test_an_empty_quote_is_refused(wb, review, quote):
    assert "no words in the quote" in wb("claim", review, 1, quote, code=1).stderr


def test_a_number_that_names_nothing_is_refused_with_how_many_there_are(wb, review):
    assert "There is no article 9 in" in wb("claim", review, 9, "x", code=1).stderr
    assert "it has 5" in wb("claim", review, 9, "x", code=1).stderr
    assert "it has none yet" in wb("link", review, 1, 2, "agrees", code=1).stderr


@pytest.mark.parametrize("number", ["x", "0", "1.5", "٣", "9" * 400])
def test_what_is_no_number_is_a_usage_error(wb, review, number):
    assert "is no number of an article" in wb("claim", review, number, "x", code=2).stderr


# Links


def test_a_link_answers_with_the_names_of_the_exports(answer, wb, marked):
    wb("claim", marked, 1, "Bagram was the hub")
    made = answer("link", marked, 5, 2, "unverified", "--reason", "scope")
    assert (made["link"], made["from_claim"], made["to_claim"]) == (4, 5, 2)
    assert (made["relation"], made["reason"]) == ("unverified", "scope")
    assert {"link_id", "from_claim_id", "to_claim_id", "rationale"} <= set(made)


@pytest.mark.parametrize(
    ("typed", "relation"),
    [("a", "agrees"), ("agree", "agrees"), ("C", "conflicts"), ("conflict", "conflicts"),
     ("u", "unverified"), ("unverified", "unverified")],
)  # fmt: skip
def test_a_relation_may_be_begun(answer, wb, marked, typed, relation):
    wb("claim", marked, 1, "Bagram was the hub")
    assert answer("link", marked, 5, 1, typed)["relation"] == relation


@pytest.mark.parametrize("typed", ["maybe", "", "x"])
def test_what_is_no_relation_is_a_usage_error_that_lists_them(wb, marked, typed):
    said = wb("link", marked, 1, 2, typed, code=2).stderr
    assert "it is agrees, conflicts or unverified" in said


def test_a_link_says_what_it_says(wb, review):
    wb("claim", review, 4, "special representative")
    wb("claim", review, 5, "ambassador to the country")
    said = wb("link", review, 1, 2, "c", "--reason", "Role").stderr
    assert said == "Made link 1: claim 1 conflicts with claim 2, role.\n"


def test_a_pair_that_is_linked_already_is_marked_anew_and_this_is_said(wb, answer, marked):
    said = wb("link", marked, 2, 1, "agrees").stderr
    assert said == "Marked link 1 anew: claim 1 agrees with claim 2. It was conflicts.\n"
    again = wb("link", marked, 1, 2, "agrees").stderr
    assert "Nothing to change, link 1 says so already" in again
    assert len(answer("show", marked)["links"]) == 3


def test_a_claim_is_not_linked_to_itself(wb, marked):
    assert "cannot be linked to itself" in wb("link", marked, 1, 1, "agrees", code=1).stderr


def test_different_events_are_said_in_two_ways(answer, wb, marked):
    wb("claim", marked, 1, "Bagram was the hub")
    short = answer("link", marked, 5, 1, "--not-same-event")
    long = answer("link", marked, 5, 2, "u", "--reason", "Not the same event")
    for link in (short, long):
        assert (link["relation"], link["reason"]) == ("unverified", "not the same event")
        assert link["point"] == ""


@pytest.mark.parametrize(
    "options",
    [["agrees", "--not-same-event"], ["c", "--reason", "not the same event"]],
)
def test_different_events_neither_agree_nor_conflict(wb, marked, options):
    said = wb("link", marked, 1, 2, *options, code=2).stderr
    assert "neither agree nor conflict" in said


def test_not_same_event_is_a_reason_itself(wb, marked):
    said = wb("link", marked, 1, 2, "--not-same-event", "--reason", "role", code=2).stderr
    assert "a reason itself" in said


def test_without_a_relation_the_relations_are_named(wb, marked):
    assert "agrees, conflicts or unverified" in wb("link", marked, 1, 2, code=2).stderr


def test_another_analysts_link_on_the_same_pair_stands_beside(answer, marked):
    theirs = answer("link", marked, 1, 2, "agrees", "--analyst", "jo")
    assert (theirs["link"], theirs["analyst"]) == (4, "jo")
    mine = answer("show", marked)
    assert (
        next(link["relation"] for link in mine["links"] if link["analyst"] == "mk") == "conflicts"
    )
