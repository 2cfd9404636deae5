"""Going places in a review: to claims, points, conflicts, search hits, panes."""

from typing import TYPE_CHECKING

from workbench.core.events import shorten
from workbench.core.model import Claim, Link
from workbench.tui import jobs
from workbench.tui.guidance import without_points
from workbench.tui.screens import review_room as room
from workbench.tui.screens.finding import Search

if TYPE_CHECKING:
    from workbench.tui.looking import Looked
    from workbench.tui.screens.review_base import ReviewBase


_NARROW = 100  # columns from which on the line below says all that was found


def go_to_place(screen: "ReviewBase", article_id: str, start: int, claim_id: str = "") -> None:
    """Show an article in the focused pane or the one that has it, with the cursor at a place."""
    frame = screen.board.frame_of(article_id)
    if frame is None:
        frame = screen.board.focused
        if frame is None:
            return
        screen.board.show(frame, article_id)
    screen.bring_up(frame)
    frame.pane.go(start)
    frame.pane.act_on(claim_id)
    screen.refresh_current()


def go_to_claim(screen: "ReviewBase", claim: Claim) -> None:
    """To a claim's first word."""
    go_to_place(screen, claim.article_id, claim.start, claim.id)


def go_point(screen: "ReviewBase", step: int) -> None:
    """To the first claim of the next or previous point, by number; round and round."""
    every = screen.desk.points()
    if not every:
        screen.say(without_points(len(screen.desk.state.articles), screen.key))
        return
    here = screen.desk.state.claims.get(screen.current)
    numbers = [point.number for point in every]
    if here is not None:
        index = (numbers.index(screen.desk.point_of(here).number) + step) % len(every)
    else:
        index = 0 if step > 0 else len(every) - 1
    point = every[index]
    go_to_point(screen, next(c for c in point.claims if c.number == point.number))


def go_to_point(screen: "ReviewBase", claim: Claim) -> None:
    """To a claim, with the articles that speak to its point in the other panes, all level.

    Where there are fewer panes than such articles, those that say otherwise come first.
    """
    go_to_claim(screen, claim)
    board = screen.board
    home = board.frame_of(claim.article_id)
    if len(board.frames) < 2 or board.zoomed or home is None or not screen.tied:
        return
    point = screen.desk.point_of(claim)
    mine = point.position_of(claim.id).letter
    letters = {c.id: p.letter for p in point.positions for c in p.claims}
    others: dict[str, Claim] = {}
    for other in sorted(point.claims, key=lambda one: letters[one.id] == mine):
        if other.article_id != claim.article_id:
            others.setdefault(other.article_id, other)
    wanted = list(others)[: len(board.frames) - 1]
    free = [f for f in board.frames if f is not home and f.pane.article_id not in wanted]
    for article_id in wanted:
        if board.frame_of(article_id) is None and free:
            board.show(free.pop(0), article_id)
    screen.refresh_current(again=True)
    screen.level(home.pane, claim, list(others.values()))


def next_conflict(screen: "ReviewBase") -> None:
    """To the next conflict after the claim under the cursor, both ends in view."""
    state = screen.desk.state
    conflicts = [link for link in state.own_links() if link.relation == "conflicts"]
    if not conflicts:
        screen.say("No conflicts are marked in this review.")
        return
    # A claim may have several conflicts: go on from the one visited last while it is still in hand.
    here = [
        n
        for n, link in enumerate(conflicts)
        if screen.current in (link.from_claim_id, link.to_claim_id)
    ]
    visited = [n for n in here if conflicts[n].id == screen.last_conflict]
    link = conflicts[((visited or here)[-1] + 1) % len(conflicts) if here else 0]
    screen.last_conflict = link.id
    go_to_link(screen, link, state.claims[link.from_claim_id])


def go_to_link(screen: "ReviewBase", link: Link, claim: Claim) -> None:
    """To a claim, with the one it is linked with level in another pane."""
    other = screen.desk.state.claims[link.other(claim.id)]
    go_to_claim(screen, claim)
    frame = screen.board.frame_of(claim.article_id)
    if len(screen.board.frames) > 1 and not screen.board.zoomed:
        screen.board.bring(other.article_id, frame)
        screen.refresh_current(again=True)
        if frame is not None and screen.tied:
            screen.level(frame.pane, claim, [other])


def go_pane(screen: "ReviewBase", number: int) -> None:
    """To the n-th pane; where only one is shown, to the n-th article."""
    frames = [frame for frame in screen.board.frames if frame.display]
    if len(frames) > 1 or screen.board.zoomed:
        frames = screen.board.frames
        if number <= len(frames):
            frames[number - 1].pane.take_keys()
            if screen.board.zoomed:
                screen.board.set_zoom(zoomed=True)
        else:
            screen.say(f"There are {len(frames)} panes; {screen.key('pane.more')} shows one more.")
        return
    articles = screen.desk.state.articles_in_order()
    if frames and number <= len(articles):
        screen.board.show(frames[0], articles[number - 1].id)
        screen.refresh_current()
    else:
        screen.say(f"There is no article {number} here.")


def next_pane(screen: "ReviewBase", step: int) -> None:
    """To the next pane; past the last one lies the strip, and past that the first again."""
    strip = screen.strip
    if screen.in_strip or not screen.board.step(step):
        # While linking the strip only shows what a mark would link.
        free = screen.linking is None and screen.strip_open and len(strip.view.items) > 1
        if free and not screen.in_strip:
            strip.take_keys()
        else:
            frames = [frame for frame in screen.board.frames if frame.display]
            if frames:
                frames[0 if step > 0 else -1].pane.take_keys()
    screen.refresh_current()


def enter_strip(screen: "ReviewBase") -> None:
    """Into the strip, where links are marked anew, explained or deleted."""
    if not screen.strip_open:
        room.toggle_strip(screen)
    if len(screen.strip.view.items) > 1:
        screen.strip.take_keys()
        screen.refresh_current()
    else:
        link = screen.key("link.start")
        screen.say(
            f"The strip shows no counterparts here: {link} links the claim under the cursor."
        )


def change_panes(screen: "ReviewBase", step: int) -> None:
    """One pane more or less, or (0) as many as the width allows."""
    board = screen.board
    shown = len(board.frames)
    if board.zoomed:
        board.set_zoom(zoomed=False)
    board.wanted = 0 if step == 0 else max(1, shown + step)
    if step == 0:
        board.share_evenly()
    screen.lay_out()
    if step > 0 and not board.hidden() and len(board.frames) == shown:
        board.wanted = shown
        screen.say("Every article has a pane already.")
    screen.unsaved = True


def step_back(screen: "ReviewBase") -> None:
    """Leave the strip, the search, edges or selection, or linking: one at a time."""
    pane = screen.pane
    if screen.in_strip and pane:
        pane.take_keys()
    elif screen.search is not None:
        end_search(screen)
    elif pane and (pane.selection is not None or screen.edges):
        screen.edges = ""
        pane.go(pane.position.cursor if pane.position.sticky else (pane.selection or (0,))[0])
    elif screen.linking is not None:
        screen.end_linking()
    screen.refresh_current()


def begin_search(screen: "ReviewBase", wanted: str) -> None:
    """Look for words, and go to the first hit in the articles after the cursor."""
    if not wanted.strip():
        end_search(screen)
        return
    from workbench.tui.looking import look

    jobs.run(
        screen.app,
        f"Looking for “{shorten(wanted, 40)}”",
        lambda job: look(screen.desk, wanted, job.tell),
        lambda looked: _found(screen, wanted, looked),
        stopped=lambda: screen.say("Stopped looking; nothing has changed."),
    )


def _found(screen: "ReviewBase", wanted: str, looked: "Looked") -> None:
    beside = looked.beside
    if not looked.hits:
        end_search(screen)
    if not looked.hits and not beside.total:
        screen.say(
            f"“{wanted}” stands in none of the articles, in no note or finding, and in no earlier "
            "review."
        )
        return
    show_hits(screen, Search(wanted, looked.hits, beside=beside))
    if not looked.hits:  # there is nothing else to show
        from workbench.tui.screens import review_search

        review_search.show(screen)
    elif beside.total and screen.app.size.width < _NARROW:
        screen.say(f"Also {beside.words()}: {screen.key('search.list')} lists them.")


def show_hits(screen: "ReviewBase", search: Search) -> None:
    """Mark the places that were found in the panes, and go to the first after the cursor."""
    screen.search = search
    if search.is_cut:
        screen.say(
            f"“{shorten(search.wanted, 40)}” stands in too many places: {screen.key('go.forward')} "
            f"goes through the first {len(search.hits):,}."
        )
    screen.board.set_hits(search.by_article())
    pane = screen.pane
    if pane is not None:
        here = (_number(screen, pane.article_id), pane.position.cursor)
        numbers = {article.id: article.number for article in screen.desk.state.articles_in_order()}
        places = (n for n, hit in enumerate(search.hits) if (numbers[hit[0]], hit[1]) >= here)
        search.index = next(places, 0)
    _show_hit(screen)


def check_search(screen: "ReviewBase") -> None:
    """Articles may have been taken out of the review meanwhile, with the hits in them."""
    if screen.search is not None:
        screen.search.keep(screen.desk.state.articles)
        if screen.search.beside:
            screen.search.beside = screen.search.beside.without_gone(screen.desk.state)
        if not screen.search.hits and not screen.search.elsewhere:
            end_search(screen)


def next_hit(screen: "ReviewBase", step: int) -> None:
    """To the next or previous hit, round and round."""
    if screen.search is None:
        forward, search = screen.key("go.forward"), screen.key("search")
        screen.say(f"{forward} goes to the next hit of a search: {search} begins one.")
        return
    if not screen.search.hits:
        screen.say(
            f"“{shorten(screen.search.wanted, 40)}” stands in none of the articles: "
            f"{screen.key('search.list')} lists where it does."
        )
        return
    screen.search.index = (screen.search.index + step) % len(screen.search.hits)
    _show_hit(screen)


def end_search(screen: "ReviewBase") -> None:
    """Forget the search and its hits."""
    screen.search = None
    screen.board.set_hits({})
    screen.refresh_current()


def _show_hit(screen: "ReviewBase") -> None:
    if screen.search is not None and screen.search.hits:
        article_id, start, _ = screen.search.hits[screen.search.index]
        go_to_place(screen, article_id, start)


def _number(screen: "ReviewBase", article_id: str) -> int:
    return screen.desk.state.articles[article_id].number
