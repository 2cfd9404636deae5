"""A config file with everything that may stand in it, commented out."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Protocol

from workbench.config.key_names import written
from workbench.config.keys import Bindable, default_keys
from workbench.config.settings import SETTINGS

_WIDTH = 96


class Described(Bindable, Protocol):
    """A command with the words that say what it does."""

    @property
    def help(self) -> str:
        """What it does, in a phrase."""


def example(commands: Sequence[Described]) -> str:
    """The file; settings and keys begin with `# `, what is said of them with `## `.

    Args:
        commands: every command, in the order of the screen's table.
    """
    lines = [
        "## The config file of the workbench. `workbench paths` says where it belongs, `workbench",
        "## config` whether it is right. Take away a # and change what follows it.",
    ]
    for setting in SETTINGS:
        lines += ["", *(f"## {line}" for line in wrap(setting.words, _WIDTH))]
        if setting.variable:
            lines.append(f"## The variable {setting.variable} beats it.")
        lines.append(f"# {setting.name} = {setting.example}")
    lines += [
        "",
        "## The key or the keys of each command, as they are by themselves. Keys are written",
        "## like m, (, f5, PgDn, shift+→ or ctrl+e; [] leaves a command to the palette.",
        "[keys]",
    ]
    for place in dict.fromkeys(command.place for command in commands):
        lines += ["", f"## {place}"]
        for command in commands:
            if command.place == place:
                keys = ", ".join(f'"{_quoted(written(key))}"' for key in default_keys(command))
                bound = keys if len(default_keys(command)) == 1 else f"[{keys}]"
                lines.append(f'# "{command.id}" = {bound}  # {command.help}')
    return "\n".join(lines)


def _quoted(key: str) -> str:
    """A key between quotation marks."""
    return key.replace("\\", "\\\\").replace('"', '\\"')
