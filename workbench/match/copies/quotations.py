"""Direct quotations, and those that two texts have in common word for word."""

import re
from collections.abc import Iterator

from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.core.segments import Span
from workbench.match.copies.passages import Passage, shared_runs
from workbench.match.copies.tokens import WORD_WEIGHT, pieces, tokens

LEAST = 6 * WORD_WEIGHT
"""Six words (ten characters): fewer are said by two people by chance."""

# A quotation that goes on in the next paragraph is not closed at the end of the first.
_QUOTED = re.compile(
    r"“(?P<a>[^“”\n]+)(?:”|$)"
    r"|„(?P<b>[^„“”\n]+)[“”]"
    r"|«(?P<c>[^«»\n]+)(?:»|$)"
    r"|「(?P<d>[^「」\n]+)」|『(?P<e>[^『』\n]+)』|《(?P<f>[^《》\n]+)》"
    r"|(?<!\w)\"(?P<g>[^\"\n]+)\"(?!\w)"
    r"|(?<!\w)‘(?P<h>(?:[^‘’“”\n]|(?<=\w)’(?=\w)){2,2000})’",
    re.MULTILINE,
)


def quotations(text: Text) -> Iterator[Span]:
    """Where the words between quotation marks stand, without the marks, in reading order.

    A quotation never reaches over the end of a line. Plain apostrophes are no quotation marks.
    """
    for start, end in pieces(text):
        for match in _QUOTED.finditer(text[start:end]):
            low, high = match.span(match.lastgroup or 0)
            yield start + low, start + high


def identical_quotations(a: Text, b: Text, tell: Tell = nobody) -> list[Passage]:
    """Six words or more that both texts have between quotation marks, word for word.

    One may quote more than the other: it is the words quoted in both that are given.

    Args:
        a: canonical text of one article.
        b: of the other.
        tell: told every few milliseconds how far a step of it is; what it raises stops the work.

    Returns:
        Spans of the words in both texts, in the order of the first.
    """
    said = tokens(a, quotations(a), tell), tokens(b, quotations(b), tell)
    return shared_runs(*said, LEAST, tell)
