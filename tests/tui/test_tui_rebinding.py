"""Keys bound anew in the config file: they act, the old ones do not, and everything says so."""

from __future__ import annotations

import re

import pytest
from textual.widgets import Input, OptionList, TextArea
from tui_hands import at_work
from tui_material import NARROW, TITLE, WIDE, corpus, on_the_loop

from workbench.config import Config, ConfigError
from workbench.store import Store
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.form import Form
from workbench.tui.keys import COMMANDS
from workbench.tui.screens.help import Help
from workbench.tui.screens.history import History


def keys(**wanted) -> Config:
    """Settings with keys; `claim__make` stands for `claim.make`."""
    listed = {name: (key,) if isinstance(key, str) else key for name, key in wanted.items()}
    return Config(
        article_megabytes=10,
        keys={name.replace("__", "."): bound for name, bound in listed.items()},
    )


@on_the_loop
async def test_a_command_acts_on_its_new_keys_and_no_longer_on_the_old(tmp_path):
    config = keys(claim__make=("m", "F5"), link__start="enter", link__agrees="ctrl+g")
    async with at_work(corpus(tmp_path), config=config) as hand:
        await hand.press("m")
        assert len(hand.claims) == 1
        await hand.press(")", "f5")
        assert len(hand.claims) == 2
        await hand.press("enter", "a")
        assert hand.screen.linking is not None
        assert not hand.links
        await hand.press("ctrl+g")
        assert [link.relation for link in hand.links] == ["agrees"]


@on_the_loop
async def test_keys_of_panes_strip_and_everywhere_are_bound_anew_too(tmp_path):
    config = keys(
        move__sentence="ctrl+right", strip__down="f6", help="f9", palette="f10", move__down=()
    )
    async with at_work(corpus(tmp_path), config=config) as hand:
        await hand.press("down", "j", ")")
        start = hand.cursor
        await hand.press("ctrl+right")
        assert hand.cursor > start
        await hand.press("?", "ctrl+p")
        assert hand.app.screen is hand.screen
        await hand.press("f9")
        assert isinstance(hand.app.screen, Help)
        await hand.press("escape")
        one, _ = await hand.pair()
        await hand.go(4, one.start)
        await hand.press("i", "f6")
        assert hand.strip.index == 1


@on_the_loop
async def test_two_commands_can_change_places(tmp_path):
    async with at_work(corpus(tmp_path), config=keys(undo="ctrl+y", redo="ctrl+z")) as hand:
        await hand.press("enter", "ctrl+y")
        assert not hand.claims
        await hand.press("ctrl+z")
        assert len(hand.claims) == 1


@on_the_loop
async def test_a_form_hears_its_new_keys_and_lets_everything_be_typed(tmp_path):
    config = keys(
        form__save="ctrl+w", form__next="f6", claim__make="m", link__agrees="b", move__word_back=()
    )
    async with at_work(corpus(tmp_path), config=config) as hand:
        await hand.press("m", "m")
        assert isinstance(hand.app.screen, Form)
        await hand.type("mab")
        assert hand.app.screen.query_one("#claimant", Input).value == "mab"
        await hand.press("f6", "f6", "f6")
        await hand.type("noted")
        assert hand.app.screen.query_one("#note", TextArea).text == "noted"
        await hand.press("ctrl+s")
        assert isinstance(hand.app.screen, Form)
        assert "ctrl+w save" in hand.text()
        await hand.press("ctrl+w")
        assert hand.app.screen is hand.screen
        assert (hand.claims[0].claimant, hand.claims[0].note) == ("mab", "noted")


@on_the_loop
async def test_the_lists_hear_their_new_keys(tmp_path):
    config = keys(reviews__rename="f7", history__more="f8", history__back=("f3", "esc"))
    async with at_work(corpus(tmp_path), listed=True, config=config) as hand:
        await hand.press("e")
        assert not isinstance(hand.app.screen, Form)
        await hand.press("f7")
        assert isinstance(hand.app.screen, Form)
        await hand.press("escape", "enter", "H")
        assert isinstance(hand.app.screen, History)
        await hand.press("q")
        assert isinstance(hand.app.screen, History)
        await hand.press("f3")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_footer_help_palette_and_sentences_name_the_keys_as_they_are(tmp_path):
    config = keys(
        claim__make="m", link__start="f5", undo="f8", move__up="w", move__word="f7", pane__3="f3"
    )
    async with at_work(corpus(tmp_path), size=(160, 140), config=config) as hand:
        footer = hand.picture()[-1]
        assert "m claim" in footer
        assert "f5 link" in footer
        assert "enter" not in footer
        assert "m marks the sentence under the cursor" in hand.text()
        await hand.press("f5")
        assert hand.heard("f5 links the claim under the cursor; m makes one here first.")
        await hand.press("m", "d")
        assert hand.heard("f8 brings it back")
        await hand.press("?")
        shown = hand.text()
        for key, name in (
            ("m", "claim.make"),
            ("w", "move.up"),
            ("f7", "move.word"),
            ("f3", "pane.3"),
        ):
            help_of = next(command.help for command in COMMANDS if command.id == name)
            assert re.search(rf"│ +{key} +{re.escape(help_of[:50])}", shown), name
        assert "1–9" not in shown
        await hand.press("escape", "ctrl+p")
        await hand.type("make a claim")
        await hand.until(lambda: hand.app.screen.query_one(OptionList).option_count)
        assert "edit it (m)" in hand.text()


@on_the_loop
async def test_a_command_without_a_key_is_left_out_of_the_footer_and_found_by_name(tmp_path):
    config = keys(claim__make=(), undo=())
    async with at_work(corpus(tmp_path), config=config) as hand:
        assert "claim" not in hand.picture()[-1].split("link")[0]
        await hand.press("enter", "ctrl+z")
        assert not hand.claims
        assert "ctrl+p claim marks the sentence" in hand.text()
        await hand.press("ctrl+p")
        await hand.type("make a claim")
        await hand.until(lambda: hand.app.screen.query_one(OptionList).option_count)
        await hand.press("enter")
        await hand.until(lambda: hand.claims)


@on_the_loop
async def test_a_click_on_the_footer_does_what_the_key_there_does(tmp_path):
    async with at_work(
        corpus(tmp_path), config=keys(claim__make="ctrl+shift+right", select__word=())
    ) as hand:
        row = hand.picture()[-1]
        assert row.lstrip().startswith("ctrl+shift+→ claim")
        await hand.click_key("claim.make")
        assert len(hand.claims) == 1


@pytest.mark.parametrize("size", [NARROW, WIDE])
@on_the_loop
async def test_the_list_without_reviews_names_the_key_that_makes_one(tmp_path, size):
    Store(tmp_path / "e.db", create=True).close()
    config = keys(reviews__new="f2")
    async with at_work(tmp_path / "e.db", listed=True, size=size, config=config) as hand:
        assert "Press f2 to make one" in hand.text()


def test_keys_that_cannot_be_bound_are_refused_before_anything_is_shown(tmp_path):
    path = corpus(tmp_path)
    with (
        Store(path) as store,
        pytest.raises(ConfigError, match=r"both claim\.make and link\.start"),
    ):
        WorkbenchApp(store, "mk", store.find_review(TITLE).id, keys(claim__make="space"))


# Panes as the config file wants them


@on_the_loop
async def test_a_review_opens_with_the_panes_of_the_config_file_until_it_has_its_own(tmp_path):
    path = corpus(tmp_path)
    config = Config(panes=3, layout="stacked")
    async with at_work(path, size=WIDE, config=config) as hand:
        assert len(hand.shown) == 3
        assert hand.board.stacked
        await hand.press("minus", "L")
        await hand.quit()
    async with at_work(path, size=WIDE, config=config) as hand:
        assert len(hand.shown) == 2
        assert not hand.board.stacked
