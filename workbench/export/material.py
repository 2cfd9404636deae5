"""What a document is made of beside the review itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workbench.core.apparatus import Difference, Differing
from workbench.core.events import Event
from workbench.core.long_text import Text
from workbench.core.model import Claim


def _none(_one: Claim, _other: Claim) -> Iterable[Difference]:
    return ()


def _silent(_one: Claim, _other: Claim) -> str:
    return ""


def _missing(_article_id: str) -> Text:
    return ""


@dataclass(frozen=True, slots=True)
class Material:
    """What somebody who knows the database and the matching has gathered for a document.

    Attributes:
        events: the review's log, oldest first.
        differing: finds the words in which the quotes of two claims differ.
        hint: says in words in which values they differ; "" when in none that is known.
        text: gives the canonical text of an article, by id; raises `StoreError` where the database
            has lost it.
        raw: whether the formula guard of tables is to be left off.
        quotes: whether the cells of a matrix have their quotes beside them.
        url: where the findings will stand; "" when nobody said.
        with_texts: whether the articles' texts go into a bundle.
        version: of the workbench that exports.
        schema: of the database, its number.
    """

    events: Sequence[Event] = ()
    differing: Differing = _none
    hint: Callable[[Claim, Claim], str] = _silent
    text: Callable[[str], Text] = _missing
    raw: bool = False
    quotes: bool = False
    url: str = ""
    with_texts: bool = False
    version: str = ""
    schema: int = 0
