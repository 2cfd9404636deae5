"""Boxes for several lines: what undo and redo in them leave behind is what is drawn."""

from __future__ import annotations

import random

from textual import events
from textual.widgets import TextArea
from tui_hands import at_work
from tui_material import NARROW, corpus, on_the_loop

LINES = "document: page 3: what it shows\ndata: a list: " + "a long note " * 12
PASTED = "reply: by phone\narchive: a copy\n"
EDITS = ("enter", "a", "backspace", "delete", "ctrl+u", "ctrl+k", "up", "down", "pagedown", "paste")


def box(hand) -> TextArea:
    return hand.app.screen.query_one("#note", TextArea)


async def paste(hand, text: str) -> None:
    """As the terminal hands it to the program."""
    hand.app.post_message(events.Paste(text))
    await hand.settle()


async def in_a_box(hand) -> None:
    await hand.mark(4, "Russia")
    await hand.press("enter", "tab", "tab", "tab")
    await paste(hand, LINES)
    assert hand.app.focused is box(hand)


async def do(hand, *keys: str) -> None:
    for key in keys:
        await (paste(hand, PASTED) if key == "paste" else hand.press(key))


@on_the_loop
async def test_several_edits_taken_back_at_once_end_nothing(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await in_a_box(hand)
        await do(hand, *"paste paste a pagedown ctrl+k enter backspace ctrl+u enter".split())
        await do(hand, *["ctrl+z"] * 9)
        assert hand.app._exception is None
        assert box(hand).text == ""
        await hand.press("escape")


@on_the_loop
async def test_what_is_taken_back_and_done_again_in_a_box_is_as_it_was(tmp_path):
    dice = random.Random(5)
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await in_a_box(hand)
        for _ in range(6):
            await do(hand, *(dice.choice(EDITS) for _ in range(8)))
            written, back = box(hand).text, dice.randrange(1, 5)
            await do(hand, *["ctrl+z"] * back, *["ctrl+y"] * back)
            assert hand.app._exception is None
            assert box(hand).text == written
            lines = {line for line, _ in box(hand).wrapped_document._offset_to_line_info}
            assert lines == set(range(box(hand).document.line_count))
        await hand.press("escape")
