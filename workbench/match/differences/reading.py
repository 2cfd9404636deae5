"""All that is read out of one text before it is compared."""

import functools
from dataclasses import dataclass
from datetime import date

from workbench.match.differences.dates import find_clocks, find_days
from workbench.match.differences.days import Day
from workbench.match.differences.model import Token
from workbench.match.differences.names import Name, find_names, is_headline
from workbench.match.differences.negation import Denial, find_denials
from workbench.match.differences.numbers import Number, find_numbers
from workbench.match.differences.roles import Office, find_offices
from workbench.match.differences.tokens import tokens

MOST = 300
"""Numbers, and denials, that are compared; in a text with more, the later ones are left alone."""
MOST_NAMED = 100
"""Dates, names and offices that are compared, of which any may be any other told otherwise."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text and the values found in it, each kind in reading order."""

    text: str
    words: list[Token]
    days: list[Day]
    numbers: list[Number]
    offices: list[Office]
    names: list[Name]
    denials: list[Denial]
    headline: bool


@functools.lru_cache(maxsize=64)
def read(text: str, published: date | None = None) -> Reading:
    """Read a text; the last ones read are kept, as one claim is compared with many sentences.

    Args:
        text: any text; only its beginning is read (`tokens.LONGEST`).
        published: the publication date of its article, None when that is not known.
    """
    words = tokens(text)
    taken = [False] * len(words)
    headline = is_headline(words)
    clocks = find_clocks(text, words, taken)
    days = find_days(text, words, taken, published)
    numbers = sorted(find_numbers(text, words, taken, MOST) + clocks, key=lambda one: one.start)
    offices = find_offices(text, words, taken)
    names = find_names(text, words, taken, headline=headline)
    return Reading(
        text,
        words,
        days[:MOST_NAMED],
        numbers[:MOST],
        offices[:MOST_NAMED],
        names[:MOST_NAMED],
        find_denials(text, words)[:MOST],
        headline,
    )
