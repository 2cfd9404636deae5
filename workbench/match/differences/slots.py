"""Which value of one text stands where which value of the other stands."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from workbench.match.differences.alignment import Alignment
from workbench.match.differences.model import Gap, Mention, Token
from workbench.match.differences.vocabulary import STOP

Words = Sequence[Token]
Both = tuple[Mention, Mention]
M = TypeVar("M", bound=Mention)

_MOST = 30
"""Values of one gap that are put beside those of the other text; lists stay cheap that way."""

_WIDEST = 5
"""Words of a gap within which two values of independent sentences can be in the same place."""


class Slots(NamedTuple):
    """For each token of either text the number of the gap it lies in, -1 when it is shared."""

    alignment: Alignment
    in_gap_a: tuple[int, ...]
    in_gap_b: tuple[int, ...]
    held: tuple[bool, ...]
    """For each gap whether shared words with a meaning hold it on both sides."""


def slots_of(alignment: Alignment, a: Sequence[Token], b: Sequence[Token]) -> Slots:
    """Number the gaps of an alignment and see which of them are held on both sides."""
    in_a, in_b = [-1] * len(a), [-1] * len(b)
    for number, gap in enumerate(alignment.gaps):
        in_a[gap.a_first : gap.a_last] = [number] * (gap.a_last - gap.a_first)
        in_b[gap.b_first : gap.b_last] = [number] * (gap.b_last - gap.b_first)
    held = tuple(_held(alignment, gap, a) for gap in alignment.gaps)
    return Slots(alignment, tuple(in_a), tuple(in_b), held)


def _held(alignment: Alignment, gap: Gap, a: Sequence[Token]) -> bool:
    if max(gap.a_last - gap.a_first, gap.b_last - gap.b_first) > _WIDEST:
        return False
    left = _run(alignment, gap.a_first - 1, -1)
    right = _run(alignment, gap.a_last, 1)
    meaning = sum(a[at].key not in STOP for at in (*left, *right))
    ends = (gap.a_first == 0 == gap.b_first) or (
        gap.a_last == len(alignment.partner) and gap.b_last == len(alignment.back)
    )
    return bool(left or right) and (bool(left and right) or ends) and meaning >= 2


def _run(alignment: Alignment, at: int, step: int) -> list[int]:
    run: list[int] = []
    partner = alignment.partner
    while 0 <= at < len(partner) and partner[at] >= 0 and len(run) < 3:
        if run and partner[at] != partner[at - step] + step:
            break
        run.append(at)
        at += step
    return run


def edited(slots: Slots, number: int, values: Both, a: Words, b: Words) -> bool:
    """Whether two values stand in one gap of two texts of which one is an edit of the other.

    The gap holds no other words with a meaning, or one when it is the only gap.

    Args:
        slots: the alignment.
        number: the number of the gap.
        values: the value of the one text and that of the other.
        a: the tokens of the one text.
        b: the tokens of the other.
    """
    if not slots.alignment.near:
        return False
    beside = around(slots, number, values, a, b)
    return beside <= (1 if len(slots.alignment.gaps) == 1 else 0)


def around(slots: Slots, number: int, values: Both, a: Words, b: Words) -> int:
    """How many words with a meaning stand beside two values in their gap."""
    gap = slots.alignment.gaps[number]
    x, y = values
    one = (a[at] for at in range(gap.a_first, gap.a_last) if not x.first <= at < x.last)
    two = (b[at] for at in range(gap.b_first, gap.b_last) if not y.first <= at < y.last)
    return sum(word.key not in STOP for word in (*one, *two))


def touched(mention: Mention, in_gap: Sequence[int]) -> list[int]:
    """The tokens of a value that the other text does not have there."""
    return [at for at in range(mention.first, mention.last) if in_gap[at] >= 0]


def pairs(
    slots: Slots, a: Sequence[M], b: Sequence[M], same: Callable[[M, M], bool]
) -> Iterator[tuple[M, M, int]]:
    """Values that stand in the same place, with the gap they stand in (-1: they share a word).

    Args:
        slots: the alignment.
        a: values of the one text, in reading order.
        b: values of the other.
        same: whether two values are the same; those that are stand for each other first.
    """
    owner = {at: number for number, y in enumerate(b) for at in range(y.first, y.last)}
    used_a: set[int] = set()
    used_b: set[int] = set()
    for number, x in enumerate(a):
        partners = (slots.alignment.partner[at] for at in range(x.first, x.last))
        other = next((owner[at] for at in partners if at in owner), None)
        if other is not None and other not in used_b:
            used_a.add(number)
            used_b.add(other)
            yield x, b[other], -1
    yield from _in_gaps(slots, a, b, (used_a, used_b), same)


def _in_gaps(
    slots: Slots,
    a: Sequence[M],
    b: Sequence[M],
    used: tuple[set[int], set[int]],
    same: Callable[[M, M], bool],
) -> Iterator[tuple[M, M, int]]:
    left = _by_gap(a, slots.in_gap_a, used[0])
    right = _by_gap(b, slots.in_gap_b, used[1])
    for gap, ones in left.items():
        others = right.get(gap, [])
        alone = []
        for x in ones:
            twin = next((at for at, y in enumerate(others) if same(x, y)), -1)
            if twin < 0:
                alone.append(x)
            else:
                del others[twin]
        for x, y in zip(alone, others, strict=False):
            yield x, y, gap


def _by_gap(values: Sequence[M], in_gap: Sequence[int], used: set[int]) -> dict[int, list[M]]:
    gaps: dict[int, list[M]] = {}
    for number, value in enumerate(values):
        if number not in used and (inside := touched(value, in_gap)):
            held = gaps.setdefault(in_gap[inside[0]], [])
            if len(held) < _MOST:
                held.append(value)
    return gaps
