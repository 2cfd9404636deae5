"""Hostile text and small reviews in memory, for the tests of core."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from workbench.core.anchor import anchor
from workbench.core.model import Article, Claim, Link, Review, to_row
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import canonical_text, sha256

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BOUNDED = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
THOROUGH = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NASTY = (
    "\x00\x01\t\n\x0b\x0c\r\x1b\x1c\x1f \x7f\x80\x85\x9b\x9f\xa0\xad"  # controls and spaces
    "\u2028\u2029\u3000"
    "\u061c\u200b\u200c\u200d\u200e\u200f"  # joiners, marks of direction
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u206f"
    "\u115f\u1160\u17b4\u17b5\u180e\u3164\ufeff\uffa0\ufff9\ufffb"  # fillers
    "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff\ud800\udbff\udc00\udfff"  # no characters
    "\U000e0001\U000e0020\U000e0067\U000e0062\U000e007e\U000e007f"  # tags
    "aZ5.,!?…\"'”’-،؟。"
    "\u0300\u0301\u034f\u0489\u20dd\ufe0f"  # combining marks
    "\u0600\u06dd\u0627\u0628\u06cc\u0645\u05d0\u0915\u094d\u0937\u093e\u0e01\u0e33\u1780"
    "\u1100\u1161\u11a8\uac00\uac01\u4e2d"  # jamo, syllables, Han
    "\u00a9\u2764\u2640\u2620\U0001f1e6\U0001f1eb\U0001f3f4\U0001f3fd\U0001f468\U0001f525"
    "\U0001f600\U00010800\U0001e900"
)
"""Code points that Unicode, terminals or SQLite treat in their own ways."""

KEPT_WHOLE = (
    "👨‍👩‍👧‍👦",
    "👩🏽‍🚀",
    "❤️‍🔥",
    "🏴‍☠️",
    "🏳️‍🌈",
    "می‌روم",
    "کتاب‌ها",
    "क्‍ष",
    "ශ්‍රී",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
)
"""Sequences in which invisible code points have a meaning and stay."""

PROSE = (
    "Mr. Kabulov ",
    "the U.S. ",
    "The end. ",
    "No. 5 ",
    "3.5 km ",
    "“Never!” ",
    "he said… ",
    "...",
    "Kabul",
    " ",
    "   ",
    "\n",
    "\n\n",
    " \n",
    "、彼は言った。",
    "यह सच है। ",
    "e.g. this ",
    "(Really?) ",
    "12,000.",
)
"""What news text is made of."""


def hostile_text(longest: int = 60) -> st.SearchStrategy[str]:
    """Any text, lone surrogates included, leaning towards what breaks programs."""
    piece = st.one_of(
        st.sampled_from(NASTY),
        st.sampled_from(NASTY),
        st.characters(),
        st.sampled_from(KEPT_WHOLE),
        st.sampled_from(PROSE),
    )
    return st.lists(piece, max_size=longest).map("".join)


def canonical(longest: int = 60) -> st.SearchStrategy[str]:
    """Text as articles hold it."""
    return hostile_text(longest).map(canonical_text)


def prose(longest: int = 40) -> st.SearchStrategy[str]:
    """Canonical text that is mostly news."""
    piece = st.one_of(st.sampled_from(PROSE), st.sampled_from(PROSE), st.sampled_from(NASTY))
    return st.lists(piece, max_size=longest).map(lambda parts: canonical_text("".join(parts)))


class Desk:
    """A review in memory to which articles, claims and links are added by hand."""

    def __init__(self, analyst: str = "ann") -> None:
        self.state = ReviewState(Review("review", "Bagram", analyst, "then", "then"), analyst)
        self.texts: dict[str, str] = {}
        self._numbers = {
            table: count(1) for table in ("article", "claim", "link", "finding", "evidence")
        }

    def article(self, text: str = "One two three four five.", published_on: str = "") -> Article:
        """Another article."""
        number = next(self._numbers["article"])
        key = f"article-{number}"
        self.texts[key] = text
        made = Article(
            review_id="review",
            id=key,
            number=number,
            outlet="",
            title="",
            published_on=published_on,
            url="",
            byline="",
            characters=len(text),
            text_sha256=sha256(text),
            raw_sha256=sha256(text),
            analyst="ann",
            created_at="then",
            updated_at="then",
        )
        return self._take(made)

    def claim(self, article: Article, start: int = 0, end: int = 3, *, origin: str = "") -> Claim:
        """Another claim on an article."""
        number = next(self._numbers["claim"])
        place = anchor(self.texts[article.id], start, end)
        made = Claim(
            review_id="review",
            id=f"claim-{number}",
            number=number,
            article_id=article.id,
            **place._asdict(),
            note="",
            claimant="",
            origin=origin,
            tags="",
            analyst="ann",
            created_at="then",
            updated_at="then",
        )
        return self._take(made)

    def link(
        self,
        one: Claim,
        other: Claim,
        relation: str = "agrees",
        reason: str = "",
        analyst: str = "ann",
    ) -> Link:
        """Another link, as this or another analyst sees it."""
        number = next(self._numbers["link"])
        made = Link(
            review_id="review",
            id=f"link-{number}",
            number=number,
            from_claim_id=one.id,
            to_claim_id=other.id,
            relation=relation,
            reason=reason,
            rationale="",
            analyst=analyst,
            created_at="then",
            updated_at="then",
        )
        return self._take(made)

    def drop(self, record: Claim | Link) -> None:
        """Take a claim or link away again."""
        table = type(record).__name__.lower()
        self.state.apply([RowChange(table, record.id, to_row(record), None)])

    def number(self, change):
        """The rows of a change as a store would write them: with short numbers."""
        rows = []
        for row in change.rows:
            after = row.after
            if after is not None and after.get("number") == 0:
                after = after | {"number": next(self._numbers[row.table])}
            rows.append(row._replace(after=after))
        return replace(change, rows=tuple(rows))

    def do(self, change):
        """Carry out a change, as the store would, and take it over."""
        numbered = self.number(change)
        self.state.apply(numbered.rows)
        return numbered

    def _take(self, record):
        table = type(record).__name__.lower()
        self.state.apply([RowChange(table, record.id, None, to_row(record))])
        return record
