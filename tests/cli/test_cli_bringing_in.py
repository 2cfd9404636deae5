"""new and add, and the road from a file to an article that they share with the screen."""

import io

import pytest

from workbench.bringing_in import bring_in
from workbench.core.changes import create_review
from workbench.errors import StoreError
from workbench.store import Store


def test_new_names_every_article_and_how_to_go_on(wb, corpus):
    said = wb("new", "Afghanistan", *corpus)
    assert said.stdout == ""
    assert (
        "3-quadrilateral-2024.txt is article 3 now (The Indus Lantern, 2024-09-28: " in said.stderr
    )
    assert (
        "“Afghanistan” is made, with 5 articles. `workbench Afghanistan` opens it." in said.stderr
    )


def test_new_answers_in_json_with_the_names_of_the_exports(answer, corpus):
    made = answer("new", "Afghanistan", *corpus)
    assert made["review"] == "Afghanistan"
    assert list(made) == ["review", "review_id", "articles", "refused", "already"]
    third = made["articles"][2]
    assert list(third) == [
        "article", "article_id", "outlet", "title", "published_on", "characters", "file",
    ]  # fmt: skip
    assert (third["article"], third["outlet"]) == (3, "The Indus Lantern")
    assert third["file"] == str(corpus[2])


def test_sentences_are_indexed_so_that_counterparts_are_ready(review, place):
    with Store(place / "workbench.db") as store:
        state = store.load(store.find_review(review).id, "mk")
        assert all(store.is_indexed(article) for article in state.articles.values())
        assert store.candidates(state.review.id, ["Kabulov", "ambassador"], 3)


def test_of_several_files_the_good_ones_come_in_and_the_bad_one_is_named(wb, answer, corpus, place):
    (place / "letter.pdf").write_bytes(b"%PDF-1.7 ...")
    said = wb("new", "Afghanistan", corpus[0], "letter.pdf", corpus[1], "missing.txt", code=1)
    assert "letter.pdf is a PDF" in said.stderr
    assert "missing.txt does not exist" in said.stderr
    assert "“Afghanistan” is made, with 2 articles." in said.stderr
    more = answer("add", "Afghanistan", "missing.txt", corpus[2], corpus[0], code=1)
    assert [article["article"] for article in more["articles"]] == [3]
    assert [article["article"] for article in more["already"]] == [1]
    assert [refused["file"] for refused in more["refused"]] == ["missing.txt"]
    assert "does not exist" in more["refused"][0]["why"]


def test_failures_are_said_even_when_quiet_and_nothing_else_is(wb, corpus):
    said = wb("new", "Afghanistan", corpus[0], "missing.txt", "-q", code=1)
    assert said.stderr.splitlines() == [
        "missing.txt does not exist; check how it is spelled and which folder you are in."
    ]


def test_when_every_file_fails_the_review_is_not_made(wb, answer, place):
    refused = answer("new", "Nothing", "missing.txt", place, code=1)
    assert (refused["review"], refused["review_id"], refused["articles"]) == ("", "", [])
    assert len(refused["refused"]) == 2
    said = wb("new", "Nothing", "missing.txt", code=1)
    assert "No review was made: none of the files could become an article." in said.stderr
    assert "no review yet" in wb("reviews").stderr
    assert answer("check")["events"] == 0


def test_a_review_may_be_empty(wb, answer):
    said = wb("new", "Later")
    assert "“Later” is made, with 0 articles." in said.stderr
    assert answer("reviews")[0]["articles"] == 0
    assert "none yet" in wb("show", "Later").stdout


@pytest.mark.parametrize("title", ["Afghanistan", "AFGHANISTAN", "  afghanistan "])
def test_a_title_that_is_taken_is_refused_with_what_to_do(wb, corpus, title):
    wb("new", "Afghanistan", corpus[0])
    said = wb("new", title, corpus[1], code=1)
    assert (
        "There is a review “Afghanistan” already. `workbench add Afghanistan FILE...`"
        in said.stderr
    )


def test_a_review_needs_a_title(wb):
    assert wb("new", "  ", code=1).stderr == "A review needs a title.\n"


def test_a_folder_is_refused_with_a_hint(wb, place):
    (place / "articles").mkdir()
    assert "write articles/*.txt" in wb("new", "Folder", "articles", code=1).stderr


def test_standard_input_is_an_article_too_but_only_once(wb, answer):
    made = answer("new", "Piped", "-", stdin="---\noutlet: Dawn\n---\nWords of the wire.\n")
    assert (made["articles"][0]["outlet"], made["articles"][0]["file"]) == ("Dawn", "-")
    said = wb("add", "Piped", "-", "-", stdin="Other words.\n", code=1)
    assert "Standard input is article 2 now" in said.stderr
    assert "can be read only once" in said.stderr


def test_the_same_text_again_adds_nothing_and_says_so(wb, review, corpus):
    said = wb("add", review, corpus[2])
    assert "3-quadrilateral-2024.txt is in the review already, as article 3." in said.stderr
    assert f"Nothing was added to “{review}”." in said.stderr


def test_what_was_guessed_or_left_out_is_said(wb, place):
    (place / "odd.txt").write_text("---\noutlet: Dawn\nmood: grim\n---\nWords.\n")
    assert "“mood”" in wb("new", "Odd", "odd.txt").stderr


def test_an_article_may_have_as_many_megabytes_as_the_config_says(wb, place):
    (place / "config.toml").write_text("article_megabytes = 1\n")
    (place / "long.txt").write_text("word " * 250_000)
    assert "raise article_megabytes" in wb("new", "Long", "long.txt", code=1).stderr
    (place / "config.toml").write_text("article_megabytes = 2\n")
    wb("new", "Long", "long.txt")


def test_a_review_that_is_meant_by_no_title_or_by_several_is_refused(wb, corpus):
    wb("new", "Bagram one")
    wb("new", "Bagram two")
    several = wb("add", "bag", corpus[0], code=1).stderr
    assert "“Bagram one”" in several
    assert "“Bagram two”" in several
    assert "write more" in several
    wb("add", "BAGRAM T", corpus[0])
    none = wb("add", "Kabul", corpus[0], code=1).stderr
    assert "There is no review whose title begins with “Kabul”." in none
    assert "no review whose title begins with “”" in wb("add", "", corpus[0], code=1).stderr


def test_a_whole_title_wins_over_the_beginning_of_another(wb, answer):
    wb("new", "Bagram")
    wb("new", "Bagram again")
    assert answer("show", "bagram")["review"] == "Bagram"


# The function, as the screen calls it


@pytest.fixture
def desk(place):
    with Store(place / "desk.db", create=True) as store:
        event = store.commit(create_review("Desk", "mk"))
        yield store, store.load(event.rows[0].id, "mk")


def test_bring_in_tells_of_each_file_as_it_comes(desk, place, corpus):
    store, state = desk
    outcomes = bring_in(store, state, [str(corpus[3]), "none.txt", str(corpus[3])], limit=10**6)
    first = next(outcomes)
    assert first.added
    assert not first.failed
    assert first.article == state.article_numbered(1)
    second, third = outcomes
    assert second.failed
    assert second.article is None
    assert "does not exist" in second.sentence
    assert not third.added
    assert not third.failed
    assert third.article == first.article
    assert "already, as article 1" in third.sentence


def test_bring_in_refuses_a_dash_where_there_is_no_standard_input(desk):
    store, state = desk
    (outcome,) = bring_in(store, state, ["-"], limit=100)
    assert outcome.failed
    assert "no standard input" in outcome.sentence
    (outcome,) = bring_in(store, state, ["-"], limit=100, stdin=io.BytesIO(b"Words."))
    assert outcome.added


def test_bring_in_calls_a_text_that_another_terminal_brought_in_meanwhile_a_failure(desk, corpus):
    store, state = desk
    with Store(store.path) as other:
        there = other.load(state.review.id, "jo")
        list(bring_in(other, there, [str(corpus[0])], limit=10**6))
    (outcome,) = bring_in(store, state, [str(corpus[0])], limit=10**6)
    assert outcome.failed
    assert "there already, brought in by jo" in outcome.sentence


def test_bring_in_lets_through_that_the_database_cannot_be_written(desk, corpus, monkeypatch):
    store, state = desk

    def full(*_):
        raise StoreError("Not saved, and nothing was changed: the disk is full.")

    monkeypatch.setattr(store, "add_article", full)
    with pytest.raises(StoreError, match="disk is full"):
        list(bring_in(store, state, [str(corpus[0])], limit=10**6))
