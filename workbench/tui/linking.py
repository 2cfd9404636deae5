"""Linking under way: which claim is pinned, and which counterparts are still to be looked at."""

from dataclasses import dataclass, field

from workbench.match.candidates import Counterpart

MOST = 8
"""Counterparts of one article that `n` walks through."""


@dataclass(slots=True)
class Linking:
    """A pinned claim and the way through the other articles.

    Attributes:
        claim_id: the pinned claim.
        queue: the articles still to visit, the present one first.
        found: the counterparts in each article, best first.
        index: which counterpart of the present article is shown.
        remark: what is to be said of all that was found, or "".
        last: the id of the link that was marked last, or "".
    """

    claim_id: str
    queue: list[str]
    found: dict[str, list[Counterpart]]
    index: int = 0
    marked: list[str] = field(default_factory=list)
    remark: str = ""
    last: str = ""

    @classmethod
    def begin(
        cls, claim_id: str, found: dict[str, list[Counterpart]], remark: str = ""
    ) -> "Linking":
        """Start with the best counterpart of all; articles with nothing alike are left out."""
        shown = {key: counterparts[:MOST] for key, counterparts in found.items() if counterparts}
        queue = sorted(shown, key=lambda key: -shown[key][0].score)
        return cls(claim_id, queue, shown, remark=remark)

    @property
    def candidate(self) -> Counterpart | None:
        """The counterpart that is shown; None when there is none left."""
        if not self.queue:
            return None
        return self.found[self.queue[0]][self.index]

    def step(self, by: int) -> None:
        """To another counterpart of the present article, round and round."""
        if self.queue:
            self.index = (self.index + by) % len(self.found[self.queue[0]])

    def done_with(self, article_id: str) -> None:
        """An article has been dealt with: on to the next one if it was the present one."""
        if self.queue and self.queue[0] == article_id:
            self.index = 0
        self.queue = [key for key in self.queue if key != article_id]
        self.marked.append(article_id)
