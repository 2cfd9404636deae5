"""Which origin is proposed for two claims, and with which reason."""

from __future__ import annotations

import pytest
from copies_material import digests, invented, rewritten

from workbench.match.copies import Told, proposed_origin
from workbench.match.copies.speakers import same_name, speakers

DIGESTS = digests()


def told(text, claim="", **known):
    start = text.index(claim)
    return Told(text, start, start + len(claim or text), **known)


def test_one_agency_named_beside_both_claims_is_proposed():
    a = told("The port is closed, TASS reported on Sunday. Rain fell.", "The port is closed")
    b = told("Ships cannot land, according to the TASS news agency.", "Ships cannot land")
    proposal = proposed_origin(a, b)
    assert proposal.name == "TASS"
    assert "TASS reported" in proposal.why


def test_an_agency_beside_one_claim_and_none_beside_the_other_is_not():
    a = told("The port is closed, TASS reported on Sunday.", "The port is closed")
    b = told("Ships cannot land. Fish is dear, according to TASS.", "Ships cannot land")
    assert proposed_origin(a, b) is None


def test_an_agency_is_the_origin_where_the_other_article_is_the_agencys_own():
    a = told(
        "The port is closed, TASS reported on Sunday.", "The port is closed", label="article 1"
    )
    for known in ({"outlet": "ТАСС"}, {"byline": "By Una Prenn, TASS"}):
        b = told("Ships cannot land in the port.", "Ships cannot land", **known)
        assert proposed_origin(a, b).name == "TASS"
        assert proposed_origin(b, a).name == "TASS"
        assert "article 1 gives TASS for it" in proposed_origin(a, b).why


def test_both_articles_credited_to_one_agency_is_a_reason():
    a = told("MARROW (Reuters) - The port is closed.\nRain fell.", "Rain fell")
    b = told("It rained in the hills.\nReuters/AP", "It rained")
    assert proposed_origin(a, b) == ("Reuters", "both articles credit Reuters")


def test_credits_that_name_no_agency_are_no_origin():
    a = told("MARROW (Agencies) - The port is closed.\nRain fell.", "Rain fell")
    b = told("It rained in the hills.\nAgencies", "It rained")
    assert proposed_origin(a, b) is None


def test_one_speaker_quoted_in_the_same_words_is_proposed_by_the_fuller_name():
    said = "We shall never leave this harbour to anyone"
    a = told(f"“{said},” Foreign Minister Anna Berg said on Friday.", said)
    b = told(f"Ships came.\nBerg said: “{said} at all.”", said)
    for proposal in (proposed_origin(a, b), proposed_origin(b, a)):
        assert proposal.name == "Anna Berg"
        assert proposal.why.startswith("both quote Anna Berg in the same words: “We shall never")


def test_the_same_words_from_two_mouths_are_no_shared_origin():
    said = "We shall never leave this harbour to anyone"
    a = told(f"“{said},” Anna Berg said on Friday.", said)
    b = told(f"“{said},” Olaf Roe said on Friday.", said)
    assert proposed_origin(a, b) is None


def test_the_same_words_of_nobody_known_are_named_by_how_they_begin():
    said = "We shall never leave this harbour to anyone"
    a, b = told(f"“{said}.”", said), told(f"It went: “{said}.”", said)
    assert proposed_origin(a, b).name == "“We shall never leave this harbour …”"


def test_a_quotation_elsewhere_in_the_articles_says_nothing_of_the_claims():
    said = "“We shall never leave this harbour to anyone,” Anna Berg said."
    a = told(f"{said}\nThe port is closed.", "The port is closed")
    b = told(f"Ships cannot land.\n{said}", "Ships cannot land")
    assert proposed_origin(a, b) is None


def test_one_claimant_is_an_origin_whoever_gave_the_name():
    a = told(
        "The port is closed, said the mayor, Anna Berg.", "The port is closed", claimant="Berg"
    )
    b = told("Ships cannot land, according to Mayor Anna Berg.", "Ships cannot land")
    assert proposed_origin(a, b) == ("Anna Berg", "both have it from Anna Berg")
    assert proposed_origin(a._replace(claimant="Olaf Roe"), b) is None


def test_claims_in_text_that_two_articles_share_have_its_origin():
    text = invented(1)
    copy = rewritten("cut", text, "", 2)
    claim = copy.split("\n")[0][40:160]
    a, b = told(text, claim, label="article 1"), told(copy, claim, label="The Ledger")
    proposal = proposed_origin(a, b)
    assert proposal.name == "text of article 1 and The Ledger"
    assert "wire copy?" in proposal.why
    credited = f"MARROW (AFP) — {copy}"
    assert proposed_origin(a, told(credited, claim)).name == "AFP"


def test_claims_outside_the_shared_text_have_not():
    text = invented(1)
    own = "The mayors of all three towns along the river have met again."
    other = "Eleven schools stay closed until the ice on the roads is gone."
    a, b = told(f"{text}\n{own}", own), told(f"{other}\n{text}", other)
    assert proposed_origin(a, b) is None


def test_an_origin_declared_for_one_claim_is_proposed_for_the_other():
    a = told("The port is closed, TASS reported.", "The port is closed", origin="TASS (7 October)")
    b = told("Ships cannot land, TASS said.", "Ships cannot land")
    assert proposed_origin(a, b).name == "TASS (7 October)"
    assert proposed_origin(b, a).name == "TASS (7 October)"
    assert proposed_origin(a, b._replace(origin="Interfax")) is None


def test_the_sample_review_has_one_origin_for_the_troops_that_are_not_sent():
    a = told(DIGESTS["4-moscow-talks"], "Sending Russian soldiers to Afghanistan is not being")
    b = told(DIGESTS["5-envoy-no-troops"], "Moscow is not thinking of stationing its troops")
    assert proposed_origin(a, b) == ("Zamir Kabulov", "both have it from Zamir Kabulov")


@pytest.mark.parametrize("text", ["", "123", "🙂", "中文", "“”", "said", "According to"])
def test_nothing_to_go_by_gives_no_proposal(text):
    assert proposed_origin(Told(text, 0, len(text)), Told(text, 0, len(text))) is None


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The port is closed, Anna Berg said.", ["Anna Berg"]),
        ("The port is closed, said Foreign Minister Anna Berg.", ["Anna Berg"]),
        ("The port is closed, according to the mayor, Anna Berg.", ["Anna Berg"]),
        ("Anna Berg, who is the mayor of Marrow, said the port is closed.", ["Anna Berg"]),
        ("The port is closed, citing the envoy to Marrow, Anna Berg.", ["Anna Berg"]),
        ("The port is closed, the envoy to Marrow said.", []),
        ("Anna Berg told Olaf Roe that Marrow said no.", ["Anna Berg", "Marrow"]),
        ("However, officials said the Marrow talks failed.", []),
        ("The port is closed, he said.", []),
        ("The port is closed.", []),
        ("Порт закрыт, заявил министр Олаф Роэ.", ["Олаф Роэ"]),
        ("По словам Анны Берг, порт закрыт.", ["Анны Берг"]),
    ],
)
def test_who_speaks_is_the_name_beside_a_verb_of_saying(sentence, names):
    assert speakers(sentence, (0, 10)) == names


def test_a_quotation_that_goes_on_after_its_speaker_is_the_speakers_too():
    text = "“We came late,” Anna Berg said. “We shall never leave this harbour.”"
    assert speakers(text, (text.index("We shall"), text.index(".”"))) == ["Anna Berg"]
    apart = text.replace("said. ", "said.\n")
    assert speakers(apart, (apart.index("We shall"), apart.index(".”"))) == []


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        ("Berg", "Anna Berg", "Anna Berg"),
        ("Anna Berg", "berg", "Anna Berg"),
        ("Anna Berg", "Olga Berg", ""),
        ("Anna", "Anna Berg", ""),
        ("", "Berg", ""),
    ],
)
def test_a_surname_is_a_name_cut_short(a, b, name):
    assert same_name(a, b) == name
