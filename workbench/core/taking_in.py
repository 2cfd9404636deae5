"""Taking in what files say there is: one act of it all, and a word on all that is left out.

Nothing that is in the review is overwritten unless that is asked for, and nothing is guessed: what
is there already is left, what differs is listed, what has no certain place is listed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_values
from typing import Any, NamedTuple

from workbench.core import pieces
from workbench.core.anchor import anchor
from workbench.core.changes import trim
from workbench.core.clusters import snap
from workbench.core.events import IMPORT
from workbench.core.incoming import Incoming
from workbench.core.incoming_ends import Ends
from workbench.core.incoming_records import Made, Rival, differences, edited, same_thing
from workbench.core.model import TABLE_OF, Record
from workbench.core.pieces import Change
from workbench.core.placing import Lost, Spot, Texts, find_place
from workbench.core.progress import Tell, nobody
from workbench.core.review import ReviewState, RowChange
from workbench.errors import ImportRefusedError

ORDER = ("article", "claim", "link", "finding", "evidence")
"""The tables, each before what rests on it."""

_OPINIONS = ("link", "finding", "evidence")  # which by hand only their analyst changes

_TOLD = 50  # things between two words on how far it is


class LeftOut(NamedTuple):
    """Something of a file that is not taken in, and why, as the end of a sentence."""

    what: Incoming
    why: str


class Differing(NamedTuple):
    """Something that is in the review and says otherwise in a file.

    Attributes:
        what: what the file says.
        record: what the review has.
        columns: in which columns they differ.
    """

    what: Incoming
    record: Record
    columns: tuple[str, ...]


class Renumbered(NamedTuple):
    """Something whose number is taken: it gets the next one when it is written."""

    table: str
    id: str
    number: int


@dataclass(slots=True)
class Plan:
    """What taking in would do.

    Attributes:
        change: the act, or None when there is nothing to do.
        made: how many of a table come into being.
        there: how many are in the review already.
        replaced: how many are changed to what the file says.
        theirs: by another analyst's name, how many of their opinions are among these.
        left_out: what has no certain place, or rests on something that has none.
        differing: what says otherwise than the review and was left alone.
        renumbered: what does not keep its number.
        by_position: claims that nothing but a position told the place of.
    """

    change: Change | None = None
    made: dict[str, int] = field(default_factory=dict)
    there: dict[str, int] = field(default_factory=dict)
    replaced: dict[str, int] = field(default_factory=dict)
    theirs: dict[str, int] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    differing: list[Differing] = field(default_factory=list)
    renumbered: list[Renumbered] = field(default_factory=list)
    by_position: list[Incoming] = field(default_factory=list)


def take_in(
    state: ReviewState,
    incoming: Sequence[Incoming],
    texts: Texts,
    *,
    given: Mapping[str, Mapping[int, str]],
    replace: bool = False,
    tell: Tell = nobody,
) -> Plan:
    """Find out what has to be done so that a review has what some files say there is.

    Args:
        state: the review.
        incoming: what the files say, in their order.
        texts: gives the text of an article.
        given: by table, every number the review has given out and what got it.
        replace: whether what is in the review and differs becomes what the files say.
        tell: told how many things are looked at, of how many.

    Returns:
        The act, and what is to be said about it.

    Raises:
        ImportRefusedError: two places of the files contradict each other.
    """
    work = _Work(state, texts, replace)
    work.made.expect(incoming)
    total = len(incoming)
    done = 0
    for table in ORDER:
        for what in _once([one for one in incoming if one.table == table]):
            if done % _TOLD == 0:
                tell(done, total, "")
            done += 1
            work.take(what)
    rows = work.rows(given)
    if rows:
        work.plan.change = pieces.act(state, IMPORT, rows)
    return work.plan


def _once(incoming: Iterable[Incoming]) -> list[Incoming]:
    """The things without those that say again what another one says."""
    found: dict[str, Incoming] = {}
    kept = []
    for what in incoming:
        first = found.setdefault(what.id, what) if what.id else what
        if first is what:
            kept.append(what)
        elif not same_thing(first, what):
            raise ImportRefusedError(
                f"{what.where}: this {what.table} has the id of the one in {first.where}, and says "
                "something else; take one of the two out."
            )
    return kept


class _Work:
    """What has been decided so far."""

    def __init__(self, state: ReviewState, texts: Texts, replace: bool) -> None:
        self.state = state
        self.texts = texts
        self.replace = replace
        self.plan = Plan()
        self.made = Made(state)
        self.ends = Ends(state)
        self.changed: dict[tuple[str, str], tuple[Record, Record]] = {}

    def take(self, what: Incoming) -> None:
        """Decide what becomes of one thing."""
        record = self._decided(what)
        if isinstance(record, Lost):
            self.plan.left_out.append(LeftOut(what, record.why))
            self.ends.lost(what)
        else:
            self.ends.found(what, record)

    def _decided(self, what: Incoming) -> Record | Lost:
        if what.trouble:
            return Lost(what.trouble)
        there = self.state.record(what.table, what.id) if what.id else None
        if what.table == "article":
            if there is None:
                return Lost("the review does not have it; `workbench add` brings articles in")
            return self._compared(what, there, {}, same_id=True)
        where = self._where(what, there)
        if isinstance(where, Lost):
            # What is there under its id is there, wherever the file has it.
            return self._unplaced(what, there) if there is not None else where
        if there is not None:
            return self._compared(what, there, where, same_id=True)
        rival = self.made.rival(what, where)
        if isinstance(rival, Rival):
            if rival.new and not rival.same:
                return Lost(f"it says otherwise than {rival.where} of the same")
            return self._compared(what, rival.record, {}, same_id=False)
        self._count(self.plan.made, what)
        return self.made.make(what, where)

    def _where(self, what: Incoming, there: Record | None) -> dict[str, Any] | Lost:
        """The columns that say where a thing belongs: its words' place, or what it rests on."""
        if what.place is None:
            return self.ends.columns(what)
        if there is not None and _stands(what, there):
            return {}
        spot = find_place(self.state, what.place, self.texts)
        if isinstance(spot, Lost):
            return spot
        if spot.by_position:
            self.plan.by_position.append(what)
        return self._anchored(what, spot)

    def _anchored(self, what: Incoming, spot: Spot) -> dict[str, Any] | Lost:
        article = self.state.articles[spot.article_id]
        text = self.texts(article).text
        edges = (snap if what.exact else trim)(text, spot.start, spot.end)
        if edges[0] >= edges[1]:
            return Lost("there are no words at its place")
        return {"article_id": article.id, **anchor(text, *edges)._asdict()}

    def _compared(
        self, what: Incoming, there: Record, where: Mapping[str, Any], *, same_id: bool
    ) -> Record:
        """Leave what is there, list it, or change it."""
        columns = differences(what, there, where, same_id=same_id)
        if not columns:
            self._count(self.plan.there, what)
            return there
        after = edited(what, there, where, same_id=same_id)
        if not self.replace or self.made.clash(after) is not None:
            self.plan.differing.append(Differing(what, there, columns))
        else:
            self.changed[what.table, there.id] = (there, after)
            self._count_theirs(what, there)
            self._count(self.plan.replaced, what)
        return there

    def _unplaced(self, what: Incoming, there: Record) -> Record:
        """List what is there and has another place in the file, one that is not to be found."""
        columns = differences(what, there, {}, same_id=True)
        self.plan.differing.append(Differing(what, there, (*columns, "place")))
        return there

    def rows(self, given: Mapping[str, Mapping[int, str]]) -> list[RowChange]:
        """All that is to be written, in an order in which it can be."""
        rows = []
        for table in ORDER:
            rows += [
                pieces.edited_row(before, after)
                for (of, _), (before, after) in self.changed.items()
                if of == table
            ]
            made = self.made.of(table)
            numbered = self._numbered(table, made, given.get(table, {}))
            rows += map(pieces.new_row, numbered)
        return rows

    def _numbered(self, table: str, made: Sequence[Any], given: Mapping[int, str]) -> list[Record]:
        """New records with the numbers they keep first, then those that get the next ones."""
        taken = dict(given)
        taken |= {one.number: one.id for one in self.state.records(table).values()}
        keep, next_ones = [], []
        for record in made:
            if record.number and taken.setdefault(record.number, record.id) == record.id:
                keep.append(record)
                continue
            if record.number:
                self.plan.renumbered.append(Renumbered(table, record.id, record.number))
            next_ones.append(with_values(record, number=0))
        return [*sorted(keep, key=lambda one: one.number), *next_ones]

    def _count_theirs(self, what: Incoming, there: Any) -> None:
        if what.table in _OPINIONS and there.analyst != self.state.analyst:
            self.plan.theirs[there.analyst] = self.plan.theirs.get(there.analyst, 0) + 1

    def _count(self, counts: dict[str, int], what: Incoming) -> None:
        counts[what.table] = counts.get(what.table, 0) + 1


def _stands(what: Incoming, there: Record) -> bool:
    """Whether a claim stands where the file says, so that nothing is to be looked for."""
    place = what.place
    return (
        place is not None
        and TABLE_OF[type(there)] == "claim"
        and place.within is None
        and getattr(there, "quote", None) == place.quote
        and place.start in (None, getattr(there, "start", None))
    )
