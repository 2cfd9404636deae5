"""How the program is drawn: sixteen colours, plain ASCII, without the mouse, with keys of one's own."""

import pytest
from pty_review import Book, Worker
from pty_terminal import Terminal

pytestmark = pytest.mark.terminal

POOR = {"TERM": "xterm-16color", "COLORTERM": None}
PLAIN_TEXTS = {
    "one.txt": "The minister said that no troops will be sent abroad. He spoke in Moscow on Tuesday.\n",
    "two.txt": "The minister also said that no troops will be sent to Asia or abroad. He gave no reason.\n",
    "three.txt": "Nobody said that troops will be sent abroad, the minister's office wrote later on.\n",
}


def _walk(book, terminal):
    """Through everything that is ever shown, with claims, links, a conflict, a search and notices."""
    worker = Worker(book, terminal)
    terminal.press("enter", "space", "c", "a")
    worker.acted(3, 2, 1)
    terminal.press("esc")
    terminal.see_no("LINK")
    terminal.press("v", "w", "w", "s", "esc", "r", "esc", "t")
    terminal.see("Panes untied")
    terminal.press("t", "tab", "shift+tab", "i", "down")
    terminal.see("STRIP")
    terminal.press("esc", "/")
    terminal.type("troops")
    terminal.press("enter")
    terminal.see("1 of")
    terminal.press("n", "esc", "1", "g", "?")
    terminal.see("In a review")
    terminal.press("end")
    terminal.see("Nothing is ever unsaved")
    terminal.press("esc", "ctrl+p")
    terminal.see("Search for commands")
    terminal.type("conf")
    terminal.see("Next conflict")
    terminal.press("esc", "esc")
    terminal.see_no("Next conflict")
    terminal.press("o")
    terminal.see("outlet, date, title, address")
    terminal.press("down", "e")
    terminal.see("Outlet: who ran it")
    terminal.press("esc", "H")
    terminal.see("History of")
    terminal.press("esc", "!", "enter")
    terminal.see("Claimant:")
    terminal.type("someone")
    terminal.press("tab", "esc")
    terminal.see("What you typed for")
    terminal.press("v", "w", "w", "enter")  # a second claim that begins where the first does
    worker.acted(4, 2, 1)
    terminal.press("O", "S", "S", "L", "L", "I", "I")
    terminal.press("z", "z", "ctrl+e")
    terminal.see("What: claims")
    terminal.press("esc", "q")
    terminal.see("last worked on")
    terminal.press("n")
    terminal.see("New review")
    terminal.press("esc", "d")
    terminal.see("y yes")
    terminal.press("n", "?")
    terminal.see("In the list of reviews")
    terminal.press("esc", "q")
    terminal.ends_well()
    assert terminal.screen.offences == []


@pytest.fixture
def plain_book(tmp_path):
    files = []
    for name, text in PLAIN_TEXTS.items():
        files.append(tmp_path / name)
        files[-1].write_text(text)
    return Book(tmp_path / "review.db", "Plain").make(files)


# Sixteen colours


def _beyond_sixteen(sent):
    """SGR parameters that are neither one of the sixteen colours nor a style."""
    allowed = {*range(10), *range(20, 30), *range(30, 38), 39, *range(40, 48), 49}
    allowed |= {*range(90, 98), *range(100, 108)}
    return {sgr for sgr in sent if {int(part or b"0") for part in sgr.split(b";")} - allowed}


def _grounds(sent):
    """The colours of the sixteen that were sent as the ground of something."""
    parts = {int(part or b"0") for sgr in sent for part in sgr.split(b";")}
    return parts & {*range(40, 48), *range(100, 108)}


@pytest.mark.parametrize("named", [False, True], ids=["found out", "named"])
def test_in_sixteen_colours_nothing_else_is_sent(book, named):
    # Where the theme is named the terminal could show millions, and still gets its own sixteen.
    with book.open(
        environment={"WORKBENCH_THEME": "ansi"} if named else POOR, size=(120, 40)
    ) as terminal:
        _walk(book, terminal)
        assert _beyond_sixteen(terminal.screen.colours) == set()
        assert {43, 44} <= _grounds(terminal.screen.colours)  # conflicting, agreeing


def test_a_theme_that_was_named_is_taken_in_sixteen_colours_too(book):
    with book.open(environment=POOR | {"WORKBENCH_THEME": "light"}) as terminal:
        Worker(book, terminal)
        assert _beyond_sixteen(terminal.screen.colours) == set()  # the nearest of them
        assert {47, 107} & _grounds(terminal.screen.colours), "the ground is not light"


def test_the_theme_can_be_changed_while_one_works(book):
    with book.open() as terminal:
        Worker(book, terminal)
        for name in ("light", "ansi", "dark"):
            terminal.press("ctrl+p")
            terminal.see("Search for commands")
            terminal.type("next theme")
            terminal.see("Next theme")
            terminal.press("enter")
            terminal.see(f"Theme {name};")


# Plain ASCII


@pytest.mark.parametrize(
    "environment", [{}, POOR, {"NO_COLOR": "1"}], ids=["colours", "16", "none"]
)
def test_with_ascii_not_one_other_sign_reaches_the_terminal(plain_book, environment):
    arguments = ["--db", plain_book.path, "--analyst", "mk", "--ascii", "Plain"]
    with Terminal(
        arguments, home=plain_book.home, size=(110, 36), environment=environment
    ) as terminal:
        _walk(plain_book, terminal)
        sent = bytes(terminal.screen.raw)
    assert sent.isascii(), {sent[max(0, n - 20) : n + 20] for n, b in enumerate(sent) if b > 127}


def test_with_ascii_the_words_of_articles_stay_as_they_are(tmp_path):
    file = tmp_path / "signs.txt"
    file.write_text("“Agreed ✓ and …”, she said · then — nothing.\n")
    book = Book(tmp_path / "review.db", "Signs").make([file])
    (tmp_path / "config.toml").write_text("ascii = true\n")
    with book.open(environment={"WORKBENCH_CONFIG": str(tmp_path / "config.toml")}) as terminal:
        Worker(book, terminal)
        terminal.press("enter")
        terminal.see("claim 1 - unverified")
        words = "“Agreed ✓ and …”, she said · then — nothing."
        terminal.see(f'"{words}"')  # in the strip
        pane = [
            line for line in terminal.screen.lines() if words in line and f'"{words}' not in line
        ]
        assert pane, terminal.screen.text()
        assert pane[0].startswith("? ")
        terminal.press("enter")
        terminal.see("Claimant:")
        terminal.type("“me”")
        terminal.see("“me”")


# The mouse


@pytest.mark.parametrize("how", ["--no-mouse", "WORKBENCH_MOUSE", "mouse = false"])
def test_without_the_mouse_the_terminal_is_never_asked_for_it(book, how):
    arguments = ["--db", book.path, "--analyst", "mk", "open", book.title]
    environment = {}
    if how.startswith("--"):
        arguments.append(how)
    elif how.startswith("W"):
        environment[how] = "off"
    else:
        (book.home / "c.toml").write_text(f"{how}\n")
        environment["WORKBENCH_CONFIG"] = str(book.home / "c.toml")
    with Terminal(arguments, home=book.home, environment=environment) as terminal:
        Worker(book, terminal)
        terminal.press("?", "end")
        terminal.see("The mouse is switched off here")
        terminal.press("esc", "q")
        terminal.see("last worked on")
        terminal.press("q")
        terminal.ends_well()
        asked = bytes(terminal.screen.raw)
        assert not any(
            f"\x1b[?{mode}h".encode() in asked for mode in (1000, 1002, 1003, 1006, 1015)
        )


# Keys


def test_keys_of_ones_own_work_in_the_terminal(book):
    (book.home / "c.toml").write_text(
        '[keys]\n"claim.make" = ["m", "("]\nmove.sentence_back = []\n'
    )
    environment = {"WORKBENCH_CONFIG": str(book.home / "c.toml")}
    with book.open(environment=environment) as terminal:
        worker = Worker(book, terminal)
        terminal.see("m claim")
        terminal.press("m", ")", "(")
        worker.acted(2, 0, 0)


def test_a_wrong_config_file_is_refused_before_the_screen_opens(book):
    (book.home / "c.toml").write_text('[keys]\n"claim.make" = "space"\n')
    environment = {"WORKBENCH_CONFIG": str(book.home / "c.toml")}
    for arguments in (["open", book.title], [], ["demo"]):
        with Terminal(
            ["--db", book.path, *arguments], home=book.home, environment=environment, size=(300, 10)
        ) as terminal:
            assert terminal.exit_code() == 2
            assert (
                "space would be the key of both claim.make and link.start" in terminal.screen.text()
            )
            assert b"\x1b" not in terminal.screen.raw
