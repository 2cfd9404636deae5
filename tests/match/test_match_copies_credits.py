"""Which agency an article says is behind it, and where it only speaks of one."""

from __future__ import annotations

import pytest
from copies_material import digests, invented
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.long_text import LongText
from workbench.match.copies import agency_named, credits_of
from workbench.match.copies.agencies import ALIASES

DIGESTS = digests()


def credited(text):
    return [(one.agency, one.of) for one in credits_of(text)]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        # Datelines
        ("KABUL (AFP) — The harbour is closed.", ["AFP"]),
        ("KABUL, Afghanistan (AP) — The harbour is closed.", ["AP"]),
        ("ST. MARROW, Oct. 7 (Reuters) - The harbour is closed.", ["Reuters"]),
        ("New Delhi, Oct 7 (PTI) The harbour is closed.", ["PTI"]),
        ("ISTANBUL (Dispatches) -- \nThe harbour is closed.", ["agencies"]),
        ("MOSCOW, October 7. /TASS/. The harbour is closed.", ["TASS"]),
        ("МОСКВА, 7 окт — РИА Новости. Порт закрыт.", ["RIA Novosti"]),
        ("МОСКВА, 7 октября. /ТАСС/. Порт закрыт.", ["TASS"]),
        ("新华社北京10月7日电（记者）港口关闭。", ["Xinhua"]),
        ("كابول (أ ف ب) - أغلق الميناء", ["AFP"]),
        ("موسكو - رويترز: أغلق الميناء", ["Reuters"]),
        ("Reuters - The harbour is closed.", ["Reuters"]),
        ("(AFP) The harbour is closed.", ["AFP"]),
        ("Reuters, New Marrow\nThe harbour is closed.", ["Reuters"]),
        # Lines of their own
        ("The harbour is closed.\nAgencies", ["agencies"]),
        ("The harbour is closed.\n— AP", ["AP"]),
        ("AFP/Reuters", ["AFP", "Reuters"]),
        ("Source: TASS", ["TASS"]),
        ("Источник: ТАСС", ["TASS"]),
        ("来源：新华社", ["Xinhua"]),
        ("المصدر: رويترز", ["Reuters"]),
        ("By Una Prenn, Associated Press", ["AP"]),
        ("By Reuters Staff", ["Reuters"]),
        ("Una Prenn | AP", ["AP"]),
        ("By UNA PRENN and OLAF ROE Associated Press", ["AP"]),
        # Ends of paragraphs
        ("The harbour is closed. — AP", ["AP"]),
        ("The harbour is closed. (Reuters)", ["Reuters"]),
        ("The harbour is closed (Reuters, AP).", ["Reuters", "AP"]),
        ("With reporting by Una Prenn and Reuters", ["Reuters"]),
        ("With reporting by Reuters and AFP.", ["Reuters", "AFP"]),
        ("(With inputs from PTI)", ["PTI"]),
        ("The Associated Press contributed to this report.", ["AP"]),
        ("Reuters and AFP contributed reporting.", ["Reuters", "AFP"]),
        ("(Published from an agency feed without changes: PTI)", ["PTI"]),
        ("© 2025 Agence France-Presse", ["AFP"]),
    ],
)
def test_a_credit_of_the_whole_text_is_known_by_its_place(text, agencies):
    assert credited(text) == [(agency, "text") for agency in agencies]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Nobody was hurt, the TASS state news agency reported on Tuesday.", "TASS"),
        ("Nobody was hurt, according to the Interfax news agency.", "Interfax"),
        ("Nobody was hurt, the mayor told Reuters.", "Reuters"),
        (
            "It closed, state television said, citing Russian news agency RIA Novosti.",
            "RIA Novosti",
        ),
        ("Nobody was hurt, the mayor was quoted as saying by IRNA.", "IRNA"),
        ("Speaking to Reuters, the mayor denied it.", "Reuters"),
        ("Мэр рассказал ТАСС о закрытии порта.", "TASS"),
        ("قال المحافظ لرويترز إن الميناء مغلق", "Reuters"),
        ("Об этом сообщает «Интерфакс» со ссылкой на мэра.", "Interfax"),
        ("Никто не пострадал, передает ТАСС.", "TASS"),
        ("据新华社报道，港口关闭。", "Xinhua"),
        ("ونقلت وكالة رويترز عن المحافظ قوله", "Reuters"),
        ("Laut dpa ist der Hafen zu.", "dpa"),
        ("Selon l’AFP, le port est fermé.", "AFP"),
    ],
)
def test_an_agency_that_reported_is_a_credit_of_its_sentence(text, agency):
    assert credited(text) == [(agency, "sentence")]


@pytest.mark.parametrize(
    "text",
    [
        "The TASS building burned down.",
        "A TASS correspondent was expelled, and Reuters moved its office.",
        "The Associated Press (AP) moved its office.",
        "He had worked for Agence France-Presse (AFP).",
        "It was blamed on the Palestinian Authority (PA).",
        "The PA said nothing, and the MENA region said no more.",
        "The mayor told people outside the old Reuters building of it.",
        "Shares of Thomson Reuters rose, and he is a former AP bureau chief.",
        "Здание агентства ТАСС закрыто.",
        "Photo: Reuters",
        "File photo (AFP)",
        "Ships leave the harbour. (Photo by Olaf Roe/AP)",
        "The app was updated; the agencies of the state said so.",
        "CHAPTER TASSEL REUTERSWARD",
        "",
    ],
)
def test_an_agency_that_is_spoken_of_or_took_the_picture_is_no_credit(text):
    assert credited(text) == []


def test_the_place_of_a_credit_is_that_of_the_name_also_far_into_a_long_text():
    text = f"{invented(1)}\n🙂 é\n" * 90 + "KABUL (AFP) — It said so, TASS reported.\n— AP"
    found = credits_of(LongText(text.encode(), len(text)))
    assert [text[one.start : one.end] for one in found] == ["AFP", "TASS", "AP"]
    assert [one.of for one in found] == ["text", "sentence", "text"]


def test_the_credits_of_the_sample_review_are_found():
    found = {name: credited(text) for name, text in DIGESTS.items() if credited(text)}
    assert found == {
        "4-moscow-talks": [("TASS", "sentence"), ("agencies", "text")],
        "5-envoy-no-troops": [("agencies", "text")],
    }


@given(
    st.lists(
        st.sampled_from(
            [*ALIASES, "said", "(", ")", "—", "/", "\n", ". ", "By ", "\0", "\1", "中", "é"]
        )
    ).map("".join)
)
def test_every_credit_is_a_known_name_in_the_text_and_they_never_overlap(text):
    end = 0
    for one in credits_of(text):
        assert ALIASES[text[one.start : one.end]] == one.agency
        assert one.start >= end
        end = one.end


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("TASS", "TASS"),
        ("the Associated Press", "AP"),
        ("REUTERS", "Reuters"),
        ("ТАСС", "TASS"),
        ("xinhua", "Xinhua"),
        ("AP", "AP"),
        ("ap", ""),
        ("Agencies", ""),
        ("The Larkmoor Ledger", ""),
        ("", ""),
    ],
)
def test_an_outlet_that_is_an_agency_is_known_by_any_of_its_names(name, agency):
    assert agency_named(name) == agency
