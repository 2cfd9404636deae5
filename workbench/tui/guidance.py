"""A short course for newcomers: the next step only, from what the review holds; then silence.

Nothing is remembered. Whoever has made the marks has learnt the keys, and whoever opens a review
that is full of marks is shown how to walk them.
"""

from collections.abc import Callable, Mapping

LEARNT = 3
"""Links after which nothing more is explained."""


def without_claim(counts: Mapping[str, int], key: Callable[[str], str]) -> str:
    """What to do where there is no claim under the cursor, in a sentence or two.

    Args:
        counts: how many `articles`, `claims` and own `links` the review has.
        key: names what to press for a command, by the command's name.
    """
    if not counts["articles"]:
        return without_points(0, key)
    if not counts["claims"]:
        step = (
            f"{key('claim.make')} marks the sentence under the cursor (or what "
            f"{key('select.toggle')} selects); then {key('link.start')} finds its counterpart."
        )
    elif not counts["links"] and counts["articles"] == 1:
        step = (
            f"{key('claim.make')} marks one. Counterparts stand in other articles: "
            f"{key('article.choose')}, then {key('chooser.add')}, brings one in."
        )
    elif not counts["links"]:
        step = (
            f"{key('point.next')} goes to the next one; there {key('link.start')} finds its "
            f"counterpart, and {key('link.agrees')}, {key('link.conflicts')} or "
            f"{key('link.unverified')} says how the two stand."
        )
    elif counts["links"] < LEARNT:
        step = (
            f"{key('claim.make')} marks one. {key('point.previous')} {key('point.next')} walk the "
            f"points, {key('conflict.next')} the conflicts; {key('export')} writes everything out "
            "for a spreadsheet."
        )
    else:
        step = (
            f"{key('claim.make')} marks one; {key('claim.previous')} {key('claim.next')} walk "
            "the claims of this article."
        )
    return f"No claim here. {step}"


def on_claim(counts: Mapping[str, int], key: Callable[[str], str], *, linked: bool) -> str:
    """What to do with the claim under the cursor, in a few words; "" for those who know.

    Args:
        counts: how many `articles`, `claims` and own `links` the review has.
        key: names what to press for a command, by the command's name.
        linked: whether the claim is linked with another.
    """
    if counts["articles"] < 2 or counts["links"] >= LEARNT:
        return ""
    if linked:
        return f"{key('strip.enter')} goes to its links, {key('export')} exports"
    return "" if counts["links"] else f"{key('link.start')} finds its counterpart"


def without_points(articles: int, key: Callable[[str], str]) -> str:
    """What to do in a review without a claim, in a sentence.

    Args:
        articles: how many articles the review has.
        key: names what to press for a command, by the command's name.
    """
    if not articles:
        return (
            f"This review has no articles yet: {key('article.choose')}, then "
            f"{key('chooser.add')}, brings some in."
        )
    return f"There are no points yet: {key('claim.make')} in a pane marks the first claim."
