"""Sentences of every script find each other through the index, and none finds what it is not."""

from __future__ import annotations

import pytest
from store_material import Bench

from workbench.core.terms import terms

SENTENCES = {
    "Arabic": ("أُغلق الميناء بعد جنوح ناقلة", "جنوح ناقلة نفط قرب الميناء"),
    "Bengali": ("বন্দর বন্ধ কারণ জাহাজ আটকে গেছে", "জাহাজ আটকে যাওয়ায় বন্দর বন্ধ"),
    "Chinese": ("外交部长星期二会见代表团", "代表团与外交部长会谈"),
    "Cyrillic": ("Порт закрыт из-за танкера на мели", "ТАНКЕР сел на мель; порт закрыт"),
    "Devanagari": ("टैंकर के फँसने से बंदरगाह बंद", "बंदरगाह बंद, टैंकर फँसा"),
    "Ethiopic": ("ወደቡ ተዘግቷል መርከብ", "መርከብ ወደቡ አጠገብ"),
    "Greek": ("Το λιμάνι έκλεισε", "ΕΚΛΕΙΣΕ ΤΟ ΛΙΜΑΝΙ"),
    "Hebrew": ("הנמל נסגר אחרי המכלית", "המכלית: הנמל נסגר ביום שני"),
    "Japanese": ("タンカーが座礁し港が閉鎖", "港は閉鎖、タンカー座礁"),
    "Khmer": ("កំពង់ផែត្រូវបានបិទ", "កំពង់ផែបិទហើយ"),
    "Korean": ("유조선이 좌초해 항구가 폐쇄되었다", "항구는 유조선 좌초로 폐쇄"),
    "Latin": ("Łódź: d’Estaing’s naïve CLAIMS", "Claim of d'Estaing, in Łódź, naive"),
    "Osage": ("𐓈𐓘𐓲𐓟 𐓷𐓘𐓻𐓘𐓻𐓟", "𐓷𐓘𐓻𐓘𐓻𐓟 𐓈𐓘𐓲𐓟"),
    "Thai": ("เรือบรรทุกน้ำมันเกยตื้น", "ท่าเรือปิดหลังเรือบรรทุกน้ำมันเกยตื้น"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    texts = tuple(second for _, second in SENTENCES.values())
    desk = Bench(tmp_path_factory.mktemp("scripts") / "x.db", texts).desk()
    for article in desk.state.articles_in_order():
        while not desk.store.index_some(article, desk.texts[article.id]):
            pass
    return desk


@pytest.mark.parametrize("script", sorted(SENTENCES))
def test_a_sentence_finds_its_counterpart_in_its_own_script_and_nothing_else(desk, script):
    claim, sentence = SENTENCES[script]
    found = desk.store.candidates(desk.review_id, terms(claim), 5).sentences
    best = found[0]
    assert desk.texts[best.article_id][best.start : best.end] == sentence
    words = {desk.texts[one.article_id][one.start : one.end] for one in found}
    assert len(words) <= (2 if script in ("Chinese", "Japanese") else 1)


def test_what_is_written_in_every_script_is_forgotten_whole(tmp_path):
    texts = tuple(second for _, second in SENTENCES.values())
    desk = Bench(tmp_path / "x.db", texts).desk()
    for article in desk.state.articles_in_order():
        while not desk.store.index_some(article, desk.texts[article.id]):
            pass
    connection = desk.store.connection
    connection.execute("CREATE VIRTUAL TABLE temp.known USING fts5vocab(main, sentence_index, row)")
    assert connection.execute("SELECT count(*) FROM temp.known").fetchone()[0] > 60
    desk.store.delete_review(desk.review_id)
    assert connection.execute("SELECT count(*) FROM temp.known").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM sentence").fetchone()[0] == 0
