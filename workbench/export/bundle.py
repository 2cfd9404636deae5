"""All exports of a review in one zip, with a manifest that says what they are."""

import io
import json
import stat
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from workbench.core.progress import Tell
from workbench.core.review import ReviewState
from workbench.core.text import sha256
from workbench.export.encode import export
from workbench.export.formats import DOCUMENTS, ENDINGS, KINDS, WITH_QUOTES, formats
from workbench.export.material import Material
from workbench.export.rows import clean

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can say
_STEPS = 100  # one file, in words on how far it is
_UNIX = 3  # the system whose permissions the entries have


class Held(NamedTuple):
    """A file of a bundle, as its manifest has it."""

    name: str
    bytes: int
    sha256: str


def document(state: ReviewState, file_format: str, material: Material, tell: Tell) -> bytes:  # noqa: ARG001 - as every document is made
    """Every export in every format, each one as it is by itself.

    Args:
        state: the review.
        file_format: there is one, `zip`.
        material: log, texts, versions and options.
        tell: told now and then how far it is; what it raises ends the work.

    Returns:
        A zip. Its entries are not compressed, for what a compressor makes depends on its version,
        and have the same order, time and permissions always.
    """
    out = io.BytesIO()
    held: list[Held] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, data in _exports(state, material, tell):
            held.append(_put(made, name, data))
        held.append(_put(made, MANIFEST, _manifest(state, material, held)))
        _put(made, SUMS, "".join(f"{one.sha256}  {one.name}\n" for one in held).encode())
    return out.getvalue()


def _exports(state: ReviewState, material: Material, tell: Tell) -> Iterator[tuple[str, bytes]]:
    wanted = [(kind, name) for kind in KINDS if kind != "bundle" for name in formats(kind)]
    steps = len(wanted) + material.with_texts
    for done, (kind, name) in enumerate(wanted):
        file = f"{kind}{ENDINGS[name][0]}"
        data = export(
            state,
            kind,
            events=material.events,
            file_format=name,
            raw=material.raw,
            quotes=material.quotes and kind in WITH_QUOTES,
            material=material if kind in DOCUMENTS else None,
            tell=_within(tell, done, steps, file),
        )
        yield file, data
    if material.with_texts:
        yield from _texts(state, material, _within(tell, len(wanted), steps, "texts"))


def _within(tell: Tell, begin: int, steps: int, what: str) -> Tell:
    """Whom to tell of one file of several, which takes `_STEPS` of the whole."""

    def told(done: int, total: int, _words: str) -> None:
        part = min(_STEPS, done * _STEPS // total) if total else 0
        tell(begin * _STEPS + part, steps * _STEPS, what)

    told(0, 0, "")
    return told


def _texts(state: ReviewState, material: Material, tell: Tell) -> Iterator[tuple[str, bytes]]:
    """The canonical texts, on which all places are counted."""
    for done, article in enumerate(state.articles_in_order()):
        tell(done, len(state.articles), "")
        yield f"texts/{article.number}.txt", str(material.text(article.id)).encode()


def _manifest(state: ReviewState, material: Material, held: list[Held]) -> bytes:
    """What the bundle is: which review, how far, with which options; and what its files are.

    Nothing says when it was made: the same review makes the same bundle.
    """
    last = max(material.events, key=lambda event: event.seq, default=None)
    made = {
        "review": clean(state.review.title),
        "review_id": state.review.id,
        "analyst": clean(state.analyst),
        "last_event": last.seq if last else 0,
        "last_event_at": last.at if last else "",
        "workbench": material.version,
        "schema": material.schema,
        "options": {
            "raw": material.raw,
            "quotes": material.quotes,
            "url": material.url,
            "with_texts": material.with_texts,
        },
        "files": [one._asdict() for one in held],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _put(made: zipfile.ZipFile, name: str, data: bytes) -> Held:
    entry = zipfile.ZipInfo(name, _BEGINNING)
    entry.create_system = _UNIX
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    made.writestr(entry, data)
    return Held(name, len(data), sha256(data))
