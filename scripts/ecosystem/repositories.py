"""The repositories that are linted, and how they come here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

LIST = Path(__file__).with_name("repositories.yaml")
REMOTE = "https://github.com/{owner}/{name}"
"""Where the repositories are; another one may be a folder of mirrors."""
_MINUTES = 10

_GIT = (
    *("git", "-c", "protocol.ext.allow=never", "-c", "core.hooksPath=/dev/null"),
    *("-c", "filter.lfs.smudge=", "-c", "filter.lfs.process=", "-c", "filter.lfs.required=false"),
)
"""git that runs nothing of what a repository or its user has set up."""
_HEAVY = "avif bmp gif gz ico jpeg jpg mov mp3 mp4 ogg pdf png ppt pptx svg ttf webm webp woff zip".split()
"""Most of the bytes of a site, and no articles."""
_KEPT = ("PATH", "HOME", "SYSTEMROOT", "SSL_CERT_FILE", "GIT_SSL_CAINFO", "https_proxy", "HTTPS_PROXY")
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_LFS_SKIP_SMUDGE": "1",
    "LC_ALL": "C",
}


class Repository(NamedTuple):
    """One repository at one commit."""

    repository: str
    """``owner/name``."""
    commit: str
    paths: list[str]
    """The files and folders that are linted."""
    languages: list[str]
    generator: str
    licence: str

    def url(self, path: str, line: int) -> str:
        """The page of a line, at the commit and as it is written."""
        from urllib.parse import quote

        place = f"#L{line}" if line else ""
        return f"https://github.com/{self.repository}/blob/{self.commit}/{quote(path)}?plain=1{place}"


def listed(names: Iterable[str] = ()) -> list[Repository]:
    """The repositories of the list; with ``names`` those that have one of them in their own."""
    wanted = list(names)
    entries = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    found = [Repository(**entry) for entry in entries]
    return [each for each in found if not wanted or any(name in each.repository for name in wanted)]


class CannotFetch(Exception):
    """A repository is not to be had; the message says why."""


def check_out(repository: Repository, folder: Path, remote: str = REMOTE) -> Path:
    """The folder with the files of a repository; what is there from an earlier run is not fetched again.

    Only the commit is fetched and, where the server knows how, only the files that are linted.
    """
    there = folder / f"{repository.repository.replace('/', '+')}@{repository.commit[:12]}"
    if (there / ".git" / "complete").exists():
        return there
    owner, _, name = repository.repository.partition("/")
    shutil.rmtree(there, ignore_errors=True)  # what an earlier run did not end
    there.mkdir(parents=True)
    _git(there, "init", "--quiet")
    _git(there, "remote", "add", "origin", remote.format(owner=owner, name=name))
    # the files on top tell the generator of a site
    paths = () if "." in repository.paths else ("!/*/", *(f"/{path}" for path in repository.paths))
    _git(there, "sparse-checkout", "set", "--no-cone", "/*", *paths, *(f"!*.{kind}" for kind in _HEAVY))
    _git(
        there, "fetch", "--quiet", "--depth=1", "--no-tags", "--filter=blob:none", "origin", repository.commit
    )
    _git(there, "checkout", "--quiet", "--detach", repository.commit)
    (there / ".git" / "complete").touch()
    return there


def _git(folder: Path, *arguments: str) -> None:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        done = subprocess.run(
            [*_GIT, *arguments],
            cwd=folder,
            env={**kept, **_QUIET},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_MINUTES * 60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotFetch(f"git {arguments[0]} did not end in {_MINUTES} minutes") from None
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if re.match(r"fatal|error", line)]
        raise CannotFetch(f"git {arguments[0]}: {(lines or ['failed'])[-1]}")
