"""The list of reviews: where one begins, and comes back to."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.core import changes
from workbench.core.text import count
from workbench.errors import ChangeRefusedError, WorkbenchError
from workbench.store import ReviewSummary, Store
from workbench.tui import guard, jobs
from workbench.tui.attempt import attempt, say_why
from workbench.tui.bound_keys import keys_of
from workbench.tui.bringing import Load, bring
from workbench.tui.dialogs.confirm import Confirm
from workbench.tui.dialogs.form import Field, Form, Values
from workbench.tui.files import path_suggester
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine, TopLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.jobs import Job

_EMPTY = """\
No reviews yet.

A review is one body of work: some articles on the same events, the claims
they make, and what you find when you hold them against each other.

Press {new} to make one: it asks for a title and for the files of its articles
(plain text or Markdown). Or, in the shell:

    workbench new "My review" path/to/*.txt
"""


class ReviewsScreen(Screen[None]):
    """All reviews of the database, the one worked on last first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("reviews")
    DEFAULT_CSS = """
    ReviewsScreen OptionList {
        height: 1fr; border: none; padding: 0 1; background: $background;
    }
    ReviewsScreen .head { height: 1; padding: 0 1; color: $secondary; background: $panel; }
    ReviewsScreen .empty { height: 1fr; padding: 1 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._reviews: list[ReviewSummary] = []
        self._stale = False
        self._top = TopLine()
        self._keys = KeyLine()

    def compose(self) -> ComposeResult:
        """Top line, list or advice, keys."""
        yield self._top
        yield Static("", classes="head", markup=False)
        yield OptionList(markup=False)
        empty = _EMPTY.format(new=keys_of(self).named("reviews.new"))
        yield Static(guard.content(empty), classes="empty", markup=False)
        yield self._keys

    def on_mount(self) -> None:
        """Show what there is."""
        self._keys.show([*commands_of("reviews"), *reversed(commands_of("everywhere"))])
        self.refresh_list()

    def on_screen_resume(self) -> None:
        """Back from a review: counts and order may differ."""
        self.refresh_list()

    def on_resize(self) -> None:
        """Titles have more or less room."""
        self.refresh_list()

    @property
    def workbench(self) -> "WorkbenchApp":
        """The app, with the database."""
        return self.app  # type: ignore[return-value]

    def refresh_list(self) -> None:
        """Read the list again."""
        try:
            self._reviews = self.workbench.store.reviews()
        except WorkbenchError as error:
            say_why(self.app, error)
            self._stale = True
            if not self._reviews:  # an empty list would take the keys for itself
                self.query_one(OptionList).display = False
                self.set_focus(None)
            return
        self._stale = False
        options = self.query_one(OptionList)
        at = options.highlighted
        stood_on = options.get_option_at_index(at).id if at is not None else None
        room = max(12, self.app.size.width - 54)
        options.clear_options()
        options.add_options([Option(_line(one, room), id=one.id) for one in self._reviews])
        if self._reviews:
            ids = [one.id for one in self._reviews]
            options.highlighted = (
                ids.index(stood_on) if stood_on in ids else min(at or 0, len(ids) - 1)
            )
            if self.is_current:
                options.focus()
        options.display = bool(self._reviews)
        head = self.query_one(".head", Static)
        head.update(_cells("title", ("articles", "claims", "links", "✗"), "last worked on", room))
        head.display = bool(self._reviews)
        self.query_one(".empty").display = not self._reviews
        self._top.show("Reviews", f"{self.workbench.store.path.name} · {self.workbench.analyst}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click opens the review."""
        event.stop()
        self.workbench.open_review(event.option.id or "")

    def action_open(self) -> None:
        """Open the review the list stands on."""
        chosen = self._chosen()
        if chosen:
            self.workbench.open_review(chosen.id)

    def action_new(self) -> None:
        """Ask for a title and files, and make a review of them."""

        def done(values: Values | None) -> None:
            if values is None:
                return

            load = self._load(values["files"])
            load.title = values["title"]
            bring(
                self.app,
                load,
                lambda: self.workbench.open_review(load.review_id),
                talkative=False,
                failed=self.refresh_list,
            )

        self.app.push_screen(
            Form(
                "New review",
                [
                    Field("title", "Title"),
                    Field("files", "Articles: files, separated by spaces; * stands for many",
                          hint="~/articles/*.txt", suggester=path_suggester()),
                ],
                check=lambda values: self._check_title(values["title"]),
            ),
            done,
        )  # fmt: skip

    def action_add(self) -> None:
        """Ask for files and bring them into the review the list stands on."""
        chosen = self._chosen()
        if chosen is None:
            return

        def done(values: Values | None) -> None:
            if values is not None:
                load = self._load(values["files"])
                load.review_id = chosen.id
                bring(
                    self.app,
                    load,
                    self.refresh_list,
                    talkative=False,
                    failed=self.refresh_list,
                )

        self.app.push_screen(
            Form(
                f"Add articles to {chosen.title}",
                [Field("files", "Files, separated by spaces; * stands for many",
                       hint="~/articles/*.txt", suggester=path_suggester())],
            ),
            done,
        )  # fmt: skip

    def action_rename(self) -> None:
        """Ask for another title."""
        chosen = self._chosen()
        if chosen is None:
            return

        def done(values: Values | None) -> None:
            if values is None:
                return

            def rename() -> None:
                store, analyst = self.workbench.store, self.workbench.analyst
                review = store.load(chosen.id, analyst).review
                store.commit(changes.rename_review(review, values["title"], analyst))

            attempt(self.app, rename)
            self.refresh_list()

        self.app.push_screen(
            Form(
                "Rename review",
                [Field("title", "Title", chosen.title)],
                check=lambda values: self._check_title(values["title"], but=chosen.id),
            ),
            done,
        )

    def action_delete(self) -> None:
        """Ask whether to delete the review for good."""
        chosen = self._chosen()
        if chosen is None:
            return

        def done(sure: bool | None) -> None:
            if sure:
                self._delete(chosen)

        self.app.push_screen(
            Confirm(
                f"Delete “{chosen.title}” for good, with {count(chosen.articles, 'article')}, "
                f"{count(chosen.claims, 'claim')} and {count(chosen.links, 'link')}? This cannot "
                "be undone."
            ),
            done,
        )

    def _delete(self, chosen: ReviewSummary) -> None:
        database = self.workbench.store.path

        def work(job: "Job[None]") -> None:
            with Store(database) as store:
                store.delete_review(chosen.id, tell=job.tell)

        jobs.run(
            self.app,
            f"Deleting “{chosen.title}”",
            work,
            lambda _: self.refresh_list(),
            stopped=lambda: guard.notify(self.app, f"Stopped; “{chosen.title}” is whole."),
            failed=self.refresh_list,
        )

    def action_leave(self) -> None:
        """Quit; nothing is unsaved."""
        self.app.exit()

    def _check_title(self, title: str, but: str = "") -> None:
        taken = self.workbench.store.review_called(title)
        if not title.strip():
            raise ChangeRefusedError("A review needs a title.")
        if taken is not None and taken.id != but:
            raise ChangeRefusedError(f"There is a review “{taken.title}” already.")

    def _chosen(self) -> ReviewSummary | None:
        if self._stale:  # it could not be read when it was last looked at
            self.refresh_list()
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is None or highlighted >= len(self._reviews):
            new = keys_of(self).named("reviews.new")
            guard.notify(self.app, f"There is no review yet: {new} makes one.")
            return None
        return self._reviews[highlighted]

    def _load(self, files: str) -> Load:
        app = self.workbench
        return Load(app.store.path, app.analyst, files, app.config.article_limit)


def _line(one: ReviewSummary, room: int) -> Content:
    worked = one.last_worked_on[:16].replace("T", " ")
    counts = (str(one.articles), str(one.claims), str(one.links), str(one.conflicts))
    return _cells(one.title, counts, worked, room)


def _cells(title: str, counts: tuple[str, str, str, str], worked: str, room: int) -> Content:
    shown = guard.line(title).truncate(room, ellipsis=True)
    numbers = "".join(
        f"{count:>{width}}" for count, width in zip(counts, (9, 8, 7, 5), strict=True)
    )
    return Content.assemble(
        shown, guard.content(" " * (room - shown.cell_length) + numbers + f"   {worked}")
    )
