"""What one text denies and the other does not; opposites in the same place."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from workbench.core.segments import Span
from workbench.match.differences.alignment import Alignment
from workbench.match.differences.model import Difference, Token
from workbench.match.differences.negation import ADJECTIVES, Denial, Opposites, little, opposite
from workbench.match.differences.reading import Reading
from workbench.match.differences.slots import Slots
from workbench.match.differences.vocabulary import STOP

_ENOUGH = 0.3
"""Share of the shorter sentence's meaningful words that must be shared before a denial in one of
two independent sentences is held against the other."""
_HALF = 0.5
"""The same for "failed to" and "refused to", which often stand beside what is told."""
_MUCH = 0.6
"""The same where the denied verb itself is not shared."""
_REACH = 40
"""Words in place of a denial among which its opposite is looked for."""


def negation_differences(a: Reading, b: Reading, slots: Slots) -> Iterator[Difference]:
    """Denials without a counterpart, then opposites that no denial cancels."""
    there_and_back = slots.alignment, slots.alignment.mirrored()
    cancelled = _cancelled(a, b, there_and_back[0]), _cancelled(b, a, there_and_back[1])
    ones = _unmatched(a, b, there_and_back[0], cancelled[0])
    others = _unmatched(b, a, there_and_back[1], cancelled[1])
    # Not here and not there, worded differently: what remains over is told apart by number only.
    matched = min(len(ones), len(others))
    if not slots.alignment.near and matched:
        return
    for denial, span, value in _held(ones[matched:], a, b, there_and_back[0]):
        yield Difference("negation", denial.start, denial.end, *span, denial.value, value)
    for denial, span, value in _held(others[matched:], b, a, there_and_back[1]):
        yield Difference("negation", *span, denial.start, denial.end, value, denial.value)
    if not any(cancelled) and not matched and len(ones) == len(others):
        yield from _opposites(a, b, slots)


def _unmatched(
    here: Reading, there: Reading, alignment: Alignment, cancelled: frozenset[int]
) -> list[Denial]:
    """The denials of one text that the other does not have in one way or another."""
    near = alignment.near
    likewise = {
        there.words[at].key
        for one in there.denials
        if not near or alignment.back[one.first] < 0
        for at in one.scope[:3]
    }
    return [
        denial
        for denial in here.denials
        if alignment.partner[denial.first] < 0
        and (near or not denial.soft)
        and denial.start not in cancelled
        # Not denied there too, in another order or with another word.
        and likewise.isdisjoint(here.words[at].key for at in denial.scope[:2])
    ]


def _cancelled(here: Reading, there: Reading, alignment: Alignment) -> frozenset[int]:
    """Where the denials of one text begin that an opposite in the other makes the same again."""
    if not here.denials:
        return frozenset()
    alone = Opposites(word.text for at, word in enumerate(there.words) if alignment.back[at] < 0)
    return frozenset(
        denial.start
        for denial in here.denials
        if denial.strength != "deny"
        and alignment.partner[denial.first] < 0
        and any(alone.of(here.words[at].text) for at in denial.scope[:2])
    )


Borne = tuple[Span, str]
Free = dict[tuple[str, bool], Token]


def _held(
    denials: Sequence[Denial], here: Reading, there: Reading, alignment: Alignment
) -> Iterator[tuple[Denial, Span, str]]:
    """Denials of one text that are held against the other, with the span and value they face."""
    free = _free(there) if denials and not alignment.near else {}
    for denial in denials:
        borne = _borne(denial, here, there, alignment, free)
        if borne is not None:
            yield denial, *borne


def _free(there: Reading) -> Free:
    """The first of each word of a text that is not denied, by its key and whether it is a name."""
    denied = {at for other in there.denials for at in other.scope[:2]}
    return {
        (word.key, word.capital and not word.first): word
        for at, word in reversed(list(enumerate(there.words)))
        if at not in denied
    }


def _borne(
    denial: Denial, here: Reading, there: Reading, alignment: Alignment, free: Free
) -> Borne | None:
    """The span in the other text that stands undenied, with its value; None: nothing to hold."""
    if alignment.near:
        return _facing(denial, here, there, alignment)
    if alignment.overlap < _ENOUGH or len(alignment.shared) < 2:
        return None
    if denial.strength == "deny" and there.denials:
        return None
    if denial.strength == "fail" and alignment.overlap < _HALF:
        return None
    shared = _first_shared(denial, here, free, headlined=alignment.overlap >= _MUCH)
    return ((shared.start, shared.end), "") if shared else None


def _facing(denial: Denial, here: Reading, there: Reading, alignment: Alignment) -> Borne | None:
    """What faces a denying word in a text of which this one is an edit.

    Its opposite (denied, confirmed), else what stands in its place (nobody, dozens of people),
    else the shared word behind it, else nothing at all, at its place.
    """
    gaps = alignment.gaps
    gap = gaps[bisect_right(gaps, denial.first, key=lambda gap: gap.a_last)]
    instead = there.words[gap.b_first : gap.b_last]
    said = here.words[denial.first].text
    against = next((word for word in instead[:_REACH] if opposite(said, word.text)), None)
    if against is not None:
        return (against.start, against.end), against.text.casefold()
    if denial.scope and all(alignment.partner[at] < 0 for at in denial.scope[:2]):
        return None  # the other text leaves out the whole phrase
    if 0 < len(instead) <= 4:
        return (instead[0].start, instead[-1].end), ""
    partners = (alignment.partner[at] for at in range(denial.last, len(here.words)))
    behind = next((at for at in partners if at >= 0), None)
    if behind is not None:
        return (there.words[behind].start, there.words[behind].end), ""
    end = there.words[gap.b_first - 1].end if gap.b_first else 0
    return (end, end), ""


def _first_shared(denial: Denial, here: Reading, free: Free, *, headlined: bool) -> Token | None:
    """The undenied word of the other text that this denial bears on.

    Args:
        denial: the denial.
        here: the text it stands in.
        free: the undenied words of the other.
        headlined: whether the texts share so much that the denied verb may be another one: "is
            not making", "is launching".
    """
    back = range(denial.first - 1, max(-1, denial.first - 12), -1)
    around = tuple(at for at in back if here.words[at].key not in STOP)
    scope = denial.scope[:1]
    if denial.strength == "deny":
        # A false claim is false; "the claim is false" looks back.
        before_noun = denial.value in ADJECTIVES and denial.scope[:1] == (denial.last,)
        scope = denial.scope[:2] if before_noun else denial.scope + around[:4]
    word = _first_free(scope, here, free)
    if word is None and headlined and denial.strength == "not":
        rest = [_first_free((at,), here, free) for at in denial.scope[1:]]
        shared = [one for one in rest if one is not None]
        word = shared[0] if len(shared) >= 2 else None
    return word


def _first_free(scope: Sequence[int], here: Reading, free: Free) -> Token | None:
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
                values = x.text.casefold(), y.text.casefold()
                yield Difference("negation", x.start, x.end, y.start, y.end, *values)
                return
