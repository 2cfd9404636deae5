"""A text as a row of numbers, one for each word, so that texts can be compared word by word.

Where a script puts no spaces between words, every character counts as a token of its own. A word
weighs 8 and a character 5, so that five words and eight characters are the same amount of text, and
texts that mix scripts need no rule of their own.
"""

import functools
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.core.segments import Span
from workbench.match.copies.furniture import furniture

PIECE = 65_536
"""Code points that are read at once: some 20 ms of work."""

STEP = 4_096
"""Tokens between two words on how far it is: some milliseconds of work."""

WORD_WEIGHT = 8
CHARACTER_WEIGHT = 5

BREAK = 0
"""The token that is like no other, also not like itself: shared text never reaches across it."""

# Han, kana, Bopomofo, Yi, Thai, Lao, Myanmar, Khmer, Tibetan: words without spaces between them.
_SPACELESS = (
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Yi}\p{Thai}\p{Lao}\p{Myanmar}\p{Khmer}"
    r"\p{Tibetan}"
)
_MARKS_NOT_TOLD_APART = re.compile("[\u0640\u064b-\u065f\u0670]")  # Arabic: tatweel, short vowels
_BETWEEN = re.compile(r"(?<=\d),(?=\d)|(?<=[^\W\d_])\.(?=[^\W\d_])")  # 5,000; U.S
_ALIKE = str.maketrans("’ʼ", "''")


COMPARING = "looking for shared text"


class Tokens(NamedTuple):
    """The tokens of a text, in reading order.

    Attributes:
        ids: the number of each; odd for a character of a script without spaces, 0 for a break.
        starts: where each begins, in code points.
        ends: the offset after its end.
    """

    ids: "array[int]"
    starts: "array[int]"
    ends: "array[int]"


@functools.cache
def _patterns() -> tuple[Any, Any, Any]:
    import regex

    spaced = rf"[\w--[{_SPACELESS}]]"
    return (
        regex.compile(rf"[{_SPACELESS}]", regex.V1),
        # The words of `core.segments`, but for hyphens: U.S.-led and US-led are the same words.
        regex.compile(r"\d+(?:[.,]\d+)*\w*|\w+(?:(?:['’]|\.(?=\w))\w+)*"),
        regex.compile(
            rf"[{_SPACELESS}]\p{{M}}*|\d+(?:[.,]\d+)*{spaced}*"
            rf"|{spaced}+(?:(?:['’]|\.(?={spaced})){spaced}+)*",
            regex.V1,
        ),
    )


def numbering() -> Callable[[str], int]:
    """What gives each word its number: the same for the same word in any text and any run.

    Case, the shape of apostrophes, points in abbreviations and commas in numbers make
    no difference. The numbers of words already seen are remembered; make one for each text.
    """
    from hashlib import blake2b

    spaceless = _patterns()[0]
    known: dict[str, int] = {}

    def number(word: str) -> int:
        found = known.get(word)
        if found is None:
            data = _plain(word).encode("utf-8", "surrogatepass")
            found = int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True)
            found = found | 1 if spaceless.match(word) else (found & ~1) or 2
            known[word] = found
        return found

    return number


def pieces(text: Text, size: int = PIECE) -> Iterator[Span]:
    """A text in pieces that end between lines, or else between words, where that is possible."""
    start = 0
    while start < len(text):
        end = min(len(text), start + size)
        if end < len(text):
            cut = text.rfind("\n", start + size // 2, end)
            if cut < 0:
                cut = text.rfind(" ", start + size // 2, end)
            end = end if cut < 0 else cut + 1
        yield start, end
        start = end


def ids_in_pieces(text: Text, tell: Tell = nobody) -> "Iterator[tuple[int, array[int]]]":
    """The numbers of a text's tokens, a piece at a time, without their places.

    Args:
        text: canonical text.
        tell: told every few milliseconds how many code points are read, of how many.

    Yields:
        How many code points have been read, and the numbers of this piece.
    """
    number = numbering()
    for start, end in pieces(text):
        ids: array[int] = array("q")
        for part in furniture(text[start:end]):
            if isinstance(part, str):
                found = (match.group() for match in _words(part).finditer(part))
                while some := list(islice(found, STEP)):
                    tell(start, len(text), COMPARING)
                    ids.extend(map(number, some))
            else:
                ids.append(BREAK)
        yield end, ids


def tokens(text: Text, spans: Iterable[Span] | None = None, tell: Tell = nobody) -> Tokens:
    """The tokens of a text with their places.

    Args:
        text: canonical text.
        spans: only what stands in these, with a break after each; all of the text when None.
        tell: told every few milliseconds how many code points are read, of how many.
    """
    number = numbering()
    found = Tokens(array("q"), array("q"), array("q"))
    for start, end in pieces(text) if spans is None else spans:
        tell(start, len(text), COMPARING)
        at = start
        parts = furniture(text[start:end]) if spans is None else (text[start:end],)
        for part in parts:
            if isinstance(part, str):
                for match in _words(part).finditer(part):
                    _add(found, number(match.group()), at + match.start(), at + match.end())
                    if not len(found.ids) % STEP:
                        tell(at + match.end(), len(text), COMPARING)
                at += len(part)
            else:
                _add(found, BREAK, at, at + part)
                at += part
        if spans is not None:
            _add(found, BREAK, end, end)
    return found


def _add(found: Tokens, number: int, start: int, end: int) -> None:
    found.ids.append(number)
    found.starts.append(start)
    found.ends.append(end)


def _words(piece: str) -> Any:
    spaceless, spaced, mixed = _patterns()
    return mixed if not piece.isascii() and spaceless.search(piece) else spaced


def _plain(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word.lower()
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_ALIKE)
    return _BETWEEN.sub("", _MARKS_NOT_TOLD_APART.sub("", plain))
