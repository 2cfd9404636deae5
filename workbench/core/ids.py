"""Identifiers and times: what an act is named by, and when it was done.

People's acts take both from the machine: the clock, and chance. An act that is played from a file
has them given, so that it is the same act on every machine.
"""

import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from workbench.core.text import sha256


class _Given:
    """A moment and a seed that are given, and how many ids were made of them."""

    __slots__ = ("made", "moment", "seed")

    def __init__(self, moment: datetime, seed: str) -> None:
        self.moment = moment
        self.seed = seed
        self.made = 0


# A variable of the context, so that other threads keep to the clock and to chance.
_GIVEN: ContextVar[_Given | None] = ContextVar("given", default=None)


@contextmanager
def as_of(moment: datetime, seed: str) -> Iterator[None]:
    """Let what is done within be of a given moment, with ids that follow from a seed.

    Holds for this thread alone, and not within one that it starts. The same moment and seed give
    the same ids in the same order; never use a seed for two acts of one moment.

    Args:
        moment: what `now` answers, with a time zone.
        seed: what ids are made from in place of chance.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    token = _GIVEN.set(_Given(moment.astimezone(UTC), seed))
    try:
        yield
    finally:
        _GIVEN.reset(token)


def new_id() -> str:
    """A UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 random bits.

    Within `as_of` the 74 bits are of the SHA-256 of the seed and a count.
    """
    given = _GIVEN.get()
    if given is None:
        milliseconds, bits = time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10)) >> 6
    else:
        milliseconds = round(given.moment.timestamp() * 1000)
        given.made += 1
        bits = int(sha256(f"{given.seed} {given.made}"), 16) >> (256 - 74)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (bits >> 62) << 64
    value |= 0b10 << 62 | bits & (1 << 62) - 1
    return str(uuid.UUID(int=value))


def content_id(text: str) -> str:
    """A UUIDv8 (RFC 9562) from the SHA-256 of the text: the same text, the same id everywhere."""
    value = int(sha256(text)[:32], 16)
    value = value & ~(0xF << 76) | 0x8 << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    return str(uuid.UUID(int=value))


def now() -> str:
    """The time in UTC, ISO 8601 with milliseconds: `2025-10-08T21:09:00.000Z`.

    Within `as_of` the moment that was given.
    """
    given = _GIVEN.get()
    moment = datetime.now(UTC) if given is None else given.moment
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
