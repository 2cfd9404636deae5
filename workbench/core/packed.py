"""Three texts of a record kept in one piece of UTF-8, for records there are ten thousands of.

A string of Python takes two or four bytes for every character as soon as one of them is a curly
quote or an emoji, and fifty for itself; so a quote with its prefix and suffix takes 430 bytes, and
in one piece 180.
"""

from collections.abc import Callable
from typing import Any

_UTF8 = ("utf-8", "surrogatepass")  # a damaged file may hold halves of characters


def keep_in_one_piece(kind: type, before: str, middle: str, after: str) -> Callable[[Any], None]:
    """Let three text fields of a dataclass with slots be kept in one piece.

    They are read and given as ever; what is asked for is cut out of the piece each time.

    Args:
        kind: the class; its `__post_init__` has to call what comes back.
        before: the field that stands first.
        middle: the field between them.
        after: the field that stands last.

    Returns:
        What packs the fields of a new record. It raises TypeError when one of them is no text.
    """
    slots = [kind.__dict__[name] for name in (before, middle, after)]
    first, piece_slot, last = slots

    def cut(record: Any, part: int) -> Any:
        piece = piece_slot.__get__(record)
        if type(piece) is str:  # not packed yet
            return slots[part].__get__(record)
        start, end = first.__get__(record), len(piece) - last.__get__(record)
        return piece[(0, start, end)[part] : (start, end, None)[part]].decode(*_UTF8)

    def pack(record: Any) -> None:
        texts = [slot.__get__(record) for slot in slots]
        if not all(isinstance(text, str) for text in texts):
            raise TypeError(f"{before}, {middle} and {after} must be text.")
        front, words, back = (text.encode(*_UTF8) for text in texts)
        first.__set__(record, len(front))
        last.__set__(record, len(back))
        piece_slot.__set__(record, front + words + back)

    def reader(part: int) -> Callable[[Any], Any]:
        return lambda record: cut(record, part)

    for part, name in enumerate((before, middle, after)):
        setattr(kind, name, property(reader(part), slots[part].__set__))
    return pack
