"""What stands between `---` lines at the head of a file, and what does not."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.pieces import LONGEST_FIELD
from workbench.core.text import canonical_text
from workbench.errors import IntakeError
from workbench.intake import Draft, read_stream
from workbench.intake.front_matter import KEYS, split_front_matter


def read(text: str) -> Draft:
    return read_stream(BytesIO(text.encode()), name="article.txt")


def test_every_key_fills_its_field() -> None:
    draft = read(
        "---\noutlet: Orrin Bay Post\ntitle: Envoy Rules Out Troops\npublished: 8 October 2025\n"
        "url: https://example.net/news/20718\nbyline: A. Writer\n---\nThe words.\n"
    )
    assert (draft.outlet, draft.title) == ("Orrin Bay Post", "Envoy Rules Out Troops")
    assert (draft.published_on, draft.byline) == ("2025-10-08", "A. Writer")
    assert draft.url == "https://example.net/news/20718"
    assert draft.text == "The words.\n"
    assert draft.notices == ()


def test_the_other_names_of_the_keys_and_any_case_will_do() -> None:
    draft = read(
        "---\nHeadline: 'No: not now'\nDATE: \"2025/10/08 21:09\"\nLink:https://example.net/\n"
        "author:   Two  Words \nOutlet :\n---\nx"
    )
    assert (draft.title, draft.published_on) == ("No: not now", "2025-10-08")
    assert (draft.url, draft.byline, draft.outlet) == ("https://example.net/", "Two Words", "")
    assert draft.notices == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("closing", ["---", "..."])
def test_any_line_ends_and_either_closing_line_will_do(end: str, closing: str) -> None:
    draft = read(end.join(["---", "# about", "", "outlet: Bay", closing, "", "One.", "", "Two."]))
    assert draft.outlet == "Bay"
    assert draft.text == "One.\n\nTwo."


def test_one_blank_line_below_is_layout_and_a_second_one_is_text() -> None:
    assert read("---\ntitle: T\n---\n  \n\nWords.\n\n").text == "\nWords.\n\n"


def test_the_raw_bytes_keep_the_front_matter() -> None:
    raw = b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\nWords.\r\n"
    draft = read_stream(BytesIO(raw))
    assert (draft.raw, draft.text, draft.title) == (raw, "Words.\n", "T")


def test_unknown_keys_are_named_and_the_nearest_known_one_offered() -> None:
    draft = read("---\noutlte: Bay\nlayout: post\nsource: X\ntitle: T\n---\nWords.\n")
    assert draft.outlet == ""
    assert draft.text == "Words.\n"
    assert draft.notices == (
        (
            "The front matter of article.txt has keys that are not known here and were ignored: "
            "“outlte” (did you mean “outlet”?), “layout”, “source” (did you mean “outlet”?)."
        ),
    )


@pytest.mark.parametrize("value", ["03/04/2025", "2025-02-30", "soon"])
def test_a_date_that_is_not_understood_is_left_out_and_said(value: str) -> None:
    draft = read(f"---\npublished: {value}\n---\nWords.\n")
    assert draft.published_on == ""
    (notice,) = draft.notices
    assert value in notice
    assert "year-month-day" in notice


def test_an_address_that_is_none_is_left_out_and_said() -> None:
    draft = read("---\nurl: www.example.net\n---\nWords.\n")
    assert draft.url == ""
    assert "“www.example.net”" in draft.notices[0]


def test_of_a_key_given_twice_the_first_is_kept_and_the_second_said() -> None:
    draft = read(
        "---\ntitle: One\nheadline: Two\ndate: 8 Oct 2025\npublished: 2025-10-08\n---\nx\n"
    )
    assert (draft.title, draft.published_on) == ("One", "2025-10-08")
    assert draft.notices == (
        (
            "The front matter of article.txt gives the headline a second time, “Two”; "
            "the first one was kept."
        ),
    )


def test_a_long_value_is_cut_but_never_an_address() -> None:
    draft = read(f"---\ntitle: {'t' * 3000}\nurl: https://example.net/{'u' * 3000}\n---\nWords.\n")
    assert draft.title == "t" * LONGEST_FIELD
    assert draft.url == ""
    assert [notice.rpartition(" and was ")[2] for notice in draft.notices] == [
        "cut there.",
        "left out.",
    ]


def test_values_are_harmless_and_on_one_line() -> None:
    draft = read("---\ntitle: a\x1b[31m\u202eb\tc\n---\nWords.\n")
    assert draft.title == "a␛[31m␦b c"


@pytest.mark.parametrize(
    "text",
    [
        " ---\ntitle: T\n---\nWords.\n",  # not exactly the mark
        "----\ntitle: T\n----\nWords.\n",
        "\n---\ntitle: T\n---\nWords.\n",  # not the first line
        "---\ntitle: T\nWords.\n",  # never closed
        "---\nWords that are no key.\n---\nWords.\n",
        "---\nhttps://example.net/\n---\nWords.\n",
        "---\n---\nWords.\n",  # two rules
        "---\n\n# heading\n---\nWords.\n",
        "---\n" + "k: v\n" * 63 + "---\nWords.\n",  # closed too late
        "---",
        "---\n",
    ],
)
def test_what_is_no_front_matter_is_text_and_stays(text: str) -> None:
    draft = read(text)
    assert draft.text == text
    assert draft.notices == ()
    assert draft.title == ""


def test_the_closing_line_may_be_the_sixty_fourth() -> None:
    assert read("---\n" + "title: v\n" * 62 + "---\nWords.\n").text == "Words.\n"


def test_a_block_that_was_meant_but_has_a_list_in_it_stays_and_is_said() -> None:
    text = "---\ntitle: T\ntags:\n  - one\n---\nWords.\n"
    draft = read(text)
    assert draft.text == text
    assert draft.notices == (
        (
            "The lines between --- at the head of article.txt were kept as text, "
            "because “- one” is not “key: value”."
        ),
    )


def test_front_matter_alone_is_no_article() -> None:
    with pytest.raises(IntakeError, match="has front matter but no text below it"):
        read("---\ntitle: T\n---\n\n \n")


LINES = st.one_of(
    st.sampled_from(
        ["---", "...", "", "# note", "title: T", "outlet: Bay", "x: y", " - item", "  "]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def test_blanks_behind_the_lines_that_open_and_close_the_block_do_not_matter():
    parts = split_front_matter("--- \noutlet: Dawn\n---\t\n\nWords.", "article.txt")
    assert (parts.fields, parts.body) == ({"outlet": "Dawn"}, "Words.")


@given(st.lists(st.tuples(LINES, ENDS), max_size=12), st.booleans())
def test_the_text_below_is_never_lost_or_changed(lines, opened: bool) -> None:
    text = ("---\n" if opened else "") + "".join(line + end for line, end in lines)
    parts = split_front_matter(text, "article.txt")
    assert text.endswith(parts.body)
    head = text.removesuffix(parts.body)
    if not parts.present:
        assert head == ""
        return
    taken = canonical_text(head).split("\n")
    closing = next(at for at, line in enumerate(taken) if at and line.rstrip() in ("---", "..."))
    assert all(not line.strip() for line in taken[closing + 1 :])
    assert len(taken) - closing <= 3


@given(
    st.dictionaries(
        st.sampled_from(sorted(KEYS)), st.text(st.characters(categories=["L", "N"]), min_size=1)
    ),
    st.text(st.characters(exclude_categories=["Cs"])),
)
def test_whatever_stands_above_the_body_comes_through_whole(values, body: str) -> None:
    block = "".join(f"{key}: {value}\n" for key, value in values.items())
    parts = split_front_matter(f"---\n# note\ntitle:\n{block}---\n\n{body}", "article.txt")
    assert parts.present
    assert parts.body == body
