"""Numbers and quantities in a text, and when two of them are the same value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.match.differences.model import Mention, Token
from workbench.match.differences.number_words import Written, read_number
from workbench.match.differences.tokens import close
from workbench.match.differences.units import LETTERS, SHARE, SIGNS, SPEED, SQUARE, UNITS, Unit
from workbench.match.differences.vocabulary import ORDINALS, STOP

_BEFORE = {
    **dict.fromkeys(("about", "around", "roughly", "approximately", "some", "circa"), "about"),
    **dict.fromkeys(("nearly", "almost", "under", "below"), "under"),
    **dict.fromkeys(("over", "above", "exceeding"), "over"),
}
_PAIRS = {
    ("more", "than"): "over",
    ("at", "least"): "over",
    ("less", "than"): "under",
    ("fewer", "than"): "under",
    ("up", "to"): "under",
    ("at", "most"): "under",
    ("close", "to"): "about",
    ("as", "many"): "under",
}
_PERCENT = re.compile(r"\s?%|\s?per cent\b")
_VAGUE_UP_TO = 5
"""Hundreds are two hundred to a thousand, dozens two dozen to a hundred and twenty."""


@dataclass(frozen=True, slots=True)
class Number(Mention):
    """A number with what it counts.

    Attributes:
        low: its value, in its own unit.
        high: the other end of a range, else the value again.
        unit: its unit of measure, None for a mere number.
        about: "", "about", "over" or "under".
        finest: the place of its last digit that says something.
        ordinal: whether it says which one rather than how many.
        clock: whether it is a time of day, in hours.
        counts: keys of the words that follow in the same breath: what is counted.
        does: keys of the meaningful words before it.
    """

    low: float
    high: float
    unit: Unit | None
    about: str
    finest: float
    ordinal: bool
    clock: bool
    counts: tuple[str, ...]
    does: tuple[str, ...]

    @property
    def measures(self) -> str:
        """What it measures; of a mere number "", of a time of day "clock"."""
        return "clock" if self.clock else self.unit.measures if self.unit else ""


def find_numbers(text: str, words: Sequence[Token], taken: list[bool], most: int) -> list[Number]:
    """The first numbers among the tokens that are not yet taken, which are taken then.

    Args:
        text: what the tokens were cut from.
        words: its tokens.
        taken: for each token, whether something was read from it already.
        most: how many are looked for.
    """
    found: list[Number] = []
    at = 0
    while at < len(words) and len(found) < most:
        written = None if taken[at] else read_number(text, words, at)
        if written is None or any(taken[at : written.last]) or _idle(words, at, written):
            at += 1
            continue
        number = _number(text, words, at, written)
        taken[number.first : number.last] = [True] * (number.last - number.first)
        found.append(number)
        at = number.last
    return found


def _idle(words: Sequence[Token], at: int, written: Written) -> bool:
    """Whether the words are used otherwise: no one, one of, one another, at first, second-hand."""
    word = words[at].text.casefold()
    if written.last > at + 1 or word[0].isdigit():
        return False
    before = words[at - 1].text.casefold() if at else ""
    after = words[at + 1].text.casefold() if at + 1 < len(words) else ""
    if word == "one":
        return before in ("no", "any", "every", "some", "this", "that", "the", "each", "which") or (
            after in ("of", "another", "day", "is", "was", "who", "can", "may", "that", "could")
        )
    if word in ORDINALS:
        return before == "at" or (word == "second" and before in ("a", "every"))
    return False


def _number(text: str, words: Sequence[Token], at: int, written: Written) -> Number:
    low, high, last, finest = written.value, written.value, written.last, written.finest
    about = ""
    if written.vague:
        high = low * _VAGUE_UP_TO
    if not written.ordinal and not written.vague:
        upper = _range(text, words, at, written)
        if upper:
            high, last, finest = upper.value, upper.last, min(finest, upper.finest)
            if written.last == at + 1 and upper.value > 1000 > low and low * 1e6 > upper.value:
                scale = _scale_of(words, upper.last - 1)
                low *= scale
    start, unit = _money(text, words[at].start)
    end, last, unit = _measured(text, words, last, unit, ordinal=written.ordinal)
    if written.share and unit is None:
        unit, about = SHARE, "about"
    counted = _counted(text, words, last)
    if unit is None and not written.ordinal and _is_age(text, words, at, last):
        unit, counted = UNITS["year"], ("old",)
    about = about or _about(words, at)
    mere = f"{low:.15g}" if low == high else f"{low:.15g}-{high:.15g}"
    value = f"{mere} {unit.name}" if unit else mere
    return Number(
        at,
        last,
        start,
        end,
        value,
        low=low,
        high=high,
        unit=unit,
        about=about,
        finest=finest,
        ordinal=written.ordinal,
        clock=False,
        counts=counted,
        does=_doing(text, words, at),
    )  # fmt: skip


def _money(text: str, start: int) -> tuple[int, Unit | None]:
    """Where a number begins with the money sign before it, and the money."""
    sign = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    if sign not in SIGNS:
        return start, None
    start = text.rindex(sign, 0, start)
    start -= 2 if text[max(0, start - 2) : start] == "US" else 0
    return start, UNITS[SIGNS[sign]]


def _measured(
    text: str, words: Sequence[Token], last: int, money: Unit | None, *, ordinal: bool
) -> tuple[int, int, Unit | None]:
    """Where a number ends with its unit (code point, token), and the unit."""
    unit = money
    if money is not None:
        last += _word(words, last) in ("dollars", "euros", "pounds")
    elif not ordinal:
        unit, last = _unit(text, words, last)
    end = words[last - 1].end
    if unit is None and (rest := _PERCENT.match(text, end)):
        unit, end = SHARE, rest.end()
        while last < len(words) and words[last].start < end:
            last += 1
    return end, last, unit


def _word(words: Sequence[Token], at: int) -> str:
    return words[at].text.casefold() if 0 <= at < len(words) else ""


def _scale_of(words: Sequence[Token], at: int) -> float:
    scales = {"million": 1e6, "billion": 1e9, "thousand": 1e3, "m": 1e6, "bn": 1e9}
    return scales.get(_word(words, at), 1.0)


def _range(text: str, words: Sequence[Token], at: int, written: Written) -> Written | None:
    """The upper end of "10 to 15", "between 10 and 15", "10–15 people"; a score is no range."""
    last = written.last
    if last >= len(words):
        return None
    between = text[words[last - 1].end : words[last].start].strip()
    joined = _word(words, last) == "to" or (
        _word(words, last) == "and" and _word(words, at - 1) == "between"
    )
    if joined and last + 1 < len(words):
        upper = read_number(text, words, last + 1)
    elif between in ("-", "–", "—") and words[last].text[0].isdigit():
        upper = read_number(text, words, last)
        if upper is None or not _noun_follows(text, words, upper.last):
            return None
    else:
        return None
    if upper is None or upper.ordinal or upper.value <= written.value or upper.last - last > 6:
        return None
    return upper


def _is_age(text: str, words: Sequence[Token], at: int, last: int) -> bool:
    """Whether a number is an age: it stands between commas behind a name, or after "aged"."""
    if not words[at].text.isdigit() or len(words[at].text) > 3 or last != at + 1 or not at:
        return False
    if _word(words, at - 1) == "aged":
        return True
    before = text[words[at - 1].end : words[at].start]
    after = text[words[at].end : words[at].end + 1]
    return words[at - 1].capital and before == ", " and after in (",", ".", ";")


_SCORED = frozenset("win victory lead defeat loss lose record draw tie triumph rout run".split())
"""Keys behind two numbers that are a score: "a 20-13 win"."""


def _noun_follows(text: str, words: Sequence[Token], at: int) -> bool:
    if at >= len(words) or words[at].key in STOP or words[at].key in _SCORED:
        return False
    return words[at].text.islower() and close(text, words[at - 1], words[at])


def _unit(text: str, words: Sequence[Token], last: int) -> tuple[Unit | None, int]:
    if last >= len(words) or not close(text, words[last - 1], words[last], 3):
        return None, last
    word = _word(words, last)
    glued = words[last].start == words[last - 1].end
    if word == "per" and _word(words, last + 1) == "cent":
        return SHARE, last + 2
    if word in ("square", "sq") and (plain := UNITS.get(_word(words, last + 1))):
        return SQUARE.get(plain.name), last + (2 if plain.name in SQUARE else 0)
    if word == "m" and glued:
        return UNITS["metre"], last + 1
    unit = UNITS.get(word)
    if unit is None or (word in LETTERS and not glued):
        return None, last
    if unit.name in SPEED and _word(words, last + 1) in ("per", "an", "h"):
        hour = _word(words, last + 2) in ("hour", "h") or _word(words, last + 1) == "h"
        if hour:
            return SPEED[unit.name], last + (2 if _word(words, last + 1) == "h" else 3)
    return unit, last + 1


def _about(words: Sequence[Token], at: int) -> str:
    for back in (1, 2):
        pair = (_word(words, at - back - 1), _word(words, at - back))
        if at - back >= 1 and pair in _PAIRS:
            return _PAIRS[pair]
        if at - back >= 0 and back == 1 and _word(words, at - 1) in _BEFORE:
            return _BEFORE[_word(words, at - 1)]
    return ""


_NEXT_PHRASE = frozenset("of in at by to from as who that on for".split())


def _counted(text: str, words: Sequence[Token], last: int) -> tuple[str, ...]:
    """Keys of up to five words behind a number, to the next number or mark."""
    keys: list[str] = []
    for at in range(last, min(last + 6, len(words))):
        between = text[words[at - 1].end : words[at].start]
        if words[at].text[0].isdigit() or any(mark in between for mark in ".,;:()—"):
            break
        if words[at].key not in STOP:
            keys.append(words[at].key)
        elif keys and words[at].key in _NEXT_PHRASE:
            break
    return tuple(keys)


def _doing(text: str, words: Sequence[Token], at: int) -> tuple[str, ...]:
    """Keys of up to three meaningful words before a number, in the same breath."""
    keys: list[str] = []
    for back in range(at - 1, max(-1, at - 6), -1):
        between = text[words[back].end : words[back + 1].start]
        if any(mark in between for mark in ".;:()—") or words[back].text[0].isdigit():
            break
        if words[back].key not in STOP:
            keys.append(words[back].key)
    return tuple(keys[:3])
