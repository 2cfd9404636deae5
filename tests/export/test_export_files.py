import errno
import os
import stat
import threading

import pytest

from workbench.errors import WorkbenchError
from workbench.export import write_file

AS_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


def names(folder) -> list[str]:
    return [path.name for path in folder.iterdir()]


def refusal(path, data=b"new") -> str:
    with pytest.raises(WorkbenchError) as error:
        write_file(path, data)
    return str(error.value)


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "claims.csv"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["claims.csv"]


def test_a_new_file_has_the_usual_permissions_and_a_replaced_one_keeps_its_own(tmp_path):
    usual, new = tmp_path / "usual", tmp_path / "new"
    usual.touch()
    write_file(new, b"x")
    assert new.stat().st_mode == usual.stat().st_mode
    new.chmod(0o640)
    write_file(new, b"y")
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_missing_folder_is_named_and_not_made(tmp_path):
    said = refusal(tmp_path / "none" / "claims.csv")
    assert (
        said
        == f"The folder {tmp_path / 'none'} does not exist; make it first, or name another place."
    )
    assert names(tmp_path) == []


def test_a_folder_is_refused_and_stays(tmp_path):
    said = refusal(tmp_path)
    assert (
        said == f"{tmp_path} is a folder; name a file in it, {tmp_path / 'claims.csv'} for example."
    )
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    said = refusal(tmp_path / "file" / "claims.csv")
    assert said == f"{tmp_path / 'file'} is a file, not a folder; name another place."
    assert (tmp_path / "file").read_bytes() == b"old"


@AS_ROOT
def test_a_folder_that_may_not_be_written_keeps_its_file(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        said = refusal(path)
    finally:
        tmp_path.chmod(0o700)
    assert said.startswith(f"{path} could not be written: it, or its folder, may not be written;")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["claims.csv"]


@AS_ROOT
def test_a_file_that_someone_has_locked_is_not_replaced(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_bytes(b"old")
    path.chmod(0o400)
    assert "may not be written" in refusal(path)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full; make room and do it again"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "may not be written; change the permissions"),
        (errno.EIO, "the disk reported an error"),
        (errno.EFBIG, "File too large"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "fdopen", "replace"])
def test_whatever_fails_on_the_way_the_old_file_stays_and_no_draft_is_left(
    tmp_path, monkeypatch, number, words, step
):
    path = tmp_path / "claims.csv"
    path.write_bytes(b"old")

    def fail(*_, **__):
        raise OSError(number, os.strerror(number))

    if step == "fdopen":
        real = os.fdopen

        def fdopen(descriptor, mode):
            file = real(descriptor, mode, buffering=0)
            return _Failing(file, fail)

        monkeypatch.setattr(os, "fdopen", fdopen)
    else:
        monkeypatch.setattr(os, step, fail)
        monkeypatch.setattr("pathlib.Path.replace", fail if step == "replace" else os.replace)
    said = refusal(path)
    monkeypatch.undo()
    assert said.startswith(f"{path} could not be written: ")
    assert words in said
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["claims.csv"]


class _Failing:
    """A file that takes half of what it is given and then fails."""

    def __init__(self, file, fail):
        self.file, self.fail = file, fail

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def write(self, data):
        self.file.write(data[: len(data) // 2])
        self.fail()


def test_an_interrupted_write_leaves_no_draft(tmp_path, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "claims.csv", b"x")
    assert names(tmp_path) == []


def test_a_symbolic_link_is_followed_and_stays_one(tmp_path):
    (tmp_path / "far").mkdir()
    path, far = tmp_path / "claims.csv", tmp_path / "far" / "real.csv"
    path.symlink_to(far)
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.is_symlink()
    assert far.read_bytes() == b"two"
    assert names(tmp_path / "far") == ["real.csv"]


def test_a_device_or_a_pipe_is_never_replaced_by_a_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    said = refusal(pipe)
    assert (
        said
        == f"{pipe} is a device or a pipe, not a file; name a file, or write to standard output."
    )
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_name_as_long_as_names_may_be_is_no_trouble_and_a_longer_one_is_said(tmp_path):
    path = tmp_path / ("x" * 251 + ".csv")
    write_file(path, b"x")
    assert path.read_bytes() == b"x"
    assert "the name is too long" in refusal(tmp_path / ("x" * 300))


def test_a_name_that_cannot_be_or_would_act_on_the_terminal_is_said_harmlessly(tmp_path):
    assert "\0" not in refusal(tmp_path / "a\0b")
    assert "␛[2J" in refusal(tmp_path / "\x1b[2J" / "claims.csv")


def test_whoever_reads_while_it_is_written_sees_the_old_file_or_the_new_one(tmp_path):
    path = tmp_path / "claims.csv"
    old, new = b"o" * 400_000, b"n" * 500_000
    write_file(path, old)
    seen, done = set(), threading.Event()

    def look():
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for _ in range(10):
        write_file(path, new)
        write_file(path, old)
    done.set()
    reader.join()
    assert seen <= {old, new}
