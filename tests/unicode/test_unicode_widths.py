"""What is drawn for every sample of Unicode's own files, and the cells it takes."""

from __future__ import annotations

import pytest
import regex
from rich.cells import cell_len
from unicode_files import EMOJI, TERMINALS, WHOLE_SAMPLES

from workbench.core.clusters import cluster_spans
from workbench.core.text import canonical_text, harmless
from workbench.tui.layout.pieces import clusters
from workbench.tui.layout.plain_symbols import MORE
from workbench.tui.layout.widths import MOST_CELLS, drawn, odd_characters

TEXTS = [*WHOLE_SAMPLES, *EMOJI]
CLUSTERS = sorted(
    {
        text[start:end]
        for text in map(canonical_text, TEXTS)
        for start, end in cluster_spans(text)
        if text[start:end] != "\n"
    }
)


def test_there_are_thousands_of_clusters_to_look_at():
    assert len(CLUSTERS) > 4_000


def test_every_cluster_takes_the_cells_that_are_painted_for_it():
    for cluster in CLUSTERS:
        shown, cells = drawn(cluster)
        assert cell_len(shown) == cells, ascii(cluster)
        assert 0 <= cells <= MOST_CELLS, ascii(cluster)


def test_only_letters_that_join_are_wider_than_two_cells():
    wide = [cluster for cluster in CLUSTERS if drawn(cluster)[1] > 2]
    assert wide
    # A letter, and one that joins it; or a sign that stands before a letter.
    letters = regex.compile(r"[\p{L}\p{GCB=Prepend}]")
    assert [cluster for cluster in wide if len(letters.findall(cluster)) < 2] == []


def test_every_emoji_takes_one_or_two_cells():
    # A tone of skin or a hairstyle alone may be drawn as a placeholder.
    assert {drawn(sequence)[1] for sequence in EMOJI} == {1, 2}


def test_a_cluster_is_drawn_whole():
    for cluster in CLUSTERS:
        shown = drawn(cluster)[0]
        wanted = regex.sub("[\u00ad\u200b-\u200f\u061c]", "", cluster)
        bare = regex.sub("[\u200c\u200d]", "", shown)
        if shown != wanted and bare != wanted and bare.lstrip("\u25cc") != wanted:
            # Lone tones of skin alone are not sent; everything else is complete.
            assert regex.fullmatch(r"\p{Sk}", cluster), ascii(cluster)


@pytest.mark.parametrize("plain", [False, True], ids=["as it is", "plain"])
def test_clusters_side_by_side_are_as_wide_as_the_sum_of_them(plain):
    for first in range(len(CLUSTERS) - 1):
        pair = CLUSTERS[first] + CLUSTERS[-1 - first]
        shown = [drawn(pair[start:end], plain) for start, end in cluster_spans(pair)]
        together = "".join(text for text, _ in shown)
        assert cell_len(together) == sum(cells for _, cells in shown), ascii(pair)


@pytest.mark.parametrize("name", TERMINALS)
def test_plain_symbols_take_the_same_cells_in_every_terminal(name):
    count = TERMINALS[name]
    apart = [
        (ascii(cluster), drawn(cluster, plain=True))
        for cluster in CLUSTERS
        if count(drawn(cluster, plain=True)[0]) != drawn(cluster, plain=True)[1]
    ]
    assert apart == []


@pytest.mark.parametrize("name", TERMINALS)
def test_a_row_of_plain_symbols_is_as_wide_in_every_terminal(name):
    count = TERMINALS[name]
    for first in range(0, len(TEXTS), 7):
        text = canonical_text("".join(TEXTS[first : first + 7])).replace("\n", " ")
        row = clusters(text, plain=True)
        assert count("".join(shown for _, _, shown, _ in row)) == sum(r[3] for r in row), ascii(
            text
        )


def test_without_plain_symbols_terminals_do_differ_so_the_switch_is_for_something():
    differ = {
        name
        for name, count in TERMINALS.items()
        for cluster in CLUSTERS
        if count(drawn(cluster)[0]) != drawn(cluster)[1]
    }
    assert differ == set(TERMINALS) - {"rich"}


def test_plain_symbols_are_sent_as_they_are():
    for cluster in CLUSTERS:
        shown = drawn(cluster, plain=True)[0]
        assert harmless(shown) == shown
        assert regex.search("[\u200b-\u200f\ufe00-\ufe0f\U000e0000-\U000e01ef]", shown) is None


def test_plain_text_is_left_alone():
    for text in ("Kabulov said: “No troops.” — 7 October", "Войска", "部隊は", "군대", "café", "é"):
        assert "".join(shown for _, _, shown, _ in clusters(text, plain=True)) == text
    assert odd_characters("Kabulov — Войска", plain=True) == set()


@pytest.mark.parametrize(("cluster", "shown"), [
    ("\U0001f1e9\U0001f1ea", "[DE]"), ("\U0001f1e9", "[D]"), ("1\ufe0f\u20e3", "[1]"), ("#\u20e3", "[#]"),
    ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "[GBENG]"),
    ("\U0001f468\u200d\U0001f469\u200d\U0001f467", f"\U0001f468{MORE}"),
    ("\U0001f44d\U0001f3fd", f"\U0001f44d{MORE}"), ("❤\ufe0f", "❤"), ("❤\ufe0e", "❤"),
    ("\u231a\ufe0e", "\u231a"), ("e\u0301", "é"), ("\u1112\u1161\u11ab", "한"),
    ("क्ष", f"कष{MORE}"), ("ष्ट्र", f"षटर{MORE}"), ("का", f"क{MORE}"), ("कु", "कु"), ("म्", "म्"), ("म्\u200cक", f"म{MORE}क"),
    ("น้ำ", "น้\u0e4d\u0e32"), ("\U0001fae9", "[1FAE9]"), ("☰", "[2630]"),
    ("Z" + "\u0301" * 9, f"Ź{chr(0x301) * 3}{MORE}"), ("\u0645\u06cc", "\u0645\u06cc"),
    ("\u0645\u200c", "\u0645"), ("\u00ad", ""), ("\u0301", "\u25cc\u0301"), ("\u06005", f"{MORE}5"),
])  # fmt: skip
def test_plain_symbols_are_chosen_so_that_one_can_read_on(cluster, shown):
    assert "".join(s for _, _, s, _ in clusters(cluster, plain=True)) == shown
