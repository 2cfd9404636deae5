from pathlib import Path

import export_samples as samples
import pytest

from workbench.store import Store


@pytest.fixture(scope="session")
def database(tmp_path_factory) -> tuple[Path, str]:
    """A database in which somebody has worked, and the id of the review."""
    path = tmp_path_factory.mktemp("export") / "review.db"
    return path, samples.work(path)


@pytest.fixture
def worked(database):
    """Loads that review and its log anew each time it is called."""

    def load():
        path, review_id = database
        with Store(path) as store:
            return store.load(review_id, "mk"), store.history(review_id)

    return load
