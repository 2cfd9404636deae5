import shutil
import sys

import pytest

if sys.platform == "win32":  # no pseudo-terminals there
    collect_ignore_glob = ["test_*.py"]
else:
    from pty_review import SAMPLE, Book

    @pytest.fixture(scope="session")
    def made_once(tmp_path_factory):
        return Book(tmp_path_factory.mktemp("made") / "review.db", "Afghanistan").make(SAMPLE)

    @pytest.fixture
    def book(made_once, tmp_path):
        """The sample as a review of its own, nothing marked in it."""
        shutil.copy(made_once.path, tmp_path / "review.db")
        return Book(tmp_path / "review.db", made_once.title)
