"""Score sentence splitters on the lists of hard cases in tests/core/sentences.

python tools/sentence_scores.py                       the workbench's own splitter
python tools/sentence_scores.py --show                … and the cases it gets wrong
python tools/sentence_scores.py yasbd pysbd syntok    others, where they are installed

Others are told the language of each case where they know it; `NAME-en` is one told English always.
"""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

REPOSITORY = Path(__file__).resolve().parents[1]
LISTS = REPOSITORY / "tests" / "core" / "sentences"

Split = Callable[[str, str], list[str]]
"""Text and language in, the words of the sentences out."""


class Case(NamedTuple):
    """A hard case: its language, its kind, and the sentences it should be split into."""

    language: str
    kind: str
    sentences: list[str]
    text: str


def cases(path: Path) -> list[Case]:
    """The cases of a list; its first line says how they are written."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        language, kind, rest = line.split(" | ", 2)
        tight = " || " in rest
        sentences = rest.split(" || " if tight else " | ")
        found.append(Case(language, kind, sentences, ("" if tight else " ").join(sentences)))
    return found


def own() -> Split:
    """The workbench's splitter; it finds out the language by itself."""
    sys.path.insert(0, str(REPOSITORY))
    from workbench.core.sentences import all_sentences

    return lambda text, _: [text[start:end] for start, end in all_sentences(text)]


def by_language(make: Callable[[str], Any], known: set[str], *, english: bool) -> Split:
    """A splitter that is made for one language at a time."""
    made: dict[str, Any] = {}

    def split(text: str, language: str) -> list[str]:
        language = language if language in known and not english else "en"
        if language not in made:
            made[language] = make(language)
        return list(made[language].segment(text))

    return split


def another(name: str) -> Split:
    """One of the libraries this was measured against."""
    name, _, only = name.partition("-")
    english = only == "en"
    module = importlib.import_module({"syntok": "syntok.segmenter"}.get(name, name))
    if name == "yasbd":
        known = set(module.get_supported_langs())
        return by_language(lambda code: module.BoundaryDetector(lang=code), known, english=english)
    if name in ("pysbd", "sentencesplit"):
        if name == "pysbd":
            known = set(module.languages.LANGUAGE_CODES)
        else:
            known = set(module.list_languages())
        return by_language(
            lambda code: module.Segmenter(language=code, clean=False), known, english=english
        )
    if name == "nupunkt":
        return lambda text, _: list(module.sent_tokenize(text))
    if name == "syntok":
        return lambda text, _: [
            text[sentence[0].offset : sentence[-1].offset + len(sentence[-1].value)]
            for paragraph in module.analyze(text)
            for sentence in map(list, paragraph)
        ]
    raise SystemExit(f"{name} is not known here")


def right(split: Split, case: Case) -> bool:
    """Whether every sentence of a case is found exactly."""
    return [found.strip() for found in split(case.text, case.language) if found.strip()] == (
        case.sentences
    )


def main(arguments: list[str]) -> None:
    """Print, for every splitter and list, the share of cases that are right in every sentence."""
    names = [name for name in arguments if not name.startswith("--")] or ["own"]
    for name in names:
        split = own() if name == "own" else another(name)
        for path in sorted(LISTS.glob("*.txt")):
            every = cases(path)
            wrong = [case for case in every if not right(split, case)]
            share = 1 - len(wrong) / len(every)
            print(
                f"{name:18}{path.stem:14}{len(every) - len(wrong):4} of {len(every)}  {share:.3f}"
            )
            if "--show" in arguments:
                for case in wrong:
                    print("   ", case.language, " ▮ ".join(split(case.text, case.language)))


if __name__ == "__main__":
    main(sys.argv[1:])
