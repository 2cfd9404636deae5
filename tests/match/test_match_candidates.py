"""Ranking counterparts: by what is rare, in any script, with a score that means the same for all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.terms import terms as words
from workbench.match.candidates import (
    COMPARED,
    LEAST_SHARED,
    PROBABLY_ONLY_HERE,
    Counterpart,
    probably_only_here,
    rank,
    terms,
)

HARBOUR = (
    "The harbour of Orsova was closed on Monday after a tanker ran aground, the port office said.",
    "A tanker stuck on a sandbank has shut Orsova’s harbour since Monday.",
    "The port office expects three days of work.",
    "Fishermen in the town said they had lost a week of work.",
    "Ships wait outside; the mayor of Orsova asked for patience.",
    "Oil has not been seen in the water, divers said on Tuesday.",
    "The tanker, the Maribel, was built in 1998 and sails under the flag of Panama.",
    "In another story, bakers in the capital raised the price of bread by a tenth.",
)


def ranked(quote, sentences=HARBOUR):
    counts = {word: sum(word in words(text) for text in sentences) for word in terms(quote)}
    found = [("a", number, number + 1, 0.0) for number in range(len(sentences))]
    return rank(quote, found, sentences, counts, len(sentences))


def test_the_sentence_that_says_the_same_comes_first():
    assert ranked("Orsova harbor shut: tanker on a sandbank")[0].start == 1
    assert ranked("Bread has become a tenth dearer, bakers said")[0].start == 7
    assert ranked("the Maribel, built 1998")[0].start == 6


def test_a_rare_word_counts_for_more_than_a_common_one():
    first, second = ranked("The Maribel and the port office and work")[:2]
    assert first.score > second.score
    by_start = {one.start: one.score for one in ranked("Maribel, work")}
    assert by_start[6] > by_start[3]


def test_the_same_words_score_one_and_nothing_scores_more():
    for number, text in enumerate(HARBOUR):
        best = ranked(text)[0]
        assert best.start == number
        assert best.score == pytest.approx(1.0)


def test_a_narrow_claim_scores_as_high_as_a_wide_one_where_all_of_it_is_there():
    assert ranked("tanker ran aground")[0].score > 0.8


def test_what_shares_nothing_is_not_a_counterpart():
    assert ranked("Zirconium exports doubled") == []
    starts = {one.start for one in ranked("Zirconium was seen in the harbour")}
    assert 7 not in starts


def test_a_claim_only_one_article_makes_is_told_from_one_another_makes_too():
    assert not probably_only_here(ranked("A tanker aground has closed the harbour of Orsova"))
    assert probably_only_here(
        ranked("Two cellists from the conservatory played Dvorak beside the water at dusk")
    )
    assert probably_only_here([])
    assert not probably_only_here([Counterpart("a", 0, 1, PROBABLY_ONLY_HERE)])
    assert probably_only_here([Counterpart("a", 0, 1, LEAST_SHARED)])


def test_of_equals_the_indexs_own_order_is_kept():
    twice = ("Divers saw no oil.", "Divers saw no oil.", "Nothing else was said.")
    assert [one.start for one in ranked("Divers saw no oil", twice)] == [0, 1]


SCRIPTS = {
    "Chinese": (
        "外交部长星期二在奥尔索瓦会见代表团",
        ("代表团星期二抵达奥尔索瓦并与外交部长举行会谈。", "面包价格上涨。", "港口星期一关闭。"),
    ),
    "Japanese": (
        "タンカーが座礁し港が閉鎖された",
        ("月曜日からタンカーの座礁で港は閉鎖。", "市長は忍耐を求めた。", "パンが値上がりした。"),
    ),
    "Korean": (
        "유조선이 좌초해 항구가 폐쇄되었다",
        ("항구는 유조선 좌초로 월요일부터 폐쇄.", "시장은 인내를 요청했다.", "빵값이 올랐다."),
    ),
    "Thai": (
        "เรือบรรทุกน้ำมันเกยตื้นที่ท่าเรือ",
        ("ท่าเรือปิดหลังเรือบรรทุกน้ำมันเกยตื้น", "ราคาขนมปังสูงขึ้น", "นายกเทศมนตรีขอให้อดทน"),
    ),
    "Arabic": (
        "أغلق الميناء بعد جنوح ناقلة النفط",
        ("جنوح ناقلة النفط يوم الاثنين، والميناء مغلق", "ارتفع سعر الخبز", "طلب العمدة الصبر"),
    ),
    "Russian": (
        "Порт закрыт: танкер сел на мель",
        ("Танкер сел на мель, порт закрыт с понедельника.", "Хлеб подорожал.", "Мэр просит ждать."),
    ),
    "Hindi": (
        "टैंकर के फँसने से बंदरगाह बंद है",
        ("सोमवार से बंदरगाह बंद है, एक टैंकर फँसा हुआ है।", "रोटी महँगी हुई।", "मेयर ने धैर्य माँगा।"),
    ),
}


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_counterparts_are_found_in_every_script(script):
    claim, sentences = SCRIPTS[script]
    for order in (sentences, sentences[::-1]):
        best = ranked(claim, order)[0]
        assert order[best.start] == sentences[0]
        assert not probably_only_here([best])


@pytest.mark.parametrize("claim", ["", "  ", "👍👍", "“…”", "He did it.", "\u200b"])
def test_there_is_nothing_to_compare_in_signs_and_empty_words(claim):
    assert terms(claim) == []
    assert ranked(claim) == []


def test_digits_alone_can_be_compared():
    assert ranked("1998")[0].start == 6


def test_of_a_megabyte_only_the_beginning_is_compared():
    flood = "Maribel " + "sand " * 200_000
    assert len(flood) > COMPARED
    assert ranked(flood)[0].start == 6
    assert ranked("sand dunes", (flood, "dunes of sand"))[0].start == 1
    assert ranked("x" * 1_000_000, ("x" * 1_000_000,))[0].score == pytest.approx(1.0)


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=5))
def test_any_texts_can_be_ranked_and_scores_stay_between_nothing_and_one(quote, sentences):
    found = ranked(quote, tuple(sentences))
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(LEAST_SHARED <= score <= 1 + 1e-9 for score in scores)
    assert {one.start for one in found} <= set(range(len(sentences)))


@given(st.text(min_size=1, max_size=60))
def test_a_text_is_its_own_best_counterpart(text):
    found = ranked(text, (text, "Nothing like it."))
    assert bool(found) == bool(terms(text))
    assert not found or found[0].score == pytest.approx(1.0)
