"""What comparing two texts full of values costs: it grows with the values, not with their pairs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.match.differences import compare_numbers, differences, told
from workbench.match.differences.reading import MOST, read
from workbench.match.differences.same_number import same_number
from workbench.match.differences.told import told_by_both

TOWNS = "Oslo Turku Bergen Malmo Tartu Riga Gdansk Kaunas Lund Narva Visby Skagen".split()


@pytest.fixture
def counted(monkeypatch):
    """Counts the calls of functions, by the name they have in a module."""

    def count(module, *names):
        calls = []
        for name in names:
            real = getattr(module, name)
            monkeypatch.setattr(
                module,
                name,
                lambda *args, real=real, **more: (calls.append(1), real(*args, **more))[1],
            )
        return calls

    return count


def toll(items, step):
    """So many towns with their dead and hurt, hardly any number twice."""
    return "; ".join(
        f"{TOWNS[at % len(TOWNS)]} {7 + at * step} dead and {9 + at * step * 3} hurt"
        for at in range(items)
    )


@pytest.mark.parametrize("items", [40, 150])
def test_a_number_is_compared_with_those_of_its_size_and_context_alone(items, counted):
    alike = counted(told, "same_number"), counted(compare_numbers, "same_number")
    context = counted(compare_numbers, "_same_context")
    assert differences(toll(items, 31), toll(items, 47))
    numbers = 2 * 2 * items
    assert len(alike[0]) + len(alike[1]) <= 10 * numbers
    assert len(context) <= 40 * numbers


def test_no_more_numbers_are_read_than_are_compared():
    assert len(read(toll(400, 3)).numbers) == MOST


PIECE = st.builds(
    "{}{}{} {}".format,
    st.sampled_from(["", "", "about ", "nearly ", "more than ", "10 to ", "at least "]),
    st.one_of(st.integers(0, 40), st.integers(90, 130), st.sampled_from([1000, 1040, 2000, 2084])),
    st.sampled_from(["", "", " km", " miles", " percent", " years"]),
    st.sampled_from(["men fell", "houses burned", "and", "of votes"]),
)
NUMBERS = st.lists(PIECE, max_size=12).map("; ".join)


@settings(max_examples=300, deadline=None)
@given(NUMBERS, NUMBERS)
def test_what_both_texts_tell_is_found_as_by_comparing_each_with_each(a, b):
    ones, others = read(a).numbers, read(b).numbers
    assert told_by_both(ones, others) == (
        {x.first for x in ones if any(same_number(x, y, strict=False) for y in others)},
        {y.first for y in others if any(same_number(x, y, strict=False) for x in ones)},
    )
