r"""Markdown put together so that no stranger's word can become markup.

There is one way from text to an `Inline` and that is `text`, which escapes; an `Inline` is no
string, so forgetting this is a type error and not a hole. Escaped are the signs that CommonMark,
GitHub and Pandoc give a meaning, and at the beginning of a line those that make lists and headings;
a backslash before a sign of ASCII always stands for the sign itself (CommonMark 0.31, 2.4).
GitHub makes links of mail addresses after everything is read, whatever stands before them; they
lead to `mailto:` and say what they are.
"""

import re
from collections.abc import Iterable
from typing import TypeAlias
from unicodedata import category

from workbench.core.text import has_right_to_left
from workbench.export.report.markup import web_address

# Colons make addresses and pictograms (`:tada:`), but not between the hours and the minutes.
_ANYWHERE = re.compile(
    r"[\\`*_{}\[\]<>&~|$^#@]|(?<!\d):(?=\S)|(?<=\d):(?!\d\d(?![\d:]))(?=\S)|(?<=www)\."
)
_NUMBER = re.compile(r"\d{1,9}[.)]")
# What may stand in <…> without ending it; anything else is written as text.
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE = "\u2068", "\u2069"
"""Signs without width that keep a direction to itself; cleaned text holds none of its own."""


class Inline:
    """Finished Markdown on one line."""

    __slots__ = ("_markup",)

    def __init__(self, markup: str) -> None:
        self._markup = markup

    @property
    def markup(self) -> str:
        """As it is written into the file."""
        return self._markup


Part: TypeAlias = "Inline | str | Iterable[Part] | None"
"""What a line is made of: finished Markdown; text, which is escaped; None, which is nothing."""


def text(words: str) -> Inline:
    """Words as they are, on one line, wherever in a line they stand.

    Args:
        words: any text; line ends and runs of spaces become one space.
    """
    flat = " ".join(words.split())
    escaped = _ANYWHERE.sub(lambda found: f"\\{found.group()}", flat)
    # The words may come to stand at the beginning of a line.
    number = _NUMBER.match(escaped)
    if number:
        at = number.end() - 1
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    elif escaped[:1] in ("-", "+", "="):
        escaped = f"\\{escaped}"
    return Inline(escaped)


def line(*parts: Part) -> Inline:
    """Parts one after the other."""
    return Inline("".join(_markup(part) for part in parts))


def bold(words: str) -> Inline:
    """Words in bold, as far as Markdown allows: signs at their edges stay outside.

    Next to a letter, asterisks only begin or end bold words where the words begin or end with a
    letter themselves; so bold is what lies between the first and the last letter or digit.
    """
    flat = " ".join(words.split())
    inner = [at for at, sign in enumerate(flat) if category(sign)[0] in "LNM"]
    if not inner:
        return text(words)
    start, end = inner[0], inner[-1] + 1
    parts = _spaced(flat[:start]), text(flat[start:end]).markup, _spaced(flat[end:])
    before, after = _edges(words)
    return Inline(f"{before}{parts[0]}**{parts[1]}**{parts[2]}{after}")


def address(words: str) -> Inline:
    """An address: a link where it is plainly one of the web, else the text."""
    if web_address(words) and _PLAIN_ADDRESS.fullmatch(words):
        return Inline(f"<{words}>")
    return text(words)


def to(title: str, anchor: str) -> Inline:
    """A link to a place of the document.

    Args:
        title: our own words.
        anchor: the id of the place, of letters, digits and hyphens.
    """
    return Inline(f"[{text(title).markup}](#{anchor})")


def place(anchor: str) -> Inline:
    """A place that can be linked to."""
    return Inline(f'<a id="{anchor}"></a>')


def _markup(part: Part) -> str:
    if part is None:
        return ""
    if isinstance(part, Inline):
        return part.markup
    if isinstance(part, str):
        return _spaced(part)
    return "".join(_markup(each) for each in part)


def _spaced(words: str) -> str:
    """Words escaped, a space kept where they begin or end with one."""
    before, after = _edges(words)
    escaped = text(words).markup
    if has_right_to_left(escaped):
        # Such words must not turn what stands beside them around.
        escaped = f"{FIRST_STRONG_ISOLATE}{escaped}{POP_DIRECTIONAL_ISOLATE}"
    return f"{before}{escaped}{after}"


def _edges(words: str) -> tuple[str, str]:
    return (
        " " if words[:1].isspace() else "",
        " " if words[-1:].isspace() and words.strip() else "",
    )
