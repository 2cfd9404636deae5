"""Whatever the bytes are, they become an article or a sentence, and never act on the terminal."""

import codecs
import io
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.core.text import canonical_text
from workbench.errors import IntakeError
from workbench.intake import Draft, read_stream

BEGINNINGS = st.sampled_from(
    [
        b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE,
        codecs.BOM_UTF32_BE, b"---\ntitle: ", b"---\npublished: ", b"\x1b$B", b"PK\x03\x04",
        b"RIFF", b"He said \x93no\x94. ", "Он сказал «нет». ".encode("cp1251"),
    ]
)  # fmt: skip
ENDINGS = st.sampled_from([b"", b"\n---\nwords\n", b"\x1b(B", b"\0", b"\xff", b"\xe2\x80"])
CODECS = st.sampled_from(
    ["cp1252", "cp1251", "koi8_r", "euc_jp", "cp932", "gb18030", "big5", "cp949", "utf-16", "cp866"]
)


def attempt(data: bytes) -> Draft | None:
    try:
        return read_stream(io.BytesIO(data), name="it")
    except IntakeError as error:
        sentence = str(error)
        assert sentence.startswith("it ")
        assert sentence.endswith(".")
        return None


def is_sound(draft: Draft, data: bytes) -> None:
    assert draft.raw == data
    assert draft.text.strip()
    assert canonical_text(draft.text) == draft.text
    assert not any(
        unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n" for sign in draft.text
    )
    for line in (
        draft.outlet,
        draft.title,
        draft.published_on,
        draft.url,
        draft.byline,
        *draft.notices,
    ):
        assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in line)
    assert all(notice[-1] == "." for notice in draft.notices)


@settings(max_examples=400, deadline=None)
@given(BEGINNINGS, st.binary(max_size=300), ENDINGS)
@example(b"", b"\xff\xfe\x00\x00", b"")
@example(b"", b"\xef\xbb\xbf\xef\xbb\xbf", b"")
@example(b"", b"\x00", b"")
@example(b"", b"\x1b$B", b"")
@example(codecs.BOM_UTF16_LE, b"\x00\xd8", b"")
def test_any_bytes_become_a_harmless_article_or_one_sentence(
    beginning: bytes, middle: bytes, ending: bytes
) -> None:
    data = beginning + middle + ending
    if draft := attempt(data):
        is_sound(draft, data)


@settings(deadline=None)
@given(st.text(max_size=200), CODECS)
def test_any_text_in_any_encoding_becomes_an_article_or_one_sentence(text: str, codec: str) -> None:
    data = text.encode(codec, "ignore")
    if draft := attempt(data):
        is_sound(draft, data)


@settings(deadline=None)
@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1))
def test_any_words_in_utf8_are_read_as_they_are(text: str) -> None:
    if draft := attempt(text.encode()):
        assert draft.text == canonical_text(text)
        assert not any("read as" in notice for notice in draft.notices)
    else:
        assert not text.strip() or text.isspace()
