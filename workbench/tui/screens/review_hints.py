"""Which keys the footer shows, by what is going on."""

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.tui.keys import COMMANDS, Command

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase

_NARROW, _WIDE = 100, 160  # columns

_BY_ID = {command.id: command for command in COMMANDS}


def _named(*ids: str) -> list[Command]:
    return [_BY_ID[name] for name in (*ids, "palette", "help")]


_LINKING = _named(
    "link.agrees", "link.conflicts", "link.unverified", "link.not_same_event", "back",
    "go.forward", "select.toggle", "pane.next",
)  # fmt: skip
_EDGES = _named(
    "claim.make", "select.word", "select.word_back", "select.other_end", "select.right",
    "select.left", "back",
)  # fmt: skip
_SELECTING = _named(
    "claim.make", "select.sentence", "select.word", "select.word_back", "select.other_end",
    "select.right", "copy.quote", "back",
)  # fmt: skip
_STRIP = _named(
    "claim.make", "strip.go", "link.agrees", "link.conflicts", "link.unverified",
    "link.not_same_event", "delete", "back",
)  # fmt: skip
_STRIP[0] = replace(_STRIP[0], label="reason")
_LIST = _BY_ID["search.list"]
_SEARCHING = _named("go.forward", "go.back", "search", "claim.make", "link.start", "back")
_READING = sorted(
    (c for c in COMMANDS if c.footer and c.place in ("pane", "review", "everywhere")),
    key=lambda command: command.footer,
)


def refresh(screen: "ReviewBase") -> None:
    """Show the keys that matter now."""
    pane = screen.pane
    commands, lead = _READING, ""
    if screen.linking is not None:
        commands, lead = _LINKING, "LINK"
    elif screen.edges:
        commands, lead = _EDGES, "EDGES"
    elif screen.in_strip:
        commands, lead = _STRIP, "STRIP"
    elif pane is not None and pane.selection is not None:
        commands, lead = _SELECTING, "SELECT"
    elif screen.search is not None:
        width, elsewhere = screen.app.size.width, screen.search.elsewhere
        lead = screen.search.words(short=width < _NARROW, here=width >= _WIDE or not elsewhere)
        walked = _SEARCHING if screen.search.hits else _SEARCHING[2:]
        commands = [_LIST, *walked] if elsewhere else walked
    offer = screen.found.offer
    offered = [replace(_BY_ID["offer.take"], label=offer.label)] if offer else []
    screen.key_line.show([*offered, *commands], lead)
