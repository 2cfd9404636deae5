"""Writing a long text in the analyst's own editor, while the screen steps aside."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.app import SuspendNotSupported

from workbench.core.text import canonical_text
from workbench.errors import UsageError, WorkbenchError
from workbench.tui import guard

if TYPE_CHECKING:
    from textual.app import App

    from workbench.tui.app import WorkbenchApp

_NAMED = "name yours with `export EDITOR=nano`, or as `editor` in the config file"


class EditorError(WorkbenchError):
    """The editor did not do what it was asked for; the text is as it was."""


def editor_of(app: "App[Any]") -> list[str]:
    """The command that opens the analyst's editor: the config's, else $VISUAL, else $EDITOR.

    Raises:
        UsageError: none is named, or it is no command line.
    """
    named = cast("WorkbenchApp", app).config.editor
    line = named or os.environ.get("VISUAL", "") or os.environ.get("EDITOR", "")
    try:
        command = shlex.split(line)
    except ValueError as error:
        raise UsageError(
            f"“{guard.line(line).plain}” cannot be read as a command ({error}); {_NAMED}."
        ) from error
    if not command:
        raise UsageError(f"No editor is named; {_NAMED}.")
    return command


def edited(app: "App[Any]", text: str) -> str:
    """Let the analyst write a text in their editor, and wait until they have left it.

    The text stands in a file of its own that nobody else may read, and that is gone afterwards.

    Args:
        app: the program; its screen steps aside meanwhile.
        text: what stands in the editor at first.

    Returns:
        What stood in it at last, harmless, without the line end that editors put behind it.

    Raises:
        UsageError: no editor is named.
        EditorError: it could not be started, or ended with a failure, or left no text.
    """
    command = editor_of(app)
    folder = Path(tempfile.mkdtemp(prefix="workbench-"))  # for its owner alone
    file = folder / "note.md"
    keep = False
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode())
        _run(app, [*command, str(file)])
        try:
            written = file.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            keep = True
            raise EditorError(
                f"What the editor wrote is not UTF-8, so the text here is as it was; what you "
                f"wrote is kept in {file}."
            ) from error
    except OSError as error:
        raise EditorError(
            f"The text could not be handed to the editor: {error.strerror}. It is as it was."
        ) from error
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    return _without_added_line_end(canonical_text(written), text)


def _without_added_line_end(written: str, before: str) -> str:
    return written if before.endswith("\n") else written.removesuffix("\n")


def _run(app: "App[Any]", command: list[str]) -> None:
    name = guard.line(Path(command[0]).name).plain  # where it is, its owner knows
    failure: OSError | ValueError | None = None
    code = 0
    try:
        with app.suspend(), _the_editors_terminal():
            try:  # what leaves `suspend` by an exception never gets the screen back
                code = subprocess.run(command, check=False).returncode  # noqa: S603 - no shell
            except (OSError, ValueError) as error:
                failure = error
    except SuspendNotSupported as error:
        raise EditorError(
            "This terminal cannot be handed to an editor; write the text here."
        ) from error
    if failure is not None:
        reason = failure.strerror if isinstance(failure, OSError) else str(failure)
        raise EditorError(
            f"The editor “{name}” could not be started: {reason}. The text is as it was; {_NAMED}."
        ) from failure
    if code:
        how = f"code {code}" if code > 0 else f"signal {-code}"
        raise EditorError(f"The editor “{name}” ended with {how}; the text here is as it was.")


@contextmanager
def _the_editors_terminal() -> Iterator[None]:
    """Keys that interrupt mean the editor alone, and it cannot leave the terminal in disorder."""
    # Not ignored, for that the editor would inherit.
    names = [number for number in ("SIGINT", "SIGQUIT") if hasattr(signal, number)]
    before = {name: signal.signal(getattr(signal, name), lambda *_: None) for name in names}
    try:
        with _same_settings():
            yield
    finally:
        for name, handler in before.items():
            with suppress(TypeError):  # a handler that Python did not set
                signal.signal(getattr(signal, name), handler)


@contextmanager
def _same_settings() -> Iterator[None]:
    """The terminal's settings afterwards are those before: an editor may have crashed."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        yield
        return
    import termios

    try:
        descriptor = sys.__stdin__.fileno()
        settings = termios.tcgetattr(descriptor)
    except (OSError, ValueError, termios.error):  # no terminal
        yield
        return
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, settings)
