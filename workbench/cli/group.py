"""The `workbench` command itself: its commands by name, and what becomes of errors."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from workbench.cli import output
from workbench.cli.command import (
    Command,
    common_options,
    fit_to_terminal,
    write_examples,
    write_options,
)
from workbench.cli.screen_options import screen_options
from workbench.errors import WorkbenchError

# Heading, then name, module and what the list of commands says of each. A command's module is
# imported when the command is used; this table is all that `--help` needs.
SECTIONS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "Reviews and articles",
        (
            ("open", "screen", "Open the screen on a review, or on the list."),
            ("new", "bringing", "Make a review of these articles."),
            ("add", "bringing", "Bring more articles into a review."),
            ("reviews", "reading", "List the reviews."),
            ("rename", "changing", "Give a review another title."),
            ("demo", "screen", "Open the annotated sample in a throw-away place."),
        ),
    ),
    (
        "Marks",
        (
            ("claim", "marking", "Mark words of an article as a claim."),
            ("link", "marking", "Say how two claims stand to each other."),
            ("finding", "concluding", "Conclude on the point that a claim is on."),
            ("verdicts", "concluding", "List the verdicts findings may have, or choose others."),
            ("edit", "changing", "Change a claim, link, finding or what is known of an article."),
            ("delete", "deleting", "Delete a claim, link, article, finding or a whole review."),
            ("undo", "undoing", "Take back your last act."),
            ("redo", "undoing", "Do again what was undone last."),
        ),
    ),
    (
        "Reading and handing over",
        (
            ("show", "reading", "Show a review, a claim or an article as text."),
            ("search", "searching", "Find words in articles, notes, findings, earlier reviews."),
            ("suggest", "suggesting", "Propose counterparts of claims in other articles."),
            ("compare", "comparing", "Say in which values two sentences differ."),
            ("copies", "copying", "Say which articles share text."),
            ("history", "undoing", "List what was done, by whom and when."),
            ("export", "handing_over", "Write claims, findings and more for a spreadsheet."),
            ("import", "importing", "Take claims, links and findings back in from files."),
        ),
    ),
    (
        "Housekeeping",
        (
            ("check", "keeping", "Verify the database: hashes, quotes, log."),
            ("backup", "keeping", "Copy the whole database, also while it is in use."),
            ("paths", "keeping", "Say where things are kept."),
            ("config", "configuring", "Show the settings and check the config file."),
            ("completion", "completion", "Print what makes the tab key complete words."),
        ),
    ),
)

_MODULES = {name: module for _, commands in SECTIONS for name, module, _ in commands}

_EXAMPLES = (
    'workbench new "Bagram" articles/*.txt',
    "workbench Bagram",
    'workbench claim Bagram 3 "special representative"',
    "workbench link Bagram 1 2 conflicts --reason role",
    "workbench export Bagram --as claims -o claims.csv",
)


class Workbench(click.Group):
    """The commands, and a word that is none of them as the title of a review."""

    def __init__(self, **attributes: Any) -> None:
        self.common, self.drawing = common_options(), screen_options()
        super().__init__(
            "workbench",
            params=[*self.drawing, *self.common],
            add_help_option=False,
            invoke_without_command=True,
            **attributes,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands' names in the order of the help page."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now."""
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"workbench.cli.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; a first word that is none is taken as a review's title."""
        if args[0] in _MODULES:
            return args[0], self.get_command(ctx, args[0]), args[1:]
        if args[0].startswith("-"):  # after `--`
            args = [*args[1:], "--", args[0]]
        return "open", TitleOrMistake(), args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """What the first word may be: a command, an option, the title of a review."""
        from workbench.cli.completion import titles

        found: list[Any] = list(super().shell_complete(ctx, incomplete))
        return found if incomplete.startswith("-") else [*found, *titles(ctx, incomplete)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the two ways of calling it."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [REVIEW]")
        formatter.write_usage(ctx.command_path, "[OPTIONS] COMMAND ...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, section by section, and the options of all of them."""
        for title, commands in SECTIONS:
            with formatter.section(title):
                formatter.write_dl([(name.ljust(10), words) for name, _, words in commands])
        write_examples(formatter, _EXAMPLES)
        write_options(ctx, formatter, "Options of the screen", self.drawing)
        write_options(ctx, formatter, "Options, before or after the command", self.common)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,  # noqa: ARG002 - always `workbench`
        complete_var: str | None = None,  # noqa: ARG002
        standalone_mode: bool = True,  # noqa: ARG002
        **_: Any,
    ) -> Any:
        """Run the command the arguments ask for and leave with its exit code.

        Raises:
            SystemExit: always.
        """
        arguments = list(sys.argv[1:] if args is None else args)
        instruction = os.environ.get("_WORKBENCH_COMPLETE")
        if instruction:
            from workbench.cli.completion import complete

            sys.exit(complete(self, instruction))
        sys.exit(self._run(arguments))

    def _run(self, arguments: list[str]) -> int:
        try:
            with self.make_context("workbench", arguments) as ctx:
                self.invoke(ctx)
        except click.exceptions.Exit as leaving:
            return leaving.exit_code
        except (KeyboardInterrupt, click.Abort):
            output.say("Interrupted.")
            return 130
        except click.UsageError as error:
            output.say(_usage(error))
            return 2
        except WorkbenchError as error:
            output.say(str(error))
            return error.exit_code
        except OSError as error:
            output.say(_system(error))
            return 1
        except Exception as error:
            sentence = _database(error)
            if sentence is None:
                raise
            output.say(sentence)
            return 1
        return 0


class TitleOrMistake(Command):
    """What runs when the first word is no command: `open`, unless it was a command after all."""

    def __init__(self) -> None:
        from workbench.cli.screen import open_by_title, open_command

        super().__init__(
            "open",
            examples=open_command.examples,
            no_json=open_command.no_json,
            screen=True,
            help=open_command.help,
            params=[param for param in open_command.params if isinstance(param, click.Argument)],
            callback=open_by_title,
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as `open` does; what does not fit it was not meant as a title."""
        word = args[0] if args else ""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(
                f"There is no command “{word}”, and a title is followed by nothing but options "
                f"of every command.{nearest_command(word)}",
                ctx.parent,
            ) from error


def nearest_command(word: str) -> str:
    """A sentence, after a space, that names the command somebody probably meant; or ""."""
    from difflib import get_close_matches

    near = get_close_matches(word.casefold(), _MODULES, n=1)
    return f" Did you mean the command `workbench {near[0]}`?" if near else ""


def _root() -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        from workbench.cli.screen import open_command

        with open_command.make_context("open", [], parent=ctx) as here:
            open_command.invoke(here)


def _usage(error: click.UsageError) -> str:
    lines = [error.format_message()]
    if isinstance(error, click.NoSuchOption):
        lines[0] += " (Words that begin with - come after --.)"
    if error.ctx is not None:
        fit_to_terminal(error.ctx)
        lines += [error.ctx.get_usage(), f"`{error.ctx.command_path} --help` says more."]
    return "\n".join(lines)


def _system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}."


def _database(error: Exception) -> str | None:
    """What an error of the database that nobody foresaw means; None when it is something else."""
    if not type(error).__module__.startswith(("sqlite3", "pysqlite3")):
        return None
    from workbench.store.driver import cause

    return f"The database could not be used: {cause(error)}."


workbench = Workbench(
    callback=_root,
    help=(
        "A fact-checking workbench: read articles side by side, link their claims, mark them "
        "agreeing, conflicting or unverified.\n\nREVIEW is the title of a review or any "
        "unambiguous start of it. Without a command the screen opens, on that review or on the "
        "list of reviews. Everything can also be done without the screen.\n\nStandard output is "
        "data only; messages go to standard error. Exit codes: 0 done, 1 failed, 2 not "
        "understood, 130 interrupted."
    ),
)
"""The whole command line."""
