"""Dates and addresses as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.intake import check_url, parse_published


@pytest.mark.parametrize(
    "value",
    [
        "2025-10-08",
        "2025-10-8",
        "2025/10/08",
        "2025.10.08",
        " 2025-10-08 ",
        "2025-10-08 21:09",
        "2025-10-08T21:09:00",
        "2025-10-08T21:09:00Z",
        "2025-10-08T21:09:00.123+03:30",
        "2025-10-08 21:09:00 +0330",
        "8 October 2025",
        "8 october 2025",
        "08 Oct 2025",
        "8 Oct. 2025",
        "8th October 2025",
        "8 October, 2025",
        "08-Oct-2025",
        "October 8, 2025",
        "October 8 2025",
        "Oct 8, 2025",
        "Oct. 8th, 2025",
        "OCTOBER 8, 2025",
        "Wednesday, 8 October 2025",
        "Wed, 08 Oct 2025 21:09:00 +0330",
        "Wed, 08 Oct 2025 21:09:00 GMT",
        "October 8, 2025 at 9:09 p.m.",
        "October 8, 2025, 9:09 PM EST",
        "08 October 2025 - 21:09",
    ],
)
def test_a_date_is_read_however_a_page_writes_it(value: str) -> None:
    assert parse_published(value) == "2025-10-08"


@pytest.mark.parametrize("value", ["1 Sept 2025", "Sep 1, 2025", "September 1, 2025"])
def test_september_has_three_short_names(value: str) -> None:
    assert parse_published(value) == "2025-09-01"


@pytest.mark.parametrize("value", ["", "   ", "\t\n"])
def test_a_blank_date_is_blank(value: str) -> None:
    assert parse_published(value) == ""


@pytest.mark.parametrize(
    "value",
    [
        "03/04/2025",
        "03.04.2025",
        "3-4-2025",
        "2025-02-30",
        "30 February 2025",
        "2025-13-01",
        "2025-00-10",
        "2025-10-00",
        "October 2025",
        "2025",
        "20251008",
        "yesterday",
        "8 Octember 2025",
        "8 Octo 2025",
        "2025-10/08",
        "2025-10-08 or so",
        "from 2025-10-08",
        "1404-07-16",
        "0000-01-01",
        "٢٠٢٥-١٠-٠٨",
        "2025-10-08\x00",
        "²025-10-08",
    ],
)
def test_a_date_that_is_wrong_or_could_be_two_is_not_guessed(value: str) -> None:
    assert parse_published(value) is None


@given(st.dates(min_value=__import__("datetime").date(1600, 1, 1)))
def test_every_date_is_read_in_every_form(day) -> None:
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%A, %d %B %Y 10:30"):
        assert parse_published(day.strftime(form)) == day.isoformat()


@given(st.text())
def test_any_text_is_a_date_or_is_not(value: str) -> None:
    found = parse_published(value)
    assert found is None or found == "" or parse_published(found) == found


@pytest.mark.parametrize(
    "value",
    [
        "https://example.net/news/20718",
        "http://example.net",
        "HTTPS://Example.net/",
        "https://example.net?id=3",
        "https://example.net/%D8%B1?q=a&b=c#part",
        "https://пример.рф/новость",
        "https://[2001:db8::1]/x",
    ],
)
def test_an_address_is_kept_as_it_is(value: str) -> None:
    assert check_url(value) == value
    assert check_url(f"  {value}\n") == value


@pytest.mark.parametrize(
    "value",
    [
        "example.net",
        "www.example.net/x",
        "ftp://example.net/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "http:/example.net",
        "https://example.net/a b",
        "see https://example.net",
    ],
)
def test_what_is_no_web_address_is_kept_out(value: str) -> None:
    assert check_url(value) is None


def test_a_blank_address_is_blank() -> None:
    assert check_url(" \n") == ""
