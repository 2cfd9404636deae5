"""Where a stranger's text meets the terminal.

Stored text is harmless already; a database from elsewhere may not be, and a mistake of ours must
not matter. So there is one door for each way out, and `TerminalGuard` behind them all.
"""

import re
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter

from workbench.core.text import harmless, one_line
from workbench.tui.layout.widths import MOST_MARKS

if TYPE_CHECKING:
    from textual.app import App
    from textual.color import Color

# What Textual passes on as it stands and a terminal acts on, or that hides or reorders words: C0,
# DEL, C1, line separators, direction controls, tag characters outside a flag.
_ACTIVE = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
    "|([\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f])"
)


# More marks than any script piles on a letter: some terminals crawl, or paint over neighbours.
_FLOOD = re.compile(
    f"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]{{{MOST_MARKS},}}"
)


class TerminalGuard(LineFilter):
    """The last look at every line before it is sent; Textual's own filters do not do this."""

    def apply(self, segments: list[Segment], background: "Color") -> list[Segment]:  # noqa: ARG002
        """The segments with every active character replaced by a visible sign."""
        line = "".join([segment.text for segment in segments if not segment.control])
        # Every line goes through here: usual ones are told without a search.
        if (line.isascii() and line.isprintable()) or not (
            _ACTIVE.search(line) or _FLOOD.search(line)
        ):
            return segments
        return [
            segment
            if segment.control
            else Segment(_FLOOD.sub(_cut, _ACTIVE.sub(_in_its_stead, segment.text)), segment.style)
            for segment in segments
        ]


def _cut(match: re.Match[str]) -> str:
    """No more marks on one letter than are drawn in a pane."""
    return match.group()[: MOST_MARKS - 1]


def _in_its_stead(match: re.Match[str]) -> str:
    """As many cells as Textual counted, so that nothing to the right moves."""
    if match[1] is None:
        return match.group()
    return "\N{REPLACEMENT CHARACTER}" * cell_len(match[1])


def content(text: str, style: str = "") -> Content:
    """Any text as content: never read as markup, so none of its `[@click=…]` can be run."""
    shown = Content(_FLOOD.sub(_cut, harmless(text)))
    return shown.stylize(style) if style else shown


def line(text: str, style: str = "") -> Content:
    """The same, on one line: for titles, lists and tables."""
    return content(one_line(text), style)


def notify(app: "App[Any]", sentence: str, *, problem: bool = False, seconds: float = 0) -> None:
    """Say a sentence in passing; a long one for so many seconds."""
    app.notify(
        harmless(sentence),
        severity="warning" if problem else "information",
        timeout=seconds or (8 if problem else 4),
        markup=False,
    )


def copy(app: "App[Any]", text: str) -> None:
    """Send a text to the terminal's clipboard, without anything a paste could carry out."""
    app.copy_to_clipboard(harmless(text))
