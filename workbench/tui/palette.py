"""The command palette: every command by name, from the table of keys."""

from collections.abc import Callable
from functools import partial

from textual import command as textual_command
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from workbench.tui.bound_keys import keys_of
from workbench.tui.closing import ClosedOnce
from workbench.tui.key_rules import Command
from workbench.tui.keys import COMMANDS
from workbench.tui.widgets.steady_list import SteadyCommands

_FOCUSED = ("pane", "strip", "points table")  # places that are a widget of their screen
_NAMED = 10  # times what a match in the help counts


class Commands(Provider):
    """What can be done on the screen the palette was opened from."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command, run in self._offered():
            yield DiscoveryHit(_name(command), run, help=self._help(command))

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for command, run in self._offered():
            # Whoever types “quit” means the command, not one whose help mentions it.
            named = _NAMED * matcher.match(_name(command))
            score = named or matcher.match(f"{_name(command)} {command.help}")
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(_name(command)),
                    run,
                    help=self._help(command),
                )

    def _offered(self) -> list[tuple[Command, Callable[[], object]]]:
        offered: list[tuple[Command, Callable[[], object]]] = []
        for command in COMMANDS:
            name = command.action.partition("(")[0]
            target = self.focused if command.place in _FOCUSED else self.screen
            if command.id == "palette" or command.id.startswith("move."):
                continue
            if command.place == "everywhere":
                offered.append((command, partial(self.app.run_action, command.action, self.app)))
            elif (
                target is not None
                and hasattr(target, f"action_{name}")
                and _belongs(command, target)
            ):
                run = partial(self.app.run_action, command.action, target)
                offered.append((command, run))
        return offered

    def _help(self, command: Command) -> str:
        keys = " ".join(keys_of(self.screen).every(command))
        return f"{command.help} ({keys})" if keys else command.help


class Palette(ClosedOnce, CommandPalette):
    """Textual's palette, which two quick clicks beside it do not close twice."""

    def __init__(self) -> None:
        super().__init__(id="--command-palette")
        # What it is composed of is looked up there when it is composed.
        textual_command.CommandList = SteadyCommands  # type: ignore[misc]


def _belongs(command: Command, target: object) -> bool:
    places = {"ArticlePane": "pane", "CompareStrip": "strip", "ReviewScreen": "review",
              "ReviewsScreen": "reviews", "PointsScreen": "points", "PointsTable": "points table",
              "History": "history"}  # fmt: skip
    return places.get(type(target).__name__) == command.place


def _name(command: Command) -> str:
    return command.label.capitalize()
