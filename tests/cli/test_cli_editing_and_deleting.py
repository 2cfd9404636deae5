"""edit, rename, delete, undo, redo, history."""

import pytest


def test_a_claims_fields_are_edited_and_cleared(wb, answer, marked):
    edited = answer("edit", marked, "claim", 1, "--note", "See 2.", "--tag", "b", "--tag", "a,c")
    assert (edited["note"], edited["tags"], edited["claimant"]) == ("See 2.", "b; a; c", "TASS")
    said = wb("edit", marked, "claim", 1, "--note", "", "--claimant", "", "--tags", "")
    assert said.stdout == ""
    assert said.stderr.startswith("Changed claim 1: note See 2. → nothing, claimant TASS → nothing")
    cleared = answer("show", marked)["claims"][0]
    assert (cleared["note"], cleared["claimant"], cleared["tags"]) == ("", "", "")


def test_a_links_mark_is_edited(answer, marked):
    edited = answer("edit", marked, "link", 1, "--relation", "u", "--reason", "scope")
    assert (edited["relation"], edited["reason"], edited["rationale"]) == (
        "unverified", "scope", "Two offices.",
    )  # fmt: skip
    assert answer("edit", marked, "link", 1, "--rationale", "")["rationale"] == ""


def test_a_link_that_set_two_claims_apart_may_join_them_after_all(answer, marked):
    edited = answer("edit", marked, "link", 3, "--relation", "agrees")
    assert (edited["relation"], edited["reason"]) == ("agrees", "")


@pytest.mark.parametrize(
    "options",
    [["--reason", "not the same event"],
     ["--relation", "agrees", "--reason", "not the same event"]],
)  # fmt: skip
def test_different_events_go_with_unverified_only(wb, marked, options):
    assert "goes with unverified" in wb("edit", marked, "link", 1, *options, code=2).stderr


def test_what_is_known_of_an_article_is_edited(wb, answer, review):
    edited = answer(
        "edit", review, "article", 1, "--outlet", "Dawn", "--title", "Four say no",
        "--published", "27 September 2025", "--url", "https://example.org/1", "--byline", "A. B.",
    )  # fmt: skip
    assert (edited["outlet"], edited["title"], edited["published_on"]) == (
        "Dawn", "Four say no", "2025-09-27",
    )  # fmt: skip
    assert (edited["url"], edited["byline"]) == ("https://example.org/1", "A. B.")
    assert answer("edit", review, "article", 1, "--published", "")["published_on"] == ""


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--published", "Octember", "“Octember” is no date"),
        ("--published", "03/04/2025", "year-month-day"),
        ("--url", "example.org", "begins with http:// or https://"),
    ],
)
def test_a_date_or_address_that_is_none_is_a_usage_error(wb, review, option, value, sentence):
    assert sentence in wb("edit", review, "article", 1, option, value, code=2).stderr


@pytest.mark.parametrize(
    ("kind", "option", "fitting"),
    [
        ("claim", "--outlet", "--note, --claimant, --origin, --tags"),
        ("link", "--note", "--relation, --reason, --rationale"),
        ("article", "--relation=a", "--outlet, --title, --published, --url, --byline"),
        ("finding", "--note", "--wording, --verdict, --confidence, --rationale, --evidence"),
        ("evidence", "--wording", "--kind, --locator, --note"),
        ("link", "--evidence", "--relation, --reason, --rationale"),
        ("claim", "--kind=data", "--note, --claimant, --origin, --tags"),
    ],
)
def test_an_option_of_another_kind_is_a_usage_error_that_names_the_fitting_ones(
    wb, marked, kind, option, fitting
):
    values = [option] if "=" in option else [option, "x"]
    said = wb("edit", marked, kind, 1, *values, code=2).stderr
    assert "does not belong to" in said
    assert fitting in said


def test_where_nothing_changes_nothing_is_written_and_this_is_said(wb, answer, marked):
    before = len(answer("history", marked))
    said = wb("edit", marked, "claim", 1, "--claimant", "TASS").stderr
    assert said == "Nothing to change: claim 1 says so already.\n"
    assert "what can be changed of an article: --outlet" in wb("edit", marked, "article", 1).stderr
    assert len(answer("history", marked)) == before


def test_a_kind_may_be_begun_and_an_unknown_one_is_refused_with_those_there_are(wb, marked):
    wb("edit", marked, "cl", 1, "--note", "x")
    said = wb("edit", marked, "quote", 1, code=2).stderr
    assert "it is claim, link, article, finding or evidence" in said


@pytest.mark.parametrize("options", [[], ["--relation", "unverified"], ["--rationale", "2024"]])
def test_what_is_not_named_of_two_claims_set_apart_stays_as_it_is(wb, answer, marked, options):
    wb("edit", marked, "link", 3, *options)
    edited = answer("edit", marked, "link", 3, *options)
    assert (edited["relation"], edited["reason"]) == ("unverified", "not the same event")


@pytest.mark.parametrize("command", ["edit", "delete"])
def test_another_analysts_link_is_left_to_them(wb, marked, command):
    options = ["--reason", "scope"] if command == "edit" else []
    said = wb(command, marked, "link", 1, *options, "--analyst", "jo", code=1).stderr
    assert "Link 1 is mk’s mark, and you are jo: only they can change it." in said
    assert "Link claims 1 and 2 yourself" in said


# rename


def test_a_review_is_renamed(wb, answer, review):
    said = wb("rename", "afgh", "Bagram").stderr
    assert said == f"“{review}” is called “Bagram” now.\n"
    assert answer("rename", "Bagram", "Bagram ")["review"] == "Bagram"
    assert answer("rename", "Bagram", "BAGRAM")["review"] == "BAGRAM"  # its own, in another case
    wb("undo", "BAGRAM")
    assert answer("reviews")[0]["review"] == "Bagram"


def test_a_title_that_another_review_has_is_refused(wb, review):
    wb("new", "Bagram")
    assert "“Bagram” already" in wb("rename", review, "bagram", code=1).stderr
    assert "needs a title" in wb("rename", review, " ", code=1).stderr


# delete, undo, redo


def test_a_claim_takes_its_links_along_and_says_so_and_undo_brings_all_back(wb, answer, marked):
    said = wb("delete", marked, "claim", 1).stderr
    assert said == (
        "Deleted claim 1, and with it links 1, 3. `workbench undo 'Afghanistan, autumn 2025'` "
        "brings it back.\n"
    )
    left = answer("show", marked)
    assert len(left["claims"]) == 3
    assert [link["link"] for link in left["links"]] == [2]
    undone = wb("undo", marked).stderr
    assert undone.startswith("Undone: link 1 taken away: claims 1 and 2, conflicts")
    assert len(answer("show", marked)["links"]) == 3


def test_deleting_answers_with_what_went(answer, marked):
    gone = answer("delete", marked, "article", 4)
    assert (gone["deleted"], gone["article"]) == ("article", 4)
    assert (gone["claims"], gone["links"]) == ([1, 3], [1, 2, 3])
    assert len(gone["article_id"]) == 36
    gone = answer("delete", marked, "claim", 2)
    assert (gone["claim"], gone["links"]) == (2, [])


def test_a_link_is_deleted(wb, marked):
    assert wb("delete", marked, "link", 2).stderr.startswith("Deleted link 2. ")
    assert "There is no link 2" in wb("delete", marked, "link", 2, code=1).stderr


def test_an_article_with_another_analysts_links_stays(wb, marked):
    wb("link", marked, 2, 4, "agrees", "--analyst", "jo")
    assert "has links of jo" in wb("delete", marked, "article", 5, code=1).stderr


def test_a_review_goes_only_when_yes_is_said_and_what_would_go_is_counted(wb, answer, marked):
    said = wb("delete", "afgh", code=2).stderr
    assert "Nothing was deleted." in said
    assert "5 articles, 4 claims, 3 links and its whole history" in said
    assert "`workbench delete 'Afghanistan, autumn 2025' --yes`" in said
    gone = answer("delete", "afgh", "--yes")
    assert (gone["deleted"], gone["review"], gone["links"]) == ("review", marked, 3)
    assert answer("reviews") == []
    assert answer("check") == {"problems": [], "articles": 0, "claims": 0, "events": 0}


def test_half_of_what_to_delete_is_a_usage_error(wb, marked):
    assert "which claim" in wb("delete", marked, "claim", code=2).stderr
    assert "--yes is for" in wb("delete", marked, "claim", 1, "--yes", code=2).stderr


def test_undo_and_redo_say_in_words_what_they_did_and_answer_with_its_line_of_the_log(
    wb, answer, review
):
    wb("claim", review, 5, "seventh meeting")
    assert wb("undo", review).stderr == "Undone: claim 1 made: “seventh meeting”.\n"
    assert wb("redo", review).stderr == "Done again: claim 1 made: “seventh meeting”.\n"
    undone = answer("undo", review)
    assert (undone["act"], undone["what"]) == ("claim.make", "claim 1 made: “seventh meeting”")
    assert answer("redo", review)["event"] == undone["event"]


def test_with_nothing_left_undo_and_redo_say_so(wb, review):
    assert "nothing of yours left to undo" in wb("undo", review, code=1).stderr
    assert "nothing to redo" in wb("redo", review, code=1).stderr
    wb("claim", review, 5, "seventh meeting")
    wb("undo", review)
    wb("claim", review, 5, "seventh")
    assert "nothing to redo" in wb("redo", review, code=1).stderr


def test_undo_is_refused_when_somebody_changed_the_same_thing_since(wb, answer, marked):
    wb("claim", marked, 1, "Bagram was the hub")
    wb("edit", marked, "claim", 5, "--note", "Mine now.", "--analyst", "jo")
    said = wb("undo", marked, code=1).stderr
    assert "Claim 5 was changed by jo" in said
    assert "Nothing was changed" in said
    assert answer("show", marked, 5)["note"] == "Mine now."


def test_history_lists_every_act_with_who_and_when(wb, answer, marked):
    wb("undo", marked)
    lines = wb("history", marked).stdout.splitlines()
    assert lines[0].split() == ["event", "when", "(UTC)", "analyst", "what"]
    assert len(lines) == 1 + len(answer("history", marked)) == 15
    assert "undone: link 3 taken away" in lines[-1]
    assert " mk " in lines[-1]
    newest = wb("history", marked, "--newest", 2).stdout.splitlines()
    assert newest[1:] == lines[-2:]
    answered = answer("history", marked, "--newest", 2)
    assert [line["act"] for line in answered] == ["link.make", "undo"]
    assert answered[1]["undoes"] == answered[0]["event"]
    assert list(answered[0]) == [
        "event", "at", "analyst", "act", "what", "undoes", "redoes", "rows", "review", "event_id",
    ]  # fmt: skip
    wb("history", marked, "--newest", 0, code=2)
