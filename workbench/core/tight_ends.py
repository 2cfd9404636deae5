"""Marks without a blank after them: two sentences written together, or one name or address."""

import re

from workbench.core import script_ends, sentence_words

_SUFFIXES = frozenset(
    "js net com org io txt pdf php py exe dll html info gov edu co app ai".split()
)
_QUOTES = frozenset("\"'”’›»」』《》〉«“״")
NEXT = re.compile(r"[\"“„«‘(]?(?P<next>[^\W\d_]{2,})(?P<after>.?)")
"""The word that follows a mark at once, and the sign after it."""


def is_prose(before: str, found: re.Match[str]) -> bool:
    """Whether the words at both sides of a mark are no address, file or version.

    Args:
        before: the two code points before the mark, or fewer.
        found: what `NEXT` found after it.
    """
    after, following = found["after"], found["next"].lower()
    end = found.end()
    if after in ("/", "@", "_") or (after == "." and found.string[end : end + 1].isalnum()):
        return False
    return "/" not in before and following not in _SUFFIXES


def is_blank_missing(word: str, following: str, last: str) -> bool:
    """Whether two words with a mark between them are two sentences rather than one name.

    Args:
        word: the letters before the mark, two or more.
        following: the letters after it, two or more.
        last: the code point after which the next sentence would begin.
    """
    if word[-1].islower() and following[0].isupper() and following[1].islower():
        sure = following.lower() in sentence_words.STARTERS
        return sure or (word.islower() and len(word) > 2)
    cased = any(sign.islower() or sign.isupper() for sign in (word[-1], following[0]))
    georgian = script_ends.is_georgian(word[-1]) and script_ends.is_georgian(following[0])
    # After a closing quotation mark it is a particle: “…”라고.
    return (georgian or not cased) and word[-1] > "\u0590" and last not in _QUOTES
