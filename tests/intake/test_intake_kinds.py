"""What is no plain text is refused with what to do; what hides in a text is told."""

import gzip
import io
import zipfile

import pytest

from workbench.errors import IntakeError
from workbench.intake import read_stream


def refusal_of(data: bytes) -> str:
    with pytest.raises(IntakeError) as caught:
        read_stream(io.BytesIO(data), name="it")
    return str(caught.value)


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "words " * 50)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is a PDF, not plain text; open it and save it as plain text first."),
        (zipped("[Content_Types].xml", "word/document.xml"), "is a word processor document"),
        (zipped("notes.txt"), "is a zip archive, not plain text; unpack it"),
        (gzip.compress(b"words", mtime=0), "is compressed (gzip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "is an Office document"),
        (b"{\\rtf1\\ansi words}", "is an RTF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
        (b"GIF89a\x01\0", "is a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "is a picture"),
        (b"SQLite format 3\0" + bytes(80), "is a database"),
        (b"\x7fELF\x02\x01\x01\0", "is a program"),
        (b"words\0and\0more words", "is not text"),
        (bytes(range(256)) * 10, "is not text"),
        (bytes(1000), "is not text"),
        (b"\x01\x02\x03\x04\x05", "is not text"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    assert refusal_of(data).startswith(f"it {said}")


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<html lang='fr'><body>Words</body></html>",
        "\n  <!doctype HTML><p>Words",
        "<HTML>\n<p>Words",
        '<?xml version="1.0"?>\n<!-- saved -->\n<!-- from --> <!DOCTYPE html PUBLIC "x">\n<html>',
        "---\ntitle: T\n---\n<html lang='en'>",
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.net/",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_the_code_of_a_web_page_is_refused(page: str, codec: str) -> None:
    assert "is the code of a web page; save the page as text" in refusal_of(page.encode(codec))


@pytest.mark.parametrize("text", ["The <html> tag begins a page.\n", "<p>Words</p>", "<htmlx>"])
def test_text_about_web_pages_is_text(text: str) -> None:
    assert read_stream(io.BytesIO(text.encode())).text == text


def test_many_comments_do_not_hold_us_up() -> None:
    assert read_stream(io.BytesIO(b"<!-- --> " * 50_000)).text.startswith("<!-- -->")


def test_signs_that_were_put_for_what_hides_are_told() -> None:
    draft = read_stream(
        io.BytesIO("a\u202eb\u2066c\x1b[31md\u200be\x07\ufdd0\n".encode()), name="a.txt"
    )
    assert draft.text == "a␦b␦c␛[31md␣e␇�\n"
    assert draft.notices == (
        (
            "The text of a.txt has 2 direction overrides, 2 control characters, 1 invisible mark "
            "and 1 character that Unicode does not have, shown as visible signs."
        ),
    )
    draft = read_stream(io.BytesIO(b"a\x0cb\n"), name="a.txt")
    assert draft.notices == ("The text of a.txt has 1 control character, shown as visible signs.",)


def test_signs_that_the_article_has_itself_are_not_told() -> None:
    assert read_stream(io.BytesIO("a␦b␛␣�\r\nc\td\x85\n".encode())).notices == ()
