"""The demo in a real terminal: the annotated sample first, the plain one in the list behind it."""

import pytest
from pty_terminal import Terminal

pytestmark = pytest.mark.terminal


def test_the_demo_shows_the_marks_then_the_list_and_leaves_nothing_behind(tmp_path):
    environment = {"TMPDIR": str(tmp_path)}
    with Terminal(["demo"], home=tmp_path, environment=environment, size=(200, 50)) as terminal:
        terminal.see("Afghanistan, annotated", "61 claims", "40 links", "point 4", "conflicting")
        assert list(tmp_path.glob("workbench-demo-*"))
        terminal.press("p")
        terminal.see("In October 2025 Zamir Kabulov was Russia’s ambassador to Afghanistan.")
        terminal.press("esc", "q")
        terminal.see("Afghanistan, annotated", "Afghanistan, autumn 2025 (sample)")
        terminal.press("q")
        terminal.ends_well()
        assert terminal.screen.offences == []
    assert not list(tmp_path.glob("workbench-demo-*"))


def test_the_plain_demo_shows_the_articles_alone(tmp_path):
    environment = {"TMPDIR": str(tmp_path)}
    with Terminal(["demo", "--plain"], home=tmp_path, environment=environment) as terminal:
        terminal.see("Afghanistan, autumn 2025 (sample)", "0 claims")
        terminal.press("ctrl+q")
        terminal.ends_well()
