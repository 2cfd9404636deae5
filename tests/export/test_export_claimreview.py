"""The export of findings as schema.org's ClaimReview."""

import json
import re

import export_samples as samples
import pytest
from export_samples import article, claim, evidence, finding, hold, link, review
from hypothesis import given, settings
from hypothesis import strategies as st
from linked_data import expanded

from workbench.errors import UsageError
from workbench.export import Material, check_address, export
from workbench.export.rows import clean

# Facts of schema.org's vocabulary: what each type is a kind of, on which type a name may stand,
# and what may stand there. None: a type that is not said.
KIND_OF = {
    "ClaimReview": "Review",
    "Review": "CreativeWork",
    "Claim": "CreativeWork",
    "Article": "CreativeWork",
    "CreativeWork": "Thing",
    "Rating": "Thing",
    "Person": "Thing",
    "Organization": "Thing",
    None: "Thing",
}
NAMES = {
    "claimReviewed": ("ClaimReview", {"Text"}),
    "itemReviewed": ("Review", {"Thing"}),
    "reviewRating": ("Review", {"Rating"}),
    "reviewBody": ("Review", {"Text"}),
    "author": ("CreativeWork", {"Person", "Organization", None}),
    "dateCreated": ("CreativeWork", {"Date"}),
    "dateModified": ("CreativeWork", {"Date"}),
    "datePublished": ("CreativeWork", {"Date"}),
    "citation": ("CreativeWork", {"CreativeWork", "Text"}),
    "text": ("CreativeWork", {"Text"}),
    "headline": ("CreativeWork", {"Text"}),
    "publisher": ("CreativeWork", {"Person", "Organization"}),
    "appearance": ("Claim", {"CreativeWork"}),
    "firstAppearance": ("Claim", {"CreativeWork"}),
    "alternateName": ("Thing", {"Text"}),
    "name": ("Thing", {"Text"}),
    "url": ("Thing", {"URL"}),
}
# What Google's page on fact checks (its rich result ended in 2025) calls required and recommended.
REQUIRED = {
    "ClaimReview": {"claimReviewed", "reviewRating", "url"},
    "Rating": {"alternateName"},
}
RECOMMENDED = {
    "ClaimReview": {"author", "datePublished", "itemReviewed"},
    "Claim": {"appearance", "author", "datePublished", "firstAppearance"},
}
DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?")
PAGE = "https://example.org/checks/kabul"


def reviews(state, url: str = "") -> list[dict]:
    whole = json.loads(export(state, "claimreview", material=Material(url=url)))
    assert set(whole) == {"@context", "@graph"}
    assert whole["@context"] == "https://schema.org"
    return whole["@graph"]


def kinds(type_):
    while type_ in KIND_OF:
        yield type_
        type_ = KIND_OF[type_]
    yield "Thing"


def nodes(value):
    """A node and all that are in it."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def check_vocabulary(node: dict) -> None:
    for one in nodes(node):
        type_ = one.get("@type")
        for name, held in one.items():
            if name.startswith("@"):
                continue
            domain, range_ = NAMES[name]
            assert domain in kinds(type_), (type_, name)
            for value in held if isinstance(held, list) else [held]:
                if isinstance(value, dict):
                    assert range_ & {"Thing", *kinds(value.get("@type"))}
                    assert range_ != {"Text"}
                else:
                    assert isinstance(value, str)
                    assert value != ""
                    assert range_ & {"Text", "URL", "Date"}
                    assert range_ != {"Date"} or DATE.fullmatch(value)


def judged():
    """Claims 1, 2 agree and 3 conflicts with them; the finding hangs on 2."""
    state = hold(
        review(),
        article(1, published_on="2025-10-08", url="https://example.org/1", title="One"),
        article(2, published_on="2025-10-07", url="https://example.org/2", title="Two"),
        article(3, published_on="2025-10-06", url="https://example.org/3", title="Three"),
    )
    hold(state, claim(1, 1, claimant="Kabulov"), claim(2, 2, claimant="Kabulov"), claim(3, 3))
    hold(state, link(1, 1, 2), link(2, 2, 3, "conflicts"))
    hold(state, finding(7, 2, verdict="supported", rationale="Because", confidence="high"))
    return hold(state, evidence(1, 7, locator="https://example.org/x", note="the statement"))


def test_a_finding_says_what_was_reviewed_with_which_verdict_by_whom_and_when():
    (found,) = reviews(judged(), PAGE)
    assert found == {
        "@type": "ClaimReview",
        "@id": "urn:uuid:f7",
        "url": f"{PAGE}#point-1",
        "claimReviewed": "Wording 7",
        "reviewRating": {"@type": "Rating", "alternateName": "supported"},
        "author": {"@type": "Person", "name": "mk"},
        "dateCreated": samples.TIME,
        "dateModified": samples.TIME,
        "datePublished": "2025-10-08",
        "reviewBody": "Because",
        "citation": ["document: https://example.org/x: the statement"],
        "itemReviewed": {
            "@type": "Claim",
            "text": "quote 2",
            "author": [{"name": "Kabulov"}],
            "datePublished": "2025-10-07",
            "firstAppearance": {
                "@type": "Article",
                "url": "https://example.org/2",
                "headline": "Two",
                "datePublished": "2025-10-07",
                "publisher": {"@type": "Organization", "name": "Outlet 2"},
            },
            "appearance": [
                {
                    "@type": "Article",
                    "url": "https://example.org/1",
                    "headline": "One",
                    "datePublished": "2025-10-08",
                    "publisher": {"@type": "Organization", "name": "Outlet 1"},
                }
            ],
        },
    }
    check_vocabulary(found)


def test_with_an_address_nothing_is_missing_that_is_required_or_recommended():
    (found,) = reviews(judged(), PAGE)
    for table in (REQUIRED, RECOMMENDED):
        for one in nodes(found):
            assert table.get(one.get("@type"), set()) <= set(one)
    assert {one.get("@type") for one in nodes(found)} >= {*REQUIRED, *RECOMMENDED}


def test_without_an_address_only_that_is_missing():
    (found,), (known,) = reviews(judged()), reviews(judged(), PAGE)
    assert REQUIRED["ClaimReview"] - set(found) == {"url"}
    del known["url"]
    assert found == known


def test_a_library_understands_every_name_as_one_of_schema_org():
    for one in expanded(export(judged(), "claimreview", material=Material(url=PAGE))):
        for node in nodes(one):
            for name in node:
                assert name.startswith(("@", "http://schema.org/"))


def test_a_page_with_a_part_of_its_own_is_left_as_it_is():
    (found,) = reviews(judged(), f"{PAGE}#here")
    assert found["url"] == f"{PAGE}#here"


def test_a_rating_is_words_and_never_a_number():
    state = hold(judged(), finding(8, 3, verdict="Pants on fire"))
    found = [one["reviewRating"] for one in reviews(state)]
    assert found == [
        {"@type": "Rating", "alternateName": "supported"},
        {"@type": "Rating", "alternateName": "Pants on fire"},
    ]


def test_what_has_no_verdict_and_what_another_analyst_found_is_left_out():
    state = hold(judged(), finding(1, 1), finding(2, 1, verdict="mixed", analyst="zz"))
    assert [one["@id"] for one in reviews(state)] == ["urn:uuid:f7"]
    state.analyst = "zz"
    assert [one["@id"] for one in reviews(state)] == ["urn:uuid:f2"]


def test_a_review_without_findings_is_an_empty_list():
    assert reviews(review()) == []
    assert expanded(export(review(), "claimreview")) == []


def test_findings_come_by_point_and_then_by_number():
    state = hold(review(), article(1), *(claim(n, 1) for n in (1, 2, 3)), link(1, 3, 1))
    judgements = ((1, 2), (2, 3), (3, 1), (4, 9))
    hold(state, *(finding(n, on, verdict="mixed") for n, on in judgements))
    assert [one["@id"][-1] for one in reviews(state)] == ["2", "3", "1", "4"]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2025-10-08", "2025-10-07"), 2),
        (("2025-10-08",), 1),
        (("2025-10-08", ""), None),  # who knows when the other one was
        (("2025-10-08", "2025-10-08"), None),
        (("", ""), None),
        (("2025-10-07", "2025-10-08", "2025-10-08"), 1),
    ],
)
def test_a_first_appearance_is_said_only_when_it_is_known_to_be_the_first(days, first):
    state = review()
    for number, day in enumerate(days, 1):
        hold(state, article(number, published_on=day, title=f"T{number}"), claim(number, number))
    hold(state, *(link(n, n, n + 1) for n in range(1, len(days))))
    hold(state, finding(1, 1, verdict="mixed"))
    ((item,),) = ([one["itemReviewed"] for one in reviews(state)],)
    assert item.get("firstAppearance", {}).get("headline") == (first and f"T{first}")
    assert item.get("datePublished") == (days[first - 1] if first else None)
    others = {one["headline"] for one in item.get("appearance", [])}
    assert others == {f"T{n}" for n in range(1, len(days) + 1)} - {f"T{first}"}


def test_an_article_with_two_claims_of_one_position_appears_once():
    state = hold(review(), article(1), claim(1, 1), claim(2, 1), link(1, 1, 2))
    hold(state, finding(1, 1, verdict="mixed"))
    ((item,),) = ([one["itemReviewed"] for one in reviews(state)],)
    assert len(item["appearance"]) == 1


def test_a_finding_whose_claim_is_missing_says_the_rest():
    state = hold(review(), finding(1, 9, verdict="mixed"))
    (found,) = reviews(state, PAGE)
    assert found["url"] == PAGE
    assert "itemReviewed" not in found
    check_vocabulary(found)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(), min_size=2, max_size=4))
def test_hostile_words_are_words_and_cannot_end_the_script_they_stand_in(texts):
    state = review()
    for number, text in enumerate(texts, 1):
        words = {"outlet": text, "title": text, "url": text}
        hold(state, article(number, **words), claim(number, number, quote=text, claimant=text))
        words = {"wording": text, "verdict": text, "rationale": text}
        hold(state, finding(number, number, **words), evidence(number, number, note=text))
    data = export(state, "claimreview")
    assert not any(sign in data for sign in b"<>&")
    assert [one["claimReviewed"] for one in reviews(state)] == [clean(t) for t in texts if t]
    expanded(data)


def test_a_script_that_would_end_early_does_not():
    state = hold(judged(), finding(8, 1, wording="</script><script>", verdict="mixed"))
    assert reviews(state)[1]["claimReviewed"] == "</script><script>"
    assert b"</" not in export(state, "claimreview")


@pytest.mark.parametrize("url", ["example.org", "javascript:x", "https://a b", "http://", "'"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(UsageError, match="is no address of a page"):
        check_address("claimreview", url)


def test_an_address_goes_with_a_claimreview_only():
    check_address("claimreview", PAGE)
    check_address("claims", "")
    with pytest.raises(UsageError, match="said in a claimreview or bundle, not in “claims”"):
        check_address("claims", PAGE)


def test_the_address_leads_to_a_part_of_the_report_that_is_there(worked):
    state, _ = worked()
    (found,) = reviews(state, PAGE)
    page, part = found["url"].split("#")
    assert page == PAGE
    assert f'id="{part}"' in export(state, "report").decode()
