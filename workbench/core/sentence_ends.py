"""Where sentences end within one piece of text: every mark that may end one, judged in turn.

A quotation or bracket inside a sentence belongs to it whole, with the full stops in it; one that
stands by itself is split like other text. docs/sentences.md says what counts as a sentence.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from workbench.core import full_stops, script_ends, sentence_words, tight_ends
from workbench.core.enclosures import BRACKETS, TITLES, enclosures
from workbench.core.full_stops import Around
from workbench.core.segments import Span, skip_space

WHOLE = 500
"""Code points: a longer quotation inside a sentence is split after all."""

_STOPS = ".!?…‽⁇⁈⁉‼"
_WIDE = "。！？｡．"
_OWN = "।॥۔؟።፧፨။។៕།༎᠃᠉᱾᱿꓿꩝꩞꩟꫰꫱꯫܀܁܂߹։᥄᥅᭚᭛᭞᭟\u037e"
_BLANK = " \u00a0\u202f"
# No possessive groups: Python before 3.11.5 forgets to step back from one that fails half way.
_CLOSE = rf"(?:[\"'”’›)\]」』）〉》】״]|[“«](?![^\W_])|[{_BLANK}]?»(?![^\W_])){{0,16}}"

_CANDIDATE = re.compile(
    # Runs of marks are taken whole: a flood of full stops costs no more than others.
    rf"(?P<stop>[{_STOPS}]++(?:[{_BLANK}][{_STOPS}]++(?![^\W_])){{0,16}})(?P<close_stop>{_CLOSE})"
    r"(?:\[[\w ]{1,15}\]|[⁰¹²³⁴-⁹]){0,4}"
    rf"|(?P<wide>[{_WIDE}]++[{_WIDE}{_STOPS}]*+)(?P<close_wide>{_CLOSE})"
    rf"|(?P<own>[{_OWN}]++(?:[ ]?[།༎]++|[!?؟]++){{0,16}}|፡፡)(?P<close_own>{_CLOSE})"
    # Greek and Armenian are often typed with the semicolon and colon of other keyboards.
    r"|(?P<typed>(?<=[\u0370-\u03ff\u1f00-\u1fff]);|(?<=[\u0561-\u0587]):)(?=\s|$)"
    r"|(?P<thai>(?<=[\u0e01-\u0e4e])[ ](?=[\u0e01-\u0e46]))"
)

_FIRST = re.compile(f"[{_STOPS}{_WIDE}{_OWN}፡;:]")
_FIRST_OR_BLANK = re.compile(f"[{_STOPS}{_WIDE}{_OWN}፡;: ]")
_THAI = re.compile("[\u0e01-\u0e4e]")

_AFTER = re.compile(
    r"\s{1,64}(?P<lead>[—–\-•*·\s\"'“‘«„‚»›‹(\[¿¡「『（]{0,8})"
    r"(?P<word>[^\s\"”»)\]]{1,40})?[\"”»)\],;:]{0,3}(?:\s{1,8}[\"“(«„]?(?P<second>[^\s]{1,20}))?"
)
_WORD = re.compile(r"[^\s\"“”«»„‘‹›()\[\]{}<>—–/]+$")
_WORD_BEFORE = re.compile(r"(\S{1,40})\s{1,3}[(\"“„«‘]*$")
_CHAIN = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,3}\.[ \u00a0\u202f]?){1,3}[^\W\d_]{1,3}$")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_ITEM = re.compile(r"\(?(?P<number>\d{1,3}|[ivx]{1,5}|[a-z])(?:\.\)?|\))")
_NAME_PARTICLES = ("al-", "el-", "ash-", "as-", "an-", "ad-", "ar-")
_NOTE = re.compile(r"\d{1,3}(?=\s+[\"“(]?[^\W\d_a-z]|\s*$)")
_QUOTES_CLOSED = frozenset("\"'”’›»」』《》〉«“״")
_LEADS = " —–-•*״\"“„«‘'([¿¡\u00a0"


class _Mark(NamedTuple):
    """A mark that may end a sentence.

    Attributes:
        begin: where the sentence begins.
        start: where the mark begins.
        end: where what closes after the mark ends.
        sign: the mark itself.
        closed: whether quotation marks close after it.
        closing: the outermost pair, opened within the sentence, that closes after it.
    """

    begin: int
    start: int
    end: int
    sign: str
    closed: bool
    closing: Span | None


def sentences_of(piece: str) -> Iterator[Span]:
    """The sentences of a piece of text without line ends, without the white space around them."""
    known = _Piece(piece)
    begin = skip_space(piece, 0)
    for match in _candidates(piece):
        if match.end() <= begin:
            continue
        end = _end(known, begin, match)
        if end > begin:
            yield begin, end
            begin = skip_space(piece, end)
    last = len(piece.rstrip())
    if last > begin:
        yield begin, last


def _candidates(piece: str) -> Iterator[re.Match[str]]:
    """All marks that may end a sentence; signs are looked for first, for that is faster."""
    first = _FIRST_OR_BLANK if _THAI.search(piece) else _FIRST
    at = 0
    while seen := first.search(piece, at):
        match = _CANDIDATE.match(piece, seen.start())
        at = match.end() if match else seen.end()
        if match:
            yield match


class _Piece:
    """A piece of text with what is known of all of it, found out when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at = 0
        self._open: list[Span] = []

    @cached_property
    def language(self) -> str:
        return sentence_words.language_at_the_beginning(self.text)

    @cached_property
    def small(self) -> bool:
        """Whether it is written without capitals."""
        return self.text.islower()

    @cached_property
    def armenian(self) -> bool:
        """Whether it has Armenian full stops; the other one is a longer comma then."""
        return "։" in self.text

    @cached_property
    def pairs(self) -> list[Span]:
        return enclosures(self.text)

    def around(self, start: int, mark_end: int) -> list[Span]:
        """The pairs that open before `start` and close at `mark_end` or after; asked in order."""
        while self._at < len(self.pairs) and self.pairs[self._at][0] < start:
            self._open.append(self.pairs[self._at])
            self._at += 1
        if self._open:
            self._open = [pair for pair in self._open if pair[1] >= mark_end]
        return self._open


def _end(piece: _Piece, begin: int, match: re.Match[str]) -> int:
    """Where the sentence from `begin` on ends at a mark, or -1 when it goes on."""
    text, start, end = piece.text, match.start(), match.end()
    kind = (match.lastgroup or "").removeprefix("close_")
    if kind == "thai":
        return start if script_ends.thai_blank_ends(text, begin, start) else -1
    mark_end = match.end(kind)
    pairs = piece.around(start, mark_end)
    if any(pair[1] >= end and _belongs(text, begin, pair) for pair in pairs):
        return -1
    if end >= len(text):
        return end
    closing = next((pair for pair in pairs if begin < pair[0] and pair[1] < end), None)
    closed = not _QUOTES_CLOSED.isdisjoint(text[mark_end:end])
    mark = _Mark(begin, start, end, text[start:mark_end], closed, closing)
    if kind == "stop" and not text[end].isspace():
        return _tight_end(piece, mark)
    if kind == "stop":
        return _item_end(text, mark) or (end if _is_end(piece, mark) else -1)
    if kind == "wide":
        ends = script_ends.wide_mark_ends(text, (start, end), closed=closed, closing=closing)
    elif kind == "own":
        ends = script_ends.own_mark_ends(text, (start, end), closed=closed)
    else:
        following = _AFTER.match(text, end)
        ends = following is None or not (following["word"] or "A")[0].islower()
    return end if ends else -1


def _belongs(text: str, begin: int, pair: Span) -> bool:
    """Whether a quotation or bracket is part of the sentence that begins at `begin`."""
    opened, closed = pair
    if opened < begin or closed - opened > WHOLE:
        return False
    if text[opened] in TITLES:
        return True
    if text[begin:opened].strip(_LEADS):
        return True
    rest = text[closed + 1 : closed + 120]
    following = rest.lstrip(" \u00a0—–-")
    if following[:1].islower() or following.startswith((",", "，", "、", ";")):
        return not _CAMEL.match(following)
    if text[opened] in BRACKETS:
        return False
    return text[closed - 1] in ",，" or _is_said(rest.lstrip(), plain=text[closed - 1] in ".。")


def _is_said(rest: str, *, plain: bool) -> bool:
    """Whether what follows a quotation, that has a plain full stop or not, says whose it is."""
    if sentence_words.SPEECH_WIDE.match(rest):
        return True
    word = rest.partition(" ")[0]
    if not sentence_words.SPEECH.match(rest) or word.lower() in sentence_words.STARTERS:
        return False
    return not (plain and word[0].isupper())


def _is_end(piece: _Piece, mark: _Mark) -> bool:
    """Whether a mark with a blank after it ends its sentence."""
    text, plain = piece.text, mark.sign == "."
    following = _AFTER.match(text, mark.end)
    word = following["word"] if following else None
    if following is None or not word:
        return True
    if word[0].islower() and not script_ends.is_georgian(word[0]) and not _CAMEL.match(word):
        return _ends_before_small(piece, mark, following)
    rest = text[following.start("word") : following.start("word") + 130]
    if mark.closed and _is_said(rest, plain=plain):
        return False
    if plain and "\u0531" <= text[mark.start - 1 : mark.start] <= "\u0587" and piece.armenian:
        return False
    bracket = mark.closing is not None and text[mark.closing[0]] in BRACKETS
    if bracket and word.lower() not in sentence_words.STARTERS:
        return False
    if not plain:
        return _ends_after_loud(text, mark, word)
    return mark.closed or bracket or full_stops.ends_sentence(_around(piece, mark, following))


def _around(piece: _Piece, mark: _Mark, following: re.Match[str] | None) -> Around:
    """The words around a mark; without those after it when nothing is given of them."""
    begin, start = mark.begin, mark.start
    before = piece.text[max(begin, start - full_stops.REACH) : start]
    found = _WORD.search(before)
    token = found.group() if found else ""
    earlier = _WORD_BEFORE.search(before, 0, len(before) - len(token))
    chain = _CHAIN.search(before[-16:])
    opening = piece.text[begin : max(begin, start - len(token))] if start - begin < 60 else "…"
    return Around(
        last=token.lstrip("'’"),
        before=earlier[1].strip('"“”„«»()[],;:') if earlier else "",
        chain=re.sub(r"\s", "", chain.group()) if chain else token,
        opening=opening,
        first=not opening.strip(_LEADS),
        lead=following["lead"] if following else "",
        word=(following["word"] or "") if following else "",
        second=(following["second"] or "") if following else "",
        language=piece.language,
    )


def _item_end(text: str, mark: _Mark) -> int:
    """Where an item of a list ends before the number of the next ("1. Flour 2. Sugar"); else 0."""
    item = _ITEM.match(text, mark.begin)
    if item is None or mark.sign != "." or item.end() >= mark.start:
        return 0
    number = item["number"]
    following = str(int(number) + 1) if number.isdecimal() else chr(ord(number[-1]) + 1)
    at = mark.start - len(following)
    if len(number) > 1 and not number.isdecimal():
        return 0
    if not text.startswith(following, at) or not text[at - 1].isspace():
        return 0
    before = text[mark.begin : at].rstrip()
    return mark.begin + len(before) if len(before) > item.end() - mark.begin else 0


def _ends_before_small(piece: _Piece, mark: _Mark, following: re.Match[str]) -> bool:
    """A small letter follows: rarely an end."""
    word, second, sign = following["word"], following["second"] or "", mark.sign
    if "…" in sign or ".." in sign:
        return False
    item = _ITEM.match(piece.text, mark.end + 1)
    if second[:1].isupper() and item and _ITEM.match(piece.text, mark.begin):
        return True
    around = _around(piece, mark, None)
    if sign == "." and (
        # Nothing but a plain word ends a sentence here.
        len(around.last) < 2
        or not full_stops.ends_sentence(around._replace(word="The", second="man"))
    ):
        return False
    if piece.small:
        return True
    if sign != ".":
        return False
    if word in ("i.e.", "e.g."):
        return True
    plain = full_stops.ends_sentence(around._replace(word="Xenon", second="Xenon"))
    return plain and word.startswith(_NAME_PARTICLES) and word[3:4].isupper() and bool(second)


def _ends_after_loud(text: str, mark: _Mark, word: str) -> bool:
    """An exclamation mark, a question mark or an ellipsis, no small letter after it."""
    start = mark.start
    if mark.sign.strip(f".…{_BLANK}"):
        found = _WORD.search(text[max(mark.begin, start - full_stops.REACH) : start])
        name = found is not None and found.group().lower() in sentence_words.EXCLAIMING
        return not name or mark.sign != "!" or word.lower() in sentence_words.STARTERS
    if start == mark.begin or text[start - 1] in "([" or word[0].isdigit():
        return False  # something left out, or dots that lead to a number
    apart = text[start - 1].isspace()
    return not (apart and (word in ("I", "I’m", "I'm") or not word[0].isupper()))


def _tight_end(piece: _Piece, mark: _Mark) -> int:
    """Where a sentence ends at a mark without a blank after it, or -1."""
    text, end = piece.text, mark.end
    loud = bool(mark.sign.strip(".…"))
    if loud and script_ends.is_han_or_kana(text[end]):
        return end if script_ends.is_han_or_kana(text[mark.start - 1 : mark.start] or " ") else -1
    if mark.sign not in ".!?" or not (text[end].isalnum() or text[end] in '"“„«‘('):
        return -1
    around = _around(piece, mark, None)
    if mark.sign == "." and around.last.isalpha() and around.last.islower():
        note = _NOTE.match(text, end)
        if note and len(around.last) > 2 and full_stops.ends_sentence(around._replace(word="5")):
            return note.end()
    found = tight_ends.NEXT.match(text, end)
    word = around.last.rpartition("’")[2]
    if found is None or not word.isalpha() or len(word) < 2:
        return -1
    if not tight_ends.is_prose(text[max(mark.begin, mark.start - 2) : mark.start], found):
        return -1
    return end if tight_ends.is_blank_missing(word, found["next"], text[end - 1]) else -1
