"""Writing an export to its place: whole or not at all."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from workbench.core.text import harmless
from workbench.errors import WorkbenchError

_CAUSES = {
    errno.ENOSPC: "the disk is full; make room and do it again",
    errno.EDQUOT: "your share of the disk is used up; make room and do it again",
    errno.EACCES: "it, or its folder, may not be written; change the permissions or name another "
    "place",
    errno.EPERM: "it, or its folder, may not be written; change the permissions or name another "
    "place",
    errno.EROFS: "the disk is read-only; name another place",
    errno.ENAMETOOLONG: "the name is too long; name a shorter one",
    errno.EIO: "the disk reported an error; check its health",
}


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever finds half of it, a power cut included.

    A file that is there already is replaced, its permissions kept; a symbolic link is followed.

    Args:
        path: where to; its folder must be there.
        data: the whole of it.

    Raises:
        WorkbenchError: it cannot be written; the sentence says why, and what was there before is
            untouched.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse(path, target)
        _replace(target, data)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise WorkbenchError(f"{_name(path)} could not be written: {_cause(error)}.") from error


def _refuse(path: Path, target: Path) -> None:
    if target.is_dir():
        raise WorkbenchError(
            f"{_name(path)} is a folder; name a file in it, {_name(path / 'claims.csv')} for "
            "example."
        )
    if target.parent.is_file():
        raise WorkbenchError(f"{_name(target.parent)} is a file, not a folder; name another place.")
    if not target.parent.is_dir():
        raise WorkbenchError(
            f"The folder {_name(target.parent)} does not exist; make it first, or name another "
            "place."
        )
    if not target.exists():
        return
    if not target.is_file():
        raise WorkbenchError(
            f"{_name(path)} is a device or a pipe, not a file; name a file, or write to standard "
            "output."
        )
    # Replacing asks the folder only; someone who has locked the file means the file.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _replace(target: Path, data: bytes) -> None:
    # Its own short name: one made from the target's could be too long where the target's is not.
    draft = target.with_name(f".workbench-{secrets.token_hex(8)}.new")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            if target.exists():
                os.fchmod(descriptor, target.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        draft.replace(target)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    with suppress(
        OSError
    ):  # the file is whole by now; some file systems cannot do this for folders
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _name(path: Path) -> str:
    return harmless(str(path))


def _cause(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return _CAUSES.get(error.errno or 0) or error.strerror or type(error).__name__
    return str(error)
