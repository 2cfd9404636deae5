"""Keys, clicks, sizes and another terminal in any order: nothing crashes, and memory is what is on disk."""

from __future__ import annotations

import random

import pytest
from textual import events
from tui_hands import at_work
from tui_material import CORPUS, corpus, on_the_loop, rows

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.core.points import all_points
from workbench.errors import WorkbenchError
from workbench.store import Store
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.review_session import poll

KEYS = (
    "up down left right w b ( ) { } g G home end pageup pagedown ctrl+u ctrl+d v s r O [ ] "
    "shift+right shift+down ctrl+shift+right tab shift+tab 1 2 3 4 9 z t + - = < > ! n N y i "
).split()
ACTS = "enter enter enter space space a a c u x d delete ctrl+z ctrl+z ctrl+y escape escape".split()
SCREENS = "o / H ? ctrl+e q ctrl+p F E p".split()
TYPED = "x T 1 space backspace tab down up enter escape ctrl+s ctrl+d".split()
SIZES = ((160, 32), (80, 24), (120, 30), (220, 30), (30, 8), (1, 1), (100, 60))


def another_terminal(hand, dice: random.Random) -> None:
    """Somebody else does something to the review."""
    with Store(hand.path) as store:
        state = store.load(hand.screen.desk.review_id, dice.choice(["ann", "mk"]))
        articles, claims, links = (
            list(d.values()) for d in (state.articles, state.claims, state.links)
        )
        try:
            match dice.randrange(7):
                case 0 if articles:
                    article = dice.choice(articles)
                    start = dice.randrange(article.characters)
                    text = store.text(article)
                    store.commit(changes.make_claim(state, article, text, start, start + 60))
                case 1 if claims:
                    store.commit(changes.delete_claim(state, dice.choice(claims)))
                case 2 if len(claims) > 1:
                    one, other = dice.sample(claims, 2)
                    change = changes.link_claims(
                        state, one, other, dice.choice(["agrees", "conflicts"])
                    )
                    if change is not None:
                        store.commit(change)
                case 3 if links:
                    store.commit(changes.delete_link(state, dice.choice(links)))
                case 4 if len(articles) > 1:
                    store.commit(changes.remove_article(state, dice.choice(articles)))
                case 5:
                    list(bring_in(store, state, [str(dice.choice(CORPUS))], limit=10**7))
                case _:
                    store.undo(state.review.id, state.analyst)
        except WorkbenchError:
            pass  # refused, as anybody's act may be


async def step(hand, dice: random.Random) -> str:
    """One thing somebody might do; what it was, for the log of a failure."""
    size = hand.app.size
    kind = dice.random()
    if not isinstance(hand.app.screen, ReviewScreen) or hand.screen.search_bar.display:
        key = dice.choice(TYPED)
        if dice.random() < 0.2:
            key = "escape"
        await hand.press(key)
        return key
    if kind < 0.40:
        key = dice.choice(KEYS)
        await hand.press(key)
    elif kind < 0.75:
        key = dice.choice(ACTS)
        await hand.press(key)
    elif kind < 0.80:
        key = dice.choice(SCREENS)
        await hand.press(key)
    elif kind < 0.92:
        x, y = dice.randrange(size.width), dice.randrange(size.height)
        key = f"click {x},{y}"
        hand._clock += dice.choice([0.1, 2.0])
        hand._mouse(events.MouseMove, x, y)
        hand._mouse(events.MouseDown, x, y, 1, shift=dice.random() < 0.1)
        await hand.settle()
        if dice.random() < 0.3:
            x, y = dice.randrange(size.width), dice.randrange(size.height)
            hand._mouse(events.MouseMove, x, y, 1)
            await hand.settle()
        hand._mouse(events.MouseUp, x, y, 1)
        await hand.settle()
    elif kind < 0.95:
        x, y = dice.randrange(size.width), dice.randrange(size.height)
        key = f"wheel {x},{y}"
        hand._mouse(dice.choice([events.MouseScrollDown, events.MouseScrollUp]), x, y)
        await hand.settle()
    elif kind < 0.975:
        size = dice.choice(SIZES)
        key = f"resize {size}"
        await hand.resize(*size)
    else:
        key = "another terminal"
        another_terminal(hand, dice)
        if dice.random() < 0.7:
            poll(hand.screen)
            await hand.settle()
    return key


def sound(hand) -> None:
    """What has to hold at any moment."""
    screen = hand.screen
    state = screen.desk.state
    shown = screen.board.shown()
    assert len(shown) == len(set(shown)), "an article in two panes"
    assert set(shown) <= set(state.articles), "a pane shows an article that is gone"
    assert not state.articles or shown, "no article is shown"
    assert not state.articles or len(shown) == len(screen.board.frames), "an empty pane"
    focused = screen.board.focused
    assert focused is None or focused.display, "the pane with the focus is not displayed"
    # In one cell Textual's own scrollbars may keep the mouse, and with it the keys.
    if hand.app.screen is screen and hand.app.mouse_captured is None:
        assert screen.focused is not None, "nobody has the keys"
        assert screen.focused.display
    if screen.search is not None:
        assert {hit[0] for hit in screen.search.hits} <= set(state.articles), (
            "hits of an article gone"
        )
    for frame in screen.board.frames:
        held = [(mark.start, mark.end, mark.claim_id) for mark in frame.pane._marks.all]
        claims = state.claims_in(frame.pane.article_id) if frame.pane.article_id else []
        assert held == [(claim.start, claim.end, claim.id) for claim in claims], "stale marks"
        assert 0 <= frame.pane.position.cursor <= len(frame.pane.text)
    for item in screen.strip.view.items:
        assert not item.claim_id or item.claim_id in state.claims, (
            "the strip shows a claim that is gone"
        )
        assert not item.link_id or item.link_id in state.links, (
            "the strip shows a link that is gone"
        )
    assert screen.desk.points() == all_points(state), "points that are out of date"
    if screen.linking is not None:
        assert screen.linking.claim_id in state.claims
        assert screen.board.pinned
    assert not screen.edges or screen.edges in state.claims


@pytest.mark.parametrize("seed", range(8))
@on_the_loop
async def test_whatever_is_done_nothing_crashes_and_memory_is_what_is_on_disk(
    tmp_path, monkeypatch, seed
):
    monkeypatch.chdir(tmp_path)
    dice = random.Random(seed)
    path = corpus(tmp_path)
    done: list[str] = []
    async with at_work(path, size=dice.choice(SIZES[:4])) as hand:
        try:
            for _ in range(70):
                done.append(await step(hand, dice))
                if not any(isinstance(s, ReviewScreen) for s in hand.app.screen_stack):
                    if not rows(path, "SELECT id FROM review"):
                        break
                    while not isinstance(hand.app.screen, ReviewScreen):
                        await hand.press("escape", "escape", "enter")
                assert hand.app.is_running
                sound(hand)
        except BaseException as error:
            error.add_note(f"done: {' '.join(done[-40:])}")
            raise
