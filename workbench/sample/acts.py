"""A file of acts: what an analyst did in a review, in the words of this project, as TOML.

corpus/README.md has the format for people.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from workbench.core.text import harmless, one_line
from workbench.errors import WorkbenchError

_TEXT, _NUMBER, _NUMBERS, _ITEMS = "text", "a whole number from 1", "a list of numbers", "tables"

_CLAIM_FIELDS = {"claimant": _TEXT, "origin": _TEXT, "tags": _TEXT, "note": _TEXT}
_LINK_FIELDS = {"reason": _TEXT, "rationale": _TEXT}
_FINDING_FIELDS = {
    "verdict": _TEXT,
    "confidence": _TEXT,
    "rationale": _TEXT,
    "evidence": _ITEMS,
}
_PLACE = {"nth": _NUMBER}

SHAPES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "article": ({"article": _NUMBER, "file": _TEXT}, {}),
    "claim": ({"claim": _NUMBER, "article": _NUMBER, "quote": _TEXT}, _PLACE | _CLAIM_FIELDS),
    "edit claim": ({"claim": _NUMBER}, _CLAIM_FIELDS),
    "move claim": ({"claim": _NUMBER, "quote": _TEXT}, _PLACE),
    "share origin": ({"claims": _NUMBERS, "origin": _TEXT}, {}),
    "dismiss": ({"claim": _NUMBER, "article": _NUMBER, "quote": _TEXT}, _PLACE),
    "link": ({"link": _NUMBER, "claims": _NUMBERS, "relation": _TEXT}, _LINK_FIELDS),
    "mark link": ({"link": _NUMBER}, {"relation": _TEXT} | _LINK_FIELDS),
    "finding": ({"finding": _NUMBER, "claim": _NUMBER, "wording": _TEXT}, _FINDING_FIELDS),
    "edit finding": ({"finding": _NUMBER}, {"wording": _TEXT} | _FINDING_FIELDS),
    "undo": ({}, {}),
}
"""What an act must say, and what it may say, by what it does."""

_ITEM = ({"kind": _TEXT}, {"locator": _TEXT, "note": _TEXT})


class ActsFileError(WorkbenchError):
    """A file of acts cannot be read, or what it says cannot be done."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the file.

    Attributes:
        number: which one, counted from 1.
        at: when it was done, in UTC.
        do: what is done, a key of the table of shapes: `claim`, `mark link` and so on.
        says: what it says beside that, checked for names and kinds, not for sense.
    """

    number: int
    at: datetime
    do: str
    says: dict[str, Any]

    def name(self) -> str:
        """The act as messages call it: `act 17 (mark link 3)`."""
        last = self.do.split()[-1]
        which = self.says.get(last, "")
        return f"act {self.number} ({self.do}{f' {which}' if which else ''})"


@dataclass(frozen=True, slots=True)
class Acts:
    """A file of acts.

    Attributes:
        name: what messages call the file.
        title: of the review.
        analyst: who does all of it.
        begun: when the review was made, in UTC.
        left: the claims that the panes are left at, the one with the keys first; may be empty.
        acts: in order, none before the one above it.
    """

    name: str
    title: str
    analyst: str
    begun: datetime
    left: tuple[int, ...]
    acts: tuple[Act, ...]

    def refusal(self, act: Act, why: str) -> ActsFileError:
        """What is raised when an act cannot be done.

        Args:
            act: the act.
            why: a whole sentence.
        """
        return ActsFileError(f"{self.name}, {act.name()}: {why}")


def read_acts(path: Path) -> Acts:
    """Read a file of acts and check what it says act by act, before any of it is done.

    Raises:
        ActsFileError: it cannot be read, or an act of it says what it may not, or not enough; the
            sentence names the act.
    """
    name = harmless(path.name)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ActsFileError(f"{name} could not be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ActsFileError(f"{name} is not UTF-8; save it as that.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:  # brackets in brackets in brackets
        raise ActsFileError(f"{name} is not TOML: {harmless(str(error))}.") from error
    top = {"title": _TEXT, "analyst": _TEXT, "begun": "a date with time and zone"}
    _names(data, top, {"left": _NUMBERS, "act": _ITEMS}, name)
    for key in ("title", "analyst"):
        _kind(data[key], key, _TEXT, name)
    if "left" in data:
        _kind(data["left"], "left", _NUMBERS, name)
    begun = _moment(data["begun"], "begun", name)
    items = data.get("act", [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ActsFileError(f"{name}: each act is a table of its own, under [[act]].")
    acts: list[Act] = []
    for number, item in enumerate(items, 1):
        act = _act(number, item, name)
        if act.at < (acts[-1].at if acts else begun):
            raise ActsFileError(f"{name}, {act.name()}: it is earlier than what stands above it.")
        acts.append(act)
    left = tuple(data.get("left", ()))
    return Acts(name, data["title"], data["analyst"], begun, left, tuple(acts))


def _act(number: int, item: dict[str, Any], name: str) -> Act:
    where = f"{name}, act {number}"
    do = item.get("do")
    if not isinstance(do, str) or do not in SHAPES:
        said = "does not say what it does" if do is None else f"does “{_shown(do)}”"
        raise ActsFileError(f"{where} {said}; do is one of {', '.join(SHAPES)}.")
    where = f"{where} ({do})"
    needed, allowed = SHAPES[do]
    says = {key: value for key, value in item.items() if key not in ("do", "at")}
    _names(says, needed, allowed, where)
    for key, value in says.items():
        _kind(value, key, (needed | allowed)[key], where)
    for evidence in says.get("evidence", []):
        _names(evidence, *_ITEM, f"{where}, evidence")
        for key, value in evidence.items():
            _kind(value, key, _TEXT, f"{where}, evidence")
    return Act(number, _moment(item.get("at"), "at", where), do, says)


def _names(
    table: dict[str, Any], needed: dict[str, str], allowed: dict[str, str], where: str
) -> None:
    """Refuse a table that lacks a name it needs, or has one it may not have."""
    for key in table:
        if key not in needed and key not in allowed:
            near = get_close_matches(key, [*needed, *allowed], n=1)
            advice = f" Did you mean {near[0]}?" if near else ""
            raise ActsFileError(f"{where}: there is no “{_shown(key)}” here.{advice}")
    for key, kind in needed.items():
        if key not in table:
            raise ActsFileError(f"{where}: {key} is missing; it is {kind}.")


def _kind(value: object, key: str, kind: str, where: str) -> None:
    """Refuse a value that is not of its kind."""
    if kind == _TEXT:
        fits = isinstance(value, str)
    elif kind == _NUMBER:
        fits = _is_number(value)
    elif kind == _NUMBERS:
        fits = isinstance(value, list) and bool(value) and all(map(_is_number, value))
    else:
        fits = isinstance(value, list) and all(isinstance(one, dict) for one in value)
    if not fits:
        raise ActsFileError(f"{where}: {key} is “{_shown(value)}”; it should be {kind}.")


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _moment(value: object, key: str, where: str) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ActsFileError(
            f"{where}: {key} says when, with time and zone, without quotation marks: "
            f"{key} = 2025-10-09T08:30:00Z."
        )
    return value.astimezone(UTC)


def _shown(value: object) -> str:
    return one_line(harmless(str(value)))[:60]
