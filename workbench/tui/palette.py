"""The command palette: every command by name, from the table of keys."""

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from workbench.tui.keys import COMMANDS, Command

_NAMED = 10  # times what a match in the help counts


class Commands(Provider):
    """What can be done on the screen the palette was opened from."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command, run in self._offered():
            yield DiscoveryHit(_name(command), run, help=f"{command.help} ({command.key})")

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
                    help=f"{command.help} ({command.key})",
                )

    def _offered(self) -> list[tuple[Command, Callable[[], object]]]:
        offered: list[tuple[Command, Callable[[], object]]] = []
        for command in COMMANDS:
            name = command.action.partition("(")[0]
            target = self.focused if command.place in ("pane", "strip") else self.screen
            if command.place == "everywhere" or command.id.startswith("move."):
                continue
            if (
                target is not None
                and hasattr(target, f"action_{name}")
                and _belongs(command, target)
            ):
                run = partial(self.app.run_action, command.action, target)
                offered.append((command, run))
        return offered


def _belongs(command: Command, target: object) -> bool:
    places = {"ArticlePane": "pane", "CompareStrip": "strip", "ReviewScreen": "review",
              "ReviewsScreen": "reviews"}  # fmt: skip
    return places.get(type(target).__name__) == command.place


def _name(command: Command) -> str:
    return command.label.capitalize()
