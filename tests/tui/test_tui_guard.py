"""Where a stranger's text meets the terminal: shown, never obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color

from workbench.core.text import harmless
from workbench.tui import guard

ACTIVE = [
    *map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), "\u2028", "\u2029",
    *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)),
]  # fmt: skip
MARKUP = [
    "[@click=app.quit]x[/]",
    "[red",
    "[/]",
    "[/nothing]",
    "\\[",
    "$primary",
    "[link=x]y[/link]",
]


def through(*segments: Segment) -> list[Segment]:
    return guard.TerminalGuard().apply(list(segments), Color(0, 0, 0))


class Told:
    """An app that only listens."""

    def __init__(self) -> None:
        self.notices: list[tuple[str, dict[str, object]]] = []
        self.copied: list[str] = []

    def notify(self, message: str, **options: object) -> None:
        self.notices.append((message, options))

    def copy_to_clipboard(self, text: str) -> None:
        self.copied.append(text)


@pytest.mark.parametrize("char", ACTIVE, ids=lambda char: f"{ord(char):04x}")
def test_nothing_a_terminal_acts_on_gets_through(char):
    (segment,) = through(Segment(f"a{char}b", Style(bold=True)))
    assert char not in segment.text
    assert segment.text in ("ab", "a\N{REPLACEMENT CHARACTER}b")
    assert cell_len(segment.text) == cell_len(f"a{char}b"), "nothing to its right may move"
    assert segment.style == Style(bold=True)


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), max_size=4))
def test_harmless_text_goes_through_as_it_is_and_nothing_changes_its_width(parts):
    before = [Segment(part) for part in parts]
    after = through(*before)
    for part, segment in zip(parts, after, strict=True):
        assert sum(map(cell_len, segment.text)) == sum(map(cell_len, part))
        if harmless(part) == part and not set(part) & {*ACTIVE, "\u200b", "\u200d"}:
            assert segment.text == part


def test_control_segments_of_the_program_itself_are_left_alone():
    control = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    text = Segment("a\x1bb")
    assert through(control, text) == [control, Segment("ab")]


@pytest.mark.parametrize("text", [*MARKUP, "\x1b]0;owned\x07", "a\u202eb"])
def test_content_shows_text_and_never_reads_it_as_markup(text):
    for made in (guard.content(text), guard.line(text), guard.content(text, "bold")):
        assert "\x1b" not in made.plain
        assert "\u202e" not in made.plain
        assert len(made.plain) == len(text.strip())
        assert all("@" not in str(span.style) for span in made.spans)
        assert all(not getattr(span.style, "meta", None) for span in made.spans)
    if text in MARKUP:
        assert guard.content(text).plain == text


def test_a_line_is_one_line():
    assert guard.line("  one\n two\tthree\r\n").plain == "one two three"


@pytest.mark.parametrize("problem", [True, False])
def test_notices_are_harmless_and_without_markup(problem):
    app = Told()
    guard.notify(app, "[@click=app.quit]x[/] \x1b[31m", problem=problem)  # type: ignore[arg-type]
    ((said, options),) = app.notices
    assert said == "[@click=app.quit]x[/] ␛[31m"
    assert options["markup"] is False
    assert options["severity"] == ("warning" if problem else "information")


def test_what_is_copied_holds_nothing_that_a_paste_could_carry_out():
    app = Told()
    guard.copy(app, "rm -rf\r\x1b[201~\x07 “quote”\n")  # type: ignore[arg-type]
    (copied,) = app.copied
    assert not set(copied) & set("\r\x1b\x07")
    assert "“quote”\n" in copied
