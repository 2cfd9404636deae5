"""Text kept as UTF-8 reads like the string it is, and everything that reads pieces takes both."""

from __future__ import annotations

import sys
import threading

import pytest
from core_material import BOUNDED, canonical
from hypothesis import given
from hypothesis import strategies as st

from workbench.core import changes, clusters, long_text, search, segments, sentences
from workbench.core.long_text import LongText

SMALL = 16  # bytes of a block, so that short texts have many


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch):
    monkeypatch.setattr(long_text, "BLOCK", SMALL)


def kept(text: str) -> LongText:
    return LongText(text.encode(), len(text))


WANTED = ("\n", " ", "a", "é", "日", "\U0001f600", "no such words")


@BOUNDED
@given(canonical(), st.integers(-200, 200), st.integers(-200, 200))
def test_pieces_and_places_are_those_of_the_string(text, start, end):
    long = kept(text)
    assert len(long) == len(text)
    assert long[start:end] == text[start:end]
    assert long[:] == str(long) == text
    for wanted in (*WANTED, text[3:6] or "x"):
        low, high = max(0, start), max(0, end)
        assert long.find(wanted, low, high) == text.find(wanted, low, high)
        assert long.rfind(wanted, low, high) == text.rfind(wanted, low, high)
    if -len(text) <= start < len(text):
        assert long[start] == text[start]
    else:
        with pytest.raises(IndexError):
            long[start]


ROADS = {
    "cluster_end": clusters.cluster_end,
    "cluster_start": clusters.cluster_start,
    "previous_cluster": clusters.previous_cluster,
    "word_at": segments.word_at,
    "next_word": segments.next_word,
    "previous_word": segments.previous_word,
    "line_at": segments.line_at,
    "next_paragraph": segments.next_paragraph,
    "previous_paragraph": segments.previous_paragraph,
    "skip_space": segments.skip_space,
    "skip_all_space": segments.skip_all_space,
    "back_over_space": segments.back_over_space,
    "sentence_at": sentences.sentence_at,
    "next_sentence": sentences.next_sentence,
    "previous_sentence": sentences.previous_sentence,
    "trim": lambda text, at: changes.trim(text, at // 2, at),
    "find": lambda text, at: search.find(text, text[at : at + 3]),
}


@BOUNDED
@given(canonical(), st.integers(0, 120))
def test_every_way_through_a_text_is_the_same_in_both(text, at):
    at = min(at, len(text))
    for name, road in ROADS.items():
        assert road(kept(text), at) == road(text, at), name


def test_words_that_lie_across_the_pieces_of_a_search_are_found():
    text = "troops in Kabul and no troops in Bagram; troops\n\nin the end"
    pieces = search.find_in_pieces(kept(text), "troops in", 10)
    found = [text[a:b] for _, spans in pieces for a, b in spans]
    assert found == ["troops in", "troops in", "troops\n\nin"]
    looked = [far for far, _ in search.find_in_pieces(text, "troops", 10)]
    assert looked == sorted(looked)
    assert looked[-1] == len(text)


def test_only_what_is_looked_at_is_decoded():
    text = "Ein Satz über Kabul. " * 50_000
    long = kept(text)
    assert long[100:140] == text[100:140]
    assert len(long._points) < 20
    assert len(long._decoded) < 20
    assert long[1_000_000:1_000_040] == text[1_000_000:1_000_040]
    assert len(long._decoded) <= long_text._MOST_DECODED


@pytest.mark.parametrize(
    ("data", "promised"),
    [
        (b"", 5),
        (b"abc", 9),
        (b"abcdefgh" * 9, 20),
        (b"\xff\xfe\x80" * 20, 30),
        ("日本".encode()[:-1] * 11, 22),
        (b"\x80" * 70, 70),
    ],
)
def test_damaged_text_has_the_length_it_promised_and_can_be_walked(data, promised):
    long = LongText(data, promised)
    assert len(long[:]) == promised
    for start in range(promised + 1):
        for end in range(start, promised + 1):
            assert len(long[start:end]) == end - start
            for found in (long.find("a", start, end), long.rfind("\n", start, end)):
                assert found == -1 or start <= found <= end
    at = steps = 0
    while at < promised:
        at = segments.next_word(long, at)
        steps += 1
        assert steps <= promised


def test_words_are_found_only_where_all_of_them_fit():
    for data in (b"\xff" * 6 + b"\n" * 50, b"\xff\x80ab" * 12, "日ab".encode()[1:] * 12):
        for promised in (len(data), len(data) // 2, 7):
            long = LongText(data, promised)
            for wanted in ("\n", "ab", "\n\n\n"):
                for start in range(promised + 1):
                    for end in range(start, promised + 1):
                        for found in (
                            long.find(wanted, start, end),
                            long.rfind(wanted, start, end),
                        ):
                            assert found == -1 or start <= found <= end - len(wanted)


@pytest.mark.parametrize(
    ("data", "promised"),
    [(b"\xff" * 6 + b"\n" * 50, 56), (b"a\n" * 30, 59), (b"\xff\n\xff" * 20, 60)],
)
def test_damaged_text_can_be_walked_backwards_too(data, promised):
    long = LongText(data, promised)
    at, steps = promised, 0
    while at > 0:
        at = segments.previous_paragraph(long, at)
        steps += 1
        assert steps <= promised


def test_damaged_text_is_not_read_a_few_bytes_at_a_time():
    long = LongText(b"\x80" * 1_000, 1_000)
    assert len(long[:]) == 1_000
    assert len(long._bytes) <= 1_000 // (SMALL - 4) + 2


def test_several_threads_may_read_the_same_text():
    text = "Ein Satz über Kabul, 日本. " * 400
    seen: list[str] = []

    def read(long: LongText, together: threading.Barrier) -> None:
        together.wait()
        seen.append(long[-40:])

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            what = kept(text), threading.Barrier(4)
            threads = [threading.Thread(target=read, args=what, daemon=True) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(20)
    finally:
        sys.setswitchinterval(before)
    assert seen == [text[-40:]] * 80
