"""Lines that belong to the page and not to the article: “Read also”, cookies, copyright.

Two articles of one outlet have them in common without having copied anything, so shared text leaves
them out. Only short lines that begin in one of a few well-known ways are taken for such.
"""

import re
from collections.abc import Iterator

LONGEST = 240
"""Code points of the longest line that can be furniture; longer ones are articles' own."""

_BEGINNINGS = (
    "also read|read also|read more|read next|see also|more on this|related(?: stor| article|:)"
    "|recommended(?: stor|:)|advertisement|story continues below|sign up (?:for|to)|subscribe"
    "|follow us|share this|click here|download (?:the|our) app|we use cookies|this (?:web)?site "
    "uses cookies|by continuing to (?:use|browse)|accept (?:all )?cookies|all rights reserved"
    "|copyright|©|terms of use|privacy policy|skip to (?:main )?content|join our|support our"
    "|this material may not be|our (?:newsletter|standards:)|newsletter"
    "|читайте также|подписывайтесь|все права защищены|lesen sie auch|mehr zum thema"
    "|lire aussi|à lire aussi|lea también|leer más|اقرأ أيضا|اقرأ المزيد|相关阅读|延伸阅读|版权所有"
)
_LINE = re.compile(rf"^[^\w\n©]{{0,8}}(?:{_BEGINNINGS})[^\n]*$", re.IGNORECASE | re.MULTILINE)


def furniture(text: str) -> Iterator[str | int]:
    """A text in parts: what is the article's own as it stands, furniture as its length.

    The parts follow each other without gaps. In code points.
    """
    done = 0
    for match in _LINE.finditer(text):
        if match.end() - match.start() > LONGEST:
            continue
        if match.start() > done:
            yield text[done : match.start()]
        yield match.end() - match.start()
        done = match.end()
    if done < len(text):
        yield text[done:]
