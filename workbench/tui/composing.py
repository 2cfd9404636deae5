"""A frame put together from what changed in it, and from nothing that lies behind.

Textual asks every widget in the rectangle around all changes for its lines, those that are covered
by others included, and cuts each line at every edge. Here widgets are asked front to back until
nothing is missing; a line that needs no cutting is not cut.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Span = tuple[int, int, int]
"""Cells of a line that have changed: the line, the first of them, and the one after the last."""

_Chops = dict[int, Strip | None]


class Changes(ChopsUpdate):
    """What changed, as it is sent."""

    def render_segments(self, console: Console) -> str:
        """The bytes: before each piece, where it goes."""
        found: list[str] = []
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is not None and x < last and end > first:
                    whole = strip if end <= last else strip.crop(0, last - x)
                    found.append(f"\x1b[{y + 1};{x + 1}H{whole.render(console)}")
        return "".join(found)


class SparingCompositor(Compositor):
    """Asks only for lines that are sent."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed since the last frame; None where nothing did."""
        screen = self.size.region
        regions = [screen.intersection(region) for region in self._dirty_regions]
        self._dirty_regions.clear()
        changed = [region for region in regions if region]
        if not changed:
            return None
        spans = list(self._regions_to_spans(changed))
        return Changes(self._put_together(spans, changed), spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """All pieces of a part of the screen."""
        lines = filter(is_rendered_line, crop.line_range)
        whole: Sequence[Mapping[int, Strip | None]]
        whole = self._put_together([(y, crop.x, crop.right) for y in lines], [crop])
        return whole  # type: ignore[return-value]

    def _lines_within(self, regions: Sequence[Region]) -> Iterator[tuple[Region, Sequence[Strip]]]:
        """What can be seen of widgets, front to back; each is asked for it when its turn comes."""
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            if seen and any(map(seen.overlaps, regions)):
                yield seen, widget.render_lines(seen.translate(-region.offset))

    def _put_together(self, spans: Sequence[Span], regions: Sequence[Region]) -> Sequence[_Chops]:
        """The pieces of every line, by where they begin; None where nobody will look.

        Args:
            spans: what will be looked at.
            regions: the same as rectangles.
        """
        cuts = self.cuts
        chops: list[_Chops] = [{} for _ in cuts]
        wanted: dict[int, set[int]] = {}
        for y, first, last in spans:
            edges = cuts[y]
            begins = edges[bisect_right(edges, first) - 1 : bisect_left(edges, last)]
            if y not in wanted:
                wanted[y] = set()
                chops[y] = dict.fromkeys(edges[:-1])
            wanted[y].update(begins)
        missing = sum(map(len, wanted.values()))
        for seen, strips in self._lines_within(regions):
            left, right = seen.column_span
            for y, strip in zip(seen.line_range, strips, strict=False):
                needed = wanted.get(y)
                if not needed:
                    continue
                edges = cuts[y]
                own = edges[bisect_left(edges, left) : bisect_right(edges, right)]
                if len(own) == 2 and strip.cell_length == right - left:
                    pieces: Sequence[Strip] = [strip]
                else:
                    pieces = strip.divide([edge - left for edge in own[1:]])
                for x, piece in zip(own, pieces, strict=False):
                    if x in needed:
                        needed.remove(x)
                        missing -= 1
                        chops[y][x] = piece
            if not missing:
                break
        return chops
