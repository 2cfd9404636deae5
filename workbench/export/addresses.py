"""What may stand as the address of a page."""

import re

# Less than RFC 3987 allows: what is no address for sure is told as text instead.
_UNFIT = r"\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\[\]\ud800-\udfff\ufff0-\uffff"
_ADDRESS = re.compile(rf"https?://[^/?#{_UNFIT}][^{_UNFIT}]*")


def is_address(text: str) -> bool:
    """Whether a text is a web address that may stand as an IRI."""
    return bool(_ADDRESS.fullmatch(text))
