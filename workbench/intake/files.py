"""Paths and streams -> bytes: regular files only, never more than the limit, never a hang."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from workbench.core.text import harmless
from workbench.errors import IntakeError

_CHUNK = 1 << 20  # bytes

_REFUSALS = {
    errno.ENOENT: "{name} does not exist; check how it is spelled and which folder you are in.",
    errno.ENOTDIR: "{name} does not exist; a part of the path before it is a file, not a folder.",
    errno.EACCES: "{name} may not be read; change its permissions (chmod u+r) or ask its owner.",
    errno.EPERM: "{name} may not be read; change its permissions (chmod u+r) or ask its owner.",
    errno.ELOOP: "{name} is a symbolic link that leads back to itself; name the file itself.",
    errno.ENAMETOOLONG: "{name} is longer than a file name can be; check how it is spelled.",
}


def label(path: str | Path) -> str:
    """What messages call a file: its path as given, on one line and harmless to a terminal."""
    return harmless(str(path).replace("\n", "\N{SYMBOL FOR NEWLINE}"))


def read_file(path: str | Path, limit: int) -> tuple[bytes, int]:
    """Read a regular file, or what a symbolic link to one leads to.

    Args:
        path: the file.
        limit: bytes an article may have; one more is read, to tell that there are more.

    Returns:
        At most `limit` + 1 bytes, and the size in bytes that the file says it has, never less
        than were read.

    Raises:
        IntakeError: when it is not there, not a regular file, or not readable.
    """
    name = label(path)
    try:
        # Without O_NONBLOCK, opening a FIFO would wait for somebody to write into it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        try:
            status = os.fstat(descriptor)
            _refuse_irregular(status.st_mode, name)
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                data = _read(stream, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _refusal(error, name) from error
    except ValueError as error:  # a NUL or half a surrogate pair, which no path can have
        raise IntakeError(_REFUSALS[errno.ENOENT].format(name=name)) from error
    return data, max(status.st_size, len(data))


def read_all(stream: BinaryIO, name: str, limit: int) -> bytes:
    """Read a stream to its end, or to the first byte beyond the limit.

    Args:
        stream: open for reading, binary; it is not closed.
        name: what messages call it.
        limit: bytes an article may have.

    Returns:
        At most `limit` + 1 bytes.

    Raises:
        IntakeError: when the stream cannot be read.
    """
    try:
        return _read(stream, limit)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise IntakeError(f"{name} could not be read: {reason}.") from error


def _read(stream: BinaryIO, limit: int) -> bytes:
    data = bytearray()
    while len(data) <= limit and (chunk := stream.read(min(_CHUNK, limit + 1 - len(data)))):
        data += chunk
    return bytes(data)


def _refuse_irregular(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        folder = name.rstrip("/")
        raise IntakeError(f"{name} is a folder; to add the files in it, write {folder}/*.txt.")
    if not stat.S_ISREG(mode):
        raise IntakeError(
            f"{name} is a pipe or a device, not a file; save its text to a file and add that."
        )


def _refusal(error: OSError, name: str) -> IntakeError:
    if error.errno in _REFUSALS:
        return IntakeError(_REFUSALS[error.errno].format(name=name))
    if error.errno in (errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP):  # what opening a socket gives
        return IntakeError(
            f"{name} is a socket or a device, not a file; save its text to a file and add that."
        )
    return IntakeError(f"{name} could not be read ({error.strerror}); copy it elsewhere and retry.")
