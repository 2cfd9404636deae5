"""Files -> articles: their exact words, what they say of themselves, what is odd about them."""

from workbench.intake.article import DEFAULT_LIMIT, Draft, read_article, read_stream
from workbench.intake.fields import check_url, checked, parse_published

__all__ = [
    "DEFAULT_LIMIT",
    "Draft",
    "check_url",
    "checked",
    "parse_published",
    "read_article",
    "read_stream",
]
