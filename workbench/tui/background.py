"""Work in the background: a thread of its own, a connection of its own, and only in pauses."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.core.long_text import Text
from workbench.core.model import Article
from workbench.errors import WorkbenchError
from workbench.store import Store
from workbench.tui.quiet import Quiet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.screen import Screen

    from workbench.tui.desk import Desk


class Stopped(Exception):  # noqa: N818 - no error: the review was closed
    """The program does not want to know any more."""


class Reader:
    """What work in the background reads with.

    Attributes:
        store: the database, by a connection of its own.
        articles: the review's articles as they were when the work began, by id.
    """

    def __init__(
        self, desk: "Desk", store: Store, quiet: Quiet, articles: "Mapping[str, Article]"
    ) -> None:
        self.store = store
        self.articles = articles
        self._desk, self._quiet = desk, quiet
        self._read: dict[str, Text] = {}

    def text(self, article_id: str) -> Text:
        """An article's text: the one that is on the screen, else one read for now."""
        there = self._desk.read(article_id) or self._read.get(article_id)
        if there is None:
            if len(self._read) > 1:  # two are compared; more are not kept, for they may be long
                self._read.clear()
            there = self._read[article_id] = self.store.long_text(self.articles[article_id])
        return there

    def pause(self, *_: object) -> None:
        """Wait until nobody types; called between two slices of work.

        Raises:
            Stopped: it is all over.
        """
        if not self._quiet.wait():
            raise Stopped


def in_background(
    screen: "Screen[Any]",
    desk: "Desk",
    group: str,
    work: Callable[[Reader], object],
    done: Callable[[], object],
) -> None:
    """Do something in a thread; what goes wrong is only noted, for nobody waits for it.

    Args:
        screen: the screen that wants it; with it the work ends.
        desk: the review.
        group: what it is called; of each group only the latest goes on.
        work: what to do; it calls `pause` often, and says what it found through `call_later`.
        done: called on the screen's thread when it is over, one way or another.
    """
    app = screen.app
    articles = dict(desk.state.articles)

    def run() -> None:
        try:
            quiet = Quiet(screen.app)
            with Store(desk.store.path) as store:
                work(Reader(desk, store, quiet, articles))
        except Stopped:
            pass
        except (WorkbenchError, KeyError) as error:  # an article may leave meanwhile
            app.log.warning(str(error))
        finally:
            app.call_later(done)

    screen.run_worker(
        run, thread=True, exclusive=True, group=group, exit_on_error=False, name=group
    )
