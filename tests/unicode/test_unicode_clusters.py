"""Where the cursor stops, in every sample of Unicode's own files."""

from __future__ import annotations

from itertools import accumulate

import pytest
import regex
from unicode_files import BREAK_SAMPLES, EMOJI, WHOLE_SAMPLES, with_signs_attached

from workbench.core.clusters import (
    cluster_end,
    cluster_spans,
    cluster_start,
    previous_cluster,
    snap,
)
from workbench.core.text import canonical_text
from workbench.tui.layout.position import Position, moved
from workbench.tui.layout.wrap import WrapTable

# The rules for Indic letters that join were changed by Unicode 15.1 and 18; the library may be of
# another version than the file. Every other sample has to come out exactly.
_MAY_JOIN = regex.compile(r"[\p{CCC=9}\u1cf5\u1cf6\p{InCB=Linker}]")


def known(parts: list[str]) -> bool:
    """Whether the regex library is of the file's version, as far as this sample goes."""
    return regex.findall(r"\X", "".join(parts)) == parts


SAMPLES = [parts for parts in BREAK_SAMPLES if known(parts)]
WHOLE = WHOLE_SAMPLES


def edges_of(clusters: list[str]) -> list[int]:
    return [0, *accumulate(map(len, clusters))]


def test_the_files_are_read_whole():
    assert len(BREAK_SAMPLES) == 853
    assert len(EMOJI) == 5225 + 742
    assert "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" in EMOJI


def test_the_library_disagrees_with_the_file_at_most_about_indic_letters():
    strangers = [parts for parts in BREAK_SAMPLES if not known(parts)]
    assert [parts for parts in strangers if not _MAY_JOIN.search("".join(parts))] == []
    assert len(strangers) < 25


def test_clusters_are_unicodes_but_for_signs_without_width_that_go_with_what_is_before_them():
    for parts in SAMPLES:
        text = "".join(parts)
        ours = [text[start:end] for start, end in cluster_spans(text)]
        assert ours == with_signs_attached(parts), ascii(text)


def test_that_deviation_is_seen_only_behind_controls_which_no_article_has():
    apart = [parts for parts in BREAK_SAMPLES if with_signs_attached(parts) != parts]
    assert {parts[0] for parts in apart} == {"\r", "\0"}
    for parts in apart:
        canonical = canonical_text("".join(parts))
        spans = [canonical[start:end] for start, end in cluster_spans(canonical)]
        assert spans == regex.findall(r"\X", canonical)


def test_every_emoji_in_every_form_is_one_cluster():
    for sequence in EMOJI:
        assert cluster_spans(sequence) == [(0, len(sequence))], ascii(sequence)


@pytest.mark.parametrize("texts", [WHOLE, EMOJI], ids=["samples", "emoji"])
def test_a_line_end_is_a_cluster_of_its_own_before_and_after_anything(texts):
    for text in map(canonical_text, texts):
        edges = {0} | {end for _, end in cluster_spans(f"{text}\n{text}")}
        assert {len(text), len(text) + 1} <= edges, ascii(text)


@pytest.mark.parametrize("texts", [WHOLE, EMOJI], ids=["samples", "emoji"])
def test_steps_to_either_side_stop_only_between_clusters_and_at_all_of_them(texts):
    for sequence in texts:
        text = f"a{sequence} {sequence}{sequence}中"
        edges = edges_of([text[start:end] for start, end in cluster_spans(text)])
        right, at = [0], 0
        while at < len(text):
            at = cluster_end(text, at)
            right.append(at)
        left = [len(text)]
        while at > 0:
            at = previous_cluster(text, at)
            left.append(at)
        assert right == edges, ascii(text)
        assert left == edges[::-1], ascii(text)


@pytest.mark.parametrize("texts", [WHOLE, EMOJI], ids=["samples", "emoji"])
def test_an_offset_within_a_cluster_leads_to_its_beginning_and_a_span_grows_to_whole_ones(texts):
    for sequence in texts:
        text = f"x{sequence}{sequence}y"
        for start, end in cluster_spans(text):
            for offset in range(start, end):
                assert cluster_start(text, offset) == start
                assert snap(text, offset, offset + 1) == (start, end)


@pytest.mark.parametrize("plain", [False, True], ids=["as it is", "plain"])
@pytest.mark.parametrize("texts", [WHOLE, EMOJI], ids=["samples", "emoji"])
def test_the_cursor_of_a_pane_never_stands_within_a_cluster(texts, plain):
    for first in range(0, len(texts), 40):
        text = canonical_text(" ".join(texts[first : first + 40]))
        table = WrapTable(text, 13, plain=plain)
        edges = set(edges_of([text[start:end] for start, end in cluster_spans(text)]))
        position = Position()
        for where in ("right", "down", "line_end", "next_word", "down", "left", "line_start") * 9:
            position.cursor = moved(position, table, where, 8)
            assert position.cursor in edges, (where, ascii(text))
