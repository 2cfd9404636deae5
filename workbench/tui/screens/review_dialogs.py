"""The dialogs of the review screen: claim, link, articles, export; and the half-written ones."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.core.events import shorten
from workbench.core.model import REASONS, Article, Claim
from workbench.tui import guard
from workbench.tui.desk import outlet_and_date
from workbench.tui.dialogs.chooser import Answer, Chooser
from workbench.tui.dialogs.form import Field, Form, Values
from workbench.tui.files import expand, path_suggester
from workbench.tui.indexing import index_in_background
from workbench.tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


def edit_claim(screen: "ReviewScreen", claim: Claim, typed: Values | None = None) -> None:
    """Note, claimant, origin, tags; what is half-typed is kept as a draft."""
    state = screen.desk.state
    kept = screen.draft if screen.draft.get("claim") == claim.id else {}
    values = typed or kept.get("values") or {}

    def value(name: str) -> str:
        return str(values.get(name, getattr(claim, name)))

    def known(name: str) -> list[str]:
        return sorted({getattr(one, name) for one in state.claims.values()} - {""})

    def changed(now: Values) -> None:
        same = all(now.get(name) == getattr(claim, name) for name in now)
        screen.keep_draft({} if same else {"claim": claim.id, "values": now})

    def done(values: Values | None) -> None:
        if values is None:
            if screen.draft:
                screen.say(f"What you typed for claim {claim.number} is kept; enter goes on.")
            return
        if screen.act(lambda: changes.edit_claim(state, state.claims[claim.id], **values)):
            screen.keep_draft({})

    screen.app.push_screen(
        Form(
            f"Claim {claim.number}",
            [
                Field("claimant", "Claimant: who says so, as the article gives it",
                      value("claimant"), suggestions=known("claimant")),
                Field("origin", "Origin: where it ultimately comes from (an agency, a statement)",
                      value("origin"), suggestions=known("origin")),
                Field("tags", "Tags, separated by commas", value("tags")),
                Field("note", "Note", value("note"), long=True),
            ],
            about=f"“{shorten(claim.quote, 400)}”",
            changed=changed,
            esc="back, keeping a draft",
            discard=True,
        ),
        done,
    )  # fmt: skip


def resume_draft(screen: "ReviewScreen", draft: Any) -> None:
    """Open again the dialog that was half-written when the program ended."""
    if not isinstance(draft, dict) or not isinstance(draft.get("values"), dict):
        return
    claim = screen.desk.state.claims.get(str(draft.get("claim")))
    if claim is not None:
        screen.draft = {"claim": claim.id, "values": draft["values"]}
        edit_claim(screen, claim)


def edit_link(screen: "ReviewScreen", link_id: str) -> None:
    """Reason and rationale of a link."""
    state = screen.desk.state
    link = state.links[link_id]
    one, other = state.claims[link.from_claim_id], state.claims[link.to_claim_id]

    def done(values: Values | None) -> None:
        if values is not None and link_id in state.links:
            now = state.links[link_id]
            screen.act(lambda: changes.mark_link(state, now, now.relation, **values))

    screen.app.push_screen(
        Form(
            f"Link {link.number}: claims {one.number} and {other.number}, {link.relation}",
            [
                Field("reason", "Reason", link.reason, hint=", ".join(REASONS[:8]),
                      suggestions=REASONS),
                Field("rationale", "Rationale: why", link.rationale, long=True),
            ],
            about=f"“{shorten(one.quote, 180)}”\n“{shorten(other.quote, 180)}”",
        ),
        done,
    )  # fmt: skip


def choose_article(screen: "ReviewScreen") -> None:
    """The list of articles, and what can be done with them."""
    state = screen.desk.state
    frame = screen.board.focused

    def done(answer: Answer) -> None:
        if answer is None:
            return
        what, article_id = answer
        if what == "add":
            add_articles(screen)
        elif what == "edit":
            edit_article(screen, state.articles[article_id])
        elif what == "remove":
            _remove_article(screen, state.articles[article_id])
        elif frame is not None:
            already = screen.board.frame_of(article_id)
            if already is None:
                screen.board.show(frame, article_id)
            (already or frame).pane.take_keys()
            screen.refresh_current(again=True)

    listed = [
        (a, len(state.claims_in(a.id)), " ".join(screen.desk.store.beginning(a, 60).split()))
        for a in state.articles_in_order()
    ]
    screen.app.push_screen(Chooser(listed, frame.pane.article_id if frame else ""), done)


def edit_article(screen: "ReviewScreen", article: Article) -> None:
    """Outlet, date, title, address, byline."""
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
            state = screen.desk.state
            if article.id in state.articles:
                now = state.articles[article.id]
                screen.act(lambda: changes.edit_article(state, now, **values))

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


def add_articles(screen: "ReviewScreen") -> None:
    """Ask for files and bring them in."""

    def done(values: Values | None) -> None:
        if values is None or not values["files"].strip():
            return
        state = screen.desk.state
        for outcome in bring_in(
            screen.desk.store, state, expand(values["files"]), limit=screen.article_limit
        ):
            screen.say(outcome.sentence, problem=outcome.failed)
            for notice in outcome.notices:
                screen.say(notice)
        screen.board.lay_out(screen.app.size)
        frame = screen.board.focused
        if frame is not None and screen.focused is None:
            frame.pane.take_keys()
        screen.show_counts()
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


def _remove_article(screen: "ReviewScreen", article: Article) -> None:
    state = screen.desk.state
    claims = len(state.claims_in(article.id))
    if screen.act(lambda: changes.remove_article(state, article)):
        also = f" with its {claims} claim{'' if claims == 1 else 's'}" if claims else ""
        screen.say(f"Article {article.number} removed{also}; ctrl+z brings it back.")
        screen.board.lay_out(screen.app.size)


def copy_quote(screen: "ReviewScreen", pane: ArticlePane) -> None:
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


def export(screen: "ReviewScreen") -> None:
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
        path = Path(values["path"].strip()).expanduser()
        kind = values["kind"]
        file_format = FORMATS[1] if path.suffix == ".jsonl" else FORMATS[0]

        def write() -> None:
            events = screen.desk.store.history(screen.desk.review_id) if kind == "log" else ()
            replaced = path.exists()
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
