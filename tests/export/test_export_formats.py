"""Which formats a kind has, by name and by the ending of a file."""

from pathlib import Path

import pytest

from workbench.errors import UsageError
from workbench.export import (
    DOCUMENTS,
    ENDINGS,
    KINDS,
    TABLES,
    format_named,
    format_of,
    formats,
)


def test_every_kind_has_formats_and_every_format_an_ending_of_its_own():
    assert (*TABLES, *DOCUMENTS) == KINDS
    assert {name for kind in KINDS for name in formats(kind)} == set(ENDINGS)
    endings = [ending for known in ENDINGS.values() for ending in known]
    assert len(endings) == len(set(endings))
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)


@pytest.mark.parametrize("kind", KINDS)
def test_an_ending_asks_for_its_format_and_no_ending_for_the_usual_one(kind):
    for name in formats(kind):
        for ending in ENDINGS[name]:
            assert format_of(Path(f"x{ending.upper()}"), kind) == name
    for path in (None, Path("x"), Path("x.old")):
        assert format_of(path, kind) == formats(kind)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_ending_of_another_kind_is_refused(kind):
    others = set(ENDINGS) - set(formats(kind))
    assert others
    for name in others:
        with pytest.raises(UsageError, match=f"There is no {ENDINGS[name][0]} file of {kind}"):
            format_of(Path(f"x{ENDINGS[name][0]}"), kind)


def test_a_format_may_be_begun_and_none_is_the_usual_one():
    assert format_named("claims", "J") == "jsonl"
    assert format_named("report", " MD ") == "md"
    assert format_named("report", "") == "html"
    with pytest.raises(UsageError, match="no format “xls” for report: it is html or md"):
        format_named("report", "xls")


def test_an_unknown_kind_has_no_formats():
    for ask in (formats, lambda kind: format_of(None, kind), lambda kind: format_named(kind, "")):
        with pytest.raises(UsageError, match=r"There is no export “raport”.* Did you mean report"):
            ask("raport")
