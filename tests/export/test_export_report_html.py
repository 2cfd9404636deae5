"""The dossier as a page: no stranger's word becomes markup, and every word is found again."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_samples import FIELDS, sample

from workbench.core.text import one_line
from workbench.export import export
from workbench.export.report.markup import ATTRIBUTES, TAGS, Node, element, style, web_address
from workbench.export.rows import clean

VOID = {"meta", "br"}
HOSTILE = (
    "</p></bdi><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- <![CDATA[ --> ]]>",
    "</style><style>*{display:none}</style>",
    "\u202etxet desrever\u202c \u2066x",
    "\x00\x1b[31m\x85\u2028",
    "\ud800 lone",
    "שלום עולם <b>(",
    "أهلًا بالعالم & [x]",
    "一二三，你好",
    "👩‍👩‍👧 🇩🇪 e\u0301",
    "a\n\nb\n  c",
    "{{7*7}} ${7*7} <%= 7 %>",
)


class Reader(HTMLParser):
    """What a browser makes of a page: its elements in order, properly closed, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.shape: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.styles: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.shape.append((f"/{tag}", ()))

    def handle_data(self, data):
        (self.styles if "style" in self.open else self.words).append(data)

    def handle_comment(self, data):
        raise AssertionError(data)

    def unknown_decl(self, data):
        raise AssertionError(data)

    def handle_pi(self, data):
        raise AssertionError(data)


def read(page: bytes) -> Reader:
    reader = Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.open == []
    return reader


def page(words: dict[str, str] | None = None) -> bytes:
    state, material = sample(words)
    return export(state, "report", material=material)


def harmless_twin(text: str) -> str:
    """Text that is empty where this one is, as long, and says nothing."""
    return re.sub(r"\S", "x", clean(text))


def texts() -> st.SearchStrategy[str]:
    """Text that is never blank, hostile more often than not."""
    some = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
    return st.builds(lambda one, other: f"{one}{other}k", some, some)


WORDS = st.fixed_dictionaries(dict.fromkeys(FIELDS, texts()))


@settings(max_examples=25, deadline=None)
@given(WORDS)
@example({name: HOSTILE[number % len(HOSTILE)] + "k" for number, name in enumerate(FIELDS)})
def test_no_word_of_a_stranger_puts_a_tag_or_an_attribute_into_the_page(words):
    made = read(page(words))
    assert (
        made.shape == read(page({name: harmless_twin(text) for name, text in words.items()})).shape
    )
    for tag, names in made.shape:
        assert tag.removeprefix("/") in TAGS
        assert set(names) <= ATTRIBUTES
    for _, name, value in made.attributes:
        if name == "href":
            assert value.startswith("#") or web_address(value)


@settings(max_examples=25, deadline=None)
@given(WORDS)
def test_every_word_is_found_again_in_the_page(words):
    told = " ".join("".join(read(page(words)).words).split())
    for name in FIELDS:
        if name == "reason":
            continue  # of a link that is none about other events
        assert one_line(words[name]) in told or one_line(clean(words[name])) in told, name


def test_a_page_may_load_nothing_and_run_nothing_and_knows_no_style_but_its_own():
    made = read(page())
    policies = [
        value
        for tag, name, value in made.attributes
        if tag == "meta" and name == "content" and "default-src" in value
    ]
    (sheet,) = made.styles
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]
    assert not {tag for tag, _ in made.shape} & {
        "script",
        "img",
        "link",
        "iframe",
        "object",
        "form",
    }
    assert not {name for _, names in made.shape for name in names} & {"src", "style", "onclick"}
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_search_engines_are_told_to_pass_by():
    assert ("meta", "content", "noindex, nofollow") in read(page()).attributes


def test_every_place_that_is_linked_to_is_there_once():
    made = read(page())
    places = [value for _, name, value in made.attributes if name == "id"]
    asked = {value[1:] for _, name, value in made.attributes if name == "href" and value[0] == "#"}
    assert len(places) == len(set(places))
    assert asked <= set(places)
    assert {
        "point-1",
        "point-6",
        "claim-1",
        "claim-9",
        "finding-1",
        "verdicts-of-1",
    } <= asked | set(places)


def test_headings_are_nested_without_gaps():
    levels = [int(tag[1]) for tag, _ in read(page()).shape if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_words_of_strangers_keep_their_own_direction():
    made = page({"headline": "שלום", "quote": "مرحبا", "rationale": "سبب"}).decode()
    assert '<bdi lang="">שלום</bdi>' in made
    assert '<blockquote dir="auto" lang=""><p>“<mark>مرح</mark>با”</p></blockquote>' in made
    assert '<p dir="auto" lang="" class="rationale">سبب</p>' in made


def test_a_header_cell_says_what_it_is_the_header_of():
    scopes = [names for tag, names in read(page()).shape if tag == "th" and "scope" not in names]
    assert scopes == []


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/a?b=c&d=e#f", True),
        ("http://example.org", True),
        ("HTTPS://EXAMPLE.ORG/", True),
        ("https://münchen.example/ü", True),
        ("https://[2001:db8::1]:8080/x", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)//http://example.org", False),
        ("data:text/html,<script>", False),
        ("ftp://example.org", False),
        ("//example.org", False),
        ("https://bank.example@evil.example/", False),
        ("https://", False),
        ("https:///x", False),
        ("https://example.org/ x", False),
        ('https://example.org/"onclick=', False),
        ("https://example.org:port/", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_only_a_plain_web_address_is_a_link(address, is_link):
    assert (web_address(address) == address) is is_link
    links = [
        (tag, value)
        for tag, name, value in read(page({"address": address, "locator": address})).attributes
        if name == "href" and not value.startswith("#")
    ]
    assert bool(links) is is_link
    assert {value for _, value in links} <= {address}


def test_blanks_around_an_address_are_no_part_of_it():
    assert web_address("https://example.org/\n") is None
    assert web_address(" https://example.org") is None
    assert b'href="https://example.org/"' in page({"address": " https://example.org/\n"})


def test_a_link_tells_the_other_side_nothing():
    made = page({"address": "https://example.org/x"}).decode()
    assert 'href="https://example.org/x" rel="noreferrer nofollow"' in made


def test_text_is_no_markup_and_markup_no_text():
    assert element("p", "<b>", element("b", "&"), None, ["x", ("y",)]).markup == (
        "<p>&lt;b&gt;<b>&amp;</b>xy</p>"
    )
    assert not isinstance(element("p"), str)
    with pytest.raises(TypeError):
        "" + element("p")
    assert isinstance(style("a{}"), Node)


@pytest.mark.parametrize(
    "make",
    [
        lambda: element("script"),
        lambda: element("p", onclick="x"),
        lambda: element("p", style="x"),
        lambda: element("a", href="javascript:x"),
        lambda: element("a", href="#x y"),
        lambda: style("</style>"),
    ],
)
def test_what_the_page_does_not_know_is_refused(make):
    with pytest.raises(ValueError):
        make()


def test_the_page_is_the_same_however_often_it_is_made():
    assert page() == page()


def every(reader: Reader, tag: str) -> Iterator[tuple[str, ...]]:
    return (names for name, names in reader.shape if name == tag)


def test_quotes_are_figures_with_a_quotation_and_who_says_so():
    made = read(page())
    # Six claims on two points, one point alone, two that are set apart, in both places.
    assert len(list(every(made, "figure"))) == len(list(every(made, "blockquote"))) == 5 + 4 + 2
    assert len(list(every(made, "figcaption"))) == 11


# Colours


def luminance(colour: str) -> float:
    """WCAG 2.2: the relative luminance of #rgb or #rrggbb."""
    digits = colour.removeprefix("#")
    digits = "".join(one * 2 for one in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: the contrast ratio of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_text_has_a_contrast_of_at_least_four_and_a_half_to_one():
    (sheet,) = read(page()).styles
    palettes = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block))
        for block in re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)
    ]
    light, dark, paper = palettes
    for palette in (light, light | dark, light | paper):
        for ink in ("ink", "soft", "blue", "orange"):
            for ground in ("ground", "raised"):
                assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground, palette)
        assert contrast(palette["ink"], palette["mark"]) >= 4.5
