"""The screen: the only place that imports Textual.

It is imported when the screen is opened; the table of keys can be read without it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.config import Config


def run(database: Path, analyst: str, review_id: str | None, config: "Config") -> int:
    """Open the screen and stay in it until the analyst leaves; see `workbench.tui.app.run`."""
    from workbench.tui.app import run as run_app

    return run_app(database, analyst, review_id, config)


__all__ = ["run"]
