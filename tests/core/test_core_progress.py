"""How far long work is."""

from __future__ import annotations

import pytest

from workbench.core.progress import in_words, nobody, part_of


@pytest.mark.parametrize(
    ("done", "total", "words"),
    [(0, 10, "0 %"), (9, 10, "90 %"), (999, 1000, "99 %"), (10, 10, "100 %"), (11, 10, "100 %"),
     (3, 0, "")],
)  # fmt: skip
def test_the_share_is_rounded_down_and_is_not_made_up(done, total, words):
    assert in_words(done, total) == words


def test_a_part_tells_the_whole_where_it_is():
    heard = []
    part = part_of(lambda *far: heard.append(far), 40, 100, "the second")
    part(0, 10, "")
    part(5, 10, "a page")
    assert heard == [(40, 100, "the second"), (45, 100, "a page")]


def test_nobody_hears_nothing():
    assert nobody(1, 2, "three") is None
