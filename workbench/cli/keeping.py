"""check, backup and paths: looking after the database."""

from typing import TYPE_CHECKING

import click

from workbench.cli import output
from workbench.cli.arguments import optional_review_argument
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command

if TYPE_CHECKING:
    from workbench.store import Report


@click.command("check", cls=Command, examples=("workbench check", "workbench check Afgh --json"))
@optional_review_argument
@pass_call
def check_command(call: Call, review: str | None) -> None:
    """Verify that everything is as it was marked.

    The hashes of texts and original files, every quote at its place, the log against the tables,
    and the database file itself; of REVIEW, or of all reviews. Nothing is changed.

    Exit code 1 when something is wrong.
    """
    from workbench.store import check

    with call.open_store() as store:
        review_id = call.find_review(store, review).id if review is not None else None
        with call.telling("Checking") as tell:
            report = check(store, review_id, tell)
    if call.json:
        output.answer(report._asdict())
    else:
        output.text(_words(report))
    if report.problems:
        call.complain(
            "Something is wrong; restore a backup, and keep this file for finding out why."
        )
        raise click.exceptions.Exit(1)


@click.command(
    "backup", cls=Command, examples=("workbench backup /media/stick/workbench-2025-10-08.db",)
)
@click.argument("path", type=click.Path())
@pass_call
def backup_command(call: Call, path: str) -> None:
    """Copy the whole database to PATH.

    People may be working in it meanwhile. A file that is there already is never replaced: exit
    code 1. To restore, copy the backup to the place that `workbench paths` names.
    """
    from pathlib import Path

    from workbench.store import back_up

    target = Path(path)
    with call.open_store() as store, call.telling("Copying the database") as tell:
        back_up(store, target, tell)
    size = target.stat().st_size
    call.report(
        {"backup": str(target.absolute()), "bytes": size} if call.json else None,
        f"The whole database is copied to {target} ({size:,} bytes).",
    )


@click.command("paths", cls=Command, examples=("workbench paths", "workbench paths --json"))
@pass_call
def paths_command(call: Call) -> None:
    """Say where the database, the config file and the data folder are.

    The database is the one that commands would use now, with --db, WORKBENCH_DB and the config
    file taken into account. Nothing is made.
    """
    from workbench.paths import config_file, data_folder

    places = {
        "database": call.database.absolute(),
        "config": config_file().absolute(),
        "data_folder": data_folder().absolute(),
    }
    if call.json:
        output.answer({name: str(path) for name, path in places.items()})
        return
    from workbench.cli.wording import table

    first, *others = ((name, str(path)) for name, path in places.items())
    output.text(table(first, others))
    if not call.database.exists():
        call.say("The database is not there yet; `workbench new` makes it.")


def _words(report: "Report") -> str:
    from workbench.cli.wording import enumerate_all
    from workbench.core.text import count

    looked_at = enumerate_all(
        [
            f"{count(report.articles, 'article')} with their texts and original files",
            f"{count(report.claims, 'claim')} at their places",
            f"{count(report.events, 'event')} of the log",
            "the database file",
        ]
    )
    lines = [f"Verified: {looked_at}."]
    if report.problems:
        number = count(len(report.problems), "problem")
        lines.append(f"{number} found:")
        lines += [f"  {problem}" for problem in report.problems]
    else:
        lines.append("Everything is as it should be.")
    return "\n".join(lines)
