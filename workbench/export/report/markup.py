"""HTML put together so that no stranger's word can become markup.

There is one way to make a `Node` and that is `element`: strings handed to it are text and are
escaped, tags and attributes come from lists, and an address becomes a link only as http or https.
A `Node` is no string, so forgetting this is a type error and not a hole.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Final, TypeAlias
from urllib.parse import urlsplit

TAGS: Final = frozenset(
    "html head meta title style body header main footer nav section article h1 h2 h3 h4 p ol ul li "
    "dl dt dd div span strong em b a figure figcaption blockquote cite q mark bdi code time table "
    "caption thead tbody tr th td sup br".split()
)
"""The elements a dossier is made of."""

ATTRIBUTES: Final = frozenset(
    "lang dir class id href rel scope datetime charset name content http-equiv value colspan role "
    "aria-label aria-labelledby".split()
)
"""Their attributes: none of them runs anything, and `href` is looked at before it is written."""

_VOID = frozenset({"meta", "br"})
_OWN_PLACE = re.compile(r"#[a-z][a-z0-9-]*")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\xa0<>\"\\^`{|}]+", re.IGNORECASE)


class Node:
    """Finished markup."""

    __slots__ = ("_markup",)

    def __init__(self, markup: str) -> None:
        self._markup = markup

    @property
    def markup(self) -> str:
        """As it is written into the file."""
        return self._markup


Child: TypeAlias = "Node | str | Iterable[Child] | None"
"""What may stand in an element: nodes; text, which is escaped; several; None, which is nothing."""


def element(tag: str, *children: Child, **attributes: str | None) -> Node:
    """An element.

    Args:
        tag: one of `TAGS`.
        children: what stands in it.
        attributes: of `ATTRIBUTES`, with `_` for `-` and behind Python's own words (`class_`);
            None is left out.

    Raises:
        ValueError: a tag or an attribute is none of the known, or an `href` leads elsewhere than to
            a place of the document or a web address.
    """
    if tag not in TAGS:
        raise ValueError(tag)
    written = "".join(
        _attribute(name, value) for name, value in attributes.items() if value is not None
    )
    if tag in _VOID:
        return Node(f"<{tag}{written}>")
    return Node(f"<{tag}{written}>{_inside(children)}</{tag}>")


def style(sheet: str) -> Node:
    """A style sheet; it is our own, and anything that could end it early is refused.

    Raises:
        ValueError: it could.
    """
    if "<" in sheet:
        raise ValueError("a style sheet without <")
    return Node(f"<style>{sheet}</style>")


def web_address(text: str) -> str | None:
    """An address as a link may lead to it; None for whatever is not plainly a web address.

    Args:
        text: a stranger's text. Addresses with a user name in them are no links, for they are made
            to look like others.
    """
    if not _ADDRESS.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        plain = bool(parts.hostname) and "@" not in parts.netloc
        _ = parts.port  # raises when it is none
    except ValueError:
        return None
    return text if plain else None


def _attribute(name: str, value: str) -> str:
    name = name.rstrip("_").replace("_", "-")
    if name not in ATTRIBUTES:
        raise ValueError(name)
    if name == "href" and not (_OWN_PLACE.fullmatch(value) or web_address(value)):
        raise ValueError("href")
    return f' {name}="{escape(value)}"'


def _inside(children: Iterable[Child]) -> str:
    return "".join(_child(child) for child in children)


def _child(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Node):
        return child.markup
    if isinstance(child, str):
        return escape(child)
    return _inside(child)
