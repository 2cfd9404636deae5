"""A point in time as a text gives it, in part or whole, and when two of them cannot be the same."""

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from workbench.match.differences.model import Mention

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Stretch = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Day(Mention):
    """A date, or what a text gives of it; 0 stands for what it does not give.

    Attributes:
        year: the year; of a decade or a season its first.
        years: how many years it spans: 1, 2 for a season (2008-09), 10 for a decade.
        month: 1 to 12.
        day: 1 to 31.
        weekday: 1 (Monday) to 7.
        swapped: day and month as the other reading of 4/5/2025 has them, or (0, 0).
        relative: the words, where the date depends on when they were written: "last month".
        stretch: first and last day it can be, where that is known.
    """

    year: int = 0
    years: int = 1
    month: int = 0
    day: int = 0
    weekday: int = 0
    swapped: tuple[int, int] = (0, 0)
    relative: str = ""
    stretch: Stretch | None = None


def settled(found: Day, published: date | None) -> Day:
    """A day with its stretch and its value, as far as the article's date allows.

    Args:
        found: a day as it was read; `relative` words are looked up, a weekday is the last one up to
            the publication date, unless the words say "next".
        published: when the article came out, None when that is not known.
    """
    stretch = _absolute(found)
    if stretch is None and published is not None:
        try:
            stretch = _resolved(found, published)
        except (OverflowError, ValueError):
            stretch = None
    return replace(found, stretch=stretch, value=_value(found, stretch))


def _absolute(found: Day) -> Stretch | None:
    if not MINYEAR <= found.year <= MAXYEAR - found.years:
        return None
    if not found.month:
        return date(found.year, 1, 1), date(found.year + found.years - 1, 12, 31)
    last = calendar.monthrange(found.year, found.month)[1]
    if not found.day:
        return date(found.year, found.month, 1), date(found.year, found.month, last)
    if found.day > last:
        return None
    one = date(found.year, found.month, found.day)
    return one, one


def _resolved(found: Day, published: date) -> Stretch | None:
    words = found.relative.split()
    ahead = bool(words) and words[0] in ("next", "coming")
    if found.weekday and not found.month:
        back = (published.isoweekday() - found.weekday) % 7
        one = published + timedelta(days=7 - back if ahead else -back)
        # Whether "last Friday" is the latest or the one of last week is anyone's guess.
        return (one - timedelta(days=7) if words[:1] == ["last"] else one), one
    if found.month and not found.year:
        return _month_near(found, published, ahead=ahead)
    if not words:
        return None
    return _words_resolved(words, published)


def _month_near(found: Day, published: date, *, ahead: bool) -> Stretch | None:
    """8 October without a year: the one nearest to publication; "last May" the one before."""
    years = (published.year - 1, published.year, published.year + 1)
    options = [
        stretch for year in years if (stretch := _absolute(replace(found, year=year))) is not None
    ]
    if found.relative.startswith("last"):
        options = [option for option in options if option[0] < published]
        return options[-1] if options else None
    if ahead:
        options = [option for option in options if option[1] > published]
    return min(options, key=lambda option: abs((option[0] - published).days), default=None)


def _words_resolved(words: list[str], published: date) -> Stretch | None:
    fixed = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
    if words[0] in fixed:
        one = published + timedelta(days=fixed[words[0]])
        # "Today" in an online article may have been written the evening before.
        return (one, one)
    if words[-1] == "ago":
        return _ago(int(words[0]), words[1], published)
    if words[-1] == "night":
        return published - timedelta(days=1), published
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(words[0], 0)
    if words[-1] == "week":
        monday = published - timedelta(days=published.weekday() - 7 * step)
        return monday - timedelta(days=1), monday + timedelta(days=6)
    if words[-1] == "weekend":
        friday = published - timedelta(days=published.weekday() + 3 - (7 if step > 0 else 0))
        return friday, friday + timedelta(days=3)
    if words[-1] == "month":
        months = published.year * 12 + published.month - 1 + step
        year, month = divmod(months, 12)
        return date(year, month + 1, 1), date(
            year, month + 1, calendar.monthrange(year, month + 1)[1]
        )
    if words[-1] == "year":
        year = published.year + step
        return date(year, 1, 1), date(year, 12, 31)
    return None


def _ago(count: int, unit: str, published: date) -> Stretch:
    days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit.rstrip("s")]
    slack = {1: 0, 7: 4, 30: 20, 365: 200, 3652: 1000}[days]
    one = published - timedelta(days=count * days)
    return one - timedelta(days=slack), one + timedelta(days=slack)


def _value(found: Day, stretch: Stretch | None) -> str:
    if found.month or found.year:
        if found.years == 10:
            return f"{found.year}s"
        if found.years > 1:
            return f"{found.year}/{found.year + found.years - 1}"
        year = stretch[0].year if stretch and stretch[0].year == stretch[1].year else found.year
        parts = [f"{year:04d}" if year else "-"]
        parts += [f"{found.month:02d}"] if found.month else []
        parts += [f"{found.day:02d}"] if found.day else []
        return "-".join(parts)
    said = found.relative or ""
    if found.weekday and WEEKDAYS[found.weekday - 1] not in said.casefold():
        said = f"{said} {WEEKDAYS[found.weekday - 1].title()}".strip()
    if stretch is None:
        return f"unresolved: {said}"
    first, last = (one.isoformat() for one in stretch)
    return first if first == last else f"{first}/{last}"


def same_day(a: Day, b: Day) -> bool:
    """Whether two days can be the same, as far as both texts say."""
    if a.years > 1 and b.years > 1:
        return (a.year, a.years) == (b.year, b.years)
    if a.stretch and b.stretch:
        if a.stretch[0] <= b.stretch[1] and b.stretch[0] <= a.stretch[1]:
            return True
        return bool(a.swapped[0] or b.swapped[0]) and _same_swapped(a, b)
    for one, other in ((a, b), (b, a)):
        certain = one.stretch is not None and one.stretch[0] == one.stretch[1]
        if certain and one.stretch and other.weekday and not other.stretch:
            return one.stretch[0].isoweekday() == other.weekday
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday))
    if any(one and other and one != other for one, other in pairs):
        return bool(a.swapped[0] or b.swapped[0]) and _same_swapped(a, b)
    return True


def _same_swapped(a: Day, b: Day) -> bool:
    """Whether another reading of 4/5/2025 makes the two days the same."""

    def readings(one: Day) -> set[tuple[int, int]]:
        return {(one.day, one.month), one.swapped} - {(0, 0)}

    years = not a.year or not b.year or a.year == b.year
    return years and bool(readings(a) & readings(b))


def comparable(a: Day, b: Day) -> bool:
    """Whether two days give the same part of a date, so that they can be told apart at all."""
    if a.stretch and b.stretch:
        return True
    if any(one.weekday and other.stretch and other.day for one, other in ((a, b), (b, a))):
        return True
    parts = ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday))
    return any(one and other for one, other in parts)
