"""Bytes -> text: marked Unicode, UTF-8, unmarked UTF-16 and UTF-32, then the older encodings."""

import codecs
import unicodedata
from collections import Counter
from dataclasses import dataclass

from workbench.intake.legacy import guess

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = {
    "cp874": "windows-874",
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "cp950": "Big5",
    "euc_jp": "EUC-JP",
    "mac_roman": "Mac Roman",
    "mac_cyrillic": "Mac Cyrillic",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
_PRINTABLE = range(0x20, 0x7F)
_CONCENTRATED = 0.8  # the most different high bytes of a script for each different low byte
_HIGH_BYTES = bytes(range(0x80, 0x100))
_SAMPLE = 65_536  # a multiple of four, so that it ends where a character of UTF-32 ends
_MOST_DAMAGED = 0.1  # more than this of a text unreadable: the encoding is wrong or it is no text
_MOST_SIGNS = 0.3  # control characters; a terminal's log is full of them and still a text
_MOST_SIGNS_UNMARKED = 0.05  # numbers of two bytes each look like UTF-16, but for these


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as it came out of the bytes, not yet canonical."""

    text: str
    guessed: str
    """The usual name of the encoding when the file did not say it, else empty."""
    damaged: int
    """How many places could not be decoded and stand as U+FFFD."""


def decode(data: bytes) -> Decoded | None:
    """Find out how a text was written down, and read it.

    Args:
        data: the bytes of a whole file.

    Returns:
        The text without a leading byte order mark, or None when the bytes are not text.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _sound(_read(data[len(mark) :], codec), _MOST_SIGNS)
    if b"\0" in data:
        wide = _unmarked_codec(data)
        return _sound(_read(data, wide, guessed=True), _MOST_SIGNS_UNMARKED) if wide else None
    if b"\x1b$" in data and (text := _strictly(data, "iso2022_jp_2")) and "\x1b" not in text:
        return Decoded(text, "ISO-2022-JP", 0)
    decoded = _read(data, "utf-8")
    # A file cut in the middle of a letter, or patched with a wrong byte, is still UTF-8: hardly any
    # other encoding makes sequences that UTF-8 would understand.
    if decoded.damaged and not _nearly_utf8(data, decoded.damaged):
        other = guess(data)
        if other is None:
            return None
        decoded = _read(data, other, guessed=True)
    return _sound(decoded, _MOST_SIGNS)


def _read(data: bytes, codec: str, *, guessed: bool = False) -> Decoded:
    text, damaged = _strictly(data, codec), 0
    if text is None:
        text = data.decode(codec, "replace")
        damaged = text.count("\N{REPLACEMENT CHARACTER}")
        if codec == "utf-8":
            damaged -= data.count("\N{REPLACEMENT CHARACTER}".encode())
    return Decoded(text.removeprefix("\ufeff"), _label(codec) if guessed else "", damaged)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _nearly_utf8(data: bytes, damaged: int) -> bool:
    """Whether at least as many characters beyond ASCII are well-formed UTF-8 as are not."""
    ascii_only = len(data.translate(None, _HIGH_BYTES))
    if len(data.decode("utf-8", "ignore")) - ascii_only >= damaged:
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Only the end is missing. One byte there would be a letter in most older encodings.
        return error.reason == "unexpected end of data" and len(data) - error.start > 1
    return True


def _unmarked_codec(data: bytes) -> str | None:
    """Which way round text with NUL bytes is written, if it looks like text at all."""
    sample = data[:_SAMPLE]
    for codec in ("utf-32-le", "utf-32-be"):
        if len(data) % 4 == 0 and (text := _strictly(sample, codec)) and "\0" not in text:
            return codec
    even, odd = sample[0::2], sample[1::2]
    # ASCII with a NUL here and there would become nonsense in Chinese.
    if (
        sum(a in _PRINTABLE and b in _PRINTABLE for a, b in zip(even, odd, strict=False))
        > len(odd) / 2
    ):
        return None
    # One script has few different high bytes and many different low ones; numbers have not.
    few, many = sorted((len(set(even)), len(set(odd))))
    if few > _CONCENTRATED * many:
        return None
    return "utf-16-be" if len(set(even)) == few else "utf-16-le"


def _sound(decoded: Decoded, most_signs: float) -> Decoded | None:
    """The text, unless too much of it is damage or signs that nobody writes."""
    sample = decoded.text[:_SAMPLE]
    strange = sum(times for sign, times in Counter(sample).items() if _strange(sign))
    if (
        "\0" in decoded.text
        or strange > most_signs * len(sample)
        or decoded.damaged > max(1, _MOST_DAMAGED * len(decoded.text))
    ):
        return None
    return decoded


def _strange(character: str) -> bool:
    return character not in "\t\n\r\f\x1b" and unicodedata.category(character) in ("Cc", "Cn", "Cs")


def _label(codec: str) -> str:
    if codec in _LABELS:
        return _LABELS[codec]
    if codec.startswith("cp125"):
        return codec.replace("cp", "windows-")
    return codec.upper().replace("_", "-").replace("ISO8859", "ISO-8859")
