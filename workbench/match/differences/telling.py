"""The words in which two texts differ, for painting them: one text's side of the differences."""

from datetime import date

from workbench.core.segments import Span
from workbench.match.differences.find import differences


def telling_words(
    text: str, other: str, date_of: date | None = None, date_of_other: date | None = None
) -> list[Span]:
    """Spans of the words of `text` that tell it from `other`.

    Args:
        text: the text whose words are picked out.
        other: the text it is compared with.
        date_of: when the article of `text` came out.
        date_of_other: when the article of `other` did.

    Returns:
        Half-open spans of code points, in reading order, that do not overlap.
    """
    spans: list[Span] = []
    for start, end in sorted(
        (one.a_start, one.a_end) for one in differences(text, other, date_of, date_of_other)
    ):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        elif start < end:
            spans.append((start, end))
    return spans
