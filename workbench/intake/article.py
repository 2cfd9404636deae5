"""A file becomes an article about to be brought in, or one sentence that says why not."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workbench.core.text import (
    BROKEN_SIGN,
    DIRECTION_SIGN,
    INVISIBLE_SIGN,
    canonical_text,
)
from workbench.errors import IntakeError
from workbench.intake.decoding import Decoded, decode
from workbench.intake.files import label, read_all, read_file
from workbench.intake.front_matter import split_front_matter
from workbench.intake.kinds import binary_kind, is_web_page

MEGABYTE = 1024 * 1024
DEFAULT_LIMIT = 20 * MEGABYTE
"""Bytes an article may have unless the caller says otherwise."""

# Without tab, line ends and U+0085, which become spaces and line ends rather than signs.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article about to be brought in. What is not known is the empty string."""

    name: str
    """What messages call it: the path as it was given, or "standard input"."""
    text: str
    """The canonical text of what stands below the front matter."""
    raw: bytes
    """The very bytes of the file, front matter included."""
    outlet: str
    title: str
    published_on: str
    """ISO 8601 date."""
    url: str
    byline: str
    notices: tuple[str, ...]
    """Whole sentences about what was guessed, ignored, left out or replaced."""


def read_article(path: str | Path, *, limit: int = DEFAULT_LIMIT) -> Draft:
    """Read one file as an article.

    Args:
        path: a regular file of text in any encoding, or a symbolic link to one.
        limit: the most bytes it may have.

    Returns:
        The article with its exact words and what its front matter says about it.

    Raises:
        IntakeError: when it is missing, not readable, not a file, too large, empty or not text.
    """
    data, size = read_file(path, limit)
    return _draft(data, size, label(path), limit)


def read_stream(
    stream: BinaryIO, *, name: str = "standard input", limit: int = DEFAULT_LIMIT
) -> Draft:
    """Read a stream to its end as one article.

    Args:
        stream: open for reading, binary; it is not closed.
        name: what messages call it.
        limit: the most bytes it may have.

    Returns:
        The article, as from a file.

    Raises:
        IntakeError: when it cannot be read, or is too large, empty or not text.
    """
    name = label(name)
    data = read_all(stream, name, limit)
    return _draft(data, None, name, limit)


def _draft(data: bytes, size: int | None, name: str, limit: int) -> Draft:
    if kind := binary_kind(data):
        raise IntakeError(f"{name} is {kind[0]}, not plain text; {kind[1]}.")
    if len(data) > limit:
        raise IntakeError(_too_large(name, size, limit))
    if not data:
        raise IntakeError(f"{name} is empty; there is nothing to read in it.")
    decoded = decode(data)
    if decoded is None:
        raise IntakeError(
            f"{name} is not text, or in an unknown encoding; save it as plain text in UTF-8 first."
        )
    parts = split_front_matter(decoded.text, name)
    text = canonical_text(parts.body)
    if not text.strip():
        raise IntakeError(
            f"{name} has front matter but no text below it; add the article's words."
            if parts.present
            else f"{name} holds nothing but white space; there is nothing to read in it."
        )
    if is_web_page(text):
        raise IntakeError(
            f"{name} is the code of a web page; save the page as text, "
            "or copy its words into a text file."
        )
    return Draft(
        name=name,
        text=text,
        raw=data,
        outlet=parts.fields.get("outlet", ""),
        title=parts.fields.get("title", ""),
        published_on=parts.fields.get("published_on", ""),
        url=parts.fields.get("url", ""),
        byline=parts.fields.get("byline", ""),
        notices=(
            *_about_decoding(decoded, name),
            *parts.notices,
            *_about_signs(parts.body, text, name),
        ),
    )


def _too_large(name: str, size: int | None, limit: int) -> str:
    most = _megabytes(limit)
    has = _megabytes(size) if size else f"more than {most}"
    if has == most:
        most, has = f"{limit:,} bytes", f"{size:,} bytes"
    return (
        f"{name} has {has}, and an article may have {most}; "
        "keep only the article in it, or raise article_megabytes in the config file."
    )


def _megabytes(size: int) -> str:
    if size < MEGABYTE / 10:
        return f"{size:,} bytes"
    return f"{size / MEGABYTE:,.1f} MB".replace(".0 MB", " MB")


def _about_decoding(decoded: Decoded, name: str) -> list[str]:
    notices = []
    if decoded.guessed:
        notices.append(
            f"{name} does not say how it is encoded and was read as {decoded.guessed}; "
            "if letters look wrong, save it as UTF-8 and add it again."
        )
    if decoded.damaged:
        notices.append(
            f"{_counted(decoded.damaged, 'place')} in {name} could not be read and "
            f"{'stands' if decoded.damaged == 1 else 'stand'} as {BROKEN_SIGN} in the text."
        )
    return notices


def _about_signs(body: str, text: str, name: str) -> list[str]:
    if text == body:
        return []
    found = (
        (text.count(DIRECTION_SIGN) - body.count(DIRECTION_SIGN), "direction override"),
        (sum(1 for _ in _CONTROLS.finditer(body)), "control character"),
        (text.count(INVISIBLE_SIGN) - body.count(INVISIBLE_SIGN), "invisible mark"),
        (text.count(BROKEN_SIGN) - body.count(BROKEN_SIGN), "character that Unicode does not have"),
    )
    kinds = [_counted(times, kind) for times, kind in found if times]
    if not kinds:
        return []
    listed = " and ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
    return [f"The text of {name} has {listed}, shown as visible signs."]


def _counted(times: int, noun: str) -> str:
    if times == 1:
        return f"1 {noun}"
    first, _, rest = noun.partition(" that ")
    return f"{times:,} {first}s" + (f" that {rest}" if rest else "")
