"""Canonical text that is decoded where it is looked at.

A Python string spends as many bytes on every character as its widest one needs: one emoji in ten
megabytes of English makes forty. Here the text stays as the UTF-8 it is stored in, and pieces of it
are decoded when they are asked for. What works on pieces takes either, as `Text`.
"""

from bisect import bisect_right
from collections.abc import Callable
from threading import Lock
from typing import Protocol, SupportsIndex

BLOCK = 16_384
"""Bytes that are decoded at a time."""

_MOST_DECODED = 24


class Text(Protocol):
    """What a text must be able to do to be read in pieces; a `str` can."""

    def __len__(self) -> int:
        """Code points."""

    def __getitem__(self, where: SupportsIndex | slice, /) -> str:
        """The code point at a place, or those of a slice."""

    def find(self, wanted: str, start: int = ..., end: int = ..., /) -> int:
        """The first place of some words in [start, end), or -1."""

    def rfind(self, wanted: str, start: int = ..., end: int = ..., /) -> int:
        """The last place of some words in [start, end), or -1."""


class LongText:
    """A text kept as UTF-8.

    What the bytes lack of the characters promised, or what in them is no UTF-8, reads as
    replacement characters: a damaged database is `check`'s to report, and must not stop a reader.
    Several threads may read it: a search goes on while panes are painted.

    Args:
        data: the text in UTF-8.
        characters: how many code points it has.
    """

    def __init__(self, data: bytes, characters: int) -> None:
        self._data = data
        self._length = characters
        self._plain = len(data) == characters and data.isascii()
        # Where blocks begin and the last one ends, in bytes and in code points, as far as anyone
        # has looked.
        self._bytes = [0]
        self._points = [0]
        self._decoded: dict[int, str] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, where: SupportsIndex | slice, /) -> str:
        if not isinstance(where, slice):
            at = where.__index__()
            at += self._length if at < 0 else 0
            if not 0 <= at < self._length:
                raise IndexError("text index out of range")
            return self._piece(at, at + 1)
        start, end, step = where.indices(self._length)
        if step != 1:
            raise ValueError("a text is read forwards, without gaps")
        return self._piece(start, end) if start < end else ""

    def __str__(self) -> str:
        return self[:]

    def find(self, wanted: str, start: int = 0, end: int | None = None, /) -> int:
        """The first place of some words in [start, end), or -1."""
        return self._found(self._data.find, wanted, start, end)

    def rfind(self, wanted: str, start: int = 0, end: int | None = None, /) -> int:
        """The last place of some words in [start, end), or -1."""
        return self._found(self._data.rfind, wanted, start, end)

    def _found(
        self, look: Callable[[bytes, int, int], int], wanted: str, start: int, end: int | None
    ) -> int:
        low, high, _ = slice(start, end).indices(self._length)
        last = high - len(wanted)  # the last place where they could begin
        if low > last:
            return -1
        with self._lock:
            first, after = self._byte_of(low), self._byte_of(high)
        byte = look(wanted.encode("utf-8", "surrogatepass"), first, after)
        if byte < 0:
            return -1
        with self._lock:
            point = self._point_of(byte)
        # In a damaged text bytes and characters may disagree; a place outside would be a trap.
        return min(max(low, point), last)

    def _piece(self, start: int, end: int) -> str:
        if self._plain:
            return self._data[start:end].decode("ascii")
        pieces: list[str] = []
        at = start
        with self._lock:
            while at < end:
                index = self._block_of(at)
                if index + 1 == len(self._points):
                    break
                first = at - self._points[index]
                pieces.append(self._block(index)[first : first + end - at])
                at += len(pieces[-1])
        return "".join(pieces).ljust(end - start, "\N{REPLACEMENT CHARACTER}")

    def _block(self, index: int) -> str:
        text = self._decoded.pop(index, None)
        if text is None:
            text = self._data[self._bytes[index] : self._bytes[index + 1]].decode(errors="replace")
            if len(self._decoded) >= _MOST_DECODED:
                del self._decoded[next(iter(self._decoded))]
        self._decoded[index] = text  # the one looked at last stays longest
        return text

    def _next_block(self) -> None:
        first = self._bytes[-1]
        end = min(first + BLOCK, len(self._data))
        # Not within a character; one is four bytes at most, the rest of a damaged text is taken as
        # it comes.
        least = max(first, end - 4)
        while end < len(self._data) and self._data[end] & 0xC0 == 0x80 and end > least + 1:
            end -= 1
        piece = self._data[first:end]
        self._bytes.append(end)
        self._points.append(
            self._points[-1]
            + (len(piece) if piece.isascii() else len(piece.decode(errors="replace")))
        )

    def _block_of(self, offset: int) -> int:
        """Which block holds a code point; one past the last where the text ends early."""
        while self._points[-1] <= offset and self._bytes[-1] < len(self._data):
            self._next_block()
        return bisect_right(self._points, offset) - 1

    def _byte_of(self, offset: int) -> int:
        if self._plain:
            return offset
        if offset >= self._length:
            return len(self._data)
        index = self._block_of(offset)
        if index + 1 == len(self._points):
            return len(self._data)
        return self._bytes[index] + len(self._block(index)[: offset - self._points[index]].encode())

    def _point_of(self, byte: int) -> int:
        if self._plain:
            return byte
        while self._bytes[-1] <= byte and self._bytes[-1] < len(self._data):
            self._next_block()
        index = bisect_right(self._bytes, byte) - 1
        return self._points[index] + len(
            self._data[self._bytes[index] : byte].decode(errors="replace")
        )
