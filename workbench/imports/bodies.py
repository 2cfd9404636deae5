"""The bodies of an annotation: what somebody says of the words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.core.text import one_line
from workbench.errors import ImportRefusedError
from workbench.imports.json_ld import listed, local, name_of, types

_TAGS = {"tagging", "identifying"}


@dataclass(slots=True)
class Bodies:
    """What the bodies say, by their purposes, in their order."""

    notes: list[str] = field(default_factory=list)
    tags_one_by_one: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)

    @property
    def note(self) -> str:
        """All that is no tag, with an empty line between two."""
        return "\n\n".join(self.notes)

    @property
    def tags(self) -> str:
        """The tags, as claims have them; a comma or semicolon parts tags here and not there."""
        named = [*self.classes, *self.tags_one_by_one]
        return "; ".join(one_line(tag.replace(";", " ").replace(",", " ")) for tag in named)


def bodies(node: Mapping[str, Any], where: str) -> Bodies:
    """What is said in an annotation.

    Args:
        node: the annotation.
        where: the file and line, for sentences.

    Raises:
        ImportRefusedError: a body is of a kind that JSON-LD does not have.
    """
    said = Bodies()
    own = "workbench:number" in node
    for body in _all(node.get("body"), where):
        text, purposes = _words(body, where)
        if not text:
            continue
        if purposes & _TAGS:
            said.tags_one_by_one.append(text)
        elif "classifying" in purposes:
            said.classes.append(text)
        elif own and "describing" in purposes:
            said.descriptions.append(text)
        else:
            said.notes.append(text)
    # What the model allows for a body of plain text, and what one service writes instead of bodies.
    for name in ("bodyValue", "text"):
        said.notes += [one for one in listed(node.get(name)) if isinstance(one, str) and one]
    said.tags_one_by_one += [
        one for one in listed(node.get("tags")) if isinstance(one, str) and one
    ]
    return said


def _all(value: Any, where: str) -> Iterator[Any]:
    for body in listed(value):
        if isinstance(body, dict) and {"Choice", "Composite", "List"} & set(types(body)):
            yield from _all(body.get("items"), where)
        elif isinstance(body, (dict, str)):
            yield body
        else:
            raise ImportRefusedError(f"{where}: a body is neither an object nor text.")


def _words(body: Any, where: str) -> tuple[str, set[str]]:
    """A body's text, or the address of what it is, and its purposes."""
    if isinstance(body, str):
        return body, set()
    purposes = {local(one) for one in listed(body.get("purpose")) if isinstance(one, str)}
    value = body.get("value", body.get("chars"))
    if value is None:
        source = body.get("source")
        value = name_of(source) or name_of(body)
    if not isinstance(value, str):
        raise ImportRefusedError(f"{where}: the value of a body is not text.")
    return value, purposes
