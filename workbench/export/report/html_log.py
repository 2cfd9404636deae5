"""The log on the page: how verdicts came about, and who did what when."""

from collections.abc import Iterator

from workbench.core.text import count
from workbench.export.report.dossier import Day, Doer, Dossier, Judged, VerdictHistory
from workbench.export.report.html_parts import paragraphs, stranger
from workbench.export.report.log import EVERY_ACT
from workbench.export.report.markup import Node, element
from workbench.export.report.words import in_one_breath


def verdicts(dossier: Dossier) -> Iterator[Node]:
    """Every state of every finding, with its reasons in full."""
    for one in dossier.verdicts:
        yield _history(one)


def _history(one: VerdictHistory) -> Node:
    return element(
        "section",
        element(
            "h3",
            element("span", f"Finding {one.finding}", class_="number"),
            " ",
            stranger(one.wording),
            " (taken away)" if one.gone else None,
            id=f"verdicts-of-{one.finding}",
        ),
        element("ol", (_state(each) for each in one.states), class_="states"),
        class_="history",
    )


def _state(one: Judged) -> Node:
    return element(
        "li",
        element(
            "p",
            element("time", f"{one.at} UTC"),
            ", ",
            stranger(one.analyst),
            f", {one.how}: ",
            element("strong", stranger(one.verdict or "no verdict")),
            f", {one.confidence} confidence" if one.confidence else None,
        ),
        paragraphs(one.rationale, class_="rationale") if one.rationale else None,
    )


def log(dossier: Dossier) -> Iterator[Node]:
    """What each analyst did, day by day, and every act while there are not too many."""
    if not dossier.days:
        return
    yield element(
        "table",
        element("caption", f"{count(dossier.acts, 'act')}; times are UTC"),
        element(
            "thead",
            element(
                "tr",
                element("th", "Day", scope="col"),
                element("th", "Analyst", scope="col"),
                element("th", "What", scope="col"),
            ),
        ),
        element("tbody", (_row(day, doer) for day in dossier.days for doer in day.doers)),
        class_="days",
    )
    if dossier.acts > EVERY_ACT:
        yield element(
            "p",
            f"A dossier lists no more than {EVERY_ACT:,} acts one by one; ",
            element("code", "workbench export REVIEW --as log"),
            " writes all of them.",
            class_="aside",
        )
    for day in dossier.days:
        if day.acts:
            yield element("h3", day.date)
            yield element(
                "ol",
                (
                    element(
                        "li",
                        element("time", one.time),
                        " ",
                        stranger(one.analyst),
                        " ",
                        stranger(one.words),
                    )
                    for one in day.acts
                ),
                class_="acts",
            )


def _row(day: Day, doer: Doer) -> Node:
    hours = doer.first if doer.first == doer.last else f"{doer.first}–{doer.last}"
    return element(
        "tr",
        element("th", day.date, element("span", f" {hours}", class_="small"), scope="row"),
        element("td", stranger(doer.analyst)),
        element("td", in_one_breath(doer.acts)),
    )
