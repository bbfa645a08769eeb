"""Files are replaced at once, or left as they were; never through a link out of the project."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from linter.files import Refused
from linter.write import replacing, write_bytes, write_new


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    (tmp_path / "other.md").write_text("other")
    monkeypatch.chdir(folder)
    return folder


def test_a_new_file_has_the_usual_mode(project: Path) -> None:
    write_bytes("a.md", b"x")
    Path("b.md").touch()
    assert os.stat("a.md").st_mode == os.stat("b.md").st_mode
    assert sorted(os.listdir()) == [".git", "a.md", "b.md"]


def test_mode_and_inner_links_are_kept(project: Path) -> None:
    Path("a.md").write_bytes(b"x")
    os.chmod("a.md", 0o640)
    Path("b.md").symlink_to("a.md")
    write_bytes("b.md", b"y")
    assert Path("b.md").is_symlink()
    assert (Path("a.md").read_bytes(), stat.S_IMODE(os.stat("a.md").st_mode)) == (b"y", 0o640)


def test_links_out_of_the_project(project: Path, tmp_path: Path) -> None:
    Path("a.md").symlink_to("../other.md")
    Path("out").symlink_to(tmp_path)
    for path in ("a.md", "out/other.md", "out/new.md"):
        with pytest.raises(Refused, match="a link out of the project"):
            write_bytes(path, b"y")
    assert (tmp_path / "other.md").read_text() == "other"
    assert not (tmp_path / "new.md").exists()
    write_bytes("../other.md", b"named")
    assert (tmp_path / "other.md").read_text() == "named"


def test_write_protected_files(project: Path) -> None:
    Path("a.md").write_bytes(b"x")
    os.chmod("a.md", 0o444)
    with pytest.raises(Refused, match="write-protected"):
        write_bytes("a.md", b"y")
    assert Path("a.md").read_bytes() == b"x"


def test_pipes_are_not_replaced(project: Path) -> None:
    os.mkfifo("a.md")
    with pytest.raises(Refused, match="no regular file"):
        write_bytes("a.md", b"y")
    write_bytes("/dev/null", b"y")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_an_error_leaves_all_as_it_was(project: Path) -> None:
    Path("a.md").write_bytes(b"x")

    def fail() -> None:
        with replacing("a.md") as draft:
            draft.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert Path("a.md").read_bytes() == b"x"
    assert sorted(os.listdir()) == [".git", "a.md"]


def test_a_new_file_is_never_another_one(project: Path) -> None:
    Path("a.md").write_bytes(b"x")
    Path("b.md").symlink_to("../gone.md")
    for path in ("a.md", "b.md"):
        with pytest.raises(FileExistsError):
            write_new(path, "y")
    write_new("c.md", "é\n")
    assert Path("c.md").read_bytes() == "é\n".encode()


def test_a_killed_writer_harms_nothing(project: Path) -> None:
    Path("a.md").write_bytes(b"x")
    code = (
        "import os, signal\nfrom linter.write import replacing\n"
        "with replacing('a.md') as draft:\n    draft.write(b'half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == -signal.SIGKILL
    assert Path("a.md").read_bytes() == b"x"
    (draft,) = [name for name in os.listdir() if name not in (".git", "a.md")]
    assert draft.startswith(".a.md.")
    write_bytes("a.md", b"y")
    assert draft in os.listdir()  # it may be that of a writer who is at work
    os.utime(draft, (0, 0))
    write_bytes("a.md", b"z")
    assert sorted(os.listdir()) == [".git", "a.md"]
