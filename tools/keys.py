"""Write docs/keys.md from the table of keys: `make keys`."""

from pathlib import Path

from workbench.tui.keys import COMMANDS

OUT = Path(__file__).parent.parent / "docs" / "keys.md"

HEADINGS = {
    "pane": "In an article",
    "review": "In a review",
    "strip": "In the compare strip",
    "reviews": "In the list of reviews",
    "form": "In a dialog with fields",
    "chooser": "In the list of articles",
    "listing": "In a list of what was found",
    "history": "In the history",
    "confirm": "At a question",
    "points": "In the matrix of points",
    "points table": "In the rows of the matrix",
    "search": "In the search line",
    "busy": "While something takes long",
    "help": "In the help",
    "small": "Where the terminal is too small",
    "everywhere": "Everywhere",
}


def page() -> str:
    """The page, from the table."""
    lines = [
        "# Keys",
        "",
        "Made from the table in `workbench/tui/keys.py` by `make keys`. By its name a command is",
        "given other keys in the config file: see the README. `ctrl+p` finds every one by what it",
        "does.",
    ]
    for place, heading in HEADINGS.items():
        lines += ["", f"## {heading}", "", "| key | does | name |", "|---|---|---|"]
        for command in COMMANDS:
            if command.place == place:
                keys = " ".join(f"`{key}`" for key in command.key.split(" ") if key)
                lines.append(f"| {keys or 'by ctrl+p'} | {command.help} | {command.id} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    OUT.write_text(page(), encoding="utf-8")
