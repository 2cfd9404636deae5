"""Opening a database: made whole or not at all, refused untouched when it is not ours."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.store.driver import DATABASE_ERRORS, Connection, cause, connect
from workbench.store.schema import VERSION, migrate, verify, verify_mark

if TYPE_CHECKING:
    from sqlite_utils import Database


def open_connection(path: Path, *, create: bool) -> Connection:
    """Open the database at `path`, making it first when `create` is set and there is none.

    Raises:
        StoreError: there is none, or it cannot be opened, or it is not ours.
    """
    try:
        found = _is_there(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}.") from error
    if found:
        _look(path)
    elif create:
        _make(path)
    else:
        raise StoreError(f"There is no database at {path}. `workbench new` makes one.")
    connection = connect(path)
    try:
        verify(connection, str(path))
        _upgrade(connection, path)
        # Another tool may have left it in WAL, which old SQLites can damage.
        connection.execute("PRAGMA journal_mode = DELETE")
    except DATABASE_ERRORS as error:
        connection.close()
        raise StoreError(f"{path}: {cause(error)}.") from error
    except StoreError:
        connection.close()
        raise
    return connection


def _is_there(path: Path) -> bool:
    """Whether there is a file that may be a database."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder; --db names a file, {path / 'workbench.db'} perhaps.")
    if not path.exists():
        return False
    if not path.is_file():
        raise StoreError(f"{path} is not a regular file; name a database with --db.")
    if path.stat().st_size == 0:
        raise StoreError(
            f"{path} is empty, so it is no database. Remove it and a new one is made, or restore "
            "a backup."
        )
    return True


def _look(path: Path) -> None:
    """Refuse what is not ours before SQLite could play back a journal that lies beside it."""
    connection = connect(path, look_only=True)
    try:
        verify_mark(connection, str(path))
    except DATABASE_ERRORS:
        pass  # someone may be writing this very moment; opening it properly tells
    finally:
        connection.close()


def wrap(connection: Connection) -> "Database":
    """The sqlite-utils database around a connection; no third-party plug-ins are run on it."""
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False)


def _make(path: Path) -> None:
    """Build the database under another name and put it in place whole.

    Whoever is killed half-way leaves nothing at `path`, and of two who build at once one wins.
    """
    if not path.parent.is_dir():
        raise StoreError(f"The folder {path.parent} does not exist; make it, or name another file.")
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        connection = connect(draft, create=True)
        try:
            connection.execute("BEGIN IMMEDIATE")
            migrate(wrap(connection))
            connection.execute("COMMIT")
        finally:
            connection.close()
        put_in_place(draft, path)  # if another made it meanwhile, theirs is taken
    except DATABASE_ERRORS as error:
        raise StoreError(f"{path} could not be made: {cause(error)}.") from error
    except OSError as error:
        raise StoreError(f"{path} could not be made: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
            draft.with_name(draft.name + "-journal").unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> bool:
    """Give a finished file its name; False, and nothing replaced, when there is one already."""
    try:
        os.link(draft, path)  # unlike a rename it replaces nothing
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if path.exists():
            return False
        draft.rename(path)
    return True


def _upgrade(connection: Connection, path: Path) -> None:
    """Bring an older file to today's schema, whole or not at all.

    Raises:
        StoreError: it is older and may not be written, as a backup that is kept read-only.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            migrate(wrap(connection))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except DATABASE_ERRORS as error:
        if not any(words in str(error) for words in _NOT_WRITTEN):
            raise
        raise StoreError(
            f"{path} is of an older workbench and may not be written here, so it cannot be brought "
            "up to date. Copy it into a folder of yours, make the copy writable, and name that "
            "with --db; this file stays as it is."
        ) from error


_NOT_WRITTEN = ("readonly database", "unable to open")  # the file; its journal in the folder
