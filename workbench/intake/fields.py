"""What an article says about itself, in the one form it is stored in: a date, an address."""

import re
from collections.abc import Mapping
from datetime import date

from workbench.core.text import one_line
from workbench.errors import UsageError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?"
_TIME = (
    r"(?:(?:t| ?[-–—,|]? ?(?:at )?)\d{1,2}[:.]\d\d(?::\d\d(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)?"
    r" ?(?:z|[a-z]{2,5})? ?(?:[+-]\d\d?:?(?:\d\d)?)?)?"
)
_DATE = re.compile(
    rf"{_WEEKDAY}(?:"
    rf"(?P<year>\d{{4}})(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)"
    rf"|(?P<day2>{_DAY})[ -](?P<month2>{_MONTH}),?[ -](?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH}) (?P<day3>{_DAY}),? (?P<year3>\d{{4}})"
    rf"){_TIME}",
    re.IGNORECASE | re.ASCII,
)
_OLDEST = 1600  # before newspapers; a year below it is of another calendar, 1404 for 2025

_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:[/?#]\S*)?", re.IGNORECASE)


def parse_published(value: str) -> str | None:
    """Read the date an article was published on.

    Args:
        value: as a person or a page writes it: `2025-10-08`, `2025/10/08`, `8 October 2025`,
            `October 8, 2025`, with or without weekday and time. The date is taken as it stands,
            whatever the time zone.

    Returns:
        The date as `YYYY-MM-DD`; the empty string for a blank value; None when it is not
        understood, does not exist, or could be two dates (`03/04/2025`).
    """
    value = one_line(value)
    if not value:
        return ""
    found = _DATE.fullmatch(value)
    if not found:
        return None
    year = int(found["year"] or found["year2"] or found["year3"])
    month = found["month"] or found["month2"] or found["month3"]
    day = found["day"] or found["day2"] or found["day3"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        published = date(year, number, int(day.rstrip("stndrhSTNDRH")))
    except ValueError:
        return None
    return published.isoformat() if year >= _OLDEST else None


def check_url(value: str) -> str | None:
    """Check the address of an article.

    Args:
        value: the address as it was given.

    Returns:
        The address on one line; the empty string for a blank value; None when it does not begin
        with `http://` or `https://` and a host, or has a space in it.
    """
    value = one_line(value)
    return value if not value or _ADDRESS.fullmatch(value) else None


CHECKS = {
    "published_on": (
        parse_published,
        "date that can be read one way only; write it as year-month-day, such as 2025-10-08",
    ),
    "url": (check_url, "address; one begins with http:// or https:// and has no spaces"),
}
"""Fields that are not taken as they come: how each is read, and what it has to be."""


def checked(fields: Mapping[str, str]) -> dict[str, str]:
    """What a person says of an article, in the form it is stored in.

    Args:
        fields: by their names in the database; date and address may be among them.

    Raises:
        UsageError: the date or the address cannot be one; the sentence says how it is written.
    """
    values = dict(fields)
    for name, (check, wanted) in CHECKS.items():
        if name in values:
            found = check(values[name])
            if found is None:
                raise UsageError(f"“{one_line(values[name])}” is no {wanted}.")
            values[name] = found
    return values
