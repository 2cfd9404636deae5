"""Text that means harm to a terminal: in files, in what is typed, and raw in a database."""

import json
from pathlib import Path

from pty_review import ANALYST, Book

from workbench.core import sentences
from workbench.core.anchor import anchor
from workbench.core.changes import trim
from workbench.core.ids import content_id, new_id, now
from workbench.core.text import sha256

PAYLOADS = (
    "\x1b]0;PWN-a-title\x07",
    "\x1b]2;PWN-a-title\x1b\\",
    "\x1b]8;;http://evil.example/PWN\x1b\\PWN\x1b]8;;\x1b\\",
    "\x1b]52;c;UFdORUQ=\x07",
    "\x1b]52;c;?\x07",
    "\x1b]22;PWN\x07",
    "\x1b]1337;File=inline=1:UFdO\x07",
    "\x1b[2J\x1b[3J\x1b[HPWN",
    "\x1b[7;7HPWN",
    "\x1b[8mPWN",
    "\x1b[38;2;1;2;3mPWN",
    "\x1b[1;5r\x1b[4h\x1b[20h",
    "\x1b[?1049lPWN",
    "\x1b[?2004l\x1b[?1003lPWN",
    "\x1b[?25hPWN",
    "\x1b[6n\x1b[c\x1b[>c\x1b[21t",
    "\x1b[8;1;1t\x1b[?2026$pPWN",
    "\x1b[>31uPWN",
    '\x1bP$q"p\x1b\\',
    "\x1bPq#0;2;0;0;0~~\x1b\\",
    "\x1b_Gf=24,a=T;UFdO\x1b\\",
    "\x1b^PWN\x1b\\",
    "\x1bXPWN\x1b\\",
    "\x1bc\x1b#8\x1b(0\x1b7\x1b=",
    "\x9b2J\x9b31m",
    "\x9d0;PWN\x9c",
    "\x90q\x9c\x9fG\x9c\x98\x9e",
    "\x84\x8d\x8e\x8f",
    "\x07\x07",
    "PWN\x08\x08\x08NOT",
    "\x7f\x7f",
    "\x0b\x0c\x0e\x0f\x13\x11\x18\x1a",
    "\u202egnorw si siht\u202c",
    "\u202a\u202b\u202d\u2066\u2067\u2068\u2069",
    "\u200e\u200f\u061c",
    "\u200b\u2060\ufeff\u2062",
    "\ufff9a\ufffab\ufffb",
    "\U000e0041\U000e0042\U000e007f",
    "\U000e0001",
)  # fmt: skip
"""One of each kind; the letters PWN make those that could be Textual's own unmistakable."""

LINE_TRICKS = ("Truth\rLies", "above\x85below", "here\u2028there\u2029yonder")
"""What moves to another line; only in texts, where lines are lines."""

SHORT = "\x1b]2;PWN\x07\x9b2JPWN\u202e\x7f\x08\U000e0041\x1b[7;7HPWN"
"""For fields of which a screen shows the beginning only."""

CLICK = "[@click=app.leave]LEAVE[/]"
MARKUP = (
    "[@click=app.quit]QUIT-ME[/]", "[@click=screen.delete]DELETE-ME[/]",
    "[@click=app.exit()]EXIT-ME[/]", "[link=http://evil.example/PWN]LINK-ME[/link]",
    "[/nope]", "[b]BOLD[/b]", "[blink on red]RED[/]", "[", "\\[", "$text", "[[/]]",
)  # fmt: skip

FIELD = f"{SHORT}{CLICK}"
"""A value for a field: a mark is put before it."""


def needles() -> list[bytes]:
    """Byte strings none of which may be sent."""
    whole = [*PAYLOADS, SHORT, "\x1b]2;PWN", "\x9b2J", "\x1b[7;7HPWN", "\x1b]8;"]
    return [one.encode() for one in whole]


def hostile_text(mark: str, number: str) -> str:
    """An article that tries everything."""
    first = f"TX{mark} the envoy {SHORT} said {CLICK} that {number} lorries crossed the bridge."
    lines = [first]
    for at, payload in enumerate((*PAYLOADS, *LINE_TRICKS, *MARKUP)):
        lines.append(f"Line {at} of {number} {payload} ends with HIT{at:02}{mark}.")
    return "\n\n".join(lines) + "\n"


def hostile_files(folder: Path) -> list[Path]:
    """Two articles on the same events, with front matter that means no better."""
    files = []
    for mark, number in (("A", "eighty"), ("B", "ninety")):
        path = folder / f"{mark}.txt"
        head = (
            f"---\noutlet: OU{mark} {FIELD}\ntitle: HE{mark} {FIELD}\nbyline: BY{mark} {FIELD}\n"
            "published: 2025-10-08\n---\n"
        )
        path.write_bytes((head + hostile_text(mark, number)).encode())
        files.append(path)
    return files


def poison(book: Book) -> None:
    """Write all of it straight into a database, as a file from elsewhere might have it."""
    review = book.rows("SELECT * FROM review")[0]["id"]
    analyst, time = f"EV {FIELD}", now()
    statements: list[tuple[str, tuple[object, ...]]] = [
        ("INSERT INTO analyst VALUES (?, ?)", (analyst, time)),
        ("UPDATE review SET title = ?", (f"TI {FIELD}",)),
    ]
    claims = []
    for index, (mark, number) in enumerate((("A", "eighty"), ("B", "ninety"))):
        text = hostile_text(mark, number)
        article = content_id(text)
        digest = sha256(text)
        statements += [
            ("INSERT INTO article_text VALUES (?, ?)", (digest, text)),
            ("INSERT INTO article_raw VALUES (?, ?)", (digest, text.encode())),
            (
                "INSERT INTO article VALUES (?, ?, ?, ?, ?, '2025-10-08', ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    review, article, 100 + index, f"OU{mark} {FIELD}", f"HE{mark} {FIELD}",
                    f"https://e.example/{SHORT}", f"BY{mark} {FIELD}\x00", len(text), digest,
                    digest, ANALYST, time, time,
                ),
            ),
        ]  # fmt: skip
        place = anchor(text, *trim(text, *(sentences.sentence_at(text, 0) or (0, 1))))
        claim = new_id()
        claims.append(claim)
        statements.append(
            (
                f"INSERT INTO claim VALUES ({', '.join('?' * 16)})",
                (
                    review, claim, 100 + index, article, place.start, place.end, place.quote,
                    place.prefix, place.suffix, f"NO {FIELD}\x00", f"CL {FIELD}", f"OR {FIELD}",
                    f"TA {FIELD}", ANALYST, time, time,
                ),
            )
        )  # fmt: skip
    link = new_id()
    statements += [
        (
            f"INSERT INTO link VALUES ({', '.join('?' * 11)})",
            (
                review, link, 100, claims[0], claims[1], "conflicts", f"RE {FIELD}",
                f"RA {FIELD}\x00", ANALYST, time, time,
            ),
        ),
        (
            "INSERT INTO event (id, review_id, analyst, at, act) VALUES (?, ?, ?, ?, ?)",
            (new_id(), review, analyst, f"{SHORT} and time", f"AC {FIELD}"),
        ),
        (
            "INSERT INTO event_row SELECT max(seq), 0, 'claim', ?, NULL, ? FROM event",
            (claims[0], json.dumps({"number": 100, "quote": f"EQ {FIELD}"})),
        ),
    ]  # fmt: skip
    book.write(*statements)


def poisoned_session(book: Book) -> dict[str, object]:
    """A session that holds what no session of ours ever does."""
    claim = book.claims()[0]["id"]
    first = next(iter(book.texts()))
    return {
        "panes": [first, "no such article", 7, None, first],
        "focus": "PWN",
        "wanted": -3,
        "zoomed": SHORT,
        "tied": [],
        "positions": {first: ["x", -5, 1e300, SHORT], "gone": 3},
        "open_draft": f"claim:{claim}",
        "drafts": {
            f"claim:{claim}": {
                "note": f"DN {FIELD}", "claimant": f"DC {FIELD}", "tags": 7, "x": {},
            },
            "claim:gone": {"note": "x"}, "link:": 3, SHORT: {SHORT: SHORT}, "claim": [],
        },
    }  # fmt: skip
