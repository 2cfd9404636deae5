"""Finding words in an article."""

import re

from workbench.core.segments import Span


def find(text: str, wanted: str) -> list[Span]:
    """Where words stand in a text, overlapping places left out.

    Smart case: with a capital letter among them upper and lower case differ, else not. A space
    stands for any white space.

    Args:
        text: canonical text.
        wanted: what is looked for, taken literally.

    Returns:
        Half-open spans of code points, in order.
    """
    parts = wanted.split(" ") if wanted.strip() else []
    if not parts:
        return []
    pattern = r"\s+".join(re.escape(part) for part in parts if part)
    flags = 0 if any(map(str.isupper, wanted)) else re.IGNORECASE
    return [match.span() for match in re.finditer(pattern, text, flags)]
