"""Names, places and offices of two texts that stand in the same place and differ."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.match.differences.compare_numbers import difference
from workbench.match.differences.model import Difference, Gap, Mention, Token
from workbench.match.differences.names import Name, folded, same_name, same_whole
from workbench.match.differences.places import place_of
from workbench.match.differences.reading import Reading
from workbench.match.differences.roles import Office, lone, same_office
from workbench.match.differences.slots import Slots, around, edited, pairs, touched
from workbench.match.differences.vocabulary import STOP

_ENOUGH = 0.4
"""Share of the shorter sentence's meaningful words that must be shared before an office or a name
that stands beside the same name or office is compared."""
_SOME = 0.3
"""The same where two offices belong to one country, and at most one sentence names the person."""
_FEW = 12
"""Words of a claim so narrow that the one office in it is what it is about."""


def name_differences(a: Reading, b: Reading, slots: Slots, busy: set[int]) -> Iterator[Difference]:
    """Names that differ in the same place.

    Args:
        a: the one text.
        b: the other.
        slots: their alignment.
        busy: numbers of gaps that another kind of difference already explains.
    """
    near = slots.alignment.near
    single = near and len(slots.alignment.gaps) == 1
    done: set[int] = set(busy)
    for x, y, gap in pairs(slots, a.names, b.names, same_name):
        number = _gap_of(x, y, slots) if gap < 0 else gap
        if number < 0 or number in done or not _can_be((x, y), slots, number, a, b):
            continue
        one = _cut(x, a.words, slots.in_gap_a, number) if near else x
        two = _cut(y, b.words, slots.in_gap_b, number) if near else y
        if same_whole(x, y) or same_name(one, two):
            continue
        if not _elsewhere(one, two, a, b, both=single):
            done.add(number)
            yield _named(one, two)
    if single:
        yield from _capitals(a, b, slots, done)
    elif slots.alignment.overlap >= _ENOUGH:
        yield from _holders(a, b)


def _gap_of(x: Name, y: Name, slots: Slots) -> int:
    """The gap in which two names differ that share a word, -1 when one merely says less."""
    gaps = {slots.in_gap_a[at] for at in touched(x, slots.in_gap_a)}
    gaps &= {slots.in_gap_b[at] for at in touched(y, slots.in_gap_b)}
    return min(gaps, default=-1)


def _can_be(names: tuple[Name, Name], slots: Slots, number: int, a: Reading, b: Reading) -> bool:
    """Whether two names in one gap are for one another."""
    if slots.alignment.near:
        return edited(slots, number, names, a.words, b.words)
    return _in_place(names, slots, number, a, b)


def _in_place(names: tuple[Name, Name], slots: Slots, number: int, a: Reading, b: Reading) -> bool:
    """Whether two names of independent sentences fill the same place, and can."""
    x, y = names
    if not slots.held[number] or a.headline or b.headline or bool(x.place) != bool(y.place):
        return False
    if x.parts[0] == y.parts[0]:
        return False  # one body, told in two ways: Hull Hospital, Hull Medical Centre
    if _listed(x, a) or _listed(y, b):
        return False
    if around(slots, number, names, a.words, b.words):
        return False
    return _surely(x, a.words) and _surely(y, b.words)


def _listed(name: Name, reading: Reading) -> bool:
    """Whether a name is one of several in a row: two lists may name different ones."""
    for other in _names_around(reading, name, 2):
        first, last = (other, name) if other.first < name.first else (name, other)
        if first is last:
            continue
        between = reading.text[first.end : last.start]
        if between.strip(" ,’'s") in ("", "and", "or", "and the", "the") and (
            "," in between or " and " in between or " or " in between
        ):
            return True
    return False


def _surely(name: Name, words: Sequence[Token]) -> bool:
    """Whether a name is more than the capital of a sentence's first word."""
    if name.place or name.last - name.first > 1 or not words[name.first].first:
        return True
    following = words[name.last].key if name.last < len(words) else ""
    return following in ("say", "told", "die") or words[name.first].text.endswith(("'s", "’s"))


def _named(x: Name, y: Name) -> Difference:
    both = bool(x.place and y.place)
    half = bool(x.place or y.place) and x.located and y.located
    return difference("place" if both or half else "name", x, y)


def _elsewhere(x: Name, y: Name, a: Reading, b: Reading, *, both: bool) -> bool:
    """Whether the names are told by the other text too, so that they are not for one another."""
    one = any(same_name(x, other) for other in b.names)
    two = any(same_name(other, y) for other in a.names)
    return (one and two) if both else (one or two)


def _cut(name: Name, words: Sequence[Token], in_gap: Sequence[int], gap: int) -> Name:
    """A name without the words both texts have, unless that is only one of them."""
    inside = [at for at in range(name.first, name.last) if in_gap[at] == gap]
    if not inside:
        return name
    first, last = inside[0], inside[-1] + 1
    weak = words[name.first].first and first != name.first
    whole = name.last - name.first - (last - first) <= 1 and not weak
    parts = tuple(folded(words[at].text) for at in range(first, last))
    place = place_of(" ".join(parts))
    if whole:
        return replace(name, parts=parts, place=place or name.place)
    end = words[last - 1].end - (2 if words[last - 1].text.endswith(("'s", "’s")) else 0)
    return Name(first, last, words[first].start, end, " ".join(parts), parts, place, name.located)


def _capitals(a: Reading, b: Reading, slots: Slots, done: set[int]) -> Iterator[Difference]:
    """Capitalised words in place of a name, although they may be no name in a headline."""
    for number, gap in enumerate(slots.alignment.gaps):
        if number in done or not _all_capital(gap, a.words, b.words):
            continue
        named_a = any(
            touched(x, slots.in_gap_a) and _in(x, gap.a_first, gap.a_last) for x in a.names
        )
        named_b = any(
            touched(y, slots.in_gap_b) and _in(y, gap.b_first, gap.b_last) for y in b.names
        )
        if not (named_a or named_b):
            continue
        x = _made(a.words, gap.a_first, gap.a_last)
        y = _made(b.words, gap.b_first, gap.b_last)
        if not same_name(x, y) and not (named_a and named_b and _elsewhere(x, y, a, b, both=True)):
            yield difference("name", x, y)


def _in(name: Name, first: int, last: int) -> bool:
    return name.first < last and first < name.last


def _all_capital(gap: Gap, a: Sequence[Token], b: Sequence[Token]) -> bool:
    one, other = a[gap.a_first : gap.a_last], b[gap.b_first : gap.b_last]
    if not one or not other or max(len(one), len(other)) > 3 or max(len(one), len(other)) < 2:
        return False
    if all(word.key in STOP for word in one) or all(word.key in STOP for word in other):
        return False
    return all(word.capital for word in (*one, *other))


def _made(words: Sequence[Token], first: int, last: int) -> Name:
    parts = tuple(folded(word.text) for word in words[first:last])
    return Name(
        first,
        last,
        words[first].start,
        words[last - 1].end,
        " ".join(parts),
        parts,
        "",
        located=False,
    )


def _holders(a: Reading, b: Reading) -> Iterator[Difference]:
    """Two names of whoever holds the same office, in sentences on the same matter."""
    held: dict[tuple[frozenset[str], str], list[Name]] = defaultdict(list)
    for other in b.offices:
        if len(other.words) > 1 and (holder := _holder(b, other)):
            held[frozenset(other.words), other.country].append(holder)
    done: tuple[set[int], set[int]] = set(), set()
    for office in a.offices:
        x = _holder(a, office) if held and len(office.words) > 1 else None
        for y in held.get((frozenset(office.words), office.country), ()) if x else ():
            if x is None or x.first in done[0] or y.first in done[1]:
                continue
            if not same_name(x, y) and not _elsewhere(x, y, a, b, both=False):
                done[0].add(x.first)
                done[1].add(y.first)
                yield difference("name", x, y)


def _names_around(reading: Reading, place: Mention, reach: int) -> Iterator[Name]:
    """The names with at most so many tokens between them and a place, in reading order."""
    begin = bisect_left(reading.names, place.first - reach, key=lambda name: name.last)
    for name in reading.names[begin:]:
        if name.first - place.last > reach:
            break
        yield name


def _holder(reading: Reading, office: Office) -> Name | None:
    """The name that stands right behind an office, or before it with a comma; no place."""
    for name in _names_around(reading, office, 3):
        if name.place:
            continue
        between = reading.text[office.end : name.start]
        if name.first == office.last and not between.strip(" ,"):
            return name
        apposed = name.first - office.last in (1, 2, 3) and between.rstrip().endswith(",")
        before = reading.text[name.end : office.start]
        if apposed or (0 < office.first - name.last <= 3 and before.startswith(",")):
            return name
    return None


def role_differences(a: Reading, b: Reading, slots: Slots, busy: set[int]) -> Iterator[Difference]:
    """Offices that differ: in the same place, of the same person, or for the same country."""
    near = slots.alignment.near
    told = _told(a.offices, b.offices), _told(b.offices, a.offices)
    done: tuple[set[int], set[int]] = set(), set()

    def same(x: Office, y: Office) -> bool:
        return same_office(x, y, strict=near)

    for x, y, gap in pairs(slots, a.offices, b.offices, same):
        changed = touched(x, slots.in_gap_a) and touched(y, slots.in_gap_b)
        if same(x, y) or not (changed or set(x.words) ^ set(y.words)):
            continue
        alone = x.words not in told[0] and y.words not in told[1]
        if near or (gap >= 0 and slots.held[gap] and alone):
            done[0].add(x.first)
            done[1].add(y.first)
            busy |= {slots.in_gap_a[at] for at in touched(x, slots.in_gap_a)}
            yield difference("role", x, y)
    if near:
        yield from _offices_after_all(a, b, slots, busy)
        return
    ones, others = (
        [(one, _holder(text, one)) for one in text.offices if one.words not in of_both]
        for text, of_both in ((a, told[0]), (b, told[1]))
    )
    for x, holder in ones:
        for y, other in others:
            if x.first in done[0] or y.first in done[1]:
                continue
            if _same_holder((a, x, holder), (b, y, other), slots):
                done[0].add(x.first)
                done[1].add(y.first)
                yield difference("role", x, y)


def _offices_after_all(
    a: Reading, b: Reading, slots: Slots, busy: set[int]
) -> Iterator[Difference]:
    """A word that may be an office (general), in the only place where an edit has an office."""
    if len(slots.alignment.gaps) != 1 or 0 in busy:
        return
    [gap] = slots.alignment.gaps
    one = [x for x in a.offices if touched(x, slots.in_gap_a)]
    two = [y for y in b.offices if touched(y, slots.in_gap_b)]
    if one and not two:
        two = [office for at in range(gap.b_first, gap.b_last) if (office := lone(b.words, at))]
    elif two and not one:
        one = [office for at in range(gap.a_first, gap.a_last) if (office := lone(a.words, at))]
    else:
        return
    for x, y in zip(one[:1], two[:1], strict=False):
        busy.add(0)
        yield difference("role", x, y)


def _told(offices: Sequence[Office], others: Sequence[Office]) -> set[tuple[str, ...]]:
    """The words of those offices that the other text tells as well."""
    there = {other.words: other for other in others}.values()
    return {
        words
        for words, one in {one.words: one for one in offices}.items()
        if any(same_office(one, other, strict=False) for other in there)
    }


Held = tuple[Reading, Office, Name | None]


def _same_holder(one: Held, other: Held, slots: Slots) -> bool:
    (a, x, holder_a), (b, y, holder_b) = one, other
    if holder_a and holder_b:
        return same_name(holder_a, holder_b)
    overlap = slots.alignment.overlap
    if not x.country or x.country != y.country:
        return False
    if len(a.offices) == len(b.offices) == 1 and len(a.words) <= _FEW >= len(b.words):
        return True
    if overlap < _SOME:
        return False
    return len(slots.alignment.shared) >= 4
