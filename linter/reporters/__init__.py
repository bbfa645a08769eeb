"""The report formats, and the one table of them.

The table holds strings so that only the formats asked for are imported.
"""

from __future__ import annotations

from importlib import import_module

from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.reporters.base import Renderer

FORMATS: dict[str, str] = {
    "full": "linter.reporters.full:render",
    "concise": "linter.reporters.concise:render",
    "json": "linter.reporters.fields:render_json",
    "jsonl": "linter.reporters.fields:render_jsonl",
    "sarif": "linter.reporters.sarif:render",
    "github": "linter.reporters.github:render",
    "gitlab": "linter.reporters.gitlab:render",
    "junit": "linter.reporters.junit:render",
    "rdjson": "linter.reporters.rdjson:render",
    "html": "linter.reporters.page:render",
}
"""Name of a format on the command line -> module and function."""

SILENT = frozenset({"full", "concise"})
"""Those in which a run without findings has no line."""


def renderer(name: str) -> Renderer:
    """The function that writes a report in this format; ``KeyError`` for an unknown name."""
    module, function = FORMATS[name].split(":")
    found: Renderer = getattr(import_module(module), function)
    return found
