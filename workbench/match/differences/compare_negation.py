"""What one text denies and the other does not; opposites in the same place."""

from collections.abc import Iterator, Sequence

from workbench.match.differences.model import Difference, Token
from workbench.match.differences.negation import AUXILIARIES, Denial, little, opposite
from workbench.match.differences.reading import Reading
from workbench.match.differences.slots import Slots
from workbench.match.differences.vocabulary import STOP

_ENOUGH = 0.3
"""Share of the shorter sentence's meaningful words that must be shared before a denial in one of
two independent sentences is held against the other."""
_MUCH = 0.6
"""The same where the denied verb itself is not shared."""


def negation_differences(a: Reading, b: Reading, slots: Slots) -> Iterator[Difference]:
    """Denials without a counterpart, then opposites that no denial cancels."""
    partner, back, near = slots.alignment.partner, slots.alignment.back, slots.alignment.near
    cancelled = _cancelled(a, b, partner), _cancelled(b, a, back)
    ones = _unmatched(a, b, partner, back, cancelled[0], near=near)
    others = _unmatched(b, a, back, partner, cancelled[1], near=near)
    # Not here and not there, worded differently: what remains over is told apart by number only.
    matched = min(len(ones), len(others))
    if not near and matched:
        return
    for denial in ones[matched:]:
        start, end, borne = _borne(denial, a, b, partner, slots)
        if borne is not None:
            yield Difference("negation", denial.start, denial.end, start, end, denial.value, borne)
    for denial in others[matched:]:
        start, end, borne = _borne(denial, b, a, back, slots)
        if borne is not None:
            yield Difference("negation", start, end, denial.start, denial.end, borne, denial.value)
    if not any(cancelled) and not matched and len(ones) == len(others):
        yield from _opposites(a, b, slots)


def _unmatched(
    here: Reading,
    there: Reading,
    partner: tuple[int, ...],
    back: tuple[int, ...],
    cancelled: frozenset[int],
    *,
    near: bool,
) -> list[Denial]:
    """The denials of one text that the other does not have in one way or another."""
    likewise = there.denials if not near else [d for d in there.denials if back[d.first] < 0]
    return [
        denial
        for denial in here.denials
        if partner[denial.first] < 0
        and (near or not denial.soft)
        and denial.start not in cancelled
        and not _denied_likewise(denial, here, there, likewise)
    ]


def _denied_likewise(
    denial: Denial, here: Reading, there: Reading, likewise: Sequence[Denial]
) -> bool:
    """Whether the other text denies the same words, in another order or with another word."""
    keys = {here.words[at].key for at in denial.scope[:2]}
    return any(keys & {there.words[at].key for at in other.scope[:3]} for other in likewise)


def _cancelled(here: Reading, there: Reading, partner: tuple[int, ...]) -> frozenset[int]:
    """Where the denials of one text begin that an opposite in the other makes the same again."""
    return frozenset(
        denial.start
        for denial in here.denials
        if denial.strength != "deny"
        and partner[denial.first] < 0
        and any(
            opposite(here.words[at].text, word.text)
            for at in denial.scope[:2]
            for word in there.words
        )
    )


def _borne(
    denial: Denial, here: Reading, there: Reading, partner: tuple[int, ...], slots: Slots
) -> tuple[int, int, str | None]:
    """The span in the other text that stands undenied, with its value; None: nothing to hold."""
    if slots.alignment.near:
        if denial.scope and all(partner[at] < 0 for at in denial.scope[:2]):
            return 0, 0, None  # the other text leaves out the whole phrase
        for at in range(denial.last, min(denial.last + 5, len(here.words))):
            if partner[at] >= 0:
                word = there.words[partner[at]]
                return word.start, word.end, ""
        back = next((at for at in range(denial.first - 1, -1, -1) if partner[at] >= 0), None)
        end = there.words[partner[back]].end if back is not None else 0
        return end, end, ""
    if slots.alignment.overlap < _ENOUGH or len(slots.alignment.shared) < 2:
        return 0, 0, None
    if denial.strength == "deny" and there.denials:
        return 0, 0, None
    shared = _first_shared(denial, here, there, headlined=slots.alignment.overlap >= _MUCH)
    return (shared.start, shared.end, "") if shared else (0, 0, None)


def _first_shared(
    denial: Denial, here: Reading, there: Reading, *, headlined: bool
) -> Token | None:
    """The undenied word of the other text that this denial bears on.

    Args:
        denial: the denial.
        here: the text it stands in.
        there: the other.
        headlined: whether the texts share so much that the denied verb may be another one: "is
            not making", "is launching".
    """
    denied = {at for other in there.denials for at in other.scope[:2]}
    free = {
        (word.key, word.capital and not word.first): word
        for at, word in reversed(list(enumerate(there.words)))
        if at not in denied
    }
    back = range(denial.first - 1, max(-1, denial.first - 12), -1)
    around = tuple(at for at in back if here.words[at].key not in STOP)
    scope = denial.scope + around[:4] if denial.strength == "deny" else denial.scope[:1]
    word = _first_free(scope, here, free)
    if word is None and headlined and denial.strength == "not":
        rest = [_first_free((at,), here, free) for at in denial.scope[1:]]
        shared = [one for one in rest if one is not None]
        word = shared[0] if len(shared) >= 2 else None
    return word


def _first_free(
    scope: Sequence[int], here: Reading, free: dict[tuple[str, bool], Token]
) -> Token | None:
    """The first word of a scope that the other text has undenied, a name for a name."""
    for at in scope:
        word = here.words[at]
        named = word.capital and not word.first and not here.headline
        for capital in (True,) if named else (False, True):
            if (word.key, capital) in free:
                return free[word.key, capital]
    return None


def _opposites(a: Reading, b: Reading, slots: Slots) -> Iterator[Difference]:
    near = slots.alignment.near
    for number, gap in enumerate(slots.alignment.gaps):
        wide = max(gap.a_last - gap.a_first, gap.b_last - gap.b_first) > 2
        if not near and (wide or not slots.held[number]):
            continue
        for x in a.words[gap.a_first : min(gap.a_last, gap.a_first + 8)]:
            for y in b.words[gap.b_first : min(gap.b_last, gap.b_first + 8)]:
                if (little(x.text) and not near) or not opposite(x.text, y.text):
                    continue
                if x.text.casefold() in AUXILIARIES:
                    continue
                yield Difference(
                    "negation", x.start, x.end, y.start, y.end, x.text.casefold(), y.text.casefold()
                )
                return
