"""Text that means harm: shown as it is on every screen, and never carried out."""

from __future__ import annotations

from tui_hands import at_work
from tui_material import HOSTILE, WIDE, on_the_loop, review_of


@on_the_loop
async def test_hostile_text_is_shown_as_it_is_on_every_screen(tmp_path):
    path = tmp_path / "w.db"
    front = f"---\noutlet: {HOSTILE}\ntitle: {HOSTILE}\n---\n"
    review_of(
        path, f"{front}Quorum {HOSTILE} met.", f"Quorum {HOSTILE} met again.", title=f"T {HOSTILE}"
    )
    async with at_work(path, title="T", toasts=True, size=WIDE) as hand:
        await hand.press("enter", "enter")
        for _ in range(3):
            await hand.paste(HOSTILE)
            await hand.press("tab")
        await hand.paste(HOSTILE)
        await hand.press("ctrl+s")
        assert hand.claim(1).claimant.startswith("[@click=app.quit]go[/]")
        await hand.press("space", "c")
        assert len(hand.links) == 1
        if hand.screen.linking is not None:
            await hand.press("escape")
        await hand.go(1, 0)
        await hand.press("tab", "1")
        hand.strip.focus()
        await hand.settle()
        await hand.press("enter")
        await hand.paste(HOSTILE)
        await hand.press("tab")
        await hand.paste(HOSTILE)
        await hand.press("ctrl+s")
        assert hand.links[0].reason.startswith("[@click=app.quit]go[/]")
        assert "[@click=app.quit]go[/]" in hand.text()
        for keys in (("o",), ("H",), ("?",), ("ctrl+e",), ("o", "e"), ("y",), ("d",), ("ctrl+z",)):
            await hand.press("1", *keys)
            await hand.pilot.pause(0.02)
            assert hand.app.is_running
            assert "\x1b" not in hand.text()
            assert "\u202e" not in hand.text()
            while hand.app.screen is not hand.screen:
                await hand.press("escape")
        await hand.press("/")
        await hand.paste(HOSTILE)
        await hand.press("enter", "n")
        assert hand.app.is_running
        # Whatever of it is clicked, nothing is run.
        for y, line in enumerate(hand.picture()):
            x = line.find("go[/]")
            if x >= 0:
                found, _ = hand.app.get_widget_at(x, y)
                await hand.click(found, x - found.region.x, y - found.region.y)
                assert hand.app.is_running
                while hand.app.screen is not hand.screen:
                    await hand.press("escape")


@on_the_loop
async def test_hostile_file_names_are_said_as_they_are(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.")
    async with at_work(path, toasts=True) as hand:
        await hand.press("o", "a")
        await hand.fill(files=f"'{tmp_path}/[@click=app.quit]x[/] \x1b[31m.txt'")
        await hand.press("enter")
        await hand.pilot.pause(0.02)
        assert hand.app.is_running
        assert hand.heard("[@click=app.quit]x")
        assert not any("\x1b" in said for said in hand.said)
