"""Offices and titles in a text: foreign minister, special representative, spokesman."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.match.differences.model import Mention, Token
from workbench.match.differences.places import country_of
from workbench.match.differences.tokens import close

_HEADS = frozenset(
    "president minister premier chancellor ambassador representative envoy spokesman spokeswoman "
    "spokesperson secretary governor mayor senator congressman congresswoman lawmaker deputy "
    "director manager general commander commissioner chairman chairwoman chairperson king queen "
    "prince princess sultan emir pope bishop archbishop cardinal judge justice prosecutor sheriff "
    "coroner attorney lawyer colonel major captain lieutenant sergeant admiral marshal consul "
    "councillor treasurer rector dean headmaster inspector superintendent detective "
    "coach ceo cfo coo vp pm editor councilman congressperson undersecretary "
    "adviser advisor".split()
)
_ALONE = frozenset(
    "general major king queen prince justice deputy captain dean cardinal bishop".split()
)
"""Heads that are also other words or names: only with a neighbour that shows the office."""

_MODIFIERS = frozenset(
    (
        "prime foreign defence defense interior home finance justice health education trade "
        "energy economy environment agriculture transport information culture labour labor oil "
        "deputy vice special assistant associate attorney surgeon solicitor lieutenant district "
        "general executive chief managing press inspector brigadier major prison family police "
        "secretary permanent first under presidential police city security intelligence army navy "
        "air field supreme high "
    ).split()
)
_PASSING = frozenset("former then acting interim ex late current outgoing incoming senior".split())
_SPELLED = {
    "defense": "defence",
    "labor": "labour",
    "advisor": "adviser",
    "premier": "prime minister",
    "pm": "prime minister",
    "vp": "vice president",
    "congresswoman": "congressman",
    "congressperson": "congressman",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "ceo": "chief executive",
    "councilman": "councillor",
    "lawyer": "attorney",
}
_TELLS_APART = frozenset("vice prime deputy assistant associate under".split())
"""With one of these an office is another one; without others it may just be told in short."""
_VOICES = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_LAWMAKERS = frozenset(("lawmaker", "senator", "congressman", "representative", "deputy"))
_ENVOYS = frozenset(("ambassador", "representative", "special representative", "special envoy"))


_SHOWING = frozenset("the a an former said its his her their our by as new this".split())


_NOT_OFFICES = frozenset(
    "election elections public assembly strike population motors electric hospital counsel "
    "conference staff purpose rule terms interest practitioner anesthesia consensus".split()
)


@dataclass(frozen=True, slots=True)
class Office(Mention):
    """An office: its words in one spelling, and the country that stands with it, if any."""

    words: tuple[str, ...]
    country: str

    @property
    def head(self) -> str:
        """The word that says what it is: minister, president."""
        return self.words[-1]


def find_offices(text: str, words: Sequence[Token], taken: list[bool]) -> list[Office]:
    """The offices among the tokens that are not taken, which are taken then."""
    found: list[Office] = []
    at = 0
    while at < len(words):
        last = at if taken[at] else _phrase(text, words, taken, at)
        office = _office(words, at, last) if last > at else None
        if office is None:
            at += 1
            continue
        taken[office.first : office.last] = [True] * (office.last - office.first)
        found.append(office)
        at = office.last
    return found


def _plain(word: Token) -> str:
    return word.text.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")


def _singular(word: str) -> str:
    if word in _HEADS or word in _MODIFIERS:
        return word
    for ending, instead in (("men", "man"), ("ies", "y"), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + instead in _HEADS:
            return word[: -len(ending)] + instead
    return word


def _phrase(text: str, words: Sequence[Token], taken: Sequence[bool], at: int) -> int:
    """Where the office that begins at a token ends; `at` itself when none does."""
    last = end = at
    while last < len(words) and not taken[last] and last - at < 5:
        if last > at and not close(text, words[last - 1], words[last]):
            break
        word = _singular(_plain(words[last]))
        if word in _HEADS:
            end = last + 1
        elif word not in _MODIFIERS:
            break
        last += 1
        if word in _HEADS and (
            words[last - 1].text.endswith(("'s", "’s")) or word not in _MODIFIERS
        ):
            following = _singular(_plain(words[last])) if last < len(words) else ""
            if following not in ("general", "manager") or not close(
                text, words[last - 1], words[last]
            ):
                break
    return end


def _office(words: Sequence[Token], first: int, last: int) -> Office | None:
    said = [_singular(_plain(word)) for word in words[first:last]]
    if said[-1] in ("minister", "secretary") and last + 1 < len(words):
        portfolio = _plain(words[last + 1])
        if _plain(words[last]) in ("of", "for") and portfolio in _MODIFIERS | {"state"}:
            said, last = [portfolio, *said], last + 2
            affairs = last < len(words) and _plain(words[last]) == "affairs"
            last += affairs
    parts = tuple(
        part for word in said for part in _SPELLED.get(word, word).split() if word not in _PASSING
    )
    if len(parts) == 1 and parts[0] in _ALONE and not _in_office(words, first, last):
        return None
    end = words[last - 1].end
    if words[last - 1].text.endswith(("'s", "’s")):
        end -= 2
    return Office(
        first, last, words[first].start, end, " ".join(parts), parts, _country(words, first, last)
    )


def lone(words: Sequence[Token], at: int) -> Office | None:
    """The office that one word may mean, whatever stands beside it."""
    word = _singular(_plain(words[at]))
    if word not in _HEADS:
        return None
    return Office(at, at + 1, words[at].start, words[at].end, word, (word,), "")


def _in_office(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name follows or an article goes before, so that the word is the office."""
    after = words[last] if last < len(words) else None
    if words[first].text.casefold() == "general":
        return _plain(words[first - 1]) != "in" and not (after and _plain(after) in _NOT_OFFICES)
    before = words[first - 1].text.casefold() if first else ""
    return (after is not None and after.capital) or before in _SHOWING


def _country(words: Sequence[Token], first: int, last: int) -> str:
    for at in range(max(0, first - 2), first):
        country = country_of(_plain(words[at]).replace(".", ""))
        if country:
            return country
    for at in range(last, min(last + 3, len(words))):
        if words[at].text.casefold() not in ("of", "to", "for", "the"):
            return country_of(_plain(words[at]).replace(".", "")) if at > last else ""
    return ""


def same_office(a: Office, b: Office, *, strict: bool) -> bool:
    """Whether two offices can be the same one.

    Args:
        a: an office of the one text.
        b: an office of the other.
        strict: whether spokesman and spokeswoman, envoy and ambassador are told apart.
    """
    one, other = set(a.words), set(b.words)
    if one == other:
        return True
    if not strict and {a.head, b.head} <= _VOICES:
        return True
    if "spokesperson" in (a.head, b.head) and {a.head, b.head} <= _VOICES:
        return True
    if {a.head, b.head} <= _LAWMAKERS and "lawmaker" in (a.head, b.head):
        return True
    if {a.head, b.head} == {"congressman", "representative"}:
        return True
    if "envoy" in (a.head, b.head) and (a.head in _ENVOYS or b.head in _ENVOYS):
        return True
    extra = one ^ other
    return (one <= other or other <= one) and not extra & _TELLS_APART
