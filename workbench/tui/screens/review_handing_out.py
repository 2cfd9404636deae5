"""What leaves the review screen: a quote with its reference, an export."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core import changes
from workbench.core.events import shorten
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
    from workbench.export import ENDINGS, KINDS, format_of, formats

    title = screen.desk.state.review.title
    name = "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())
    begun = shorten(name, 40).rstrip("…")

    def file_name(kind: str) -> str:
        return f"{begun}-{kind}{ENDINGS[formats(kind)[0]][0]}"

    def follow(values: Values) -> str:
        return file_name(values["kind"]) if values["kind"] in KINDS else values["path"]

    def check(values: Values) -> None:
        if values["kind"] not in KINDS:
            raise UsageError(f"What to export is one of {', '.join(KINDS)}.")
        if not values["path"].strip():
            raise UsageError("Name a file to write to.")
        format_of(Path(values["path"].strip()), values["kind"])

    def done(values: Values | None) -> None:
        if values is None:
            return
        # Not Path.expanduser, which ends in an exception for a person there is not.
        path = Path(os.path.expanduser(values["path"].strip()))  # noqa: PTH111
        _write(screen, values["kind"], path)

    screen.app.push_screen(
        Form(
            "Export",
            [
                Field("kind", "What", "claims", choices=KINDS),
                Field("path", "File; of a table .csv or .jsonl, of the report .html or .md",
                      file_name("claims"),
                      suggester=path_suggester(many=False), follows=follow),
            ],
            check=check,
        ),
        done,
    )  # fmt: skip


def _write(screen: "ReviewBase", kind: str, path: Path) -> None:
    from workbench.export import format_of, write_file
    from workbench.handing_over import hand_over

    desk = screen.desk

    def work(job: "Job[str]") -> str:
        with Store(desk.store.path) as store:
            data = hand_over(
                store, desk.state, kind, file_format=format_of(path, kind), tell=job.tell
            )
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
