"""A command line of its own for each test: own database, own config, nobody's home folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli.group import workbench

ROOT = Path(__file__).parents[2]
TITLE = "Afghanistan, autumn 2025"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder that everything the command line touches is in, and that is the working folder."""
    for name in list(os.environ):
        if name.startswith(("WORKBENCH", "_WORKBENCH", "XDG_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_DB", str(tmp_path / "workbench.db"))
    monkeypatch.setenv("WORKBENCH_ANALYST", "mk")
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def wb(place):
    """Call the command line inside this process: `wb("claim", …, code=1).stderr`."""

    def call(*args, stdin=None, code=0):
        result = CliRunner().invoke(workbench, [str(arg) for arg in args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result

    return call


@pytest.fixture
def answer(wb):
    """The same with --json, and what was answered."""

    def call(*args, stdin=None, code=0):
        return json.loads(wb(*args, "--json", stdin=stdin, code=code).stdout)

    return call


@pytest.fixture
def program(place):
    """Run the real program: `program("reviews").stdout`, in bytes."""

    def call(*args, code=0, **options):
        done = subprocess.run(
            [sys.executable, "-m", "workbench", *map(str, args)],
            capture_output=True,
            check=False,
            timeout=60,
            **options,
        )
        assert done.returncode == code, done.stderr.decode()
        return done

    return call


@pytest.fixture
def corpus():
    """The five articles of the sample, in order."""
    return sorted((ROOT / "corpus").glob("*.txt"))


@pytest.fixture
def review(wb, corpus):
    """The title of a review that has the sample's articles."""
    wb("new", TITLE, *corpus)
    return TITLE


@pytest.fixture
def marked(wb, review):
    """The same with four claims and three links: 1 conflicts with 2, 3 agrees with 4, 1 is apart from 3."""
    wb("claim", review, 4, "Russia’s special representative for Afghanistan", "--claimant", "TASS")
    wb("claim", review, 5, "Russia’s ambassador to the country, Zamir Kabulov")
    wb("claim", review, 4, "Sending Russian soldiers to Afghanistan is not being considered")
    wb("claim", review, 5, "Moscow is not thinking of stationing its troops")
    wb("link", review, 1, 2, "conflicts", "--reason", "role", "--rationale", "Two offices.")
    wb("link", review, 3, 4, "agrees")
    wb("link", review, 1, 3, "unverified", "--reason", "not the same event")
    return review
