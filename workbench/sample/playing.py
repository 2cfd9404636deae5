"""Doing what a file of acts says, act by act, by the same road as an analyst's keys.

Each act asks core for its change, and the store commits it, at the act's own moment and with ids
that follow from the file: the review is the same, byte for byte, wherever it is made.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.core.anchor import find_quote
from workbench.core.events import shorten
from workbench.core.evidence import Item
from workbench.core.ids import as_of
from workbench.core.model import Article, Claim, Link
from workbench.core.pieces import Change
from workbench.core.refining import share_origin
from workbench.core.review import ReviewState
from workbench.core.segments import line_at
from workbench.core.text import canonical_text
from workbench.errors import ChangeRefusedError, IntakeError, UsageError
from workbench.sample.acts import Act, Acts
from workbench.store import Store

_LIMIT = 1 << 20
"""Bytes an article of a sample may have."""


def play(store: Store, acts: Acts, folder: Path, analyst: str = "") -> ReviewState:
    """Make a review by doing what a file of acts says.

    When an act cannot be done no review is left behind.

    Args:
        store: the open database; a review of that title must not be in it.
        acts: what to do.
        folder: where the articles are.
        analyst: in whose name; the file's own analyst when not said.

    Returns:
        The review as that analyst sees it.

    Raises:
        ActsFileError: an act cannot be done; the sentence names the act and says why.
        StoreError: the database could not be written.
    """
    name = analyst or acts.analyst
    with as_of(acts.begun, acts.title):
        event = store.commit(changes.create_review(acts.title, name))
    review_id = event.rows[0].id
    try:
        player = _Player(store, store.load(review_id, name), folder)
        for act in acts.acts:
            with as_of(act.at, f"{acts.title} {act.number}"):
                try:
                    player.do(act)
                except (ChangeRefusedError, UsageError, IntakeError) as error:
                    raise acts.refusal(act, str(error)) from error
        player.leave(acts.left)
    except BaseException:
        store.delete_review(review_id)
        raise
    return player.state


class _Player:
    """A review, and the hands that do the acts in it."""

    def __init__(self, store: Store, state: ReviewState, folder: Path) -> None:
        self.store = store
        self.state = state
        self.folder = folder
        self.texts: dict[str, str] = {}
        self.hands: dict[str, Callable[[dict[str, Any]], Change | None]] = {
            "claim": self._claim,
            "edit claim": self._edit_claim,
            "move claim": self._move_claim,
            "share origin": self._share_origin,
            "dismiss": self._dismiss,
            "link": self._link,
            "mark link": self._mark_link,
            "finding": self._finding,
            "edit finding": self._edit_finding,
        }

    def do(self, act: Act) -> None:
        """Do one act, and see that it has come out as the file says."""
        if act.do == "undo":
            reversal = self.store.undo(self.state.review.id, self.state.analyst)
            self.state.apply(reversal.event.rows)
        elif act.do == "article":
            self._article(act.says["file"])
        else:
            change = self.hands[act.do](act.says)
            if change is None:
                raise ChangeRefusedError("It changes nothing; that is so already.")
            self.state.apply(self.store.commit(change).rows)
        if act.do in ("article", "claim", "link", "finding"):
            self._numbered(act)

    def leave(self, numbers: Sequence[int]) -> None:
        """Leave the panes at some claims, each at the top of its paragraph; other articles follow.

        A number that no claim has is passed over.
        """
        claims = [one for number in numbers if (one := self.state.claim_numbered(number))]
        if not claims:
            return
        panes = [claim.article_id for claim in claims]
        panes += [article.id for article in self.state.articles_in_order()]
        positions = {
            claim.article_id: [claim.start, line_at(self.texts[claim.article_id], claim.start)[0]]
            for claim in reversed(claims)
        }
        session = {"panes": list(dict.fromkeys(panes)), "positions": positions}
        self.store.save_session(self.state.review.id, self.state.analyst, session)

    def _numbered(self, act: Act) -> None:
        """See that what was made has the number that the file gives it."""
        given = max(one.number for one in self.state.records(act.do).values())
        if given != act.says[act.do]:
            raise ChangeRefusedError(
                f"This is {act.do} {given}; they are numbered in the order they are made in."
            )

    def _article(self, name: str) -> None:
        path = self.folder / name
        if path.parent != self.folder:
            raise ChangeRefusedError(f"“{name}” is not the name of a file in the same folder.")
        (outcome,) = bring_in(self.store, self.state, [str(path)], limit=_LIMIT)
        article = outcome.article
        if article is None or not outcome.added:
            raise ChangeRefusedError(outcome.sentence)
        self.texts[article.id] = text = self.store.text(article)
        while not self.store.index_some(article, text):
            pass

    def _claim(self, says: dict[str, Any]) -> Change:
        article = self._need("article", says["article"])
        fields = _only(says, "claimant", "origin", "tags", "note")
        return changes.make_claim(self.state, article, *self._place(article, says), **fields)

    def _edit_claim(self, says: dict[str, Any]) -> Change | None:
        fields = _only(says, "claimant", "origin", "tags", "note")
        return changes.edit_claim(self.state, self._need("claim", says["claim"]), **fields)

    def _move_claim(self, says: dict[str, Any]) -> Change | None:
        claim: Claim = self._need("claim", says["claim"])
        article = self.state.articles[claim.article_id]
        return changes.move_claim(self.state, claim, *self._place(article, says))

    def _share_origin(self, says: dict[str, Any]) -> Change | None:
        claims = [self._need("claim", number) for number in says["claims"]]
        return share_origin(self.state, claims, says["origin"])

    def _dismiss(self, says: dict[str, Any]) -> Change:
        claim, article = self._need("claim", says["claim"]), self._need("article", says["article"])
        _, start, end = self._place(article, says)
        return changes.dismiss(self.state, claim, article.id, start, end)

    def _link(self, says: dict[str, Any]) -> Change | None:
        if len(says["claims"]) != 2:
            raise ChangeRefusedError("A link ties two claims; name two.")
        one, other = (self._need("claim", number) for number in says["claims"])
        there = self.state.link_between(one.id, other.id)
        if there is not None:
            raise ChangeRefusedError(f"The two are linked already, as link {there.number}.")
        fields = _only(says, "reason", "rationale")
        return changes.link_claims(self.state, one, other, says["relation"], **fields)

    def _mark_link(self, says: dict[str, Any]) -> Change | None:
        link: Link = self._need("link", says["link"])
        one, other = (self.state.claims[key] for key in (link.from_claim_id, link.to_claim_id))
        fields = _only(says, "reason", "rationale")
        relation = says.get("relation", link.relation)
        return changes.link_claims(self.state, one, other, relation, **fields)

    def _finding(self, says: dict[str, Any]) -> Change:
        claim = self._need("claim", says["claim"])
        fields = _only(says, "wording", "verdict", "confidence", "rationale")
        return changes.make_finding(self.state, claim, evidence=_items(says), **fields)

    def _edit_finding(self, says: dict[str, Any]) -> Change | None:
        finding = self._need("finding", says["finding"])
        fields = _only(says, "wording", "verdict", "confidence", "rationale")
        return changes.edit_finding(self.state, finding, evidence=_items(says), **fields)

    def _need(self, table: str, number: int) -> Any:
        """The article, claim, link or finding of this number."""
        records = self.state.records(table).values()
        found = next((one for one in records if one.number == number), None)
        if found is None:
            raise ChangeRefusedError(f"There is no {table} {number} at that time.")
        return found

    def _place(self, article: Article, says: dict[str, Any]) -> tuple[str, int, int]:
        """The text of an article, and where in it the quote stands."""
        text, quote, nth = self.texts[article.id], canonical_text(says["quote"]), says.get("nth")
        places = find_quote(text, quote)
        words = f"“{shorten(quote, 60)}”"
        if not places:
            raise ChangeRefusedError(f"{words} does not stand in article {article.number}.")
        if nth is None and len(places) > 1:
            raise ChangeRefusedError(
                f"{words} stands {len(places)} times in article {article.number}; say which with "
                "nth, counted from 1, or give more words."
            )
        if nth is not None and nth > len(places):
            raise ChangeRefusedError(
                f"{words} does not stand {nth} times in article {article.number}."
            )
        return (text, *places[(nth or 1) - 1])


def _only(says: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: says[name] for name in names if name in says}


def _items(says: dict[str, Any]) -> list[Item]:
    return [
        Item(one["kind"], one.get("locator", ""), one.get("note", ""))
        for one in says.get("evidence", [])
    ]
