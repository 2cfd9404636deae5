"""A plain Textual program: the text of a file in a read-only TextArea."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Reader(App[None]):
    """A text to read."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.text = path.read_text("utf-8")

    def compose(self) -> ComposeResult:
        """The text, and nothing else."""
        area = TextArea(self.text, read_only=True)
        area.cursor_blink = False  # nothing may be sent that no key asked for
        yield area


if __name__ == "__main__":
    Reader(Path(sys.argv[1])).run()
