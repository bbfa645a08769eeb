"""A word added to the vocabulary of a project, in its configuration as it is written there."""

from __future__ import annotations

import os

from linter.decode import Reader
from linter.engine.config import NAMES, Config, Project
from linter.files import SETTINGS, read_bytes
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.nodes import Node, node_of

_FLOW = lazy(r"^vocabulary:[ \t]*\[[ \t]*", re.MULTILINE)
_ITEMS = lazy(
    r"^vocabulary:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*(?P<dash>[ \t]*-[ \t]+)", re.MULTILINE
)
_EMPTY = lazy(r"^vocabulary:[ \t]*$", re.MULTILINE)
_TOML = lazy(
    r"^\[tool\.factlint\][ \t]*(?:#[^\n]*)?\n(?P<rest>[^\[]*?^vocabulary[ \t]*=[ \t]*\[[ \t]*)?", re.MULTILINE
)


class Change(NamedTuple):
    """What a configuration file shall hold."""

    path: str
    text: str
    is_new: bool = False


def with_word(project: Project, word: str) -> Change | None:
    """The configuration of a project with a word in its vocabulary, which is made where there is none.

    Nothing where it cannot be put in without changing anything else; ``OSError`` if it cannot be read.
    """
    if not project.path:
        path = os.path.join(project.root, NAMES[0])
        return Change(path, f"vocabulary:\n  - {_quoted(word)}\n", is_new=True)
    raw = read_bytes(project.path, most=SETTINGS).decode("utf-8")
    before = raw.replace("\r\n", "\n")
    is_toml = project.path.endswith(".toml")
    after = _in_toml(before, word) if is_toml else _in_yaml(before, word)
    if not _adds(_read(before, is_toml), _read(after, is_toml), word):
        return None
    return Change(project.path, after if before == raw else after.replace("\n", "\r\n"))


def _in_yaml(text: str, word: str) -> str:
    word = _quoted(word)
    flow, items, empty = _FLOW.search(text), _ITEMS.search(text), _EMPTY.search(text)
    if flow is not None:
        comma = "" if text[flow.end() :].startswith("]") else ", "
        return f"{text[: flow.end()]}{word}{comma}{text[flow.end() :]}"
    if items is not None:
        return f"{text[: items.start('dash')]}{items['dash']}{word}\n{text[items.start('dash') :]}"
    if empty is not None:
        return f"{text[: empty.end()]}\n  - {word}{text[empty.end() :]}"
    gap = "\n" if text and not text.endswith("\n") else ""
    return f"{text}{gap}vocabulary:\n  - {word}\n"


def _in_toml(text: str, word: str) -> str:
    table = _TOML.search(text)
    if table is None:
        return text
    at = table.end()
    if table["rest"] is None:
        return f"{text[:at]}vocabulary = [{_quoted(word)}]\n{text[at:]}"
    comma = "" if text[at:].startswith("]") else ", "
    return f"{text[:at]}{_quoted(word)}{comma}{text[at:]}"


def _quoted(word: str) -> str:
    """The word as YAML and TOML both take it."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _adds(before: Config | None, after: Config | None, word: str) -> bool:
    """Whether the word is all that the two have otherwise."""
    if before is None or after is None:
        return False
    known = before.vocabulary
    return sorted(after.vocabulary) == sorted((*known, word)) and after._replace(vocabulary=known) == before


def _read(text: str, is_toml: bool) -> Config | None:
    reader = Reader("", text)
    if is_toml:
        import tomllib

        try:
            node: Node | None = node_of(tomllib.loads(text).get("tool", {}).get("factlint"))
        except (tomllib.TOMLDecodeError, RecursionError, AttributeError):
            node = None
    else:
        node = reader.parse(text.removeprefix("\ufeff"))
    config = reader.record(node, Config) if node is not None else None
    return None if node is None or reader.problems else config or Config()
