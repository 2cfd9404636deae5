"""The keys as they are bound now: what the config file says over the table; without Textual."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from workbench.config.key_names import written
from workbench.config.keys import Keys, bound_keys
from workbench.paths import config_file
from workbench.tui.key_rules import NO_KEY, TOGETHER, Command, taken
from workbench.tui.keys import COMMANDS

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from workbench.config import Config
    from workbench.tui.app import WorkbenchApp


@dataclass(frozen=True, slots=True)
class BoundKeys:
    """Which keys the commands have, and how they are written.

    Attributes:
        anew: Textual's names of the keys of the commands that the config file gives others.
        ascii_only: whether arrows are written as words.
    """

    anew: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ascii_only: bool = False

    def every(self, command: Command) -> list[str]:
        """The keys of a command as people write them, the first one first."""
        drawable = command.shown.isascii() or not self.ascii_only
        if command.shown and drawable and command.id not in self.anew:
            return command.shown.split(" ")
        keys = self.for_textual(command)
        return [written(key, ascii_only=self.ascii_only) for key in keys]

    def for_textual(self, command: Command) -> tuple[str, ...]:
        """The keys of a command by Textual's names."""
        keys = self.anew.get(command.id)
        return tuple(filter(None, command.keys.split(","))) if keys is None else keys

    def first(self, command: Command) -> str:
        """The key to name where there is room for one; "" when it has none."""
        return next(iter(self.every(command)), "")

    def named(self, command_id: str) -> str:
        """How a sentence names what to press: the key, else the way there through the palette."""
        command = _BY_ID[command_id]
        return self.first(command) or f"{self.first(_BY_ID['palette'])} {command.label}"

    def keymap(self) -> dict[str, str]:
        """The same for Textual, which has no word for a command without a key."""
        return {name: ",".join(keys) or NO_KEY for name, keys in self.anew.items()}


_BY_ID = {command.id: command for command in COMMANDS}


def checked_keys(config: "Config") -> Keys:
    """The keys that the config file gives to commands, by Textual's names.

    Raises:
        ConfigError: they cannot be had; the sentence names what is wrong and what to do.
    """
    return bound_keys(config.keys, COMMANDS, TOGETHER, taken, config_file())


def keys_of(node: "MessagePump") -> BoundKeys:
    """The keys as they are bound in the program that a widget or screen belongs to."""
    return cast("WorkbenchApp", node.app).keys
