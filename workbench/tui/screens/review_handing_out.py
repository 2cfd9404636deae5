"""What leaves the review screen: a quote with its reference, an export."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core import changes
from workbench.core.events import shorten
from workbench.errors import UsageError
from workbench.tui import guard
from workbench.tui.desk import outlet_and_date
from workbench.tui.dialogs.form import Field, Form, Values
from workbench.tui.files import path_suggester
from workbench.tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


def copy_quote(screen: "ReviewBase", pane: ArticlePane) -> None:
    """The selected words, or the claim's, or the sentence's, with where they stand."""
    claim = screen.desk.state.claims.get(pane.claim_here())
    if pane.selection is None and claim is not None:
        start, end = claim.start, claim.end
    else:
        start, end = changes.trim(pane.text, *(pane.span_here() or (0, 0)))
    if start >= end:
        screen.say("There are no words here to copy.")
        return
    article = screen.desk.state.articles[pane.article_id]
    title = f"{article.title}, " if article.title else ""
    where = f"{title}{outlet_and_date(article)}, article {article.number}, {start}-{end}"
    address = f" {article.url}" if article.url else ""
    guard.copy(screen.app, f"“{pane.text[start:end]}” ({where}){address}")
    screen.say(f"{end - start} characters with their reference sent to the terminal's clipboard.")


def export(screen: "ReviewBase") -> None:
    """What to export, and where to."""
    from workbench.export import KINDS, format_of, write_file
    from workbench.export import export as to_bytes

    def check(values: Values) -> None:
        if values["kind"] not in KINDS:
            raise UsageError(f"What to export is one of {', '.join(KINDS)}.")
        if not values["path"].strip():
            raise UsageError("Name a file to write to.")

    def done(values: Values | None) -> None:
        if values is None:
            return
        # Not Path.expanduser, which ends in an exception for a person there is not.
        path = Path(os.path.expanduser(values["path"].strip()))  # noqa: PTH111
        kind = values["kind"]

        def write() -> None:
            events = screen.desk.store.history(screen.desk.review_id) if kind == "log" else ()
            replaced = os.path.exists(path)  # noqa: PTH110 - never raises
            data = to_bytes(screen.desk.state, kind, events=events, file_format=format_of(path))
            write_file(path, data)
            verb = "replaced" if replaced else "written"
            screen.say(f"{kind} {verb}: {path.absolute()} ({len(data):,} bytes)")

        screen.attempt(write)

    name = "".join(c if c.isalnum() else "-" for c in screen.desk.state.review.title.lower())
    screen.app.push_screen(
        Form(
            "Export",
            [
                Field("kind", f"What: {', '.join(KINDS)}", "claims", suggestions=KINDS),
                Field("path", "File; .csv for spreadsheets, .jsonl for programs",
                      f"{shorten(name.strip('-'), 40).rstrip('…')}-claims.csv",
                      suggester=path_suggester(many=False)),
            ],
            check=check,
        ),
        done,
    )  # fmt: skip
