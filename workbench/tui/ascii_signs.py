"""`ascii = true`: the workbench's own signs in plain ASCII.

Borders, scroll bars, heads, notices and what Textual draws are changed on their way out, one cell
for one cell, so that nothing new can be forgotten. Widgets that show an article's words or what is
being typed leave that filter out (`verbatim`) and draw their few signs in ASCII themselves.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter
from textual.message_pump import MessagePump

from workbench.tui.theme import ASCII_SIGNS, SIGNS

if TYPE_CHECKING:
    from textual.color import Color


_TABLE = str.maketrans(
    {
        **{sign: ASCII_SIGNS[name] for name, sign in SIGNS.items()},
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("·–—−‐", "-"),
        **dict.fromkeys("…▸▶›", ">"),
        **dict.fromkeys("↓▼▾", "v"),
        **dict.fromkeys("↑▲▴", "^"),
        **dict.fromkeys("→►", ">"),
        **dict.fromkeys("←◂◀‹", "<"),
        **dict.fromkeys("•●", "*"),
        "×": "x",
        "🔎": "/ ",
        "\u00a0": " ",
    }
)


_LINES = re.compile("[─-▟]")  # lines of boxes, and blocks: of scroll bars and edges


def own(text: str) -> str:
    """Our own words and signs in ASCII, as many cells as before; letters stay letters."""
    if text.isascii():
        return text
    return _LINES.sub(lambda found: _instead(found[0]), text.translate(_TABLE))


def _instead(character: str) -> str:
    """What is drawn for a line or block; there are too many for a table."""
    if character in "─━═╌┄╴╶╸╺╼╾▔":
        return "-"
    if character in "│┃║╎┆╵╷╹╻╽╿▌▐▏▕▎▍▊▋▉":
        return "|"
    if character == "▁":
        return "_"
    return "+" if character < "▀" else " "


class AsciiSigns(LineFilter):
    """Changes the signs of every line that is sent, where nothing in it is somebody else's."""

    def apply(self, segments: list[Segment], background: "Color") -> list[Segment]:  # noqa: ARG002
        """The segments with every sign of ours in ASCII."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(own(segment.text), segment.style)
            for segment in segments
        ]


def is_ascii(node: MessagePump) -> bool:
    """Whether the program that a widget belongs to draws its signs in ASCII."""
    config = getattr(node.app, "config", None)  # a pane can be shown by another program, too
    return config is not None and bool(config.ascii)


def own_content(node: MessagePump, content: Content) -> Content:
    """A line of a verbatim widget that is our own, drawn as that program draws its signs."""
    if not is_ascii(node):
        return content
    return Content(own(content.plain), spans=list(content.spans))


class Verbatim:
    """For widgets that show words of articles, or what is typed, and never others instead."""

    def get_line_filters(self) -> list[LineFilter]:
        """All but the one that would change them."""
        filters: Sequence[LineFilter] = super().get_line_filters()  # type: ignore[misc]
        return [one for one in filters if not isinstance(one, AsciiSigns)]

    @property
    def signs(self) -> dict[str, str]:
        """The signs of the standings."""
        return ASCII_SIGNS if is_ascii(cast("MessagePump", self)) else SIGNS
