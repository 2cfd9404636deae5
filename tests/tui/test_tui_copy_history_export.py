"""Copying, history and export."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList
from tui_hands import at_work
from tui_material import OFFICE_4, corpus, on_disk, on_the_loop, review_of

from workbench.export import export
from workbench.handing_over import hand_over
from workbench.store import Store
from workbench.tui import clipboard
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.history import History

# Copying


@on_the_loop
async def test_y_copies_the_claim_with_outlet_date_and_place(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, OFFICE_4)
        await hand.press("y")
        copied = hand.app.clipboard
        assert copied.startswith(f"“{OFFICE_4}”")
        for part in ("The Larkmoor Ledger", "2025-10-07", "article 4", f"{claim.start}-{claim.end}",
                     "https://example.com/world/moscow-warns-against-foreign-forces"):  # fmt: skip
            assert part in copied
        assert hand.heard(
            "Sent to the terminal's clipboard: ",
            f"{len(OFFICE_4)} characters of article 4 (The Larkmoor Ledger · 2025-10-07)",
        )
        assert not hand.heard("copied")
        assert len(hand.said) == 1


@on_the_loop
async def test_y_copies_the_selection_or_else_the_sentence(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.select(2, "Doha Agreement")
        await hand.press("y")
        assert hand.app.clipboard.startswith("“Doha Agreement”")
        assert "(no outlet, article 2, " in hand.app.clipboard
        await hand.press("escape")
        await hand.find(2, "was quick to refuse")
        await hand.press("y")
        assert hand.app.clipboard.startswith("“Kabul was quick to refuse.”")


@on_the_loop
async def test_y_where_there_are_no_words_says_so(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.\n\n\n\nTwo.")
    async with at_work(path) as hand:
        await hand.go(1, 6)
        await hand.press("y")
        assert hand.heard("no words")
        assert hand.app.clipboard == ""


@on_the_loop
async def test_a_copy_that_some_terminals_will_not_take_is_said_to_be_long(tmp_path, monkeypatch):
    monkeypatch.delenv("TMUX", raising=False)
    path = tmp_path / "w.db"
    review_of(path, "é" * (clipboard.SURE_BYTES // 2))
    async with at_work(path) as hand:
        await hand.press("v", "G", "y")
        assert hand.heard(
            "Sent to the terminal's clipboard: 37,497 characters of article 1 (no outlet)"
        )
        assert hand.heard("That is long", "74,994 bytes")


def test_only_what_is_longer_than_any_terminal_takes_is_called_long(monkeypatch):
    monkeypatch.delenv("TMUX", raising=False)
    assert clipboard.doubts(clipboard.SURE_BYTES, set()) == []
    assert len(clipboard.doubts(clipboard.SURE_BYTES + 1, set())) == 1
    # What is sent then is as long as a sequence may be in the terminals that take least.
    assert 8 + -(-clipboard.SURE_BYTES // 3) * 4 == 100_000


@on_the_loop
async def test_under_tmux_what_it_needs_is_said_once(tmp_path, monkeypatch):
    monkeypatch.setenv("TMUX", "/tmp/tmux-1000/default,1,0")
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("y")
        assert hand.heard("tmux passes a copy on only after `set -s set-clipboard on`")
        hand.said.clear()
        await hand.press("y")
        assert hand.heard("Sent to the terminal's clipboard")
        assert not hand.heard("tmux")


# History


@on_the_loop
async def test_history_lists_the_acts_newest_first_with_who_and_when(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space", "c", "escape", "H")
        assert isinstance(hand.app.screen, History)
        options = hand.app.screen.query_one(OptionList)
        lines = [str(options.get_option_at_index(n).prompt) for n in range(options.option_count)]
        assert len(lines) == len(hand.acts())
        assert "conflicts" in lines[0]
        assert "claim 1 made" in lines[1]
        assert "article 5 brought in" in lines[2]
        assert "review made" in lines[-1]
        assert all(" mk " in line and line.startswith("20") for line in lines)
        await hand.press("escape")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_undo_and_redo_work_in_the_history_and_show_there(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "H", "ctrl+z")
        assert hand.claims == []
        options = hand.app.screen.query_one(OptionList)
        assert "undone: claim 1" in str(options.get_option_at_index(0).prompt)
        await hand.press("ctrl+y")
        assert len(hand.claims) == 1
        assert "done again" in str(options.get_option_at_index(0).prompt)
        await hand.press("ctrl+y")
        assert hand.heard("nothing to redo")
        await hand.press("q")
        assert hand.app.screen is hand.screen
        assert any(line.startswith("? ") for line in hand.picture())


@on_the_loop
async def test_what_another_terminal_did_is_in_the_history(tmp_path):
    from workbench.core import changes

    path = corpus(tmp_path)
    async with at_work(path) as hand:
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            article = state.articles_in_order()[0]
            store.commit(changes.make_claim(state, article, store.text(article), 0, 20))
        await hand.press("H")
        assert any(" ann " in line and "claim 1 made" in line for line in hand.picture())


# Export


@pytest.mark.parametrize("kind", ["claims", "links", "articles", "log"])
@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
@on_the_loop
async def test_ctrl_e_writes_what_export_makes(tmp_path, kind, suffix):
    path = corpus(tmp_path)
    file = tmp_path / f"out.{suffix}"
    async with at_work(path) as hand:
        await hand.pair(relation="c")
        await hand.press("ctrl+e")
        await hand.fill(kind=kind, path=str(file))
        await hand.press("enter")
        assert hand.app.screen is hand.screen
        assert hand.heard(kind, "written", str(file))
        state = on_disk(path, hand.state.review.id, "mk")
        with Store(path) as store:
            events = store.history(state.review.id) if kind == "log" else ()
        assert file.read_bytes() == export(state, kind, events=events, file_format=suffix)


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        ("report", "html"),
        ("report", "md"),
        ("annotations", "jsonld"),
        ("claimreview", "jsonld"),
        ("bundle", "zip"),
    ],
)
@on_the_loop
async def test_ctrl_e_writes_the_document_that_the_command_line_writes(tmp_path, kind, suffix):
    path = corpus(tmp_path)
    file = tmp_path / f"out.{suffix}"
    async with at_work(path) as hand:
        await hand.pair(relation="c")
        await hand.press("ctrl+e")
        await hand.fill(kind=kind, path=str(file))
        await hand.press("enter")
        assert hand.heard(kind, "written", str(file))
        state = on_disk(path, hand.state.review.id, "mk")
        with Store(path) as store:
            assert file.read_bytes() == hand_over(store, state, kind, file_format=suffix)


@on_the_loop
async def test_the_name_of_the_file_follows_the_kind_until_it_is_typed(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("ctrl+e")
        path = hand.app.screen.query_one("#path", Input)
        assert path.value.endswith("-claims.csv")
        await hand.fill(kind="report")
        assert path.value.endswith("-report.html")
        await hand.fill(kind="links")
        assert path.value.endswith("-links.csv")
        await hand.fill(path="mine.jsonl")
        await hand.fill(kind="log")
        assert path.value == "mine.jsonl"


@on_the_loop
async def test_an_ending_that_the_kind_is_not_written_in_is_refused_in_the_dialog(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("ctrl+e")
        await hand.fill(kind="report", path=str(tmp_path / "out.csv"))
        await hand.press("enter")
        assert isinstance(hand.app.screen, Form)
        assert "no .csv file of report" in " ".join(hand.text().split())
        assert not (tmp_path / "out.csv").exists()


@on_the_loop
async def test_an_export_replaces_and_says_so(tmp_path):
    file = tmp_path / "out.csv"
    file.write_text("old")
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("ctrl+e")
        await hand.fill(path=str(file))
        await hand.press("enter")
        assert hand.heard("replaced")
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "path",
    ["{tmp}", "{tmp}/missing/out.csv", "~nobody-of-this-name/out.csv", "{tmp}/" + "x" * 300 + ".csv",
     "{tmp}/w.db/out.csv", "/dev/null"],
)  # fmt: skip
@on_the_loop
async def test_a_place_that_cannot_be_written_is_said_and_the_program_goes_on(tmp_path, path):
    async with at_work(corpus(tmp_path), toasts=True) as hand:
        await hand.press("ctrl+e")
        await hand.fill(path=path.format(tmp=tmp_path))
        await hand.press("enter")
        assert hand.app.is_running
        assert hand.problems or isinstance(hand.app.screen, Form)


@on_the_loop
async def test_a_file_whose_name_looks_like_markup_is_written_and_named_as_it_is(tmp_path):
    async with at_work(corpus(tmp_path), toasts=True) as hand:
        await hand.press("ctrl+e")
        await hand.fill(path=f"{tmp_path}/[red].csv")
        await hand.press("enter")
        assert (tmp_path / "[red].csv").read_bytes().startswith(b"\xef\xbb\xbf")
        assert hand.heard("[red].csv")


@pytest.mark.parametrize(("field", "value"), [("kind", "everything"), ("kind", ""), ("path", " ")])
@on_the_loop
async def test_an_export_of_nothing_known_to_nowhere_is_refused_by_a_sentence(
    tmp_path, field, value
):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("ctrl+e")
        await hand.fill(**{field: value})
        await hand.press("enter")
        assert isinstance(hand.app.screen, Form)
        assert "is one of" in hand.text() or "Name a file" in hand.text()
        await hand.press("escape")
        assert not list(tmp_path.glob("*.csv"))
