"""Dates and times of day in a text: 8 October, Oct. 8, 2025, last Friday, 5 p.m., the 1990s."""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from workbench.match.differences.days import WEEKDAYS, Day, settled
from workbench.match.differences.model import Token
from workbench.match.differences.numbers import Number
from workbench.match.differences.tokens import LONGEST
from workbench.match.differences.vocabulary import MONTHS, SMALL

_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MARCH"
    r"|APRIL|MAY|JUNE|JULY|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b"
    r"(?:\.(?=\s?\d|,))?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d\w]|[.,:]\d|\s?[%:])"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d|,\d{3}|\.\d)"
_COUNTED = (
    r"(?!\s(?:years|members|people|men|women|troops|soldiers|children|dollars|euros|pounds|miles|km|kilomet|met"
    r"|feet|votes|homes|houses|dead|deaths|jobs|cases|times|hours|GMT|workers|employees|fighters"
    r"|families|victims|tonnes|tons|acres|hectares|words|students|cars|percent|per cent))(?!%)"
)
_WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)"
    r"DAY|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?=[.,]))\b"
)
_HINT = r"(?P<hint>last|next|this|past|coming)\s+"

_SHAPES = (
    r"(?<![\d/-])(?P<year>\d{4})\s?-\s?(?P<month_number>[01]\d)\s?-\s?(?P<day>[0-3]\d)(?![\d-])",
    (
        r"(?<![\d/.])(?P<one>[0-3]?\d)\s?(?P<mark>[/.])\s?(?P<two>[0-3]?\d)\s?(?P=mark)\s?"
        r"(?P<year>\d{4}|\d\d)(?![\d/.]\d)"
    ),
    rf"\b{_DAY}\s?(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?",
    rf"\b{_MONTH}\s?(?:the\s)?{_DAY}(?:,?\s{_YEAR})?",
    rf"\b{_MONTH}(?:,|\sof)?\s{_YEAR}",
    r"\b(?P<decade>1[5-9]\d0|20\d0)['’]?s\b|(?<![\w])['’](?P<short_decade>[2-9]0)s\b",
    rf"\b{_YEAR}['’]s\b",
    rf"\b{_HINT}{_MONTH}",
    rf"\b(?:{_HINT})?{_WEEKDAY}",
    r"\b(?P<past>last|past|this|next|coming)\s(?P<unit>night|week|weekend|month|year)\b",
    (
        r"\b(?P<count>\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s"
        r"(?P<unit_ago>day|week|month|year|decade)s?\sago\b"
    ),
    r"\b(?P<fixed>today|yesterday|tomorrow|tonight)\b",
    r"(?<![\d.,/:])(?P<season>1[5-9]\d\d|20\d\d)\s?[-–/]\s?(?P<season_end>\d{4}|\d\d)(?!\d|[,/.:-]\d)",
    rf"(?<![\d.,$£€:/])(?<![a-z]\s-\s)(?<!over\s)(?<!than\s)(?<!least\s)(?<!nearly\s)\b{_YEAR}(?!\s?[-–]\s?\d\d?\b(?!\d)){_COUNTED}",
    rf"(?<=[a-z,]\s){_MONTH}",
)
_CLOCK = (
    r"\b(?P<hour>\d?\d)(?:\s?[:.]\s?(?P<minute>\d\d)(?!\d))?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|\b(?P<hour24>\d?\d)\s?:\s?(?P<minute24>\d\d)(?!\d|:\d)(?!\s?[ap]\.?\s?m\b)"
    r"|\b(?P<military>[0-2]\d[0-5]\d)(?=\s?(?:GMT|UTC|hours|hrs)\b)"
    r"|\b(?P<word>noon|midnight)\b"
    r"|\b(?P<oclock>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"\so['’]clock\b"
)


@functools.cache
def _dates() -> tuple[re.Pattern[str], ...]:
    """The shapes of dates, made when first needed: compiling takes longer than importing."""
    return tuple(
        re.compile(shape, re.IGNORECASE if "fixed" in shape or "past>" in shape else 0)
        for shape in _SHAPES
    )


@functools.cache
def _clock() -> re.Pattern[str]:
    return re.compile(_CLOCK, re.IGNORECASE)


def find_days(
    text: str, words: Sequence[Token], taken: list[bool], published: date | None
) -> list[Day]:
    """The dates in a text, in reading order; their tokens are taken then.

    Args:
        text: any text.
        words: its tokens.
        taken: for each token, whether something was read from it already.
        published: the publication date of the article, against which "Friday" is resolved.
    """
    days: list[Day] = []
    for shape in _dates():
        for match in shape.finditer(text, 0, LONGEST):
            span = _over(words, taken, match.start(), match.end())
            if published is None and match.groupdict().get("unit_ago"):
                continue  # "eight days ago" is a number of days as long as nobody knows from when
            day = span and _day(match.groupdict(), span, words, match.group())
            if day:
                taken[day.first : day.last] = [True] * (day.last - day.first)
                days.append(settled(day, published))
    return sorted(days, key=lambda day: day.start)


def find_clocks(text: str, words: Sequence[Token], taken: list[bool]) -> list[Number]:
    """The times of day in a text, as numbers of hours; their tokens are taken then."""
    found: list[Number] = []
    for match in _clock().finditer(text, 0, LONGEST):
        span = _over(words, taken, match.start(), match.end())
        hours = _hours(match.groupdict())
        if not span or hours is None:
            continue
        taken[span[0] : span[1]] = [True] * (span[1] - span[0])
        value = f"{int(hours):02d}:{round(hours % 1 * 60):02d} o'clock"
        found.append(
            Number(
                *span,
                words[span[0]].start,
                match.end(),
                value,
                low=hours,
                high=hours,
                unit=None,
                about="",
                finest=1.0,
                ordinal=False,
                clock=True,
                counts=(),
                does=(),
            )
        )
    return found


def _over(
    words: Sequence[Token], taken: Sequence[bool], start: int, end: int
) -> tuple[int, int] | None:
    """The tokens within a span, None when there are none or one is taken."""
    first = _at_or_after(words, start)
    last = first
    while last < len(words) and words[last].start < end:
        last += 1
    if first == last or any(taken[first:last]) or not _ends(words[last - 1], end):
        return None
    return first, last


def _ends(word: Token, end: int) -> bool:
    return word.end <= end or (word.end == end + 2 and word.text.endswith(("'s", "’s")))


def _at_or_after(words: Sequence[Token], start: int) -> int:
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return low


def _hours(parts: dict[str, str | None]) -> float | None:
    if parts["word"]:
        return 12.0 if parts["word"].casefold() == "noon" else 0.0
    if parts["military"]:
        return int(parts["military"][:2]) + int(parts["military"][2:]) / 60
    if parts["oclock"]:
        word = parts["oclock"].casefold()
        return float(SMALL.get(word) or (int(word) if word.isdigit() else 0))
    if parts["hour24"]:
        return int(parts["hour24"]) + int(parts["minute24"] or 0) / 60
    hour = int(parts["hour"] or 0)
    if hour < 12 and (parts["half"] or "").casefold() == "p":
        hour += 12
    elif hour == 12 and (parts["half"] or "").casefold() == "a":
        hour = 0
    return hour + int(parts["minute"] or 0) / 60


Parts = dict[str, str | None]
Fields = dict[str, Any]
Found = tuple[int, int]


def _day(parts: Parts, span: Found, words: Sequence[Token], said: str) -> Day | None:
    end = words[span[1] - 1].end
    end -= 2 if words[span[1] - 1].text.endswith(("'s", "’s")) else 0
    base = (span[0], span[1], words[span[0]].start, end, "")
    for reader in _READERS:
        for read in reader(parts, said):
            return Day(*base, **read)
    return None


def _calendar(parts: Parts, said: str) -> Iterator[Fields]:
    del said
    month = MONTHS.get((parts.get("month") or "").casefold(), 0)
    month = month or int(parts.get("month_number") or 0)
    if not month:
        return
    day = int(parts.get("day") or 0)
    if month > 12 or day > 31 or (parts.get("day") and not day):
        return
    hint = (parts.get("hint") or "").casefold()
    yield {"month": month, "day": day, "year": int(parts.get("year") or 0), "relative": hint}


def _slashed(parts: Parts, said: str) -> Iterator[Fields]:
    del said
    if not parts.get("one"):
        return
    one, two, year = (int(parts[name] or 0) for name in ("one", "two", "year"))
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if one and two and (two <= 12 or one <= 12) and max(one, two) <= 31:
        day, month = (one, two) if two <= 12 else (two, one)
        swapped = (month, day) if max(one, two) <= 12 else (0, 0)
        yield {"day": day, "month": month, "year": year, "swapped": swapped}


def _yearly(parts: Parts, said: str) -> Iterator[Fields]:
    if parts.get("decade"):
        yield {"year": int(parts["decade"] or 0), "years": 10}
    elif parts.get("short_decade"):
        yield {"year": 1900 + int(parts["short_decade"] or 0), "years": 10}
    elif parts.get("season"):
        first, end = int(parts["season"] or 0), int(parts["season_end"] or 0)
        last = end if end > 99 else first // 100 * 100 + end
        if first < last < first + 60:
            yield {"year": first, "years": last - first + 1}
    elif parts.get("year") and not parts.get("one"):
        # "The 1942's" is no decade anyone speaks of, but told as one.
        yield {"year": int(parts["year"] or 0), "years": 10 if said.endswith("s") else 1}


def _weekly(parts: Parts, said: str) -> Iterator[Fields]:
    name = (parts.get("weekday") or "").casefold()
    if not name or (len(name) < 6 and not said[0].isupper()):
        return
    number = next(n for n, day in enumerate(WEEKDAYS, start=1) if day.startswith(name[:3]))
    yield {
        "weekday": number,
        "relative": said if parts.get("hint") else WEEKDAYS[number - 1].title(),
    }


def _relative(parts: Parts, said: str) -> Iterator[Fields]:
    said = " ".join(said.casefold().split())
    if parts.get("past") or parts.get("fixed"):
        yield {"relative": said}
    elif parts.get("unit_ago"):
        word = (parts["count"] or "").casefold()
        count = int(word) if word.isdigit() else SMALL.get(word, 1)
        yield {"relative": f"{count} {parts['unit_ago']} ago"}


_READERS: tuple[Callable[[Parts, str], Iterator[Fields]], ...] = (
    _calendar,
    _slashed,
    _yearly,
    _weekly,
    _relative,
)
