"""The one place that writes to standard output and standard error.

Data goes to standard output, everything said to the person goes to standard error. Text for people
is made harmless on its way out, so that nothing in an article can act on a terminal; the bytes of
an export pass unchanged.
"""

import os
import sys
import threading
from contextlib import suppress
from typing import Any, TextIO

from workbench.errors import WorkbenchError


def data(content: bytes) -> None:
    """Write bytes to standard output, unchanged."""
    _write_out(content)


def text(content: str) -> None:
    """Write lines for people to standard output."""
    _write_out(_encode(sys.stdout, _harmless(content) + "\n"))


def answer(value: Any) -> None:
    """Write a value as JSON, in UTF-8 whatever the locale.

    What a terminal could act on is escaped rather than replaced, so the value stays the value.
    """
    import json

    written = json.dumps(value, ensure_ascii=False, indent=2)
    safe = _harmless(written)
    if safe != written:
        written = "".join(
            was if was == now else json.dumps(was)[1:-1]
            for was, now in zip(written, safe, strict=True)
        )
        # DEL is the one control character that JSON lets stand even in ASCII.
        written = written.replace("\x7f", "\\u007f")
    _write_out(written.encode() + b"\n")


def say(sentence: str) -> None:
    """Write a sentence to standard error."""
    with _lock:
        _write_error(_gone() + _encode(sys.stderr, _harmless(sentence) + "\n"))


def is_watched() -> bool:
    """Whether standard error is a terminal, where a line can come and go."""
    return sys.stderr is not None and sys.stderr.isatty()


def is_read() -> bool:
    """Whether standard output is a terminal, where somebody reads it."""
    return sys.stdout is not None and sys.stdout.isatty()


def passing(line: str) -> None:
    """Show a line on the terminal until the next one, or whatever is said; "" takes it away."""
    with _lock:
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        sent = _encode(sys.stderr, _harmless(line).replace("\n", " ")).decode(encoding)
        shown = _cut(sent)
        if [shown] == _passing:
            return
        if not shown:
            _write_error(_gone())
            return
        # Over the one before, so that it does not flicker.
        rest = sum(map(_cells, _passing)) - _cells(shown)
        _passing[:] = [shown]
        _write_error(b"\r" + _encode(sys.stderr, shown + " " * rest))


_lock = threading.Lock()  # the line in passing is written by another thread
_passing: list[str] = []


def _gone() -> bytes:
    """What takes the line in passing away; it is forgotten."""
    cells = sum(map(_cells, _passing))
    _passing.clear()
    # Spaces, which any terminal understands.
    return b"\r" + b" " * cells + b"\r" if cells else b""


def _cut(line: str) -> str:
    """As much of a line as stands on one row."""
    import shutil

    room = shutil.get_terminal_size().columns - 1
    while line and _cells(line) > room:
        line = line[: max(0, len(line) - max(1, (_cells(line) - room) // 2))]
    return line


def _cells(line: str) -> int:
    """How many cells a terminal gives a line, never too few."""
    import unicodedata

    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def _write_error(content: bytes) -> None:
    stream = sys.stderr
    if stream is None or not content:
        return
    try:
        stream.buffer.write(content)
        stream.buffer.flush()
    except OSError:
        _silence(stream)


def _write_out(content: bytes) -> None:
    passing("")
    stream = sys.stdout
    if stream is None:
        raise WorkbenchError("Standard output is closed; there is nowhere to write to.")
    try:
        stream.buffer.write(content)
        stream.buffer.flush()  # now, while somebody can still be told that it failed
    except BrokenPipeError:
        # The reader has what it wanted (`| head`). The work goes on and decides the exit code.
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise WorkbenchError(f"Standard output cannot be written: {error.strerror}.") from error


def _silence(stream: TextIO) -> None:
    """Lead a stream nowhere, so that what is left in its buffer fails no second time at exit."""
    with suppress(OSError, ValueError):  # a stream of a test has no descriptor
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)


def _harmless(content: str) -> str:
    # Plain ASCII, as all help is, needs none of the tables that are imported here.
    if content.isascii() and content.replace("\n", "").isprintable():
        return content
    from workbench.core.text import harmless

    return harmless(content)


def _encode(stream: TextIO | None, content: str) -> bytes:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return content.encode(encoding, "backslashreplace")
