"""Finding a claim's words again: by position where the quote is there, else by the quote.

A place is only given where nothing else could be meant. What the quote and its surroundings leave
open stays open, and a sentence says why.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from workbench.core.anchor import fold_signs
from workbench.core.incoming import Wanted
from workbench.core.model import Article
from workbench.core.review import ReviewState
from workbench.core.text import canonical_text

MOST_PLACES = 1_000
"""Places of one quote that are weighed; where there are more its surroundings tell little."""

_AROUND = 256  # code points of prefix and suffix that are looked at; tools give 32 to 64
_BOTH = 2
_SPACES = re.compile(r"\s+")
_HALVES = re.compile("^[\udc00-\udfff]|[\ud800-\udbff]$")  # of a pair, cut by a count of units
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Spot(NamedTuple):
    """Where words were found: half-open, in code points of the article's text.

    `by_position` says that nothing but a position told the place.
    """

    article_id: str
    start: int
    end: int
    by_position: bool = False


class Lost(NamedTuple):
    """Words that were not found, or not in one place only; `why` ends a sentence."""

    why: str


class PlacedText:
    """An article's text, and the same with other signs and white space made alike.

    Args:
        article: whose text it is.
        text: the canonical text.
    """

    def __init__(self, article: Article, text: str) -> None:
        self.article = article
        self.text = text
        self._folded: str | None = None
        self._breaks: list[int] = []
        self._shifts: list[int] = []
        self._wide: list[int] | None = None

    def exact(self, quote: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the quote stands letter for letter, overlapping places too."""
        yield from _all(self.text, quote, begin, end)

    def alike(self, quote: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Where it stands but for the kind of quotation marks, dashes and white space."""
        words = fold(quote)
        if not words or len(words) > len(self.text):
            return
        for start, stop in _all(self._fold(), words, 0, len(self._fold())):
            at, last = self._original(start), self._original(stop - 1) + 1
            if begin <= at and last <= end:
                yield at, last

    def beyond(self, offset: int) -> int:
        """How many code points before an offset are two units in UTF-16."""
        if self._wide is None:
            self._wide = [match.start() for match in _BEYOND.finditer(self.text)]
        return bisect_left(self._wide, offset)

    def _fold(self) -> str:
        if self._folded is None:
            pieces, last, shift, length = [], 0, 0, 0
            for run in _SPACES.finditer(self.text):
                pieces += [self.text[last : run.start()], " "]
                length += run.start() - last + 1
                last = run.end()
                if run.end() - run.start() > 1:
                    shift += run.end() - run.start() - 1
                    self._breaks.append(length)
                    self._shifts.append(shift)
            pieces.append(self.text[last:])
            self._folded = fold_signs("".join(pieces))
        return self._folded

    def _original(self, offset: int) -> int:
        before = bisect_right(self._breaks, offset)
        return offset + (self._shifts[before - 1] if before else 0)


Texts = Callable[[Article], PlacedText]


def fold(text: str) -> str:
    """Text with quotation marks, dashes and white space made alike, none at its ends."""
    return " ".join(fold_signs(canonical_text(text)).split())


def find_place(state: ReviewState, wanted: Wanted, texts: Texts) -> Spot | Lost:
    """Where a claim's words stand in a review.

    Args:
        state: the review.
        wanted: what a file says of the place.
        texts: gives the text of an article.

    Returns:
        The only place that can be meant, or why there is none.
    """
    if not wanted.quote.strip() and wanted.start is None and wanted.end is None:
        return Lost("the file gives neither its words nor its position")
    told = _told(state, wanted)
    if isinstance(told, Lost):
        return told
    may_be = told or state.articles_in_order()
    if not may_be:
        return Lost("the review has no articles yet")
    if len(may_be) == 1:
        spot = _as_said(texts(may_be[0]), wanted)
        if spot is not None:
            return spot
    if wanted.within is not None:
        return _inside(state, wanted, wanted.within, texts)
    if not wanted.quote.strip():
        return _by_position(wanted, [texts(one) for one in told])
    where = [(texts(one), 0, one.characters) for one in may_be]
    return _chosen(wanted, where, told=bool(told))


def _told(state: ReviewState, wanted: Wanted) -> list[Article] | Lost:
    """The article that is told, all with its address, or none where the file does not tell."""
    there = state.articles.get(wanted.article_id)
    if there is not None:
        return [there]
    everything = state.articles_in_order()
    if wanted.text_sha256:
        same = [one for one in everything if one.text_sha256 == wanted.text_sha256]
        if same:
            return same
    if wanted.url:
        address = _address(wanted.url)
        same = [one for one in everything if one.url and _address(one.url) == address]
        if same:
            return same
    if wanted.article and not (wanted.article_id or wanted.text_sha256):
        numbered = state.article_numbered(wanted.article)
        if numbered is None:
            return Lost(f"the review has no article {wanted.article}")
        return [numbered]
    return []


def _address(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def _as_said(placed: PlacedText, wanted: Wanted) -> Spot | None:
    """The place that a file written here says, where all of it is so: most files, at no cost."""
    start, end = wanted.start, wanted.end
    if start is None or end is None or wanted.utf16 or wanted.within or not wanted.quote:
        return None
    text = placed.text
    if (
        text[start:end] == wanted.quote
        and text[max(0, start - len(wanted.prefix)) : start] == wanted.prefix
        and text.startswith(wanted.suffix, end)
    ):
        return Spot(placed.article.id, start, end)
    return None


def _inside(state: ReviewState, wanted: Wanted, outer: Wanted, texts: Texts) -> Spot | Lost:
    """A place within another; positions count from the beginning of that one."""
    around = replace(
        outer,
        article_id=wanted.article_id,
        text_sha256=wanted.text_sha256,
        url=wanted.url,
        article=wanted.article,
    )
    whole = find_place(state, around, texts)
    if isinstance(whole, Lost):
        return whole
    placed = texts(state.articles[whole.article_id])
    start = None if wanted.start is None else wanted.start + whole.start
    end = None if wanted.end is None else wanted.end + whole.start
    inner = replace(wanted, start=start, end=end, within=None)
    if not wanted.quote.strip():
        if end is not None and end > whole.end:
            return Lost("its position lies outside the words it is said to be in")
        return _by_position(inner, [placed])
    return _chosen(inner, [(placed, whole.start, whole.end)], told=True)


def _by_position(wanted: Wanted, placed: list[PlacedText]) -> Spot | Lost:
    """A place without a quote: believed where the article is told and one place is meant."""
    if len(placed) != 1:
        return Lost("it has a position and no quote, and nothing says in which article")
    text = placed[0].text
    start, end = wanted.start or 0, len(text) if wanted.end is None else wanted.end
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        return Lost("there are no words at its position, and it has no quote")
    if wanted.utf16 and placed[0].beyond(end):
        return Lost("it has a position and no quote, and it can be counted in two ways here")
    return Spot(placed[0].article.id, start, end, by_position=True)


class _Around(NamedTuple):
    wanted: Wanted
    prefix: str
    suffix: str
    """Both with signs and white space made alike."""


class _Found(NamedTuple):
    placed: PlacedText
    start: int
    end: int
    at_position: bool
    sides: int
    """How many of prefix and suffix stand around it, those that the file leaves out included."""


def _chosen(wanted: Wanted, where: list[tuple[PlacedText, int, int]], *, told: bool) -> Spot | Lost:
    """The one place of a quote, by its position and by what stands around it.

    Words that stand once in the article that is told are those meant, though what is around them
    has changed. Where the article is not told, one side at least must be as the file has it.
    """
    prefix = fold(_HALVES.sub("", wanted.prefix[-_AROUND:]))
    suffix = fold(_HALVES.sub("", wanted.suffix[:_AROUND]))
    around = _Around(wanted, prefix, suffix)
    found: list[_Found] = []
    for letter_for_letter in (True, False):
        for placed, begin, end in where:
            search = placed.exact if letter_for_letter else placed.alike
            for start, stop in search(wanted.quote, begin, end):
                found.append(_weighed(around, placed, start, stop, begin))
                if len(found) > MOST_PLACES:
                    return Lost(f"its words stand in more than {MOST_PLACES:,} places")
        if found:
            break
    if not found:
        return Lost("its words stand nowhere in it" if told else "its words stand in no article")
    agreeing = [one for one in found if one.sides == _BOTH]
    there = [one for one in agreeing if one.at_position]
    if len(there) > 1:
        numbered = [one for one in there if one.placed.article.number == wanted.article]
        there = numbered if len(numbered) == 1 else there
    fits = there or agreeing or found
    if len(fits) > 1:
        return Lost(_several(fits))
    if not told and not fits[0].sides:
        return Lost("its words stand here among others than in the file, and no article is told")
    return Spot(fits[0].placed.article.id, fits[0].start, fits[0].end)


def _several(found: list[_Found]) -> str:
    articles = sorted({one.placed.article.number for one in found})
    if len(articles) == 1:
        return f"its words stand in {len(found)} places of article {articles[0]}"
    named = ", ".join(map(str, articles[:5])) + (" …" if len(articles) > 5 else "")
    return f"its words stand in {len(found)} places of articles {named}"


def _weighed(around: _Around, placed: PlacedText, start: int, end: int, begin: int) -> _Found:
    """A place, and how much of what the file says of its surroundings is so."""
    wanted, prefix, suffix = around
    at = start == wanted.start
    if wanted.utf16 and not at:
        at = start + placed.beyond(start) - placed.beyond(begin) == wanted.start
    # Twice the length, for a run of white space may be longer here than in the file.
    before = fold(placed.text[max(0, start - 2 * _AROUND) : start])
    after = fold(placed.text[end : end + 2 * _AROUND])
    sides = before.endswith(prefix) + after.startswith(suffix)
    if sides == 1 and not (prefix and suffix):  # the one that the file gives is not there
        sides = 0
    return _Found(placed, start, end, at, sides)


def _all(text: str, words: str, begin: int, end: int) -> Iterable[tuple[int, int]]:
    at = text.find(words, begin, end)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, end)
