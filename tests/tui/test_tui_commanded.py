"""Keys that go straight to what is bound to them: only where nobody on the way would take them."""

from __future__ import annotations

import pytest
from textual.screen import Screen
from textual.widget import Widget

from workbench.tui.key_order import Commanded
from workbench.tui.screens.points import PointsScreen
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.compare_strip import CompareStrip
from workbench.tui.widgets.pane_board import PaneBoard
from workbench.tui.widgets.pane_frame import PaneFrame
from workbench.tui.widgets.points_table import PointsTable

ON_THE_WAY = (
    ArticlePane,
    CompareStrip,
    PointsTable,
    PaneFrame,
    PaneBoard,
    ReviewScreen,
    PointsScreen,
)


@pytest.mark.parametrize("kind", [ArticlePane, CompareStrip, PointsTable])
def test_those_that_only_commands_go_to_say_so(kind):
    assert issubclass(kind, Commanded)


@pytest.mark.parametrize("kind", ON_THE_WAY)
def test_nobody_on_the_way_to_the_app_takes_keys_for_itself(kind):
    """What Textual looks for in a class: a handler of keys, or one named after a key."""
    ours = [one for one in kind.__mro__ if one.__module__.startswith("workbench.")]
    taking = [
        f"{one.__name__}.{name}"
        for one in ours
        for name in vars(one)
        if name in ("on_key", "_on_key", "handle_key") or name.startswith(("key_", "_key_"))
    ]
    assert taking == []
    assert kind.handle_key is Widget.handle_key
    assert not [name for name in dir(Screen) if name.startswith("key_")]
