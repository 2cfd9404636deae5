"""Errands that several tests begin with."""

from __future__ import annotations

from textual.widgets import OptionList
from tui_hands import Hands

from workbench.core.model import Claim
from workbench.tui.dialogs.chooser import Chooser


async def choose(hand: Hands, number: int) -> None:
    """Open the chooser and stand on an article."""
    await hand.press("o")
    screen = hand.app.screen
    assert isinstance(screen, Chooser)
    options = screen.query_one(OptionList)
    while options.highlighted != number - 1:
        await hand.press("down" if (options.highlighted or 0) < number - 1 else "up")


async def three(hand: Hands) -> tuple[Claim, Claim, Claim]:
    """A claim with two counterparts; the cursor is on the claim."""
    one, other = await hand.pair(relation="c")
    third = await hand.mark(2, "Kabul was quick to refuse.")
    await hand.go(4, one.start)
    await hand.press("space")
    await hand.go(2, third.start)
    await hand.press("a")
    if hand.screen.linking is not None:
        await hand.press("escape")
    await hand.go(4, one.start)
    return one, other, third


async def to_strip(hand: Hands) -> None:
    """Into the strip, about the claim one stands on."""
    hand.strip.focus()
    await hand.settle()
    assert hand.strip.has_focus
