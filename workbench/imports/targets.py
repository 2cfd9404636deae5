"""The targets of an annotation: which words of which text it is about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from workbench.core.ids import content_id
from workbench.core.incoming import Wanted
from workbench.core.text import harmless
from workbench.errors import ImportRefusedError
from workbench.imports.json_ld import listed, name_of, types
from workbench.imports.values import Cells

Node = Mapping[str, Any]

_URN = re.compile("urn:uuid:([0-9a-fA-F-]{36})")
_HASH = re.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
# RFC 5147: positions stand between characters; checks of length or hash may follow.
_CHARACTERS = re.compile("char=([0-9]{0,15})(?:,([0-9]{0,15}))?(?:;.*)?")


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation is about.

    Attributes:
        place: the words.
        annotation: the IRI of the annotation it is about, when it is about no words but that.
    """

    place: Wanted
    annotation: str = ""


def record_id(iri: str) -> str:
    """The id of what has this IRI: ours out of `urn:uuid:…`, one from the content else."""
    found = _URN.fullmatch(iri)
    if found:
        try:
            return str(UUID(found[1]))
        except ValueError:
            pass
    return content_id(harmless(iri))  # half a pair of surrogates has no bytes


def targets(node: Node, where: str) -> list[Target]:
    """The targets of an annotation, in order.

    Args:
        node: the annotation.
        where: the file and line, for sentences.

    Raises:
        ImportRefusedError: a target is of a kind that JSON-LD does not have.
    """
    own = "workbench:number" in node
    found = []
    for target in _all(node.get("target"), where):
        if isinstance(target, str):
            address, _, fragment = target.partition("#")
            place = _source(address)
            if fragment:
                place = _merged(place, {"type": "FragmentSelector", "value": fragment}, where)
            found.append(Target(replace(place, utf16=not own), target))
            continue
        source = target.get("source")
        iri = name_of(source) or name_of(target)
        place = _state(_source(iri or str(node.get("uri") or "")), target, where)
        selectors = listed(target.get("selector"))
        place = _placed(place, selectors, where)
        found.append(Target(replace(place, utf16=not own), "" if selectors else iri))
    return found


def _all(value: Any, where: str) -> Iterator[Any]:
    for target in listed(value):
        if isinstance(target, dict) and {"Choice", "Composite", "List"} & set(types(target)):
            yield from _all(target.get("items"), where)
        elif isinstance(target, (dict, str)):
            yield target
        else:
            raise ImportRefusedError(f"{where}: a target is neither an object nor an IRI.")


def _source(iri: str) -> Wanted:
    """Which text an IRI means: one of ours by its id, one with its hash, one on the web."""
    if _URN.fullmatch(iri):
        return Wanted(article_id=record_id(iri))
    digest = _HASH.search(iri)
    return Wanted(text_sha256=digest[0] if digest else "", url=iri)


def _state(place: Wanted, target: Node, where: str) -> Wanted:
    """What our own annotations say of the text their selectors are of."""
    for state in listed(target.get("state")):
        if isinstance(state, dict) and "workbench:articleId" in state:
            cells = Cells(where, state)
            return replace(
                place,
                article_id=cells.identifier("workbench:articleId"),
                text_sha256=cells.digest("workbench:textSha256"),
                article=cells.number("workbench:article"),
            )
    return place


def _placed(place: Wanted, selectors: list[Any], where: str) -> Wanted:
    """The place that selectors say; several of them say the same one in several ways."""
    plain: list[Node] = []
    refined: list[Node] = []
    for selector in selectors:
        if isinstance(selector, dict):
            (refined if selector.get("refinedBy") else plain).append(selector)
        elif not isinstance(selector, str):  # an IRI that is not looked up
            raise ImportRefusedError(f"{where}: a selector is neither an object nor an IRI.")
    for selector in plain:
        place = _merged(place, selector, where)
    if refined and not (place.quote or place.start is not None or place.end is not None):
        return _refined(place, refined[0], where)
    return place


def _refined(place: Wanted, selector: Node, where: str) -> Wanted:
    inner = _placed(place, listed(selector["refinedBy"]), where)
    outer = _merged(Wanted(utf16=True), selector, where)
    if outer == Wanted(utf16=True):
        # Positions within what plain text does not have say nothing; the words may.
        return replace(inner, start=None, end=None)
    return _around(inner, outer)


def _around(place: Wanted, outer: Wanted) -> Wanted:
    """A place within one more."""
    return replace(place, within=outer if place.within is None else _around(place.within, outer))


def _merged(place: Wanted, selector: Node, where: str) -> Wanted:
    """A place with what one selector says of it; kinds that text does not have say nothing."""
    cells = Cells(where, selector)
    kinds = types(selector)
    if "TextQuoteSelector" in kinds:
        return replace(
            place,
            quote=cells.text("exact"),
            prefix=cells.text("prefix"),
            suffix=cells.text("suffix"),
        )
    if "TextPositionSelector" in kinds:
        return replace(place, start=cells.offset("start"), end=cells.offset("end"))
    if "FragmentSelector" in kinds:
        found = _CHARACTERS.fullmatch(cells.text("value").lstrip("#"))
        if found and (found[1] or found[2]):
            start, end = int(found[1] or 0), found[2]
            return replace(place, start=start, end=int(end) if end else None)
    return place
