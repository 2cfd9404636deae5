"""Write the dossier of the annotated sample to docs/dossier (`make dossier`).

The sample's acts have their own times and ids, so the files are the same wherever they are made.
Where Chromium is installed the picture in docs/pictures is made anew too.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from workbench.sample import make_annotated
from workbench.store import Store

HERE = Path(__file__).parent.parent
OUT = HERE / "docs" / "dossier"
NAME = "afghanistan-annotated"
PICTURE = HERE / "docs" / "pictures" / "dossier.png"

# The beginning, a point, and the same point on a phone: place, width and left edge of each.
VIEWS = (("", 800, 0), ("#point-4", 800, 820), ("#point-4", 360, 1640))
SIZE = (2000, 1020)


def main() -> None:
    """The dossier as HTML and as Markdown, by the command an analyst would use; its picture."""
    files()
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Chromium is not installed, so the picture stays as it was.")
    picture(browser)


def files() -> None:
    """Both files."""
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


def picture(browser: str) -> None:
    """The page in three views beside each other."""
    page = (OUT / f"{NAME}.html").resolve().as_uri()
    frames = "".join(
        f'<iframe src="{page}{at}" style="left:{left}px;width:{width}px"></iframe>'
        for at, width, left in VIEWS
    )
    frame = f"position:absolute;top:0;border:0;height:{SIZE[1]}px"
    look = f"body{{margin:0;background:#8a8a8a}}iframe{{{frame}}}"
    with tempfile.TemporaryDirectory() as folder:
        wall = Path(folder) / "wall.html"
        wall.write_text(f"<!DOCTYPE html><style>{look}</style>{frames}", encoding="utf-8")
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        size = f"--window-size={SIZE[0]},{SIZE[1]}"
        shot = f"--screenshot={PICTURE}"
        subprocess.run(
            [browser, *options, size, "--force-device-scale-factor=0.7", shot, wall.as_uri()],
            check=True,
            capture_output=True,
        )
    print(PICTURE.relative_to(HERE))


if __name__ == "__main__":
    main()
