"""Widgets that are painted once when their size changes, not twice."""

from textual.geometry import Size
from textual.reactive import Reactive


class PaintedOnce:
    """For widgets with a size from outside and nothing to scroll.

    Textual lays out, tells every widget its size and paints. That the virtual size differed then
    has each of them laid out and painted once more, which is for content that grows with the room
    and for scroll bars; here it would paint the same again. For a screen it paints all of it again.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)
