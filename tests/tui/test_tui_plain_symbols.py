"""Plain symbols: one key, all panes and the strip; places stay what they are."""

from __future__ import annotations

import json

import pytest
from rich.cells import get_character_cell_size
from tui_hands import Hands, at_work
from tui_material import MIDDLE, on_the_loop, review_of, rows

from workbench.config import Config

EMOJI = "The flags 🇩🇪🇫🇷 and a family 👨\u200d👩\u200d👧 stood 👍🏽 in row 1️⃣, said क्ष."
OTHER = "RIGHT says nothing. The flags 🇩🇪🇫🇷 stood in row 2, said the envoy."
PLAIN = "The flags [DE][FR] and a family 👨⁺ stood 👍⁺ in row [1], said कष⁺."


def review(folder):
    path = folder / "w.db"
    review_of(path, EMOJI, OTHER)
    return path


def added_up(text: str) -> int:
    """The cells of a terminal that adds up code points."""
    return sum(get_character_cell_size(character) for character in text)


def pane_text(hand: Hands, number: int) -> str:
    pane = hand.pane_of(number)
    strips = [strip.text for strip in pane.render_lines(pane.size.region)]
    return " ".join(" ".join(strip.split()) for strip in strips).strip()


@on_the_loop
async def test_the_key_draws_plain_symbols_in_all_panes_and_says_so(tmp_path):
    async with at_work(review(tmp_path), size=MIDDLE) as hand:
        assert "🇩🇪" in pane_text(hand, 1)
        await hand.press("S")
        assert pane_text(hand, 1) == PLAIN
        assert "[DE][FR]" in pane_text(hand, 2)
        assert hand.heard("Plain symbols", "exports are not touched")
        await hand.press("S")
        assert "🇩🇪" in pane_text(hand, 1)
        assert "[DE]" not in hand.text()


@on_the_loop
async def test_what_stands_right_of_an_emoji_stands_where_every_terminal_puts_it(tmp_path):
    async with at_work(review(tmp_path), size=MIDDLE) as hand:
        shifted = [line for line in hand.picture() if "👨" in line]
        assert any(added_up(line) > 120 for line in shifted)
        await hand.press("S")
        for line in hand.picture():
            assert added_up(line) == 120, line
        places = {
            added_up(line[: line.index("RIGHT")]) for line in hand.picture() if "RIGHT" in line
        }
        assert places == {hand.pane_of(2).region.x + 2}


@on_the_loop
async def test_cursor_selection_and_claims_keep_their_places(tmp_path):
    async with at_work(review(tmp_path), size=MIDDLE) as hand:
        claim = await hand.mark(1, "a family 👨\u200d👩\u200d👧 stood")
        await hand.select(1, "🇫🇷 and")
        before = hand.cursor, hand.pane.selection, hand.pane.position.top
        await hand.press("S")
        assert (hand.cursor, hand.pane.selection, hand.pane.position.top) == before
        assert hand.selected() == "🇫🇷 and"
        assert hand.claim(claim.number).quote == "a family 👨\u200d👩\u200d👧 stood"
        await hand.press("escape")
        await hand.go(1, 0)
        stops = [hand.cursor]
        for _ in range(13):
            await hand.press("l")
            stops.append(hand.cursor)
        assert EMOJI.index("🇩🇪") in stops
        assert EMOJI.index("🇩🇪") + 1 not in stops
        assert EMOJI.index("🇫🇷") in stops


@on_the_loop
async def test_a_click_finds_what_is_drawn_there(tmp_path):
    async with at_work(review(tmp_path), size=MIDDLE) as hand:
        await hand.press("S")
        x = 2 + PLAIN.index("[FR]") + 3
        assert EMOJI.startswith("🇫🇷", hand.pane_of(1).offset_under(x, 0))


@on_the_loop
async def test_the_strip_draws_quotes_the_same_way_and_marks_the_words_that_differ(tmp_path):
    async with at_work(review(tmp_path), size=MIDDLE) as hand:
        one = await hand.mark(1, EMOJI)
        await hand.mark(2, "The flags 🇩🇪🇫🇷 stood in row 2")
        await hand.go(1, one.start)
        await hand.press("space")
        await hand.go(2, OTHER.index("flags"))
        await hand.press("c", "escape")
        assert "🇩🇪" in hand.strip.render().plain
        await hand.press("S")
        content = hand.strip.render()
        assert "[DE][FR] and a family 👨⁺" in content.plain
        assert "🇩🇪" not in content.plain
        told = {
            content.plain[span.start : span.end]
            for span in content.spans
            if "underline" in str(span.style)
        }
        assert told == {"[1]", "2"}  # the numbers in which the two differ


@on_the_loop
async def test_the_choice_is_kept_in_the_session(tmp_path):
    path = review(tmp_path)
    async with at_work(path, size=MIDDLE) as hand:
        await hand.press("S")
        await hand.quit()
    assert json.loads(rows(path, "SELECT state FROM session")[0][0])["plain"] is True
    async with at_work(path, size=MIDDLE) as hand:
        assert pane_text(hand, 1) == PLAIN
        assert hand.strip.plain
        await hand.press("+", "S")
        assert "🇩🇪" in pane_text(hand, 1)


@pytest.mark.parametrize("wanted", [True, False])
@on_the_loop
async def test_the_config_says_how_a_review_begins(tmp_path, wanted):
    config = Config(plain_symbols=wanted)
    async with at_work(review(tmp_path), size=MIDDLE, config=config) as hand:
        assert ("[DE]" in pane_text(hand, 1)) is wanted


@on_the_loop
async def test_a_title_is_cut_between_clusters_and_drawn_like_the_text(tmp_path):
    path = tmp_path / "w.db"
    front = "---\noutlet: Blatt 🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪\ntitle: 🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷🇫🇷\n---\n"
    review_of(path, f"{front}Text.", "Other.")
    async with at_work(path, size=(80, 24)) as hand:
        for width in range(20, 60):
            await hand.resize(width, 24)
            line = hand.picture()[1]
            halves = [char for char in line if "\U0001f1e6" <= char <= "\U0001f1ff"]
            assert len(halves) % 2 == 0, (width, line)
        await hand.resize(80, 24)
        await hand.press("S")
        assert "Blatt [DE][DE]" in hand.picture()[1]
