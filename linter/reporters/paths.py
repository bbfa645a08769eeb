"""Paths as programs that show reports know them: relative to the top of the repository."""

from __future__ import annotations

import os
import posixpath
import re
from urllib.parse import quote

from linter.matching.regexes import lazy
from linter.reporters.base import ReportOptions, Run

_NOT_BYTES = lazy("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that do not stand for an undecodable byte of a file name."""


def repository_path(path: str, run: Run, options: ReportOptions) -> str:
    """The path from the top of the repository, with forward slashes and without ``./``.

    A path outside the repository stays absolute.
    """
    root, path = _slashed(run.root), _slashed(path)
    if not root:
        return posixpath.normpath(options.prefix + path)
    top = root.rstrip("/").removesuffix("/" + options.prefix.rstrip("/"))
    return posixpath.normpath(posixpath.join(root, path)).removeprefix(f"{top}/")


def uri(path: str) -> str:
    """A path as the URI reference that SARIF wants; absolute paths become ``file:`` URIs."""
    if posixpath.isabs(path):
        return f"file://{quoted(path)}"
    return f"file:///{quoted(path)}" if re.match(r"[A-Za-z]:/", path) else quoted(path)


def quoted(path: str) -> str:
    """A path as a part of an address: all but letters, digits, ``_.-~`` and slashes percent-encoded."""
    return quote(_NOT_BYTES.sub("\ufffd", path).encode("utf-8", "surrogateescape"))


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")
