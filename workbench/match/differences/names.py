"""Names in a text: runs of capitalised words, less what is a date, a number or an office."""

import functools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.match.differences.model import Mention, Token
from workbench.match.differences.places import country_of, place_of
from workbench.match.differences.vocabulary import COMMON, STOP

_JOINERS = frozenset(
    "of the and de la le du da del der von van al el ul ur i e bin ibn abu di do dos y".split()
)
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend sheikh imam mullah "
    "maulana mawlawi hon gen gov sen rep lt col maj sgt capt cpl adm pres det sr jr ii iii the "
    "al el a saint officer".split()
)
_LOCATIVE = frozenset("in at near from to into across outside inside around toward towards".split())
_SAME = {
    name: line.split(",")[0]
    for line in (
        "islamic state,isis,isil,daesh,is,islamic state group,isil khorasan,isis k",
        "un,united nations,unga,un general assembly,united nations general assembly",
        "nato,north atlantic treaty organization,north atlantic treaty organisation",
        "fbi,federal bureau of investigation",
        "taliban,taleban,talib",
        "al qaeda,al qaida,qaeda,al-qaeda",
        "new york,nyc,ny,new york city",
        "los angeles,la",
        "north carolina,unc",
        "burma,myanmar",
        "kremlin,moscow",
        "ttp,tehreek e taliban pakistan,tehrik i taliban pakistan,pakistani taliban",
    )
    for name in line.split(",")
}
_NICKNAMES = {
    name: line.split()[0]
    for line in (
        "robert rob bob bobby",
        "deborah debbie deb",
        "daniel dan danny",
        "samuel sam",
        "benjamin ben",
        "christopher chris",
        "matthew matt",
        "nicholas nick",
        "david dave",
        "jeffrey jeff",
        "jennifer jen jenny",
        "lawrence larry",
        "rebecca becky",
        "victoria vicky",
        "william will bill billy",
        "james jim jimmy",
        "joseph joe",
        "michael mike",
        "richard dick rick",
        "edward ed ted teddy",
        "elizabeth liz beth betty bettie",
        "margaret maggie peggy",
        "john jack johnny jon",
        "thomas tom",
        "anthony tony",
        "charles charlie chuck",
        "steven steve stephen",
        "vladimir wladimir volodymyr",
        "katherine kate kathy catherine kathryn katie",
        "alexander alex aleksandr sasha",
        "mohammed muhammad mohammad mohamed muhammed",
        "sergey sergei serhiy",
    )
    for name in line.split()
}


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A name: its parts folded, without titles; `place` when the place it means is known."""

    parts: tuple[str, ...]
    place: str
    located: bool
    """Whether a word like "in" or "near" stands before it."""


def find_names(
    text: str, words: Sequence[Token], taken: Sequence[bool], *, headline: bool
) -> list[Name]:
    """The names among the tokens that are not taken.

    Args:
        text: what the tokens were cut from.
        words: its tokens.
        taken: for each token, whether it is part of a date, a number or an office.
        headline: whether every word has a capital, so that a capital alone says nothing.
    """
    found: list[Name] = []
    at = 0
    while at < len(words):
        if taken[at] or not (
            _could_name(words[at], headline=headline) or _known_pair(words, taken, at)
        ):
            at += 1
            continue
        last = _run(text, words, taken, at, headline=headline)
        name = _name(words, at, last)
        if name:
            found.append(name)
        at = last
    return found


def _could_name(word: Token, *, headline: bool) -> bool:
    if not word.capital:
        return False
    plain = folded(word.text)
    if word.first or headline:
        if plain in COMMON or plain.endswith(_MANY):
            return False
        return len(plain) > 2 or word.text.isupper()
    begin = plain.partition("'")[0]
    return (word.text.isupper() and len(plain) > 1) or begin not in _WEAK


def _known_pair(words: Sequence[Token], taken: Sequence[bool], at: int) -> bool:
    """Whether a common word begins a known name: New York, White House, South Africa."""
    if at + 1 >= len(words) or taken[at + 1] or not (words[at].capital and words[at + 1].capital):
        return False
    pair = f"{folded(words[at].text)} {folded(words[at + 1].text)}"
    return pair in _SAME or bool(place_of(pair))


_MANY = ("ers", "ors", "ists", "ants", "ents", "ials", "ees", "sses", "ities", "men")
"""How words for many people and bodies end, that often begin a sentence."""
_LONGEST_KNOWN = 5
"""Words of a run that are looked up; no place or body in the tables has more than four."""
_WEAK = (STOP | frozenset(("yes", "i", "no"))) - frozenset(("will", "may", "us"))


def _run(
    text: str, words: Sequence[Token], taken: Sequence[bool], at: int, *, headline: bool
) -> int:
    last = at + 1
    while last < len(words) and not taken[last]:
        between = text[words[last - 1].end : words[last].start]
        short = words[last - 1].end - words[last - 1].start <= 3
        if between not in (" ", "-", " - ", "’ ", "' ", "\u00a0") and not (
            between == ". " and short and words[last].capital
        ):
            break
        possessive = words[last - 1].text.endswith(("'s", "’s")) or between[0] in "'’"
        if possessive:
            break
        begun = words[at : last + 1] if last - at < _LONGEST_KNOWN else ()
        known = " ".join(folded(word.text) for word in begun)
        if words[last].capital and (
            not headline
            or _could_name(words[last], headline=True)
            or known in _SAME
            or place_of(known)
        ):
            last += 1
            continue
        joined = (
            words[last].text.casefold() in _JOINERS - {"and", "the", "i", "e", "y", "do"}
            and last + 1 < len(words)
            and words[last + 1].capital
            and not taken[last + 1]
            and not headline
            and not country_of(known.rsplit(" ", 1)[0])
            and text[words[last].end : words[last + 1].start] in (" ", "-")
        )
        if not joined:
            break
        last += 2
    return last


def _name(words: Sequence[Token], first: int, last: int) -> Name | None:
    while first < last - 1 and folded(words[first].text) in _TITLES:
        first += 1
    parts = tuple(
        part
        for word in words[first:last]
        if (part := folded(word.text)) not in _TITLES and part not in _JOINERS
    )
    if not parts:
        return None
    before = words[first - 1].text.casefold() if first else ""
    before = words[first - 2].text.casefold() if before == "the" and first > 1 else before
    whole = " ".join(folded(word.text) for word in words[first:last])
    end = words[last - 1].end
    if words[last - 1].text.endswith(("'s", "’s")):
        end -= 2
    place = place_of(whole) or place_of(" ".join(parts))
    return Name(
        first, last, words[first].start, end, place or whole, parts, place, before in _LOCATIVE
    )


@functools.lru_cache(maxsize=10_000)
def folded(word: str) -> str:
    """A word of a name without case, accents, full stops and possessive."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = {"mt": "mount", "mt.": "mount", "ft.": "fort"}.get(plain, plain)
    return plain.removesuffix("'s").removesuffix("'").replace(".", "").replace(" ", "")


def is_headline(words: Sequence[Token]) -> bool:
    """Whether so many words have a capital that it says nothing about any one of them."""
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 2 and sum(word.capital for word in long) >= 0.75 * len(long)


def same_name(a: Name, b: Name) -> bool:
    """Whether two names can mean the same: in full and in part, spelled otherwise, abbreviated."""
    if a.place and b.place and _same_place(a, b):
        return True
    if _alias(a) == _alias(b) or set(a.parts) <= set(b.parts) or set(b.parts) <= set(a.parts):
        return True
    if _initials_of(a, b) or _initials_of(b, a):
        return True
    if a.place and b.place:
        return False
    return _same_person(a.parts, b.parts)


def same_whole(a: Name, b: Name) -> bool:
    """Whether two names as a whole are one place or one body under two names."""
    return _alias(a) == _alias(b)


def _same_place(a: Name, b: Name) -> bool:
    if a.place == b.place:
        return True
    return a.place == country_of(b.place) or b.place == country_of(a.place)


def _alias(name: Name) -> str:
    whole = " ".join(name.parts)
    return _SAME.get(whole, name.place or whole)


def _initials_of(short: Name, long: Name) -> bool:
    letters = "".join(short.parts)
    if not 2 <= len(letters) <= 6 or len(short.parts) > 1:
        return False
    return letters == "".join(part[0] for part in long.parts if part)


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not alike(a[-1], b[-1]):
        return False
    if len(a) == 1 or len(b) == 1:
        return True
    return _same_first(a[0], b[0])


def _same_first(a: str, b: str) -> bool:
    if alike(a, b):
        return True
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter] and (shorter == 1 or shorter >= 3)


_SOUNDS = str.maketrans({"q": "k", "g": "k", "c": "k", "w": "v", "b": "v", "z": "s", "d": "t"})


@functools.lru_cache(maxsize=10_000)
def _skeleton(word: str) -> str:
    """The consonants as they sound, so that Qaddafi and Gaddafi, Muttaqi and Mottaki are one."""
    plain = word.replace("kh", "k").replace("gh", "k").replace("ph", "f").replace("dh", "d")
    plain = plain.replace("sch", "sh").translate(_SOUNDS)
    kept = [sign for sign in plain if sign not in "aeiouyh'"]
    return "".join(s for at, s in enumerate(kept) if at == 0 or s != kept[at - 1])


def alike(a: str, b: str) -> bool:
    """Whether two folded words are one name in two spellings: Kabulov, Kabulow; Qaddafi, Gaddafi.

    0.8 of Indel similarity would take Austria for Australia, so places are told apart by their
    table first; words of less than five letters must be equal.
    """
    from rapidfuzz.distance import Indel

    if _NICKNAMES.get(a, a) == _NICKNAMES.get(b, b):
        return True
    if min(len(a), len(b)) < 5:
        return False
    similar = Indel.normalized_similarity(a, b)
    if similar >= 0.8:
        return a[0] == b[0] or _skeleton(a) == _skeleton(b)
    bones = _skeleton(a)
    return similar >= 0.55 and len(bones) > 2 and bones == _skeleton(b)
