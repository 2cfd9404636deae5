"""Ids and times: from chance and the clock, unless an act's own are given."""

import threading
import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.ids import as_of, new_id, now

NOON = datetime(2001, 10, 9, 12, 0, tzinfo=UTC)


def made(moment=NOON, seed="a", many=3):
    with as_of(moment, seed):
        return [new_id() for _ in range(many)]


def test_the_same_moment_and_seed_give_the_same_ids_which_are_all_different():
    assert made() == made()
    assert len({*made(), *made(seed="b"), *made(NOON + timedelta(seconds=1))}) == 9


@given(st.integers(0, 7_000_000_000_000), st.text())
def test_given_ids_are_uuids_of_version_7_and_of_their_moment(milliseconds, seed):
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    for one in map(uuid.UUID, made(moment, seed)):
        assert (one.version, one.variant) == (7, uuid.RFC_4122)
        assert one.int >> 80 == milliseconds


def test_a_moment_of_any_zone_is_told_in_utc():
    with as_of(datetime(2025, 10, 9, 14, 30, tzinfo=timezone(timedelta(hours=4.5))), "a"):
        assert now() == "2025-10-09T10:00:00.000Z"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"), as_of(datetime(2025, 10, 9), "a"):  # noqa: DTZ001
        pytest.fail("it was taken")


def test_afterwards_ids_are_random_and_times_the_clocks_again_even_when_it_breaks():
    with pytest.raises(RuntimeError), as_of(NOON, "a"):
        raise RuntimeError
    assert now() > "2025"
    assert new_id() != new_id()
    assert uuid.UUID(new_id()).int >> 80 > NOON.timestamp() * 1000


def test_another_thread_keeps_to_the_clock():
    found = []
    with as_of(NOON, "a"):
        thread = threading.Thread(target=lambda: found.append((new_id(), now())))
        thread.start()
        thread.join()
    ((one, at),) = found
    assert one not in made()
    assert at > "2025"
