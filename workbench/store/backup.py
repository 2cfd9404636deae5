"""A copy of the whole database while people work in it."""

import os
from contextlib import suppress
from pathlib import Path

from workbench.core.progress import Tell, nobody
from workbench.errors import StoreError
from workbench.store.driver import DATABASE_ERRORS, address, cause, heeding
from workbench.store.opening import put_in_place
from workbench.store.store import Store


def back_up(store: Store, path: Path, tell: Tell = nobody) -> None:
    """Write a whole, compact copy of the database to `path`, which must not exist yet.

    Args:
        store: the open database.
        path: where to.
        tell: told how many bytes are copied; what it raises ends the work.

    SQLite makes the copy through the open connection: copying the file behind SQLite's back would
    drop this process's locks on it.

    Raises:
        StoreError: the place is taken, or cannot be written; nothing is left half-written.
    """
    try:
        if path.exists():
            raise _taken(path)
        if not path.parent.is_dir():
            raise StoreError(f"The folder {path.parent} does not exist; make it first.")
        draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
        try:
            _write(store, draft, tell)
            if not put_in_place(draft, path):
                raise _taken(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except DATABASE_ERRORS as error:
        raise StoreError(f"The backup could not be written: {cause(error)}.") from error
    except OSError as error:
        raise StoreError(f"The backup could not be written: {error.strerror}.") from error


def _write(store: Store, draft: Path, tell: Tell) -> None:
    pages, size = (
        int(store.connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "page_size")
    )

    def look() -> None:
        with suppress(OSError):  # not there yet
            tell(draft.stat().st_size, pages * size, "")

    with heeding(store.connection, look):
        store.connection.execute("VACUUM INTO ?", [address(draft)])
    descriptor = os.open(draft, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _taken(path: Path) -> StoreError:
    return StoreError(f"{path} is there already; a backup never replaces a file.")
