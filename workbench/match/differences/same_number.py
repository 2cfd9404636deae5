"""When two numbers can be the same value, told with other words, units or roundings."""

from workbench.match.differences.numbers import Number

ROUNDING = 0.05
"""How far a round number may be from the one it rounds (2,084 told as 2,000 is off by 4 %)."""
_CONVERTED = 0.03
"""How far two units of the same length may be apart: newsrooms round what they convert."""
LOOSE = 0.15
"""How far "nearly", "more than" or "about" may be from the exact figure."""
_FEW = 20
"""Up to here "at least seven" and "eight" are told apart: small numbers are counted."""


def same_number(a: Number, b: Number, *, strict: bool) -> bool:
    """Whether two numbers can be the same value, told with other words.

    Args:
        a: a number of the one text.
        b: a number of the other.
        strict: whether a round number may not stand for the one it rounds; conversions and
            "about", "nearly", "more than" are allowed for all the same.
    """
    if a.measures != b.measures and a.unit and b.unit:
        return False
    factor_a = a.unit.factor if a.unit and b.unit else 1.0
    factor_b = b.unit.factor if a.unit and b.unit else 1.0
    one = (a.low * factor_a, a.high * factor_a)
    other = (b.low * factor_b, b.high * factor_b)
    if one == other:
        return True
    ranges = a.low != a.high, b.low != b.high
    if all(ranges):
        return False
    if factor_a != factor_b:
        slack = max(_CONVERTED * max(one[1], other[1]), a.finest * factor_a / 2)
        return one[0] - slack <= other[1] and other[0] - slack <= one[1]
    if any(ranges):
        return one[0] <= other[1] and other[0] <= one[1]
    if a.about != b.about and max(one[0], other[0]) > _FEW:
        return _within(a, one[0], b, other[0])
    return not strict and _rounded(a, b)


def _within(a: Number, one: float, b: Number, other: float) -> bool:
    low_a, high_a = _bounds(a.about, one)
    low_b, high_b = _bounds(b.about, other)
    return low_a <= high_b and low_b <= high_a


def _bounds(about: str, value: float) -> tuple[float, float]:
    low = value * (1 - LOOSE) if about in ("about", "under") else value
    high = value * (1 + LOOSE) if about in ("about", "over") else value
    return low, high


def _rounded(a: Number, b: Number) -> bool:
    """Whether one is the other rounded to its own last meaningful digit, and not far off."""
    rough, fine = (a, b) if a.finest >= b.finest else (b, a)
    if rough.finest <= fine.finest or rough.finest < 10 or rough.low < 100:
        return False
    return abs(rough.low - fine.low) <= min(rough.finest, ROUNDING * abs(rough.low))
