"""Texts to measure on: news-like prose of any size, the same every time, like nobody's article."""

import random
import re
from functools import cache
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"

ODD_SHARE = 0.013
"""How many of the characters of prose are neither letters of a European script nor marks."""

_ODD = (
    "东京",
    "北京讯",
    "평양",
    "नमस्ते",
    "👍",
    "👩‍🔬",
    "👨‍👩‍👧",
    "🇫🇷",
    "👋🏽",
    "☎️",
    "e\u0301",
    "…",
    "№",
)
_ACCENTED = ("Bogotá", "Besançon", "Gdańsk", "Århus", "Đà Nẵng", "Škoda", "naïve", "façade")
_PARAGRAPHS = 1_500  # of which longer texts are put together again and again


def first_words(number: int) -> str:
    """What the text of this number begins with, and no other: to be waited for on a screen."""
    return f"Text{number:02} begins"


def last_words(number: int) -> str:
    """What the text of this number ends with."""
    return f"Text{number:02} ends."


def prose(size: int, number: int = 1) -> str:
    """Prose with curly quotes, accents, and now and then an emoji or a word in another script.

    Args:
        size: how long it is to be, in bytes of UTF-8; it comes out at most a paragraph longer.
        number: which text; each is another.
    """
    return _put_together(_paragraphs(plain=False), size, number)


def ascii_prose(size: int, number: int = 1) -> str:
    """The same kind of prose in ASCII alone; size in bytes, as in `prose`."""
    return _put_together(_paragraphs(plain=True), size, number)


def _put_together(paragraphs: tuple[str, ...], size: int, number: int) -> str:
    chance = random.Random(number)
    out = [f"{first_words(number)} here, as every text begins somewhere."]
    left = size - len(out[0])
    while left > 0:
        out.append(chance.choice(paragraphs))
        left -= len(out[-1].encode()) + 2
    out.append(f"And here {last_words(number)}")
    return "\n\n".join(out) + "\n"


@cache
def _paragraphs(*, plain: bool) -> tuple[str, ...]:
    chance = random.Random(3)
    words = sample_words()
    made = []
    for _ in range(_PARAGRAPHS):
        sentences = [_sentence(chance, words, plain=plain) for _ in range(chance.randint(2, 7))]
        made.append(" ".join(sentences))
    return tuple(made)


def _sentence(chance: random.Random, words: list[str], *, plain: bool) -> str:
    chosen = chance.choices(words, k=chance.randint(7, 26))
    chosen[0] = chosen[0].capitalize()
    if chance.random() < 0.3:
        first = chance.randrange(len(chosen))
        last = chance.randrange(first, len(chosen))
        before, after = ('"', '"') if plain else ("“", "”")
        chosen[first] = before + chosen[first]
        chosen[last] += after
    if not plain:
        if chance.random() < 0.4:
            chosen.append(chance.choice(_ACCENTED))
        letters = sum(map(len, chosen)) + len(chosen)
        odd = 0
        while odd < letters * ODD_SHARE * chance.uniform(-0.9, 1.1):
            word = chance.choice(_ODD)
            chosen.insert(chance.randrange(1, len(chosen)), word)
            odd += len(word)
    return " ".join(chosen) + "."


@cache
def sample_words() -> list[str]:
    """The sample's words, as often as they stand there, in plain letters."""
    found: list[str] = []
    for path in sorted(CORPUS.glob("*.txt")):
        found += re.findall(r"[A-Za-z]{2,}", path.read_text("utf-8"))
    return found
