"""Which words of one text stand for which of the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.match.differences.model import Gap, Token
from workbench.match.differences.vocabulary import STOP

NEARLY_THE_SAME = 0.66
"""Share of words two texts have in common, in order, above which one is an edit of the other.

On edited sentences of eight words or more one change leaves at least this; independent sentences
on the same event stay below .5 (measured in docs/differences.md).
"""
_HALF = 0.5
_SHORT_GAP = 3
"""Of a short sentence half is enough, where all else is one gap of at most three words."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The longest common subsequence of the words of two texts.

    Attributes:
        partner: for each token of the first text the index of its partner, or -1.
        back: the same the other way round.
        gaps: what lies between the common runs, in order.
        closeness: 2 × common words / all words, 0 to 1.
        shared: keys of meaningful words that both texts have, in whatever order.
        overlap: what share of the meaningful words of the text with fewer that is, 0 to 1.
        near: whether one text looks like an edit of the other.
    """

    partner: tuple[int, ...]
    back: tuple[int, ...]
    gaps: tuple[Gap, ...]
    closeness: float
    shared: frozenset[str]
    overlap: float
    near: bool

    def mirrored(self) -> "Alignment":
        """The same alignment, seen from the second text."""
        return replace(
            self,
            partner=self.back,
            back=self.partner,
            gaps=tuple(Gap(gap.b_first, gap.b_last, gap.a_first, gap.a_last) for gap in self.gaps),
        )


def align(a: Sequence[Token], b: Sequence[Token]) -> Alignment:
    """Align two texts word by word; linear memory in practice, as the texts are bounded."""
    from rapidfuzz.distance import LCSseq

    keys_a, keys_b = [token.key for token in a], [token.key for token in b]
    partner, back = [-1] * len(a), [-1] * len(b)
    gaps: list[Gap] = []
    common = 0
    for step in LCSseq.opcodes(keys_a, keys_b):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                partner[step.src_start + offset] = step.dest_start + offset
                back[step.dest_start + offset] = step.src_start + offset
            common += step.src_end - step.src_start
            continue
        gap = Gap(step.src_start, step.src_end, step.dest_start, step.dest_end)
        if gaps and gaps[-1].a_last == gap.a_first and gaps[-1].b_last == gap.b_first:
            gap = Gap(gaps[-1].a_first, gap.a_last, gaps[-1].b_first, gap.b_last)
            gaps.pop()
        gaps.append(gap)
    content_a = {key for key in keys_a if key not in STOP}
    content_b = {key for key in keys_b if key not in STOP}
    shared = frozenset(content_a & content_b)
    smaller = min(len(content_a), len(content_b))
    closeness = 2 * common / (len(a) + len(b)) if a or b else 0.0
    return Alignment(
        tuple(partner),
        tuple(back),
        tuple(gaps),
        closeness,
        shared,
        len(shared) / smaller if smaller else 0.0,
        _near(gaps, closeness),
    )


def _near(gaps: Sequence[Gap], closeness: float) -> bool:
    if closeness >= NEARLY_THE_SAME:
        return True
    wide = [max(gap.a_last - gap.a_first, gap.b_last - gap.b_first) for gap in gaps]
    return len(wide) == 1 and wide[0] <= _SHORT_GAP and closeness >= _HALF
