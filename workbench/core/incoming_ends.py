"""What links, findings and evidence of a file rest on: which claim or finding is meant."""

from typing import Any

from workbench.core.incoming import End, Incoming
from workbench.core.model import Record
from workbench.core.placing import Lost, fold
from workbench.core.review import ReviewState

_COLUMNS = {
    "link": (("claim", "from_claim_id"), ("claim", "to_claim_id")),
    "finding": (("claim", "claim_id"),),
    "evidence": (("finding", "finding_id"),),
}


class Ends:
    """Claims and findings by what a file calls them: the file's own first, then the review's.

    Args:
        state: the review.
    """

    def __init__(self, state: ReviewState) -> None:
        self._state = state
        self._ids: dict[tuple[str, str], Record | None] = {}
        self._numbers: dict[tuple[str, int], Record | Lost] = {}
        self._new: list[tuple[str, Record]] = []
        self._by_number: dict[str, dict[int, Any]] = {}
        self._by_words: dict[str, dict[str, dict[str, Any]]] = {}

    def found(self, what: Incoming, record: Record) -> None:
        """Remember what a thing of a file is in the review."""
        if what.id:
            self._ids[what.table, what.id] = record
        self._number(what, record)
        self._new.append((what.table, record))

    def lost(self, what: Incoming) -> None:
        """Remember that a thing of a file is not in the review."""
        if what.id:
            self._ids[what.table, what.id] = None
        self._number(what, Lost(f"its {what.table} {what.number} is left out too"))

    def columns(self, what: Incoming) -> dict[str, Any] | Lost:
        """The ids that a thing rests on, by column; or why there are none."""
        columns: dict[str, Any] = {}
        for (table, column), end in zip(_COLUMNS[what.table], what.ends, strict=True):
            record = self._of(table, end)
            if isinstance(record, Lost):
                return record
            columns[column] = record.id
        if what.table == "link" and columns["from_claim_id"] == columns["to_claim_id"]:
            return Lost("both its ends are the same claim here")
        return columns

    def _of(self, table: str, end: End) -> Any:
        """What an end means: by its id, else by its number and words."""
        name = f"{table} {end.number}" if end.number else table
        if (table, end.id) in self._ids:
            return self._ids[table, end.id] or Lost(f"its {name} is left out too")
        there = self._state.record(table, end.id) if end.id else None
        if there is not None:
            return there
        if not end.id and (table, end.number) in self._numbers:
            return self._numbers[table, end.number]
        numbered = self._numbered(table).get(end.number)
        if end.words:
            same = self._worded(table).get(fold(end.words), {})
            if numbered is not None and numbered.id in same:
                return numbered
            if len(same) == 1:
                return next(iter(same.values()))
            many = "several have its words" if same else "none has its words"
            return Lost(f"its {name} is not in the review: {many}")
        if numbered is not None and not end.id:
            return numbered
        return Lost(f"its {name} is not in the review; import what it belongs to with it")

    def _number(self, what: Incoming, record: Record | Lost) -> None:
        if not what.number:
            return
        key = what.table, what.number
        first = self._numbers.setdefault(key, record)
        if first != record:
            self._numbers[key] = Lost(f"the files have more than one {what.table} {what.number}")

    def _numbered(self, table: str) -> dict[int, Any]:
        if table not in self._by_number:
            there = self._state.records(table).values()
            self._by_number[table] = {record.number: record for record in there}
        return self._by_number[table]

    def _worded(self, table: str) -> dict[str, dict[str, Any]]:
        """Claims by quote, findings by wording; asked for when all of them are known."""
        if table in self._by_words:
            return self._by_words[table]
        known = self._by_words[table] = {}
        new = [record for of, record in self._new if of == table]
        for record in [*self._state.records(table).values(), *new]:
            words = record.quote if table == "claim" else record.wording
            known.setdefault(fold(words), {})[record.id] = record
        return known
