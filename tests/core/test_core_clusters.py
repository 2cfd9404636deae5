"""Grapheme clusters: the same from any offset, and no harder on floods."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
import regex
from core_material import BOUNDED, THOROUGH, canonical, hostile_text
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.core import clusters
from workbench.core.clusters import (
    cluster_end,
    cluster_spans,
    cluster_start,
    previous_cluster,
    snap,
)

WIDER = 6
"""Times a look-out may be made wider, four times as wide each time, until a cluster ends in it."""

WITH_ATTACHED = regex.compile(r"\n|\X[\u00ad\u200b\u200c\u200d\u200e\u200f\u061c]*")
ATTACHED = set("\u00ad\u200b\u200c\u200d\u200e\u200f\u061c")

FLAGS = st.lists(st.sampled_from("\U0001f1e6\U0001f1eb\u0301\u200e\u0600a \n"), max_size=40)
JAMO = st.lists(st.sampled_from("\u1100\u1161\u11a8\uac00\uac01\u0301a\ua960\ud7b0"), max_size=40)
EMOJI = st.lists(st.sampled_from("👨👩👧🏽❤\ufe0f\u200d🏳🌈a"), max_size=40)
INDIC = st.lists(st.sampled_from("कषत\u094d\u093e\u200d\u200cर्ิกा\u0d4d\u0d15"), max_size=40)
ANY_TEXT = st.one_of(
    hostile_text(), FLAGS.map("".join), JAMO.map("".join), EMOJI.map("".join), INDIC.map("".join)
)

FLOODS = {
    "combining marks": "Z" + "\u0301" * 10_000,
    "marks after words": "one two" + "\u0489" * 10_000 + " three",
    "flags": "\U0001f1e6" * 10_001,
    "leading jamo": "\u1100" * 10_000 + "\u1161",
    "syllables": "\uac00" * 10_000,
    "zero-width signs": "a" + "\u200b" * 10_000 + "b",
    "families": "👩\u200d" * 5_000 + "👧",
    "emoji": "😀" * 10_000,
    "prepended signs": "\u0600" * 5_000 + "5",
    "wide spaces": "。" + "\u3000" * 10_000 + "中",
}


def spans_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in WITH_ATTACHED.finditer(text)]


@THOROUGH
@given(ANY_TEXT)
@example("\U0001f1e6" * 7 + "\u0301" + "\U0001f1e6" * 2)
@example("\u0600\U0001f1e6\U0001f1eb\U0001f1e6")
@example("\U0001f1e6\u200d\U0001f1e6\U0001f1e6")
def test_clusters_are_those_of_unicode_with_zero_width_signs_attached(text):
    assert cluster_spans(text) == spans_of(text)


@BOUNDED
@given(ANY_TEXT)
def test_without_zero_width_signs_clusters_are_exactly_those_of_unicode(text):
    bare = "".join(c for c in text if c not in ATTACHED)
    assert cluster_spans(bare) == [match.span() for match in regex.finditer(r"\X", bare)]


@BOUNDED
@given(ANY_TEXT)
def test_clusters_cover_the_text_without_gap_or_overlap(text):
    spans = cluster_spans(text)
    edges = [0, *(end for _, end in spans)]
    assert spans == list(pairwise(edges))
    assert edges[-1] == len(text)


@THOROUGH
@given(ANY_TEXT)
@example("\U0001f1e6" * 7)
@example("ab\u0301\u200bc")
def test_the_cluster_found_from_any_offset_is_the_one_that_holds_it(text):
    for start, end in spans_of(text):
        assert cluster_end(text, start) == end
        for offset in range(start, end):
            assert cluster_start(text, offset) == start


@BOUNDED
@given(ANY_TEXT)
def test_offsets_outside_the_text_are_its_beginning_and_its_end(text):
    assert cluster_start(text, -3) == 0
    assert cluster_start(text, len(text) + 3) == len(text)
    assert cluster_end(text, len(text) + 3) == len(text)
    assert previous_cluster(text, 0) == 0


@BOUNDED
@given(ANY_TEXT)
def test_steps_forwards_and_backwards_stop_at_the_same_places(text):
    forwards = [0]
    while forwards[-1] < len(text):
        forwards.append(cluster_end(text, forwards[-1]))
    backwards = [len(text)]
    while backwards[-1] > 0:
        backwards.append(previous_cluster(text, backwards[-1]))
    assert forwards == backwards[::-1]


@BOUNDED
@given(ANY_TEXT, st.integers(-5, 200), st.integers(-5, 200))
def test_a_snapped_span_is_the_clusters_the_span_touches(text, start, end):
    low, high = snap(text, start, end)
    begin, stop = max(0, min(start, len(text))), min(end, len(text))
    touched = [s for s in spans_of(text) if s[0] < stop and s[1] > begin]
    if begin < stop:
        assert (low, high) == (touched[0][0], touched[-1][1])
    edges = {0, len(text), *(s[0] for s in spans_of(text))}
    assert low <= high
    assert {low, high} <= edges
    assert snap(text, low, high) == (low, high)


def is_plain(text, offset):
    """Whether a code point is sure to be a cluster of its own beside a letter."""
    return bool(clusters._boundary().match(text[offset] + "a"))


def test_plain_characters_are_those_that_unicode_never_joins_to_each_other():
    never = regex.compile(r"[\p{GCB=Other}\p{GCB=LV}\p{GCB=LVT}\n]")
    plain = [c for c in map(chr, range(sys.maxunicode + 1)) if is_plain(c, 0)]
    assert len(plain) > 20_000
    assert [c for c in plain if not never.fullmatch(c) or c in ATTACHED] == []


@BOUNDED
@given(canonical())
def test_two_plain_neighbours_are_never_one_cluster(text):
    starts = {start for start, _ in spans_of(text)}
    for offset in range(1, len(text)):
        if is_plain(text, offset - 1) and is_plain(text, offset):
            assert offset in starts


class Counting:
    """The cluster pattern, counting how often it is asked."""

    def __init__(self, pattern) -> None:
        self.pattern = pattern
        self.asked = 0

    def match(self, *arguments):
        self.asked += 1
        return self.pattern.match(*arguments)


@pytest.fixture
def counting(monkeypatch):
    counter = Counting(clusters._cluster())
    monkeypatch.setattr(clusters, "_cluster", lambda: counter)
    return counter


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_walked_in_as_many_steps_as_it_has_clusters(name, counting):
    text = FLOODS[name]
    steps = at = 0
    while at < len(text):
        at = cluster_end(text, at)
        steps += 1
    assert steps == len(spans_of(text))
    assert counting.asked <= steps + WIDER


@pytest.mark.parametrize("name", FLOODS)
def test_a_look_up_at_the_end_of_a_flood_reads_it_once(name, counting):
    text = FLOODS[name]
    start = cluster_start(text, len(text) - 1)
    assert start == spans_of(text)[-1][0]
    assert counting.asked <= len(spans_of(text)) + WIDER


SCRIPTS = {
    "English": "No troops will be sent, he said. ",
    "Russian": "Войска не будут отправлены, сказал он. ",
    "Hebrew": "לא יישלחו חיילים אמר הוא ",
    "Arabic": "لن يتم إرسال أي قوات إلى أفغانستان ",
    "Hindi": "कोई सेना नहीं भेजी जाएगी उसने कहा ",
    "Bengali": "কোনো সৈন্য পাঠানো হবে না তিনি বলেন ",
    "Thai": "จะไม่มีการส่งทหารไปอัฟกานิสถานเขากล่าว",
    "Khmer": "នឹងមិនមានទាហានត្រូវបានបញ្ជូនទេ",
    "Chinese": "不会派遣部队他说",
    "Japanese": "部隊は派遣されないと彼は述べた　",
    "Korean": "군대는 파견되지 않을 것이라고 그는 말했다 ",
    "Georgian": "ჯარები არ გაიგზავნება თქვა მან ",
    "Armenian": "Զորքեր չեն ուղարկվի ասաց նա ",
    "Amharic": "ወታደሮች አይላኩም ሲሉ ተናግረዋል ",
    "emoji": "😀🎉🔥",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_step_back_in_a_long_line_does_not_start_at_its_beginning(name, counting):
    text = SCRIPTS[name] * 500
    end = len(text)
    for _ in range(200):
        end = previous_cluster(text, end)
    assert 0 < end < len(text)
    assert counting.asked <= 200 * 600
