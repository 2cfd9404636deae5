"""Files that are not plain text, told by how they begin, and what to do with them instead."""

import re

_SAVE = "open it and save it as plain text first"
_UNPACK = "unpack it and add the text files in it"

_BEGINNINGS = (
    (b"%PDF-", "a PDF", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document", _SAVE),
    (b"\x1f\x8b\x08", "compressed (gzip)", _UNPACK),
    (b"BZh91AY&SY", "compressed (bzip2)", _UNPACK),
    (b"\xfd7zXZ\0", "compressed (xz)", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"SQLite format 3\0", "a database", "export the text you need first"),
    (b"\x7fELF", "a program", "choose the text file you meant"),
)
_PICTURES = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*",
)  # fmt: skip

_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)[\s>]"
    r"|From: <Saved by ",
    re.IGNORECASE | re.DOTALL,
)


def binary_kind(data: bytes) -> tuple[str, str] | None:
    """Recognise files that cannot be read as text whatever their encoding.

    Args:
        data: the file, or its beginning.

    Returns:
        What the file is and what to do with it, as parts of a sentence ("a PDF", "open it and save
        it as plain text first"); None when nothing speaks against text.
    """
    if data.startswith(b"PK\x03\x04"):
        if b"word/document.xml" in data or b"opendocument.text" in data[:200]:
            return "a word processor document", _SAVE
        return "a zip archive", _UNPACK
    for beginning, kind, remedy in _BEGINNINGS:
        if data.startswith(beginning):
            return kind, remedy
    if data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return "a picture", "write down the words in it and save them as plain text"
    return None


def is_web_page(text: str) -> bool:
    """Whether a text is the code of a web page, as saved by a browser."""
    return bool(_WEB_PAGE.match(text[:20_000]))
