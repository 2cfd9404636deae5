import csv
import io
import json
import os
import subprocess
import sys
import time

import export_samples as samples
import pytest
from export_samples import article, claim, evidence, finding, hold, link, review
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.model import to_row
from workbench.core.review import ReviewState
from workbench.export import KINDS, TABLE_FORMATS, export, fields, formats, rows, unguard

TABLES = ("claims", "links", "findings", "evidence", "articles")

HOSTILE = [
    "=cmd|'/C calc'!A1",
    "\t=1",
    "＝1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "'x",
    "''",
    'He said “no”, then "no", then ""',
    ',",\n",',
    "one\ntwo\r\nthree\rfour",
    "👩‍🚀 🏳️‍🌈 👍🏽",
    "کابل — روسیه‌ها",
    "שלום\u200f world",
    "line\u2028separator\u2029and\x85next",
    "\ud800 lone",
    "ID;PWXL",
    "null",
    "",
]


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def hostile_review(*texts: str) -> ReviewState:
    state = review(title=texts[0])
    for number, text in enumerate(texts, 1):
        hold(state, article(number, outlet=text, title=text, url=text, byline=text))
        hold(
            state,
            claim(
                number,
                number,
                quote=text,
                prefix=text,
                suffix=text,
                note=text,
                claimant=text,
                origin=text,
                tags=text,
            ),
        )
    for number, text in enumerate(texts[1:], 1):
        hold(state, link(number, number, number + 1, reason=text, rationale=text, analyst="mk"))
        words = {"wording": text, "verdict": text, "rationale": text, "analyst": text}
        hold(state, finding(number, number, **words))
        hold(state, evidence(number, number, locator=text, note=text, analyst=text))
    return state


# CSV


def test_csv_begins_with_a_byte_order_mark_ends_lines_with_crlf_and_quotes_every_cell():
    state = hold(review(title='The "Kabul" review'), article(1, outlet="a, b", characters=12))
    assert export(state, "articles") == (
        b'\xef\xbb\xbf"article","outlet","title","published_on","url","byline","characters",'
        b'"claims","text_sha256","raw_sha256","analyst","created_at","updated_at","review",'
        b'"article_id"\r\n'
        b'"1","a, b","","","","","12","0",'
        b'"%b","%b",'
        b'"mk","2025-10-08T21:09:00.000Z","2025-10-08T21:09:00.000Z","The ""Kabul"" review","a1"\r\n'
        % (article(1).text_sha256.encode(), article(1).raw_sha256.encode())
    )


def test_a_line_break_stays_inside_its_quotes_and_no_carriage_return_stands_alone():
    state = hold(review(), article(1), claim(1, 1, note="one\ntwo\rthree\r\nfour"))
    data = export(state, "claims").decode("utf-8-sig")
    assert '"one\ntwo␍three␍\nfour"' in data
    assert data.replace("\r\n", "").count("\r") == 0
    assert len(read(export(state, "claims"))) == 2


@pytest.mark.parametrize("kind", TABLES)
def test_hostile_cells_are_inert_and_come_back_when_the_guard_is_undone(kind):
    state = hostile_review(*HOSTILE)
    header, *lines = read(export(state, kind))
    assert tuple(header) == fields(kind)
    expected = list(rows(state, kind))
    assert len(lines) == len(expected)
    for line, of in zip(lines, expected, strict=True):
        assert [unguard(cell) for cell in line] == [str(cell) for cell in of.values()]
        assert not any(cell.strip().startswith(tuple("=+-@＝＋－＠")) for cell in line)
    assert read(export(state, kind, raw=True))[1:] == [
        [str(c) for c in of.values()] for of in expected
    ]


def test_the_log_of_hostile_words_is_inert_too(worked):
    state, events = worked()
    event = events[0]._replace(act="=1+1", analyst="@SUM")
    line = read(export(state, "log", events=[event]))[1]
    assert line[2:4] == ["'@SUM", "'=1+1"]
    assert read(export(state, "log", events=[event], raw=True))[1][2:4] == ["@SUM", "=1+1"]


def test_times_stand_as_they_are_stored_and_numbers_are_never_guarded():
    state = hold(review(), article(1), claim(1, 1, start=0, created_at="2025-10-08T21:09:00.123Z"))
    line = dict(zip(*read(export(state, "claims")), strict=True))
    assert line["created_at"] == "2025-10-08T21:09:00.123Z"
    assert (line["claim"], line["start"]) == ("1", "0")


# JSON Lines, the twin


def test_json_lines_are_one_object_a_line_without_a_byte_order_mark():
    state = hostile_review(*HOSTILE)
    data = export(state, "claims", file_format="jsonl")
    assert data.startswith(b'{"claim": ')
    assert data.endswith(b"}\n")
    assert b"\r" not in data
    assert "👩‍🚀".encode() in data
    assert len(data.decode().splitlines()) == len(HOSTILE)  # the strictest idea of a line end
    assert [json.loads(line) for line in data.split(b"\n")[:-1]] == list(rows(state, "claims"))


@given(st.lists(st.text(), min_size=2, max_size=4))
def test_json_lines_hold_the_very_cells_of_the_raw_csv(texts):
    state = hostile_review(*texts)
    for kind in TABLES:
        header, *lines = read(export(state, kind, raw=True))
        objects = [
            json.loads(line) for line in export(state, kind, file_format="jsonl").split(b"\n")[:-1]
        ]
        assert [list(of) for of in objects] == [header] * len(lines)
        assert [[str(cell) for cell in of.values()] for of in objects] == lines
        guarded = read(export(state, kind))[1:]
        assert [[unguard(cell) for cell in line] for line in guarded] == lines


def test_the_log_in_json_lines_holds_the_very_cells_of_its_raw_csv(worked):
    state, events = worked()
    lines = read(export(state, "log", events=events, raw=True))[1:]
    data = export(state, "log", events=events, file_format="jsonl")
    assert [[str(c) for c in json.loads(o).values()] for o in data.split(b"\n")[:-1]] == lines


def test_raw_makes_no_difference_to_json_lines():
    state = hostile_review(*HOSTILE)
    assert export(state, "claims", file_format="jsonl", raw=True) == export(
        state, "claims", file_format="jsonl"
    )


# The same review, the same bytes


def every_export(state, events) -> list[bytes]:
    return [
        export(state, kind, events=events, file_format=f) for kind in KINDS for f in formats(kind)
    ]


def test_two_loads_of_a_review_give_the_same_bytes(worked):
    assert every_export(*worked()) == every_export(*worked())


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_rows_came_in_does_not_matter(chance):
    state = samples.large(40, 60)
    shuffled = ReviewState(state.review, state.analyst)
    for table in ("evidence", "finding", "link", "claim", "article"):
        records = [to_row(record) for record in state.records(table).values()]
        chance.shuffle(records)
        shuffled.load(table, records)
    assert every_export(shuffled, ()) == every_export(state, ())


def test_the_order_of_sets_does_not_matter(tmp_path):
    code = (
        "import sys, hashlib, export_samples as s; from workbench.export import *; state = s.large(60, 120);"
        "print(hashlib.sha256(b''.join(export(state, k) for k in KINDS)).hexdigest())"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_exports_of_two_seeds_differ_so_that_sameness_means_something():
    one, other = samples.large(40, 60, seed=1), samples.large(40, 60, seed=2)
    assert export(one, "claims") != export(other, "claims")


# Speed


@pytest.mark.long
def test_twenty_thousand_claims_with_thirty_thousand_links_take_seconds():
    state = samples.large(20_000, 30_000)
    for kind in ("claims", "links"):
        for file_format in TABLE_FORMATS:
            begun = time.perf_counter()
            export(state, kind, file_format=file_format)
            assert time.perf_counter() - begun < 5
