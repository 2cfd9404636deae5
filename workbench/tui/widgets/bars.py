"""The lines above and below: what is open, and which keys work here."""

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from workbench.tui import guard
from workbench.tui.bound_keys import keys_of
from workbench.tui.key_rules import Command
from workbench.tui.widgets.painted_once import PaintedOnce


class TopLine(PaintedOnce, Widget):
    """The review's title on the left, counts and analyst on the right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TopLine { height: 1; padding: 0 1; background: $background; color: $secondary; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left = self._right = ""

    def show(self, left: str, right: str) -> None:
        """Show other words."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> Content:
        """Both sides; the left one gives way."""
        width = max(1, self.content_size.width)
        right = guard.line(self._right)
        left = guard.line(self._left, "bold $foreground").truncate(
            max(8, width - right.cell_length - 2), ellipsis=True
        )
        gap = max(1, width - left.cell_length - right.cell_length)
        return Content.assemble(left, Content(" " * gap), right).truncate(width)


class KeyLine(PaintedOnce, Widget):
    """The keys that matter here, most wanted first; each can be clicked."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { height: 1; padding: 0 1; background: $panel; color: $secondary; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._commands: list[Command] = []
        self._lead = ""
        self._places: list[tuple[int, int, Command]] = []

    def show(self, commands: list[Command], lead: str = "") -> None:
        """Show the keys of another place, after a word on what is going on."""
        if (commands, lead) != (self._commands, self._lead):
            self._commands, self._lead = commands, lead
            self.refresh()

    def render(self) -> Content:
        """As many as fit; commands and help at the end stay, for they lead to all the others."""
        width = max(1, self.content_size.width)
        parts = [guard.content(f"{self._lead}  ", "bold $accent")] if self._lead else []
        used = sum(part.cell_length for part in parts)
        keys = keys_of(self)
        named = [(command, key) for command in self._commands if (key := keys.first(command))]
        always = [one for one in named if one[0].place == "everywhere"]
        room = width - used - sum(_width(*one) for one in always)
        shown = []
        for one in named:  # what does not fit is passed over for what does
            if one not in always and _width(*one) <= room:
                shown.append(one)
                room -= _width(*one)
        shown += always
        self._places = []
        for command, key in shown:
            self._places.append((used, used + _width(command, key) - 2, command))
            used += _width(command, key)
            parts += [
                guard.content(key, "bold $footer-key-foreground"),
                guard.content(f" {command.label}  "),
            ]
        return Content.assemble(*parts)

    async def on_click(self, event: Click) -> None:
        """Do what the clicked key does."""
        offset = event.get_content_offset(self)
        x = offset.x if offset is not None else -1  # (0, 0) is false
        for start, end, command in self._places:
            if start <= x < end:
                here = {
                    "pane": self.screen.focused,
                    "strip": self.screen.focused,
                    "points table": self.screen.focused,
                    "everywhere": self.app,
                }.get(command.place)
                await self.app.run_action(command.action, here or self.screen)


def _width(command: Command, key: str) -> int:
    return cell_len(key) + len(command.label) + 3
