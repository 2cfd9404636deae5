"""Bundles: what of a zip of exports can come back, never more than a limit of it."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from workbench.core.text import one_line
from workbench.errors import ImportRefusedError

_KINDS = ("articles", "claims", "links", "findings", "evidence")
_ENDINGS = (".jsonl", ".csv")  # the exact one first; the two hold the same


def is_bundle(data: bytes) -> bool:
    """Whether bytes are a zip."""
    return data.startswith(b"PK\x03\x04")


def members(data: bytes, name: str, limit: int) -> Iterator[tuple[str, bytes]]:
    """The tables of a bundle: one file of each kind.

    Args:
        data: the zip.
        name: what messages call it.
        limit: bytes that may come out of it together.

    Yields:
        A file's name and its bytes.

    Raises:
        ImportRefusedError: it is damaged, too large, or holds no table of ours.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            by_name = {PurePosixPath(one.filename).name: one for one in bundle.infolist()}
            found = [
                by_name[there[0]]
                for kind in _KINDS
                if (there := [kind + end for end in _ENDINGS if kind + end in by_name])
            ]
            if not found:
                raise ImportRefusedError(
                    f"{name} is a zip without claims.csv or another table of an export in it."
                )
            left = limit
            for one in found:
                with bundle.open(one) as file:  # its declared size is not believed
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise ImportRefusedError(
                        f"{name} unpacks to more than {limit // 1024**2} MB; import its files one "
                        "by one."
                    )
                yield one_line(one.filename), content
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        zlib.error,
    ) as error:
        raise ImportRefusedError(f"{name} is a damaged or encrypted zip: {error}.") from None
