"""Which encoding a text was written in when it is not Unicode: proposed from its letters.

charset-normalizer alone reads curly quotes of windows-1252 as letters and refuses Japanese prose,
so the encodings that articles come in are told apart by the letters and signs they would give;
the library is asked about everything else.
"""

import functools
import math
import re
import unicodedata
from collections import Counter

from workbench.intake.alphabets import COMMON_HAN, LETTERS, PUNCTUATION, SINGLE_BYTE

_UNICODE = [
    "utf_7",
    "utf_8",
    "utf_8_sig",
    "utf_16",
    "utf_16_le",
    "utf_16_be",
    "utf_32",
    "utf_32_le",
    "utf_32_be",
]
_PIECES, _PIECE = 24, 1024  # at most so many pieces of so many bytes are looked at

_ASCII_PROBE = b"The end, 1999.\n"

_HIGH = re.compile(rb"[\x80-\xff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_KANA = re.compile("[\u3041-\u30fe]")
_HANGUL = re.compile("[\uac00-\ud7a3]")

_COMMON_HAN = re.compile(f"[{''.join(sorted(COMMON_HAN))}]")

# The codec that recognises and the one that reads, what such text is full of, and the least share
# of it among the characters beyond ASCII. Japanese first: its kana stand at the same places in the
# Chinese and Korean sets. Korean before Chinese: more than half of a Chinese text would be Hangul,
# too, but never nearly all of it. Korean is recognised without the Windows additions, whose second
# byte may be an ASCII letter: half of Danish would be Hangul.
_EAST_ASIAN = (
    ("cp932", "cp932", _KANA, 0.15),
    ("euc_jp", "euc_jp", _KANA, 0.15),
    ("euc_kr", "cp949", _HANGUL, 0.8),
    ("gb18030", "gb18030", _COMMON_HAN, 0.15),
    ("cp950", "cp950", _COMMON_HAN, 0.15),
    ("big5hkscs", "big5hkscs", _COMMON_HAN, 0.15),
)
_SOUND_PER_BROKEN = 50  # a damaged byte or two must not hide what the rest plainly is

_MOSTLY_ASCII = 5  # ASCII letters for each byte beyond ASCII
# Natural logarithms: how much likelier another encoding must be than windows-1252 then. A word of
# another script is enough, a letter of it is not.
_PREFERENCE, _OTHER_SCRIPT = 3.0, 12.0
_UNKNOWN_LETTER, _UNKNOWN_SIGN, _IMPOSSIBLE = math.log(1e-4), math.log(1e-5), math.log(1e-7)
_LEAST = -7.0  # mean logarithm per character: below it the bytes are no text in any of these
_FIRST_OTHER_SCRIPT = "\u0370"  # Greek; what stands before it is Latin and its accents
_OPENING, _CLOSING = "“‘„«‹¿¡‚", "”»›"


def guess(data: bytes) -> str | None:
    """Propose the legacy encoding of a text.

    Args:
        data: the whole file; only some 25 kB around its bytes beyond ASCII are looked at.

    Returns:
        The name of a Python codec, or None when the bytes are no text in any encoding known here.
    """
    sample = _sample(data)
    return _east_asian(sample) or _single_byte(sample) or _library(sample)


def _sample(data: bytes) -> bytes:
    """Pieces of the file that hold bytes beyond ASCII, joined; all of a dense text's beginning."""
    pieces: list[bytes] = []
    at = 0
    while len(pieces) < _PIECES and (found := _HIGH.search(data, at)):
        start, end = max(at, found.start() - 16), found.start() + _PIECE
        pieces.append(data[start:end] if start == at else b"\n" + data[start:end])
        at = end
    return b"".join(pieces)


def _east_asian(sample: bytes) -> str | None:
    chinese: list[tuple[float, str]] = []
    for recognises, reads, typical, least in _EAST_ASIAN:
        text = sample.decode(recognises, "replace")
        beyond = len(_BEYOND_ASCII.findall(text))
        broken = text.count("\N{REPLACEMENT CHARACTER}")
        if beyond == 0 or broken > round(beyond / _SOUND_PER_BROKEN):
            continue
        share = (len(typical.findall(text)) - broken) / beyond
        if share >= least:
            if typical is not _COMMON_HAN:
                return reads
            chinese.append((share, reads))
    return max(chinese, key=lambda found: found[0])[1] if chinese else None


def _single_byte(sample: bytes) -> str | None:
    high = len(_HIGH.findall(sample))
    mostly_ascii = len(_ASCII_LETTER.findall(sample)) >= _MOSTLY_ASCII * high
    best: tuple[float, str] | None = None
    for codec, languages in SINGLE_BYTE:
        counts = _characters(sample.decode(codec, "replace"))
        handicap = _handicap(codec, languages[0]) if mostly_ascii else 0.0
        for language in languages:
            score = _likelihood(counts, language) - handicap
            if best is None or score > best[0] + 1e-6:
                best = (score, codec)
    if best is not None and best[0] >= _LEAST * high - _PREFERENCE:
        return best[1]
    # Odd signs among English words: what they are matters less than that the words are read.
    return "cp1252" if mostly_ascii else None


def _handicap(codec: str, language: str) -> float:
    if codec == "cp1252":
        return 0.0
    return _PREFERENCE if LETTERS[language] < _FIRST_OTHER_SCRIPT else _OTHER_SCRIPT


def _characters(text: str) -> Counter[str]:
    """The characters beyond ASCII and how often each stands; NUL for an impossible one."""
    counts: Counter[str] = Counter()
    for match in _BEYOND_ASCII.finditer(text):
        at, character = match.start(), match.group()
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < len(text) else "\n"
        counts["\0" if _out_of_place(character, before, after) else character] += 1
    return counts


def _out_of_place(character: str, before: str, after: str) -> bool:
    """Whether the neighbours show that this cannot be the character that was written."""
    if character in _OPENING:
        return before.isalpha()
    if character in _CLOSING:
        return after.isalpha()
    if character.isalpha():
        if character >= _FIRST_OTHER_SCRIPT and (
            _is_ascii_letter(before) or _is_ascii_letter(after)
        ):
            return True
        return character.isupper() and before.islower()
    if character in "’–—\N{NO-BREAK SPACE}·" or unicodedata.combining(character):
        return False
    return before.isalpha() and (after.isalpha() or character in "€£§№•")


def _is_ascii_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _likelihood(counts: Counter[str], language: str) -> float:
    """The natural logarithm of how likely these characters are in this language."""
    known = _model(language)
    return sum(
        times * (known[character] if character in known else _unknown(character))
        for character, times in counts.items()
    )


def _unknown(character: str) -> float:
    category = unicodedata.category(character)
    if category[0] == "C" or character == "\N{REPLACEMENT CHARACTER}":
        return _IMPOSSIBLE
    return _UNKNOWN_LETTER if category[0] == "L" else _UNKNOWN_SIGN


@functools.cache
def _model(language: str) -> dict[str, float]:
    letters = LETTERS[language]
    # English has next to no letters beyond ASCII; what it has there is quotation marks and dashes.
    signs = 0.8 if language == "english" else 0.2
    weights = [1 / (rank + 2) for rank in range(len(letters))]
    model = {sign: math.log(signs * share) for sign, share in PUNCTUATION.items()}
    for letter, weight in zip(letters, weights, strict=True):
        likely = (1 - signs) * weight / sum(weights)
        if len(letter.upper()) == 1:
            model[letter.upper()] = math.log(likely * 0.05)
        model[letter] = math.log(likely)
    return model


def _library(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    found = from_bytes(
        sample, cp_exclusion=_UNICODE, preemptive_behaviour=False, enable_fallback=False
    ).best()
    # What writes ASCII otherwise belongs on mainframes; noise looks like it now and then.
    if found is None or _ASCII_PROBE.decode(found.encoding, "replace").encode() != _ASCII_PROBE:
        return None
    return found.encoding
