"""A terminal for tests: the real program in a real pseudo-terminal, and what a person would see.

The bytes the program sends go through one narrow grammar. What fits it is painted on a grid of
cells; what does not is kept as an offence. So a test can wait for words on the screen, and ask
afterwards whether anything reached the terminal that Textual itself does not send.
"""

import base64
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn, Self

from rich.cells import cell_len

ROOT = Path(__file__).parents[2]
"""The checkout: `python -m workbench` finds the program there."""

PATIENCE = float(os.environ.get("WORKBENCH_TEST_PATIENCE", "40"))
"""Seconds before a wait gives up; a busy machine may take many, a good run needs none of them."""

WIDE, HIGH = 160, 48

NOTICE_EDGE = "▌"
"""What every notice begins its rows with, and nothing else on the screen."""

# What Textual 8.2.8 sends, and nothing else. Every alternative is a whole sequence.
_ALLOWED = re.compile(
    rb"\x1b\[(?:(?P<row>\d+);(?P<column>\d+))?H"
    rb"|\x1b\[(?P<sgr>[\d;]*)m"
    rb"|\x1b\[\?(?P<mode>7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)(?P<onoff>[hl])"
    rb"|\x1b\[\?(?P<query>1016|2026|2048)\$p"
    rb"|\x1b\[(?:>\d+|<)u"  # the keyboard protocol, on and off
    rb"|\x1b\]22;[a-z-]{0,20}\x07"  # the shape of the mouse pointer
    rb"|\x1b\]52;c;(?P<copied>[A-Za-z0-9+/]*={0,2})\x07"
    rb"|\r\n(?=\x1b\[\d+;\d+H)"  # between the rows of a picture
    rb"|(?P<text>[^\x00-\x1f\x7f]+)"
)
_CONTROLS = re.compile(rb"\x1b\[[\d;?<>]*[A-Za-z]")
_BEGUN = re.compile(
    rb"\x1b(?:\[[?<>]?[\d;]{0,80}\$?|\](?:2|22;?[a-z;-]{0,21})?|\](?:5|52;?|52;c;?[\w+/=]*))?"
    rb"|\r\n?(?:\x1b(?:\[[\d;]{0,20})?)?"
)
_LINE_ENDS = re.compile(rb"[\r\n]+")  # on the ordinary screen only, before and after

# Text that must not be sent, although each is well-formed UTF-8.
_HIDDEN = re.compile(
    "[\x80-\x9f\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)

# Escape is sent as the keyboard protocol has it, which the program asks for: the lone byte is a key
# only once nothing has followed it for a while, and a while is hard to know on a busy machine.
_KEYS = {
    "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D",
    "home": b"\x1b[H", "end": b"\x1b[F", "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~",
    "delete": b"\x1b[3~", "enter": b"\r", "tab": b"\t", "esc": b"\x1b[27u", "space": b" ",
    "backspace": b"\x7f", "shift+tab": b"\x1b[Z", "shift+right": b"\x1b[1;2C",
    "shift+left": b"\x1b[1;2D", "shift+down": b"\x1b[1;2B", "f1": b"\x1bOP",
}  # fmt: skip


def key(name: str) -> bytes:
    """The bytes a terminal sends for a key; what names no key is typed as it stands."""
    if name in _KEYS:
        return _KEYS[name]
    if name.startswith("ctrl+") and len(name) == 6:
        return bytes([ord(name[-1]) & 0x1F])
    return name.encode()


class Screen:
    """The cells of a terminal, and everything that was sent to it.

    Attributes:
        raw: all bytes so far.
        offences: what no terminal should have been sent, with some bytes around it.
        modes: the private modes that are on.
        copied: what was sent to the clipboard.
        colours: every SGR parameter list that was sent.
        frames: how many synchronised updates have ended.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.raw = bytearray()
        self.offences: list[str] = []
        self.modes: set[int] = {25, 7}
        self.copied: list[str] = []
        self.colours: set[bytes] = set()
        self.frames = 0
        self._cells = [[" "] * columns for _ in range(rows)]
        self._at = (0, 0)
        self._rest = b""

    def resize(self, columns: int, rows: int) -> None:
        """Another size; what still fits stays."""
        old = self._cells
        self._cells = [[" "] * columns for _ in range(rows)]
        for line, kept in zip(self._cells, old, strict=False):
            line[: len(kept)] = kept[:columns]
            del line[columns:]
        self.columns, self.rows = columns, rows

    def feed(self, data: bytes) -> list[int]:
        """Take bytes in; answers with the modes the program asks about."""
        self.raw += data
        data = self._rest + data
        asked: list[int] = []
        at = 0
        while at < len(data):
            found = _ALLOWED.match(data, at)
            if found and found["text"] is not None:
                taken = self._text(found["text"], last=found.end() == len(data))
                at += taken
                if taken < len(found["text"]):
                    break  # the end of a letter is still to come
                continue
            if found:
                at = found.end()
                self._obey(found, asked)
                continue
            ends = _LINE_ENDS.match(data, at)
            if ends and 1049 not in self.modes:
                at = ends.end()
                continue
            if _BEGUN.fullmatch(data, at):
                break
            self._offence(data, at)
            at += 1
        self._rest = data[at:]
        return asked

    def finish(self) -> None:
        """Nothing more will come: half a sequence is an offence now."""
        if self._rest:
            self._offence(self._rest, 0)
            self._rest = b""

    def lines(self) -> list[str]:
        """The rows as text."""
        return ["".join(cells) for cells in self._cells]

    def cells(self) -> list[str]:
        """The rows with one character to a cell: what is found at n stands in cell n."""
        return ["".join(cell[:1] or "\0" for cell in cells) for cells in self._cells]

    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.lines())

    def _obey(self, found: re.Match[bytes], asked: list[int]) -> None:
        if found["row"]:
            self._at = (int(found["column"]) - 1, int(found["row"]) - 1)
        elif found["sgr"] is not None:
            self.colours.add(found["sgr"])
        elif found["mode"]:
            mode = int(found["mode"])
            if found["onoff"] == b"h":
                self.modes.add(mode)
            else:
                self.modes.discard(mode)
                self.frames += mode == 2026
        elif found["query"]:
            asked.append(int(found["query"]))
        elif found["copied"] is not None:
            self.copied.append(base64.b64decode(found["copied"]).decode())
        elif found[0] == b"\x1b[H":
            self._at = (0, 0)

    def _text(self, data: bytes, *, last: bool) -> int:
        """Paint text; answers with how many bytes of it were whole letters."""
        try:
            text, taken = data.decode(), len(data)
        except UnicodeDecodeError as error:
            if last and error.reason == "unexpected end of data":
                text, taken = data[: error.start].decode(), error.start
            else:
                self._offence(data, error.start)
                text, taken = data.decode(errors="replace"), len(data)
        hidden = _HIDDEN.search(text)
        if hidden:
            self._offence(text.encode(), len(text[: hidden.start()].encode()))
        x, y = self._at
        for character in text:
            width = cell_len(character)
            if 0 <= y < self.rows and 0 <= x < self.columns:
                if width:
                    self._cells[y][x] = character
                    if width == 2 and x + 1 < self.columns:
                        self._cells[y][x + 1] = ""
                elif x:
                    self._cells[y][x - 1] += character
            x += width
        self._at = (x, y)
        return taken

    def _offence(self, data: bytes, at: int) -> None:
        if len(self.offences) < 50:
            around = data[max(0, at - 30) : at + 50]
            self.offences.append(f"{data[at : at + 12]!r} in {around!r}")


class Terminal:
    """A program in a pseudo-terminal of its own.

    Args:
        arguments: what follows `python -m workbench`.
        home: a folder for whatever it would keep in the user's home.
        size: columns and rows.
        environment: further variables; None takes one away.
    """

    def __init__(
        self,
        arguments: Iterable[object],
        *,
        home: Path,
        size: tuple[int, int] = (WIDE, HIGH),
        environment: dict[str, str | None] | None = None,
    ) -> None:
        self.screen = Screen(*size)
        self._master, self._slave = os.openpty()
        self._resize_tty(*size)
        self._before = termios.tcgetattr(self._slave)
        command = [sys.executable, "-m", "workbench", *map(str, arguments)]
        # The shell opens the terminal as the leader of a session, which makes it the controlling
        # one; subprocess could do so only with a function between fork and exec.
        opening = 'tty=$1; shift; exec "$@" <"$tty" >"$tty" 2>&1'
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", opening, "sh", os.ttyname(self._slave), *command],
            env=environment_of(home, environment or {}),
            cwd=home,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._close()

    # What the person at the terminal does

    def send(self, data: bytes) -> None:
        """Send bytes, reading meanwhile, so that neither side waits for the other."""
        view = memoryview(data)
        end = time.monotonic() + PATIENCE
        while view:
            _, writable, _ = select.select([], [self._master], [], 0.05)
            if writable:
                view = view[os.write(self._master, view[:512]) :]
            self.pump(0)
            if time.monotonic() > end:
                self._fail("the program does not read its keys")

    def press(self, *names: str) -> None:
        """Press keys one after the other, without waiting for what they do."""
        for name in names:
            self.send(key(name))

    def type(self, text: str) -> None:
        """Type text."""
        self.send(text.encode())

    def paste(self, text: str) -> None:
        """Paste text the way terminals do: xterm puts a space for ESC, NUL, BS and DEL."""
        text = re.sub("[\x00\x08\x1b\x7f]", " ", text)
        self.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Click a cell, counted from 1."""
        for _ in range(times):
            self.send(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m".encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the system tells the program."""
        self.pump(0)
        self.screen.resize(columns, rows)
        self._resize_tty(columns, rows)

    # Waiting

    def pump(self, seconds: float) -> bool:
        """Read what comes within some time; whether anything came."""
        if self._master < 0:  # hung up
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        for mode in self.screen.feed(data):
            state = 2 if mode == 2026 else 0
            os.write(self._master, f"\x1b[?{mode};{state}$y".encode())
        return bool(data)

    def idle(self, seconds: float) -> None:
        """Let some time pass, reading."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.pump(left)

    def settle(self, quiet: float = 0.25) -> None:
        """Wait until nothing has been sent for a while; only for pictures, never for acts."""
        end = time.monotonic() + PATIENCE
        while self.pump(quiet) and time.monotonic() < end:
            pass

    def wait(self, what: str, holds: Callable[[], Any], seconds: float = PATIENCE) -> Any:
        """Wait until something holds, and give it back."""
        end = time.monotonic() + seconds
        while True:
            found = holds()
            if found:
                return found
            ended = self.process.poll() is not None
            if not self.pump(0.02) and ended:
                found = holds()
                if found:
                    return found
                self._fail(f"the program ended ({self.process.returncode}) while waiting: {what}")
            if time.monotonic() > end:
                self._fail(f"waited {seconds:.0f} s in vain: {what}")

    def see(self, *words: str, seconds: float = PATIENCE) -> None:
        """Wait until all of some words stand on the screen, each on one row."""
        self.wait(
            f"“{'”, “'.join(words)}” on the screen",
            lambda: all(self.shows(one) for one in words),
            seconds,
        )

    def see_no(self, words: str) -> None:
        """Wait until some words stand on the screen no longer."""
        self.wait(f"“{words}” gone from the screen", lambda: not self.shows(words))

    def under(self, label: str) -> str:
        """What stands in the line one types in that some words are the label of; "" if none."""
        lines = self.screen.lines()
        at = next((n for n, line in enumerate(lines) if label in line), len(lines))
        return "".join(lines[at : at + 2]).partition(label)[2]

    def shows(self, words: str) -> bool:
        """Whether some words stand on a row of the screen."""
        return any(words in line for line in self.screen.lines())

    def notices(self) -> str:
        """What is being said in passing, on one line."""
        found = (line.partition(NOTICE_EDGE)[2] for line in self.screen.lines())
        return " ".join(" ".join(found).split())

    def counts(self) -> tuple[int, int, int] | None:
        """Claims, links and conflicts as the top line has them; None while it has none."""
        found = re.search(
            r"(\d+) claims? [·-] (\d+) links? [·-] (\d+) [✗x]", self.screen.lines()[0]
        )
        return (int(found[1]), int(found[2]), int(found[3])) if found else None

    # The end

    def kill(self) -> None:
        """End the program as a power cut would, and read what it had sent."""
        self.process.kill()
        self.process.wait()
        while self.pump(0.05):
            pass

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.process.pid, number)

    def hang_up(self) -> None:
        """Close the terminal window: the line is gone, and the system says so."""
        self._close()

    def exit_code(self, seconds: float = PATIENCE) -> int:
        """Wait until the program has ended by itself."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            self.pump(0.02)
            if time.monotonic() > end:
                self._fail("the program does not end")
        while self.pump(0.05):
            pass
        self.screen.finish()
        return self.process.returncode

    def ends_well(self) -> None:
        """Wait until the program has ended by itself, with nothing to complain of."""
        code = self.exit_code()
        assert code == 0, f"exit code {code}: {self._last_words()}"

    def is_as_before(self) -> bool:
        """Whether the terminal's own settings are what they were before the program began."""
        return termios.tcgetattr(self._slave) == self._before

    def _close(self) -> None:
        for descriptor in (self._slave, self._master):
            if descriptor >= 0:
                os.close(descriptor)
        self._slave = self._master = -1

    def _resize_tty(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _last_words(self) -> str:
        """What was said after the screen had been left: a traceback, when things went wrong."""
        said = bytes(self.screen.raw).rpartition(b"\x1b[?1049l")[2]
        return _CONTROLS.sub(b"", said)[-6000:].decode(errors="replace")

    def _fail(self, what: str) -> NoReturn:
        shown = "\n".join(f"|{line.rstrip()}" for line in self.screen.lines())
        if self.process.poll() is not None:
            what = f"{what}\n{self._last_words()}"
        raise AssertionError(f"{what}\n{shown}\nlast bytes: {bytes(self.screen.raw[-300:])!r}")


def environment_of(home: Path, more: dict[str, str | None]) -> dict[str, str]:
    """An environment in which the program sees nothing of the user's own."""
    mine = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV", "COVERAGE_PROCESS_START")
    }
    mine |= {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.environ.get("WBROOT") or str(ROOT),
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
    }
    for name, value in more.items():
        if value is None:
            mine.pop(name, None)
        else:
            mine[name] = value
    return mine


def is_sign(character: str) -> bool:
    """Whether a character is one of those that stand for something harmful."""
    return unicodedata.name(character, "").startswith("SYMBOL FOR") or character in "␣\ufffd"
