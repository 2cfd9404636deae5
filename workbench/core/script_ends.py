"""Where sentences end in scripts with marks of their own, with wide marks, or with none at all."""

import re

from workbench.core import sentence_words
from workbench.core.enclosures import BRACKETS
from workbench.core.segments import Span

_THAI_GOES_ON = re.compile(
    "และ|หรือ|แต่|ที่|ซึ่ง|โดย|เพื่อ|ว่า|จึง|จาก|ใน|ของ|กับ|ให้|ได้|ไป|มา|อัน|คือ|เพราะ|ทั้ง|รวม|ก็|เป็น|อยู่"
    "|ตั้งแต่|ถึง|ไม่ว่า|หลัง|ต่อ|ตาม"
)
_THAI_LEADS_ON = ("ว่า", "คือ", "เช่น", "และ", "หรือ", "ได้แก่", "ๆ", "นาย", "นาง", "นางสาว", "โดย", "กับ")
_THAI_SENTENCE = 14
_THAI_NEXT = 12  # code points: the shortest run before and after a blank that is taken for clauses


def wide_mark_ends(text: str, mark: Span, *, closed: bool, closing: Span | None) -> bool:
    """Whether a mark of Chinese or Japanese, with what closes after it, ends its sentence.

    Args:
        text: a piece of text that goes on after the mark.
        mark: where the mark begins, and where what closes after it ends.
        closed: whether quotation marks close after it.
        closing: the pair, opened within the sentence, that closes after it.
    """
    start, end = mark
    if text[start] == "．" and text[start - 1 : start].isdigit() and text[end].isdigit():
        return False
    rest = text[end : end + 40].lstrip()
    if rest.startswith(("，", "、", "；", "：", ",", ";")):
        return False
    if closing is not None and (
        # A bracket, or a quotation that stands for a word of its sentence.
        text[closing[0]] in BRACKETS or text[closing[0] - 1] not in "：:，,。 "
    ):
        return False
    return not (closed and sentence_words.SPEECH_WIDE.match(rest))


def own_mark_ends(text: str, mark: Span, *, closed: bool) -> bool:
    """Whether a full stop of another script ends its sentence; arguments as above."""
    start, end = mark
    rest = text[end : end + 130].lstrip()
    if rest.startswith((",", "،", "؛", ";")):
        return False
    if text[start] == "។" and (rest.startswith("ល។") or text[start - 1 : start] == "ល"):
        return False  # "and so on"
    return not (closed and sentence_words.SPEECH.match(rest))


def thai_blank_ends(text: str, begin: int, at: int) -> bool:
    """Whether a blank between Thai letters ends a sentence; Thai has no other sign for it.

    Args:
        text: a piece of text.
        begin: where the sentence begins.
        at: where the blank stands.
    """
    if at - begin < _THAI_SENTENCE or text[max(begin, at - 12) : at].endswith(_THAI_LEADS_ON):
        return False
    next_blank = text.find(" ", at + 1, at + 200)
    following = text[at + 1 : next_blank if next_blank >= 0 else at + 200]
    return len(following) >= _THAI_NEXT and not _THAI_GOES_ON.match(following)


def is_han_or_kana(sign: str) -> bool:
    """Whether a character is written without blanks around words."""
    return "\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff"


def is_georgian(sign: str) -> bool:
    """Whether a letter counts as small for Unicode but begins sentences all the same."""
    return "\u10d0" <= sign <= "\u10ff"
