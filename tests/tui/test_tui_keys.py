"""One table of keys: what DESIGN promises is bound, and nothing is bound twice in one place."""

from __future__ import annotations

from collections import Counter

import pytest

from workbench.tui.app import WorkbenchApp
from workbench.tui.bound_keys import BoundKeys
from workbench.tui.dialogs.busy import Busy
from workbench.tui.dialogs.chooser import Chooser
from workbench.tui.dialogs.confirm import Confirm
from workbench.tui.dialogs.form import Form
from workbench.tui.dialogs.listing import Listing
from workbench.tui.key_rules import TOGETHER
from workbench.tui.keys import COMMANDS, bindings_of, commands_of
from workbench.tui.palette import Commands
from workbench.tui.screens.help import Help, _content
from workbench.tui.screens.history import History
from workbench.tui.screens.points import PointsScreen
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.reviews import ReviewsScreen
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.compare_strip import CompareStrip
from workbench.tui.widgets.fields import ChoiceLine
from workbench.tui.widgets.points_table import PointsTable
from workbench.tui.widgets.search_bar import SearchBar

OWNERS = {
    "pane": ArticlePane, "review": ReviewScreen, "strip": CompareStrip, "reviews": ReviewsScreen,
    "form": Form, "confirm": Confirm, "chooser": Chooser, "listing": Listing, "history": History, "help": Help,
    "busy": Busy, "search": SearchBar, "points": PointsScreen, "points table": PointsTable, "choice": ChoiceLine,
    "everywhere": WorkbenchApp, "small": WorkbenchApp,
}  # fmt: skip
PLACES = tuple(dict.fromkeys(command.place for command in COMMANDS))

READING = (
    "up down left right h j k l w b left_parenthesis right_parenthesis left_curly_bracket "
    "right_curly_bracket g G pageup pagedown ctrl+u ctrl+d tab shift+tab 1 2 3 4 5 6 7 8 9 z t o "
    "v shift+up shift+down shift+left shift+right s enter r left_square_bracket "
    "right_square_bracket less_than_sign greater_than_sign exclamation_mark space n N a c u x d "
    "delete slash H y ctrl+z ctrl+y ctrl+e ctrl+p question_mark q escape"
)
"""DESIGN §4, without `p` and `f`, which come later."""


def keys_of(*places: str) -> list[str]:
    return [key for c in commands_of(*places) for key in c.keys.split(",") if key]


def test_every_place_is_one_of_those_whose_keys_are_heard_together():
    assert {place for places in TOGETHER for place in places} == set(PLACES) == set(OWNERS)


@pytest.mark.parametrize("together", TOGETHER, ids="+".join)
def test_no_two_commands_of_one_place_share_a_key(together):
    assert [key for key, count in Counter(keys_of(*together)).items() if count > 1] == []


def test_in_the_strip_marks_and_delete_stay_the_reviews():
    assert set(keys_of("strip")) & set("acuxd") == set()


def test_every_key_that_is_promised_for_reading_is_bound():
    assert set(READING.split()) - set(keys_of("pane", "review", "everywhere")) == set()


def test_the_strip_has_its_own_keys():
    here = set(keys_of("strip")) | set(keys_of("review", "everywhere"))
    assert set("up down g enter a c u x d escape tab".split()) <= here


def test_names_for_rebinding_are_there_once_each():
    names = [command.id for command in COMMANDS]
    assert len(names) == len(set(names))
    assert all(name and name == name.lower() and " " not in name for name in names)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_says_what_it_does_and_can_do_it(command):
    assert command.help
    assert command.label
    assert len(command.label) <= 30
    assert not command.help.endswith(".")
    name = command.action.partition("(")[0].removeprefix("app.")
    assert callable(getattr(OWNERS[command.place], f"action_{name}"))


@pytest.mark.parametrize("place", PLACES)
def test_bindings_carry_the_names_so_that_they_can_be_bound_anew(place):
    made = bindings_of(place)
    assert [binding.id for binding in made] == [command.id for command in commands_of(place)]
    assert all(not binding.show for binding in made)


@pytest.mark.parametrize("place", ["pane", "review", "strip", "reviews", "everywhere"])
def test_help_lists_every_key_of_a_place(place):
    text = _content((place,), BoundKeys()).plain
    for command in commands_of(place):
        if command.id.startswith("pane.") and command.id[5:].isdigit():
            assert "1–9" in text
        else:
            assert command.key in text
            assert command.help in text


def test_keys_are_shown_as_people_write_them():
    shown = {command.id: command.key for command in COMMANDS}
    assert shown["move.up"] == "↑ k"
    assert shown["claim.previous"] == "["
    assert shown["conflict.next"] == "!"
    assert shown["back"] == "esc"
    assert shown["help"] == "? f1"
    for command in COMMANDS:
        assert "_" not in command.key


def test_the_palette_is_the_programs_own_so_that_it_offers_nothing_else():
    assert [provider() for provider in WorkbenchApp.COMMANDS] == [Commands]
