"""Numbers and dates of two texts that are values of the same thing and differ."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from workbench.match.differences.days import Day, comparable, same_day
from workbench.match.differences.model import Difference, Kind, Mention
from workbench.match.differences.numbers import Number
from workbench.match.differences.reading import Reading
from workbench.match.differences.same_number import same_number
from workbench.match.differences.slots import Slots, edited, pairs, touched
from workbench.match.differences.told import told_by_both
from workbench.match.differences.vocabulary import STOP

M = TypeVar("M", bound=Mention)

_ENOUGH = 0.3
"""Share of the shorter sentence's meaningful words that must be shared before values of two
independent sentences are compared by what they count."""
_FAR = 100
"""How many times the other a number is at most, when only what they count says they are told of
the same thing."""
_MUCH = 0.5
"""The same where only the sentences as a whole say that two dates belong to the same thing."""


def difference(kind: Kind, a: Mention, b: Mention) -> Difference:
    """A difference between two values, with their whole spans."""
    return Difference(kind, a.start, a.end, b.start, b.end, a.value, b.value)


def number_differences(a: Reading, b: Reading, slots: Slots) -> Iterator[Difference]:
    """Numbers and quantities that differ: in the same place, or counting the same."""
    near = slots.alignment.near
    told_a, told_b = told_by_both(a.numbers, b.numbers)
    done: tuple[set[int], set[int]] = set(told_a), set(told_b)

    def same(x: Number, y: Number) -> bool:
        return same_number(x, y, strict=near)

    for x, y, gap in pairs(slots, a.numbers, b.numbers, same):
        changed = touched(x, slots.in_gap_a) or touched(y, slots.in_gap_b)
        if not changed or not _one_sort(x, y) or same(x, y):
            continue
        clear = near and (gap < 0 or edited(slots, gap, (x, y), a.words, b.words))
        held = gap >= 0 and slots.held[gap]
        alone = x.first not in told_a and y.first not in told_b
        if clear or ((held or near) and alone and _fits(x, y)):
            done[0].add(x.first)
            done[1].add(y.first)
            yield difference(_kind(x, y), x, y)
    if near:
        yield from _by_place(a, b, slots)
    if slots.alignment.overlap >= _ENOUGH:
        yield from _by_context(a, b, done)


def _by_place(a: Reading, b: Reading, slots: Slots) -> Iterator[Difference]:
    """A number in the only place where an edit has what would elsewhere be a year: 911, 1822."""
    if len(slots.alignment.gaps) != 1:
        return
    years_a, years_b = (
        [one for one in days if touched(one, inside) and not (one.month or one.weekday)]
        for days, inside in ((a.days, slots.in_gap_a), (b.days, slots.in_gap_b))
    )
    for x in a.numbers if years_b else ():
        if touched(x, slots.in_gap_a):
            yield difference("number", x, years_b[0])
    for y in b.numbers if years_a else ():
        if touched(y, slots.in_gap_b):
            yield difference("number", years_a[0], y)


def _by_context(a: Reading, b: Reading, done: tuple[set[int], set[int]]) -> Iterator[Difference]:
    """Numbers of the same thing; those that begin with a token in `done` are left alone."""
    ones = {x: _grounds(x) for x in a.numbers if x.first not in done[0]}
    others = {y: _grounds(y) for y in b.numbers if y.first not in done[1]}
    for x, sharing in _on_one_ground(ones, others):
        for y in sharing:
            if y.first in done[1] or not _one_sort(x, y) or not _same_context(x, y):
                continue
            if max(x.low, y.low) <= _FAR * max(1.0, min(x.low, y.low)):
                done[1].add(y.first)
                yield difference(_kind(x, y), x, y)
                break


def _grounds(number: Number) -> set[str]:
    """Two numbers that have none of these keys in common are not in the same context."""
    return set() if number.clock else {*number.counts, *number.does}


def _on_one_ground(a: Mapping[M, set[str]], b: Mapping[M, set[str]]) -> Iterator[tuple[M, list[M]]]:
    """Each value of one text, with those of the other that have a key in common with it."""
    values = list(b)
    having: dict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(b.values()):
        for key in keys:
            having[key].append(number)
    for x, keys in a.items():
        yield x, [values[at] for at in sorted({at for key in keys for at in having.get(key, ())})]


def _fits(x: Number, y: Number) -> bool:
    """Whether two numbers in one place do not count different things."""
    return not (x.counts and y.counts) or bool(set(x.counts) & set(y.counts))


def _kind(x: Number, y: Number) -> Kind:
    return "quantity" if x.measures or y.measures else "number"


def _one_sort(x: Number, y: Number) -> bool:
    if x.clock != y.clock:
        return False
    return x.ordinal == y.ordinal and (x.measures == y.measures or not x.unit or not y.unit)


def _same_context(x: Number, y: Number) -> bool:
    """Whether two numbers count the same, or measure the same of the same doing."""
    if x.clock or bool(x.counts[:1] == _AGE) != bool(y.counts[:1] == _AGE):
        return False
    counted = (set(x.counts[:3]) & set(y.counts[:3])) - set(_AGE)
    doing = set(x.does) & set(y.does)
    if x.ordinal:
        return bool(counted and doing) and x.counts[0] == y.counts[0]
    if x.counts[:1] == _AGE:
        one, two = _of_whom(x), _of_whom(y)
        return len(one & two) >= max(1, min(2, len(one), len(two)))
    if x.unit and y.unit:
        return bool(counted or doing)
    if x.unit or y.unit:
        return False
    if x.counts and y.counts:
        return x.counts[0] in y.counts or y.counts[0] in x.counts
    return bool(doing) and x.does[0] == y.does[0]


_AGE = ("old",)


def _of_whom(age: Number) -> set[str]:
    """The two words that say whose age it is: behind "34-year-old", else before it."""
    return set(age.counts[1:3] or age.does[:2])


def date_differences(a: Reading, b: Reading, slots: Slots) -> Iterator[Difference]:
    """Dates that cannot be the same day, month or year, in the same place or of the same event."""
    near = slots.alignment.near
    told = _Told(a.days, b.days)
    done: tuple[set[int], set[int]] = set(), set()

    def same(x: Day, y: Day) -> bool:
        if near and _other_words(x, y):
            return False
        return not comparable(x, y) or same_day(x, y)

    for x, y, gap in pairs(slots, a.days, b.days, same):
        if same(x, y):
            continue
        clear = near and (gap < 0 or edited(slots, gap, (x, y), a.words, b.words))
        held = _enough(slots) if gap < 0 else slots.held[gap]
        if clear or (held and not told.on_both_sides(x, y)):
            done[0].add(x.first)
            done[1].add(y.first)
            yield difference("date", x, y)
    if slots.alignment.overlap >= _MUCH and len(slots.alignment.shared) >= 3:
        yield from _of_one_event(a, b, told, done)


def _of_one_event(
    a: Reading, b: Reading, told: "_Told", done: tuple[set[int], set[int]]
) -> Iterator[Difference]:
    ones = {x: _beside(x, a) for x in a.days if x.first not in done[0]}
    others = {y: _beside(y, b) for y in b.days if y.first not in done[1]}
    for x, sharing in _on_one_ground(ones, others):
        for y in sharing:
            if y.first in done[1] or _grain(x) != _grain(y) or not comparable(x, y):
                continue
            if not same_day(x, y) and not told.on_both_sides(x, y):
                done[1].add(y.first)
                yield difference("date", x, y)
                break


def _beside(day: Day, reading: Reading) -> set[str]:
    """Keys of the three meaningful words on either side of a date: what happened then."""
    words = reading.words
    before = [words[at].key for at in range(max(0, day.first - 8), day.first)]
    behind = [words[at].key for at in range(day.last, min(len(words), day.last + 8))]
    left = [key for key in before if key not in STOP][-3:]
    return {*left, *[key for key in behind if key not in STOP][:3]}


def _other_words(x: Day, y: Day) -> bool:
    """Whether an edit put "next month" for "last week", when neither article's date is known."""
    bare = not (x.stretch or y.stretch or x.month or y.month or x.weekday or y.weekday)
    return bare and bool(x.relative and y.relative) and x.relative != y.relative


def _enough(slots: Slots) -> bool:
    return slots.alignment.overlap >= _ENOUGH


def _grain(day: Day) -> tuple[bool, bool]:
    """How finely a date is told: to the day, the month or the year."""
    return bool(day.month), bool(day.day or day.weekday)


class _Told:
    """Which dates of two texts may be another date of the other text after all."""

    def __init__(self, a: Sequence[Day], b: Sequence[Day]) -> None:
        self._a, self._b = a, b
        self._of_a: dict[int, bool] = {}
        self._of_b: dict[int, bool] = {}

    def on_both_sides(self, x: Day, y: Day) -> bool:
        """Whether one of two days is; each is asked once, by its first token."""
        if x.first not in self._of_a:
            self._of_a[x.first] = any(comparable(x, one) and same_day(x, one) for one in self._b)
        if y.first not in self._of_b:
            self._of_b[y.first] = any(comparable(one, y) and same_day(one, y) for one in self._a)
        return self._of_a[x.first] or self._of_b[y.first]
