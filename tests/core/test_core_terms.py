"""Words as they are compared: what is written in one way is found in the other, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.terms import EMPTY_WORDS, LONGEST, terms
from workbench.core.text import canonical_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The NEGOTIATIONS failed", "negotiation fails"),
        ("Russia’s envoy", "Russia's envoy"),
        ("Russia’s envoy", "the envoy of Russia"),
        ("cease\u00adfire", "ceasefire"),
        ("cease\u200bfire", "ceasefire"),
        (canonical_text("cease\u200bfire"), "ceasefire"),
        ("cease-fire", "cease\u2011fire"),
        ("cease-fire", "cease fire"),
        ("résumé", "RESUME"),
        ("re\u0301sume\u0301", "résumé"),
        ("Ｂａｇｒａｍ", "Bagram"),
        ("ﬁre", "fire"),
        ("5,000 men", "5000 men"),
        ("٥٠٠٠", "5000"),
        ("the U.S. army", "the US army"),
        ("the U.S.A.", "USA"),
        ("the U.N.", "the UN"),
        ("#AirBaseClosed", "air base closed"),
        ("@Foreign_Office", "foreign office"),
        ("see https://example.org/a/b?c=d now", "see now"),
        ("Straße", "STRASSE"),
        ("МОСКВА ёлка", "москва елка"),
        ("الرَّئِيس", "الرئيس"),
        ("أحمد", "احمد"),
        ("می‌خواهم", "میخواهم"),
        ("کابل", "كابل"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_two_ways_of_writing_the_same_give_the_same_words(one, other):
    assert sorted(terms(one)) == sorted(terms(other)) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kabul", "Kabulov"),
        ("the US army", "told us"),
        ("काबुल", "काबिल"),  # only a vowel sign differs
        ("2001", "2010"),
        ("Москва", "Москве"),
    ],
)
def test_different_words_stay_different(one, other):
    assert set(terms(one)) & set(terms(other)) == set()


def test_words_of_scripts_with_spaces_are_whole_and_keep_their_vowel_signs():
    assert terms("मास्को में वार्ता हुई") == ["मास्को", "में", "वार्ता", "हुई"]
    assert terms("переговоры в Кабуле") == ["переговоры", "в", "кабуле"]
    assert terms("مفاوضات في كابول") == ["مفاوضات", "في", "كابول"]


def test_scripts_without_spaces_are_cut_into_overlapping_pieces():
    assert terms("东京会议") == ["东京", "京会", "会议"]
    assert terms("京") == ["京"]
    assert terms("NATO加盟国2025") == ["nato", "加盟", "盟国", "2025"]
    assert terms("東京タワー") == ["東京", "京タ", "タワ", "ワー"]
    assert terms("กรุงเทพ") == ["กรุ", "รุง", "ุงเ", "งเท", "เทพ"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "…—“”!?",
        "👍 👩\u200d🔬 🇫🇷 ☎\ufe0f",
        "\u0301\u0301",
        "He did it, and so did they.",
        "’s",
    ],
)
def test_what_says_nothing_has_no_words(text):
    assert terms(text) == []


def test_digits_alone_and_letters_of_a_script_nobody_knows_are_words():
    assert terms("1,234 56") == ["1234", "56"]
    assert terms("𐒰𐒲𐒵 𐓘") == ["𐓘𐓚𐓝", "𐓘"]


def test_no_empty_word_is_left_and_repetitions_are_kept():
    assert terms("The base, the BASE and the bases") == ["base"] * 3
    assert terms(" ".join(sorted(EMPTY_WORDS))) == []


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        "1,",
        "#",
        "@a",
        "#aA",
        "中",
        "ก",
        "\u0301",
        "http://",
        "A.b",
        "’",
        "\u200b",
        "(",
        "é",
    ],
)
def test_a_megabyte_of_one_sign_is_taken_like_any_text(piece):
    found = terms(piece * (1_000_000 // len(piece)))
    assert all(len(word) <= LONGEST for word in found)


@given(st.text())
def test_words_hold_nothing_that_is_a_sign_to_the_index(text):
    for word in terms(text):
        assert 0 < len(word) <= LONGEST
        assert not any(sign.isspace() for sign in word)
        assert all(sign.isalnum() for sign in word if sign.isascii())


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_words_of_two_lines_are_those_of_the_one_and_of_the_other(one, other):
    assert terms(f"{one}\n{other}") == terms(one) + terms(other)


def test_words_come_out_as_the_indexes_that_are_written_have_them():
    # When this fails, what is in people's databases no longer fits: a migration has to empty the
    # index (see schema_2.sql), and then the words below may be changed.
    text = (
        "The U.S. envoy’s 2,500 soldiers weren't re-deployed to Bogotá on Friday; “generally” the "
        "negotiators' communities relied on #SafePassage. Кабул, काबुल, کابل, 喀布尔, คาบูล."
    )
    assert (
        terms(text)
        == (
            "usa envoy 2500 soldier deploy bogota friday general negoti communiti reli safe passag "
            "кабул काबुल كابل 喀布 布尔 คาบ าบู บูล"
        ).split()
    )
