"""compare: the values in which two texts differ."""

import re
from typing import TYPE_CHECKING, Any

import click

from workbench.cli import output
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.cli.typing_in import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workbench.match.differences import Difference

_ESCAPES = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]")
_NO_CHARACTERS = re.compile("[\ud800-\udfff]")  # bytes of a command line that are no UTF-8


@click.command(
    "compare",
    cls=Command,
    examples=(
        'workbench compare "Ten people were hurt" "Eleven were hurt, police said"',
        'workbench compare "Friday" "Sunday" --dates 2025-10-08 2025-10-09',
        'fetch-sentence 17 | workbench compare - "350 miles away" --json',
    ),
)
@click.argument("one", metavar="TEXT")
@click.argument("other", metavar="TEXT")
@click.option(
    "--dates",
    nargs=2,
    metavar="DATE DATE",
    help="When each was published, so that “Friday” is a day. YYYY-MM-DD, or - for not known.",
)
@pass_call
def compare_command(call: Call, one: str, other: str, dates: tuple[str, str] | None) -> None:
    """Say in which values two sentences differ.

    Values are numbers, quantities, dates, names, places, offices, and what one of them denies. Two
    ways to write the same value are no difference, and nor is what only one of them mentions.

    A TEXT may be -, for standard input. --json tells the places, in characters from 0.
    """
    from workbench.match.differences import differences

    if one == other == "-":
        raise click.UsageError("Only one of the texts can be standard input.")
    texts = tuple(
        _clean(read_words(call).rstrip("\r\n") if text == "-" else text) for text in (one, other)
    )
    days = [_date(day) for day in dates] if dates else [None, None]
    found = differences(texts[0], texts[1], days[0], days[1])
    if call.json:
        output.answer(answers(found, *texts))
        return
    for each in found:
        output.text(words(each, *texts))
    if not found:
        if any(any(map(str.isalnum, text)) for text in texts):
            call.say("No difference was found: no two values for the same thing.")
        else:
            call.say("There is nothing to compare: the texts have no words.")


def answers(found: "Sequence[Difference]", one: str, other: str) -> list[dict[str, Any]]:
    """Differences as JSON gives them: what they are, the words, and where these stand."""
    return [
        {
            "kind": each.kind,
            "a": one[each.a_start : each.a_end],
            "a_start": each.a_start,
            "a_end": each.a_end,
            "a_value": each.a_value,
            "b": other[each.b_start : each.b_end],
            "b_start": each.b_start,
            "b_end": each.b_end,
            "b_value": each.b_value,
        }
        for each in found
    ]


def words(difference: "Difference", one: str, other: str) -> str:
    """A difference on a line: `number: ten / eleven`."""
    from workbench.core.text import one_line

    sides = (
        one_line(one[difference.a_start : difference.a_end]) or "–",
        one_line(other[difference.b_start : difference.b_end]) or "–",
    )
    return f"{difference.kind}: {sides[0]} / {sides[1]}"


def _clean(text: str) -> str:
    """The same without what only means something to a terminal; no place in it moves."""
    text = _ESCAPES.sub(lambda found: " " * len(found.group()), text)
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)


def _date(day: str) -> "date | None":
    from datetime import date

    from workbench.intake.fields import CHECKS, parse_published

    if day == "-":
        return None
    read = parse_published(day)
    if not read:
        raise click.UsageError(f"“{day}” is no {CHECKS['published_on'][1]}; - for not known.")
    return date.fromisoformat(read)
