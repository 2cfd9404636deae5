"""import: what left the workbench, or another tool, comes back in."""

import sys
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.arguments import Number, review_argument, the_article
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.incoming import Incoming
    from workbench.core.model import Article
    from workbench.core.placing import PlacedText
    from workbench.core.review import ReviewState
    from workbench.core.taking_in import Plan
    from workbench.store import Store

_STANDARD_INPUT = "-"


@click.command(
    "import",
    cls=Command,
    examples=(
        "workbench import Afgh claims.csv links.csv",
        "workbench import Afgh --dry-run from-the-desk.csv",
        "workbench import Afgh --json --article 3 annotations.json",
        "workbench export Afgh --as claims --format jsonl | workbench import Copy -",
    ),
)
@review_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--replace",
    is_flag=True,
    help="What is in REVIEW and says otherwise becomes what the file says.",
)
@click.option(
    "--raw", is_flag=True, help="The CSV was written with `export --raw`, without apostrophes."
)
@click.option(
    "--article",
    type=Number("article"),
    metavar="NUMBER",
    help="Which article is meant where a file does not say it by id or hash.",
)
@pass_call
def import_command(
    call: Call,
    /,
    *,
    review: str,
    files: tuple[str, ...],
    dry_run: bool,
    replace: bool,
    raw: bool,
    article: int | None,
) -> None:
    """Take claims, links, findings and evidence into REVIEW.

    A FILE is what `workbench export` wrote (claims, links, findings, evidence or articles as CSV or
    JSON Lines, annotations, a bundle), also after a spreadsheet saved it, or W3C Web Annotations of
    another tool; - is standard input. Its articles must be in REVIEW already: see `workbench add`.
    Links may be in the same call as their claims, and all of it is one act that `workbench undo`
    takes back.

    Quotes are found again in the articles. What is not found, or in more than one place, is listed
    and left out; what is there already is left, and so is what says otherwise, unless --replace
    says so: exit code 1 when something of the files is not in REVIEW afterwards. A file that
    cannot be understood is named with its line, and so is a file of a bundle that is not what the
    bundle's manifest and sums say; then nothing at all comes in.
    """
    from workbench.core.incoming import told_article
    from workbench.core.taking_in import take_in
    from workbench.imports import read_import

    with call.open_store() as store:
        state = call.load(store, review)
        if article is not None:
            the_article(state, article)  # refused before anything is read
        with call.telling("Importing") as tell:
            incoming: list[Incoming] = []
            for name in files:
                tell(0, 0, name)
                incoming += (
                    _typed(call, raw=raw)
                    if name == _STANDARD_INPUT
                    else read_import(name, raw=raw, say=call.complain)
                )
            if article is not None:
                incoming = [told_article(what, article) for what in incoming]
            given = store.numbers_given(state.review.id)
            plan = take_in(state, incoming, _texts(store), given=given, replace=replace, tell=tell)
            if plan.change is not None and not dry_run:
                state.apply(store.commit(plan.change, tell).rows)
    if call.json:
        call.report(_answer(state, plan, dry_run=dry_run))
    for sentence in _complaints(state, plan):
        call.complain(sentence)
    for sentence in _words(state, plan, dry_run=dry_run):
        call.say(sentence)
    if plan.left_out or plan.differing:
        raise click.exceptions.Exit(1)


def _typed(call: Call, *, raw: bool) -> "list[Incoming]":
    from workbench.errors import ImportRefusedError, IntakeError
    from workbench.imports import LIMIT, read_bytes
    from workbench.intake.files import read_all

    name = "standard input"
    if sys.stdin is None:
        raise ImportRefusedError(f"{name} is closed; name a file.")
    try:
        data = read_all(sys.stdin.buffer, name, LIMIT)
        return read_bytes(data, name, raw=raw, say=call.complain)
    except IntakeError as error:
        raise ImportRefusedError(str(error)) from error


def _texts(store: "Store") -> Any:
    """What gives the text of an article; each is read once."""
    from workbench.core.placing import PlacedText

    read: dict[str, PlacedText] = {}

    def text(article: "Article") -> "PlacedText":
        if article.id not in read:
            read[article.id] = PlacedText(article, store.text(article))
        return read[article.id]

    return text


# What is said


def _complaints(state: "ReviewState", plan: "Plan") -> "Iterator[str]":
    from workbench.cli.wording import enumerate_all

    for what, why in plan.left_out:
        yield f"{what.where}: {_name(what)} was left out: {why}.{_quoted(what)}"
    for what, record, columns in plan.differing:
        number = getattr(record, "number", "")
        yield (
            f"{what.where}: {what.table} {number} of “{state.review.title}” says otherwise in "
            f"{enumerate_all(columns)}, and was left as it is."
        )


def _words(state: "ReviewState", plan: "Plan", *, dry_run: bool) -> "Iterator[str]":
    from workbench.cli.wording import typed

    for table, record_id, number in plan.renumbered:
        record = state.record(table, record_id)
        here = "gets the next one" if record is None else f"is {table} {_number(record)} here"
        yield f"The number of {table} {number} of the files is taken: it {here}."
    for what in plan.by_position:
        yield (
            f"{what.where}: {_name(what)} gives no words and was placed by its position alone; "
            "look whether these are the words that are meant."
        )
    for verdict in _unlisted(state, plan):
        yield (
            f"“{verdict}” is no verdict of this review and is kept as the file has it; `workbench "
            f"verdicts {typed(state.review.title)}` lists those there are."
        )
    there = _counts(plan.there)
    if there:
        yield f"{there} {'was' if sum(plan.there.values()) == 1 else 'were'} there already."
    if plan.differing:
        yield "--replace takes what the files say."
    title = state.review.title
    done = [_counts(plan.made)] if plan.made else []
    done += [f"{_counts(plan.replaced)} changed"] if plan.replaced else []
    if not done:
        yield f"Nothing {'would be' if dry_run else 'was'} imported into “{title}”."
    elif dry_run:
        yield f"Would import into “{title}”: {'; '.join(done)}. Nothing is written."
        yield from _of_others(plan)
    else:
        undo = f"`workbench undo {typed(title)}` takes it back."
        yield f"Imported into “{title}”: {'; '.join(done)}. {undo}"
        yield from _of_others(plan)


def _unlisted(state: "ReviewState", plan: "Plan") -> list[str]:
    """Verdicts that come in and are not of the review's list."""
    rows = plan.change.rows if plan.change is not None else ()
    said = {row.after["verdict"] for row in rows if row.table == "finding" and row.after}
    return sorted(said - {"", *state.verdicts})


def _of_others(plan: "Plan") -> "Iterator[str]":
    """Whose opinions were replaced: with a file it can be done, and it is not done in silence."""
    for analyst, number in sorted(plan.theirs.items()):
        yield (
            f"Among what is changed, {number:,} of the links, findings and evidence are "
            f"{analyst}’s."
        )


def _counts(counts: "dict[str, int]") -> str:
    """How many of what: `12 claims and 3 links`."""
    from workbench.cli.wording import enumerate_all
    from workbench.core.text import count

    return enumerate_all(
        [
            count(number, "piece") + " of evidence" if table == "evidence" else count(number, table)
            for table, number in counts.items()
        ]
    )


def _name(what: "Incoming") -> str:
    return f"{what.table} {what.number}" if what.number else f"a {what.table}"


def _number(record: Any) -> int:
    return int(record.number)


def _quoted(what: "Incoming") -> str:
    from workbench.core.events import shorten

    words = what.place.quote if what.place else ""
    return f" “{shorten(words, 80)}”" if words.strip() else ""


def _answer(state: "ReviewState", plan: "Plan", *, dry_run: bool) -> dict[str, Any]:
    return {
        "review": state.review.title,
        "dry_run": dry_run,
        "made": plan.made,
        "there_already": plan.there,
        "replaced": plan.replaced,
        "replaced_of_others": plan.theirs,
        "left_out": [
            {**_about(what), "quote": what.place.quote if what.place else "", "why": why}
            for what, why in plan.left_out
        ],
        "differing": [
            {**_about(what), "number": getattr(record, "number", 0), "columns": list(columns)}
            for what, record, columns in plan.differing
        ],
        "renumbered": [
            {
                "kind": table,
                "id": record_id,
                "number_in_file": number,
                "number": getattr(state.record(table, record_id), "number", 0),
            }
            for table, record_id, number in plan.renumbered
        ],
        "placed_by_position": [_about(what) for what in plan.by_position],
    }


def _about(what: "Incoming") -> dict[str, Any]:
    return {
        "where": what.where,
        "kind": what.table,
        "id": what.id,
        "number_in_file": what.number,
    }
