"""A terminal that measures: a program in a pseudo-terminal of its own, and when it answers.

Nothing paints here; what arrives is stamped with the time. The program's CPU time is read from the
clock the system keeps for its process, threads that have ended included.
"""

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

GAP = 0.008
"""Seconds without output that end a burst: a frame is written in one go."""

QUIET = 0.06
"""Seconds without output after which a key has been answered; frames are 17 ms apart or more."""

_CONTROLS = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b[()][A-Z0-9]|\x1b[=>78A-Z]|[\x00-\x1f\x7f]"
)
_TAIL = 2_000  # bytes: longer than any words that are waited for, with what colours them
_FRAME_ENDS = b"\x1b[?2026l"
_ANSWERS = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[>0?c"), b"\x1b[>41;380;0c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
)
_KEYS = {
    "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D",
    "home": b"\x1b[H", "end": b"\x1b[F", "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~",
    "enter": b"\r", "space": b" ", "escape": b"\x1b", "shift+right": b"\x1b[1;2C",
    "ctrl+e": b"\x05", "ctrl+end": b"\x1b[1;5F",
}  # fmt: skip


class TerminalError(Exception):
    """The program did not do what it was measured for."""


class Answer(NamedTuple):
    """What a key brought.

    Attributes:
        frame: milliseconds from the key to the end of the first burst of output.
        settled: milliseconds to the last output before it was quiet.
        cpu: milliseconds of CPU the program took, all its threads.
        size: bytes of output.
    """

    frame: float
    settled: float
    cpu: float
    size: int


class Held(NamedTuple):
    """What holding a key brought.

    Attributes:
        frames: synchronised frames that were shown; None where the program does not mark them.
        lag: milliseconds from the last key to the end of output.
        cpu: milliseconds of CPU a key.
    """

    frames: int | None
    lag: float
    cpu: float


class Terminal:
    """A program in a pseudo-terminal; leaving the context kills it.

    Args:
        command: the program and its arguments.
        environment: all of its environment.
        size: columns and rows.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        self._output: list[tuple[float, bytes]] = []
        self._arrows_changed = False
        self._master, slave = os.openpty()
        self._give_size(*size)
        name = os.ttyname(slave)
        self._begun = time.perf_counter()
        # The leader of a new session gets the terminal it opens first as its controlling one.
        self.pid = os.posix_spawnp(
            command[0],
            command,
            environment,
            setsid=True,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
        )
        os.close(slave)
        # Linux numbers the CPU clocks of processes so: see clock_getcpuclockid(3).
        self._clock = (~self.pid << 3) | 2

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    # What there is to read

    def cpu(self) -> float:
        """Milliseconds of CPU the program has taken so far."""
        return time.clock_gettime(self._clock) * 1000

    def memory(self) -> float:
        """Megabytes (of a million bytes) the program has in memory."""
        found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{self.pid}/status").read_text("utf-8"))
        if found is None:
            raise TerminalError("the program has ended")
        return int(found[1]) * 1024 / 1e6

    def shown(self) -> str:
        """All text that has arrived, without what steers the terminal."""
        return _CONTROLS.sub(b"", b"".join(data for _, data in self._output)).decode(
            errors="replace"
        )

    # Doing

    def first_paint(self, *words: str, patience: float = 120) -> tuple[float, float]:
        """Wait until words have arrived.

        Args:
            words: what to wait for; each must arrive in one piece.
            patience: seconds to wait.

        Returns:
            Milliseconds since the program was started, and its CPU milliseconds by then.

        Raises:
            TerminalError: they did not come.
        """
        wanted = {word.encode() for word in words}
        rest, end = b"", self._begun + patience
        while True:
            data = self._read(end - time.perf_counter())
            if not data:
                missing = b", ".join(sorted(wanted)).decode()
                said = self.shown()[-2_000:]
                raise TerminalError(f"{missing!r} did not come; what came ends with: {said}")
            # Only the end of what came before can belong to words that are arriving.
            rest = rest[-_TAIL:] + data
            plain = _CONTROLS.sub(b"", rest)
            wanted = {word for word in wanted if word not in plain}
            if not wanted:
                return (self._output[-1][0] - self._begun) * 1000, self.cpu()

    def rest(self, seconds: float = 0.2, patience: float = 60) -> None:
        """Wait until the program neither sends anything nor works, for so many seconds."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            before, arrived = self.cpu(), len(self._output)
            self._drain(seconds)
            if len(self._output) == arrived and self.cpu() - before < seconds * 1000 * 0.1:
                return

    def press(self, key: str, patience: float = 3) -> Answer | None:
        """Press a key and wait for its answer; None when nothing came in so many seconds."""
        return self.send(self.encoded(key), patience)

    def send(self, data: bytes, patience: float = 3) -> Answer | None:
        """Send bytes and wait for what they bring; None when nothing came in so many seconds."""
        self._drain(0.002)
        return self._answer(lambda: self._write(data), patience, QUIET)

    def type_ahead(self, key: str, times: int) -> None:
        """Press a key so many times without waiting, then wait until all is done."""
        for _ in range(times):
            self._write(self.encoded(key))
            self._drain(0.002)
        self.rest()

    def resize(self, columns: int, rows: int) -> Answer | None:
        """Give the terminal another size and wait for the picture that fits it."""
        self._drain(0.01)
        return self._answer(lambda: self._give_size(columns, rows), 10, 0.1)

    def hold(self, key: str, rate: float, times: int, quiet: float = 0.3) -> Held:
        """Hold a key: so many times, so often a second; after so many quiet seconds it is over."""
        data, cpu, first = self.encoded(key), self.cpu(), len(self._output)
        begun = last = time.perf_counter()
        for index in range(times):
            while (left := begun + index / rate - time.perf_counter()) > 0:
                self._read(left)
            last = time.perf_counter()
            self._write(data)
        self._drain(quiet)
        new = self._output[first:]
        frames = b"".join(data for _, data in new).count(_FRAME_ENDS)
        lag = (new[-1][0] - last) * 1000 if new else 0.0
        return Held(frames or None, lag, (self.cpu() - cpu) / times)

    def encoded(self, key: str) -> bytes:
        """The bytes of a key as this terminal sends them now; no key's name is typed as it is."""
        data = _KEYS.get(key, key.encode())
        if self._arrows_changed and re.fullmatch(rb"\x1b\[[A-DHF]", data):
            return b"\x1bO" + data[-1:]
        return data

    # The line

    def _answer(self, ask: Callable[[], None], patience: float, quiet: float) -> Answer | None:
        cpu, first = self.cpu(), len(self._output)
        begun = time.perf_counter()
        ask()
        wait = patience
        while self._read(wait):
            wait = quiet
        new = self._output[first:]
        if not new:
            return None
        ends = [stamp for stamp, _ in new]
        burst = next((n for n in range(1, len(ends)) if ends[n] - ends[n - 1] >= GAP), len(ends))
        return Answer(
            frame=(ends[burst - 1] - begun) * 1000,
            settled=(ends[-1] - begun) * 1000,
            cpu=self.cpu() - cpu,
            size=sum(len(data) for _, data in new),
        )

    def _read(self, seconds: float) -> bytes:
        """What arrives within some seconds; empty when nothing does, or the program has ended."""
        if not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return b""
        try:
            data = os.read(self._master, 1 << 17)
        except OSError:  # how Linux says that the other end is closed
            return b""
        self._output.append((time.perf_counter(), data))
        on, off = data.rfind(b"\x1b[?1h"), data.rfind(b"\x1b[?1l")
        if on != off:
            self._arrows_changed = on > off
        for asked, answer in _ANSWERS:
            if asked.search(data):
                self._write(answer)
        return data

    def _drain(self, quiet: float) -> None:
        while self._read(quiet):
            pass

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._master, data) :]

    def _give_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def mouse(button: int, x: int, y: int, *, up: bool = False) -> bytes:
    """A mouse report as terminals send it (SGR, 1006): cells counted from 1; 32 is a drag."""
    return f"\x1b[<{button};{x};{y}{'m' if up else 'M'}".encode()


def answered(answers: Iterable[Answer | None]) -> list[Answer]:
    """The answers to keys each of which had to bring one.

    Raises:
        TerminalError: more than one in ten brought nothing, so something else was measured.
    """
    all_of_them = list(answers)
    found = [answer for answer in all_of_them if answer is not None]
    if len(found) < len(all_of_them) * 0.9 or not found:
        raise TerminalError(f"{len(found)} of {len(all_of_them)} keys brought an answer")
    return found
