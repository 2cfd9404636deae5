"""The dialogs of the review screen: claim, link, articles, export; and the half-written ones."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.core.changes import Change
from workbench.core.events import shorten
from workbench.core.model import REASONS, Claim, Link
from workbench.tui import guard
from workbench.tui.desk import outlet_and_date
from workbench.tui.dialogs.chooser import Answer, Chooser
from workbench.tui.dialogs.form import Field, Form, Values
from workbench.tui.files import expand, path_suggester
from workbench.tui.indexing import index_in_background
from workbench.tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


def edit_claim(screen: "ReviewBase", claim: Claim) -> None:
    """Note, claimant, origin, tags."""
    state = screen.desk.state

    def known(name: str) -> list[str]:
        return sorted({getattr(one, name) for one in state.claims.values()} - {""})

    _ask(
        screen,
        f"claim:{claim.id}",
        title=f"Claim {claim.number}",
        about=f"“{shorten(claim.quote, 400)}”",
        fields=[
            Field("claimant", "Claimant: who says so, as the article gives it", claim.claimant,
                  suggestions=known("claimant")),
            Field("origin", "Origin: where it ultimately comes from (an agency, a statement)",
                  claim.origin, suggestions=known("origin")),
            Field("tags", "Tags, separated by commas", claim.tags),
            Field("note", "Note", claim.note, long=True),
        ],
        change=lambda values: changes.edit_claim(state, state.need("claim", claim.id), **values),
    )  # fmt: skip


def edit_link(screen: "ReviewBase", link: Link) -> None:
    """Reason and rationale of a link."""
    state = screen.desk.state
    one, other = state.claims[link.from_claim_id], state.claims[link.to_claim_id]

    def change(values: Values) -> Change | None:
        now = state.need("link", link.id)
        return changes.mark_link(state, now, now.relation, **values)

    _ask(
        screen,
        f"link:{link.id}",
        title=f"Link {link.number}: claims {one.number} and {other.number}, {link.relation}",
        about=f"“{shorten(one.quote, 180)}”\n“{shorten(other.quote, 180)}”",
        fields=[
            Field("reason", "Reason", link.reason, hint=", ".join(REASONS[:8]),
                  suggestions=REASONS),
            Field("rationale", "Rationale: why", link.rationale, long=True),
        ],
        change=change,
    )  # fmt: skip


def resume(screen: "ReviewBase", session: dict[str, Any]) -> None:
    """Take up half-written text again; a dialog that was open when the program ended opens."""
    drafts = session.get("drafts")
    for key, values in drafts.items() if isinstance(drafts, dict) else ():
        if isinstance(values, dict):
            screen.drafts[str(key)] = {str(name): str(value) for name, value in values.items()}
    table, _, record_id = str(session.get("open_draft") or "").partition(":")
    if f"{table}:{record_id}" not in screen.drafts:
        return
    state = screen.desk.state
    if table == "claim" and record_id in state.claims:
        edit_claim(screen, state.claims[record_id])
    elif table == "link" and record_id in state.links:
        edit_link(screen, state.links[record_id])


def _ask(
    screen: "ReviewBase",
    key: str,
    *,
    title: str,
    about: str,
    fields: list[Field],
    change: Callable[[Values], Change | None],
) -> None:
    """Ask for values, keeping what is half-typed under a key until it is saved or discarded."""
    stored = {field.name: field.value for field in fields}
    kept = screen.drafts.get(key, {})
    screen.open_draft = key

    def changed(now: Values) -> None:
        screen.keep_draft(key, {} if now == stored else now)

    def done(values: Values | None) -> None:
        screen.open_draft = ""
        screen.unsaved = True
        if values is None:
            if key in screen.drafts:
                what = title.partition(":")[0].lower()
                screen.say(f"What you typed for {what} is kept; enter goes on with it.")
        elif screen.act(lambda: change(values)):
            screen.keep_draft(key, {})

    screen.app.push_screen(
        Form(
            title,
            [replace(field, value=kept.get(field.name, field.value)) for field in fields],
            about=about,
            changed=changed,
            esc="back, keeping a draft",
            discard=True,
        ),
        done,
    )


def choose_article(screen: "ReviewBase") -> None:
    """The list of articles, and what can be done with them."""
    state = screen.desk.state
    frame = screen.board.focused

    def done(answer: Answer) -> None:
        if answer is None:
            return
        what, article_id = answer
        if what == "add":
            add_articles(screen)
        elif article_id not in state.articles:
            screen.say("That article is no longer there: it was taken out meanwhile.")
        elif what == "edit":
            _edit_article(screen, article_id)
        elif what == "remove":
            _remove_article(screen, article_id)
        elif frame is not None:
            already = screen.board.frame_of(article_id)
            if already is None:
                screen.board.show(frame, article_id)
            screen.bring_up(already or frame)
            screen.refresh_current(again=True)

    listed = [
        (a, len(state.claims_in(a.id)), " ".join(screen.desk.store.beginning(a, 60).split()))
        for a in state.articles_in_order()
    ]
    screen.app.push_screen(Chooser(listed, frame.pane.article_id if frame else ""), done)


def _edit_article(screen: "ReviewBase", article_id: str) -> None:
    """Outlet, date, title, address, byline."""
    state = screen.desk.state
    article = state.articles[article_id]
    from workbench.intake import check_url, parse_published

    def refuse(values: Values) -> str:
        if parse_published(values["published_on"]) is None:
            return "A publication date is written YYYY-MM-DD, 2025-10-08 for example."
        if check_url(values["url"]) is None:
            return "An address begins with http:// or https://."
        return ""

    def done(values: Values | None) -> None:
        if values is not None:
            values["published_on"] = parse_published(values["published_on"]) or ""
            screen.act(
                lambda: changes.edit_article(state, state.need("article", article_id), **values)
            )

    screen.app.push_screen(
        Form(
            f"Article {article.number}",
            [
                Field("outlet", "Outlet: who ran it", article.outlet),
                Field("published_on", "Published on", article.published_on, hint="YYYY-MM-DD"),
                Field("title", "Title", article.title),
                Field("url", "Address", article.url, hint="https://…"),
                Field("byline", "Byline", article.byline),
            ],
            refuse=refuse,
        ),
        done,
    )


def add_articles(screen: "ReviewBase") -> None:
    """Ask for files and bring them in."""

    def done(values: Values | None) -> None:
        if values is None or not values["files"].strip():
            return
        state = screen.desk.state

        def bring() -> None:
            names = expand(values["files"])
            for outcome in bring_in(screen.desk.store, state, names, limit=screen.article_limit):
                screen.say(outcome.sentence, problem=outcome.failed)
                for notice in outcome.notices:
                    screen.say(notice)

        screen.attempt(bring)
        screen.attempt(screen.desk.catch_up)
        screen.lay_out()
        screen.refresh_current(again=True)
        index_in_background(screen.app, screen.desk.store.path, screen.desk.review_id)

    screen.app.push_screen(
        Form(
            "Add articles",
            [Field("files", "Files, separated by spaces; * stands for many",
                   hint="~/articles/*.txt", suggester=path_suggester())],
            about="Plain text or Markdown. An optional front matter names outlet, title, "
            "published, url and byline.",
        ),
        done,
    )  # fmt: skip


def _remove_article(screen: "ReviewBase", article_id: str) -> None:
    state = screen.desk.state
    article = state.articles[article_id]
    claims = len(state.claims_in(article.id))
    if screen.act(lambda: changes.remove_article(state, article)):
        also = f" with its {claims} claim{'' if claims == 1 else 's'}" if claims else ""
        screen.say(f"Article {article.number} removed{also}; ctrl+z brings it back.")


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
    from workbench.export import FORMATS, KINDS, write_file
    from workbench.export import export as to_bytes

    def refuse(values: Values) -> str:
        if values["kind"] not in KINDS:
            return f"What to export is one of {', '.join(KINDS)}."
        if not values["path"].strip():
            return "Name a file to write to."
        return ""

    def done(values: Values | None) -> None:
        if values is None:
            return
        # Not Path.expanduser, which ends in an exception for a person there is not.
        path = Path(os.path.expanduser(values["path"].strip()))  # noqa: PTH111
        kind = values["kind"]
        file_format = FORMATS[1] if path.suffix == ".jsonl" else FORMATS[0]

        def write() -> None:
            events = screen.desk.store.history(screen.desk.review_id) if kind == "log" else ()
            replaced = os.path.exists(path)  # noqa: PTH110 - never raises
            data = to_bytes(screen.desk.state, kind, events=events, file_format=file_format)
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
            refuse=refuse,
        ),
        done,
    )  # fmt: skip
