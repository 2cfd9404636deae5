"""Who is named as saying something, in the sentence that says it."""

import functools
from typing import Any

from workbench.core.long_text import Text
from workbench.core.segments import Span, back_over_space
from workbench.core.sentences import sentence_at

_REACH = 400
"""Code points around a place in which its sentence is looked for."""

_LONGEST = 2_000
"""Code points of a place and its sentence that are read; more is no claim."""

_SAID = (
    r"said|says|told|added|adds|noted|notes|wrote|writes|stated|states|stressed|warned|warns"
    r"|insisted|explained|claimed|claims|declared|posted|tweeted|argued|emphasi[sz]ed|reiterated"
    r"|reminded|announced|remarked|recalled|asserted|vowed|maintained|acknowledged|admitted|denied"
    r"|replied|сказал[аи]?|заявил[аи]?|отметил[аи]?|подчеркнул[аи]?|добавил[аи]?|сообщил[аи]?"
    r"|пояснил[аи]?|написал[аи]?|уточнил[аи]?"
)
_TITLES = frozenset(
    "minister president secretary general ambassador envoy representative spokesman spokeswoman "
    "spokesperson chief chairman chairwoman director leader senator governor mayor king queen "
    "prince commander premier chancellor foreign prime deputy vice defence defense interior state "
    "special professor dr mr mrs ms sir lord judge colonel captain major sergeant according citing "
    "quoting the министр президент посол представитель секретарь глава".split()
)
_NO_NAMES = frozenset(
    "he she they it we i you the a an this that these those but and on in at as if so while "
    "monday tuesday wednesday thursday friday saturday sunday however meanwhile earlier later "
    "still when also officials police authorities sources analysts experts diplomats witnesses "
    "observers reports media others another many some both one он она они однако".split()
)


@functools.cache
def _patterns() -> tuple[Any, ...]:
    import regex

    part = r"\p{Lu}[\p{L}\p{M}’'-]++(?<![’']s)"
    small = r"(?:al|bin|bint|ibn|de|da|del|van|von|der|el|ul)[\s-]+"
    run = rf"({part}(?:\s+(?:{small})?{part}){{0,6}})"
    whose = r"(?:the\s+|[^\W\d_]+[’']s\s+)?"
    office = rf"(?:(?:{'|'.join(sorted(_TITLES))}|[а-яё]{{4,20}})\s+){{0,4}}"
    apart = r"[^.!?“”\"«»]"
    # The envoy to Marrow said; officials in New Marrow said: not the place's words.
    between = r"(?:to|in|of|for|from|at|on|by|with|against|over|near|and)"
    own = rf"(?<![\w’'-])(?<!\b{between}\s)(?<!\p{{Lu}}[\w’'-]{{0,30}}\s)"
    then = r"(?:(?:also|later|then|further|has|had)\s+)?"
    given = r"(?i:according\s+to|on\s+the\s+word\s+of|citing|quoting|по\s+словам|ссылкой\s+на)"
    plain = rf"(?:(?!{between}\b)\p{{Ll}}+\s+){{0,4}}"
    over = r"(?=\s*(?:[,.;:!?”\"»]|$|(?:on|in|at|during|after|when|who|from|to)\b))"
    sources = (
        # said Foreign Minister Anna Berg (not: said Marrow was far)
        rf"\b(?!told\b)(?:{_SAID})\s+{whose}{office}{run}{over}",
        # Anna Berg said; Anna Berg, the envoy, said
        rf"{own}{run}(?:,{apart}{{1,120}})?,?\s+{then}(?:{_SAID})\b",
        # according to Anna Berg; citing the country's envoy to Marrow, Anna Berg
        rf"{given}\s+(?:{apart}{{0,100}},\s+)??{whose}{plain}{run}(?![’'\w])",
    )
    return tuple(regex.compile(source) for source in sources)


def speakers(text: Text, place: Span) -> list[str]:
    """The people or bodies that the sentence around a place names as saying what it says.

    A rule of thumb for languages with capital letters; pronouns are not resolved. English and
    Russian verbs of saying.

    Args:
        text: canonical text.
        place: a claim or a quotation in it.

    Returns:
        Names without titles, nearest to the place first, each once; empty when none is named.
    """
    low, high = _around(text, place)
    found = _named(text, (low, high), place)
    if not found and text[max(0, place[0] - 1) : place[0]] in ("“", '"', "«"):
        # “…,” Anna Berg said. “…”: what goes on is hers too.
        before = back_over_space(text, low)
        sentence = sentence_at(text, before - 1) if "\n" not in text[before:low] else None
        found = _named(text, sentence, place) if sentence and before else []
    return found


def _named(text: Text, sentence: Span, place: Span) -> list[str]:
    found: list[tuple[int, str]] = []
    low = max(sentence[0], sentence[1] - _LONGEST)
    words = text[low : sentence[1]]
    for pattern in _patterns():
        # Of several names before one verb the last counts: “to Marrow, the envoy, Berg, said”.
        last = {match.end(): match for match in pattern.finditer(words, overlapped=True)}
        for match in last.values():
            name = _without_titles(match[1])
            if name:
                at = low + match.start(1)
                found.append((max(place[0] - at, at - place[1], 0), name))
    return list(dict.fromkeys(name for _, name in sorted(found)))


def same_name(a: str, b: str) -> str:
    """The fuller of two names when one may be the other cut short, as a surname is; else ""."""
    words_a, words_b = a.casefold().split(), b.casefold().split()
    if not words_a or not words_b or words_a[-1] != words_b[-1]:
        return ""
    few, many = sorted((words_a, words_b), key=len)
    return (a if len(words_a) >= len(words_b) else b) if set(few) <= set(many) else ""


def _around(text: Text, place: Span) -> Span:
    """The sentences that hold a place, with what follows a quotation: “…,” she said."""
    start, end = place
    first = sentence_at(text, start)
    last = sentence_at(text, max(start, end - 1))
    low = max(first[0] if first else start, start - _REACH)
    high = min(max(last[1] if last else end, end), end + _REACH)
    after = text[end : end + 120]
    line = after.find("\n")
    after = after if line < 0 else after[:line]
    closed = next((at for at, sign in enumerate(after[:3]) if sign in '”"»'), -1)
    if closed >= 0 and after[closed + 1 : closed + 3].strip()[:1].islower():
        stop = after.find(".", closed)
        high = max(high, end + (len(after) if stop < 0 else stop))
    return low, min(high, low + _LONGEST)


def _without_titles(run: str) -> str:
    """The name at the end of a run of capitalised words: Foreign Minister Anna Berg → Anna Berg."""
    words = run.split()
    for at in range(len(words) - 1, -1, -1):
        if words[at].casefold() in _TITLES:
            words = words[at + 1 :]
            break
    while words and words[0].casefold() in _NO_NAMES:
        words = words[1:]
    return " ".join(words)
