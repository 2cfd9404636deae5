"""One call of the command line: what its common options say, and what follows from them."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.errors import UsageError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from workbench.config import Config
    from workbench.core.model import Review
    from workbench.core.progress import Tell
    from workbench.core.review import ReviewState
    from workbench.store import Store


class Call:
    """What holds for a whole call.

    Attributes:
        db: the database that was named, or "".
        analyst_named: the analyst that was named, or None.
        json: whether standard output is to be JSON.
        quiet: whether only errors are to be said.
        screen: the settings of the screen that were named, by their names in the config file.
    """

    def __init__(self) -> None:
        self.db = ""
        self.analyst_named: str | None = None
        self.json = False
        self.quiet = False
        self.screen: dict[str, Any] = {}

    # Who and where

    @cached_property
    def config(self) -> "Config":
        """The config file's settings; read once, and only when something asks for them."""
        from workbench.config import load_config

        return load_config()

    @cached_property
    def screen_config(self) -> "Config":
        """The settings for the screen: options, else the environment, else the config file."""
        import os
        from dataclasses import replace

        from workbench.config import with_environment

        return replace(with_environment(self.config, os.environ), **self.screen)

    @cached_property
    def analyst(self) -> str:
        """Who is working: --analyst, else WORKBENCH_ANALYST, the config file, the login name."""
        import os

        from workbench.core.text import one_line

        if self.analyst_named is not None:
            named = one_line(self.analyst_named)
            if not named:
                raise UsageError("--analyst needs a name, initials for example: --analyst mk.")
            return named
        return (
            one_line(os.environ.get("WORKBENCH_ANALYST", ""))
            or one_line(self.config.analyst)
            or one_line(_login_name())
        )

    @cached_property
    def database(self) -> "Path":
        """The database file: --db, else WORKBENCH_DB, the config file, the user's data folder."""
        import os
        from pathlib import Path

        from workbench.paths import default_database

        named = self.db or os.environ.get("WORKBENCH_DB") or self.config.database
        return Path(named) if named else default_database()

    def open_store(self) -> "Store":
        """Open the database that is there."""
        from workbench.store import Store

        return Store(self.database)

    def open_or_make_store(self) -> "Store":
        """Open the database; make it first, in a data folder made for it, when there is none.

        Only the user's own data folder is made: a folder that was named and is not there is
        likelier a slip of the hand.
        """
        from workbench.errors import StoreError
        from workbench.paths import default_database
        from workbench.store import Store

        if self.database == default_database():
            try:
                self.database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(
                    f"The data folder {self.database.parent} could not be made: "
                    f"{error.strerror}. Name a database with --db."
                ) from error
        return Store(self.database, create=True)

    def find_review(self, store: "Store", name: str) -> "Review":
        """The review that is meant by a title or the beginning of one."""
        from workbench.core.text import one_line

        return store.find_review(one_line(name))

    def load(self, store: "Store", name: str) -> "ReviewState":
        """A whole review, by its title or the beginning of it, as this call's analyst sees it."""
        return store.load(self.find_review(store, name).id, self.analyst)

    # What is said

    def say(self, sentence: str) -> None:
        """Tell the person something, unless --quiet."""
        if not self.quiet:
            output.say(sentence)

    def complain(self, sentence: str) -> None:
        """Tell the person that something went wrong, --quiet or not."""
        output.say(sentence)

    def telling(self, title: str) -> "AbstractContextManager[Tell]":
        """Show how far some work is, when it takes long and is done at a terminal.

        See `cli.progress.telling`.
        """
        from workbench.cli.progress import telling

        return telling(title, quiet=self.quiet)

    def report(self, value: Any, *sentences: str) -> None:
        """Say what was done; with --json, answer with `value` as well."""
        if self.json:
            output.answer(value)
        for sentence in sentences:
            self.say(sentence)


pass_call = click.make_pass_decorator(Call, ensure=True)
"""Hands a command its `Call` as the first argument."""


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        raise UsageError(
            "The system does not say who you are; name yourself with --analyst NAME or "
            "WORKBENCH_ANALYST."
        ) from None
