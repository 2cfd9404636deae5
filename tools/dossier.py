"""Write the dossier of the annotated sample to docs/dossier (`make dossier`).

The sample's acts have their own times and ids, so the files are the same wherever they are made.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from workbench.sample import make_annotated
from workbench.store import Store

HERE = Path(__file__).parent.parent
OUT = HERE / "docs" / "dossier"
NAME = "afghanistan-annotated"


def main() -> None:
    """The dossier as HTML and as Markdown, by the command an analyst would use."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "workbench.db"
        with Store(database, create=True, lasting=False) as store:
            state = make_annotated(store)
        whose = ["--db", str(database), "--analyst", state.analyst]
        for ending in ("html", "md"):
            path = OUT / f"{NAME}.{ending}"
            export = ["export", state.review.title, "--as", "report", "-o", str(path)]
            subprocess.run([sys.executable, "-m", "workbench", *whose, *export], check=True)


if __name__ == "__main__":
    main()
