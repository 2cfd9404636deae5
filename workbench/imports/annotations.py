"""W3C Web Annotations -> claims, links and findings: our own, and those that other tools write.

The model: https://www.w3.org/TR/annotation-model/. An annotation of words is a claim, one that
links two of them a link; our own export (docs/annotations.md) says more under its own names.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from workbench.core.ids import content_id
from workbench.core.incoming import End, Incoming, IncomingTable, Wanted
from workbench.core.model import CONFIDENCES, NOT_SAME_EVENT, RELATIONS
from workbench.imports.bodies import Bodies, bodies
from workbench.imports.json_ld import listed, local, types
from workbench.imports.records import concluded, linked, rested
from workbench.imports.targets import Target, record_id, targets
from workbench.imports.values import Cells

Node = Mapping[str, Any]

# Where the annotations of a page, a collection, a graph or a service's answer stand.
_HOLDERS = ("items", "first", "rows", "annotations", "@graph", "member", "resources")
_OWN = "workbench:number"
_ENDS = 2


def is_annotation(value: Any) -> bool:
    """Whether a value is one annotation."""
    if not isinstance(value, dict):
        return False
    return "Annotation" in types(value) or "target" in value


def is_container(value: Any) -> bool:
    """Whether a value holds annotations: a list, a page, a collection, a service's answer."""
    if isinstance(value, list):
        return any(is_annotation(one) for one in value)
    if not isinstance(value, dict) or is_annotation(value):
        return False
    if {"AnnotationCollection", "AnnotationPage"} & set(types(value)):
        return True
    return any(value.get(holder) == [] for holder in _HOLDERS) or any(_held(value))


def within(value: Any, where: str) -> Iterator[tuple[str, Node]]:
    """The annotations a value holds, with where they stand, for sentences."""
    for count, found in enumerate(_held(value), 1):
        yield f"{where}, annotation {count}", found


def elsewhere(value: Any) -> str:
    """The page that holds what a collection lists, where the file itself holds none of it."""
    first = value.get("first") if isinstance(value, dict) else None
    if isinstance(first, dict) and not first.get("items"):
        first = first.get("id") or first.get("@id")
    return first if isinstance(first, str) and value.get("total") != 0 else ""


def _held(value: Any) -> Iterator[Node]:
    if is_annotation(value):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _held(one)
    elif isinstance(value, dict):
        for holder in _HOLDERS:
            yield from _held(value.get(holder))


def read_all(annotations: Iterable[tuple[str, Node]]) -> Iterator[Incoming]:
    """What annotations say there is.

    Args:
        annotations: each with where it stands.

    Raises:
        ImportRefusedError: a value in one cannot be what it should be.
    """
    for where, node in annotations:
        purposes = {local(one) for one in listed(node.get("motivation")) if isinstance(one, str)}
        places = targets(node, where)
        said = bodies(node, where)
        if _OWN in node and "assessing" in purposes:
            yield from _finding(node, where, places, said)
        elif "linking" in purposes and len(places) == _ENDS:
            yield from _link(node, where, places, said)
        else:
            yield from _claims(node, where, places, said)


def _claims(node: Node, where: str, places: list[Target], said: Bodies) -> Iterator[Incoming]:
    own = _OWN in node
    cells = _signed(node, where, "claim")
    cells = Cells(where, {**cells.values, "note": said.note, "tags": said.tags})
    values = {"note": cells.note("note"), "tags": cells.tags("tags")}
    if own:
        values |= {
            "claimant": cells.line("workbench:claimant"),
            "origin": cells.line("workbench:origin"),
        }
    known = _known(node)
    for count, target in enumerate(places or [Target(Wanted())]):
        several = known and len(places) > 1
        yield _incoming(
            cells,
            "claim",
            content_id(f"{known} {count}") if several else known,
            values,
            place=target.place,
            exact=own,
        )


def _link(node: Node, where: str, places: list[Target], said: Bodies) -> Iterator[Incoming]:
    own = _OWN in node
    cells = _signed(node, where, "link")
    ends = []
    for target in places:
        if target.annotation:
            ends.append(End(record_id(target.annotation)))
            continue
        # The words themselves are linked: they become claims.
        words = content_id(json.dumps([target.place.quote, _place_words(target)]))
        yield _incoming(cells, "claim", words, {}, place=target.place, exact=False, number=0)
        ends.append(End(words))
    relation, reason, rationale = _said(said, own=own)
    if not relation:
        yield replace(
            _incoming(cells, "link", _known(node), {}),
            trouble="it does not say how the two stand to each other: "
            f"{', '.join(RELATIONS[:-1])} or {RELATIONS[-1]}",
        )
        return
    fields = Cells(where, {**cells.values, "reason": reason, "rationale": rationale})
    values = {
        "relation": relation,
        "reason": fields.line("reason"),
        "rationale": fields.note("rationale"),
    }
    yield linked(fields, values, (ends[0], ends[1]), _known(node))


def _said(said: Bodies, *, own: bool) -> tuple[str, str, str]:
    """Relation, reason and rationale, as the bodies of a link say them."""
    if own:
        return "".join(said.classes), "; ".join(said.tags_one_by_one), said.note
    relation, rest = "", []
    for word in (*said.classes, *said.tags_one_by_one, *said.notes):
        folded = word.casefold().strip()
        if not relation and folded == NOT_SAME_EVENT:
            relation = "unverified"
        if not relation and folded in RELATIONS:
            relation = folded
        elif word not in said.notes:
            rest.append(word)
    notes = [note for note in said.notes if note.casefold().strip() not in RELATIONS]
    return relation, "; ".join(rest), "\n\n".join(notes)


def _finding(node: Node, where: str, places: list[Target], said: Bodies) -> Iterator[Incoming]:
    cells = _signed(node, where, "finding")
    fields = Cells(
        where,
        {
            **cells.values,
            "wording": " ".join(said.descriptions),
            "verdict": " ".join(said.classes),
            "rationale": said.note,
            "confidence": node.get("workbench:confidence"),
        },
    )
    values = {
        "wording": fields.line("wording"),
        "verdict": fields.line("verdict"),
        "confidence": fields.one_of("confidence", CONFIDENCES),
        "rationale": fields.note("rationale"),
    }
    known = _known(node)
    claim = record_id(places[0].annotation) if places else ""
    yield concluded(fields, known, values, End(claim))
    for item in listed(node.get("workbench:evidence")):
        if not isinstance(item, dict):
            raise fields.refusal("a piece of evidence in it is not an object.")
        evidence = Cells(
            where,
            {
                **_signed(item, where, "evidence").values,
                "kind": item.get("workbench:kind"),
                "locator": item.get("workbench:locator"),
                "note": item.get("workbench:note"),
            },
        )
        yield rested(evidence, _known(item), End(known, fields.number("finding")))


def _signed(node: Node, where: str, table: str) -> Cells:
    """Who made it, when, and its number here; everything else is left as it is."""
    creator = next(iter(listed(node.get("creator") or node.get("user"))), "")
    if isinstance(creator, dict):
        names = (creator.get(name) for name in ("name", "nickname", "id", "@id"))
        creator = next((one for one in names if isinstance(one, str) and one), "")
    modified = node.get("modified") or node.get("updated")
    return Cells(
        where,
        {
            **node,
            table: node.get(_OWN),
            "analyst": creator,
            "created_at": node.get("created"),
            "updated_at": modified or node.get("created"),
        },
    )


def _known(node: Node) -> str:
    name = node.get("id") or node.get("@id")
    return record_id(name) if isinstance(name, str) else ""


def _place_words(target: Target) -> list[Any]:
    place = target.place
    return [place.prefix, place.suffix, place.start, place.end, place.url, place.article_id]


def _incoming(
    cells: Cells,
    table: IncomingTable,
    known: str,
    values: dict[str, str],
    *,
    place: Wanted | None = None,
    exact: bool = False,
    number: int | None = None,
) -> Incoming:
    return Incoming(
        table=table,
        where=cells.where,
        id=known,
        number=cells.number(table) if number is None else number,
        analyst=cells.line("analyst"),
        created_at=cells.time("created_at"),
        updated_at=cells.time("updated_at"),
        values=values,
        place=place,
        exact=exact,
    )
