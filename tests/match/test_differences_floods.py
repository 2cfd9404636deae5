"""What comparing two texts full of values costs: it grows with the values, not with their pairs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.match.differences import (
    compare_names,
    compare_negation,
    compare_numbers,
    differences,
    names,
    told,
)
from workbench.match.differences.negation import Opposites, opposite
from workbench.match.differences.reading import MOST, MOST_NAMED, read
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


def posts(items, names):
    """So many people with their offices, in sentences like one another."""
    heads = "minister secretary director commander envoy".split()
    kinds = "foreign health oil army navy city deputy vice".split()
    return ". ".join(
        f"The Norwegian {kinds[at % 8]} {kinds[at // 8 % 8]} {heads[at % 5]} {names}{at} {names}sen met us"
        for at in range(items)
    )


@pytest.mark.parametrize("items", [30, 120])
def test_what_an_office_is_compared_with_does_not_grow_with_its_square(items, counted):
    alike = counted(compare_names, "same_office")
    holders = counted(compare_names, "_holder")
    differences(posts(items, "Bak"), posts(items, "Dal").replace("navy", "air"))
    assert len(alike) <= 2 * MOST_NAMED**2
    assert len(holders) <= 4 * items


@pytest.mark.parametrize("items", [30, 90])
def test_a_date_is_asked_once_whether_the_other_text_tells_it(items, counted):
    alike = counted(compare_numbers, "same_day")
    days = [f"{1 + at % 28} May {1700 + at}" for at in range(items)]
    one = ". ".join(f"The ferry to Oslo ran on {day} with sheep" for day in days)
    other = ". ".join(f"On {day} sheep crossed by ferry, Oslo wrote" for day in reversed(days))
    assert differences(one, other) == []
    assert len(alike) <= 4 * items**2


def test_denials_ask_for_their_opposites_once_for_all_words(counted):
    asked = counted(compare_negation, "opposite")
    words = [f"{one}{other}" for one in "bakudelo" for other in ("ran", "tim", "sol", "nup")]
    a = ". ".join(f"{one}ship never {one}ed" for one in words * 9)
    b = ". ".join(f"{one}boat {one}ing" for one in words * 9)
    differences(a, b)
    assert len(asked) <= len(words) * 9


def test_a_run_of_capitals_is_looked_up_by_its_beginning_alone(counted):
    looked = counted(names, "folded")
    tokens = 1_000
    read("Bergby Dalby " * (tokens // 2))
    assert len(looked) <= 12 * tokens


WORD = st.sampled_from(
    "confirmed denied Accept rejects likely unlikely legal illegal married divorced able unable "
    "won lose known unknown un open closed order disorder der".split()
)


@given(WORD, st.lists(WORD, max_size=6))
def test_an_opposite_among_many_words_is_that_of_one_of_them(word, others):
    assert Opposites(others).of(word) == any(opposite(word, other) for other in others)


def test_opposites_are_the_same_both_ways():
    for one, other in (("Confirmed", "denies"), ("likely", "Unlikely"), ("gains", "losing")):
        assert opposite(one, other)
        assert opposite(other, one)
    assert not opposite("order", "orders")
    assert not opposite("der", "under")  # too short to be a word with a beginning before it
