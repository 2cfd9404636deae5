"""An export tells how far it is, and can be ended there."""

from __future__ import annotations

import pytest
from export_samples import article, claim, review

from workbench.core.model import to_row
from workbench.export import KINDS, encode, export


class EnoughError(Exception):
    """Somebody wants it ended."""


def large():
    state = review()
    state.load("article", [to_row(article(1))])
    state.load("claim", [to_row(claim(number, 1)) for number in range(1, 1001)])
    return state


def test_an_export_says_how_many_of_its_lines_are_made():
    heard = []
    export(large(), "claims", tell=lambda *far: heard.append(far))
    assert heard == [(done, 1000, "") for done in range(0, 1000, encode._LINES)]


@pytest.mark.parametrize("file_format", ["csv", "jsonl"])
def test_an_export_is_ended_by_what_it_tells(file_format):
    def tell(done, _total, _what):
        if done:
            raise EnoughError

    with pytest.raises(EnoughError):
        export(large(), "claims", file_format=file_format, tell=tell)


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_never_says_more_is_done_than_there_is(worked, kind, monkeypatch):
    monkeypatch.setattr(encode, "_LINES", 1)
    state, events = worked()
    heard = []
    export(state, kind, events=events, tell=lambda *far: heard.append(far[:2]))
    assert heard
    assert all(done < total for done, total in heard)
