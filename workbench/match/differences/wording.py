"""Differences in words: the hint under a pair, and the reason a mark is offered."""

from collections.abc import Sequence

from workbench.match.differences.model import Difference

_PLURAL = {
    "number": "numbers differ",
    "quantity": "quantities differ",
    "date": "dates differ",
    "name": "names differ",
    "place": "places differ",
    "role": "offices differ",
    "negation": "one denies",
}
_REASONS = {
    "number": "number",
    "quantity": "number",
    "date": "time",
    "name": "name",
    "place": "place",
    "role": "role",
    "negation": "negation",
}


def hint(found: Sequence[Difference], a: str = "", b: str = "") -> str:
    """Differences as a short line: "numbers differ: 7 / 8 · dates differ: Friday / Tuesday".

    Args:
        found: what `differences` returned.
        a: the first text; when both are given their own words are shown, else the values.
        b: the second text.

    Returns:
        One line, empty when there is nothing to say.
    """
    told: dict[str, list[str]] = {}
    for one in found:
        said = f"{_said(a, one.a_start, one.a_end, one.a_value)} / "
        said += _said(b, one.b_start, one.b_end, one.b_value)
        told.setdefault(_PLURAL[one.kind], []).append(said)
    return " · ".join(f"{what}: {', '.join(said)}" for what, said in told.items())


def _said(text: str, start: int, end: int, value: str) -> str:
    return " ".join(text[start:end].split()) if text and end > start else value or "–"


def reason(found: Sequence[Difference]) -> str:
    """The reason to offer for a `conflicts` mark; empty when no difference was found.

    Where several kinds differ, the one that is least often found in error comes first: numbers,
    times, offices, denials, places, names.
    """
    order = ("number", "quantity", "date", "role", "negation", "place", "name")
    first = min(found, key=lambda one: order.index(one.kind), default=None)
    if first is None:
        return ""
    if "o'clock" in first.a_value:
        return "time"
    return _REASONS[first.kind]
