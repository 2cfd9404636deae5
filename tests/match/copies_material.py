"""Articles to compare, and the ways in which editors and machines rewrite them.

The five digests of `corpus/` are this project's own prose; the others are made of invented words.
"""

from __future__ import annotations

import random
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "corpus"

REWRITTEN = {
    "byline": "wire copy?",
    "cut": "wire copy?",
    "shuffled": "wire copy?",
    "reworded": "wire copy?",
    "spliced": "wire copy?",
    "a part spliced": "shares text",
    "half reworded": "",
    "reworded a little, cut and shuffled": "wire copy?",
}
"""The band each rewrite must come out in."""


def digests() -> dict[str, str]:
    """The five articles, without front matter."""
    found = {}
    for path in sorted(CORPUS.glob("[1-5]*.txt")):
        text = path.read_text(encoding="utf-8")
        found[path.stem] = text.split("\n---\n", 1)[1] if text.startswith("---") else text
    return found


def paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def invented(seed: int, *, letters: str = "abcdefghijklmnoprstuvwy", count: int = 12) -> str:
    """A report of so many paragraphs in words of a made-up language; common words recur."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(900)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    lines = []
    for _ in range(count):
        sentences = []
        for _ in range(chance.randint(2, 4)):
            drawn = chance.choices(words, weights, k=chance.randint(9, 26))
            sentences.append(" ".join(drawn).capitalize() + ".")
        lines.append(" ".join(sentences))
    return "\n\n".join(lines)


def spaceless(seed: int, *, first: int = 0x4E00, signs: int = 1_500, count: int = 12) -> str:
    """The same in a script without spaces."""
    chance = random.Random(seed)
    alphabet = [chr(first + index) for index in range(signs)]
    weights = [1 / (rank + 5) for rank in range(signs)]
    return "\n".join(
        "".join(
            "".join(chance.choices(alphabet, weights, k=chance.randint(14, 40))) + "。"
            for _ in range(chance.randint(2, 4))
        )
        for _ in range(count)
    )


def with_new_byline(text: str, seed: int) -> str:
    """A dateline before it, straight quotation marks, two quotations of its own, a line behind."""
    chance = random.Random(seed)
    lines = paragraphs(text)
    lines[0] = f"MARROW HARBOUR (Own wire) -- {lines[0]}"
    lines.insert(
        chance.randint(1, len(lines)), "“We have heard all of this before,” a shopkeeper told us."
    )
    lines.insert(chance.randint(1, len(lines)), "“Nobody asked the fishermen,” said her neighbour.")
    lines.append("Reporting by our desk; editing by Ulla Prenn")
    return "\n".join(lines).replace("“", '"').replace("”", '"').replace("’", "'")


def cut(text: str, seed: int, keep: int = 4) -> str:
    """Its first paragraph and so many others, in their order; headings are no paragraphs."""
    lines = [line for line in paragraphs(text) if len(line) > 60 or " " not in line]
    others = sorted(random.Random(seed).sample(range(1, len(lines)), keep - 1))
    return "\n\n".join(lines[at] for at in [0, *others])


def shuffled(text: str, seed: int) -> str:
    lines = paragraphs(text)
    random.Random(seed).shuffle(lines)
    return "\n\n".join(lines)


def reworded(text: str, seed: int, share: float = 0.1) -> str:
    """So large a share of the words (pairs of characters where there are no spaces) replaced."""
    chance = random.Random(seed)
    spaces = " " in text
    parts = text.split(" ") if spaces else [text[at : at + 2] for at in range(0, len(text), 2)]
    places = [at for at, part in enumerate(parts) if any(map(str.isalpha, part))]
    for at in chance.sample(places, round(share * len(places))):
        parts[at] = f"zq{at}x" if spaces else chr(0x9000 + at % 90) + chr(0x9100 + at // 90)
    return (" " if spaces else "").join(parts)


def spliced(text: str, other: str, seed: int) -> str:
    """All its paragraphs, one here, one there, among those of another article."""
    chance = random.Random(seed)
    lines = paragraphs(other)
    at = 0
    for line in paragraphs(text):
        at = chance.randint(at, len(lines))
        lines.insert(at, line)
        at += 1
    return "\n\n".join(lines)


def part_spliced(text: str, other: str, seed: int) -> str:
    """A quarter of its words, or a little more, within another article of its length or more."""
    lines = sorted(paragraphs(text), key=len)
    chance = random.Random(seed)
    taken: list[str] = []
    while sum(map(len, taken)) < len(text) / 4:
        taken.append(lines.pop(chance.randrange(len(lines) // 2)))
    whole = paragraphs(other)
    while sum(map(len, whole)) < len(text):
        whole += paragraphs(other.upper())
    middle = len(whole) // 2
    return "\n\n".join([*whole[:middle], *taken, *whole[middle:]])


def rewritten(how: str, text: str, other: str, seed: int) -> str:
    """The text after one of the rewrites of `REWRITTEN`."""
    match how:
        case "byline":
            return with_new_byline(text, seed)
        case "cut":
            return cut(text, seed)
        case "shuffled":
            return shuffled(text, seed)
        case "reworded":
            return reworded(text, seed)
        case "spliced":
            return spliced(text, other, seed)
        case "a part spliced":
            return part_spliced(text, other, seed)
        case "half reworded":
            return reworded(text, seed, 0.5)
        case _:
            return shuffled(cut(reworded(text, seed, 0.03), seed), seed)
