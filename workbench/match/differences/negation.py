"""Where a text denies: not, no, never, without, denied, failed to, a hoax; and opposites."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.match.differences.model import Mention, Token
from workbench.match.differences.vocabulary import STOP, same_word

_NOT = frozenset("not never cannot no none neither nor nobody nothing without".split())
_DENY = frozenset(
    "deny denies denied denying denial refute refutes refuted refuting rebut rebuts rebutted "
    "disavow disavows disavowed debunk debunks debunked debunking retract retracts retracted "
    "retracting hoax hoaxes fake faked false falsely untrue unfounded baseless bogus fabricated "
    "satire satirical nope prank".split()
)
ADJECTIVES = frozenset("fake false untrue unfounded baseless bogus fabricated satirical".split())
_FAIL = frozenset(
    "fail fails failed failing failure refuse refuses refused refusing refusal decline declines "
    "declined declining".split()
)
_INTO = frozenset("to in at for of on with from by".split())
_AROUND = frozenset("only just merely solely necessarily".split())
"""After "not", these soften or lift it: "not only" denies nothing."""

_OPPOSITES = """
confirm deny
accept reject
accept refuse
approve reject
allow ban
allow forbid
permit prohibit
increase decrease
rise fall
increase reduce
raise lower
raise cut
gain lose
win lose
support oppose
support reject
welcome reject
welcome condemn
praise condemn
praise criticise
praise criticize
back oppose
guilty innocent
alive dead
survive die
open close
arrest release
arrest free
agree refuse
agree disagree
succeed fail
strengthen weaken
advance retreat
attack defend
arrive leave
enter leave
hire fire
legal illegal
legal unlawful
likely unlikely
able unable
known unknown
safe unsafe
safe dangerous
possible impossible
acceptable unacceptable
convict acquit
married divorced
join leave
start end
begin end
before after
up down
more less
more fewer
above below
most least
maximum minimum
include exclude
true false
lift impose
hot cold
public private
peaceful violent
optimistic pessimistic
upheld overturned
uphold overturn
keep lose
encourage discourage
"""
_AGAINST: dict[str, set[str]] = {}
for _one, _other in (map(same_word, line.split()) for line in _OPPOSITES.strip().splitlines()):
    _AGAINST.setdefault(_one, set()).add(_other)
    _AGAINST.setdefault(_other, set()).add(_one)
_LITTLE = frozenset("before after up down more less fewer above below most least".split())
"""Small words that are opposites only in the same place of nearly the same sentence."""
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")


@dataclass(frozen=True, slots=True)
class Denial(Mention):
    """A denying word.

    Attributes:
        strength: "not" for plain negation, "deny" for calling something untrue, "fail".
        scope: indexes of the meaningful words it bears on, nearest first.
        soft: whether it denies nothing in the end: "not only", "is no hoax", "never failed".
    """

    strength: str
    scope: tuple[int, ...]
    soft: bool = False


def find_denials(text: str, words: Sequence[Token]) -> list[Denial]:
    """The denying words of a text, in reading order."""
    found: list[Denial] = []
    for at, word in enumerate(words):
        plain = word.text.casefold()
        strength = (
            "not"
            if plain in _NOT or plain in ("n't", "n’t")
            else "deny"
            if plain in _DENY
            else "fail"
            if plain in _FAIL and _following(words, at) == "to"
            else ""
        )
        if not strength or _idle(text, words, at):
            continue
        scope = _scope(text, words, at)
        undone = strength == "not" and _following(words, at) in _AROUND
        if found and _undoes(found[-1], strength, text, words, at):
            # "is no hoax", "never failed to", "denied that no …": one undoes the other.
            found[-1] = replace(found[-1], soft=True)
            undone = True
        found.append(Denial(at, at + 1, word.start, word.end, plain, strength, scope, undone))
    return found


def _undoes(before: Denial, strength: str, text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a denying word stands within the reach of the one before it."""
    kinds = (before.strength, strength)
    if kinds not in _DOUBLE or at - before.first > _DOUBLE[kinds]:
        return False
    between = text[before.end : words[at].start]
    return not any(mark in between for mark in ".,:;!?—–")


_DOUBLE = {
    ("not", "deny"): 3,
    ("not", "fail"): 3,
    ("fail", "deny"): 3,
    ("deny", "not"): 8,
    ("deny", "fail"): 8,
}
"""Two kinds of denial that lift each other, and within how many words."""


def _following(words: Sequence[Token], at: int) -> str:
    return words[at + 1].text.casefold() if at + 1 < len(words) else ""


def _idle(text: str, words: Sequence[Token], at: int) -> bool:
    plain, after = words[at].text.casefold(), _following(words, at)
    if plain == "no":
        # "No. 5" and "no longer than" deny nothing; "no doubt" affirms.
        between = text[words[at].end : words[at].end + 3]
        number = between.startswith(".") and between.strip(". ")[:1].isdigit()
        return number or after in ("doubt", "matter") or after[:1].isdigit()
    return plain == "false" and after == "alarm"


def _scope(text: str, words: Sequence[Token], at: int) -> tuple[int, ...]:
    """The next four meaningful words of the clause; of "no such plan" and "without" the noun."""
    scope: list[int] = []
    longer = _following(words, at) == "longer"
    noun = words[at].text.casefold() in ("no", "without") and not longer
    for following in range(at + 1 + longer, min(at + 10, len(words))):
        between = text[words[following - 1].end : words[following].start]
        if any(mark in between for mark in ".;!?\n"):
            break
        if scope and ("," in between or (noun and words[following].key in STOP)):
            break
        plain = words[following].text.casefold()
        if not scope and following > at + 1 and plain in _INTO:
            break  # "has not been to work": it is not the work that is denied
        if words[following].key not in STOP and not plain.endswith(("'s", "’s")):
            scope.append(following)
        if len(scope) == 4:
            break
    return tuple(reversed(scope)) if noun else tuple(scope)


@functools.lru_cache(maxsize=10_000)
def opposite(a: str, b: str) -> bool:
    """Whether two words (as written) are opposites: confirmed, denied; likely, unlikely."""
    return Opposites((b,)).of(a)


class Opposites:
    """Words in which opposites of other words are looked for, however many they are."""

    def __init__(self, words: Iterable[str]) -> None:
        self._plain = {word.casefold() for word in words}
        self._keys = {same_word(word) for word in self._plain}

    def of(self, word: str) -> bool:
        """Whether one of them is the opposite of a word."""
        plain = word.casefold()
        if not self._keys.isdisjoint(_AGAINST.get(same_word(plain), ())):
            return True
        return any(
            (len(plain) > 3 and prefix + plain in self._plain)
            or (
                plain.startswith(prefix)
                and len(plain) - len(prefix) > 3
                and plain[len(prefix) :] in self._plain
            )
            for prefix in _PREFIXES
        )


def little(word: str) -> bool:
    """Whether a word is an opposite of another only in just the same place."""
    return word.casefold() in _LITTLE
