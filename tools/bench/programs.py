"""What is run: the workbench, its parts, and its peers; how each is started and scrolled."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tools.bench.reviews import ANALYST, TITLE
from tools.bench.terminal import Terminal

ROOT = Path(__file__).parents[2]
APPS = Path(__file__).parent / "apps"
PEERS = ROOT / ".peers" / "bin"
"""Where `make peers` installs programs that are needed for nothing else."""

SIZE = (200, 50)
"""Columns and rows of the terminal, as the promises are made for."""

_KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Program:
    """A program that shows a text.

    Attributes:
        name: what it is called, with its version where it is a peer.
        command: what to start for a file (for the workbench: a database).
        begins_at_end: whether it opens at the end of the text, so that it is measured upwards.
        to_edge: keys to press so many times first, so that `line` scrolls.
        line: the key that scrolls a line.
        page: the key that scrolls a page.
    """

    name: str
    command: Callable[[Path], list[str]]
    line: str
    page: str
    begins_at_end: bool = False
    to_edge: int = 0


def start(command: list[str], folder: Path, size: tuple[int, int] = SIZE) -> Terminal:
    """Start a program in a terminal.

    Args:
        command: the program and its arguments.
        folder: stands for the user's home.
        size: columns and rows.
    """
    return Terminal(command, environment(folder), size)


def environment(folder: Path) -> dict[str, str]:
    """An environment in which a program sees nothing of the user's own."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }


def workbench(database: Path) -> list[str]:
    """The workbench, open on the measured review."""
    return [
        *(sys.executable, "-m", "workbench", "--db", str(database)),
        *("--analyst", ANALYST, "open", TITLE),
    ]


def minimal(_: Path) -> list[str]:
    """The least a Textual program can be."""
    return [sys.executable, str(APPS / "minimal.py")]


def pane(path: Path) -> list[str]:
    """The reading pane alone, on a text file."""
    return [sys.executable, str(APPS / "pane.py"), str(path)]


def text_area(path: Path) -> list[str]:
    """A plain Textual program, on a text file."""
    return [sys.executable, str(APPS / "text_area.py"), str(path)]


WORKBENCH = Program("workbench", workbench, "down", "pagedown", to_edge=60)
TEXT_AREA = Program(
    f"Textual {version('textual')} TextArea", text_area, "down", "pagedown", to_edge=60
)


def peers() -> tuple[list[Program], list[str]]:
    """The peers there are, and the names of those that are missing."""
    wanted: list[tuple[str, Program | None]] = [
        ("less", _less()),
        ("vim", _vim()),
        ("slate", _slate()),
        ("toolong", _toolong()),
    ]
    found = [program for _, program in wanted if program is not None]
    return found, [name for name, program in wanted if program is None]


def _less() -> Program | None:
    path = shutil.which("less")
    if path is None:
        return None
    return Program(_said(path, words=2), lambda text: [path, str(text)], "j", "space")


def _vim() -> Program | None:
    path = shutil.which("vim")
    if path is None:
        return None
    # Without the user's and the system's settings; nothing is written beside the text.
    options = ["--clean", "-R", "-n"]
    name = "vim " + _said(path, words=5).split()[-1]
    return Program(name, lambda text: [path, *options, str(text)], "ctrl+e", "pagedown")


def _slate() -> Program | None:
    path = PEERS / "slate"
    if not path.exists():
        return None

    def command(text: Path) -> list[str]:
        # What it keeps of a run it writes under this name.
        return [str(path), "--readonly", "--log-prefix", str(text.with_suffix(".slate")), str(text)]

    return Program(f"slate {_installed('slate-nlp')}", command, "down", "pagedown", to_edge=60)


def _toolong() -> Program | None:
    path = PEERS / "tl"
    if not path.exists():
        return None
    return Program(
        f"toolong {_installed('toolong')}",
        lambda text: [str(path), str(text)],
        "up",
        "pageup",
        begins_at_end=True,
    )


def _said(path: str, words: int) -> str:
    """The first words of what a program says to --version."""
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)
    return " ".join(said.stdout.split()[:words])


def _installed(package: str) -> str:
    asked = [
        str(PEERS / "python"),
        "-c",
        f"from importlib.metadata import version as v; print(v({package!r}))",
    ]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
