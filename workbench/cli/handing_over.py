"""export: what leaves the workbench for the editor's spreadsheet, or for another program."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.cli.arguments import Word, review_argument
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from workbench.core.review import ReviewState


def _kinds() -> Sequence[str]:
    from workbench.export import KINDS

    return KINDS


class _Format(click.ParamType):  # type: ignore[type-arg]  # click 8.1 takes none
    """A format of the kind that is exported, which only the whole line can tell."""

    name = "format"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> "list[CompletionItem[Any]]":
        """The formats of that kind that begin so; of any kind while none is named."""
        from click.shell_completion import CompletionItem

        from workbench.export import ENDINGS, KINDS, formats

        kind = ctx.params.get("kind")
        known = formats(kind) if kind in KINDS else tuple(ENDINGS)
        return [CompletionItem(name) for name in known if name.startswith(incomplete.casefold())]


_SAME_FOR_ALL = ("articles", "annotations", "evidence", "log")


@click.command(
    "export",
    cls=Command,
    no_json="--format jsonl writes JSON, one object a line",
    examples=(
        "workbench export Afgh --as claims -o claims.csv",
        "workbench export Afgh --as claims --format jsonl | jq .quote",
        "workbench export Afgh --as matrix --quotes -o matrix.csv",
        "workbench export Afgh --as log -o log.jsonl",
        "workbench export Afgh --as report -o report.html",
        "workbench export Afgh --as annotations -o annotations.jsonld",
        "workbench export Afgh --as claimreview --url https://example.org/our-check",
        "workbench export Afgh --as bundle -o everything.zip",
    ),
)
@review_argument
@click.option(
    "--as",
    "kind",
    required=True,
    type=Word("kind of export", _kinds),
    metavar="KIND",
    help="What to write: claims, report, bundle and more; an unknown word lists them all.",
)
@click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(allow_dash=True),
    metavar="PATH",
    help="The file to write, or - for standard output, which is also the default.",
)
@click.option(
    "--format",
    "file_format",
    type=_Format(),
    metavar="FORMAT",
    help="csv or jsonl, for a report html or md; else by the ending of PATH, else the usual one.",
)
@click.option(
    "--raw",
    is_flag=True,
    help="CSV without the apostrophe that keeps a spreadsheet from running a cell as a formula.",
)
@click.option(
    "--quotes",
    is_flag=True,
    help="Beside the cells of a matrix the articles' words; in a bundle too.",
)
@click.option(
    "--url",
    default="",
    metavar="ADDRESS",
    help="In a claimreview: the page on which the report, or the findings, will stand.",
)
@click.option(
    "--with-texts",
    is_flag=True,
    help="In a bundle: the articles' texts too. They are others' work; pass on what you may.",
)
@pass_call
def export_command(
    call: Call,
    /,
    *,
    review: str,
    kind: str,
    path: str | None,
    file_format: str | None,
    raw: bool,
    quotes: bool,
    url: str,
    with_texts: bool,
) -> None:
    """Write a part of REVIEW as a table, or all of it as a report, or everything as a bundle.

    annotations are the claims, links and findings as W3C annotations; claimreview is the findings
    for search engines, in schema.org's words; bundle is all exports in a zip, with a manifest.

    Points, standings and positions are those of the analyst, so --analyst decides whose. A file
    that is there is replaced whole.
    """
    from pathlib import Path

    from workbench.errors import UsageError
    from workbench.export import BINARY, ENDINGS, format_named, format_of, write_file
    from workbench.handing_over import hand_over

    target = None if path in (None, "", "-") else Path(str(path))
    written = format_named(kind, file_format) if file_format else format_of(target, kind)
    if target is None and written in BINARY and output.is_read():
        raise UsageError(f"A {kind} is a file, not text; name it: -o review{ENDINGS[written][0]}")
    with call.open_store() as store:
        state = call.load(store, review)
        with call.telling(f"Exporting {kind}") as tell:
            content = hand_over(
                store,
                state,
                kind,
                file_format=written,
                raw=raw,
                quotes=quotes,
                url=url,
                with_texts=with_texts,
                tell=tell,
            )
    if sentence := _whose(state, kind):
        call.say(sentence)
    if target is None:
        output.data(content)
        return
    write_file(target, content)
    call.say(f"Wrote the {kind} of “{state.review.title}” to {target} ({len(content):,} bytes).")


def _whose(state: "ReviewState", kind: str) -> str:
    """What is said when all marks are others', for then every claim is a point of its own."""
    from workbench.cli.wording import enumerate_all, typed

    made = {one.analyst for held in (state.links, state.findings) for one in held.values()}
    if kind in _SAME_FOR_ALL or not made or state.analyst in made:
        return ""
    others = sorted(made)
    return (
        f"Points, standings and conclusions are those of {state.analyst}, who has made no link and "
        f"no finding in “{state.review.title}”; {enumerate_all(others)} "
        f"{'has' if len(others) == 1 else 'have'}: --analyst {typed(others[0])}."
    )
