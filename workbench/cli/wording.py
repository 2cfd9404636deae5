"""Small pieces of sentences that several commands say."""

import shlex
from collections.abc import Sequence

from workbench.core.events import shorten
from workbench.core.model import Article, Claim, Finding, Link
from workbench.core.review import ReviewState

_QUOTE = 80  # code points of a quote in a message


def enumerate_all(parts: Sequence[str]) -> str:
    """Several things in one breath: `a, b and c`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def outlet(article: Article | None) -> str:
    """Who ran an article, and when: `Orrin Bay Post, 2025-10-08`."""
    if article is None:
        return "article missing"
    return ", ".join(part for part in (article.outlet or "no outlet", article.published_on) if part)


def quote(claim: Claim) -> str:
    """The beginning of a claim's words, in quotation marks."""
    return f"“{shorten(claim.quote, _QUOTE)}”"


def claim_words(state: ReviewState, claim: Claim) -> str:
    """A claim in a sentence: `claim 3, article 2 (no outlet): “…”`."""
    article = state.articles.get(claim.article_id)
    number = f"article {article.number}" if article else "article"
    return f"claim {claim.number}, {number} ({outlet(article)}): {quote(claim)}"


def link_words(state: ReviewState, link: Link) -> str:
    """What a link says: `claim 3 conflicts with claim 7, role`."""
    one, other = ends(state, link)
    if not link.same_event:
        return f"claims {one} and {other} are about different events"
    reason = f", {link.reason}" if link.reason else ""
    relation = {
        "agrees": f"claim {one} agrees with claim {other}",
        "conflicts": f"claim {one} conflicts with claim {other}",
        "unverified": f"claims {one} and {other} are unverified",
    }[link.relation]
    return relation + reason


def finding_words(finding: Finding) -> str:
    """What a finding says: `finding 2 of mk: supported, high confidence: “…”`."""
    return (
        f"finding {finding.number} of {finding.analyst}: {judged(finding)}: "
        f"“{shorten(finding.wording, _QUOTE)}”"
    )


def judged(finding: Finding) -> str:
    """A verdict and how sure it is: `supported, high confidence`."""
    sure = f", {finding.confidence} confidence" if finding.confidence else ""
    return (finding.verdict or "no verdict yet") + sure


def ends(state: ReviewState, link: Link) -> tuple[int, int]:
    """The numbers of the claims that a link ties."""
    return state.claims[link.from_claim_id].number, state.claims[link.to_claim_id].number


def typed(title: str) -> str:
    """A title as it can be typed in a shell."""
    return shlex.quote(title)


def when(time: str) -> str:
    """A time of the log for people: `2025-10-08 21:09`, UTC."""
    return time[:16].replace("T", " ")


def table(header: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Columns under a header; the last column is as long as it is.

    Args:
        header: the columns' names.
        rows: the cells; no cell is ever cut.
        right: the columns whose cells stand at the right.
    """
    lines = [header, *rows]
    widths = [max(_cells(line[column]) for line in lines) for column in range(len(header))]
    return "\n".join(
        "  ".join(
            _padded(cell, widths[column], at_right=column in right, last=column == len(header) - 1)
            for column, cell in enumerate(line)
        ).rstrip()
        for line in lines
    )


def _padded(cell: str, width: int, *, at_right: bool, last: bool) -> str:
    if at_right:
        return " " * (width - _cells(cell)) + cell
    return cell if last else cell + " " * (width - _cells(cell))


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes, near enough to line a table up."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )
