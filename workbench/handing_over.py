"""From a review to the bytes of an export: the one road, for screen and command line alike."""

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.core.long_text import Text
from workbench.core.model import Claim
from workbench.core.progress import Tell, nobody
from workbench.core.review import ReviewState
from workbench.store import Store
from workbench.store.schema import VERSION as SCHEMA

# The screen opens without it.
if TYPE_CHECKING:
    from workbench.export import Material


def hand_over(
    store: Store,
    state: ReviewState,
    kind: str,
    *,
    file_format: str = "",
    raw: bool = False,
    quotes: bool = False,
    url: str = "",
    with_texts: bool = False,
    tell: Tell = nobody,
) -> bytes:
    """An export of a review, with all that its kind needs beside the review itself.

    Args:
        store: the open database; log and texts are read from it while the export is made.
        state: the review, as the analyst sees it whose points and standings are wanted.
        kind: one of `workbench.export.KINDS`.
        file_format: one of the kind's; "" for the usual one.
        raw: leave the formula guard of `csv` off.
        quotes: whether the cells of a matrix have their quotes beside them.
        url: where the findings will stand; a claimreview says it, by itself and in a bundle.
        with_texts: whether the articles' texts go into a bundle.
        tell: told now and then how far it is; what it raises ends the work.

    Returns:
        The whole file.

    Raises:
        UsageError: there is no such kind, or it is not written so; or the address is none.
        StoreError: the database could not be read.
    """
    from workbench.export import DOCUMENTS, check_address, check_texts, export

    check_address(kind, url)
    check_texts(kind, with_texts=with_texts)
    material = None
    if kind in DOCUMENTS:
        material = replace(gathered(store, state), url=url, with_texts=with_texts)
    events = store.history(state.review.id) if kind == "log" else ()
    return export(
        state,
        kind,
        events=events,
        file_format=file_format,
        raw=raw,
        quotes=quotes,
        material=material,
        tell=tell,
    )


def gathered(store: Store, state: ReviewState) -> "Material":
    """What documents are made of: the log, the differences between quotes, the texts.

    Args:
        store: the open database; texts are read from it when they are asked for.
        state: the review.
    """
    from workbench.export import Material

    # Of articles of many megabytes no more than one is kept.
    @lru_cache(maxsize=1)
    def text(article_id: str) -> Text:
        return store.long_text(state.articles[article_id])

    from workbench.offering import differing

    return Material(
        events=store.history(state.review.id),
        differing=partial(differing, state),
        hint=partial(_hint, state),
        text=text,
        version=__version__,
        schema=SCHEMA,
    )


def _hint(state: ReviewState, one: Claim, other: Claim) -> str:
    """In which values two claims differ, in words."""
    from workbench.offering import hint, published

    days = (published(state.articles.get(claim.article_id)) for claim in (one, other))
    return hint(one.quote, other.quote, *days)
