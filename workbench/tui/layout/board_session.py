"""Where an analyst left the panes, as the session keeps it; whatever stands in it can be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.model import Article
from workbench.tui.layout.position import Position
from workbench.tui.layout.rooms import MOST_PANES


@dataclass(frozen=True, slots=True)
class BoardSession:
    """The panes as they were left.

    Attributes:
        panes: ids of the articles shown, left to right.
        focus: which of them had the keys.
        wanted: how many panes the analyst asked for; 0 leaves it to the width.
        zoomed: whether the focused one was shown alone.
        stacked: whether they stood one above the other.
        shares: how large each was, as parts of the whole.
        positions: where each article was left, by id.
        plain: whether plain symbols were drawn; None when never said.
        told: whether it was said what right-to-left text looks like.
    """

    panes: list[str]
    focus: int
    wanted: int
    zoomed: bool
    stacked: bool
    shares: list[int]
    positions: dict[str, Position]
    plain: bool | None = None
    told: bool = False

    def shown_in(self, count: int) -> tuple[list[str], int]:
        """The articles for so many panes, and which has the keys: the focused one stays in view."""
        shown, focus = self.panes, self.focus
        if len(shown) > count:
            focused = shown[min(focus, len(shown) - 1)]
            shown = shown[:count] if focused in shown[:count] else [*shown[: count - 1], focused]
            focus = shown.index(focused)
        return shown, focus

    def as_stored(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return {
            "panes": self.panes,
            "focus": self.focus,
            "wanted": self.wanted,
            "zoomed": self.zoomed,
            "stacked": self.stacked,
            "shares": self.shares,
            "plain": self.plain,
            "told_right_to_left": self.told,
            "positions": {
                key: [p.cursor, p.top, p.anchor, p.sticky] for key, p in self.positions.items()
            },
        }


def read_session(session: Mapping[str, Any], articles: Mapping[str, Article]) -> BoardSession:
    """What `as_stored` gave; what no longer exists or makes no sense is left out."""
    positions, panes = session.get("positions"), session.get("panes")
    shares = session.get("shares")
    plain = session.get("plain")
    named = [key for key in panes if isinstance(key, str)] if isinstance(panes, list) else []
    return BoardSession(
        panes=[key for key in dict.fromkeys(named) if key in articles],
        focus=_whole(session.get("focus"), MOST_PANES),
        wanted=_whole(session.get("wanted"), MOST_PANES),
        zoomed=bool(session.get("zoomed")),
        stacked=bool(session.get("stacked")),
        shares=[max(1, _whole(one, 10_000)) for one in shares] if isinstance(shares, list) else [],
        plain=plain if isinstance(plain, bool) else None,
        told=session.get("told_right_to_left") is True,
        positions={
            key: _position(kept, articles[key].characters)
            for key, kept in (positions.items() if isinstance(positions, dict) else ())
            if key in articles
        },
    )


def _position(kept: object, length: int) -> Position:
    values = [*kept, None, None, None, None] if isinstance(kept, list) else [None] * 4
    anchor = values[2] if isinstance(values[2], int) and 0 <= values[2] <= length else None
    return Position(
        cursor=_whole(values[0], length),
        top=_whole(values[1], length),
        anchor=anchor,
        sticky=values[3] is True and anchor is not None,
    )


def _whole(value: object, most: int) -> int:
    return min(value, most) if isinstance(value, int) and value > 0 else 0
