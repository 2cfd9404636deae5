"""The telling words in which two texts differ: numbers, names, dates, negation."""

from workbench.core.segments import Span, words
from workbench.core.sentences import all_sentences

_NEGATION = frozenset(
    "no not never none neither nor nobody nothing without cannot denied denies deny refused "
    "rejected dismissed isn't wasn't weren't don't doesn't didn't won't can't couldn't".split()
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december today yesterday tomorrow".split()
)
_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion dozen half first second third fourth fifth sixth seventh "
    "eighth ninth tenth".split()
)
_TELLING = _NEGATION | _DATES | _NUMBER_WORDS


def telling_words(text: str, other: str) -> list[Span]:
    """Spans of the words of `text` that tell, and that `other` does not have.

    Telling are numbers, dates, negation, and capitalised words that do not begin a sentence.

    Args:
        text: the text whose words are picked out.
        other: the text it is compared with.

    Returns:
        Half-open spans of code points, in reading order.
    """
    there = {_plain(other[start:end]) for start, end in words(other)}
    first = {next(words(text, start, end), (start, start))[0] for start, end in all_sentences(text)}
    return [
        (start, end)
        for start, end in words(text)
        if _plain(text[start:end]) not in there and _tells(text[start:end], first=start in first)
    ]


def _plain(word: str) -> str:
    folded = word.casefold().replace("’", "'").replace(",", "")
    return folded.removesuffix("'s").removesuffix("s")


def _tells(word: str, *, first: bool) -> bool:
    """Whether a word tells; that the first of a sentence is capitalised says nothing."""
    plain = word.casefold().replace("’", "'")
    return any(map(str.isdigit, word)) or plain in _TELLING or (word[0].isupper() and not first)
