"""The first frame: sent once, whole, with the keys where they are."""

import time

import pytest

from workbench.tui.keys import COMMANDS

pytestmark = pytest.mark.terminal

# The pane's keys stand in the footer's first place; the strip's would if the strip had them.
FIRST = min((one for one in COMMANDS if one.place == "pane" and one.footer), key=lambda c: c.footer)


def test_a_review_is_painted_once_and_the_pane_has_the_keys_in_that_frame(book):
    words = next(iter(book.texts().values())).split(maxsplit=4)[1:4]
    first = " ".join(words).encode()
    with book.open(size=(120, 40)) as terminal:
        terminal.see(first.decode())
        end = time.monotonic() + 0.5
        terminal.wait("what would be painted again", lambda: time.monotonic() > end)
        raw = bytes(terminal.screen.raw)
        assert raw.count(first) == 1
        assert f"{FIRST.label} ".encode() in raw
        assert b" reason " not in raw, "the strip had the keys at first"
