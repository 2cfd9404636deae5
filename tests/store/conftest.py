"""What the tests of the store share."""

from __future__ import annotations

import pytest
from store_material import Bench

from workbench.store import store as store_module


@pytest.fixture(autouse=True)
def _every_store_is_closed(monkeypatch):
    opened = []
    genuine = store_module.open_connection

    def remembered(*arguments, **named):
        connection = genuine(*arguments, **named)
        opened.append(connection)
        return connection

    monkeypatch.setattr(store_module, "open_connection", remembered)
    yield
    for connection in opened:
        connection.close()


@pytest.fixture
def bench(tmp_path) -> Bench:
    """A database on disk with a review of three short articles."""
    return Bench(tmp_path / "workbench.db")
