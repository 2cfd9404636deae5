"""Short articles in several scripts for the pictures, and the claims that are marked in them.

They were written for the pictures; the events in them are made up.
"""

from typing import NamedTuple


class Sample(NamedTuple):
    """A review for pictures.

    Attributes:
        articles: outlet, date and text of each.
        claims: article by its number, words.
        links: which claims, by their place in `claims`, and how they are marked.
    """

    articles: tuple[tuple[str, str, str], ...]
    claims: tuple[tuple[int, str], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


_ENGLISH = """\
The old bridge over the river was reopened on Tuesday, the transport ministry said.

25 lorries crossed it on the first day. The work took 14 months, said the engineer Salma Haddad, \
and cost 3 million dollars."""

_ARABIC = """\
أعلنت وزارة النقل أن الجسر القديم فوق النهر أعيد فتحه يوم الثلاثاء.

عبرت 30 شاحنة الجسر في اليوم الأول. وقالت المهندسة سلمى حداد إن العمل استغرق 14 شهرا \
وبلغت كلفته 3 ملايين دولار."""

_CHINESE = """\
交通部表示，横跨河流的老桥已于星期二重新开放。

第一天有25辆卡车通过。工程师萨尔玛·哈达德说，工程历时14个月，耗资三百万美元。\
附近的居民说，他们不再需要绕道去学校和市场。"""

_SYMBOLS = """\
The bridge is open again 🎉🎉 Teams from 🇩🇪, 🇫🇷 and \
🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f came to see it, families \
👨‍👩‍👧 👩🏽‍🤝‍👩🏻 crossed on foot, and the drivers waved 👋🏽. \
Our three tips: 1️⃣ come early 2️⃣ bring water 3️⃣ no drones ☹️

राष्ट्रीय ध्वज पुल पर लगाया गया। สะพานเปิดแล้ว น้ำใส. \
Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309algo was here."""

_OVERLAPS = """\
The ministry said on Tuesday that 25 lorries had crossed the old bridge, that the work had taken \
14 months, and that no more money would be needed this year.

The engineer said the bridge would carry 40 tonnes, twice as much as before, though two of its \
piers are to be looked at again in spring.

Shops on both banks were open. So was the school."""

ARABIC = Sample(
    articles=(("River Post", "2025-10-08", _ENGLISH), ("صحيفة النهر", "2025-10-08", _ARABIC)),
    claims=(
        (1, "25 lorries crossed it on the first day"),
        (2, "عبرت 30 شاحنة الجسر في اليوم الأول"),
        (1, "The work took 14 months"),
        (2, "العمل استغرق 14 شهرا"),
    ),
    links=((0, 1, "conflicts"), (2, 3, "agrees")),
)

CHINESE = Sample(
    articles=(("River Post", "2025-10-08", _ENGLISH), ("江河日报", "2025-10-08", _CHINESE)),
    claims=(
        (1, "25 lorries crossed it on the first day"),
        (2, "第一天有25辆卡车通过"),
        (1, "The work took 14 months"),
        (2, "工程历时14个月"),
    ),
    links=((0, 1, "agrees"), (2, 3, "agrees")),
)

SYMBOLS = Sample(
    articles=(("@riverwatch", "2025-10-07", _SYMBOLS), ("River Post", "2025-10-08", _ENGLISH)),
    claims=((1, "Teams from 🇩🇪, 🇫🇷 and"),),
)

OVERLAPS = Sample(
    articles=(
        ("River Post", "2025-10-08", _OVERLAPS),
        (
            "Hill Gazette",
            "2025-10-09",
            "According to the ministry 30 lorries crossed the bridge. It carries 40 tonnes.",
        ),
    ),
    claims=(
        (1, _OVERLAPS[: _OVERLAPS.index(", and that")]),
        (1, "25 lorries had crossed the old bridge"),
        (1, "25 lorries"),
        (2, "30 lorries crossed the bridge"),
        (1, "the bridge would carry 40 tonnes, twice as much as before"),
        (1, "twice as much as before, though two of its piers are to be looked at again"),
        (2, "It carries 40 tonnes"),
        (1, "Shops on both banks were open."),
        (1, "So was the school"),
    ),
    links=((1, 3, "conflicts"), (4, 6, "agrees")),
)
