"""The screen: the only place that imports Textual."""

from workbench.tui.app import run

__all__ = ["run"]
