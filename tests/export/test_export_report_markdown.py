"""The dossier as Markdown: no stranger's word becomes markup, and every word is found again."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_samples import FIELDS, sample

from workbench.core.text import one_line
from workbench.export import export
from workbench.export.report.marks import (
    FIRST_STRONG_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    Inline,
    address,
    bold,
    line,
    text,
)
from workbench.export.rows import clean

HOSTILE = (
    "# heading", "===", "---", "- item", "+ item", "* item", "1. one", "12) two", "> quote", "`code`",
    "```", "~~~", "    indented", "*em* **strong** _em_ __strong__", "[text](https://example.org)",
    "![image](x)", "[ref]", "[^1]", "[ref]: /x", "<b>html</b>", "<!-- x -->", "<https://x.example>",
    "<a@b.example>", "https://x.example www.x.example", "| a | b |", "&amp; &#35; &copy;", "\\", "\\\\*",
    "a  \nb", "$x$", "~~gone~~", ":tada: @name #12", "~", "a\n\n    b", "\u202eright\u202c", "שלום (x)",
    "一**二**三", "**", "__", "![", "](", "x\\", "- [ ] task", "\t# x", "\u00a0# x", "<details>",
)  # fmt: skip
SOME = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20))
TEXTS = st.builds(lambda one, other: f"{one}{other}", SOME, SOME)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shape(markdown: str) -> list[str]:
    """The blocks, and what stands in their lines beside text."""
    found = []
    for token in PARSER.parse(markdown):
        found.append(token.type + token.tag)
        found += [
            child.type + child.tag
            for child in token.children or ()
            if child.type not in ("text", "text_special")
        ]
    return found


def words_of(markdown: str) -> str:
    """The text a reader sees, on one line, without the signs that keep directions apart."""
    told = []
    for token in PARSER.parse(markdown):
        told += [
            "\n" if child.type in ("hardbreak", "softbreak") else child.content
            for child in token.children or ()
            if child.type != "html_inline"
        ]
        told.append("\n")
    seen = "".join(told)
    for sign in (FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE):
        seen = seen.replace(sign, "")
    return one_line(seen)


@pytest.mark.parametrize("around", ["{}", "> {}", "- {}", "### {}", "| a | b |\n|--|--|\n| {} | x |",
                                    "Claim: {}", "**a** {}", "({})", "a\\\n{}"])  # fmt: skip
@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_escaped_words_are_read_as_these_words_and_nothing_else(around, words):
    words = clean(words) + "k"
    markdown = around.format(text(words).markup)
    assert shape(markdown) == shape(around.format("k"))
    assert words_of(markdown) == words_of(around.format("MARK")).replace("MARK", one_line(words))


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
@example("a", "(b)", "c")
@example("三", "“四”", "五")
@example("x", "7 %", "y")
def test_bold_words_are_bold_wherever_they_stand(before, words, after):
    before, words, after = clean(before), clean(words), clean(after)
    markdown = line("k", before, bold(words), after, "k").markup
    if re.search(r"[^\W_]", words):
        strong = [kind for kind in shape(markdown) if "strong" in kind]
        assert strong == ["strong_openstrong", "strong_closestrong"]
    assert "em_openem" not in shape(markdown)
    assert words_of(markdown) == one_line(f"k{before}{words}{after}k")


@settings(max_examples=20, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, st.builds("{}k".format, TEXTS))))
@example({name: HOSTILE[number % len(HOSTILE)] + "k" for number, name in enumerate(FIELDS)})
def test_no_word_of_a_stranger_changes_how_the_dossier_is_built(words):
    assert shape(dossier(words)) == shape(
        dossier({name: re.sub(r"\S", "x", clean(said)) for name, said in words.items()})
    )


@settings(max_examples=20, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, st.builds("{}k".format, TEXTS))))
def test_every_word_is_found_again_in_the_dossier(words):
    told = words_of(dossier(words))
    for name, said in words.items():
        if name != "reason":
            assert one_line(said) in told or one_line(clean(said)) in told, name


def dossier(words: dict[str, str] | None = None) -> str:
    state, material = sample(words)
    # What differs is set in bold where it is a word, and so depends on the words.
    return export(
        state, "report", file_format="md", material=type(material)(events=material.events)
    ).decode()


def test_only_a_plain_web_address_is_a_link():
    assert address("https://example.org/a_b?c=d").markup == "<https://example.org/a_b?c=d>"
    for said in ("javascript:x", "https://e.org/> x", "https://e.org/ü", "https://a@b.example/"):
        assert "<" not in address(said).markup.replace("\\<", "")
        assert words_of(address(said).markup) == said


def test_text_is_no_markdown_and_markdown_no_text():
    assert line("*", Inline("**x**"), None, ["_", ("a ",)]).markup == "\\***x**\\_a "
    with pytest.raises(TypeError):
        "" + text("x")


def test_words_that_differ_are_bold_and_lines_stay_lines():
    state, material = sample({"quote": "No man\nno cry"})
    made = export(state, "report", file_format="md", material=material).decode()
    assert "> “**No** man\\\n> no cry”" in made


def test_words_written_from_right_to_left_do_not_turn_others_around():
    state, material = sample({"outlet": "הארץ"})
    made = export(state, "report", file_format="md", material=material).decode()
    assert f"{FIRST_STRONG_ISOLATE}הארץ{POP_DIRECTIONAL_ISOLATE}, 2025-10-01" in made


def test_times_and_plain_sentences_stay_readable():
    plain = "At 14:05 he said: “No (really). 3 of 4 – yes!” It's 5.5% + 1 = x."
    assert text(plain).markup == plain
