"""What is read, and what is not: pipes, devices, links and paths out of the project, endless files."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter import files
from linter.files import Refused, allow, project_root, read_bytes, read_text

pytestmark = pytest.mark.usefixtures("as_before")


@pytest.fixture
def as_before() -> Iterator[None]:
    yield
    allow()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    (folder / "posts").mkdir()
    (tmp_path / "secret.txt").write_text("root:x:0:0")
    monkeypatch.chdir(folder)
    return folder


def refused(path: Path | str, root: str = "", most: int = 0) -> str:
    with pytest.raises(Refused) as raised:
        read_bytes(str(path), root, most)
    return str(raised.value.strerror)


@pytest.mark.parametrize("data", [b"", b"x", "é\r\n".encode() * 5000])
def test_a_file_is_read_as_it_is(project: Path, data: bytes) -> None:
    (project / "a.md").write_bytes(data)
    assert read_bytes("a.md") == read_bytes(str(project / "a.md"), str(project)) == data


def test_line_ends_and_the_mark_of_text(project: Path) -> None:
    (project / "a.yaml").write_bytes("\ufeffa\r\nb\rc\n\u2028".encode())
    assert read_text("a.yaml") == "a\nb\nc\n\u2028"


def test_no_text(project: Path) -> None:
    (project / "a.yaml").write_bytes(b"a: \xe9")
    with pytest.raises(Refused) as raised:
        read_text("a.yaml")
    assert raised.value.strerror == "not valid UTF-8 (byte 0xe9 at offset 3)"


def test_missing_files_and_folders(project: Path) -> None:
    for path, number in (("none.md", errno.ENOENT), ("posts", errno.EISDIR), ("none/a.md", errno.ENOENT)):
        with pytest.raises(OSError, match=os.strerror(number)) as raised:
            read_bytes(path)
        assert raised.value.errno == number


def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo("a.md")
    assert refused("a.md") == "no regular file"


def test_devices_and_sockets(project: Path) -> None:
    assert refused("/dev/zero") == "no regular file"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.sock")
        with pytest.raises(OSError, match="No such device"):
            read_bytes("a.sock")


def test_files_without_a_size(project: Path) -> None:
    assert refused("/proc/self/environ") == "no ordinary file: it has content and no size"


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
def test_what_is_no_name(project: Path, name: str) -> None:
    assert refused(name) == "not the name of a file"
    assert refused(name, str(project)) == "not the name of a file"


def test_large_files(project: Path) -> None:
    with open("a.md", "wb") as file:
        file.truncate(files.ARTICLE + 1)
    assert refused("a.md") == "larger than 16 MiB; --max-file-size reads larger ones"
    assert refused("a.md", most=files.SETTINGS) == "larger than 4 MiB"
    allow(files.ARTICLE + 1)
    assert len(read_bytes("a.md")) == files.ARTICLE + 1


def test_a_file_that_grows_while_it_is_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_bytes(b"x" * 10_000)
    status = os.stat_result((0o100644, 0, 0, 1, 0, 0, 100, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda _: status)
    assert read_bytes("a.md") == b"x" * 10_000
    assert refused("a.md", most=9_999).startswith("larger than")


def test_links(project: Path, tmp_path: Path) -> None:
    (project / "a.md").write_text("a")
    (project / "inner.md").symlink_to("a.md")
    (project / "outer.md").symlink_to("../secret.txt")
    (project / "device.md").symlink_to("/dev/zero")
    (project / "loop.md").symlink_to("loop.md")
    (project / "folder").symlink_to(tmp_path)
    (tmp_path / "back.md").symlink_to("project/a.md")
    assert read_bytes("inner.md") == b"a"
    assert refused("outer.md").startswith("a link out of the project;")
    assert refused("device.md").startswith("a link out of the project;")
    assert refused("folder/secret.txt").startswith("a link out of the project;")
    assert read_bytes("folder/project/a.md") == b"a"
    with pytest.raises(OSError, match="symbolic links"):
        read_bytes("loop.md")


def test_paths_out_of_the_project(project: Path, tmp_path: Path) -> None:
    root = project_root("posts")
    assert root == str(project)
    for path in ("../secret.txt", "posts/../../secret.txt", str(tmp_path / "secret.txt"), "/etc/passwd"):
        assert refused(path, root).startswith("outside of the project;")
    assert refused("../nothing.txt", root).startswith("outside of the project;")
    assert read_bytes("../secret.txt") == b"root:x:0:0"  # named on the command line


def test_a_link_in_the_middle_of_a_path(project: Path, tmp_path: Path) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "far" / "secret.txt").write_text("s")
    (project / "secret.txt").write_text("ours")
    (project / "posts" / "link").symlink_to(tmp_path / "far" / "away")
    assert refused("posts/link/../secret.txt", str(project)).startswith("a link out of the project;")


def test_names_that_begin_alike(project: Path, tmp_path: Path) -> None:
    (tmp_path / "project-two").mkdir()
    (tmp_path / "project-two" / "a.md").write_text("a")
    assert refused("../project-two/a.md", str(project)).startswith("outside of the project;")


def test_what_the_command_line_allows(project: Path, tmp_path: Path) -> None:
    (project / "outer.md").symlink_to("../secret.txt")
    allow(folders=("..",))
    assert read_bytes("outer.md") == b"root:x:0:0"
    assert read_bytes("../secret.txt", str(project)) == b"root:x:0:0"
    allow()
    assert refused("outer.md").startswith("a link out of the project;")


def test_the_root_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / "posts").mkdir(parents=True)
    (tmp_path / "there" / "posts").mkdir(parents=True)
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    assert project_root("posts") == str(tmp_path / "here")
    assert project_root("../there/posts") == str(tmp_path / "there" / "posts")
    assert project_root("../there/posts", str(tmp_path / "there")) == str(tmp_path / "there")
    assert project_root("../tree/a/b", str(tmp_path)) == str(tmp_path / "tree")
