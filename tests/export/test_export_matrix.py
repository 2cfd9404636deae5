"""The matrix as a file: a row a point, a column an article, in words."""

import csv
import io
import json

import export_samples as samples
import pytest
from export_samples import article, claim, finding, hold, link, not_same_event, review
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.points import all_points, claim_standing
from workbench.core.standings import Standings
from workbench.errors import UsageError
from workbench.export import columns, export, fields, rows, unguard


def divided():
    """Four articles: 1 and 2 agree from one origin, 3 conflicts with 2; 4 says something else."""
    return hold(
        review(),
        article(1, published_on="2025-10-08"),
        article(2, published_on="2025-10-07", outlet="kayhan.example"),
        article(3, outlet=""),
        article(4),
        claim(1, 1, origin="TASS"),
        claim(2, 2, origin="tass"),
        claim(3, 3),
        claim(4, 4),
        link(1, 1, 2),
        link(2, 2, 3, "conflicts"),
    )


def cells(line: dict) -> dict:
    return {name: cell for name, cell in line.items() if name not in fields("matrix")}


def read(data: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_is_a_point_and_tells_in_words_what_each_article_says_on_it():
    first, second = rows(divided(), "matrix")
    assert first == {
        "point": 1,
        "wording": "quote 2",
        "standing": "conflicting",
        "origins": "1 (+1 unknown)",
        "verdict": "",
        "confidence": "",
        "rationale": "",
        "positions": "A: 2 articles, 1 origin; B: 1 article, origin unknown",
        "articles_agreeing": 1,
        "articles_conflicting": 2,
        "articles_unverified": 0,
        "articles_silent": 1,
        "articles_on_smaller_sides": 1,
        "only_in": "",
        "first_published_on": "2025-10-07",
        "first_outlet": "kayhan.example",
        "contradictory_links": "",
        "claims": "1; 2; 3",
        "links": "1; 2",
        "review": "Kabul",
        "article 1 Outlet 1 2025-10-08": "A agreeing from one origin",
        "article 2 kayhan.example 2025-10-07": "A conflicting",
        "article 3": "B conflicting",
        "article 4 Outlet 4": "",
    }
    assert (second["point"], second["only_in"], second["articles_silent"]) == (4, 4, 3)
    assert list(cells(second).values()) == ["", "", "", "A unverified"]


def test_an_article_on_two_sides_of_a_point_has_both_in_its_cell():
    state = hold(divided(), claim(5, 1), link(3, 5, 3))
    (first, _) = rows(state, "matrix", quotes=True)
    assert first["article 1 Outlet 1 2025-10-08"] == "A agreeing from one origin; B agreeing"
    assert first["quotes of article 1"] == "A: quote 1\nB: quote 5"


def test_with_quotes_each_article_has_its_exact_words_beside_its_cell():
    state = divided()
    assert columns(state, "matrix", quotes=True)[len(fields("matrix")) :] == (
        "article 1 Outlet 1 2025-10-08",
        "quotes of article 1",
        "article 2 kayhan.example 2025-10-07",
        "quotes of article 2",
        "article 3",
        "quotes of article 3",
        "article 4 Outlet 4",
        "quotes of article 4",
    )
    first, second = rows(state, "matrix", quotes=True)
    assert [first[f"quotes of article {n}"] for n in range(1, 5)] == [
        "quote 1",
        "quote 2",
        "quote 3",
        "",
    ]
    assert second["quotes of article 4"] == "quote 4"


def test_quotes_go_with_a_matrix_only():
    for ask in (columns, rows, export):
        with pytest.raises(UsageError, match="matrix; “claims” is exported as it is"):
            ask(divided(), "claims", quotes=True)


def test_a_finding_gives_a_point_its_wording_and_verdict():
    found = {"c00003": [("Who leads the mission?", "mixed")], "c00001": [("", "mixed")]}
    first, second = rows(divided(), "matrix", findings=found)
    assert (first["wording"], first["verdict"]) == ("Who leads the mission?", "mixed")
    assert (second["wording"], second["verdict"]) == ("quote 4", "")
    assert b"Who leads the mission?" in export(divided(), "matrix", findings=found)


def test_all_findings_of_a_point_are_told_those_too_that_hang_on_one_claim():
    state = hold(
        divided(),
        finding(1, 1, wording="W1", verdict="supported", confidence="low", rationale="one"),
        finding(2, 1, wording="W2", verdict="contradicted", confidence="high", rationale="two"),
        finding(3, 3, wording="W1", verdict="supported", confidence="low"),
        finding(4, 2, wording="hers", verdict="mixed", rationale="hers", analyst="ann"),
    )
    told = next(rows(state, "matrix"))
    assert told["wording"] == "W1 / W2"
    assert told["verdict"] == "supported; contradicted"
    assert told["confidence"] == "low; high"
    assert told["rationale"] == "one\n\ntwo"


def test_marks_that_contradict_each_other_are_named_by_what_is_spoken_against():
    state = hold(
        divided(),
        claim(5, 4),
        link(5, 1, 5),
        link(6, 5, 2, "conflicts"),
        not_same_event(4, 1, 3),
    )
    assert next(rows(state, "matrix"))["contradictory_links"] == "6; 4"


def test_an_outlet_cannot_pass_for_another_column_nor_for_a_formula():
    names = ("quotes of article 1", "=1+1", "a\x1b[2J\nb", "point", "=1+1")
    state = hold(review(), *(article(n, outlet=name) for n, name in enumerate(names, start=1)))
    hold(state, claim(1, 1))
    header = columns(state, "matrix", quotes=True)
    assert len(set(header)) == len(header)
    assert header[-4:-3] == ("article 4 point",)
    data = export(state, "matrix", quotes=True)
    assert b"\x1b" not in data
    (line,) = read(data)
    assert tuple(line) == header
    assert not any(name.startswith("=") for name in line)


def test_a_quote_that_is_a_formula_is_inert_in_a_spreadsheet():
    state = hold(review(), article(1), claim(1, 1, quote="=1+1"))
    (line,) = read(export(state, "matrix", quotes=True))
    assert line["wording"] == line["quotes of article 1"] == "'=1+1"
    assert unguard(line["wording"]) == "=1+1"
    (raw,) = read(export(state, "matrix", quotes=True, raw=True))
    assert raw["wording"] == "=1+1"


def test_json_lines_hold_the_very_cells_of_the_raw_csv():
    state = samples.large(60, 90)
    lines = read(export(state, "matrix", quotes=True, raw=True))
    data = export(state, "matrix", quotes=True, file_format="jsonl").decode()
    told = [json.loads(line) for line in data.splitlines()]
    assert [{name: str(cell) for name, cell in line.items()} for line in told] == lines


def test_a_claim_whose_article_is_gone_costs_no_more_than_itself():
    state = hold(divided(), claim(9, 77), link(9, 9, 1))
    assert list(rows(state, "matrix")) == list(rows(divided(), "matrix"))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000))
def test_the_counts_of_a_row_are_those_of_counting_claim_by_claim(seed):
    state = samples.large(40, 50, seed)
    by_number = {point.number: point for point in all_points(state)}
    articles = state.articles_in_order()
    for line in rows(state, "matrix"):
        point = by_number[line["point"]]
        expected = {"conflicting": 0, "agreeing": 0, "unverified": 0, "silent": 0}
        for at, cell in zip(articles, cells(line).values(), strict=True):
            held = [one for one in point.claims if one.article_id == at.id]
            standings = {claim_standing(state, one) for one in held}
            strongest = next(
                (s for s in ("conflicting", "agreeing", "unverified") if s in standings), "silent"
            )
            expected[strongest] += 1
            alone = [one for one in held if Standings(state).sign(one) == "single"]
            assert ("from one origin" in cell) <= bool(alone)
            assert bool(cell) == bool(held)
        assert {name: line[f"articles_{name}"] for name in expected} == expected
        assert sum(expected.values()) == len(articles)
