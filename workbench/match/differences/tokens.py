"""A text cut into words, each with the key by which it is recognised in the other text."""

import functools
import re
import unicodedata
from typing import Any

from workbench.match.differences.model import Token
from workbench.match.differences.vocabulary import folded_number, same_word

LONGEST = 20_000
"""Code points of a text that are looked at; what comes after is not compared."""

_ENDS_SENTENCE = re.compile(r"[.!?…:\n]")
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT = re.compile(r"n['’]t$", re.IGNORECASE)


@functools.cache
def _token() -> Any:
    import regex

    # Marks belong to words (Devanagari vowels) and digits (keycaps); where words are not spaced
    # every sign is one.
    return regex.compile(
        r"(?P<initials>(?<![^\W_])(?:[A-Z]\.[ ]?){1,6}[A-Z]\.(?!\p{L}))"
        r"|(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?\p{M}*)"
        r"|(?P<word>[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]\p{M}*"
        r"|[\p{L}\p{M}--\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+(?:['’][\p{L}\p{M}]+)*)",
        regex.VERSION1,
    )


def tokens(text: str) -> list[Token]:
    """The words and numbers of the first `LONGEST` code points of a text.

    Inner apostrophes belong to a word, hyphens do not; "isn't" is two tokens, as is "24M".
    """
    found: list[Token] = []
    before = 0
    for match in _token().finditer(text, 0, min(len(text), LONGEST)):
        start, end = match.span()
        first = not found or bool(_ENDS_SENTENCE.search(text, before, start))
        before = end
        if match.lastgroup == "word":
            found.extend(_word(text, start, end, first=first))
            continue
        piece = match.group()
        if match.lastgroup == "initials":
            key = same_word(re.sub(r"\W", "", piece).casefold())
            found.append(Token(start, end, piece, key, capital=True, first=first))
            continue
        piece = plain_digits(piece)
        key = piece.replace(",", "").lstrip("0") or "0"
        found.append(Token(start, end, piece, key, first=first))
    return found


def plain_digits(piece: str) -> str:
    """A number in 0 to 9, whatever script it is written in, without marks on its digits."""
    if piece.isascii():
        return piece
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in piece
        if sign.isdecimal() or sign in ".,"
    )


def _word(text: str, start: int, end: int, *, first: bool) -> list[Token]:
    piece = text[start:end]
    negated = _NOT.search(piece)
    if negated and len(piece) > 3:
        cut = start + negated.start()
        stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(text[start:cut].casefold(), "")
        return [
            Token(start, cut, text[start:cut], stem or key_of(text[start:cut]), first=first),
            Token(cut, end, text[cut:end], "not"),
        ]
    return [Token(start, end, piece, key_of(piece), piece[0].isupper(), first)]


def key_of(word: str) -> str:
    """What a word is recognised by: "Killed" and "dead", "ten" and "10" have the same key."""
    plain = _POSSESSIVE.sub("", word.casefold().replace("’", "'")) or word
    return folded_number(plain) or same_word(plain)


def close(text: str, one: Token, other: Token, reach: int = 2) -> bool:
    """Whether only space, hyphen or nothing stands between two tokens that follow each other."""
    if other.start - one.end > reach:
        return False
    return not text[one.end : other.start].strip(" -‐‑\u00a0\u202f")
