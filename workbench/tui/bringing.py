"""Files become articles while the screen waits: what the list of reviews and the chooser share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.bringing_in import Outcome, bring_in, new_review, refuse_nothing
from workbench.core.review import ReviewState
from workbench.core.text import count
from workbench.store import Store
from workbench.tui import guard, jobs
from workbench.tui.files import expand

if TYPE_CHECKING:
    from textual.app import App

    from workbench.tui.jobs import Job


@dataclass(slots=True)
class Load:
    """Files on their way into a review.

    Attributes:
        database: the database file.
        analyst: who brings them in.
        files: the files, as typed.
        limit: bytes an article may have.
        review_id: the review; "" until it is made.
        title: what a review that is yet to be made is called.
        names: the files, one by one.
        outcomes: what became of those that were looked at.
    """

    database: Path
    analyst: str
    files: str
    limit: int
    review_id: str = ""
    title: str = ""
    names: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def carry(self, job: "Job[None]") -> None:
        """Make the review if there is none yet, and bring the files in; runs in a thread.

        Raises:
            NothingCameInError: the review is new, and none of its files could become an article.
            WorkbenchError: the database cannot be written; what came in before stays.
            JobStopped: what came in before stays, but a new review is not made at all.
        """
        with Store(self.database) as store:
            if self.review_id:
                self._bring(store, store.load(self.review_id, self.analyst), job)
                return
            with new_review(store, self.title, self.analyst) as state:
                self.review_id = state.review.id
                self._bring(store, state, job)
                refuse_nothing(self.names, self.outcomes)

    def _bring(self, store: Store, state: ReviewState, job: "Job[None]") -> None:
        self.names = expand(self.files)
        for outcome in bring_in(store, state, self.names, limit=self.limit, tell=job.tell):
            self.outcomes.append(outcome)


def bring(
    app: "App[Any]",
    load: Load,
    then: Callable[[], object],
    *,
    talkative: bool,
    failed: Callable[[], object],
) -> None:
    """Bring files in and say what became of them.

    Args:
        app: the program.
        load: the files, and where they go.
        then: called when it is over, also when some files failed or the analyst stopped it.
        talkative: whether what went well is said of each file, too.
        failed: called instead when there is no review to go on with.
    """
    new = not load.review_id

    def say() -> None:
        for outcome in load.outcomes:
            if talkative or outcome.failed or outcome.notices or not outcome.added:
                guard.notify(app, outcome.sentence, problem=outcome.failed)
            for notice in outcome.notices:
                guard.notify(app, notice)

    def done(_: None) -> None:
        say()
        then()

    def stopped() -> None:
        if new:
            guard.notify(app, f"Stopped; no review “{load.title}” was made.")
            failed()
            return
        say()
        added = sum(outcome.added for outcome in load.outcomes)
        seen = f"{len(load.outcomes)} of {count(len(load.names), 'file')}"
        guard.notify(app, f"Stopped after {seen}: {count(added, 'article')} came in.")
        then()

    def broken() -> None:
        say()
        (failed if new else then)()

    what = f"Making “{load.title}”" if new else "Bringing in articles"
    jobs.run(app, what, load.carry, done, stopped=stopped, failed=broken)
