"""Canonical text: the exact words of an article, made harmless one code point at a time.

Everything that could act on a terminal, hide or reorder words becomes a visible sign of one cell,
so offsets stay what they are and a reader sees that something was there.
"""

import re

TAB_STOP = 4
"""Columns between tab stops when tabs become spaces."""

CONTROL_SIGN = "\N{SYMBOL FOR SUBSTITUTE}"  # ␚ for C1 controls, which have no picture of their own
LINE_SIGN = "\N{SYMBOL FOR NEWLINE}"  # ␤ for Unicode's own line and paragraph separators
DIRECTION_SIGN = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"  # ␦ for embeddings, overrides, isolates
INVISIBLE_SIGN = "\N{OPEN BOX}"  # ␣ for marks that take no room and hide in words
BROKEN_SIGN = "\N{REPLACEMENT CHARACTER}"

_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")

# Code points that never stand in canonical text as they are. Joiners and direction marks are in
# the list because most of them are noise or tricks; `_keep` spares those a script needs.
_SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"
    "\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    "|["
    + "".join(
        chr(plane + low) for plane in range(0x10000, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)
    )
    + "]"
)

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_HAS_RIGHT_TO_LEFT = re.compile(f"[{_RIGHT_TO_LEFT}]")
# Arabic and its relatives, the Indic scripts, Mongolian: joiners decide between letter shapes.
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefe]"
)
_EMOJI = re.compile("[\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff\U000e007f]")
# Scripts that mark word ends with a zero-width space because they write no spaces.
_SPACELESS = re.compile("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1980-\u19ff\u1a20-\u1aaf]")
_FLAG_TAGS = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")


def canonical_text(raw: str) -> str:
    r"""The text that claims are marked on.

    Args:
        raw: decoded text of a file, with any line ends.

    Returns:
        The text with line ends `\n`, tabs expanded to stops of `TAB_STOP` columns, and every
        control, direction override and needless invisible mark replaced by one visible sign.
        Applying it twice changes nothing.
    """
    text = _LINE_ENDS.sub("\n", raw)
    if "\t" in text:
        text = text.expandtabs(TAB_STOP)
    return harmless(text)


def harmless(text: str) -> str:
    r"""Replace what must not reach a terminal, one code point for one; `\n` stays.

    Args:
        text: any text, a stranger's included.

    Returns:
        Text of the same length in code points.
    """
    if not _SUSPECT.search(text):
        return text
    flags = {at for match in _FLAG_TAGS.finditer(text) for at in range(*match.span())}
    right_to_left = bool(_HAS_RIGHT_TO_LEFT.search(_SUSPECT.sub("", text)))

    def sign(match: re.Match[str]) -> str:
        character, at = match.group(), match.start()
        if _keep(text, at, right_to_left, flags):
            return character
        return _sign(character)

    return _SUSPECT.sub(sign, text)


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 claim`, `2 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def one_line(text: str) -> str:
    """A title, a name, a tag: harmless, on one line, without spaces at its ends."""
    return " ".join(harmless(_LINE_ENDS.sub("\n", text.replace("\t", " "))).split())


def has_right_to_left(text: str) -> bool:
    """Whether the text holds letters of a script written from right to left."""
    return bool(_HAS_RIGHT_TO_LEFT.search(text))


def sha256(data: str | bytes) -> str:
    """The SHA-256 of the bytes, or of the text in UTF-8, in lower-case hexadecimal."""
    import hashlib  # slow to import, and not needed to read

    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def _keep(text: str, at: int, right_to_left: bool, flags: set[int]) -> bool:
    character = text[at]
    before, after = _neighbour(text, at - 1), _neighbour(text, at + 1)
    if character == "\u200d":
        ends = at + 1 == len(text) or after.isspace()
        return (bool(_JOINING.match(before)) and (ends or bool(_JOINING.match(after)))) or (
            bool(_EMOJI.match(before)) and bool(_EMOJI.match(after))
        )
    if character == "\u200c":
        return bool(_JOINING.match(before))
    if character == "\u200b":
        return bool(_SPACELESS.match(before) or _SPACELESS.match(after))
    if character in "\u200e\u200f\u061c":
        return right_to_left
    if "\U000e0020" <= character <= "\U000e007f":
        return at in flags
    return False


def _neighbour(text: str, at: int) -> str:
    """The character at `at`, or nothing where it will not stand in the result as it is."""
    if not 0 <= at < len(text):
        return ""
    character = text[at]
    return "" if _SUSPECT.match(character) and character != "\U000e007f" else character


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if code < 0xA0:
        return CONTROL_SIGN
    if code in (0x2028, 0x2029):
        return LINE_SIGN
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return DIRECTION_SIGN
    if 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return BROKEN_SIGN
    return INVISIBLE_SIGN
