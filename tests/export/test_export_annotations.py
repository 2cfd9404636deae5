"""The export of annotations, as the W3C's model and a JSON-LD library understand it."""

import json

import export_samples as samples
import pytest
from export_samples import article, claim, evidence, finding, hold, link, not_same_event, review
from hypothesis import given, settings
from hypothesis import strategies as st
from linked_data import AS, DC, OA, RDF_VALUE, XSD, expanded, quads, turned

from workbench.core.model import split_tags
from workbench.export import export
from workbench.export.annotations import TERMS
from workbench.export.json_ld import urn
from workbench.export.rows import clean
from workbench.sample import make_annotated
from workbench.store import Store

NAME = "http://xmlns.com/foaf/0.1/name"
SCHEMA = "http://schema.org/"


def annotations(state) -> list[dict]:
    """The annotations as JSON, without any understanding of JSON-LD."""
    return json.loads(export(state, "annotations")).get("first", {}).get("items", [])


def understood(state) -> list[dict]:
    """The annotations with every name as an IRI."""
    (collection,) = expanded(export(state, "annotations"))
    (page,) = collection[f"{AS}first"]
    return page[f"{AS}items"][0]["@list"]


def values(node: dict, iri: str) -> list:
    return [one.get("@value", one.get("@id")) for one in node.get(iri, [])]


def value(node: dict, iri: str, missing: object = ""):
    found = values(node, iri)
    assert len(found) <= 1
    return found[0] if found else missing


def bodies(node: dict, purpose: str) -> list[str]:
    found = node.get(f"{OA}hasBody", [])
    assert all(body["@type"] == [f"{OA}TextualBody"] for body in found)
    return [
        value(body, RDF_VALUE)
        for body in found
        if values(body, f"{OA}hasPurpose") == [f"{OA}{purpose}"]
    ]


def record(node: dict) -> dict:
    """What an annotation says, read by IRIs alone."""
    (creator,) = node[f"{DC}creator"]
    assert creator["@type"] == ["http://xmlns.com/foaf/0.1/Person"]
    assert node["@type"] == [f"{OA}Annotation"]
    for time in ("created", "modified"):
        assert node[f"{DC}{time}"][0]["@type"] == f"{XSD}dateTime"
    found = {
        "id": node["@id"],
        "number": value(node, f"{TERMS}number"),
        "analyst": value(creator, NAME),
        "created_at": value(node, f"{DC}created"),
        "updated_at": value(node, f"{DC}modified"),
    }
    motivation = value(node, f"{OA}motivatedBy").removeprefix(OA)
    return found | {"highlighting": _claim, "linking": _link, "assessing": _finding}[motivation](
        node
    )


def _claim(node: dict) -> dict:
    (target,) = node[f"{OA}hasTarget"]
    quote, place = sorted(target[f"{OA}hasSelector"], key=lambda one: one["@type"], reverse=True)
    (state,) = target[f"{OA}hasState"]
    assert target["@type"] == [f"{OA}SpecificResource"]
    assert (quote["@type"], place["@type"]) == (
        [f"{OA}TextQuoteSelector"],
        [f"{OA}TextPositionSelector"],
    )
    assert place[f"{OA}start"][0]["@type"] == f"{XSD}nonNegativeInteger"
    return {
        "note": "".join(bodies(node, "commenting")),
        "tags": bodies(node, "tagging"),
        "claimant": value(node, f"{TERMS}claimant"),
        "origin": value(node, f"{TERMS}origin"),
        "quote": value(quote, f"{OA}exact", None),
        "prefix": value(quote, f"{OA}prefix", None),
        "suffix": value(quote, f"{OA}suffix", None),
        "start": value(place, f"{OA}start"),
        "end": value(place, f"{OA}end"),
        "article_id": value(state, f"{TERMS}articleId"),
        "text_sha256": value(state, f"{TERMS}textSha256"),
    }


def _link(node: dict) -> dict:
    one, other = values(node, f"{OA}hasTarget")
    (relation,) = bodies(node, "classifying")
    return {
        "from_claim_id": one,
        "to_claim_id": other,
        "relation": relation,
        "reason": "".join(bodies(node, "tagging")),
        "rationale": "".join(bodies(node, "commenting")),
    }


def _finding(node: dict) -> dict:
    return {
        "claim_id": value(node, f"{OA}hasTarget"),
        "wording": "".join(bodies(node, "describing")),
        "verdict": "".join(bodies(node, "classifying")),
        "rationale": "".join(bodies(node, "commenting")),
        "confidence": value(node, f"{TERMS}confidence"),
        "evidence": sorted(
            (
                value(one, f"{TERMS}number"),
                one["@id"],
                *(value(one, f"{TERMS}{name}") for name in ("kind", "locator", "note")),
            )
            for one in node.get(f"{TERMS}evidence", [])
        ),
    }


def stored(state) -> list[dict]:
    """What the review holds, under the same names."""

    def of(one, *names) -> dict:
        plain = ("number", "analyst", "created_at", "updated_at", *names)
        found = {name: getattr(one, name) for name in plain}
        return {"id": urn(one.id)} | {
            name: clean(text) if isinstance(text, str) else text for name, text in found.items()
        }

    def numbered(records) -> list:
        return sorted(records.values(), key=lambda one: one.number)

    place = ("quote", "prefix", "suffix", "start", "end", "article_id")
    found = [
        of(one, "note", "claimant", "origin", *place)
        | {
            "tags": [clean(tag) for tag in split_tags(one.tags)],
            "text_sha256": state.articles[one.article_id].text_sha256,
        }
        for one in numbered(state.claims)
    ]
    found += [
        of(one, "relation", "reason", "rationale")
        | {"from_claim_id": urn(one.from_claim_id), "to_claim_id": urn(one.to_claim_id)}
        for one in numbered(state.links)
    ]
    found += [
        of(one, "wording", "verdict", "rationale", "confidence")
        | {
            "claim_id": urn(one.claim_id),
            "evidence": [
                (item.number, urn(item.id), item.kind, clean(item.locator), clean(item.note))
                for item in state.evidence_of(one.id)
            ],
        }
        for one in numbered(state.findings)
    ]
    return found


def test_who_knows_only_the_names_of_the_w3c_and_ours_has_every_field_again(worked):
    state, _ = worked()
    found = [record(node) for node in understood(state)]
    assert found == stored(state)
    assert len(found) == 6 + 4 + 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(), min_size=3, max_size=5))
def test_no_text_whatever_it_is_says_anything_else_after_processing(texts):
    state = review(title=texts[0])
    for number, text in enumerate(texts, 1):
        hold(state, article(number, outlet=text, title=text, url=text, published_on=text))
        words = {"quote": text, "prefix": text, "suffix": text, "note": text}
        more = {"claimant": text, "origin": text, "tags": text, "analyst": text}
        hold(state, claim(number, number, **words, **more))
    for number, text in enumerate(texts[1:], 1):
        hold(state, link(number, number, number + 1, reason=text, rationale=text, analyst=text))
        words = {"wording": text, "verdict": text, "rationale": text, "analyst": text}
        hold(state, finding(number, number, **words), evidence(number, number, note=text))
    # A wording that is empty, which no finding has, is a body all the same.
    assert [record(node) for node in understood(state)] == stored(state)


def test_a_trip_through_rdf_loses_nothing_but_the_order_of_a_links_ends(worked):
    state, _ = worked()
    data = export(state, "annotations")
    back = {one["id"]: one for one in turned(data)["@graph"]}
    for number, given_ in enumerate(annotations(state)):
        got = back[given_["id"]]
        for name in ("motivation", "created", "modified", "workbench:number", "workbench:origin"):
            assert got.get(name) == given_.get(name), number
    links = [one for one in back.values() if one.get("motivation") == "linking"]
    assert {frozenset(one["target"]) for one in links} == {
        frozenset((urn(one.from_claim_id), urn(one.to_claim_id))) for one in state.links.values()
    }


def test_the_collection_is_what_the_model_asks_of_one_with_its_page_inside(worked):
    state, _ = worked()
    whole = json.loads(export(state, "annotations"))
    page = whole["first"]
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (whole["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert whole["label"] == "Kabul, autumn"
    assert whole["total"] == len(page["items"]) == 11
    assert (whole["last"], page["partOf"], page["startIndex"]) == (page["id"], whole["id"], 0)
    assert "@context" not in page
    said = quads(export(state, "annotations"))
    assert (whole["id"], f"{AS}totalItems", "11") in said
    ids = [one["id"] for one in page["items"]] + [whole["id"], page["id"]]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") for one in ids)


def test_a_review_without_marks_is_a_collection_without_a_page():
    whole = json.loads(export(hold(review(), article(1)), "annotations"))
    assert whole["total"] == 0
    assert "first" not in whole
    assert "last" not in whole


def test_annotations_stand_one_a_line_claims_then_links_then_findings():
    state = hold(review(), article(1), claim(2, 1), claim(1, 1), link(1, 2, 1), finding(1, 2))
    lines = export(state, "annotations").decode().splitlines()
    assert len(lines) == 2 + 4 + 1
    found = [json.loads(line.rstrip(",")) for line in lines[2:-1]]
    assert [(one["motivation"], one["workbench:number"]) for one in found] == [
        ("highlighting", 1),
        ("highlighting", 2),
        ("linking", 1),
        ("assessing", 1),
    ]


def test_the_collection_stays_the_same_one_while_work_goes_on_and_in_another_database():
    state = hold(review(), article(1), claim(1, 1))
    named = json.loads(export(state, "annotations"))["id"]
    hold(state, claim(2, 1), link(1, 1, 2))
    assert json.loads(export(state, "annotations"))["id"] == named
    elsewhere = hold(review(id="another", created_at="later"), article(1), claim(1, 1))
    assert json.loads(export(elsewhere, "annotations"))["id"] == named
    assert json.loads(export(hold(review(), article(2)), "annotations"))["id"] != named


def test_nothing_of_an_article_tells_when_it_was_brought_in():
    state = hold(review(), article(1), claim(1, 1))
    later = article(1, created_at="later", updated_at="later", analyst="zz", byline="x")
    assert export(hold(review(id="q"), later, claim(1, 1)), "annotations") == export(
        state, "annotations"
    )


def test_the_source_is_the_address_where_there_is_one_and_the_state_says_which_text():
    url = "https://example.org/a?b=c#d"
    state = hold(review(), article(1, url=url, title="T", published_on="2025-10-08"), article(2))
    hold(state, claim(1, 1), claim(2, 2))
    one, other = understood(state)
    ((source,), (told,)) = (one[f"{OA}hasTarget"][0][f"{OA}has{n}"] for n in ("Source", "State"))
    assert source == {
        "@id": url,
        "@type": ["http://purl.org/dc/dcmitype/Text"],
        f"{SCHEMA}name": [{"@value": "T"}],
        f"{SCHEMA}datePublished": [{"@value": "2025-10-08"}],
        f"{TERMS}outlet": [{"@value": "Outlet 1"}],
    }
    assert told["@type"] == [f"{OA}State"]
    assert value(told, f"{TERMS}textSha256") == article(1).text_sha256
    assert value(told, f"{TERMS}article") == 1
    assert other[f"{OA}hasTarget"][0][f"{OA}hasSource"][0]["@id"] == "urn:uuid:a2"


@pytest.mark.parametrize(
    "text",
    ["", "example.org", "ftp://example.org/", "javascript:alert(1)", "https://", "https:///a",
     "https://exa mple.org", "https://example.org/<b>", 'https://example.org/"', "https://[::1",
     "https://example.org/a\nb", "https://example.org/\ud800"],
)  # fmt: skip
def test_what_is_no_address_for_sure_does_not_stand_as_one(text):
    state = hold(review(), article(1, url=text), claim(1, 1))
    (one,) = annotations(state)
    assert one["target"]["source"]["id"] == "urn:uuid:a1"
    expanded(export(state, "annotations"))


def test_places_count_code_points():
    state = hold(review(), article(1), claim(1, 1, start=1, end=3, quote="👩‍", prefix="𝔄"))
    (node,) = understood(state)
    assert (_claim(node)["start"], _claim(node)["end"]) == (1, 3)


def test_a_link_that_says_not_the_same_event_keeps_its_reason():
    state = hold(review(), article(1), claim(1, 1), claim(2, 1), not_same_event(1, 1, 2))
    *_, said = understood(state)
    assert bodies(said, "classifying") == ["unverified"]
    assert bodies(said, "tagging") == ["not the same event"]


def test_what_hangs_in_the_air_costs_only_what_is_missing():
    state = hold(review(), claim(1, 9), link(1, 1, 8), finding(1, 7), evidence(1, 6))
    one, tie, judged = annotations(state)
    assert one["target"]["source"] == {"id": "urn:uuid:a9", "type": "Text"}
    assert one["target"]["state"] == {"type": "oa:State", "workbench:articleId": "a9"}
    assert tie["target"] == ["urn:uuid:c00001", "urn:uuid:c00008"]
    assert judged["target"] == "urn:uuid:c00007"


def test_no_word_can_end_the_script_of_a_page_it_is_pasted_into():
    state = hold(review(title="</script>"), article(1), claim(1, 1, quote="</SCRIPT><!--&"))
    data = export(state, "annotations")
    assert not any(sign in data for sign in b"<>&")
    assert annotations(state)[0]["target"]["selector"][0]["exact"] == "</SCRIPT><!--&"


def test_the_same_review_gives_the_same_annotations_in_whatever_order_it_was_read():
    one, other = samples.large(40, 60), samples.large(40, 60)
    other.claims = dict(reversed(other.claims.items()))
    other.links = dict(reversed(other.links.items()))
    other.articles = dict(reversed(other.articles.items()))
    assert export(one, "annotations") == export(other, "annotations")


def test_it_is_told_how_many_are_made_and_stops_when_that_raises():
    told = []
    state = samples.large(150, 100)
    export(state, "annotations", tell=lambda done, total, _: told.append((done, total)))
    total = 150 + 100 + len(state.findings)
    assert told == [(done, total) for done in range(0, total, 100)]

    def stop(done, *_):
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(state, "annotations", tell=stop)


def test_the_annotated_sample_says_to_a_library_all_that_is_in_it(tmp_path):
    with Store(tmp_path / "sample.db", create=True) as store:
        state = make_annotated(store)
    found = [record(node) for node in understood(state)]
    assert found == stored(state)
    assert len({one["id"] for one in found}) > 60
