"""Ways from a page to the places that it speaks of: to a file, and to a line if the reader has said how.

A raw file has no anchors, so only an editor or a forge leads to a line; their address is a template of the
reader's. It is taken from the command line alone: a configuration comes with the articles, from whoever wrote
them, and a link is something that people click on. What is put into it is percent-encoded.
"""

from __future__ import annotations

import os
from contextlib import suppress

from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.reporters.base import ReportOptions, Run
from linter.reporters.paths import quoted, uri
from linter.text import Position

FIELDS = ("path", "file", "line", "column")
"""What a template may name: the absolute path, the path in the repository, and the place in the file."""
_FIELD = lazy(r"\{([^{}]*)\}")
_SCHEME = lazy(r"(?!(?:javascript|vbscript|data|blob):)[a-z][a-z0-9+.-]*:(?=\S)", re.IGNORECASE)
"""The beginning of an address that opens something; those that run or hold what they open are none."""


def checked_template(text: str) -> str:
    """The template. ``ValueError`` if it is no address, leads to no file, or names what is not known."""
    named = _FIELD.findall(text)
    unknown = [name for name in named if name not in FIELDS]
    if unknown:
        names = ", ".join(FIELDS)
        raise ValueError(message("unknown field '{name}'; known are {names}", name=unknown[0], names=names))
    if not _SCHEME.match(text) or not {"path", "file"} & set(named):
        example = "vscode://file{path}:{line}:{column}"
        raise ValueError(message("expected an address such as {example}", example=example))
    return text


class Links:
    """The addresses for one report."""

    def __init__(self, run: Run, options: ReportOptions) -> None:
        self._root = run.root
        self._folder = options.folder or run.root
        self._template = options.editor_url

    def file(self, path: str) -> str:
        """The address of a file as seen from the report."""
        if self._template:
            return self._filled(path, 1, 1)
        if not self._folder:
            return uri(path)
        absolute = os.path.join(self._root, path)
        with suppress(ValueError):  # on another drive
            absolute = os.path.relpath(absolute, self._folder)
        return uri(absolute.replace(os.sep, "/"))

    def place(self, path: str, position: Position) -> str:
        """The address of a place in a file; empty without a template."""
        return self._filled(path, position.line, position.column) if self._template else ""

    def _filled(self, path: str, line: int, column: int) -> str:
        absolute = os.path.join(self._root, path).replace(os.sep, "/")
        values = {
            "path": quoted(absolute if absolute.startswith("/") else f"/{absolute}"),
            "file": quoted(path.replace(os.sep, "/")),
            "line": str(line),
            "column": str(column),
        }
        return _FIELD.sub(lambda found: values[found[1]], self._template)
