"""The optional block between `---` lines at the head of a file: outlet, title, date and so on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.core.events import shorten
from workbench.core.pieces import LONGEST_FIELD
from workbench.core.text import one_line
from workbench.intake.fields import CHECKS

KEYS = {
    "outlet": "outlet",
    "title": "title",
    "headline": "title",
    "published": "published_on",
    "date": "published_on",
    "url": "url",
    "link": "url",
    "byline": "byline",
    "author": "byline",
}
"""The keys of front matter and the field of the article each fills."""

_MOST_LINES = 64  # the closing line is looked for so far and no farther
_ELSEWHERE_CALLED = {"publisher": "outlet", "publication": "outlet", "source": "outlet"}

_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
# `key: value`, but not the beginning of an address, and nothing indented: that is a list or a tree.
_ENTRY = re.compile(r"([^\W\d_][\w -]{0,39}?)[ \t]*:(?!//)[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A text taken apart."""

    fields: dict[str, str]
    """Field of the article to its value, on one line; only those that were given and understood."""
    body: str
    """The article's text, exactly as it was decoded."""
    notices: tuple[str, ...]
    """Whole sentences about what was ignored or left out."""
    present: bool
    """Whether there was a block at all."""


def split_front_matter(text: str, name: str) -> FrontMatter:
    """Take the front matter, if there is any, off a text.

    Args:
        text: the decoded text of a file, with any line ends.
        name: what notices call the file.

    Returns:
        The fields and the text below them. A block that is not made of `key: value` lines only,
        of which there must be one, is the article's own text and stays in it.
    """
    lines = _head(text)
    if not lines or lines[0][0].rstrip() != "---":
        return FrontMatter({}, text, (), present=False)
    ends = (at for at, (line, _) in enumerate(lines) if at and line.rstrip() in ("---", "..."))
    closing = next(ends, None)
    if closing is None:
        return FrontMatter({}, text, (), present=False)
    block = [line for line, _ in lines[1:closing] if line.strip() and not line.startswith("#")]
    entries = [found.groups() for line in block if (found := _ENTRY.fullmatch(line))]
    if not entries or len(entries) < len(block):
        return FrontMatter({}, text, tuple(_near_miss(block, name)), present=False)
    fields, notices = _read(entries, name)
    return FrontMatter(
        fields, _without_blank_line(text[lines[closing][1] :]), notices, present=True
    )


def _head(text: str) -> list[tuple[str, int]]:
    """The first lines without their ends, and the offset in the text after each."""
    lines: list[tuple[str, int]] = []
    at = 0
    while len(lines) < _MOST_LINES and at < len(text) and (found := _LINE.match(text, at)):
        at = found.end()
        lines.append((found[1], at))
    return lines


def _without_blank_line(body: str) -> str:
    """The text below the block; one blank line between the two is layout, a second one is text."""
    first = _LINE.match(body)
    return body[first.end() :] if first and not first[1].strip() else body


def _near_miss(block: list[str], name: str) -> Iterator[str]:
    """Say why a block that was meant as front matter stayed in the text."""
    meant = any((found := _ENTRY.fullmatch(line)) and found[1].lower() in KEYS for line in block)
    if meant:
        odd = next(line for line in block if not _ENTRY.fullmatch(line))
        yield (
            f"The lines between --- at the head of {name} were kept as text, "
            f"because “{shorten(odd, 60)}” is not “key: value”."
        )


def _read(entries: list[tuple[str, ...]], name: str) -> tuple[dict[str, str], tuple[str, ...]]:
    fields: dict[str, str] = {}
    notices: list[str] = []
    unknown: dict[str, None] = {}
    for key, raw in entries:
        field = KEYS.get(key.lower())
        if field is None:
            unknown[f"“{one_line(key)}”{_suggestion(key)}"] = None
            continue
        value = one_line(_unquoted(raw))
        if len(value) > LONGEST_FIELD:
            # Half an address leads nowhere or, worse, somewhere else.
            value = "" if field in CHECKS else value[:LONGEST_FIELD].rstrip()
            notices.append(
                f"The {key.lower()} in the front matter of {name} is longer than "
                f"{LONGEST_FIELD:,} characters and was {'cut there' if value else 'left out'}."
            )
        check, wanted = CHECKS.get(field, (str, ""))
        checked = check(value)
        if checked is None:
            notices.append(
                f"The {key.lower()} “{shorten(value, 60)}” in the front matter of {name} was left "
                f"out: it is no {wanted}."
            )
        elif checked and fields.setdefault(field, checked) != checked:
            notices.append(
                f"The front matter of {name} gives the {key.lower()} a second time, "
                f"“{shorten(value, 60)}”; the first one was kept."
            )
    if unknown:
        notices.append(
            f"The front matter of {name} has keys that are not known here and were ignored: "
            f"{', '.join(unknown)}."
        )
    return fields, tuple(notices)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _suggestion(key: str) -> str:
    from difflib import get_close_matches

    meant = _ELSEWHERE_CALLED.get(key.lower()) or next(
        iter(get_close_matches(key.lower(), KEYS, n=1, cutoff=0.75)), None
    )
    return f" (did you mean “{meant}”?)" if meant else ""
