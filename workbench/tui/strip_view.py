"""What the compare strip says of a claim and its counterparts, one below the other."""

from collections.abc import Callable
from dataclasses import replace

from workbench.core import points
from workbench.core.events import shorten
from workbench.core.implied import Implications, Implied
from workbench.core.model import Article, Claim, Link
from workbench.core.text import count
from workbench.offering import hint, published
from workbench.proposing import SAME_EVENT_DAYS, days_apart
from workbench.tui import guidance
from workbench.tui.desk import Desk, outlet_and_date
from workbench.tui.linking import Linking
from workbench.tui.strip_items import Item, Pair, View, done


def of_claim(
    desk: Desk,
    claim: Claim,
    key: Callable[[str], str],
    offered: str = "",
    judged: tuple[str, str] = ("", ""),
    *,
    first: bool = False,
) -> View:
    """A claim, the claims on its point, and those said to be about another event.

    Args:
        desk: the review.
        claim: which claim.
        key: names what to press for a command, by the command's name.
        offered: what can be added to its marks, and the key for it; or "".
        judged: how an earlier review judged it, and what that judged; or nothing.
        first: whether that is what one looks at: then it is not for the edge to cut off.
    """
    point = desk.point_of(claim)
    own = {link.other(claim.id): link for link in desk.state.links_of(claim.id)}
    others = [other for other in point.claims if other.id != claim.id]
    # Directly linked ones first: theirs are the marks that can be changed here.
    others.sort(key=lambda other: (other.id not in own, _order(desk, other)))
    apart = [desk.state.claims[key] for key, link in own.items() if not link.same_event]
    others += [other for other in apart if other not in others]
    several = len(point.positions) > 1 or len(point.claims) > 1
    letters = {c.id: p.letter for p in point.positions for c in p.claims} if several else {}
    implied = (
        {one.other.id: one for one in Implications(point).of(claim, inside=True)}
        if len(point.claims) > 2 and len(own) < len(others)
        else {}
    )
    pairs = [_pair(desk, claim, other) for other in others]
    # In the claim's own words those differ that a conflict is about, before any others.
    against = [other.id in own and own[other.id].relation == "conflicts" for other in others]
    first_pair = pairs[against.index(True) if True in against else 0] if pairs else None
    items = [_item(desk, claim, None, letters, first_pair, second=False)]
    items += [
        _item(desk, other, own.get(other.id), letters, pair, second=True)
        if other.id in own or other.id not in implied
        else _implied(desk, implied[other.id], letters, pair)
        for other, pair in zip(others, pairs, strict=True)
    ]
    differ = hint(*pairs[0]) if len(pairs) == 1 else ""
    guide = guidance.on_claim(done(desk), key, linked=bool(own))
    number, *rest = _heading(desk, claim, point)
    about = (offered, *rest) if first else (*rest, offered)
    told = (number, judged[0], *about, differ, guide, *_details(claim))
    heading = " · ".join(filter(None, told))
    return View(heading, desk.standing(claim), tuple(items), foot=judged[1])


def of_linking(desk: Desk, linking: Linking, target: Claim | None, offered: str = "") -> View:
    """The pinned claim against what `a`, `c` and `u` would mark.

    Args:
        desk: the review.
        linking: the linking under way.
        target: what would be marked, or None.
        offered: what can be added to the mark before, and the key for it; or "".
    """
    pinned = desk.state.claims[linking.claim_id]
    candidate = linking.candidate
    pair = _pair(desk, pinned, target) if target else None
    items = [_item(desk, pinned, None, {}, pair, second=False)]
    if target is not None:
        link = desk.state.link_between(pinned.id, target.id)
        items.append(_item(desk, target, link, {}, pair, second=True))
    article_id = target.article_id if target else candidate.article_id if candidate else ""
    articles = desk.state.articles
    days = days_apart(articles[pinned.article_id], articles[article_id]) if article_id else None
    differ = hint(*pair) if pair else ""
    far = days is not None and days > SAME_EVENT_DAYS
    indexed = desk.indexed()
    parts = [
        f"link claim {pinned.number}",
        f"the articles are {days} days apart: same event?" if far else "",
        differ,
        _way(linking, target),
        offered,
        f"the articles are still being indexed: {indexed} %" if indexed < 100 else "",
    ]
    return View(" · ".join(filter(None, parts)), "", tuple(items), pinned=True)


def _way(linking: Linking, target: Claim | None) -> str:
    """How far along the counterparts one is."""
    candidate = linking.candidate
    if candidate is None:
        return f"{linking.remark or 'no counterpart found'}; go to any words by hand"
    parts = [linking.remark] if linking.remark else []
    here = len(linking.found[linking.queue[0]])
    if target is not None and target.article_id != candidate.article_id:
        parts.append("by hand")
    elif here > 1:
        parts.append(f"{linking.index + 1} of {here} here")
    left = len(linking.queue) - 1
    if left > 0:
        parts.append(count(left, "more article"))
    return ", ".join(parts)


def _heading(desk: Desk, claim: Claim, point: points.Point) -> list[str]:
    parts = [f"claim {claim.number}"]
    if len(point.claims) > 1:
        position = point.position_of(claim.id)
        parts += [f"point {point.number}", point.standing, point.origins.words()]
        if len(point.positions) > 1 and position.origins.articles > 1:
            parts.append(f"position {position.letter}: {position.origins.words()}")
    else:
        parts.append("unverified, not linked")
    for contradiction in point.contradictions:
        chain = " = ".join(_chain(desk, contradiction))
        parts.append(f"contradictory marks: {chain}, yet marked conflicting")
    for finding in desk.state.findings_of(point):
        who = "" if finding.analyst == desk.analyst else f" ({finding.analyst})"
        parts.append(f"finding{who}: {finding.verdict or shorten(finding.wording, 40)}")
    if point.apart:
        parts.append("marked as other events, yet joined by other links")
    return parts


def _details(claim: Claim) -> list[str]:
    """What was typed for a claim, last: a note may be long."""
    return [
        *([f"origin {claim.origin}"] if claim.origin else []),
        *([claim.tags] if claim.tags else []),
        *([f"note: {claim.note}"] if claim.note else []),
    ]


def _chain(desk: Desk, contradiction: points.Contradiction) -> list[str]:
    here = contradiction.link.from_claim_id
    numbers = [str(desk.state.claims[here].number)]
    for link in contradiction.chain:
        here = link.other(here)
        numbers.append(str(desk.state.claims[here].number))
    return numbers


def _pair(desk: Desk, one: Claim, other: Claim) -> Pair:
    articles = desk.state.articles
    days = [published(articles.get(claim.article_id)) for claim in (one, other)]
    return one.quote, other.quote, days[0], days[1]


def _item(
    desk: Desk,
    claim: Claim,
    link: Link | None,
    letters: dict[str, str],
    pair: Pair | None,
    *,
    second: bool,
) -> Item:
    article = desk.state.articles[claim.article_id]
    sign = {"agrees": "agreeing", "conflicts": "conflicting"}
    if link is not None:
        standing = sign.get(link.relation, "unverified")
        remark = link.reason or ("" if link.relation != "unverified" else "unverified")
    else:
        standing, remark = "", ""
    return Item(
        claim_id=claim.id if claim.id in desk.state.claims else "",
        link_id=link.id if link else "",
        standing=standing,
        letter=letters.get(claim.id, ""),
        label=_label(article),
        claimant=claim.claimant,
        quote=claim.quote,
        remark=remark,
        pair=pair,
        second=second,
    )


def _implied(desk: Desk, implied: Implied, letters: dict[str, str], pair: Pair) -> Item:
    """A pair whose relation follows from other marks: said lighter, for it is not marked."""
    item = _item(desk, implied.other, None, letters, pair, second=True)
    return replace(item, implied=implied, remark=f"implied: {implied.relation}")


def _label(article: Article) -> str:
    return f"{article.number} {outlet_and_date(article)}"


def _order(desk: Desk, claim: Claim) -> tuple[str, int, int, int, int]:
    return points.reading_order(desk.state.articles, claim)
