"""What a file says there is: claims, links, findings and evidence before they are taken in.

Plain data between the room that reads files and `core.taking_in`. What a file does not say is the
empty string, 0 or None; values are made fit to keep already.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

IncomingTable = Literal["article", "claim", "link", "finding", "evidence"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a claim's words are said to stand.

    Attributes:
        quote: the exact words; "" where a file gives a position alone.
        prefix: what stands before them, as much as the file gives.
        suffix: what stands after them.
        start: offset of the first code point, or None.
        end: offset after the last one.
        utf16: whether the offsets may count UTF-16 units, as programs in browsers do.
        within: the larger place that position and quote are to be looked for in.
        article_id: the article's id.
        text_sha256: the hash of the article's text.
        url: the article's address.
        article: the article's short number.
    """

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    utf16: bool = False
    within: "Wanted | None" = None
    article_id: str = ""
    text_sha256: str = ""
    url: str = ""
    article: int = 0


@dataclass(frozen=True, slots=True)
class End:
    """A claim or finding that something in a file belongs to.

    Attributes:
        id: its id, or "".
        number: its short number in the review the file was written from, or 0.
        words: its quote or wording, or "".
    """

    id: str = ""
    number: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a file says there is.

    Attributes:
        table: what it is.
        where: the file and line, for sentences: `claims.csv, line 3`.
        file: the file.
        id: its id, or "" when the file has none.
        number: its short number, or 0.
        analyst: who made it, or "".
        created_at: when, or "".
        updated_at: when it was last changed, or "".
        values: the columns the file has of it, by the names of the table's.
        ends: the two claims of a link, the claim of a finding, the finding of evidence.
        place: where a claim's words stand.
        exact: whether the file is our own, so that white space at its edges is meant.
        trouble: why it cannot be taken in, as the end of a sentence; "" when it can.
    """

    table: IncomingTable
    where: str
    file: str = ""
    id: str = ""
    number: int = 0
    analyst: str = ""
    created_at: str = ""
    updated_at: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    ends: tuple[End, ...] = ()
    place: Wanted | None = None
    exact: bool = False
    trouble: str = ""


def told_article(what: Incoming, number: int) -> Incoming:
    """The same, its words in the article with this number, unless the file tells by id or hash.

    Args:
        what: what a file says.
        number: the article's short number in the review.
    """
    place = what.place
    if place is None or place.article_id or place.text_sha256:
        return what
    return replace(what, place=replace(place, article=number, url=""))
