"""``factlint schema``: JSON Schema for editors, printed or put where they find it."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path

from linter.cli import FAILED, OK
from linter.cli.terminal import say, say_errors, show
from linter.decode import defaults_of
from linter.engine.config import NAMES, Config, Project
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.files import holds, read_text
from linter.messages import message, whole
from linter.rules.bind import check_class
from linter.rules.load import load_rules, rule_files
from linter.rules.model import Rule, RuleFile
from linter.rules.schema import record_schema, schema_of
from linter.topics import CHECKS
from linter.typed import Any
from linter.write import write_text

_FILES = {"config": "factlint.schema.json", "rule": "rule.schema.json"}
_MODELINE = "# yaml-language-server: $schema="
"""By it editors with the YAML language server know the schema of a file; in the first lines of it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("rule", "config"), nargs="?", help="which files to describe")
    parser.add_argument(
        "--write", action="store_true", help="write both beside what they describe, and name them there"
    )
    parser.add_argument("--config", metavar="FILE", help="with --write: use this configuration")


def run(args: argparse.Namespace) -> int:
    """Print the schema, or put both where an editor finds them."""
    if args.write:
        return _write(args.config)
    if not args.kind:
        say(message("error: 'rule' or 'config' says which schema to print, --write writes both"))
        return FAILED
    show(*schema_text(args.kind).rstrip("\n").split("\n"))
    return OK


def schema_text(kind: str) -> str:
    """The schema as it stands in a file."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def schema(kind: str) -> dict[str, Any]:
    """The schema of rule files (``rule``) or of ``.factlint.yaml`` (``config``)."""
    return _config_schema() if kind == "config" else _rule_schema()


def _rule_schema() -> dict[str, Any]:
    """What a check is told depends on the check."""
    described = schema_of(RuleFile, "A rule of factlint")
    about = described["properties"]["check"]["description"]
    described["properties"]["check"] = {"enum": sorted(CHECKS), "description": about}
    described["properties"]["params"] = {
        "type": "object",
        "description": described["properties"]["params"]["description"],
    }
    described["allOf"] = list(map(_of_check, sorted(CHECKS)))
    return described


def _of_check(name: str) -> dict[str, Any]:
    params = record_schema(check_class(name).Params)
    then: dict[str, Any] = {"properties": {"params": params}}
    if "required" in params:
        then["required"] = ["params"]
    return {"if": {"properties": {"check": {"const": name}}, "required": ["check"]}, "then": then}


def _config_schema() -> dict[str, Any]:
    """With the names of the rules that come with factlint, and what each can be told."""
    rules = load_rules().rules
    described = schema_of(Config, "Configuration of factlint")
    for each in (described, described["properties"]["overrides"]["items"]):
        _name_rules(each["properties"], rules)
    return described


def _name_rules(properties: dict[str, Any], rules: dict[str, Rule]) -> None:
    names = sorted({*rules, *(rule.topic for rule in rules.values()), "all"})
    for key in {"select", "extend-select", "ignore"} & properties.keys():
        properties[key]["items"] = {"anyOf": [{"enum": names}, {"type": "string"}]}
    level = properties["severity"]["additionalProperties"]
    properties["severity"]["properties"] = dict.fromkeys(names, level)
    told = {name: check_class(rule.check).Params for name, rule in rules.items()}
    properties["params"]["properties"] = {
        name: {**record_schema(params), "required": []}
        for name, params in sorted(told.items())
        if defaults_of(params)
    }


def _write(config: str | None) -> int:
    try:
        project = ConfigFinder(config).of(os.getcwd())
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    if not project.path:
        say(message("error: there is no .factlint.yaml here; 'factlint init' writes one"))
        return FAILED
    for kind, folder, files in _places(project):
        path = os.path.join(folder, _FILES[kind])
        _put(path, schema_text(kind))
        named = sum(_name_schema(file, path) for file in files)
        told = message(
            "Wrote {path}; {named} of {number} files did not name it yet.",
            path=os.path.relpath(path),
            named=whole(named),
            number=whole(len(files)),
        )
        show(told)
    return OK


def _places(project: Project) -> Iterator[tuple[str, str, list[str]]]:
    """The kinds of schema, each with the folder that gets it and the files that it describes."""
    if os.path.basename(project.path) in NAMES:
        yield "config", project.root, [project.path]
    for each in project.config.rules:
        folder = os.path.normpath(os.path.join(project.root, each))
        if holds(project.root, folder) and os.path.isdir(folder):  # no installed package
            yield "rule", folder, [str(path) for path in rule_files(Path(folder))]


def _put(path: str, text: str) -> None:
    """Write a file, unless it is what it is to be."""
    try:
        same = read_text(path) == text
    except FileNotFoundError:
        same = False
    if not same:
        write_text(path, text)


def _name_schema(path: str, schema: str) -> bool:
    """Name the schema in the first line of a file; false where the file names one."""
    text = read_text(path)
    if any(line.startswith(_MODELINE) for line in text.split("\n")[:3]):
        return False
    steps = os.path.relpath(schema, os.path.dirname(path)).replace(os.sep, "/")
    write_text(path, f"{_MODELINE}{steps}\n{text}")
    return True
