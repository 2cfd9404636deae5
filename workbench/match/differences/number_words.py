"""Numbers as they are written: 5,000, 24M, 1.6 billion, twenty-five, two dozen, 80th, eightieth."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.match.differences.model import Token
from workbench.match.differences.tokens import close
from workbench.match.differences.vocabulary import ORDINALS, SCALES, SMALL, TENS

_SUFFIXES = {
    "k": 1_000.0,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "mm": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2_000.0}
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}


class Written(NamedTuple):
    """A number read from tokens: its value, the token after it, and what kind of number."""

    value: float
    last: int
    ordinal: bool = False
    vague: bool = False
    """"Dozens", "hundreds of": the least it can mean is its value."""
    finest: float = 1.0
    """The place of its last digit that says something: 5,000 was rounded to 1,000 or finer."""
    share: bool = False
    """Whether it is a part of a hundred: half of, a third of, two-thirds."""


def read_number(text: str, words: Sequence[Token], at: int) -> Written | None:
    """The number that begins at token `at`, or None.

    Args:
        text: what the tokens were cut from.
        words: its tokens.
        at: index of a token.
    """
    word = words[at].text.casefold()
    if word[0].isdigit():
        return _digits(text, words, at)
    if word in _VAGUE:
        return _vague(text, words, at)
    if word in ("a", "an"):
        return _article(text, words, at)
    if word == "half" and _is(text, words, at + 1, ("a", "an")):
        scaled = _article(text, words, at + 1)
        return scaled and scaled._replace(value=scaled.value / 2)
    if word == "half":
        whole = _is(text, words, at + 1, ("of", "the"))
        return Written(50.0, at + 1, finest=1.0, share=True) if whole else None
    if word in ORDINALS:
        return Written(float(ORDINALS[word]), at + 1, ordinal=True)
    return _in_words(text, words, at)


def _is(text: str, words: Sequence[Token], at: int, wanted: Sequence[str]) -> bool:
    return (
        0 < at < len(words)
        and close(text, words[at - 1], words[at])
        and words[at].text.casefold() in wanted
    )


def _finest(digits: str) -> float:
    whole, _, rest = digits.partition(".")
    if rest:
        return 10.0 ** -min(len(rest), 12)
    return 10.0 ** min(len(whole) - len(whole.rstrip("0")), 12)


def _digits(text: str, words: Sequence[Token], at: int) -> Written:
    digits = words[at].text.replace(",", "")
    value, finest, last = float(digits), _finest(digits), at + 1
    if last < len(words) and words[last].start == words[at].end:
        suffix = words[last].text.casefold()
        if suffix in _ORDINAL_ENDINGS:
            return Written(value, last + 1, ordinal=True)
        if suffix in _SUFFIXES and (
            words[last].text not in ("m", "mm", "MM") or _means_million(text, words, at)
        ):
            scale = _SUFFIXES[suffix]
            return Written(value * scale, last + 1, finest=finest * scale)
    value, last, finest = _plus_half(text, words, last, value, finest)
    while last < len(words) and _is(text, words, last, tuple(SCALES)):
        scale = float(SCALES[words[last].text.casefold()])
        value, finest, last = value * scale, finest * scale, last + 1
    if _is(text, words, last, ("bn", "mn", "m", "tn")):
        suffix = words[last].text.casefold()
        if suffix != "m" or _means_million(text, words, at):
            scale = _SUFFIXES[suffix]
            return Written(value * scale, last + 1, finest=finest * scale)
    if _is(text, words, last, ("dozen",)):
        return Written(value * 12, last + 1, finest=12.0)
    return Written(value, last, finest=finest)


def _means_million(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether the m of "1.7m" is a million rather than a metre: only where money stands before."""
    return text[max(0, words[at].start - 2) : words[at].start].strip()[-1:] in tuple("$£€¥₹")


def _plus_half(
    text: str, words: Sequence[Token], last: int, value: float, finest: float
) -> tuple[float, int, float]:
    """2 1/2, two and a half."""
    if (
        last + 1 < len(words)
        and words[last].text == "1"
        and words[last + 1].text in ("2", "4")
        and text[words[last].end : words[last + 1].start] == "/"
    ):
        return value + 1 / float(words[last + 1].text), last + 2, 0.1
    if _is(text, words, last, ("and",)) and _is(text, words, last + 1, ("a",)):
        if _is(text, words, last + 2, ("half",)):
            return value + 0.5, last + 3, 0.1
        if _is(text, words, last + 2, ("quarter",)):
            return value + 0.25, last + 3, 0.01
    return value, last, finest


def _vague(text: str, words: Sequence[Token], at: int) -> Written | None:
    word = words[at].text.casefold()
    if word == "scores" and not _is(text, words, at + 1, ("of",)):
        return None
    value, last = _VAGUE[word], at + 1
    if _is(text, words, last, ("of",)) and _is(text, words, last + 1, ("thousands",)):
        return Written(value / 2 * 1000, last + 2, vague=True)
    return Written(value, last, vague=True)


def _article(text: str, words: Sequence[Token], at: int) -> Written | None:
    """A dozen, a hundred, a million; a third of; for a week, an hour later."""
    if at + 1 >= len(words) or not close(text, words[at], words[at + 1]):
        return None
    word = words[at + 1].text.casefold()
    before = words[at - 1].text.casefold() if at and not words[at].first else ""
    if word in _MANY:
        value = float(SCALES.get(word, 12))
        return Written(value, at + 2, finest=value)
    if word in ("third", "quarter") and (before == "by" or _is(text, words, at + 2, ("of",))):
        return Written(round(100 * _FRACTIONS[word], 1), at + 2, share=True)
    after = words[at + 2].text.casefold() if at + 2 < len(words) else ""
    if word in _SPANS and (before in _FOR or after in ("later", "earlier", "before")):
        return Written(1.0, at + 1)
    return None


_MANY = ("dozen", "hundred", "thousand", "million", "billion")
_SPANS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_FOR = ("for", "after", "within", "than", "about", "nearly", "almost", "over", "lasted")
"""Words after which "a week" is one week, and not how often."""


def _in_words(text: str, words: Sequence[Token], at: int) -> Written | None:
    """Twenty-five, three hundred and ten, two million, two dozen, two-thirds."""
    last, ordinal = at, False
    total = current = 0.0
    while last < len(words) and (last == at or close(text, words[last - 1], words[last])):
        word = words[last].text.casefold()
        if word == "and" and last > at and current % 100 == 0 and _goes_on(text, words, last + 1):
            last += 1
            continue
        sum_so_far = _plus(word, total, current, some=last > at)
        if sum_so_far is None:
            break
        total, current = sum_so_far
        last += 1
        if word in ORDINALS:
            ordinal = True
            break
    if last == at:
        return None
    return _rest(text, words, total + current, last, ordinal=ordinal)


Sum = tuple[float, float]


def _plus(word: str, total: float, current: float, *, some: bool) -> Sum | None:
    """Total of the finished thousands and the current hundreds with one word more; None: over."""
    if word in SMALL and _fits(SMALL[word], current, some=some):
        return total, current + SMALL[word]
    if word in TENS and current % 100 == 0:
        return total, current + TENS[word]
    if word in ORDINALS and some and current % 10 == 0 and ORDINALS[word] < 10:
        return total, current + ORDINALS[word]
    if word in SCALES and some:
        if SCALES[word] == 100:
            return total, current * 100
        return total + current * SCALES[word], 0.0
    return None


def _fits(small: int, current: float, *, some: bool) -> bool:
    if not some:
        return True
    return current % 100 == 0 or (current % 10 == 0 and current % 100 != 10 and 0 < small < 10)


def _rest(text: str, words: Sequence[Token], value: float, last: int, *, ordinal: bool) -> Written:
    """What may follow number words: dozen, thirds, and a half."""
    if not ordinal and _is(text, words, last, ("dozen",)):
        return Written(value * 12, last + 1, finest=12.0)
    if not ordinal and _is(text, words, last, ("thirds", "quarters", "third", "quarter")):
        part = _FRACTIONS[words[last].text.casefold()]
        return Written(round(value * part * 100, 1), last + 1, finest=1.0, share=True)
    value, last, finest = _plus_half(text, words, last, value, 1.0)
    if finest == 1.0:
        finest = _finest(f"{value:.0f}")
    return Written(value, last, ordinal, finest=finest)


def _goes_on(text: str, words: Sequence[Token], at: int) -> bool:
    if at >= len(words) or not close(text, words[at - 1], words[at]):
        return False
    word = words[at].text.casefold()
    return word in SMALL or word in TENS
