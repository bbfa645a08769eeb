"""The rule files of styles, and rules that extend other rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from linter.decode import Problem, Reader
from linter.files import read_text
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.nodes import Plain
from linter.quoting import quoted, reason
from linter.text import LineIndex

_DEEPEST = 10

Definition = dict[str, Plain]


class RuleSource(NamedTuple):
    """Where a rule of a style stands."""

    name: str
    path: str


class BadRule(Exception):
    """A rule cannot be used; the problem has its place."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def is_name(text: str) -> bool:
    """Whether a text can name something in a folder, and nothing outside of it."""
    return text not in ("", os.curdir, os.pardir) and not set(text) & {"/", "\\", "\0"}


def rule_sources(folder: str, style: str) -> Iterator[RuleSource]:
    """The rules of a style, by name; folders below it are part of the name."""
    top = os.path.join(folder, style)
    for place, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if name[0] not in "._")
        below = os.path.relpath(place, top)
        between = [] if below == "." else below.split(os.sep)
        for file in sorted(files):
            if file.endswith(".yml") and not file.endswith((".test.yml", "_test.yml")):
                name = ".".join([style, *between, file.split(".")[0]])
                yield RuleSource(name, os.path.join(place, file))


def read_definition(
    source: RuleSource, styles_paths: Iterable[str], seen: tuple[str, ...] = ()
) -> Definition:
    """The keys of a rule, those of the rule it extends among them. ``BadRule`` if there are none."""
    own = _read(source.path)
    extends = own.get("extends")
    if not isinstance(extends, str):
        raise BadRule(Problem(source.path, 1, 1, "missing key 'extends'"))
    if "." not in extends:
        return own
    if extends in seen or len(seen) >= _DEEPEST:
        raise BadRule(Problem(source.path, 1, 1, f"{quoted(extends)} leads back to itself"))
    parent = _source_of(extends, styles_paths)
    if parent is None:
        raise BadRule(Problem(source.path, 1, 1, f"extends {quoted(extends)}, which is not in the styles"))
    inherited = read_definition(parent, styles_paths, (*seen, extends))
    return _laid_over(inherited, own, source.path)


def _read(path: str) -> Definition:
    try:
        text = read_text(path)
    except OSError as error:
        raise BadRule(Problem(path, 0, 0, message("cannot be read: {why}", why=reason(error)))) from None
    reader = Reader(path, text)
    node = reader.parse(text)
    if node is None and "\\'" in text:  # no YAML, but Vale reads it
        reader = Reader(path, text)
        node = reader.parse(text.replace("\\'", "'"))
    if reader.problems:
        raise BadRule(reader.problems[0])
    if node is None or not node.is_mapping:
        raise BadRule(Problem(path, 1, 1, "is no rule: expected a mapping"))
    return {key.value: value.plain() for key, value in node.items()}


def place_of(key: str, path: str) -> tuple[int, int]:
    """Line and column of a key in a rule file that can be read; of its beginning if the key is inherited."""
    text = read_text(path)
    node = Reader(path, text).parse(text)
    for name, _ in node.items() if node else ():
        if name.value.lower() == key:
            return LineIndex(text).position(name.at)
    return 1, 1


def _source_of(name: str, styles_paths: Iterable[str]) -> RuleSource | None:
    style, *rest = name.split(".")
    if not all(map(is_name, (style, *rest))):
        return None
    for folder in styles_paths:
        path = os.path.join(folder, style, *rest) + ".yml"
        if os.path.isfile(path):
            return RuleSource(name, path)
    return None


def _laid_over(parent: Definition, child: Definition, path: str) -> Definition:
    merged = dict(parent)
    for key, value in child.items():
        base = key.rstrip("+-")
        if key.endswith("+"):
            merged[base] = _added(merged.get(base), value)
        elif key.endswith("-"):
            merged[base] = _removed(merged.get(base), value, key, path)
        elif key != "extends":
            merged[key] = value
    return merged


def _added(have: Plain, more: Plain) -> Plain:
    if isinstance(have, dict) and isinstance(more, dict):
        return {**have, **more}
    if isinstance(have, list) and isinstance(more, list):
        return [*have, *more]
    return more


def _removed(have: Plain, less: Plain, key: str, path: str) -> Plain:
    names = less if isinstance(less, list) else [less]
    missing = [name for name in names if not isinstance(have, list | dict) or name not in have]
    if missing:
        raise BadRule(Problem(path, 1, 1, f"{quoted(key)}: {quoted(missing[0])} is not there to be removed"))
    if isinstance(have, dict):
        return {name: value for name, value in have.items() if name not in names}
    assert isinstance(have, list)
    return [item for item in have if item not in names]
