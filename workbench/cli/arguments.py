"""What the arguments of commands may be, and how they are completed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.errors import NotFoundError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from workbench.core.model import Article, Claim, Evidence, Finding, Link, Relation
    from workbench.core.review import ReviewState

_Function = TypeVar("_Function", bound=Callable[..., Any])

KINDS = ("claim", "link", "article", "finding", "evidence")
"""What has a number of its own."""


class Number(click.ParamType):  # type: ignore[type-arg]  # click 8.1 takes none
    """The short number of a claim, link, article, finding or piece of evidence.

    Args:
        what: which of them; "" when another argument says so.
    """

    name = "number"

    def __init__(self, what: str = "") -> None:
        self.what = what

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or a refusal that says where numbers are to be found."""
        if isinstance(value, int):
            return value
        if not (len(value) < 18 and value.isascii() and value.isdigit() and int(value) > 0):
            self.fail(
                f"“{value}” is no number{f' of {a(self.what)}' if self.what else ''}; "
                "`workbench show REVIEW` shows them.",
                param,
                ctx,
            )
        return int(value)

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> "list[CompletionItem]":
        """The numbers there are in the review, with what they name."""
        from workbench.cli.completion import numbers

        return numbers(ctx, self.what or str(ctx.params.get("kind") or ""), incomplete)


class Word(click.ParamType):  # type: ignore[type-arg]
    """One of a few words, or an unambiguous beginning of one.

    Args:
        what: what the words are, for the refusal: `relation`.
        words: gives the words; called only when they are needed.
        blank: whether it may be nothing at all, which clears a field.
    """

    def __init__(
        self, what: str, words: Callable[[], Sequence[str]], *, blank: bool = False
    ) -> None:
        self.what = what
        self.name = what
        self.words = words
        self.blank = blank

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The whole word, or a refusal that lists the words there are."""
        words = self.words()
        folded = value.casefold().strip()
        if self.blank and not folded:
            return ""
        begun = [word for word in words if folded and word.startswith(folded)]
        if folded in words or len(begun) == 1:
            return str(folded) if folded in words else begun[0]
        listed = f"{', '.join(words[:-1])} or {words[-1]}"
        return self.fail(f"“{value}” is no {self.what}; it is {listed}.", param, ctx)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> "list[CompletionItem]":
        """The words that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words() if word.startswith(incomplete)]


class VerdictName(click.ParamType):  # type: ignore[type-arg]
    """A verdict of the review's list, which only the review itself can tell."""

    name = "verdict"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> "list[CompletionItem]":
        """The verdicts of the review that begin so."""
        from workbench.cli.completion import verdicts

        return verdicts(ctx, incomplete)


def _relations() -> Sequence[str]:
    from workbench.core.model import RELATIONS

    return RELATIONS


def _confidences() -> Sequence[str]:
    from workbench.core.model import CONFIDENCES

    return [name for name in CONFIDENCES if name]


def _kinds_of_evidence() -> Sequence[str]:
    from workbench.core.model import EVIDENCE_KINDS

    return EVIDENCE_KINDS


def a(what: str) -> str:
    """A word with its article: `a claim`, `an article`; evidence has none."""
    if what == "evidence":
        return what
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def several(what: str) -> str:
    """A word for several of them, which is also what their export is called."""
    return what if what == "evidence" else f"{what}s"


RELATION = Word("relation", _relations)
KIND = Word("kind of thing", lambda: KINDS)
CONFIDENCE = Word("confidence", _confidences, blank=True)
EVIDENCE_KIND = Word("kind of evidence", _kinds_of_evidence)


def review_argument(function: _Function) -> _Function:
    """The argument REVIEW: a title or the beginning of one."""
    return click.argument("review", shell_complete=_complete_review)(function)


def optional_review_argument(function: _Function) -> _Function:
    """The same where it may be left out."""
    return click.argument("review", required=False, shell_complete=_complete_review)(function)


def _complete_review(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    from workbench.cli.completion import titles

    return titles(ctx, incomplete)


def the_claim(state: "ReviewState", number: int) -> "Claim":
    """The claim of this number, or a refusal."""
    return state.claim_numbered(number) or _missing(state, "claim", number)


def the_link(state: "ReviewState", number: int) -> "Link":
    """The link of this number, or a refusal."""
    return state.link_numbered(number) or _missing(state, "link", number)


def the_article(state: "ReviewState", number: int) -> "Article":
    """The article of this number, or a refusal."""
    return state.article_numbered(number) or _missing(state, "article", number)


def the_finding(state: "ReviewState", number: int) -> "Finding":
    """The finding of this number, or a refusal."""
    return state.finding_numbered(number) or _missing(state, "finding", number)


def the_evidence(state: "ReviewState", number: int) -> "Evidence":
    """The evidence of this number, or a refusal."""
    return state.evidence_numbered(number) or _missing(state, "evidence", number)


def the_relation(word: str) -> "Relation":
    """A word that is known to be a relation, as one."""
    from typing import cast

    return cast("Relation", word)


def _missing(state: "ReviewState", what: str, number: int) -> Any:
    known = len(state.records(what))
    there = f"it has {known}" if known else "it has none yet"
    raise NotFoundError(
        f"There is no {what} {number} in “{state.review.title}”; {there}, and `workbench show` "
        "shows them by number."
    )
