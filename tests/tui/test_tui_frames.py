"""What a widget leaves behind is painted over, also where something has scrolled meanwhile."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Resize
from textual.geometry import Region
from textual.widgets import Label
from textual.widgets._toast import Toast, ToastRack
from tui_hands import at_work
from tui_material import MIDDLE, corpus, on_the_loop

from workbench.tui.frames import FaithfulCompositor
from workbench.tui.guard import notify


class Frames:
    """Which regions of a screen are painted from now on."""

    def __init__(self, compositor: FaithfulCompositor) -> None:
        self.regions: set[Region] = set()
        self._compositor = compositor
        self._render = compositor.render_update
        compositor.render_update = self._note  # type: ignore[method-assign]

    def _note(self, *args, **options):
        self.regions |= self._compositor._dirty_regions
        return self._render(*args, **options)

    def hold(self, region: Region) -> bool:
        return any(one.contains_region(region) for one in self.regions)


async def notices(hand) -> list[Toast]:
    """More notices than there is room for: their rack scrolls."""
    for number in range(12):
        notify(hand.app, f"Notice {number}", seconds=60)
    await hand.settle()
    await asyncio.sleep(0.2)
    return list(hand.screen.query(Toast))


async def take_away(hand, *toasts: Toast) -> None:
    for toast in toasts:
        hand.app._unnotify(toast._notification, refresh=False)
        assert toast.parent
        await toast.parent.remove()


def in_sight(hand, toasts: list[Toast]) -> list[Toast]:
    return [toast for toast in toasts if hand.screen.region.contains_region(toast.region)]


class Told(Label):
    """Knows whether it was told its size."""

    sizes = 0

    def on_resize(self, _: Resize) -> None:
        self.sizes += 1


def somebody_asks_for_a_place(compositor: FaithfulCompositor) -> None:
    """As after a scroll: the map of all widgets is out of date, and made again."""
    compositor._full_map_invalidated = True
    assert compositor.full_map


@pytest.mark.parametrize("asked", [False, True], ids=["not asked", "asked"])
@on_the_loop
async def test_a_notice_that_leaves_is_painted_over_whoever_asked_for_a_place(tmp_path, asked):
    async with at_work(corpus(tmp_path), size=MIDDLE, toasts=True) as hand:
        toasts = await notices(hand)
        places = [toast.region for toast in in_sight(hand, toasts)]
        assert len(places) > 4
        frames = Frames(hand.screen._compositor)
        await take_away(hand, *toasts)
        if asked:
            somebody_asks_for_a_place(hand.screen._compositor)
        await asyncio.sleep(0.2)
        assert all(map(frames.hold, places))


@on_the_loop
async def test_a_notice_that_has_scrolled_is_painted_over_where_it_was_last(tmp_path):
    async with at_work(corpus(tmp_path), size=MIDDLE, toasts=True) as hand:
        toasts = await notices(hand)
        hand.screen.query_one(ToastRack).scroll_to(y=0, animate=False, force=True)
        await asyncio.sleep(0.2)
        first, *_ = in_sight(hand, toasts)
        place = first.region
        frames = Frames(hand.screen._compositor)
        await take_away(hand, first)
        await asyncio.sleep(0.2)
        assert frames.hold(place)


@on_the_loop
async def test_a_new_widget_is_told_its_size_whoever_asked_for_a_place(tmp_path):
    async with at_work(corpus(tmp_path), size=MIDDLE, toasts=True) as hand:
        told = Told("new")
        await hand.screen.mount(told)
        somebody_asks_for_a_place(hand.screen._compositor)
        await asyncio.sleep(0.2)
        assert told.sizes
