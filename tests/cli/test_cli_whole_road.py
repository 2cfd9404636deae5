"""From five files to a handed-over table, by the command line alone and in the real program."""

import csv
import io
import json

from workbench.core.points import all_points
from workbench.store import Store


def _table(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_review_is_made_marked_mended_read_exported_and_verified_without_a_screen(
    program, corpus, place
):
    title = "Bagram, 2025"
    made = json.loads(program("new", title, *corpus, "--json").stdout)
    assert [article["article"] for article in made["articles"]] == [1, 2, 3, 4, 5]

    first = json.loads(
        program(
            "claim", "bag", 4, "Russia's special representative", "--json", "--tag", "office"
        ).stdout
    )
    assert (first["claim"], first["article"]) == (1, 4)
    assert first["quote"] == "Russia’s special representative"  # the article's own apostrophe
    program("claim", "bag", 5, "Russia’s ambassador to the country", "--claimant", "unnamed")
    program("link", "bag", 1, 2, "conflicts", "--reason", "role")
    program("edit", "bag", "claim", 2, "--claimant", "the agency", "--origin", "a briefing")
    program("edit", "bag", "link", 1, "--rationale", "One man cannot hold both.")

    undone = program("undo", "bag").stderr.decode()
    assert "rationale" in undone
    assert undone.startswith("Undone:")
    redone = program("redo", "bag").stderr.decode()
    assert "rationale" in redone
    assert redone.startswith("Done again:")

    history = program("history", "bag").stdout.decode()
    for words in (
        "claim 1 made",
        "link 1 made: claims 1 and 2, conflicts (role)",
        "undone: link 1",
        "done again:",
    ):
        assert words in history

    shown = program("show", "bag").stdout.decode()
    assert "Point 1: conflicting" in shown
    assert "link 1: claim 1 conflicts with claim 2, role; One man cannot hold both." in shown

    claims = _table(program("export", "bag", "--as", "claims").stdout)
    links = _table(program("export", "bag", "--as", "links").stdout)
    log = _table(program("export", "bag", "--as", "log").stdout)
    with Store(place / "workbench.db") as store:
        state = store.load(store.find_review("bag").id, "mk")
        events = store.history(state.review.id)
    assert {line["claim_id"]: line["quote"] for line in claims} == {
        claim.id: claim.quote for claim in state.claims.values()
    }
    assert [(line["claim"], line["claimant"], line["origin"], line["tags"]) for line in claims] == [
        ("1", "", "", "office"),
        ("2", "the agency", "a briefing", ""),
    ]
    assert [line["standing"] for line in claims] == ["conflicting", "conflicting"]
    assert [
        (line["from_claim"], line["to_claim"], line["relation"], line["reason"], line["rationale"])
        for line in links
    ] == [("1", "2", "conflicts", "role", "One man cannot hold both.")]
    assert [line["event_id"] for line in log] == [event.id for event in events]
    assert len(all_points(state)) == 1

    verified = program("check").stdout.decode()
    assert "5 articles" in verified
    assert "2 claims" in verified
    assert "Everything is as it should be." in verified


def test_what_one_command_did_the_next_one_sees_and_another_analyst_does_not_undo_it(program):
    program("new", "Shared", "-", input=b"One sentence. Another one.\n")
    program("claim", "Shared", 1, "One sentence.")
    refused = program("undo", "Shared", "--analyst", "jo", code=1).stderr.decode()
    assert "nothing of yours left to undo" in refused
    program("undo", "Shared")
    assert json.loads(program("show", "Shared", "--json").stdout)["claims"] == []


def test_the_sample_is_made_once_and_found_by_its_whole_title(program, corpus):
    sample = "Afghanistan, autumn 2025 (sample)"
    program("--db", "own.db", "reviews", "--quiet", code=1)
    program("--db", "own.db", "new", sample, *corpus)
    listed = program("--db", "own.db", "reviews", "--quiet")
    assert sample in listed.stdout.decode()
    assert listed.stderr == b""
