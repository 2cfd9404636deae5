"""What a difference is, and what is read out of a text before two texts are compared."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Kind = Literal["number", "quantity", "date", "name", "place", "role", "negation"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Difference(NamedTuple):
    """Two values for the same thing, one in each text.

    Spans are half-open, in code points of each text as it was handed in. Of a `negation` only one
    text has the denying word; in the other the span is the word that stands denied ("was not
    *hurt*", "was *hurt*"), or empty, at the place where the denial would stand.

    A time of day is a `quantity`, whose value ends in "o'clock".

    Values are normalised: "8", "350 mile", "2025-10-08", "--10-08" (no year), "unresolved: Friday"
    (relative, and the article's date is not known), "zamir kabulov", "foreign minister", "not".
    """

    kind: Kind
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_value: str
    b_value: str


class Token(NamedTuple):
    """A word or a number of a text.

    `key` is what two words must share to count as the same word: case folded, stemmed, number
    words as digits, some synonyms folded together.
    """

    start: int
    end: int
    text: str
    key: str
    capital: bool = False
    first: bool = False
    """Whether it begins a sentence, so that its capital says nothing."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value in a text: the tokens `first` up to `last` (exclusive), and the span it covers."""

    first: int
    last: int
    start: int
    end: int
    value: str


class Gap(NamedTuple):
    """A stretch of tokens of either text between two runs of tokens that both texts share."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
