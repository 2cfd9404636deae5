"""The program with a screen: database, theme, guard, and which screen is shown."""

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.actions import ActionParseResult
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.filter import LineFilter

from workbench.config import Config
from workbench.errors import WorkbenchError
from workbench.store import Store
from workbench.tui import guard
from workbench.tui.ascii_signs import AsciiSigns
from workbench.tui.attempt import attempt, say_why
from workbench.tui.bound_keys import BoundKeys, checked_keys
from workbench.tui.desk import Desk
from workbench.tui.fitting import FittingApp
from workbench.tui.indexing import index_in_background
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.too_small import TooSmall
from workbench.tui.theme import ANSI, BY_NAME, DARK, PLAIN, has_few_colours

if TYPE_CHECKING:
    from textual.command import Provider

PLACES = {
    "ReviewScreen": ("review", "pane", "strip"),
    "ReviewsScreen": ("reviews",),
    "History": ("history",),
    "PointsScreen": ("points", "points table"),
    "Chooser": ("chooser",),
    "Confirm": ("confirm",),
    "Listing": ("listing",),
}
"""The places whose keys `?` lists, by the screen one is on; a form takes the key for itself."""

_CALM_SECONDS = 1.0  # after which the screen is painted, and what was imported late is there


def _commands() -> "type[Provider]":
    """What the palette offers, read in when it is opened."""
    from workbench.tui.palette import Commands

    return Commands


class WorkbenchApp(FittingApp):
    """The workbench.

    Args:
        store: the open database.
        analyst: who is working.
        review_id: the review to open, or None for the list.
        config: the settings.

    Attributes:
        config: the settings.
        keys: the keys as the config file binds them.
        plain_symbols: whether uncertain symbols in articles are shown by stand-ins.

    Raises:
        ConfigError: the keys cannot be bound like that.
    """

    TITLE = "workbench"
    COMMANDS: ClassVar["set[Callable[[], type[Provider]]]"] = {_commands}  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("everywhere"),
        Binding("ctrl+q", "leave", "quit", show=False, priority=True),
        Binding("ctrl+c", "how_to_quit", "quit", show=False, priority=False),
    ]
    ENABLE_COMMAND_PALETTE = True
    # Panes have a selection of their own; Textual's would run beside it, and trips over notices.
    ALLOW_SELECT = False
    CSS = """
    * { scrollbar-size-vertical: 1; scrollbar-color: $border; scrollbar-background: $surface; }
    Toast { max-width: 90%; }
    OptionList:focus { border: none; }
    OptionList:focus:nocolor > .option-list--option-highlighted { text-style: bold underline; }
    Form TextArea > .text-area--cursor-line { background: transparent; }
    Form Input:ansi, Form TextArea:ansi { border-left: outer $foreground; }
    Form Input:ansi:focus, Form TextArea:ansi:focus { border-left: outer ansi_blue; }
    CommandPalette:ansi #--input { border: hkey $foreground; }
    CommandPalette:ansi SearchIcon { color: $foreground; }
    CommandPalette:ansi CommandInput { border: blank $foreground; }
    CommandPalette:ansi CommandList {
        border-top: blank $foreground; border-bottom: hkey $foreground;
    }
    .-ascii Form Input:ansi, .-ascii Form TextArea:ansi { border-left: ascii $foreground; }
    """

    def __init__(
        self, store: Store, analyst: str, review_id: str | None, config: Config | None = None
    ) -> None:
        self.plain = "NO_COLOR" in os.environ
        # Textual chooses its filter when it begins: only so does it send no colours at all.
        super().__init__(ansi_color=True if self.plain else None)
        self.store = store
        self.analyst = analyst
        self.config = config or Config()
        self.plain_symbols = self.config.plain_symbols
        self.keys = BoundKeys(checked_keys(self.config), ascii_only=self.config.ascii)
        self.set_keymap(self.keys.keymap())
        (stop,) = commands_of("busy")
        self.stop_keys = self.keys.for_textual(stop)
        if "TEXTUAL_ANIMATIONS" not in os.environ:
            self.animation_level = "none"
        self._first = review_id
        self._next: tuple[str, str] | None = None  # the review to open when this one is left
        self._guards: list[LineFilter] = [guard.TerminalGuard()]
        if self.config.ascii:
            self._guards.append(AsciiSigns())
            self.add_class("-ascii")
        for theme in BY_NAME.values():
            self.register_theme(theme)
        self.theme = ANSI.name if self.plain else BY_NAME.get(self.config.theme, DARK).name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and the guards after them."""
        return [*super().get_line_filters(), *self._guards]

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out what a key or click asks for; what the database refuses is said."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except WorkbenchError as error:
            say_why(self, error)
            return True

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours for themes that do not know them."""
        return PLAIN

    def on_mount(self) -> None:
        """Show the review that was named, or the list.

        The list is made when it is wanted: it would only delay the first sight of the review.
        """
        if self._first is None or not self.open_review(self._first):
            self.show_list()
        self.begin_fitting()
        self.set_timer(_CALM_SECONDS, _collect_garbage_again)

    def show_list(self) -> None:
        """Come to the list of reviews, behind whatever was shown."""
        from workbench.tui.screens.reviews import ReviewsScreen

        if not any(isinstance(screen, ReviewsScreen) for screen in self.screen_stack):
            self.push_screen(ReviewsScreen())

    def change_review(self, review_id: str, claim_id: str) -> None:
        """Leave the review that is open for another one, at one of its claims."""

        def leave() -> None:
            self.store.load(review_id, self.analyst)  # where it is gone, one stays
            for screen in self.screen_stack:
                if isinstance(screen, ReviewScreen):
                    self._next = (review_id, claim_id)
                    screen.action_leave()

        attempt(self, leave)

    def _left(self) -> None:
        """A review was left: for the list, or for another one."""
        self.show_list()
        wanted, self._next = self._next, None
        if wanted is not None:
            self.open_review(*wanted)

    def open_review(self, review_id: str, claim_id: str = "") -> bool:
        """Show a review; only one at a time, however often it is asked for.

        Args:
            review_id: which one.
            claim_id: the claim to begin at, or "" for where the analyst was.

        Returns:
            Whether it could be opened.
        """
        if any(isinstance(screen, ReviewScreen) for screen in self.screen_stack):
            return True

        def show() -> None:
            desk = Desk(self.store, review_id, self.analyst)
            screen = ReviewScreen(desk, article_limit=self.config.article_limit, claim_id=claim_id)
            self.push_screen(screen, lambda _: self._left())
            index_in_background(self, self.store.path, desk.state.articles_in_order())

        opened = attempt(self, show)
        self.fit(self.size)
        return opened

    def action_help(self) -> None:
        """The keys of the place one is in."""
        from workbench.tui.screens.help import Help

        places = PLACES.get(type(self.screen).__name__)
        if places is not None:
            self.push_screen(Help((*places, "everywhere")))

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        if not isinstance(self.screen, (CommandPalette, TooSmall)):
            from workbench.tui.palette import Palette

            self.push_screen(Palette())

    def action_leave(self) -> None:
        """Quit from wherever one is; nothing is unsaved."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.close()
        self.exit()

    def action_how_to_quit(self) -> None:
        """What ctrl+c means elsewhere is said here."""
        back = self.keys.named("quit")
        guard.notify(self, f"{back} goes back and quits; ctrl+q quits at once. Nothing is unsaved.")

    def action_next_theme(self) -> None:
        """The next theme, for as long as the program runs."""
        if self.plain:
            guard.notify(self, "NO_COLOR is set: the workbench sends no colours.")
            return
        names = list(BY_NAME)
        now = [name for name, theme in BY_NAME.items() if theme.name == self.theme]
        name = names[(names.index(now[0]) + 1) % len(names)] if now else names[0]
        self.theme = BY_NAME[name].name
        guard.notify(self, f'Theme {name}; theme = "{name}" in the config file keeps it.')


def _collect_garbage_again() -> None:
    """What was there before now is none, and need not be looked through."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(database: Path, analyst: str, review_id: str | None, config: Config) -> int:
    """Open the screen and stay in it until the analyst leaves.

    Args:
        database: the database file; made when there is none.
        analyst: who is working.
        review_id: the review to open, or None for the list of reviews.
        config: the settings.

    Returns:
        The exit code.

    Raises:
        StoreError: the database cannot be opened.
        ConfigError: the keys cannot be bound like that.
    """
    with Store(database, create=True) as store:
        app = WorkbenchApp(store, analyst, review_id, config)
        if not config.theme and has_few_colours(app.console.color_system):
            app.theme = ANSI.name
        app.run(mouse=config.mouse)
        return app.return_code or 0
