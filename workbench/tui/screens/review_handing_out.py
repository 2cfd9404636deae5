"""What leaves the review screen: a quote with its reference, an export."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core import changes
from workbench.core.events import Event, shorten
from workbench.core.text import count
from workbench.errors import UsageError
from workbench.store import Store
from workbench.tui import clipboard, guard, jobs
from workbench.tui.dialogs.form import Field, Form, Values
from workbench.tui.files import path_suggester
from workbench.tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from workbench.tui.jobs import Job
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
    called = " · ".join(filter(None, (article.outlet or "no outlet", article.published_on)))
    title = f"{article.title}, " if article.title else ""
    where = f"{title}{called}, article {article.number}, {start}-{end}"
    address = f" {article.url}" if article.url else ""
    sent = f"“{pane.text[start:end]}” ({where}){address}"
    guard.copy(screen.app, sent)
    said = f"{count(end - start, 'character')} of article {article.number} ({called})"
    screen.say(f"Sent to the terminal's clipboard: {said}, with their place.")
    for doubt in clipboard.doubts(len(sent.encode()), screen.doubts_said):
        screen.say(doubt)


def export(screen: "ReviewBase") -> None:
    """What to export, and where to."""
    from workbench.export import KINDS

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

        _write(screen, kind, path)

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


def _write(screen: "ReviewBase", kind: str, path: Path) -> None:
    from workbench.export import export as to_bytes
    from workbench.export import format_of, write_file

    desk = screen.desk

    def work(job: "Job[str]") -> str:
        events: list[Event] = []
        if kind == "log":
            with Store(desk.store.path) as store:
                events = store.history(desk.review_id)
        data = to_bytes(desk.state, kind, events=events, file_format=format_of(path), tell=job.tell)
        job.tell(1, 1, "writing the file")
        replaced = os.path.exists(path)  # noqa: PTH110 - never raises
        write_file(path, data)
        verb = "replaced" if replaced else "written"
        return f"{kind} {verb}: {path.absolute()} ({len(data):,} bytes)"

    jobs.run(
        screen.app,
        f"Exporting {kind}",
        work,
        screen.say,
        stopped=lambda: screen.say("Stopped; no file was written or changed."),
    )
