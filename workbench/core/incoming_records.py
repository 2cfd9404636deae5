"""Records made of what a file says, and how they compare with those that are there."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple

from workbench.core.ids import content_id, now
from workbench.core.incoming import Incoming
from workbench.core.model import TABLES, Claim, Link, Record
from workbench.core.review import ReviewState

Key = tuple[object, ...]


class Rival(NamedTuple):
    """A record that is the same thing under another id.

    Attributes:
        record: the record.
        new: whether it comes from the same files.
        same: whether it says the same.
        where: the file and line it comes from, when it is new.
    """

    record: Record
    new: bool
    same: bool
    where: str


class Made:
    """The records that are to come into being.

    Args:
        state: the review they come into.
    """

    def __init__(self, state: ReviewState) -> None:
        self._state = state
        self._time = now()
        self._new: dict[str, dict[str, Any]] = {}
        self._where: dict[str, Incoming] = {}
        self._named: dict[Key, Record] = {}
        self._expected: dict[str, set[str]] = {}
        for table in ("claim", "link", "finding", "evidence"):
            for record in state.records(table).values():
                self._named.setdefault(_name(record), record)

    def expect(self, incoming: Iterable[Incoming]) -> None:
        """Say what the files have: what one of them has under two ids are two things."""
        for what in incoming:
            if what.id:
                self._expected.setdefault(what.file, set()).add(what.id)

    def of(self, table: str) -> list[Any]:
        """The new records of a table, in the order they were made."""
        return list(self._new.get(table, {}).values())

    def rival(self, what: Incoming, where: Mapping[str, Any]) -> Rival | None:
        """The record that is the same thing: the same words, the same pair, the same finding.

        Two claims on the same words that one file tells apart stay apart.
        """
        record = self._record(what, where)
        found = self._named.get(_name(record))
        found = found or self._new.get(what.table, {}).get(record.id)
        found = found or self._state.record(what.table, record.id)
        if found is None:
            return None
        new = found.id in self._where
        same_file = self._expected.get(what.file, set())
        apart = what.id and what.table != "link" and found.id in same_file
        if apart and found.id != record.id:
            return None
        same = not differences(what, found, {}, same_id=False)
        return Rival(found, new, same, self._where[found.id].where if new else "")

    def make(self, what: Incoming, where: Mapping[str, Any]) -> Record:
        """Make a record of what a file says."""
        record: Record = self._record(what, where)
        self._new.setdefault(what.table, {})[record.id] = record
        self._where[record.id] = what
        self._named.setdefault(_name(record), record)
        return record

    def clash(self, after: Record) -> Record | None:
        """What would forbid a link to tie the claims it is to tie."""
        if not isinstance(after, Link):
            return None
        found = self._named.get(_name(after))
        return found if found is not None and found.id != after.id else None

    def _record(self, what: Incoming, where: Mapping[str, Any]) -> Any:
        kind = TABLES[what.table]
        values: dict[str, Any] = {one.name: "" for one in fields(kind)}
        values |= {**what.values, **where}
        values |= {
            "review_id": self._state.review.id,
            "number": what.number,
            "analyst": what.analyst or self._state.analyst,
            "created_at": what.created_at or what.updated_at or self._time,
            "updated_at": what.updated_at or what.created_at or self._time,
        }
        values["id"] = what.id or self._id(what, values)
        return kind(**values)

    def _id(self, what: Incoming, values: Mapping[str, Any]) -> str:
        """An id from the content, so that the same file brings the same thing a second time."""
        if what.table == "claim":
            said = [values["article_id"], values["start"], values["end"]]
        else:
            said = [values[name] for name in sorted(values) if name in _SAID[what.table]]
        return content_id(json.dumps([what.table, values["analyst"], *said]))


_SAID = {
    "link": ("from_claim_id", "to_claim_id"),
    "finding": ("claim_id", "wording"),
    "evidence": ("finding_id", "kind", "locator", "note"),
}


def _name(record: Any) -> Key:
    """What makes a thing the same thing under whatever id."""
    if isinstance(record, Claim):
        return "claim", record.article_id, record.start, record.end
    if isinstance(record, Link):
        return "link", record.analyst, *sorted((record.from_claim_id, record.to_claim_id))
    if hasattr(record, "wording"):
        return "finding", record.analyst, record.claim_id, record.wording
    return "evidence", record.finding_id, record.kind, record.locator, record.note


def differences(
    what: Incoming, there: Any, where: Mapping[str, Any], *, same_id: bool
) -> tuple[str, ...]:
    """In which columns a file says otherwise than a record; times and numbers do not count.

    Args:
        what: what the file says.
        there: the record.
        where: the columns that say where it belongs.
        same_id: whether both have the same id. Else they are two marks on the same thing, and only
            what the file says, not what it leaves empty or who made it, is compared.
    """
    said = dict(what.values)
    if same_id and what.analyst and what.table != "article":
        said["analyst"] = what.analyst
    found = [
        name for name, value in said.items() if getattr(there, name) != value and (same_id or value)
    ]
    found += [name for name, value in where.items() if getattr(there, name, "") != value]
    place = {"start", "end", "prefix", "suffix"}
    if "quote" in found or place & set(found):
        found = [*(name for name in found if name not in place | {"quote"}), "quote"]
    return tuple(dict.fromkeys(found))


def edited(what: Incoming, there: Any, where: Mapping[str, Any], *, same_id: bool) -> Any:
    """A record with what a file says in the place of what it said."""
    said: dict[str, Any] = {name: value for name, value in what.values.items() if same_id or value}
    if same_id:
        said |= {"analyst": what.analyst or there.analyst}
        said |= {"created_at": what.created_at or there.created_at}
    return replace(there, **{**said, **where, "updated_at": what.updated_at or now()})


def same_thing(one: Incoming, other: Incoming) -> bool:
    """Whether two files say the same of a thing, as far as both say something."""
    common = one.values.keys() & other.values.keys()
    if any(one.values[name] != other.values[name] for name in common):
        return False
    ends = zip(one.ends, other.ends, strict=False)
    if any(a.id and b.id and a.id != b.id for a, b in ends):
        return False
    here, there = one.place, other.place
    if here is None or there is None:
        return True
    if here.quote and there.quote and here.quote != there.quote:
        return False
    return None in (here.start, there.start) or here.start == there.start
