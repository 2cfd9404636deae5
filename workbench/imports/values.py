"""Cells and values of files, checked one by one; what is wrong is said with its place."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from workbench.core import pieces
from workbench.core.text import one_line
from workbench.errors import ChangeRefusedError, ImportRefusedError

_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile("[0-9a-f]{64}")
_NUMBER = re.compile(r"([0-9]{1,15})(?:\.0{1,6})?")  # a spreadsheet may write 17.0
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}"
    r"(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_SHOWN = 40  # code points of a cell in a sentence

LARGEST_NUMBER = 999_999_999
"""The greatest short number that is believed; nobody says a longer one."""


class Cells:
    """The cells of one line, or the values of one annotation.

    Args:
        where: the file and line, for sentences.
        values: names to what stands there.
    """

    def __init__(self, where: str, values: Mapping[str, Any]) -> None:
        self.where = where
        self.values = values

    def has(self, name: str) -> bool:
        """Whether the file has such a column."""
        return name in self.values

    def text(self, name: str) -> str:
        """Text as it stands, "" where there is none."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise self.wrong(name, "text", value)
        return str(value)

    def line(self, name: str) -> str:
        """Text of one line, made fit to keep."""
        return self._fit(name, pieces.line_field)

    def note(self, name: str) -> str:
        """Text of many lines, made fit to keep."""
        return self._fit(name, pieces.note_field)

    def tags(self, name: str) -> str:
        """Tags, each once."""
        return self._fit(name, lambda text: pieces.claim_field("tags", text))

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """One of a few words, in whatever case."""
        word = one_line(self.text(name)).casefold()
        if word not in known:
            listed = ", ".join(one for one in known if one)
            raise self.wrong(name, f"one of {listed}", self.text(name))
        return word

    def number(self, name: str) -> int:
        """A short number, 0 where there is none."""
        found = self._whole(name)
        if found is None:
            return 0
        if not 0 < found <= LARGEST_NUMBER:
            raise self.wrong(name, f"a number from 1 to {LARGEST_NUMBER:,}", found)
        return found

    def offset(self, name: str) -> int | None:
        """An offset, or None."""
        return self._whole(name)

    def identifier(self, name: str) -> str:
        """An id of ours, "" where there is none."""
        text = self.text(name).strip().lower()
        if text and not _ID.fullmatch(text):
            raise self.wrong(name, "an id as the workbench gives them", text)
        return text

    def digest(self, name: str) -> str:
        """A SHA-256 in hexadecimal, "" where there is none."""
        text = self.text(name).strip().lower()
        if text and not _HASH.fullmatch(text):
            raise self.wrong(name, "a SHA-256", text)
        return text

    def time(self, name: str) -> str:
        """A time in UTC as the workbench writes it, "" where there is none."""
        text = self.text(name).strip()
        if not text:
            return ""
        wanted = "a time such as 2025-10-08T21:09:00.000Z (leave the column out if they are lost)"
        if not _TIME.fullmatch(text):
            raise self.wrong(name, wanted, text)
        try:
            read = datetime.fromisoformat(text)
            moment = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
        except (OverflowError, ValueError):
            raise self.wrong(name, wanted, text) from None
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def day(self, name: str) -> str:
        """A date, "" where there is none."""
        text = self.text(name).strip()
        wanted = "a date such as 2025-10-08"
        if text and not _DAY.fullmatch(text):
            raise self.wrong(name, wanted, text)
        try:
            return text and date.fromisoformat(text).isoformat()
        except ValueError:
            raise self.wrong(name, wanted, text) from None

    def wrong(self, name: str, wanted: str, found: object) -> ImportRefusedError:
        """The refusal of a cell: what it should be, and how it begins."""
        shown = one_line(str(found)[: 4 * _SHOWN])
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        return self.refusal(f"{one_line(name)} is not {wanted}: “{shown}”.")

    def refusal(self, sentence: str) -> ImportRefusedError:
        """The refusal of the line."""
        return ImportRefusedError(f"{self.where}: {sentence}")

    def _whole(self, name: str) -> int | None:
        value = self.values.get(name)
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            return self._whole_text(name, str(int(value)))
        return self._whole_text(name, self.text(name).strip())

    def _whole_text(self, name: str, text: str) -> int | None:
        if not text:
            return None
        found = _NUMBER.fullmatch(text)
        if not found:
            raise self.wrong(name, "a whole number", text)
        return int(found[1])

    def _fit(self, name: str, fit: Any) -> str:
        try:
            return str(fit(self.text(name)))
        except ChangeRefusedError as error:
            raise self.refusal(f"{one_line(name)} is too long. {error}") from None
