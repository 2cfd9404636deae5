"""export: what leaves the workbench for the editor's spreadsheet, or for another program."""

from collections.abc import Sequence

import click

from workbench.cli import output
from workbench.cli.arguments import Word, review_argument
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command


def _kinds() -> Sequence[str]:
    from workbench.export import KINDS

    return KINDS


def _formats() -> Sequence[str]:
    from workbench.export import FORMATS

    return FORMATS


@click.command(
    "export",
    cls=Command,
    no_json="--format jsonl writes JSON, one object a line",
    examples=(
        "workbench export Afgh --as claims -o claims.csv",
        "workbench export Afgh --as claims --format jsonl | jq .quote",
        "workbench export Afgh --as matrix --quotes -o matrix.csv",
        "workbench export Afgh --as log -o log.jsonl",
    ),
)
@review_argument
@click.option(
    "--as",
    "kind",
    required=True,
    type=Word("kind of export", _kinds),
    metavar="KIND",
    help="What to write: claims, links, matrix, articles, log; an unknown word lists them all.",
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
    type=Word("format", _formats),
    metavar="FORMAT",
    help="csv or jsonl; else by the ending of PATH, and csv without one.",
)
@click.option(
    "--raw",
    is_flag=True,
    help="CSV without the apostrophe that keeps a spreadsheet from running a cell as a formula.",
)
@click.option("--quotes", is_flag=True, help="Beside the cells of a matrix the articles' words.")
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
) -> None:
    """Write a part of REVIEW as a table.

    Points, standings and positions are those of the analyst, so --analyst decides whose. A file
    that is there is replaced whole.
    """
    from pathlib import Path

    from workbench.export import export, format_of, write_file

    target = None if path in (None, "", "-") else Path(str(path))
    if file_format is None:
        file_format = format_of(target)
    with call.open_store() as store:
        state = call.load(store, review)
        events = store.history(state.review.id) if kind == "log" else ()
    with call.telling(f"Exporting {kind}") as tell:
        content = export(
            state, kind, events=events, file_format=file_format, raw=raw, quotes=quotes, tell=tell
        )
    if target is None:
        output.data(content)
        return
    write_file(target, content)
    call.say(f"Wrote the {kind} of “{state.review.title}” to {target} ({len(content):,} bytes).")
