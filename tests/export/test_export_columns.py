import subprocess
import sys

import export_samples as samples
import pytest

from workbench.errors import UsageError
from workbench.export import KINDS, TABLE_FORMATS, TABLES, columns, export, fields, rows

HEADERS = {
    "claims": "claim,point,position,standing,origins,quote,outlet,article,title,published_on,url,claimant,origin,note,tags,links,start,end,prefix,suffix,text_sha256,analyst,created_at,updated_at,review,claim_id,article_id",
    "links": "link,relation,reason,rationale,point,from_claim,from_outlet,from_published_on,from_claimant,from_quote,to_claim,to_outlet,to_published_on,to_claimant,to_quote,analyst,created_at,updated_at,review,link_id,from_claim_id,to_claim_id",
    "matrix": "point,wording,standing,origins,verdict,confidence,rationale,positions,articles_agreeing,articles_conflicting,articles_unverified,articles_silent,articles_on_smaller_sides,only_in,first_published_on,first_outlet,contradictory_links,claims,links,review",
    "findings": "finding,point,standing,origins,wording,verdict,confidence,rationale,evidence,claims,claim,quote,outlet,published_on,claimant,analyst,created_at,updated_at,review,finding_id,claim_id",
    "evidence": "evidence,kind,locator,note,finding,wording,verdict,analyst,created_at,updated_at,review,evidence_id,finding_id",
    "articles": "article,outlet,title,published_on,url,byline,characters,claims,text_sha256,raw_sha256,analyst,created_at,updated_at,review,article_id",
    "log": "event,at,analyst,act,what,undoes,redoes,rows,review,event_id",
}


def test_there_are_seven_tables_in_two_formats():
    assert TABLES == ("claims", "links", "matrix", "findings", "evidence", "articles", "log")
    assert TABLE_FORMATS == ("csv", "jsonl")


@pytest.mark.parametrize("kind", TABLES)
def test_the_columns_stand_in_exactly_this_order(kind):
    header = HEADERS[kind].split(",")
    assert list(fields(kind)) == header
    first_line = export(samples.review(), kind).decode("utf-8-sig").removesuffix("\r\n")
    assert first_line == ",".join(f'"{name}"' for name in header)


def test_every_row_has_the_columns_of_its_kind_in_their_order(worked):
    state, events = worked()
    for kind in TABLES:
        lines = list(rows(state, kind, events))
        assert lines
        assert all(tuple(line) == columns(state, kind) for line in lines)
        assert columns(state, kind)[: len(fields(kind))] == fields(kind)


@pytest.mark.parametrize("kind", TABLES)
def test_a_review_without_anything_is_a_header_in_csv_and_nothing_in_json_lines(kind):
    assert export(samples.review(), kind).count(b"\r\n") == 1
    assert export(samples.review(), kind, file_format="jsonl") == b""


def test_an_unknown_kind_is_refused_with_the_known_ones_and_the_nearest():
    with pytest.raises(UsageError) as refusal:
        export(samples.review(), "Claim")
    assert str(refusal.value) == (
        f"There is no export “Claim”: it is {', '.join(KINDS[:-1])} or {KINDS[-1]}. Did you mean claims?"
    )
    assert refusal.value.exit_code == 2
    for ask in (fields, lambda kind: rows(samples.review(), kind)):
        with pytest.raises(UsageError, match="Did you mean log"):
            ask("logs")


def test_an_unknown_kind_that_resembles_none_names_only_the_known_ones():
    with pytest.raises(UsageError) as refusal:
        export(samples.review(), "xyz\x1b[2J")
    assert str(refusal.value) == (
        f"There is no export “xyz␛[2J”: it is {', '.join(KINDS[:-1])} or {KINDS[-1]}."
    )


def test_an_unknown_format_is_refused_with_the_known_ones_and_the_nearest():
    with pytest.raises(UsageError) as refusal:
        export(samples.review(), "claims", file_format="json")
    assert str(refusal.value) == (
        "There is no format “json” for claims: it is csv or jsonl. Did you mean jsonl?"
    )


def test_exports_stand_on_the_core_and_the_errors_alone():
    code = "import sys, workbench.export; print(*sorted(m for m in sys.modules if m.startswith(('workbench.', 'textual', 'rich', 'sqlite', 'click'))))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = {".".join(name.split(".")[:2]) for name in found.stdout.split()}
    assert rooms == {"workbench.core", "workbench.errors", "workbench.export"}
