"""The formula guard: the one place where a stranger's text meets a spreadsheet.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, quoted or not, and a
formula can run programs and send data away. So such text gets an apostrophe in front, which makes
it plain text; text that begins with an apostrophe gets one more, so that the guard can be undone.

The characters are those of OWASP's page on CSV injection. `|` and `%` are not among them: no
spreadsheet of today begins a formula with them, and `|` does harm only behind one of the others.
What is guarded is the beginning of a cell, for a reader that keeps to the commas and the quotes; a
spreadsheet told to split at semicolons instead makes cells of its own.
"""

import re

MARK = "'"

# What spreadsheets skip before they look for a formula, and what nobody sees in front of one.
_SKIPPED = (
    "[\\s\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]*"
)
_FORMULA = re.compile(f"{_SKIPPED}[=+\\-@＝＋－＠]|[\t\r\n\0]|{MARK}")


def guard(text: str) -> str:
    """Text as it may stand in a spreadsheet's cell.

    Args:
        text: any text.

    Returns:
        The text, with an apostrophe in front where it would be taken for a formula, begins with a
        tab, a line end or NUL, or begins with an apostrophe.
    """
    return MARK + text if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """The text that was guarded: `unguard(guard(text))` is `text`, whatever it is.

    Args:
        cell: a text cell of an export made with the guard on.
    """
    return cell.removeprefix(MARK)
