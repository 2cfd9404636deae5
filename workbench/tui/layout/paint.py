"""From a row of text and what lies over it to a line of styled cells."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.core.long_text import Text
from workbench.core.spans import Placed
from workbench.tui.layout.pieces import pieces
from workbench.tui.layout.wrap import Row


class Mark(NamedTuple):
    """A claim as the pane shows it: where, which one, its standing (`single` for one origin)."""

    start: int
    end: int
    claim_id: str
    standing: str


class Looks(NamedTuple):
    """Everything that decides the style of a run of text."""

    standing: str = ""
    nested: bool = False
    deep: bool = False
    current: bool = False
    counterpart: bool = False
    hit: bool = False
    selected: bool = False
    cursor: bool = False


AS_TEXT = Looks()
"""Nothing lies over it."""

_ORDER = ("nested", "deep", "counterpart", "current", "hit", "selected", "cursor")
"""In which styles are laid over each other: the last that has a colour shows."""


@dataclass
class Palette:
    """Styles by name, and their sums as they are needed.

    Args:
        parts: a style for `text`, each standing, `nested` (two claims deep), `deep` (three and
            more), `current`, `counterpart`, `hit`, `selected`, `cursor` and `gutter`.
    """

    parts: dict[str, Style]
    _sums: dict[Looks, Style] = field(default_factory=dict)

    def of(self, looks: Looks) -> Style:
        """The style for a run of text."""
        style = self._sums.get(looks)
        if style is None:
            style = self.parts["text"]
            if looks.standing:
                style += self.parts[looks.standing]
            for name in _ORDER:
                if getattr(looks, name):
                    style += self.parts[name]
            self._sums[looks] = style
        return style


class Over(NamedTuple):
    """What lies over one row.

    Attributes:
        marks: claims, by place.
        hits: search hits.
        counterparts: spans that belong to the current point.
        current: the id of the claim being looked at.
        selection: selected span, (0, 0) for none.
        cursor: span of the cluster under the cursor, or None.
    """

    marks: Sequence[Mark]
    hits: Sequence[Placed[None]]
    counterparts: Sequence[Placed[None]]
    current: str
    selection: Row
    cursor: Row | None


class How(NamedTuple):
    """How the text of a pane is put on the screen.

    Attributes:
        plain: plain symbols for clusters whose width terminals do not agree on.
        anchored: anchors in the gutter, because a pane beside shows right-to-left text.
    """

    plain: bool = False
    anchored: bool = False


AS_IT_IS = How()
"""No plain symbols, no anchors."""


def paint_row(
    text: Text, row: Row, width: int, over: Over, palette: Palette, *, how: How = AS_IT_IS
) -> list[Segment]:
    """The segments of a row's text, padded to `width` cells.

    Args:
        text: the whole text.
        row: the row's span of code points.
        width: cells to fill; what hangs beyond is cut between clusters.
        over: what lies over the row.
        palette: the styles.
        how: plain symbols or not.
    """
    start, end = row
    line = text[start:end].removesuffix("\n")
    end = start + len(line)
    seen = start + len(line.rstrip(" "))
    segments: list[Segment] = []
    used = 0
    # Spaces that hang beyond the pane are not even looked at; there may be a million of them.
    left = iter(pieces(line[: seen - start + width + 1], how.plain))
    piece = next(left, None)
    plain = palette.of(AS_TEXT)
    at = start  # the next code point to draw
    for first, after in _runs(row, seen, end, over):
        style = palette.of(_looks(first, after, over, hanging=first >= seen))
        shown = []
        begun = used
        while piece is not None and at < after:
            if piece.narrow:
                stop = min(start + piece.end, after, at + width - used)
                shown.append(piece.drawn[at - start - piece.start : stop - start - piece.start])
                used += stop - at
                at = stop
                if at < start + piece.end:
                    break
            else:
                if used + piece.cells > width:
                    break
                shown.append(piece.drawn)
                used += piece.cells
                at = start + piece.end
            piece = next(left, None)
        if first >= end and over.cursor and over.cursor[0] == first and used < width:
            shown.append(" ")  # the cursor on a line end, or behind the last character
            used += 1
        if used > begun or shown:
            segments.append(Segment("".join(shown), style))
    if used < width:
        segments.append(Segment(" " * (width - used), plain))
    return segments


def joined(segments: list[Segment]) -> list[Segment]:
    """The segments with neighbours of one style made one: every style is sent with its colours."""
    found: list[Segment] = []
    for segment in segments:
        if found and found[-1].style is segment.style:
            found[-1] = Segment(found[-1].text + segment.text, segment.style)
        else:
            found.append(segment)
    return found


def strip_of(segments: list[Segment], width: int) -> Strip:
    """A strip whose width is known, so that nobody measures it again."""
    return Strip(segments, width)


def _runs(row: Row, seen: int, end: int, over: Over) -> Iterable[Row]:
    """The row cut wherever its looks may change."""
    start = row[0]
    edges = {start, seen, end}
    clip: Callable[[int], int] = lambda at: max(start, min(end, at))  # noqa: E731
    for spans in (over.marks, over.hits, over.counterparts):
        for span in spans:
            edges.add(clip(span.start))
            edges.add(clip(span.end))
    edges.update(map(clip, over.selection))
    if over.cursor:
        edges.update(map(clip, over.cursor))
    ordered = sorted(edges)
    yield from pairwise(ordered)
    if over.cursor and over.cursor[0] >= end:
        yield over.cursor[0], over.cursor[0] + 1


def _looks(start: int, end: int, over: Over, *, hanging: bool) -> Looks:
    cursor = over.cursor is not None and over.cursor[0] <= start < over.cursor[1]
    if hanging:  # spaces a row ends with are not worth a line under them
        return Looks(cursor=cursor)
    claims = [mark for mark in over.marks if mark.start < end and mark.end > start]
    innermost = min(claims, key=lambda mark: mark.end - mark.start) if claims else None
    current = any(mark.claim_id == over.current for mark in claims)
    return Looks(
        standing=innermost.standing if innermost else "",
        nested=len(claims) > 1,
        deep=len(claims) > 2,
        current=current,
        counterpart=any(s.start < end and s.end > start for s in over.counterparts),
        hit=any(hit.start < end and hit.end > start for hit in over.hits),
        selected=over.selection[0] < end and over.selection[1] > start,
        cursor=cursor,
    )
