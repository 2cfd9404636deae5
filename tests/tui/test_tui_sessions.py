"""Whatever stands in a session, the review opens."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tui_hands import at_work
from tui_material import (
    MIDDLE,
    corpus,
    on_the_loop,
    rows,
    write_session,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**6) | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


KEYS = ("panes", "focus", "wanted", "zoomed", "positions", "tied", "draft", "drafts", "open_draft")


@pytest.mark.parametrize(
    "state",
    ["", "{", "null", "3", '"text"', "[]", "[1, 2]", "NaN", '{"panes": 5}', '{"positions": "abc"}',
     '{"positions": [1, 2]}', '{"panes": [[1]]}', '{"panes": {"a": 1}}', '{"wanted": 1e400}',
     '{"focus": -5, "wanted": -1, "zoomed": 1}', '{"draft": {"claim": [1], "values": 3}}',
     '{"drafts": [1], "open_draft": 5}', '{"drafts": {"claim:1": 5}, "open_draft": "claim:1"}',
     "[" * 60_000, '{"positions": {"x": [true, null, "a"]}}'],
    ids=lambda text: text[:30],
)  # fmt: skip
@on_the_loop
async def test_a_session_that_makes_no_sense_opens_as_if_there_were_none(tmp_path, state):
    path = corpus(tmp_path)
    with suppress(ValueError, RecursionError):
        json.loads(state)
    try:
        write_session(path, state)
    except sqlite3.IntegrityError:
        pytest.skip("the database itself refuses it")
    async with at_work(path) as hand:
        assert len(hand.shown) == 3
        assert hand.pane.has_focus
        await hand.press("down", "enter")
        assert len(hand.claims) == 1
        await hand.quit()
    assert json.loads(rows(path, "SELECT state FROM session")[0][0])["panes"]


@settings(
    max_examples=20, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.data())
def test_no_session_whatever_stands_in_it_breaks_opening(tmp_path, data):
    path = tmp_path / "w.db"
    if not path.exists():
        corpus(tmp_path)
    ids = [row[0] for row in rows(path, "SELECT id FROM article")]
    value = JSON | st.sampled_from(ids) | st.lists(st.sampled_from(ids), max_size=6)
    places = st.dictionaries(st.sampled_from(ids), JSON | st.lists(JSON, max_size=5), max_size=5)
    state = data.draw(
        st.fixed_dictionaries(
            {}, optional={key: places if key == "positions" else value for key in KEYS}
        )
    )
    write_session(path, json.dumps(state))

    @on_the_loop
    async def look():
        async with at_work(path, size=MIDDLE) as hand:
            assert hand.shown
            assert len(set(hand.shown)) == len(hand.shown)
            await hand.press("down", "tab")
            # A way out of whatever dialog a draft may have opened.
            while hand.app.screen is not hand.screen:
                await hand.press("escape")

    look()


@on_the_loop
async def test_a_place_in_the_middle_of_a_letter_is_taken_to_its_beginning(tmp_path):
    from tui_material import review_of

    path = tmp_path / "w.db"
    review_of(path, "e\u0301e\u0301e\u0301 \U0001f1e6\U0001f1eb")
    ((article,),) = rows(path, "SELECT id FROM article")
    write_session(path, json.dumps({"panes": [article], "positions": {article: [1, 1, 3, True]}}))
    async with at_work(path) as hand:
        await hand.press("right", "left")
        assert hand.cursor in (0, 2, 4, 6, 7)
        await hand.press("enter")
        assert all("\u0301" not in claim.quote[:1] for claim in hand.claims)
