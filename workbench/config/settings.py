"""Every setting there is: a line of `SETTINGS`, and a field of `Config` of the same name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.errors import UsageError

MEGABYTE = 1024 * 1024

THEMES = ("dark", "light", "ansi")
"""The themes by name; `ansi` is the terminal's own sixteen colours."""

LAYOUTS = ("side by side", "stacked")
"""How the panes may stand to each other."""


class ConfigError(UsageError):
    """The config file, or a variable in its stead, says something the workbench cannot do."""


class Setting(NamedTuple):
    """What a line of the config file may be.

    Attributes:
        name: as it is written in the file.
        kind: the type of its value.
        example: a value that could stand there, as it is written in the file.
        words: what it is for, in a sentence or two.
        least: the smallest number allowed.
        most: the largest number allowed.
        choices: the words allowed; none for any text.
        variable: the environment variable that beats the file, or "".
    """

    name: str
    kind: type
    example: str
    words: str
    least: int = 0
    most: int = 0
    choices: tuple[str, ...] = ()
    variable: str = ""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "analyst", str, '"mk"', "Who works here; without it, the login name.",
        variable="WORKBENCH_ANALYST",
    ),
    Setting(
        "article_megabytes", int, "20", "The most an article may have; larger files are refused.",
        1, 1024,
    ),
    Setting(
        "ascii", bool, "true",
        "Draw the workbench's own signs, borders and arrows in plain ASCII. The words of articles "
        "stay as they are.",
        variable="WORKBENCH_ASCII",
    ),
    Setting(
        "database", str, '"~/checks/workbench.db"',
        "Where the database is; without it, in the data folder. A relative path counts from the "
        "folder of this file.",
        variable="WORKBENCH_DB",
    ),
    Setting(
        "editor", str, '"vim"', "The command that edits long notes; without it, VISUAL or EDITOR.",
    ),
    Setting(
        "layout", str, '"stacked"',
        "How the panes stand when a review is first opened: side by side or stacked.",
        choices=LAYOUTS,
    ),
    Setting(
        "mouse", bool, "false",
        "Whether the workbench listens to the mouse. Without, the terminal's own selection works "
        "as everywhere.",
        variable="WORKBENCH_MOUSE",
    ),
    Setting(
        "panes", int, "2",
        "How many panes there are when a review is first opened; 0: as many as there is room for.",
        0, 9,
    ),
    Setting(
        "plain_symbols", bool, "true",
        "Show emoji and other uncertain symbols in articles by plain stand-ins, where the "
        "terminal draws them too wide.",
        variable="WORKBENCH_PLAIN_SYMBOLS",
    ),
    Setting(
        "theme", str, '"light"',
        "dark, light, or ansi for the terminal's own sixteen colours; without it, dark, and ansi "
        "where the terminal has no more than sixteen.",
        choices=THEMES, variable="WORKBENCH_THEME",
    ),
)  # fmt: skip
"""Every setting there is, but for the table of keys."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the config file says, or would say if there were one.

    Attributes:
        analyst: who works here; "" for the login name.
        article_megabytes: the most an article may have.
        ascii: whether our own signs are drawn in ASCII.
        database: where the database is; "" for the user's data folder. A relative path counts
            from the config file's folder.
        editor: the command that edits long text; "" for VISUAL or EDITOR.
        layout: how panes stand where a session has no choice of its own; one of `LAYOUTS`.
        mouse: whether the mouse is listened to.
        panes: how many panes there are where a session has no choice of its own; 0 by width.
        plain_symbols: whether uncertain symbols in articles are shown by stand-ins.
        theme: one of `THEMES`; "" for what suits the terminal.
        keys: the keys of commands by the commands' names, as they are written in the file; whether
            there are such keys and commands is not known here (see `config.keys`).
    """

    analyst: str = ""
    article_megabytes: int = 20
    ascii: bool = False
    database: str = ""
    editor: str = ""
    layout: str = LAYOUTS[0]
    mouse: bool = True
    panes: int = 0
    plain_symbols: bool = False
    theme: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def article_limit(self) -> int:
        """The most bytes an article may have."""
        return self.article_megabytes * MEGABYTE
