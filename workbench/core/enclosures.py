"""Quotations and brackets: which pairs of marks belong together, within one piece of text."""

import re

from workbench.core.segments import Span

_MARKS = re.compile(r"[\"“”„‟«»‹›‘’‚'()\[\]（）「」『』【】《》〈〉﹁﹂״]")
_DEEPEST = 16  # pairs open at the same time; more is no prose
_PAIRS = {
    "(": ")",
    "[": "]",
    "（": "）",
    "「": "」",
    "『": "』",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "﹁": "﹂",
}
_CLOSERS = {close: opened for opened, close in _PAIRS.items()}
_BEFORE_OPENING = frozenset("([{—–-:/“„«‘（「『,，：;")
TITLES = frozenset("《〈")
"""Marks that open the title of a work, which is never split."""

BRACKETS = frozenset("([（【《〈")
"""Marks that open a bracket; all others open a quotation."""


def enclosures(piece: str) -> list[Span]:
    """Where pairs of quotation marks or brackets open and close, both inclusive, by opening.

    Marks without a partner are left out: a quotation of several paragraphs closes in the last.
    """
    found: list[Span] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARKS.finditer(piece):
        sign, at = match.group(), match.start()
        opened = _closes(piece, sign, at, open_marks)
        if opened >= 0:
            found.append((open_marks[opened][1], at))
            del open_marks[opened:]
        elif _opens(piece, sign, at):
            open_marks.append((sign, at))
            if len(open_marks) > _DEEPEST:
                del open_marks[0]
    found.sort()
    return found


_CLOSED_BY = {
    "”": "“„”‟",
    "“": "„”",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    '"': '"„',
    "״": "״",
    "’": "‘'‚",
    "'": "‘'‚",
    "‘": "‘'‚",
}
"""Which opening marks a sign may close; how they are paired differs by language."""

_EITHER_WAY = frozenset('“«‹"')
_APOSTROPHES = frozenset("’'‘")


def _closes(piece: str, sign: str, at: int, open_marks: list[tuple[str, int]]) -> int:
    """Which of the open marks a sign closes, or -1."""
    partners = _CLOSERS.get(sign) or _CLOSED_BY.get(sign, "")
    if sign in _EITHER_WAY and _stands_before_word(piece, at):
        return -1
    if sign in _APOSTROPHES:
        # Many words end in one; only a quotation ends in one after a mark.
        after_mark = at > 0 and piece[at - 1] in ".,!?…;:"
        if not after_mark or (at + 1 < len(piece) and piece[at + 1].isalnum()):
            return -1
    for index in range(len(open_marks) - 1, -1, -1):
        if open_marks[index][0] in partners:
            return index
    return -1


def _opens(piece: str, sign: str, at: int) -> bool:
    if sign in _PAIRS or sign in "“„‟«‹":
        return True
    return sign in "\"”»›‘'‚״" and _stands_before_word(piece, at)


def _stands_before_word(piece: str, at: int) -> bool:
    """Whether a sign that may open or close stands where a quotation opens."""
    before = piece[at - 1] if at else " "
    after = piece[at + 1] if at + 1 < len(piece) else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
