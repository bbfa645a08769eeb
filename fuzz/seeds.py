"""Texts to begin with: small files of every kind in ``fuzz/texts``, and those that we have anyway."""

from __future__ import annotations

import json
from pathlib import Path

from linter import languages
from linter.rules.load import builtin_folder, load_rules
from linter.rules.model import Example

_TEXTS = Path(__file__).with_name("texts")
_SMALL = 5_000
"""Characters of a small language file: it has all that a large one has, in fewer words."""
NAMES = (
    "2024-03-05-a",
    "-x",
    "--config=x",
    "a b",
    "::error::a",
    "drafts",
    "é 𝒫",
    "CON",
    ".factlint",
    "a.b..c",
)
"""Names of files."""


def texts(kind: str) -> list[str]:
    """The small files of a kind, by name."""
    return [_text(path) for path in sorted((_TEXTS / kind).iterdir())]


def documents(suffix: str) -> list[str]:
    """The small files of other formats, by their suffix."""
    return [_text(path) for path in sorted((_TEXTS / "documents").glob(f"*.{suffix}"))]


def examples() -> list[str]:
    """The texts of the examples of all rules, with their metadata as front matter."""
    found = load_rules().rules.values()
    return [_article(each) for rule in found for each in (*rule.examples.bad, *rule.examples.good)]


def _article(example: Example) -> str:
    text = (example.source or example.text).replace("<<", "").replace(">>", "")
    fields = {"title": example.headline, "lang": example.lang, **example.meta}
    said = {name: json.dumps(value, ensure_ascii=False) for name, value in fields.items() if value}
    above = "".join(f"{name}: {value}\n" for name, value in said.items())
    return text if example.source else f"---\n{above}---\n\n{text}\n"


def rule_files() -> list[str]:
    """The files of our rules."""
    return [_text(path) for path in sorted(builtin_folder().rglob("*.yaml"))]


def language_files() -> list[str]:
    """The smaller ones of our language files."""
    paths = sorted(Path(languages.__file__).parent.glob("*.yaml"))
    return [text for text in map(_text, paths) if len(text) < _SMALL]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
