"""Bundles: what of a zip of exports can come back, never more than a limit of it."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from workbench.core.text import one_line
from workbench.errors import ImportRefusedError
from workbench.export.bundle import MANIFEST, SUMS
from workbench.imports.sums import check, missing, promises, unnamed

_KINDS = ("articles", "claims", "links", "findings", "evidence")
_ENDINGS = (".jsonl", ".csv")  # the exact one first; the two hold the same
_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")  # the second is that of a zip with nothing in it


def is_bundle(data: bytes) -> bool:
    """Whether bytes are a zip."""
    return data.startswith(_BEGINNINGS)


def members(
    data: bytes, name: str, limit: int, say: Callable[[str], object]
) -> Iterator[tuple[str, bytes]]:
    """The tables of a bundle: one file of each kind.

    Every file of it is compared with what its manifest and sums say, before the first one is given
    out. One of the two is enough, so that neither can be left out to hide a change; a zip with
    neither is no bundle but files that somebody put together, and that is said.

    Args:
        data: the zip.
        name: what messages call it.
        limit: bytes that may come out of it together.
        say: told a sentence that the person should know and that stops nothing.

    Yields:
        A file's name and its bytes.

    Raises:
        ImportRefusedError: it is damaged, too large, not what it says of itself, or holds no table
            of ours.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            bundle = _Bundle(opened, name, limit)
            tables = bundle.tables()
            if not bundle.sealed:
                say(
                    f"{name} has neither {MANIFEST} nor {SUMS}: nothing shows whether its files "
                    "are as they were exported."
                )
            for one, content in tables:
                yield one_line(one), content
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise ImportRefusedError(f"{name} is a damaged or encrypted zip: {error}.") from None


class _Bundle:
    """An open zip, and how much may still come out of it."""

    def __init__(self, opened: zipfile.ZipFile, name: str, limit: int) -> None:
        self.opened = opened
        self.name = name
        self.limit = self.left = limit
        self.entries: dict[str, zipfile.ZipInfo] = {}
        for one in opened.infolist():
            if one.filename in self.entries:
                raise self._twice(one.filename)
            if not one.is_dir() and "__MACOSX" not in PurePosixPath(one.filename).parts:
                self.entries[one.filename] = one
        lists = [path for path in map(self._only, (MANIFEST, SUMS)) if path]
        self.sealed = bool(lists)
        # Whoever packed it again may have put it into a folder.
        self.folder = lists[0][: -len(PurePosixPath(lists[0]).name)] if lists else ""

    def tables(self) -> list[tuple[str, bytes]]:
        """The tables, after every file was compared with what is said of it."""
        wanted = []
        for kind in _KINDS:
            there = [path for end in _ENDINGS if (path := self._only(kind + end))]
            wanted += there[:1]
        if not wanted:
            raise ImportRefusedError(
                f"{self.name} is a zip without claims.csv or another table of an export in it. "
                "If it is a spreadsheet, save it as CSV and import that."
            )
        if not self.sealed:
            return [(path, self._read(path)) for path in wanted]
        checked = self._checked(set(wanted))
        return [(path, checked[path]) for path in wanted]

    def _checked(self, wanted: set[str]) -> dict[str, bytes]:
        """The files that are wanted, when all that are named are as they are said to be."""
        places = [self.folder + file for file in (MANIFEST, SUMS)]
        lists = {path: self._read(path) for path in places if path in self.entries}
        by_name = {path[len(self.folder) :]: data for path, data in lists.items()}
        kept = {}
        for file, said in promises(by_name, self.name).items():
            path = self.folder + file
            if path not in self.entries:
                raise missing(file, said, self.name)
            data = lists[path] if path in lists else self._read(path)
            check(file, data, said, self.name)
            if path in wanted:
                kept[path] = data
        for path in sorted(wanted - kept.keys()):
            raise unnamed(path, self.name)
        return kept

    def _only(self, file: str) -> str:
        """Where a file of this name is; "" where there is none."""
        there = [path for path in self.entries if PurePosixPath(path).name == file]
        if len(there) > 1:
            raise self._twice(file)
        return there[0] if there else ""

    def _twice(self, file: str) -> ImportRefusedError:
        return ImportRefusedError(
            f"{self.name} holds {one_line(file)} twice, and nothing says which is meant; unpack it "
            "and import the right one."
        )

    def _read(self, path: str) -> bytes:
        with self.opened.open(self.entries[path]) as file:  # its declared size is not believed
            content = file.read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            raise ImportRefusedError(
                f"{self.name} unpacks to more than {self.limit // 1024**2} MB; import its files "
                "one by one."
            )
        return content
