"""JSON-LD as text: identifiers as IRIs, and nodes written one a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from workbench.core.progress import Tell
from workbench.export.rows import clean

Node = dict[str, Any]
"""A node: names of the context to text, whole numbers, nodes, or lists of these."""

_NODES = 100  # written between two words on how far it is

# The same JSON, but no word in it can end the <script> of a page that it is pasted into.
_IN_A_PAGE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def urn(record_id: str) -> str:
    """The IRI of a record: `urn:uuid:` (RFC 9562) and its id, percent-encoded where need be."""
    return f"urn:uuid:{quote(clean(record_id), safe='')}"


def known(**values: Any) -> Node:
    """A node of what is known: empty text, empty lists and None are left out."""
    return {name: value for name, value in values.items() if value not in ("", [], None)}


def json_text(value: Any) -> str:
    """A value as JSON on one line, harmless in a terminal and in a page's `<script>`.

    Args:
        value: a node, or a part of one.
    """
    return json.dumps(_cleaned(value), ensure_ascii=False).translate(_IN_A_PAGE)


def lines(nodes: Iterable[Node], total: int, tell: Tell) -> Iterator[str]:
    """The inside of a JSON list, a node a line, from the line end before the first one on.

    Args:
        nodes: what is in the list.
        total: how many of them there will be.
        tell: told now and then how many are made; what it raises ends the work.
    """
    for done, node in enumerate(nodes):
        if done % _NODES == 0:
            tell(done, total, "")
        yield (",\n" if done else "\n") + json_text(node)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return value
