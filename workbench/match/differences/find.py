"""Two texts in, out the values in which they differ."""

from datetime import date

from workbench.match.differences.alignment import align
from workbench.match.differences.compare_names import name_differences, role_differences
from workbench.match.differences.compare_negation import negation_differences
from workbench.match.differences.compare_numbers import date_differences, number_differences
from workbench.match.differences.model import Difference
from workbench.match.differences.reading import read
from workbench.match.differences.slots import slots_of


def differences(
    a: str, b: str, a_date: date | None = None, b_date: date | None = None
) -> list[Difference]:
    """The values in which two texts differ: two values for the same thing, never a mere omission.

    Args:
        a: one text, a claim or a sentence; only its first 20,000 code points are compared.
        b: the other.
        a_date: when the article of `a` came out: "Friday" is resolved against it.
        b_date: when the article of `b` did.

    Returns:
        The differences in the order of `a`. Empty when there is nothing to compare.
    """
    one, other = read(a, a_date), read(b, b_date)
    if not one.words or not other.words:
        return []
    slots = slots_of(align(one.words, other.words), one.words, other.words)
    found = [*number_differences(one, other, slots), *date_differences(one, other, slots)]
    busy: set[int] = set()
    found += role_differences(one, other, slots, busy)
    found += name_differences(one, other, slots, busy)
    found += negation_differences(one, other, slots)
    return sorted(set(found), key=lambda each: (each.a_start, each.b_start))
