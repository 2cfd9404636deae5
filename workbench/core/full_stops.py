"""Whether a full stop ends its sentence: the evidence of the words around it, weighed.

The weights were set by hand from what each kind of abbreviation is followed by; only their order
matters much. docs/sentences.md has what they reach on sentences that were not looked at.
"""

import re
from typing import NamedTuple

from workbench.core import sentence_words
from workbench.core.abbreviations import Kind, kind_of

REACH = 40
"""Code points of a word that are looked at."""


class Around(NamedTuple):
    """What stands around a full stop.

    Attributes:
        last: the word it follows, without blanks, quotation marks or brackets; may be empty.
        before: the word before that in the same sentence; may be empty.
        chain: up to four short words with full stops, this one included, without blanks: "z.B".
        opening: the sentence up to the word, where that is short.
        first: whether the last is the first of its sentence.
        lead: dashes, quotation marks and brackets before the next word.
        word: the next word, with whatever is written together with it; may be empty.
        second: the word after that; may be empty.
        language: two letters, or none where it is not known.
    """

    last: str
    before: str
    chain: str
    opening: str
    first: bool
    lead: str
    word: str
    second: str
    language: str


_BIAS = {
    Kind.PLACE: -0.5,
    Kind.HOUR: 1.5,
    Kind.COMPANY: 0.0,
    Kind.MONTH: 0.0,
    Kind.DEGREE: 0.0,
    Kind.AMOUNT: -2.0,
    Kind.OPEN: 1.5,
    Kind.YEAR: 0.5,
}
"""How likely each kind is the last word of a sentence when a capital follows; above 0 it is."""

_BEFORE_NUMBER = {
    Kind.PLACE: 0.5,
    Kind.HOUR: 1.0,
    Kind.COMPANY: 1.0,
    Kind.MONTH: -5.0,
    Kind.DEGREE: 1.0,
    Kind.AMOUNT: -5.0,
    Kind.OPEN: 0.5,
    Kind.YEAR: 0.5,
}
"""The same when a number follows."""

_NUMBER = re.compile(r"[(\[]?[#§]?(?:\d|[IVXLC]+\b|[A-Za-z]\b)")
_ENUMERATOR = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivx]{1,5}|[IVXLC]{1,6}")
_INITIALS = re.compile(r"[^\W\d_](?:(?:\.[\-‐]?|[\-‐])[^\W\d_])+")
_ROMAN = re.compile(r"[IVXLC]+")
_VOWELS = re.compile("[aeiouyäöüáéíóúàèìòùâêîôûãõåæøœąęıýěůőűаеёиоуыэюяіїєў]")
_DATE = re.compile(r"\d{1,2}\.(?:\d|$)")
_TWO_PART_UNITS = frozenset("ft in lb lbs hr hrs min mins".split())
_PARTICLES_OF_NAMES = frozenset("le la de du des".split())
_NO_WAS_SAID = frozenset("said say says was is answered answer voted vote replied meant".split())
_COMPASS = frozenset("East West North South Port Fort Lake Mount Upper Lower New".split())
_PREPOSITIONS = frozenset("by of and with to from for & von de und et y e и".split())
_BEFORE_A_BEGINNING = frozenset("\"“„«‘'—–-¿¡•*")
_BEFORE_THINGS = frozenset("the in of at from".split())
_MOST_DAYS = 31
_OPENS_WITH_NUMBER = re.compile(r"\W?(?:[^\W\d_]+ )?(?:[\d:.,–-]+|[IVXLC]+)[ \u00a0]?$")
_BY_COUNTRY = frozenset("u.s u.s.a u.k u.n e.u".split())


def ends_sentence(around: Around) -> bool:
    """Whether a full stop, with a blank and no small letter after it, ends its sentence.

    Args:
        around: the words around it.
    """
    last = around.last
    if not last or not around.word:
        return True
    if around.first and _ENUMERATOR.fullmatch(last) and not _is_syllable(last):
        return False
    kind = _kind(around)
    if kind is not None:
        return _after_abbreviation(kind, around)
    if len(last) == 1 and last.isalpha() and not _is_syllable(last):
        return _after_initial(around)
    if last.isdecimal() and len(last) <= 3:
        return _after_number(around)
    return _ends_after_shape(around)


def _ends_after_shape(around: Around) -> bool:
    """Whether a sentence ends after a word that is in no table, by how it looks."""
    last = around.last
    if _counts_by_roman(around) or _is_dotted_without_case(last):
        return False
    if _is_thai(last[-1]) or (len(last) == 2 and last.isupper() and last[0] == last[1]):
        return False  # Thai has no full stops; "EE. UU.", "FF. AA." are plurals
    if _INITIALS.fullmatch(last):
        # Of a name, unless the word before says that they stand for a thing.
        thing = 0.0 if around.before.lower() in _BEFORE_THINGS else 1.5
        return _has_case(last) and _weigh(Kind.PLACE, around) > thing
    if _ROMAN.fullmatch(last) and sentence_words.numbers_with_stops(around.language):
        return _weigh(Kind.MONTH, around) > 0
    if _looks_shortened(last):
        return _weigh(Kind.PLACE, around) > (1.0 if last[0].isupper() else 0.0)
    return True


def _kind(around: Around) -> Kind | None:
    last, before, language = around.last, around.before, around.language
    kind = kind_of(around.chain, language) if around.chain != last else None
    kind = kind or kind_of(last, language)
    if kind is None and "’" in last:
        kind = kind_of(last.rpartition("’")[2], language)  # "l’avv. Gallo"
        kind = kind if kind is Kind.TITLE else None
    if kind is None and "-" in last:
        kind = kind_of(last.rpartition("-")[2], language)
        kind = kind if kind in (Kind.TITLE, Kind.COMPANY, Kind.MONTH) else None
    if kind is None and last.lower().endswith("str") and len(last) > 4:
        kind = Kind.NUMBERED
    if kind is Kind.STREET:
        street = before[:1].isupper() or before[:1].isdigit()
        saint = before in _COMPASS or _bare(around.word) in sentence_words.SAINTS
        kind = Kind.OPEN if street and not saint else Kind.TITLE
    elif kind is Kind.YEAR:
        counted = before[-1:].isdigit() or _ROMAN.fullmatch(before)
        kind = Kind.YEAR if counted else Kind.TITLE
    elif last == "Sr" and before[:1].isupper() and not _starts(before.lower(), around):
        kind = Kind.DEGREE  # "Carl Moss Sr.", not "El Sr. Moss"
    return kind


def _after_abbreviation(kind: Kind, around: Around) -> bool:
    bare = _bare(around.word)
    if kind is Kind.TITLE:
        surname = around.before.isalpha() and around.before.istitle()
        return bare in sentence_words.SURE_STARTERS or (
            # "Amartya Sen. In 1998 …"
            surname and around.last.istitle() and _starts(bare, around) and around.word[0].isupper()
        )
    if kind is Kind.BEFORE:
        return bare in sentence_words.SURE_STARTERS and around.second[:1].islower()
    if kind is Kind.NUMBERED:
        if around.last == "no" and around.before.lower() in _NO_WAS_SAID:
            return True
        if around.last == "no" and around.word in ("A", "I") and around.second[:1].islower():
            return True
        if _NUMBER.match(around.word) or around.word[0].isdigit():
            return False
        if len(around.last) == 1:
            return _starts(bare, around)
        return True
    return _weigh(kind, around) > 0


def _weigh(kind: Kind, around: Around) -> float:
    """How much speaks for an end after an abbreviation that may be the last word; above 0 it is."""
    if around.word[0].isdigit():
        units = around.last.lower() in _TWO_PART_UNITS
        return _BEFORE_NUMBER[kind] - (2.0 if units else 0.0)
    weight = _BIAS[kind]
    if _OPENS_WITH_NUMBER.match(around.opening):
        weight -= 3.0  # "At 9 p.m. Mayor Alvarez spoke": nothing has been said yet
    if kind is Kind.PLACE and around.before.lower() != "the":
        weight -= 1.0 if around.last.lower() in _BY_COUNTRY else 0.0
    if any(sign in _BEFORE_A_BEGINNING for sign in around.lead):
        weight += 1.5
    elif around.lead.strip():
        weight -= 1.0
    return weight + _weigh_next(kind, around) if _has_case(around.word) else weight


def _weigh_next(kind: Kind, around: Around) -> float:
    """What the next two words add to it; the first has a capital."""
    word, second, bare = around.word, around.second, _bare(around.word)
    if bare in _goes_on(kind) or (kind is Kind.HOUR and second.startswith("time")):
        return -3.0
    if word.endswith(".") and kind_of(word[:-1], around.language) is Kind.TITLE:
        return 1.5
    if _starts(bare, around):
        return 3.0
    weight = 1.0 if bare.endswith("ly") and len(bare) > 5 else 0.0
    if len(bare) > 1 and word[:2].isupper():
        weight -= 1.0
    if second[:1].islower():
        weight += 1.0
    elif second[:1].isupper():
        weight -= 1.0
    return weight


def _goes_on(kind: Kind) -> frozenset[str]:
    if kind is Kind.PLACE:
        return sentence_words.OFFICES | sentence_words.INSTITUTIONS
    if kind is Kind.HOUR:
        return sentence_words.AFTER_HOUR
    if kind is Kind.COMPANY:
        return sentence_words.OFFICES
    if kind is Kind.DEGREE:
        return sentence_words.AFTER_NAME
    return frozenset()


def _after_initial(around: Around) -> bool:
    """A single letter: mostly of a name, now and then a label ("plan B")."""
    last, before = around.last, around.before.lower()
    labelled = before in sentence_words.LABELLED or (last == "X" and before == "on")
    if around.word[0].isdigit() or not _has_case(last):
        return labelled
    weight = -2.0
    if labelled or (last == "I" and before):
        weight += 3.0
    elif before and before == around.before and before not in _PREPOSITIONS:
        weight += 0.5
    if any(sign in '"“„«‘' for sign in around.lead):
        weight += 1.0
    bare = _bare(around.word)
    if _starts(bare, around) and around.word[0].isupper() and len(bare) > 1:
        french = last in "MD" and bare in _PARTICLES_OF_NAMES
        weight += 0.0 if french else 3.0
    elif around.second[:1].islower():
        weight += 0.5
    return weight > 0


def _after_number(around: Around) -> bool:
    """A short number: an ordinal in the languages that write it so, else the last word."""
    bare = _bare(around.word)
    if around.word[0].isdigit():
        return not _DATE.match(around.word)
    ordinals = sentence_words.numbers_with_stops(around.language)
    if bare in sentence_words.MONTHS and (ordinals or not around.language):
        return False
    if not ordinals or _starts(bare, around):
        return True
    if around.language != "de":  # nouns are small there: only names are a doubt
        return not around.second[:1].isupper()
    return int(around.last) > _MOST_DAYS or around.before in ("Jahr", "Uhr", "Nr.")


def _looks_shortened(last: str) -> bool:
    """Whether a word has no vowel and is no acronym in capitals, as "Hrsg" or "Brgy"."""
    lower = last.lower()
    return (
        1 < len(last) <= 5
        and lower.isalpha()
        and (lower.isascii() or "а" <= lower[0] <= "ґ")
        and not last[1:].isupper()
        and not _VOWELS.search(lower)
    )


def _starts(bare: str, around: Around) -> bool:
    return sentence_words.begins_sentences(bare, around.language)


def _counts_by_roman(around: Around) -> bool:
    """Whether a short word stands before a Roman number, as in "séc. XIX"."""
    word = around.word.strip(",;:.")
    short = len(around.last) <= 4 and around.last.islower()
    return short and len(word) > 1 and _ROMAN.fullmatch(word) is not None


def _is_dotted_without_case(last: str) -> bool:
    """Whether a word of a script without capitals has full stops in it, as "कि.मी"."""
    parts = last.split(".")
    return (
        len(parts) > 1
        and last[0].isalpha()
        and not _has_case(last)
        and all(0 < len(part) <= 4 for part in parts)
    )


def _bare(word: str) -> str:
    """A word in small letters without the signs around it and without its genitive."""
    lower = word.strip("\"'“”‘’«»()[]{}.,;:!?…—–-¿¡").lower()
    return lower[:-2] if lower.endswith(("’s", "'s")) and len(lower) > 5 else lower


def _has_case(word: str) -> bool:
    return word[0].isupper() or word[0].islower()


def _is_thai(sign: str) -> bool:
    return "\u0e01" <= sign <= "\u0e4e"


def _is_syllable(last: str) -> bool:
    """Whether a single letter may be a whole word: Hangul, kana, Han."""
    return last[0] >= "\u2e80"
