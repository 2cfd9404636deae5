"""What every command shares: the common options, and how its help is laid out."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from workbench.cli import output
from workbench.cli.call import Call
from workbench.cli.screen_options import screen_options


def common_options() -> list[click.Option]:
    """The options that every command takes, before its name and after it."""
    return [
        click.Option(
            ["--db"],
            metavar="PATH",
            type=click.Path(dir_okay=False),
            expose_value=False,
            callback=_take_db,
            help="The database; else WORKBENCH_DB, the config file, your data folder.",
        ),
        click.Option(
            ["--analyst"],
            metavar="NAME",
            expose_value=False,
            callback=_take_analyst,
            help="Who is working; else WORKBENCH_ANALYST, the config file, the login name.",
        ),
        click.Option(
            ["--json"],
            is_flag=True,
            expose_value=False,
            callback=_take_json,
            help="Answer in JSON on standard output.",
        ),
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_take_quiet,
            help="No messages on standard error, errors apart.",
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help="Show the version and exit.",
        ),
        click.Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help="Show this help and exit.",
        ),
    ]


class Command(click.Command):
    """A command that takes the common options and whose help has examples.

    Args:
        name: what it is called.
        examples: calls of it, as they are typed.
        no_json: why it has nothing to say in JSON; "" when it has.
        screen: whether it opens the screen, and takes the options that say how that is drawn.
        attributes: what click knows.
    """

    def __init__(
        self,
        name: str | None,
        *,
        examples: Sequence[str] = (),
        no_json: str = "",
        screen: bool = False,
        **attributes: Any,
    ) -> None:
        super().__init__(name, add_help_option=False, **attributes)
        self.examples = examples
        self.no_json = no_json
        self.common = common_options()
        self.drawing = screen_options() if screen else []
        self.params = [*self.params, *self.drawing, *self.common]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, unless JSON was asked of one that has none."""
        if self.no_json and ctx.ensure_object(Call).json:
            raise click.UsageError(f"`workbench {self.name}` has no --json: {self.no_json}.", ctx)
        return super().invoke(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, the command's own options and, apart from them, the common ones."""
        write_examples(formatter, self.examples)
        own = [param for param in self.params if param not in (*self.common, *self.drawing)]
        common = [param for param in self.common if not (self.no_json and param.name == "json")]
        write_options(ctx, formatter, "Options", own)
        write_options(ctx, formatter, "Options of the screen", self.drawing)
        write_options(ctx, formatter, "Options of every command", common)


def write_examples(formatter: click.HelpFormatter, examples: Sequence[str]) -> None:
    """Write the section of a help page with calls as they are typed."""
    if examples:
        with formatter.section("Examples"):
            for example in examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def write_options(
    ctx: click.Context,
    formatter: click.HelpFormatter,
    title: str,
    params: Sequence[click.Parameter],
) -> None:
    """Write a section of a help page with options."""
    records = [
        record
        for param in params
        if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
    ]
    if records:
        with formatter.section(title):
            formatter.write_dl(records)


def fit_to_terminal(ctx: click.Context) -> None:
    """Let help and usage be as wide as the terminal, 78 columns at most.

    What click does by itself, without the import of shutil, which alone takes a twentieth of the
    time that help takes.
    """
    columns = 0
    with suppress(KeyError, ValueError):
        columns = int(os.environ["COLUMNS"])
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (AttributeError, OSError, ValueError):  # no terminal there
            columns = 80
    ctx.terminal_width = max(min(columns, 80) - 2, 50)


def _take_db(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Call).db = value
    elif value is not None:
        raise click.UsageError("--db needs the path of a database.", ctx)


def _take_analyst(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.ensure_object(Call).analyst_named = value


def _take_json(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.ensure_object(Call).json = True


def _take_quiet(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.ensure_object(Call).quiet = True


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from workbench import __version__

        output.text(f"workbench {__version__}")
        ctx.exit()


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        fit_to_terminal(ctx)
        output.text(ctx.get_help())
        ctx.exit()
