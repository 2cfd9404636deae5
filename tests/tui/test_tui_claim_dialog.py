"""The dialog of a claim: what is typed is saved, kept as a draft, or thrown away on purpose."""

from __future__ import annotations

import pytest
from textual.widgets import Input, TextArea
from tui_hands import at_work
from tui_material import NARROW, WIDE, corpus, on_the_loop, rows

from workbench.core import changes
from workbench.store import Store
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.review_base import SAVE_SECONDS
from workbench.tui.screens.review_session import poll

LINE = "Moscow received Afghanistan’s Taliban rulers on Tuesday"


def form(hand) -> Form:
    assert isinstance(hand.app.screen, Form), hand.app.screen
    return hand.app.screen


@pytest.mark.parametrize("size", [NARROW, WIDE])
@on_the_loop
async def test_the_dialog_saves_claimant_origin_tags_and_note(tmp_path, size):
    path = corpus(tmp_path)
    async with at_work(path, size=size) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        assert LINE[:30] in hand.text()
        await hand.type("Sergey Lavrov")
        await hand.press("tab")
        await hand.type("TASS")
        await hand.press("tab")
        await hand.type("talks, Moscow,talks")
        await hand.press("tab")
        await hand.type("first line")
        await hand.press("enter")
        await hand.type("second?")
        await hand.press("ctrl+s")
        claim = hand.claim(1)
        assert (claim.claimant, claim.origin, claim.tags) == (
            "Sergey Lavrov", "TASS", "talks; Moscow",
        )  # fmt: skip
        assert claim.note == "first line\nsecond?"
        assert rows(path, "SELECT claimant, origin, tags, note FROM claim") == [
            (claim.claimant, claim.origin, claim.tags, claim.note)
        ]
        assert hand.app.screen is hand.screen
        assert hand.screen.drafts == {}
        assert "TASS" in hand.strip.view.heading
        assert hand.strip.view.items[0].claimant == "Sergey Lavrov"


@on_the_loop
async def test_what_was_saved_stands_there_when_the_dialog_is_opened_again(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        await hand.type("Lavrov")
        await hand.press("enter", "enter")
        assert form(hand).values()["claimant"] == "Lavrov"
        await hand.type("!")
        await hand.press("enter")
        assert hand.claim(1).claimant == "Lavrov!"


@on_the_loop
async def test_saving_what_is_unchanged_is_no_act(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        acts = hand.acts()
        await hand.press("enter", "ctrl+s")
        assert hand.acts() == acts
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_esc_keeps_a_draft_that_comes_back_on_enter(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        await hand.type("half a na")
        await hand.press("escape")
        assert hand.heard("kept", "claim 1")
        assert hand.claim(1).claimant == ""
        await hand.press("enter")
        assert form(hand).values()["claimant"] == "half a na"
        await hand.type("me")
        await hand.press("enter")
        assert hand.claim(1).claimant == "half a name"
        assert hand.screen.drafts == {}


@on_the_loop
async def test_a_draft_comes_back_after_a_restart(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter", "tab", "tab", "tab")
        await hand.type("a note half")
        await hand.quit()
    async with at_work(path) as hand:
        assert form(hand).values()["note"] == "a note half"
        await hand.press("ctrl+s")
        assert hand.claim(1).note == "a note half"
        await hand.quit()
    async with at_work(path) as hand:
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_half_typed_text_reaches_the_disk_by_itself(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        assert SAVE_SECONDS < 1
        await hand.type("Lav")
        await hand.until(lambda: '"Lav"' in str(rows(path, "SELECT state FROM session")))
        await hand.press("ctrl+d")


@on_the_loop
async def test_ctrl_d_forgets_what_was_typed(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        await hand.type("wrong")
        await hand.press("ctrl+d")
        assert hand.app.screen is hand.screen
        assert hand.screen.drafts == {}
        assert hand.claim(1).claimant == ""
        await hand.press("enter")
        assert form(hand).values()["claimant"] == ""
        await hand.press("escape")
        await hand.quit()
    async with at_work(path) as hand:
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_deleting_what_was_typed_leaves_no_draft(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter", "x", "backspace", "escape")
        assert hand.screen.drafts == {}
        assert hand.said == []


@on_the_loop
async def test_drafts_of_two_claims_are_both_kept(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.mark(4, "Lavrov warned")
        await hand.find(4, LINE)
        await hand.press("enter")
        await hand.type("one")
        await hand.press("escape")
        await hand.find(4, "Lavrov warned")
        await hand.press("enter")
        await hand.type("two")
        await hand.press("escape")
        await hand.find(4, LINE)
        await hand.press("enter")
        assert form(hand).values()["claimant"] == "one"
        await hand.press("escape")
        await hand.find(4, "Lavrov warned")
        await hand.press("enter")
        assert form(hand).values()["claimant"] == "two"
        await hand.press("ctrl+d")


@on_the_loop
async def test_a_look_at_another_claim_does_not_lose_a_draft(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.mark(4, "Lavrov warned")
        await hand.find(4, LINE)
        await hand.press("enter")
        await hand.type("one")
        await hand.press("escape")
        await hand.find(4, "Lavrov warned")
        await hand.press("enter", "escape")
        await hand.find(4, LINE)
        await hand.press("enter")
        assert form(hand).values()["claimant"] == "one"
        await hand.press("ctrl+d")


@on_the_loop
async def test_suggestions_do_not_break_typing(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        await hand.type("Zamir Kabulov")
        await hand.press("enter")
        await hand.mark(4, "Lavrov warned")
        await hand.press("enter")
        await hand.type("za")
        line = form(hand).query_one("#claimant", Input)
        assert line._suggestion.casefold() == "zamir kabulov"
        await hand.press("enter")
        assert hand.claim(2).claimant == "za"
        await hand.press("enter", "backspace", "right")
        assert form(hand).values()["claimant"] == "Zamir Kabulov"
        await hand.press("tab")
        await hand.type("zz")
        assert form(hand).values()["origin"] == "zz"
        await hand.press("ctrl+s")
        assert (hand.claim(2).claimant, hand.claim(2).origin) == ("Zamir Kabulov", "zz")


@on_the_loop
async def test_letters_that_are_keys_elsewhere_are_typed(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        await hand.type("q? acux /1!<>[]")
        assert form(hand).values()["claimant"] == "q? acux /1!<>[]"
        await hand.press("enter")
        assert hand.claim(1).claimant == "q? acux /1!<>[]"
        assert hand.links == []


@on_the_loop
async def test_tab_goes_round_and_shift_tab_back(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        names = []
        for _ in range(4):
            assert hand.app.focused is not None
            names.append(hand.app.focused.id)
            await hand.press("tab")
        assert names == ["claimant", "origin", "tags", "note"]
        await hand.press("shift+tab")
        assert hand.app.focused is not None
        assert hand.app.focused.id in names
        await hand.press("escape")


@on_the_loop
async def test_pasted_text_is_made_harmless(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        await hand.paste("Lav\x1b[31mrov\u202e")
        await hand.press("ctrl+s")
        assert hand.claim(1).claimant == "Lav␛[31mrov␦"


@on_the_loop
async def test_text_beyond_all_bounds_is_refused_and_not_lost(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter")
        form(hand).query_one("#claimant", Input).value = "x" * 2_001
        await hand.press("ctrl+s")
        assert hand.claim(1).claimant == ""
        text = hand.text()
        assert hand.heard("2,001") or "2,001" in text
        if hand.app.screen is hand.screen:
            await hand.press("enter")
        assert len(form(hand).values()["claimant"]) == 2_001
        await hand.press("ctrl+d")


@on_the_loop
async def test_a_claim_deleted_by_another_terminal_while_its_dialog_is_open_is_said(tmp_path):
    from workbench.core import changes

    path = corpus(tmp_path)
    async with at_work(path) as hand:
        claim = await hand.mark(4, LINE)
        await hand.press("enter")
        await hand.type("Lavrov")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            store.commit(changes.delete_claim(state, state.claims[claim.id]))
        poll(hand.screen)
        await hand.settle()
        await hand.press("ctrl+s")
        assert "no longer there" in hand.text()  # in the form: what was typed can still be copied
        await hand.press("escape")
        assert hand.app.screen is hand.screen
        assert hand.claims == []


@on_the_loop
async def test_the_note_box_takes_letters_of_every_script(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.press("enter", "tab", "tab", "tab")
        form(hand).query_one("#note", TextArea).insert("中文 \U0001f1e6\U0001f1eb می‌روم cafe\u0301")
        await hand.press("ctrl+s")
        assert hand.claim(1).note == "中文 \U0001f1e6\U0001f1eb می‌روم cafe\u0301"


@on_the_loop
async def test_no_key_is_promised_for_what_was_typed_for_a_claim_that_is_gone(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        claim = await hand.mark(4, LINE)
        await hand.press("D")
        await hand.type("TASS")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            store.commit(changes.delete_claim(state, state.claims[claim.id]))
        poll(hand.screen)
        await hand.press("escape")
        assert hand.heard("What you typed", "is kept", "taken away meanwhile")
        assert not hand.heard("goes on with it")
        await hand.press("ctrl+z")
        await hand.go(4, claim.start)
        await hand.press("D")
        assert form(hand).values() == {"origin": "TASS"}
