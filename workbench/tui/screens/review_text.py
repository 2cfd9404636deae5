"""How text is put on the screen: plain symbols, and a word about right-to-left letters."""

from typing import TYPE_CHECKING

from workbench.tui import guard
from workbench.tui.widgets.pane_board import PaneBoard

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase

_SECONDS = 12  # the sentence about right-to-left text is long, and is said once


def wanted_at_first(screen: "ReviewBase") -> bool:
    """Whether the config asks for plain symbols; a session that has said otherwise wins."""
    return bool(getattr(screen.app, "plain_symbols", False))


def show(screen: "ReviewBase") -> None:
    """Bring the strip in line with the panes."""
    if screen.strip.plain != screen.board.plain:
        screen.strip.plain = screen.board.plain
        screen.strip.refresh()


def toggle_plain_symbols(screen: "ReviewBase") -> None:
    """Plain symbols in all panes and the strip, or text as it is again."""
    screen.board.set_plain(plain=not screen.board.plain)
    show(screen)
    screen.refresh()  # all of it: what had been shifted stands where nobody would paint over it
    screen.unsaved = True
    screen.say(
        "Plain symbols: emoji, flags and joined letters on whose width terminals differ are drawn "
        "in a simple form. Quotes and exports are not touched."
        if screen.board.plain
        else "Symbols are drawn as they are."
    )


def say_right_to_left(screen: "ReviewBase", message: PaneBoard.RightToLeft) -> None:
    """Say, once in a review, what right-to-left text looks like here."""
    screen.unsaved = True
    article = screen.desk.state.articles.get(message.article_id)
    if article is None:
        return
    guard.notify(
        screen.app,
        f"Article {article.number} has right-to-left text. Its letters are kept in the order in "
        "which they are written; terminals differ in how they show them, some from left to right. "
        f"{screen.key('pane.layout')} puts the panes one above the other, which is easier to read. "
        "Quotes, places and copies are right in any case.",
        seconds=_SECONDS,
    )
