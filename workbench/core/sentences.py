"""Sentences as spans of code points; they never cross lines.

Very long lines are cut on a grid that depends on nothing but the text, so that a sentence found
from the middle is the sentence found from the beginning.
"""

import re
from collections.abc import Iterator

from workbench.core.long_text import Text
from workbench.core.segments import Span, back_over_space, line_at, skip_all_space, skip_space

GRID = 16_384
"""Code points after which a line without end is cut at the next sentence end or space."""

_REACH = 2_048  # how far past the grid a good place for the cut is looked for

_END = re.compile(
    # Runs of marks are taken whole or not at all: a flood of full stops costs no more than others.
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[\"'”’»›)\]]*+)(?=\s|$)"
    r"|[。！？｡．]+[」』”’）〉》]*"
    r"|(?<![।॥۔؟።။])[।॥۔؟።။]++(?P<close2>[\"'”’»)]*+)(?=\s|$)"
)
_LOWER_NEXT = re.compile(r"\s*[\"'“‘«(\[]*[^\W\d_]")
_TOKEN_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")

# Words that end in a full stop and are followed by what they belong to.
_NEVER_LAST = frozenset(
    "mr mrs ms mx dr prof rev hon gen lt col maj capt cmdr adm sgt cpl gov sen rep pres amb st "
    "mt ft vs no nos nr art fig vol pp ed eds cf approx ca e.g i.e viz al messrs mme mlle herr "
    "sr jr insp supt det".split()
)
# Words that end in a full stop and may also end a sentence.
_SOMETIMES_LAST = frozenset(
    "etc inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed "
    "thu thur thurs fri sat sun a.m p.m am pm ave blvd rd u.s u.k u.n e.u u.a.e d.c b.c a.d ph.d "
    "dept univ gmbh bn mn km kg".split()
)
_STARTERS = frozenset(
    "a an the this that these those it its he she they we i you in on at by for from with as after "
    "before when while but and or so if his her their our there here however meanwhile last".split()
)


def sentence_at(text: Text, offset: int) -> Span | None:
    """The sentence over `offset`; between two, the one before; None on an empty line."""
    line_start, line_end = line_at(text, offset)
    while True:
        piece_start, piece_end = _piece(text, line_start, line_end, offset)
        found: Span | None = None
        for start, end in _split(text, piece_start, piece_end):
            if start > offset and found is not None:
                break
            found = (start, end)
            if offset < end:
                break
        if piece_start == line_start or (found is not None and found[0] <= offset):
            return found
        offset = piece_start - 1  # white space at the beginning of a piece: the one before


def next_sentence(text: Text, offset: int) -> int:
    """Where the sentence after the one at `offset` begins; `len(text)` when there is none."""
    here = sentence_at(text, offset)
    if here is not None and here[0] > offset:
        return here[0]
    at = here[1] if here is not None else offset
    at = skip_all_space(text, at)
    if at >= len(text):
        return len(text)
    following = sentence_at(text, at)
    return following[0] if following else len(text)


def previous_sentence(text: Text, offset: int) -> int:
    """Where this sentence begins, or the one before when `offset` is its beginning; else 0."""
    here = sentence_at(text, offset)
    if here is not None and here[0] < offset:
        return here[0]
    at = back_over_space(text, offset)
    if at <= 0:
        return 0
    before = sentence_at(text, at - 1)
    return before[0] if before else 0


def all_sentences(text: Text, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """All sentences of the lines that begin in [start, end), in order.

    Args:
        text: canonical text.
        start: the beginning of a line.
        end: where to stop; the end of the text when None.
    """
    end = len(text) if end is None else end
    at = start
    while at < end:
        piece_end = next_piece(text, at)
        yield from split_piece(text, at, piece_end)
        at = piece_end


def next_piece(text: Text, start: int) -> int:
    """Where the piece that begins at `start` ends.

    A piece is a line with its line end, or a part of a very long one; sentences never cross pieces,
    so a text can be split a piece at a time.

    Args:
        text: canonical text.
        start: 0, or what this function gave before.
    """
    line_start, line_end = line_at(text, start)
    end = _piece(text, line_start, line_end, start)[1]
    return min(len(text), end + 1) if end == line_end else end


def split_piece(text: Text, start: int, end: int) -> Iterator[Span]:
    """The sentences of one piece, without the white space around them."""
    if end > start and text[end - 1] == "\n":
        end -= 1
    yield from _split(text, start, end)


def _split(text: Text, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    begin = skip_space(piece, 0)
    for match in _END.finditer(piece):
        if match.end() <= begin or not _is_end(piece, begin, match):
            continue
        yield start + begin, start + match.end()
        begin = skip_space(piece, match.end())
    last = len(piece.rstrip())
    if last > begin:
        yield start + begin, start + last


def _is_end(text: str, begin: int, match: re.Match[str]) -> bool:
    mark = match["mark"]
    if mark is None or match.end() >= len(text):
        return True
    rest = text[match.end() : match.end() + 48]
    following = _LOWER_NEXT.match(rest)
    if following and following.group()[-1].islower():
        return False
    if mark != ".":
        return True
    token_match = _TOKEN_BEFORE.search(text, max(begin, match.start() - 24), match.start())
    if token_match is None:
        return True
    token = token_match.group().lower()
    if token in _NEVER_LAST:
        return token in ("no", "art", "ed", "al") and not rest.lstrip()[:1].isdigit()
    if token in _SOMETIMES_LAST or _INITIALS.fullmatch(token + "."):
        if len(token) == 1:
            return False
        word = re.match(r"\s*[\"“‘(]*(\w+)", rest)
        return word is not None and word[1].lower() in _STARTERS
    return True


def _piece(text: Text, line_start: int, line_end: int, offset: int) -> Span:
    """The part of a line, between two cuts of the grid, that holds `offset`."""
    if line_end - line_start <= GRID + _REACH:
        return line_start, line_end
    offset = min(offset, line_end - 1)  # the line's end belongs to its last sentence
    index = max(0, (offset - line_start) // GRID)
    start = _cut(text, line_start, line_end, index)
    if start > offset:
        index -= 1
        start = _cut(text, line_start, line_end, index)
    return start, _cut(text, line_start, line_end, index + 1)


def _cut(text: Text, line_start: int, line_end: int, index: int) -> int:
    """The index-th cut of a long line: after a sentence end, else a space, else just there."""
    if index <= 0:
        return line_start
    nominal = line_start + index * GRID
    if nominal + _REACH >= line_end:
        return line_end
    ending = _END.search(text[nominal : nominal + _REACH])
    if ending:
        return nominal + ending.end()
    space = text.find(" ", nominal, nominal + _REACH)
    return space + 1 if space >= 0 else nominal
