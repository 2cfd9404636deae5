"""The words of a text as they are compared: without case, accents, endings, and empty words.

The index and everything that compares sentences take words from here, so that what is typed in one
way is found in the other. A change of what comes out makes every index that has been written
useless: `core.term_version` notices most of them, for the others raise `VERSION`.
"""

import re
import threading
import unicodedata
from functools import cache, lru_cache
from typing import Any

from workbench.core.text import DIRECTION_SIGN, INVISIBLE_SIGN

VERSION = 1
"""Raised when other words come out than before; every index is made anew then."""

LONGEST = 64
"""Code points of a word that are compared; longer ones are no words of any language."""

# What every second sentence has says nothing about what it says. Halves of "isn't" included.
EMPTY_WORDS = frozenset(
    "a an the this that these those it its itself he she him her his hers himself herself they "
    "them their theirs themselves we us our ours you your yours i me my mine who whom whose which "
    "what where when why how is are was were be been being am do does did done doing have has had "
    "having will would shall should can could may might must in on at by for from with as of to "
    "into onto out off up down over under about after before between through during against than "
    "then and or but so if because while although though not no nor only own same too very just "
    "also both each few more most other some such any all again further once here there s t d ll m "
    "re ve isn aren wasn weren don doesn didn won wouldn couldn shouldn hasn haven hadn".split()
)

_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_TAG = re.compile(r"[#@]\w+")
_HUMP = re.compile(r"(?<=[^\W_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")

# Initials with their points, numbers with their commas, and words.
_IN_ASCII = r"[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z])|\d{1,3}(?:,\d{3})+(?!\d)|"
_WORD = re.compile(_IN_ASCII + r"[A-Za-z0-9]+")

_TYPOGRAPHY = str.maketrans("‘’‚‛“”„‐‑‒–—…\u00a0", "''''\"\"\"-----. ")

# Marks that take no room, and the signs that stand for them in canonical text; the stroke that
# stretches Arabic words. They hide inside words. Then letters that Persian and Arabic keyboards
# write differently.
_FOLDED = (
    dict.fromkeys(map(ord, f"\u00ad\u034f\u061c\u0640\u180e\ufeff{INVISIBLE_SIGN}{DIRECTION_SIGN}"))
    | dict.fromkeys(
        [*range(0x200B, 0x2010), *range(0x2060, 0x2070), 0x20E3, *range(0xFE00, 0xFE10)]
    )
    | str.maketrans("یىک", "ييك")
)

# Accents of European letters, points of Hebrew and Arabic, which most writers leave out. The vowel
# signs of India and Thailand are marks too, but belong to the word.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]+"
)

# Scripts without spaces between words: of the first, pairs of signs are taken for words; of the
# second, where a syllable takes several, triples. Korean has spaces, but its particles stick to
# the words.
_PAIRS = "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_PAIRS += "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff々〆ー"
_TRIPLES = "\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf"
_SPACELESS = re.compile(f"[{_PAIRS}{_TRIPLES}]")
_RUNS = re.compile(f"(?P<pairs>[{_PAIRS}]+)|(?P<triples>[{_TRIPLES}]+)|[^{_PAIRS}{_TRIPLES}]+")

_stemming = threading.Lock()


def terms(text: str) -> list[str]:
    """The words of a text as they are compared, in reading order, repetitions included.

    English endings are cut (Snowball); every other language keeps its words whole. Links are left
    out, tags and user names are cut at their humps (`#AirBase` says *air base*). Of scripts without
    spaces, overlapping pairs or triples of signs stand for words.

    Args:
        text: any text; the time taken grows with its length and nothing else.

    Returns:
        Words of letters, marks and digits alone, each at most `LONGEST` code points; empty for a
        text of empty words, of signs, or of emoji.
    """
    if "://" in text or "www." in text or "pic.twitter" in text:
        text = _LINK.sub(" ", text)
    if not text.isascii():
        text = text.translate(_TYPOGRAPHY)
    plain = text.isascii()
    if not plain:
        text = _folded(text)
    if "#" in text or "@" in text:
        text = _TAG.sub(lambda tag: _HUMP.sub(" ", tag[0]), text)
    if plain:
        found = _WORD.findall(text)
    else:
        found = _any_word().findall(text)
        if _SPACELESS.search(text):
            found = [part for word in found for part in _parts(word)]
    return [term for word in found if (term := _term(word[: 2 * LONGEST]))]


def _folded(text: str) -> str:
    """A text without what writers leave out: invisible marks, accents, points, broad letters."""
    apart = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart))


@cache
def _any_word() -> Any:
    import regex

    return regex.compile(_IN_ASCII + r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+")


def _parts(word: str) -> list[str]:
    """A word cut into pairs and triples where it is written without spaces."""
    found = []
    for run in _RUNS.finditer(word):
        size = 2 if run["pairs"] else 3 if run["triples"] else run.end() - run.start()
        start, last = run.start(), max(run.start(), run.end() - size)
        found += [word[at : min(at + size, run.end())] for at in range(start, last + 1)]
    return found


@lru_cache(maxsize=65_536)
def _term(word: str) -> str:
    """A word as it is compared; empty when it says nothing."""
    bare = word.replace(".", "").replace(",", "")
    # The country, not the pronoun.
    if bare in ("US", "USA") or (word != bare and bare.lower() in ("us", "usa")):
        return "usa"
    folded = bare.casefold()
    if folded in EMPTY_WORDS:
        return ""
    if not folded.isascii():
        return "".join(_digit(sign) for sign in folded)[:LONGEST]
    if folded.isalpha():
        with _stemming:  # the stemmer keeps what it is working on in itself
            folded = _stemmer().stemWord(folded)
    return folded[:LONGEST]


def _digit(sign: str) -> str:
    """A digit of any script as 0 to 9; other signs as they are."""
    return sign if sign.isascii() else str(unicodedata.decimal(sign, sign))


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
