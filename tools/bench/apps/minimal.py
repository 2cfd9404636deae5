"""The least a Textual program can be: the measure of what starting one costs at all."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Text01 begins here, and that is all.")


if __name__ == "__main__":
    Minimal().run()
