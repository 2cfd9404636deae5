"""The words that two texts share, and where they stand in each."""

from __future__ import annotations

import pytest
from copies_material import digests, invented, paragraphs, rewritten, spaceless
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.long_text import LongText
from workbench.match.copies import compare, identical_quotations, quotations, shared_passages
from workbench.match.copies.tokens import tokens

DIGESTS = digests()


def ids(text, span):
    return list(tokens(text[slice(*span)]).ids)


@given(
    st.lists(
        st.sampled_from("red blue, “green” white BLACK é 7,000 中 文 วั น".split()), max_size=80
    ),
    st.lists(st.sampled_from("Red blue green. white black é 7000 文 中 วั น".split()), max_size=80),
    st.sampled_from([" ", "\n"]),
)
def test_passages_have_the_same_words_and_cannot_go_on(first, second, joint):
    a, b = " ".join(first), joint.join(second)
    tokens_a, tokens_b = tokens(a), tokens(b)
    end_before = 0
    for passage in shared_passages(a, b):
        assert ids(a, passage.a) == ids(b, passage.b)
        assert len(ids(a, passage.a)) == passage.words >= 5
        assert end_before <= passage.a[0] < passage.a[1] <= len(a)
        end_before = passage.a[1]
        after_a = [tokens_a.ids[at] for at, s in enumerate(tokens_a.starts) if s >= passage.a[1]][
            :1
        ]
        after_b = [tokens_b.ids[at] for at, s in enumerate(tokens_b.starts) if s >= passage.b[1]][
            :1
        ]
        assert not after_a or after_a != after_b


def test_a_spliced_article_is_found_paragraph_by_paragraph_where_it_stands():
    text, other = DIGESTS["5-envoy-no-troops"], DIGESTS["2-bagram-rejected"]
    whole = rewritten("spliced", text, other, 3)
    copies = compare(text, LongText(whole.encode(), len(whole)))
    found = " ".join(whole[slice(*passage.b)] for passage in copies.passages)
    for paragraph in paragraphs(text):
        if len(paragraph) > 60:
            assert paragraph.strip(" .”") in found


def test_a_passage_goes_over_changed_marks_and_line_ends_but_not_over_a_changed_word():
    a = "On Friday “all ten ships of the line” left Marrow for the open sea, an aide said."
    b = "on friday all ten ships of\nthe line left Marrow for an open sea, an aide said."
    (passage, *rest) = shared_passages(a, b)
    assert a[slice(*passage.a)] == "On Friday “all ten ships of the line” left Marrow for"
    assert b[slice(*passage.b)] == "on friday all ten ships of\nthe line left Marrow for"
    assert [a[slice(*one.a)] for one in rest] == ["open sea, an aide said"]


def test_of_two_places_the_longer_passage_is_taken():
    words = "one two three four five six seven eight nine ten"
    b = f"one two three four five, but not {words}."
    (passage,) = shared_passages(words, b)
    assert b[slice(*passage.b)] == words


@pytest.mark.parametrize("first", [0x4E00, 0x0E01, 0x3041])
def test_scripts_without_spaces_share_eight_characters_or_more(first):
    text = spaceless(4, first=first, signs=40)
    eight, seven = text[3:11], text[3:10]
    assert "。" not in eight
    assert [text[slice(*one.a)] for one in shared_passages(text, f"xx{eight}yy")] == [eight]
    assert shared_passages(text, f"xx{seven}yy") == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said “not now” and “not here”.", ["not now", "not here"]),
        ('He said: "No troops."', ["No troops."]),
        ('A 12" pipe and a 14" pipe', []),
        ("„Nein“, sagte er. «Нет», сказал он. « Non », dit-il.", ["Nein", "Нет", " Non "]),
        ("他说：「不会。」她说：“不行。”", ["不会。", "不行。"]),
        ("“It goes on\n“and ends here.”", ["It goes on", "and ends here."]),
        ("The ministers’ ‘final’ word; it’s ‘the state’s own’ word", ["final", "the state’s own"]),
        ("Don’t. It isn't the dogs' bowl.", []),
        ("“”", []),
        ("", []),
    ],
)
def test_quotations_are_the_words_between_the_marks_of_any_language(text, quoted):
    assert [text[slice(*span)] for span in quotations(text)] == quoted


def test_quotations_are_identical_from_six_words_on_whatever_marks_they_have():
    a = "“We shall never leave this harbour to anyone,” Berg said. “Not five words here, no.”"
    b = 'Berg: "We shall never leave this harbour". And: "Not five words here" again.'
    (one,) = identical_quotations(a, b)
    assert a[slice(*one.a)] == b[slice(*one.b)] == "We shall never leave this harbour"
    assert one.words == 6


def test_words_that_only_one_text_quotes_are_no_identical_quotation():
    a = "“We shall never leave this harbour to anyone,” Berg said."
    b = "Berg said that we shall never leave this harbour to anyone."
    assert identical_quotations(a, b) == []
    assert identical_quotations(a, "“We shall never leave” and “this harbour to anyone”") == []


def test_quotations_in_an_article_that_is_no_copy_are_still_found():
    said = "“Nothing will be built on this island as long as I live,” said Anna Berg."
    a, b = f"{invented(1)}\n{said}", f"{said}\n{invented(2)}"
    copies = compare(a, b)
    assert copies.band == ""
    assert copies.passages == []
    assert [a[slice(*one.a)] for one in copies.quotations] == [
        "Nothing will be built on this island as long as I live"
    ]
