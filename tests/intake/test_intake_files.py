"""Files that cannot become articles are refused in one clear sentence; nothing hangs, nothing leaks."""

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import IntakeError
from workbench.intake import DEFAULT_LIMIT, read_article, read_stream


def refusal(path: str | Path, **keywords: int) -> str:
    with pytest.raises(IntakeError) as caught:
        read_article(path, **keywords)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    "name", ["a.txt", "a.md", "a", "a.pdf", "name with spaces.TXT", "ночь.txt"]
)
def test_a_text_file_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\n# Heading\r\n\r\n*Words*\tand more.\n\n")
    draft = read_article(path)
    assert draft.text == "\n# Heading\n\n*Words* and more.\n\n"
    assert draft.raw == path.read_bytes()
    assert draft.name == str(path)
    assert (draft.outlet, draft.title, draft.published_on, draft.url, draft.byline) == ("",) * 5
    assert draft.notices == ()


def test_the_file_is_called_what_the_person_called_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Words.")
    assert read_article("./a.txt").name == "./a.txt"
    assert read_article(Path("a.txt")).name == "a.txt"


def test_a_file_name_cannot_act_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a\x1b]0;x\x07\n\u202e.txt").write_text("Words.")
    assert read_article("a\x1b]0;x\x07\n\u202e.txt").name == "a␛]0;x␇␤␦.txt"
    assert "b␛c" in refusal("b\x1bc")


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.txt") == (
        f"{tmp_path}/no.txt does not exist; check how it is spelled and which folder you are in."
    )


@pytest.mark.parametrize("name", ["", "a\0b", "\ud800", "\udcff.txt"])
def test_a_name_that_no_file_has(name: str) -> None:
    assert "does not exist" in refusal(name)


def test_a_file_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    assert "is a file, not a folder" in refusal(tmp_path / "a.txt" / "b.txt")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert "longer than a file name can be" in refusal(tmp_path / ("n" * 5000))


def test_a_folder_says_how_to_add_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    wanted = "is a folder; to add the files in it, write articles/*.txt."
    assert refusal("articles") == f"articles {wanted}"
    assert refusal("articles/") == f"articles/ {wanted}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.")
    path.chmod(0)
    assert "may not be read" in refusal(path)


def test_what_the_system_refuses_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    for number, words in ((errno.EACCES, "may not be read"), (errno.EIO, "Input/output error")):

        def refuse(*_: object, number: int = number) -> int:
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as patch:
            patch.setattr("workbench.intake.files.os.open", refuse)
            assert words in refusal(tmp_path / "a.txt")


def test_a_symbolic_link_leads_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "link").symlink_to("a.txt")
    assert read_article(tmp_path / "link").text == "Words."
    (tmp_path / "loop").symlink_to("loop")
    assert "leads back to itself" in refusal(tmp_path / "loop")
    (tmp_path / "nowhere").symlink_to("gone")
    assert "does not exist" in refusal(tmp_path / "nowhere")


def test_a_pipe_does_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe or a device" in refusal(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    assert "is a pipe or a device" in refusal(tmp_path / "link")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_devices_are_no_articles(device: str) -> None:
    assert "is a pipe or a device" in refusal(device)


def test_a_socket_is_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket has to be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert "is a socket or a device" in refusal("s")


def test_refusals_leave_no_file_open(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    before = len(list(Path("/dev/fd").iterdir()))
    for name in ("", "empty", "pipe", "none"):
        refusal(tmp_path / name)
    assert len(list(Path("/dev/fd").iterdir())) == before


@pytest.mark.parametrize(
    "data", [b"", b" ", b"\n\r\n\t", b"\xef\xbb\xbf", b"\xff\xfe\n\0", "\u3000".encode()]
)
def test_a_file_without_words_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert "there is nothing to read in it" in refusal(path)


def test_the_limit_is_kept_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert len(read_article(path, limit=100).text) == 100
    assert refusal(path, limit=99) == (
        f"{path} has 100 bytes, and an article may have 99 bytes; keep only the article in it, "
        "or raise article_megabytes in the config file."
    )


def test_a_large_file_is_refused_with_its_size_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"Words")
        file.truncate(24 * 1024 * 1024 + 300_000)
    assert " has 24.3 MB, and an article may have 20 MB; " in refusal(path)
    with path.open("r+b") as file:
        file.truncate(DEFAULT_LIMIT + 1)
    assert " has 20,971,521 bytes, and an article may have 20,971,520 bytes; " in refusal(path)


def test_a_pdf_above_the_limit_is_called_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"x" * 1000)
    assert "is a PDF" in refusal(path, limit=100)


class Counting(io.BytesIO):
    """A stream that knows how much was taken from it, and gives it a little at a time."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(7 if size is None or size < 0 else min(size, 7))
        self.taken += len(data)
        return data


def test_a_stream_is_read_no_farther_than_one_byte_beyond_the_limit() -> None:
    stream = Counting(b"x" * 10_000)
    with pytest.raises(IntakeError, match=r"^standard input has more than 100 bytes, and an "):
        read_stream(stream, limit=100)
    assert stream.taken == 101
    assert not stream.closed
    assert len(read_stream(Counting(b"x" * 100), limit=100).text) == 100


def test_standard_input_is_called_so() -> None:
    draft = read_stream(io.BytesIO(b"---\ntitle: T\n---\nWords.\n"))
    assert (draft.name, draft.title, draft.text) == ("standard input", "T", "Words.\n")


def test_a_stream_that_breaks_is_said_in_a_sentence() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(
        IntakeError, match=r"^standard input could not be read: Input/output error\.$"
    ):
        read_stream(Broken())
    closed = io.BytesIO()
    closed.close()
    with pytest.raises(IntakeError, match=r"^standard input could not be read: "):
        read_stream(closed)


def test_importing_the_room_costs_little() -> None:
    code = (
        "import sys, workbench.intake; "
        "print(*sorted({'charset_normalizer', 'difflib', 'sqlite3', 'textual', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
