"""What a bundle says of its own files, and whether they are so.

`workbench.export.bundle` writes it: `manifest.json` and `SHA256SUMS`, the latter as GNU coreutils'
`sha256sum` does. They show that a file was damaged or changed; whoever rewrites them as well is not
found out.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from workbench.core.text import one_line, sha256
from workbench.errors import ImportRefusedError
from workbench.export.bundle import MANIFEST, SUMS
from workbench.imports.json_text import values

_SUM = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_AGAIN = "ask for the bundle again, or unpack it and import those of its files that you trust"


class Promise(NamedTuple):
    """What one list says of one file.

    Attributes:
        by: the list.
        sha256: in lower-case hexadecimal.
        bytes: its size; None where the list has none.
    """

    by: str
    sha256: str
    bytes: int | None = None


def promises(lists: Mapping[str, bytes], name: str) -> dict[str, list[Promise]]:
    """What a bundle's lists say of its files.

    Args:
        lists: `manifest.json` and `SHA256SUMS`, those of them that are there, and their bytes.
        name: what messages call the bundle.

    Returns:
        By name of file, beside the lists.

    Raises:
        ImportRefusedError: a list cannot be understood.
    """
    said: dict[str, list[Promise]] = {}
    for by, read in ((MANIFEST, _manifest), (SUMS, _sums)):
        if by in lists:
            for file, promise in read(_text(lists[by], name, by), name):
                said.setdefault(file, []).append(promise)
    return said


def check(file: str, data: bytes, said: list[Promise], name: str) -> None:
    """Refuse a file that is not what the lists say.

    Args:
        file: its name, beside the lists.
        data: its bytes.
        said: what the lists say of it.
        name: what messages call the bundle.

    Raises:
        ImportRefusedError: it has other bytes.
    """
    summed = sha256(data)
    for promise in said:
        if promise.sha256 != summed or promise.bytes not in (None, len(data)):
            raise ImportRefusedError(
                f"{name}: {one_line(file)} was changed or damaged after the bundle was exported: "
                f"{promise.by} says other bytes. Nothing was imported; {_AGAIN}."
            )


def unnamed(file: str, name: str) -> ImportRefusedError:
    """What is said of a table that is there and not named."""
    return ImportRefusedError(
        f"{name}: {one_line(file)} was put into the bundle after it was exported: neither "
        f"{MANIFEST} nor {SUMS} names it. Nothing was imported; {_AGAIN}."
    )


def missing(file: str, said: list[Promise], name: str) -> ImportRefusedError:
    """What is said of a file that is named and not there."""
    return ImportRefusedError(
        f"{name}: {one_line(file)} was taken out of the bundle after it was exported: "
        f"{said[0].by} names it. Nothing was imported; {_AGAIN}."
    )


def _manifest(text: str, name: str) -> list[tuple[str, Promise]]:
    ((_, said),) = values(text, f"{name}: {MANIFEST}")
    files = said.get("files") if isinstance(said, dict) else None
    if not isinstance(files, list) or not files:
        raise _not_ours(name, MANIFEST)
    return [_promised(one, name) for one in files]


def _promised(one: Any, name: str) -> tuple[str, Promise]:
    held = one if isinstance(one, dict) else {}
    file, size, summed = held.get("name"), held.get("bytes"), held.get("sha256")
    if not (isinstance(file, str) and isinstance(size, int) and isinstance(summed, str)):
        raise _not_ours(name, MANIFEST)
    return file, Promise(MANIFEST, summed.lower(), size)


def _sums(text: str, name: str) -> list[tuple[str, Promise]]:
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        match = _SUM.fullmatch(line)
        if match is None:
            raise _not_ours(name, SUMS)
        found.append((match[2], Promise(SUMS, match[1].lower())))
    if not found:
        raise _not_ours(name, SUMS)
    return found


def _text(data: bytes, name: str, by: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _not_ours(name, by) from None


def _not_ours(name: str, by: str) -> ImportRefusedError:
    return ImportRefusedError(
        f"{name}: its {by} is not as an export writes it, so nothing shows whether its files are "
        f"as they were. Nothing was imported; {_AGAIN}."
    )
