"""All generated pages, and their lines in the menu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from linter.cli.schema import schema_text
from linter.rules.load import load_rules
from linter.rules.model import Rule
from linter.site import REPOSITORY
from linter.topics import CHECKS
from scripts.docs_site import checks, rules, settings

ROOT = Path(__file__).resolve().parents[2]
_COPIED = {
    "developers/contributing.md": "CONTRIBUTING.md",
    "developers/changelog.md": "CHANGELOG.md",
    "developers/security.md": "SECURITY.md",
    "developers/data.md": "linter/data/NOTICE.md",
}
"""Pages that are files of the repository, which GitHub shows where they stand."""
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def pages() -> Iterator[tuple[str, str]]:
    """Path below ``docs/`` and text of each page, and of the schemas for editors."""
    book = _book()
    yield "rules/index.md", rules.index(book)
    yield from ((f"rules/{rule.id}.md", rules.page(rule)) for rule in book)
    yield "checks/index.md", checks.index(book)
    yield from ((f"checks/{name}.md", checks.page(name, book)) for name in sorted(CHECKS))
    yield "reference/configuration.md", settings.configuration()
    yield "reference/rule-files.md", settings.rule_files()
    yield "reference/command-line.md", settings.command_line()
    yield from (
        (path, _moved((ROOT / source).read_text(encoding="utf-8"), source))
        for path, source in _COPIED.items()
    )
    for kind, name in (("rule", "rule.schema.json"), ("config", "factlint.schema.json")):
        yield f"schema/{name}", schema_text(kind)


def menu(name: str) -> list[dict[str, Any]]:
    """The lines of the menu for the rules by topic, or for the checks."""
    if name == "checks":
        return [{each: f"checks/{each}.md"} for each in sorted(CHECKS)]
    topics = groupby(_book(), key=lambda rule: rule.topic)
    return [{topic: [{rule.id: f"rules/{rule.id}.md"} for rule in members]} for topic, members in topics]


def _book() -> list[Rule]:
    """All rules by topic."""
    return sorted(load_rules().rules.values(), key=lambda rule: (rule.topic, rule.id))


def _moved(text: str, source: str) -> str:
    """The text of a file with its links as from ``docs/developers/``: to a page, or to the repository."""
    folder = (ROOT / source).parent
    taken = {ROOT / path: page for page, path in _COPIED.items()}

    def moved(link: re.Match[str]) -> str:
        target = (folder / link[1]).resolve()
        if target in taken:
            return f"]({Path(taken[target]).name}"
        if target.suffix == ".md" and target.parent == ROOT / "docs":
            return f"](../{target.name}"
        return f"]({REPOSITORY}/blob/main/{target.relative_to(ROOT).as_posix()}"

    return _LINK.sub(moved, text)
