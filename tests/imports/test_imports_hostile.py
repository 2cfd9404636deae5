"""Files that are broken or mean harm: one sentence with the line, and nothing comes in."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from import_material import WORDS, back, database, plan_of, with_articles

from workbench.core.pieces import LONGEST_NOTE
from workbench.errors import ImportRefusedError
from workbench.imports import bundles, read_bytes, read_import

CLAIM = {"quote": "Seven", "article": 1}
LINK = {"relation": "agrees", "from_claim": 1, "to_claim": 2}
FINDING = {"claim": 1, "wording": "It is so.", "verdict": "unverified"}
EVIDENCE = {"kind": "document", "locator": "page 3", "finding": 1}


def refusal(data: bytes, name: str = "file.csv") -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(ImportRefusedError) as caught:
        read_bytes(data, name)
    sentence = str(caught.value)
    assert len(sentence) < 700, "a sentence is read by people"
    assert "\n" not in sentence
    return sentence


def jsonl(*lines) -> bytes:
    return "\n".join(map(json.dumps, lines)).encode()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (CLAIM | {"claim": "seventeen"}, "claim is not a whole number: “seventeen”"),
        (CLAIM | {"claim": -1}, "claim is not a whole number"),
        (CLAIM | {"claim": 0}, "claim is not a number from 1"),
        (CLAIM | {"claim": 10**40}, "claim is not a whole number"),
        (CLAIM | {"claim": 10**12}, "claim is not a number from 1 to 999,999,999"),
        (CLAIM | {"claim": 1.5}, "claim is not text"),
        (CLAIM | {"claim": True}, "claim is not text"),
        (CLAIM | {"start": "here"}, "start is not a whole number"),
        (CLAIM | {"claim_id": "17"}, "claim_id is not an id"),
        (CLAIM | {"claim_id": "../../etc"}, "claim_id is not an id"),
        (CLAIM | {"article_id": ["x"]}, "article_id is not text"),
        (CLAIM | {"text_sha256": "abc"}, "text_sha256 is not a SHA-256"),
        (CLAIM | {"created_at": "yesterday"}, "created_at is not a time"),
        (CLAIM | {"created_at": "2025-13-08T00:00:00Z"}, "created_at is not a time"),
        (CLAIM | {"created_at": "0001-01-01T00:00:00+14:00"}, "created_at is not a time"),
        (CLAIM | {"updated_at": "08.10.2025 21:09"}, "updated_at is not a time"),
        (CLAIM | {"note": "n" * (LONGEST_NOTE + 1)}, "note is too long"),
        (CLAIM | {"claimant": "n" * 10_000_000}, "claimant is too long"),
        (CLAIM | {"note": {"deep": 1}}, "note is not text"),
        (LINK | {"relation": "likes"}, "relation is not one of agrees, conflicts, unverified"),
        (LINK | {"relation": "agrees", "reason": "Not the same event"}, "goes with unverified"),
        (FINDING | {"wording": " "}, "no wording"),
        (FINDING | {"verdict": "supported"}, "needs a rationale"),
        (FINDING | {"confidence": "huge"}, "confidence is not one of low, medium, high"),
        (EVIDENCE | {"kind": "rumour"}, "kind is not one of document"),
        (EVIDENCE | {"locator": ""}, "neither locator nor note"),
        ({"nothing": 1}, "no columns that tell what it is"),
        ([1, 2], "neither a line of an export nor an annotation"),
        ({"target": 3}, "a target is neither an object nor an IRI"),
        ({"target": {"source": "x", "selector": [3]}}, "a selector is neither"),
        ({"target": "x", "body": 3}, "a body is neither an object nor text"),
        ({"target": "x", "body": {"value": [1]}}, "the value of a body is not text"),
        (
            {"target": {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": {}}}},
            "exact is not text",
        ),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_line(line, words):
    said = refusal(jsonl({"quote": "fine"}, line), "lines.jsonl")
    assert said.startswith("lines.jsonl, line 2")
    assert words in said


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"quote,note\r\nfine,\xff\r\n", "line 2: that is not UTF-8"),
        (b'quote,note\r\n"open,fine\r\n', "line 2: the row is not written as CSV is"),
        (b'quote,note\r\n"a"b,fine\r\n', "line 2: the row is not written as CSV is"),
        (b"quote,note\r\nfine,a,b,c\r\n", "line 2: the row has 4 cells"),
        (b"quote,quote\r\na,b\r\n", "the column quote is there twice"),
        (b"point,wording,positions\r\n1,a,b\r\n", "is a matrix"),
        (b"event,at,act\r\n1,a,b\r\n", "is a log"),
        (b"relation,note\r\nagrees,b\r\n", "links need a column from_claim_id or from_claim"),
        (b"hello world\r\n", "no columns that tell what it is"),
        (b"<!DOCTYPE html>\n<p>one, two, three</p>\n", "no columns that tell what it is"),
        (b"," * 5000, "5,001 columns"),
        (b'{"quote": 1', "line 1: that is not JSON"),
        (b'[{"quote": "x"},\n {]', "line 2: that is not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"target": ' + b'{"a": ' * 60 + b"1" + b"}" * 61, "nested too deeply"),
        (b'{"claim": ' + b"9" * 6000 + b', "quote": "x"}', "number in it cannot be read"),
        (b'{"claim": NaN, "quote": "x"}', "number in it cannot be read"),
        (b'{"@graph": [{"@type": "ClaimReview"}]}', "no columns that tell what it is"),
        (b"PK\x03\x04 no zip", "is a damaged or encrypted zip"),
    ],
)
def test_a_file_that_is_not_what_it_seems_is_refused_with_a_sentence(data, words):
    assert words in refusal(data)


def test_the_line_is_that_of_the_file_though_cells_have_lines_of_their_own():
    data = b'quote,claim\r\n"one\ntwo\nthree",1\r\n\r\nfour,five\r\n'
    assert refusal(data).startswith("file.csv, line 6: claim is not a whole number")


def test_a_cell_of_ten_megabytes_is_read_and_its_words_stand_nowhere():
    with database() as store:
        state = with_articles(store)
        for words in ("a" * 10_000_000, "a " * 5_000_000):
            data = f'quote,article\r\n"{words}",1\r\n'.encode()
            plan = plan_of(store, state, {"claims.csv": data})
            assert plan.left_out[0].why == "its words stand nowhere in it"


def test_surroundings_of_megabytes_are_weighed_by_what_stands_next_to_the_words():
    line = {"quote": "ships", "article": 1, "prefix": "x " * 10**6 + "they ", "suffix": " left"}
    with database() as store:
        state = with_articles(store, ("The ships came. They ships left. " * 400,))
        plan = plan_of(store, state, {"c.jsonl": jsonl(line)})
    assert plan.left_out[0].why == "its words stand in 800 places of article 1"


def test_words_that_stand_everywhere_are_listed_without_weighing_all_of_them():
    with database() as store:
        state = with_articles(store, ("a" * 100_000,))
        plan = plan_of(store, state, {"c.jsonl": jsonl({"quote": "a"})})
    assert plan.left_out[0].why == "its words stand in more than 1,000 places"


@pytest.mark.parametrize("word", WORDS)
def test_hostile_words_that_somebody_typed_are_made_harmless_on_their_way_in(word):
    line = {"quote": "Seven ships", "article": 1, "note": word, "claimant": word, "tags": word}
    with database() as store:
        _, state = back(store, with_articles(store), {"c.jsonl": jsonl(line)})
        (claim,) = state.claims.values()
        typed = f"{claim.note}{claim.claimant}{claim.tags}"
        assert not {"\x1b", "\u202e", "\t", "\r"} & set(typed)


def test_control_characters_and_nul_in_quotes_are_found_nowhere_and_break_nothing():
    lines = [{"quote": "\0", "article": 1}, {"quote": "\x1b[2J", "article": 1}]
    with database() as store:
        plan = plan_of(store, with_articles(store), {"c.jsonl": jsonl(*lines)})
    assert len(plan.left_out) == 2
    data = b'quote,article\r\n"\0\0",1\r\n'
    with database() as store:
        assert len(plan_of(store, with_articles(store), {"c.csv": data}).left_out) == 1


def test_a_bundle_that_unpacks_to_more_than_the_limit_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("claims.csv", b"0" * 50_000_000)
    assert "unpacks to more than 1 MB" in _bundle_refusal(held.getvalue(), 1024**2)


def test_a_bundle_without_a_table_of_ours_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as bundle:
        bundle.writestr("../../etc/passwd", b"x")
    said = _bundle_refusal(held.getvalue(), 1024)
    assert "without claims.csv" in said
    assert "save it as CSV" in said  # spreadsheets are zips too


def _bundle_refusal(data: bytes, limit: int) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        list(bundles.members(data, "x.zip", limit, print))
    return str(caught.value)


@pytest.mark.parametrize("name", ["missing.csv", ".", "nul\0"])
def test_what_is_no_file_is_refused(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ImportRefusedError):
        read_import(name)


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from((*WORDS, "\ud800", "Seven"))
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "type id target source selector exact prefix start end value body purpose motivation "
                "refinedBy items first rows quote relation claim article wording kind locator creator "
                "created state workbench:number workbench:articleId workbench:evidence tags".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


def test_half_a_pair_of_surrogates_breaks_nothing_wherever_it_stands():
    half = "\ud83d"
    selector = {"type": "TextQuoteSelector", "exact": "ships", "prefix": half, "suffix": half}
    made = {"id": half, "creator": half, "bodyValue": half, "tags": [half]}
    line = {"quote": half, "article": 1, "note": half, "analyst": half}
    _read(jsonl(made | {"target": {"source": half, "selector": selector}}, line))


@given(value=JUNK)
@settings(max_examples=300)
def test_json_of_any_shape_is_read_or_refused_and_never_breaks_anything(value):
    _read(json.dumps(value).encode())


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=100)
def test_bytes_of_any_kind_are_read_or_refused(data):
    _read(data)
    _read(b"quote,note\r\n" + data)


def _read(data: bytes) -> None:
    try:
        incoming = read_bytes(data, "any")
    except ImportRefusedError:
        return
    if not incoming:
        return
    with database() as store:
        state = with_articles(store)
        try:
            plan = plan_of(store, state, {"any": data})
        except ImportRefusedError:
            return
        if plan.change is not None:
            store.commit(plan.change)
        assert sum(plan.made.values()) <= len(incoming)
