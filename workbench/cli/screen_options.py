"""The options that say how the screen is drawn; they beat the environment and the config file."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from workbench.cli.arguments import Word
from workbench.cli.call import Call


def _themes() -> Sequence[str]:
    from workbench.config import THEMES

    return THEMES


def screen_options() -> list[click.Option]:
    """The options of every call that opens the screen."""
    return [
        click.Option(
            ["--theme"],
            metavar="NAME",
            type=Word("theme", _themes),
            expose_value=False,
            callback=_take("theme"),
            help="dark, light, or ansi: the terminal's own sixteen colours.",
        ),
        click.Option(
            ["--ascii/--no-ascii"],
            default=None,
            expose_value=False,
            callback=_take("ascii"),
            help="Draw signs, borders and arrows in plain ASCII.",
        ),
        click.Option(
            ["--plain-symbols/--no-plain-symbols"],
            default=None,
            expose_value=False,
            callback=_take("plain_symbols"),
            help="Show emoji and uncertain symbols in articles by plain stand-ins.",
        ),
        click.Option(
            ["--mouse/--no-mouse"],
            default=None,
            expose_value=False,
            callback=_take("mouse"),
            help="Whether the screen listens to the mouse.",
        ),
    ]


def _take(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """What keeps the value of an option that was given as that of a setting."""

    def take(ctx: click.Context, _param: click.Parameter, value: Any) -> None:
        if value is not None:
            ctx.ensure_object(Call).screen[name] = value

    return take
