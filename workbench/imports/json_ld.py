"""Small questions to JSON-LD as it is written, without a context being looked up."""

from collections.abc import Mapping
from typing import Any


def listed(value: Any) -> list[Any]:
    """A value that may stand alone or in a list, as a list; nothing is an empty one."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def local(name: str) -> str:
    """A name without the prefix or address of its vocabulary: `oa:linking` is `linking`."""
    return name.rpartition("#")[2].rpartition("/")[2].rpartition(":")[2]


def types(node: Mapping[str, Any]) -> list[str]:
    """The types of a node."""
    found = listed(node.get("type")) + listed(node.get("@type"))
    return [local(one) for one in found if isinstance(one, str)]


def name_of(value: Any) -> str:
    """The IRI of a node that may be written as one, or ""."""
    if isinstance(value, Mapping):
        value = value.get("id") or value.get("@id")
    return value if isinstance(value, str) else ""
