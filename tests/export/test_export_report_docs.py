"""The dossier in docs/ is the one that the program writes."""

from pathlib import Path

import pytest

from workbench.handing_over import hand_over
from workbench.sample import make_annotated
from workbench.store import Store

DOSSIERS = Path(__file__).parents[2] / "docs" / "dossier"


@pytest.mark.parametrize("file_format", ["html", "md"])
def test_the_dossier_in_docs_is_that_of_the_annotated_sample(tmp_path, file_format):
    with Store(tmp_path / "w.db", create=True, lasting=False) as store:
        state = make_annotated(store)
        made = hand_over(store, state, "report", file_format=file_format)
    kept = DOSSIERS / f"afghanistan-annotated.{file_format}"
    assert kept.read_bytes() == made, "write it anew: make dossier"
