"""The articles of a review: which one a pane shows; adding, describing, taking out."""

from typing import TYPE_CHECKING

from workbench.core import changes
from workbench.core.changes import Change
from workbench.core.text import count
from workbench.tui.bringing import Load, bring
from workbench.tui.dialogs.chooser import Answer, Chooser
from workbench.tui.dialogs.form import Field, Form, Values
from workbench.tui.files import path_suggester
from workbench.tui.indexing import index_in_background

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


def choose(screen: "ReviewBase") -> None:
    """The list of articles, and what can be done with them."""
    state = screen.desk.state
    frame = screen.board.focused

    def done(answer: Answer) -> None:
        if answer is None:
            return
        what, article_id = answer
        if what == "add":
            add(screen)
        elif article_id not in state.articles:
            screen.say("That article is no longer there: it was taken out meanwhile.")
        elif what == "edit":
            _edit(screen, article_id)
        elif what == "remove":
            _remove(screen, article_id)
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


def _edit(screen: "ReviewBase", article_id: str) -> None:
    """Outlet, date, title, address, byline."""
    state = screen.desk.state
    article = state.articles[article_id]
    from workbench.intake import checked

    def change(values: Values) -> Change | None:
        return changes.edit_article(state, state.need("article", article_id), **checked(values))

    def done(values: Values | None) -> None:
        if values is not None:
            screen.act(lambda: change(values))

    screen.app.push_screen(
        Form(
            f"Article {article.number}",
            [
                Field("outlet", "Outlet: who ran it", article.outlet),
                Field("published_on", "Published on", article.published_on, hint="YYYY-MM-DD"),
                Field("title", "Title", article.title),
                Field("url", "Address", article.url, hint="https://..."),
                Field("byline", "Byline", article.byline),
            ],
            check=change,
        ),
        done,
    )


def add(screen: "ReviewBase") -> None:
    """Ask for files and bring them in."""

    def done(values: Values | None) -> None:
        if values is None or not values["files"].strip():
            return
        desk = screen.desk
        bring(
            screen.app,
            Load(desk.store.path, desk.analyst, values["files"], screen.article_limit,
                 review_id=desk.review_id),
            lambda: _brought(screen),
            talkative=True,
            failed=lambda: _brought(screen),
        )  # fmt: skip

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


def _brought(screen: "ReviewBase") -> None:
    screen.attempt(screen.desk.catch_up)
    screen.lay_out()
    screen.refresh_current(again=True)
    desk = screen.desk
    index_in_background(screen.app, desk.store.path, desk.state.articles_in_order())


def _remove(screen: "ReviewBase", article_id: str) -> None:
    state = screen.desk.state
    article = state.articles[article_id]
    claims = len(state.claims_in(article.id))
    if screen.act(lambda: changes.remove_article(state, article)):
        also = f" with its {count(claims, 'claim')}" if claims else ""
        screen.say(f"Article {article.number} removed{also}; {screen.key('undo')} brings it back.")
