"""Reading rule files: each problem is reported at its place, the other rules still load."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.decode import Problem, Reader
from linter.files import holds, read_text
from linter.languages.needs import speaking
from linter.messages import message
from linter.packaged import builtin_rules
from linter.quoting import reason
from linter.rules.bind import check_class
from linter.rules.model import Rule, RuleFile
from linter.rules.rulebook import RuleBook
from linter.rules.translations import texts_by_language
from linter.rules.validate import validate
from linter.topics import CHECKS

__all__ = ["RuleBook", "builtin_folder", "load_rule", "load_rules", "rule_files"]


def builtin_folder() -> Path:
    """The rules that come with factlint: beside the package in a checkout, inside it in a wheel."""
    return Path(builtin_rules())


def load_rules(folders: Iterable[str | os.PathLike[str]] = ()) -> RuleBook:
    """The built-in rules and those of further folders; a later rule replaces one with its id."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    builtin = builtin_folder()
    for folder in [builtin, *map(Path, folders)]:
        if not folder.is_dir():
            problems.append(Problem(str(folder), 0, 0, message("no such folder of rules")))
        problems += _linked(folder) if folder != builtin else ()
        for path in rule_files(folder):
            rule, found = load_rule(path, folder, builtin=folder == builtin)
            problems += found
            if rule is not None:
                rules[rule.id] = rule
    return RuleBook(dict(sorted(rules.items())), tuple(problems))


def rule_files(folder: Path) -> Iterator[Path]:
    """The rule files below a folder, in a fixed order."""
    return iter(sorted(path for path in folder.rglob("*.yaml") if not path.name.startswith(".")))


def _linked(folder: Path) -> Iterator[Problem]:
    """A complaint for each link to a folder of rules elsewhere: it may lead out of the project."""
    top = os.path.realpath(folder)
    for path in sorted(folder.rglob("*")):
        elsewhere = path.is_symlink() and path.is_dir() and not holds(top, os.path.realpath(path))
        if elsewhere and any(any(path.glob(pattern)) for pattern in ("*.yaml", "*/*.yaml")):
            told = message("a link to a folder is not followed; name the folder itself in 'rules'")
            yield Problem(str(path), 0, 0, told)


def load_rule(path: Path, folder: Path, builtin: bool = False) -> tuple[Rule | None, list[Problem]]:
    """One rule file. The file name is the id, the folder it stands in is the topic.

    A built-in rule is not checked against its check class here: the test suite does that.
    """
    try:
        source = read_text(str(path))
    except OSError as error:
        return None, [Problem(str(path), 0, 0, message("cannot be read: {why}", why=reason(error)))]
    if not path.stem.isprintable():
        told = message("the file name, which is the id of the rule, cannot be shown")
        return None, [Problem(str(path), 0, 0, told)]
    reader = Reader(str(path), source)
    node = reader.parse(source)
    if node is None:
        return None, reader.problems
    record = reader.record(node, RuleFile)
    if not builtin:
        validate(node, reader)
    if reader.problems or record is None:
        return None, reader.problems
    topic = path.parent.name if path.parent != folder else folder.name
    return _rule(record, path, topic)._replace(own=not builtin), []


def _rule(record: RuleFile, path: Path, topic: str) -> Rule:
    values = {name: getattr(record, name) for name in RuleFile._fields}
    values["languages"] = _languages(record)
    values["translations"] = texts_by_language(record) if record.translations else {}
    return Rule(id=path.stem, topic=topic, path=str(path), **values)


def _languages(record: RuleFile) -> tuple[str, ...]:
    """The languages that the rule's check can judge, of those that the rule is meant for."""
    able = (
        speaking(check_class(record.check).needs_with(record.params)) if record.check in CHECKS else ("all",)
    )
    if "all" in able:
        return record.languages
    return able if "all" in record.languages else tuple(code for code in able if code in record.languages)
