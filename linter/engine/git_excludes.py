"""What git leaves out beside the ``.gitignore`` files: ``.git/info/exclude``, and the user's own patterns.

As gitignore(5) and git-config(1) have it: the user's file is ``core.excludesFile`` of the user's or the
repository's configuration, else ``git/ignore`` in the user's folder for configurations.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from linter.engine.globs import Globs
from linter.files import SETTINGS, read_bytes
from linter.matching import re
from linter.matching.regexes import lazy

_CORE = lazy(r"^[ \t]*\[[ \t]*core[ \t]*\](.*?)(?=^[ \t]*\[|\Z)", re.IGNORECASE | re.DOTALL | re.MULTILINE)
_FILE = lazy(r"^[ \t]*excludesfile[ \t]*=[ \t]*(.*?)[ \t]*$", re.IGNORECASE | re.MULTILINE)


def patterns_in(path: str) -> Iterator[Globs]:
    """The patterns in a file of the syntax of ``.gitignore``; none if it cannot be read."""
    text = _text(path)
    if text:
        yield Globs(text.replace("\r", "\n").split("\n"))


def exclude_files(root: str) -> tuple[list[str], list[str]]:
    """The files of patterns that hold for a whole work tree, the weakest first; and what says which they are.

    Any of them may not be there.
    """
    folder = _git_folder(root)
    home = os.path.expanduser("~")
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
    users = os.environ.get("GIT_CONFIG_GLOBAL")
    configs = [users] if users else [os.path.join(base, "git", "config"), os.path.join(home, ".gitconfig")]
    configs.append(os.path.join(folder, "config"))
    named = [name for path in configs for name in _named_in(_text(path))]
    own = os.path.expanduser(named[-1]) if named else os.path.join(base, "git", "ignore")
    return [own, os.path.join(folder, "info", "exclude")], configs


def _named_in(config: str) -> Iterator[str]:
    """What a configuration of git calls ``core.excludesFile``."""
    for section in _CORE.finditer(config) if "excludes" in config.lower() else ():
        for named in _FILE.finditer(section[1]):
            yield named[1].strip('"')


def _git_folder(root: str) -> str:
    """The folder of git that a work tree shares with all others of its repository."""
    path = os.path.join(root, ".git")
    if os.path.isfile(path):  # a further work tree, or a submodule: it says where its folder is
        named = _text(path).partition("gitdir:")[2].strip()
        path = os.path.join(root, named) if named else path
    common = _text(os.path.join(path, "commondir")).strip()
    return os.path.join(path, common) if common else path


def _text(path: str) -> str:
    try:
        return read_bytes(path, most=SETTINGS).decode("utf-8", "replace")
    except OSError:
        return ""
