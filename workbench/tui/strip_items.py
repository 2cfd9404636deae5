"""What the compare strip shows: its heading and lines, whatever they say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from workbench.core.segments import Span
from workbench.tui import guidance
from workbench.tui.desk import Desk

if TYPE_CHECKING:
    from workbench.core.implied import Implied
    from workbench.match.differences import Difference

Pair = tuple[str, str, date | None, date | None]
"""Two texts and the days their articles were published, where these are known."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the strip.

    Attributes:
        claim_id: the claim it shows, or "" for a candidate that is none yet.
        link_id: its link with the first line's claim, or "".
        standing: whose sign stands before it, or "".
        letter: its position on the point, or "".
        label: article number, outlet, date.
        claimant: who says so, or "".
        quote: its words.
        remark: the link's reason, or what is to be said of it.
        pair: the two texts that are compared, the first line's first, with the days their articles
            were published; or None.
        second: whether these are the words of the second of the two.
        implied: what follows for the pair from other marks, where it has none of its own; or None.
    """

    claim_id: str
    link_id: str
    standing: str
    letter: str
    label: str
    claimant: str
    quote: str
    remark: str
    pair: Pair | None
    second: bool
    implied: "Implied | None" = None

    # Of many lines few are in view: what differs is looked for when a line is drawn.

    @property
    def differences(self) -> "tuple[Difference, ...]":
        """The values in which the two texts differ."""
        from workbench.offering import differing_words  # most lines are drawn without

        return differing_words(*self.pair) if self.pair else ()

    @property
    def telling(self) -> list[Span]:
        """The words that differ, in these words."""
        spans = [
            (one.b_start, one.b_end) if self.second else (one.a_start, one.a_end)
            for one in self.differences
        ]
        return sorted({span for span in spans if span[0] < span[1]})

    @property
    def aside(self) -> str:
        """What stands after the label: the remark, or else what seems to differ."""
        kinds = dict.fromkeys(one.kind for one in self.differences) if self.second else ()
        return self.remark or (f"{', '.join(kinds)}?" if kinds else "")


@dataclass(frozen=True, slots=True)
class View:
    """All of the strip: a heading and its lines; `pinned` while the first is being linked.

    `foot` stands below the lines, where there is room.
    """

    heading: str
    standing: str
    items: tuple[Item, ...]
    pinned: bool = False
    foot: str = ""


def nothing(desk: Desk, key: Callable[[str], str]) -> View:
    """No claim under the cursor: what to do, for those who have not done it yet.

    Args:
        desk: the review.
        key: names what to press for a command, by the command's name.
    """
    return View(guidance.without_claim(done(desk), key), "", ())


def done(desk: Desk) -> dict[str, int]:
    """What guidance wants to know; of links no more are counted than make a difference to it."""
    state = desk.state
    own = (link for link in state.links.values() if link.analyst == state.analyst)
    links = sum(1 for _ in islice(own, guidance.LEARNT))
    return {"articles": len(state.articles), "claims": len(state.claims), "links": links}
