"""The compare strip: a claim and its counterparts, stacked, the differing words picked out."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, MouseDown
from textual.message import Message

from workbench.core.text import has_right_to_left, one_line
from workbench.tui import guard
from workbench.tui.ascii_signs import Verbatim, is_ascii, own_content
from workbench.tui.key_order import Commanded, give_keys
from workbench.tui.keys import bindings_of
from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.shown import drawn_words
from workbench.tui.layout.wrap import WrapTable
from workbench.tui.strip_items import Item, View
from workbench.tui.theme import sign_style
from workbench.tui.widgets.handle import Handle

_SAMPLE = 4_096  # code points of a quote looked at for right-to-left letters
_FOOT = 2  # rows of what stands below the lines, at most
_NARROW = 100  # below this the label stands above the quote instead of before it


class CompareStrip(Verbatim, Handle, Commanded, can_focus=True):
    """What is known of the claim under the cursor, or of the pair being linked.

    Attributes:
        view: what is shown.
        index: the line that keys act on.
        plain: whether quotes are drawn with plain symbols.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("strip")
    DEFAULT_CSS = """
    CompareStrip {
        height: 6; background: $surface; color: $foreground; padding: 0 1;
        text-wrap: nowrap; text-overflow: clip;
    }
    """

    @dataclass
    class Chosen(Message):
        """The analyst wants to go to the words of a line."""

        item: Item

    class LineChosen(Message):
        """Keys act on another line now."""

    class HeadingClicked(Message):
        """The heading was clicked twice, or once where it is all there is: away, or back."""

    def __init__(self) -> None:
        super().__init__(is_line=True)
        self.view = View("", "", ())
        self.index = 1
        self.plain = False
        self._lines: list[int] = []

    def show(self, view: View) -> None:
        """Show another claim or pair."""
        if view == self.view:
            return
        chosen = self.chosen
        self.view = view
        keys = [(item.claim_id, item.link_id) for item in view.items]
        same = (chosen.claim_id, chosen.link_id) if chosen else None
        self.index = keys.index(same) if same in keys else min(1, len(keys) - 1)
        self.refresh()

    @property
    def chosen(self) -> Item | None:
        """The line that keys act on; the first line is the current claim itself."""
        return self.view.items[self.index] if 0 < self.index < len(self.view.items) else None

    def action_move(self, step: int) -> None:
        """To the line above or below."""
        if len(self.view.items) > 1:
            self.choose(max(1, min(len(self.view.items) - 1, self.index + step)))

    def choose(self, index: int) -> None:
        """Let keys act on another line."""
        if index != self.index:
            self.index = index
            self.post_message(self.LineChosen())
        self.refresh()

    def action_go(self) -> None:
        """Ask to be taken to the words."""
        if self.chosen:
            self.post_message(self.Chosen(self.chosen))

    def take_keys(self) -> None:
        """Have the keys from now on."""
        give_keys(self)

    def can_be_held(self, event: MouseDown) -> bool:
        """Its heading is what it is dragged by."""
        return event.y == 0 and super().can_be_held(event)

    def on_click(self, event: Click) -> None:
        """A click chooses a line, two go to its words; two on the heading are for the screen."""
        line = event.y - 1
        if self.was_dragged:
            return
        if line < 0:
            if event.chain == 2 or self.size.height == 1:
                self.post_message(self.HeadingClicked())
        elif 0 <= line < len(self._lines):
            self.choose(self._lines[line])
            item = self.view.items[self.index]
            if event.chain >= 2 and item.claim_id:
                self.post_message(self.Chosen(item))

    def on_focus(self) -> None:
        """The chosen line shows."""
        self.refresh()

    def on_blur(self) -> None:
        """The chosen line does not show."""
        self.refresh()

    def render(self) -> Content:
        """Heading and lines, as many as there is room for."""
        width, room = max(10, self.content_size.width), max(1, self.size.height - 1)
        lines: list[Content] = []
        self._lines = []
        if not self.view.items:
            return self._hint(width, self.size.height)
        if self.size.height < 2:
            return self._heading(width, len(self.view.items) - 1)
        items = list(enumerate(self.view.items))
        every = len(items)
        each = max(2 if width < _NARROW else 1, room // max(1, len(items)))
        fit = max(1, room // each)
        if len(items) > fit:  # the current claim stays; the others scroll to the chosen one
            begin = max(1, min(self.index - fit + 2, len(items) - fit + 1))
            items = [items[0], *items[begin : begin + fit - 1]]
        labels = [(index, item, self._label(index, item)) for index, item in items]
        wide = min(max((label.cell_length for *_, label in labels), default=0), width * 2 // 5)
        for index, item, label in labels:
            rows = self._item(item, label, wide, width, each)[: room - len(self._lines)]
            lines += rows
            self._lines += [index] * len(rows)
        lines += self._wrapped(self.view.foot, width, min(_FOOT, room - len(lines)))
        return Content("\n").join([self._heading(width, every - len(items)), *lines])

    def _hint(self, width: int, room: int) -> Content:
        """What to do where there is nothing to show, on as many lines as it takes."""
        return Content("\n").join(self._wrapped(self.view.heading, width, room))

    def _wrapped(self, words: str, width: int, room: int) -> list[Content]:
        """A sentence on as many lines as it takes and there is room for."""
        text = one_line(words)
        if not text or room < 1:
            return []
        return [
            own_content(self, guard.content(text[start:end].rstrip(), "$secondary"))
            for start, end in WrapTable(text, width).rows_from(0, room)
        ]

    def _heading(self, width: int, hidden: int) -> Content:
        sign = self.signs.get(self.view.standing, "")
        heading = guard.line(self.view.heading)
        if sign:
            heading = Content.assemble(
                guard.content(sign, sign_style(self.view.standing)), guard.content(" "), heading
            )
        more = guard.content(f"  ↓ {hidden} more" if hidden > 0 else "", "bold $accent")
        room = max(1, width - more.cell_length)
        heading = heading.truncate(room, ellipsis=True).stylize_before("$secondary")
        return own_content(self, Content.assemble(heading, more))

    def _label(self, index: int, item: Item) -> Content:
        chosen = self.has_focus and index == self.index and index > 0
        remark = guard.line(
            item.aside, "italic $secondary" if item.implied else f"${_color(item.standing)}"
        )
        # The reason is short and always wanted: outlet and claimant give way to it.
        width = self.content_size.width
        whole = width if width < _NARROW else width * 2 // 5
        room = max(16, whole - 7 - remark.cell_length)
        claimant = guard.line(item.claimant, "italic").truncate(room // 2, ellipsis=True)
        label = guard.line(item.label, "" if index else "bold").truncate(
            room - claimant.cell_length, ellipsis=True
        )
        whole_label = Content.assemble(
            guard.content("▸" if chosen else " ", "bold $accent"),
            guard.content(self.signs.get(item.standing, " "), sign_style(item.standing)),
            guard.content(f" {item.letter or ' '} ", "bold"),
            label,
            guard.content("  "),
            claimant,
            guard.content("  " if item.claimant else ""),
            remark,
            guard.content("  " if item.aside else ""),
        )
        return own_content(self, whole_label)

    def _item(self, item: Item, label: Content, room: int, width: int, each: int) -> list[Content]:
        if width < _NARROW:
            return [
                own_content(self, label.truncate(width, ellipsis=True)),
                *self._quote(item, width - 5, 5, each - 1),
            ]
        label = own_content(self, label.truncate(room, ellipsis=True))
        rows = self._quote(item, width - room, 0, each)
        # Right-to-left words of a label and of its quote would change places.
        anchor = ANCHOR if has_right_to_left(label.plain + item.quote[:_SAMPLE]) else ""
        label = label.truncate(room - len(anchor))
        pad = Content(" " * (room - len(anchor)) + anchor)
        first = Content.assemble(
            label, Content(" " * (room - len(anchor) - label.cell_length) + anchor)
        )
        return [Content.assemble(first if n == 0 else pad, row) for n, row in enumerate(rows)]

    def _quote(self, item: Item, width: int, indent: int, most: int) -> list[Content]:
        opening, closing, cut_off = '"">' if is_ascii(self) else "“”…"
        text = f"{opening}{item.quote}{closing}".replace("\n", " ")
        telling = [(start + 1, end + 1) for start, end in item.telling]
        table = WrapTable(text, max(4, width - 1), self.plain)
        rows = table.rows_from(0, most + 1)
        # What differs would be cut off: begin a little before it. What is pinned is known by its
        # first words.
        known = self.view.pinned and self.view.items[:1] == (item,)
        if len(rows) > most and telling and telling[0][1] > rows[most][0] and not known:
            about = max(0, telling[0][0] - width // 4)
            begin = text.find(" ", about, telling[0][0]) + 1 or telling[0][0]
            text = f"{'<' if is_ascii(self) else cut_off} {text[begin:]}"
            telling = [(start - begin + 2, end - begin + 2) for start, end in telling]
            table = WrapTable(text, max(4, width - 1), self.plain)
            rows = table.rows_from(0, most + 1)
        cut = len(rows) > most
        lines = []
        for number, (start, end) in enumerate(rows[:most]):
            words, places = drawn_words(text[start:end].rstrip(), self.plain)
            line = guard.content(words)
            for first, last in telling:
                if first < end and last > start:
                    begin, stop = max(0, first - start), min(last - start, len(places) - 1)
                    line = line.stylize(
                        "bold underline $accent", places[min(begin, stop)], places[stop]
                    )
            if cut and number == most - 1:
                line = Content.assemble(line.truncate(max(1, width - 1)), guard.content(cut_off))
            lines.append(Content.assemble(Content(" " * indent), line))
        return lines


def _color(standing: str) -> str:
    return {"agreeing": "agreeing", "single": "agreeing", "conflicting": "conflicting"}.get(
        standing, "unverified"
    )
