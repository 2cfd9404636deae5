"""What the tab key completes: commands, titles, numbers, words. It never fails aloud."""

import os
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
)

from workbench.cli import output
from workbench.cli.arguments import Word
from workbench.cli.call import Call
from workbench.cli.command import Command
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.core.review import ReviewState
    from workbench.store import Store

VARIABLE = "_WORKBENCH_COMPLETE"
"""Through which the shell asks."""

_SHOWN = 40  # code points of what a number names


class _Bash(BashComplete):
    """Bash puts what it is given into the line as it is, so titles are escaped for it here."""

    source_template = BashComplete.source_template.replace(
        "read type value", "read -r type value"
    ).replace("COMPREPLY+=($value)", 'COMPREPLY+=("$value")')

    def format_completion(self, item: "CompletionItem[Any]") -> str:
        """One line of the answer, escaped as the beginning of the word demands."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        at = int(os.environ.get("COMP_CWORD", "0"))
        mark = words[at][:1] if at < len(words) else ""
        return f"{item.type},{_escaped(str(item.value), mark)}"


class _Fish(FishComplete):
    """Fish splits at every comma, and titles have commas: what stands after the first is kept."""

    source_template = FishComplete.source_template.replace(
        'string split ","', 'string split --max 1 ","'
    )


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": ZshComplete, "fish": _Fish}


@click.command(
    "completion",
    cls=Command,
    no_json="it prints a script",
    examples=(
        "workbench completion bash >> ~/.bashrc",
        "workbench completion zsh >> ~/.zshrc",
        "workbench completion fish > ~/.config/fish/completions/workbench.fish",
    ),
)
@click.argument("shell", type=Word("shell", lambda: tuple(_SHELLS)), metavar="bash|zsh|fish")
def completion_command(shell: str) -> None:
    """Print what makes the tab key complete commands, titles and numbers in your shell.

    Append it to the file that your shell reads when it starts, as in the examples.
    """
    from workbench.cli.group import workbench

    script = _SHELLS[shell](workbench, {}, "workbench", VARIABLE)
    output.data((script.source_template % script.source_vars()).encode() + b"\n")


def complete(group: click.Command, instruction: str) -> int:
    """Answer the shell: `bash_complete` and the like; and give an exit code."""
    shell, _, wanted = instruction.partition("_")
    if shell not in _SHELLS or wanted != "complete":
        return 1
    completer = _SHELLS[shell](group, {}, "workbench", VARIABLE)
    # A tab key that prints a traceback into the line being typed helps nobody.
    try:
        answer = completer.complete()
    except Exception:  # noqa: BLE001
        return 1
    if answer:
        # As bytes: the tabs in it are the shell's own. What the words hold was cleaned below.
        output.data(answer.encode("utf-8", "surrogateescape") + b"\n")
    return 0


def titles(ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
    """The reviews whose titles begin so, in whatever case."""
    from workbench.core.text import one_line

    store = _store(ctx)
    if store is None:
        return []
    with store:
        folded = incomplete.casefold()
        return [
            CompletionItem(one_line(review.title))
            for review in store.reviews()
            if review.title.casefold().startswith(folded)
        ]


def numbers(ctx: click.Context, what: str, incomplete: str) -> "list[CompletionItem[str]]":
    """The numbers of claims, links and so on of the review that begin so, and what they name."""
    from workbench.bringing_in import describe_article
    from workbench.core.events import shorten
    from workbench.core.evidence import evidence_words
    from workbench.core.text import one_line

    state = _state(ctx)
    if state is None:
        return []
    named: dict[int, str] = {}
    if what == "claim":
        named = {claim.number: shorten(claim.quote, _SHOWN) for claim in state.claims.values()}
    elif what == "article":
        named = {
            article.number: shorten(describe_article(article), _SHOWN)
            for article in state.articles.values()
        }
    elif what == "link":
        named = {
            link.number: f"{state.claims[link.from_claim_id].number} {link.relation} "
            f"{state.claims[link.to_claim_id].number}"
            for link in state.links.values()
        }
    elif what == "finding":
        named = {one.number: shorten(one.wording, _SHOWN) for one in state.findings.values()}
    elif what == "evidence":
        named = {
            one.number: shorten(evidence_words(one), _SHOWN) for one in state.evidence.values()
        }
    return [
        CompletionItem(str(number), help=one_line(named[number]))
        for number in sorted(named)
        if str(number).startswith(incomplete)
    ]


def verdicts(ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
    """The verdicts of the review that begin so, in whatever case."""
    state = _state(ctx)
    folded = incomplete.casefold()
    names = state.verdicts if state is not None else ()
    return [CompletionItem(name) for name in names if name.casefold().startswith(folded)]


def _state(ctx: click.Context) -> "ReviewState | None":
    """The review that the line being typed names, if there is one."""
    # While the value of an option is being typed, click has not yet told the arguments apart; the
    # first of them is the review.
    store, review = _store(ctx), ctx.params.get("review") or next(iter(ctx.args), "")
    if store is None or not review:
        return None
    try:
        with store:
            return store.load(store.find_review(review).id, "")
    except WorkbenchError:
        return None


def _store(ctx: click.Context) -> "Store | None":
    """The database that the line being typed names, if there is one; it is never made here."""
    from workbench.store import Store

    call = ctx.find_object(Call) or Call()
    try:
        return Store(call.database)
    except WorkbenchError:
        return None


def _escaped(value: str, mark: str) -> str:
    """A word as bash wants it typed, after a quotation mark or after none."""
    if mark == "'":
        return value.replace("'", "'\\''")
    if mark == '"':
        return "".join(f"\\{sign}" if sign in '$`"\\' else sign for sign in value)
    return "".join(
        character if character.isalnum() or character in "_-./:@%+,=" else f"\\{character}"
        for character in value
    )
