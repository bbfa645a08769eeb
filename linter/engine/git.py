"""What git knows of a work tree, asked so that nothing in the repository runs a program.

Settings of a repository name programs: to watch files, to convert contents, to show differences, to fetch
what is missing. So git is never let near the files of the work tree: only its plumbing is called, for
commits, trees, the index and blobs, and what might run something is switched off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache

from linter.files import holds, work_tree
from linter.messages import message
from linter.namedtuples import NamedTuple

_SETTINGS = (
    "core.fsmonitor=false",
    "protocol.allow=never",
    "core.hooksPath=/dev/null",
    "diff.renameLimit=1000",
)
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_EXTERNAL_DIFF": "",
    "LC_ALL": "C",
}
_OF_ONE_REPOSITORY = frozenset(
    {
        *("GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_PREFIX"),
        *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
        *("GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE"),
    }
)
"""What git hands to a hook. It speaks of the repository around the working directory, and of no submodule."""
_FILE = b"100"
"""The modes of files begin so; links, folders and other repositories are none."""


class GitError(Exception):
    """Git could not say what it was asked; the message says why."""


class Move(NamedTuple):
    """A file that had another name."""

    before: bytes
    after: bytes


class Git:
    """The repository of a work tree. Paths are bytes from its top on, as git has them."""

    def __init__(self, top: str) -> None:
        """``GitError`` if there is no git."""
        self.top = top
        self._program = _program(top)
        apart = frozenset() if top == work_tree(os.getcwd()) else _OF_ONE_REPOSITORY
        kept = {name: value for name, value in os.environ.items() if name not in apart}
        self._environment = {**kept, **_ENVIRONMENT}

    def commit(self, name: str) -> str | None:
        """The id of the commit that a name means; nothing if it means none."""
        if name.startswith("-") or not name or "\0" in name:
            return None
        named = self._line("rev-parse", "--verify", "--quiet", name)  # ":/words" would take in what follows
        return self._peeled(named) if named else None

    def merge_base(self, one: str, other: str) -> str | None:
        """The id of the commit from which two went apart; nothing if they have none in common."""
        return self._line("merge-base", one, other)

    def merging(self) -> list[str]:
        """The commits that are just being merged."""
        name = self.commit("MERGE_HEAD")
        return [name] if name else []

    def files(self, commit: str) -> dict[bytes, str]:
        """The files of a commit, by path the ids of their contents."""
        listed = self._output("ls-tree", "-r", "-z", "--full-tree", commit)
        return dict(_blobs(listed, 2))

    def staged(self) -> dict[bytes, str]:
        """The files in the index, by path the ids of their contents."""
        return dict(_blobs(self._output("ls-files", "-s", "-z"), 1))

    def moves(self, commit: str) -> Iterator[Move]:
        """Which files of the index had another name in a commit."""
        fields = self._output("diff-index", "--cached", "-M", "-z", "--raw", "--diff-filter=R", commit).split(
            b"\0"
        )
        for at in range(0, len(fields) - 2, 3):
            yield Move(fields[at + 1], fields[at + 2])

    def content(self, blob: str, most: int) -> bytes | None:
        """The content with an id; nothing if it has more bytes than ``most``, or is not there."""
        with self._started("cat-file", "blob", blob) as process:
            assert process.stdout is not None
            data = process.stdout.read(most + 1)
            if len(data) > most:
                process.kill()
                return None
        return data if process.returncode == 0 else None

    def _peeled(self, named: str) -> str | None:
        """The commit that an id means, also that of a tag; ``^`` before an id means all other commits."""
        return (
            None
            if named.startswith("^")
            else self._line("rev-parse", "-q", "--verify", f"{named}^{{commit}}")
        )

    def _line(self, *args: str) -> str | None:
        """The one line of an answer; nothing if git says no, or that there is nothing to say."""
        with self._started(*args) as process:
            line, complaint = process.communicate()
        if b"dubious ownership" in complaint:
            told = message(
                "git does not trust the folder {folder}: it belongs to another user", folder=self.top
            )
            raise GitError(told)
        return line.decode("ascii", "replace").strip() or None if process.returncode == 0 else None

    def _output(self, *args: str) -> bytes:
        with self._started(*args) as process:
            output, complaint = process.communicate()
        if process.returncode:
            raise GitError(message("git {command}: {why}", command=args[0], why=_last_line(complaint)))
        return output

    def _started(self, *args: str) -> subprocess.Popen[bytes]:
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        return subprocess.Popen(
            [self._program, "--no-pager", "--literal-pathspecs", *settings, "-C", self.top, *args],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._environment,
        )


@lru_cache(maxsize=16)
def _program(top: str) -> str:
    """Git, in the folders for programs that are not in the repository itself."""
    real = os.path.realpath(top)
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    trusted = [each for each in folders if os.path.isabs(each) and not holds(real, os.path.realpath(each))]
    found = shutil.which("git", path=os.pathsep.join(trusted)) if trusted else None
    if found is None or holds(real, os.path.realpath(found)):
        raise GitError(message("there is no git here"))
    return found


def _blobs(listed: bytes, column: int) -> Iterator[tuple[bytes, str]]:
    """Path and id of the files in a list of git's; the id stands in a column."""
    for entry in filter(None, listed.split(b"\0")):
        facts, _, path = entry.partition(b"\t")
        words = facts.split()
        if words[0].startswith(_FILE):
            yield path, words[column].decode("ascii")


def _last_line(complaint: bytes) -> str:
    lines = complaint.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "?"
