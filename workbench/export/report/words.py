"""The dossier's own sentences: what signs mean, what was found, how it was done, what it is not."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.point import Sign
from workbench.core.text import count

SIGNS: dict[Sign, str] = {"conflicting": "✗", "agreeing": "✓", "single": "~", "unverified": "?"}
"""The signs of standings."""

STANDINGS: dict[Sign, str] = {
    "conflicting": "conflicting",
    "agreeing": "agreeing",
    "single": "agreeing from one origin",
    "unverified": "unverified",
}
"""What they mean; no sign ever stands without its words."""

RELATIONS = {"agrees": "agrees with", "conflicts": "conflicts with", "unverified": "unverified"}

ORDER = (
    "Points with a finding come first. Of these, and then of the others, those that divide the "
    "articles most: conflicts, then what is undecided, agreement last; and what sets more articles "
    "apart before what sets fewer."
)

MARKED = (
    "Marked words are those in which the workbench found two quotes to differ; it may be wrong, "
    "and it may have missed some. The links below the quotes are an analyst’s own judgement."
)

HASH = 16
"""Digits of a hash in a reference: enough to tell any two texts apart; the list has all 64."""

NO_FINDING = "No finding yet."

ALONE = "No link joins these claims with others."

NO_TEXT = " (of a text that is missing)"

_METHOD = {
    "What was done": (
        "An analyst marked the words in which each article makes a claim, and linked pairs of "
        "claims as agreeing, conflicting or unverified. Claims that a chain of links joins "
        "are on one point; those on it that agree take one position, named A, B, C by date of "
        "publication. The workbench proposes counterparts and differences; only an analyst "
        "marks anything."
    ),
    "What the signs mean": (
        "✓ agreeing: at least two articles say the same, and nothing on the point conflicts. "
        "~ agreeing from one origin: so they do, but all of them are declared to rest on one "
        "and the same origin, which is one voice and not several. ✗ conflicting: a link on "
        "the point says that two claims cannot both hold. ? unverified: neither. A standing "
        "says how the articles stand to each other, not what is true."
    ),
    "Origins": (
        "An origin is where a piece of information ultimately comes from, as far as an "
        "analyst has declared it. What is not declared is unknown; it is never counted as "
        "independent."
    ),
    "Implied relations": (
        "Where A agrees with B and B conflicts with C, A and C are implied to conflict. Such "
        "relations are named as implied and change no standing; nobody has judged them."
    ),
    "What the hashes prove": (
        "A claim’s place is counted in characters (Unicode code points) of the article’s text as "
        "it was captured, from 0: first its first character, then the one after its last. The "
        "SHA-256 values let anybody verify that this text, and the file it came as, have not "
        "changed since. They say nothing about who wrote it, when it was published or whether it "
        "is true. Times are those of the analyst’s own computer."
    ),
    "Limits": (
        "A point that only one article speaks to is not thereby doubtful, and articles that "
        "agree are not thereby right. That an article is silent on a point is no "
        "disagreement. Outlet, date and address of an article are as it gave them or as an "
        "analyst entered them."
    ),
}

METHOD = tuple(_METHOD.items())
"""What was done, what it means and what it does not: a heading and a paragraph each."""


class Others(NamedTuple):
    """What in a review is of other analysts than the one whose points these are.

    Attributes:
        links: how many of their links there are.
        linked: who made them, by name.
        findings: how many of their findings there are.
        concluded: who made them, by name.
    """

    links: int = 0
    linked: tuple[str, ...] = ()
    findings: int = 0
    concluded: tuple[str, ...] = ()


def in_one_breath(parts: Sequence[str]) -> str:
    """Several things as people say them: `a, b and c`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def standings(signs: Sequence[Sign]) -> str:
    """How many points stand how: `1 conflicting, 2 agreeing and 4 unverified`; "" of none."""
    counted = [
        f"{number:,} {words}" for sign, words in STANDINGS.items() if (number := signs.count(sign))
    ]
    return in_one_breath(counted)


def what_was_found(
    *,
    articles: int,
    claims: int,
    signs: Sequence[Sign],
    only_here: int,
    verdicts: Sequence[str],
    questions: Sequence[int],
    apart: int,
    analyst: str,
    others: Others,
) -> tuple[str, ...]:
    """The summary: a few sentences with the figures that an editor asks for first.

    Args:
        articles: how many there are.
        claims: how many were marked.
        signs: the sign of each point.
        only_here: how many points one article alone speaks to.
        verdicts: that of each finding of the analyst, "" for none.
        questions: how many questions of each kind are open.
        apart: how many pairs are about different events.
        analyst: whose points these are.
        others: what is of other analysts.
    """
    if not claims:
        return (f"This review holds {count(articles, 'article')}. No claim has been marked yet.",)
    told = [
        f"This review compares {count(articles, 'article')}. {count(claims, 'claim')} "
        f"{'was' if claims == 1 else 'were'} marked; they speak to "
        f"{count(len(signs), 'point')}: {standings(signs)}. "
        + (
            f"Of these points, {only_here:,} {'is' if only_here == 1 else 'are'} made in one "
            "article only."
            if only_here
            else "Every point is made in more than one article."
        )
    ]
    if others.links:
        told.append(
            f"Points and standings are those of {analyst}. {count(others.links, 'link')} of "
            f"{in_one_breath(others.linked)} {'is' if others.links == 1 else 'are'} shown and not "
            "counted."
        )
    told.append(_concluded(verdicts, analyst, others))
    if apart:
        told.append(
            f"{count(apart, 'pair')} of claims that {'reads' if apart == 1 else 'read'} alike "
            f"{'is' if apart == 1 else 'are'} set apart as being about different events."
        )
    told.append(
        f"{count(sum(questions), 'question')} {'is' if sum(questions) == 1 else 'are'} open, of "
        f"{count(len(questions), 'kind')}; {'it is' if sum(questions) == 1 else 'they are'} listed "
        "under “Open questions”."
        if questions
        else "No question is open."
    )
    return tuple(told)


def _concluded(verdicts: Sequence[str], analyst: str, others: Others) -> str:
    theirs = f"{count(others.findings, 'finding')} of {in_one_breath(others.concluded)}"
    shown = f"{theirs} {'is' if others.findings == 1 else 'are'} shown by name."
    if not verdicts and others.findings:
        return f"{analyst} has made no finding yet. {shown}"
    if not verdicts:
        return "No finding has been made yet: nothing in this dossier is a conclusion."
    names = list(dict.fromkeys(sorted(filter(None, verdicts), key=lambda v: -verdicts.count(v))))
    counted = [f"{verdicts.count(name):,} {name}" for name in names]
    if without := verdicts.count(""):
        counted.append(f"{without:,} without a verdict")
    whose = f" of {analyst}" if others.findings else ""
    told = f"{count(len(verdicts), 'finding')}{whose}: {in_one_breath(counted)}."
    return f"{told} {shown}" if others.findings else told
