"""Annotations, our own and those that other tools write."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from import_material import OPS, back, database, out, plan_of, with_articles, work

from workbench.errors import ImportRefusedError
from workbench.imports import read_bytes
from workbench.store import check

TEXT = (
    "Seven ships came in on Monday. Nobody counted them.\n\nSeven ships came in, said the master."
)
OTHER = "👩🏽‍🚀 Eight ships came in on Monday, said the paper. Nobody asked the port."


@pytest.fixture
def harbour():
    with database() as store:
        yield store, with_articles(store, (TEXT, OTHER))


def annotation(*selectors, target=None, source="file:///other", **fields):
    """An annotation as the model has it."""
    target = target or {"source": source, "selector": list(selectors)}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "target": target,
        **fields,
    }


def quoted(exact, prefix="", suffix=""):
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def at(start, end):
    return {"type": "TextPositionSelector", "start": start, "end": end}


def brought(harbour, *annotations, **how):
    """What is done with some annotations, and the claims afterwards, by number."""
    store, state = harbour
    value = annotations[0] if len(annotations) == 1 else list(annotations)
    plan, state = back(store, state, {"notes.json": json.dumps(value).encode()}, **how)
    return plan, sorted(state.claims.values(), key=lambda claim: claim.number), state


@given(ops=OPS)
@settings(max_examples=25)
def test_our_own_annotations_come_back_with_the_same_bytes(ops):
    with database() as here, database() as there:
        worked = work(here, ops)
        before = out(worked, "jsonld", kinds=("annotations",))
        plan, state = back(there, with_articles(there), before)
        assert (plan.left_out, plan.differing, plan.renumbered) == ([], [], [])
        assert out(state, "jsonld", kinds=("annotations",)) == before
        assert out(state) == out(worked)
        again = plan_of(there, state, before)
        assert (again.change, again.differing) == (None, [])
        assert plan_of(there, state, out(worked)).change is None
        assert check(there).problems == []


@pytest.mark.parametrize(
    "first",
    ["https://a.example/1\x1b", {"type": "AnnotationPage", "id": "https://a.example/1\x1b"}],
)
def test_a_collection_whose_annotations_are_elsewhere_is_refused_with_the_page(first):
    data = {"type": "AnnotationCollection", "total": 9, "first": first}
    with pytest.raises(ImportRefusedError, match="pages of their own") as caught:
        read_bytes(json.dumps(data).encode(), "c.json")
    assert "the first is https://a.example/1␛, and import" in str(caught.value)
    assert read_bytes(json.dumps(data | {"total": 0}).encode(), "c.json") == []


def test_a_quote_that_stands_once_is_a_claim_with_note_and_tags(harbour):
    bodies = [
        {"type": "TextualBody", "value": "odd", "purpose": "commenting"},
        {"type": "TextualBody", "value": "Kabul, 2025", "purpose": "tagging"},
        {"type": "TextualBody", "value": "count", "purpose": "tagging"},
    ]
    made = annotation(
        quoted("Nobody counted them"), body=bodies, creator={"name": "zoe"}, created="2024-01-02T03:04:05Z"
    )  # fmt: skip
    plan, claims, _ = brought(harbour, made)
    assert [(one.quote, one.note, one.tags) for one in claims] == [
        ("Nobody counted them", "odd", "Kabul 2025; count")
    ]
    assert (claims[0].analyst, claims[0].created_at) == ("zoe", "2024-01-02T03:04:05.000Z")
    assert plan.left_out == []


def test_what_stands_around_a_quote_tells_which_of_two_places_is_meant(harbour):
    _, claims, _ = brought(harbour, annotation(quoted("Seven ships came in", "them. ", ", said")))
    assert claims[0].start == TEXT.rindex("Seven")


def test_a_quote_in_two_places_is_listed_and_never_guessed(harbour):
    plan, claims, _ = brought(harbour, annotation(quoted("Seven ships came in")))
    assert claims == []
    assert "2 places of article 1" in plan.left_out[0].why


def test_a_position_tells_two_places_of_a_quote_apart(harbour):
    start = TEXT.rindex("Seven")
    made = annotation(quoted("Seven ships"), at(start, start + 11))
    _, claims, _ = brought(harbour, made)
    assert claims[0].start == start


@pytest.mark.parametrize("offset", [0, 3, 700])
def test_the_quote_decides_where_the_position_is_of_another_text(harbour, offset):
    made = annotation(quoted("Nobody asked the port"), at(offset, offset + 21))
    _, claims, _ = brought(harbour, made)
    assert claims[0].start == OTHER.index("Nobody")


def test_a_position_that_counts_utf16_units_is_understood(harbour):
    text = OTHER + " Nobody asked the port."
    store, _ = harbour
    state = with_articles(store, (text,), title="Twice")
    start = text.rindex("Nobody")
    units = len(text[:start].encode("utf-16-le")) // 2
    made = annotation(quoted("Nobody asked the port"), at(units, units + 21))
    plan, state = back(store, state, {"notes.json": json.dumps(made).encode()})
    assert [one.start for one in state.claims.values()] == [start]
    assert plan.left_out == []


def test_an_annotation_of_words_that_differ_only_in_quotation_marks_and_spaces_is_placed(harbour):
    _, claims, _ = brought(harbour, annotation(quoted("counted  them.\n Seven\tships")))
    assert claims[0].quote == "counted them.\n\nSeven ships"


def test_a_position_alone_is_believed_where_the_article_is_told(harbour):
    _, state = harbour
    article = state.article_numbered(1)
    told = annotation(at(0, 5), source=f"urn:uuid:{article.id}")
    plan, claims, _ = brought(harbour, told)
    assert claims[0].quote == "Seven"
    assert len(plan.by_position) == 1


def test_a_position_alone_is_not_believed_where_nothing_tells_the_article(harbour):
    plan, claims, _ = brought(harbour, annotation(at(0, 5)))
    assert claims == []
    assert "nothing says in which article" in plan.left_out[0].why


def test_a_position_alone_is_not_believed_where_it_may_count_two_ways(harbour):
    _, state = harbour
    article = state.article_numbered(2)
    plan, claims, _ = brought(harbour, annotation(at(7, 12), source=f"urn:uuid:{article.id}"))
    assert claims == []
    assert "two ways" in plan.left_out[0].why


@pytest.mark.parametrize(
    ("value", "quote"),
    [("char=0,5", "Seven"), ("#char=6,11", "ships"), ("char=0,5;length=89", "Seven")],
)
def test_a_fragment_of_rfc_5147_is_a_position(harbour, value, quote):
    _, state = harbour
    selector = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc5147",
        "value": value,
    }
    source = f"urn:uuid:{state.article_numbered(1).id}"
    _, claims, _ = brought(harbour, annotation(selector, source=source))
    assert claims[0].quote == quote


def test_a_target_that_is_an_address_with_a_fragment_is_understood(harbour):
    _, state = harbour
    target = f"urn:uuid:{state.article_numbered(1).id}#char=6,11"
    _, claims, _ = brought(harbour, annotation(target=target))
    assert claims[0].quote == "ships"


def test_an_article_is_told_by_its_address(harbour):
    store, _ = harbour
    state = with_articles(store, (TEXT,), title="Web", url="https://example.org/ships/")
    made = annotation(quoted("Nobody counted"), source="https://example.org/ships#top")
    _, state = back(store, state, {"notes.json": json.dumps(made).encode()})
    assert [one.quote for one in state.claims.values()] == ["Nobody counted"]


def test_a_selector_refined_by_another_is_looked_for_inside_it(harbour):
    outer = quoted("Seven ships came in, said the master") | {"refinedBy": quoted("Seven ships")}
    _, claims, _ = brought(harbour, annotation(outer))
    assert claims[0].start == TEXT.rindex("Seven")


def test_a_position_inside_a_refined_selector_counts_from_its_beginning(harbour):
    outer = quoted("Seven ships came in, said the master") | {"refinedBy": at(6, 11)}
    _, claims, _ = brought(harbour, annotation(outer))
    assert (claims[0].quote, claims[0].start) == ("ships", TEXT.rindex("Seven") + 6)


def test_words_inside_what_a_text_does_not_have_are_looked_for_by_themselves(harbour):
    outer = {"type": "CssSelector", "value": "p"} | {"refinedBy": quoted("Nobody counted")}
    _, claims, _ = brought(harbour, annotation(outer))
    assert claims[0].quote == "Nobody counted"


def test_edges_in_the_middle_of_a_letter_with_its_marks_are_widened(harbour):
    _, claims, _ = brought(harbour, annotation(quoted("\U0001f680 Eight ")))
    assert claims[0].quote == "👩🏽‍🚀 Eight"


def test_words_of_a_row_of_a_service_are_placed_with_their_tags(harbour):
    rows = {
        "total": 2,
        "rows": [
            {
                "id": "abc",
                "created": "2024-05-06T07:08:09.123456+00:00",
                "updated": "2024-05-06T07:08:10.123456+00:00",
                "user": "acct:zoe@example.org",
                "uri": "https://example.org/",
                "text": "Who says so?",
                "tags": ["ships"],
                "target": [
                    {
                        "source": "https://example.org/",
                        "selector": [
                            {"type": "RangeSelector", "startContainer": "/p[1]", "endOffset": 3},
                            {"type": "TextPositionSelector", "start": 31, "end": 50},
                            quoted("Nobody counted them", "Monday. ", ".\n\nSeven"),
                        ],
                    }
                ],
            },
            {"id": "def", "text": "of the page", "target": [{"source": "https://example.org/"}]},
        ],
    }
    plan, claims, _ = brought(harbour, rows)
    assert [(one.quote, one.note, one.tags, one.analyst) for one in claims] == [
        ("Nobody counted them", "Who says so?", "ships", "acct:zoe@example.org")
    ]
    assert claims[0].updated_at == "2024-05-06T07:08:10.123Z"
    assert [left.why for left in plan.left_out] == [
        "the file gives neither its words nor its position"
    ]


@pytest.mark.parametrize(
    "held",
    [
        lambda one: [one],
        lambda one: {"type": "AnnotationPage", "items": [one]},
        lambda one: {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [one]}},
        lambda one: {"annotations": [one]},
        lambda one: {"@graph": [one]},
    ],
)  # fmt: skip
def test_annotations_are_found_in_whatever_holds_them(harbour, held):
    _, claims, _ = brought(harbour, held(annotation(quoted("Nobody counted"))))
    assert len(claims) == 1


def test_annotations_may_stand_one_on_a_line(harbour):
    store, state = harbour
    lines = [annotation(quoted("Nobody counted")), annotation(quoted("Nobody asked"), id="urn:x")]
    data = "\n".join(map(json.dumps, lines)).encode()
    _, state = back(store, state, {"notes.jsonl": data})
    assert len(state.claims) == 2


def linking(one, other, body):
    return annotation(motivation="linking", body=body, id="urn:link", target=[one, other])


def test_a_linking_annotation_of_two_annotations_is_a_link(harbour):
    body = [
        {"type": "TextualBody", "value": "conflicts", "purpose": "classifying"},
        {"type": "TextualBody", "value": "number", "purpose": "tagging"},
        {"type": "TextualBody", "value": "Seven is not eight.", "purpose": "commenting"},
    ]
    _, _, state = brought(
        harbour,
        linking("http://example.org/anno1", "urn:b", body),
        annotation(quoted("Seven ships came in on Monday")),
        annotation(quoted("Eight ships came in on Monday"), id="urn:b"),
    )
    (link,) = state.links.values()
    assert (link.relation, link.reason, link.rationale) == ("conflicts", "number", "Seven is not eight.")  # fmt: skip
    assert [state.claims[end].quote[:5] for end in (link.from_claim_id, link.to_claim_id)] == ["Seven", "Eight"]  # fmt: skip


def test_a_relation_of_an_annotator_in_the_browser_is_a_link(harbour):
    relation = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#9fc4",
        "type": "Annotation",
        "body": [{"type": "TextualBody", "value": "Conflicts", "purpose": "tagging"}],
        "motivation": "linking",
        "target": [{"id": "#6d79"}, {"id": "#54e5"}],
    }
    _, _, state = brought(
        harbour,
        annotation(quoted("Seven ships came in on Monday"), id="#6d79"),
        annotation(quoted("Eight ships came in on Monday"), id="#54e5"),
        relation,
    )
    assert [link.relation for link in state.links.values()] == ["conflicts"]


def test_a_linking_annotation_of_words_makes_claims_of_them(harbour):
    targets = [
        {"source": "http://a", "selector": quoted("Nobody counted them")},
        {"source": "http://b", "selector": quoted("Nobody asked the port")},
    ]
    plan, claims, state = brought(harbour, linking(*targets, "agrees"))
    assert len(claims) == 2
    assert [link.relation for link in state.links.values()] == ["agrees"]
    assert plan.left_out == []


def test_a_link_that_does_not_say_how_two_claims_stand_is_listed(harbour):
    body = {"type": "TextualBody", "value": "see also", "purpose": "tagging"}
    plan, _, state = brought(harbour, linking("http://example.org/anno1", "urn:b", body))
    assert not state.links
    assert "agrees, conflicts or unverified" in plan.left_out[0].why


def test_annotations_of_two_people_on_the_same_words_both_come_in(harbour):
    _, claims, _ = brought(
        harbour,
        annotation(quoted("Nobody counted"), creator="ann", bodyValue="one"),
        annotation(quoted("Nobody counted"), creator="ben", bodyValue="two", id="urn:b"),
    )
    assert [(one.analyst, one.note) for one in claims] == [("ann", "one"), ("ben", "two")]


def test_an_annotation_of_words_that_are_a_claim_already_adds_nothing(harbour):
    store, state = harbour
    _, state = back(store, state, {"a.json": json.dumps(annotation(quoted("Nobody counted"))).encode()})  # fmt: skip
    plan, claims, _ = brought(
        (store, state), annotation(quoted("Nobody counted"), id="urn:other", creator="zoe")
    )
    assert len(claims) == 1
    assert plan.there == {"claim": 1}


def test_annotations_imported_twice_are_there_once(harbour):
    store, state = harbour
    made = annotation(quoted("Nobody counted"), bodyValue="why")
    _, _, state = brought((store, state), made)
    plan, claims, _ = brought((store, state), made)
    assert (len(claims), plan.change) == (1, None)
