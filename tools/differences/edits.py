"""One known edit of a sentence, or one rewriting that keeps the value."""

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PEOPLE = "Anna Kowalska|Yusuf Demir|Carlos Mendoza|Ingrid Halvorsen|Maria Rossi".split("|")
PLACES = "Norway Madrid Kenya Lisbon Peru Vienna Jakarta Nairobi".split()
OFFICES = (
    "president|spokesman|senator|prime minister|foreign minister|ambassador|general|governor|mayor|"
    "director|secretary|chancellor|judge|colonel|chairman|finance minister"
).split("|")
MONTH = "|".join(MONTHS)
NAME = r"[A-Z][a-z]{2,}"


class Pair(NamedTuple):
    """A sentence and its edit: the kind, and the differing words, x of `a` and y of `b`."""

    a: str
    b: str
    kind: str
    x: str
    y: str


Choose = random.Random
Edit = Callable[[re.Match[str], Choose], str]


def _number(found: re.Match[str], choose: Choose) -> str:
    value = int(found.group().replace(",", ""))
    other = choose.choice([value + 1, value + 2, value * 2, value * 3, round(value * 1.3) + 1])
    return f"{other:,}" if "," in found.group() else str(other)


def _other(options: list[str]) -> Edit:
    return lambda found, choose: choose.choice(
        [one for one in options if one.casefold() != found.group().casefold()]
    )


def _day(found: re.Match[str], choose: Choose) -> str:
    day = (int(found["day"]) + choose.randint(1, 9)) % 28 + 1
    return f"{found['month']} {day}"


def _in_words(found: re.Match[str], _choose: Choose) -> str:
    return SMALL[int(found.group())]


def _turned(found: re.Match[str], choose: Choose) -> str:
    ending = choose.choice(["", "th"])
    day = found["day"] + (ending if found["day"] not in {"1", "2", "3", "21", "22", "23"} else "")
    return f"{day} {found['month']}"


MONTH_DAY = rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})\b(?!\d|:)"
NUMBER = r"(?<![\d,.:/$£€-])\b\d{1,3}(?:,\d{3})*\b(?![\d,/:.-]\d|st|nd|rd|th)"


def _year(found: re.Match[str], choose: Choose) -> str:
    return str(int(found.group()) + choose.choice([-3, -1, 1, 2]))


def _denied(found: re.Match[str], choose: Choose) -> str:
    return f"{found.group()} {choose.choice(['not', 'never', 'no longer'])}"


EDITS: tuple[tuple[str, str, Edit], ...] = (
    ("number", NUMBER, _number),
    ("number", rf"\b(?:{'|'.join(SMALL[2:])})\b", _other(SMALL[2:])),
    ("date", r"\b(?:19|20)\d\d\b(?! ?-)", _year),
    ("date", MONTH_DAY, _day),
    ("date", rf"\b(?:{'|'.join(DAYS)})\b", _other(DAYS)),
    ("name", rf"(?<=[a-z,] ){NAME} {NAME}\b", _other(PEOPLE)),
    ("name", rf"(?<= in )(?!{MONTH}|{'|'.join(DAYS)}){NAME}\b(?! {NAME})", _other(PLACES)),
    ("role", rf"\b(?:{'|'.join(OFFICES)})\b", _other(OFFICES)),
    ("negation", r"\b(?:is|are|was|were|has|have|had|will|would)\b(?= [a-z])", _denied),
    ("same-number", r"(?<![\d,.:-])\b(?:[2-9]|1[0-2])\b(?![\d,.:]\d)", _in_words),
    ("same-number", r"\b\d{1,3},\d{3}\b", lambda found, _: found.group().replace(",", "")),
    ("same-date", MONTH_DAY, _turned),
    ("same-name", rf"\b{NAME} {NAME}\b", lambda found, _: found.group().split()[1]),
)
"""Kind, what is edited, and how."""


def edited(sentences: list[str], seed: int, most: int) -> Iterator[Pair]:
    """Up to `most` pairs of each sort of edit, in an order that depends on the seed alone."""
    choose = random.Random(seed)
    for kind, pattern, edit in EDITS:
        made = 0
        for sentence in choose.sample(sentences, len(sentences)):
            found = list(re.finditer(pattern, sentence))
            if not found or made >= most:
                continue
            one = choose.choice(found)
            if kind == "number" and _in_date(sentence, one):
                continue
            new = edit(one, choose)
            if new != one.group():
                made += 1
                x, y = ("", new.partition(" ")[2]) if kind == "negation" else (one.group(), new)
                yield Pair(
                    sentence, sentence[: one.start()] + new + sentence[one.end() :], kind, x, y
                )


def _in_date(sentence: str, found: re.Match[str]) -> bool:
    months = "|".join(name[:3] for name in MONTHS)
    before = re.search(rf"(?:{months})[a-z]*\.? $", sentence[: found.start()])
    return bool(before or re.match(rf" (?:of )?(?:{months})", sentence[found.end() :]))
