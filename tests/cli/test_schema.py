"""The schemas that editors complete and check with, and where they are put."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from linter.cli.schema import schema
from linter.decode import defaults_of, is_record
from linter.engine.config import Config, Override, Translations
from linter.rules.bind import check_class
from linter.rules.field_docs import field_docs
from linter.rules.load import builtin_folder, rule_files
from linter.rules.model import Example, Examples, Precision, Reading, RuleFile, Translation
from linter.topics import CHECKS
from linter.topics.residue.pattern import Group
from tests.cli.conftest import Factlint

RULE = schema("rule")
CONFIG = schema("config")


def as_json(data: Any) -> Any:
    """What an editor makes of YAML: keys are texts, and so is ``true``."""
    if isinstance(data, dict):
        return {str(key).lower() if key is True else key: as_json(value) for key, value in data.items()}
    return [as_json(each) for each in data] if isinstance(data, list) else data


RECORDS = (
    Config,
    Override,
    Translations,
    RuleFile,
    Examples,
    Example,
    Precision,
    Reading,
    Translation,
    Group,
)


@pytest.mark.parametrize(
    "record",
    [*RECORDS, *dict.fromkeys(check_class(name).Params for name in CHECKS)],
    ids=lambda record: f"{record.__module__}.{record.__name__}",
)
def test_every_key_is_described(record: type[Any]) -> None:
    assert is_record(record)
    assert defaults_of(record).keys() == field_docs(record).keys()


def test_the_schemas_are_schemas() -> None:
    for each in (RULE, CONFIG):
        jsonschema.Draft202012Validator.check_schema(each)


@pytest.mark.parametrize("path", list(rule_files(builtin_folder())), ids=lambda path: path.stem)
def test_every_rule_is_as_its_schema_says(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\nexamples:")[0]  # in these are days that never were
    data = as_json(yaml.safe_load(head))
    checker = jsonschema.Draft202012Validator({**RULE, "required": ["check", "severity"]})
    assert [each.message for each in checker.iter_errors(data)] == []


def rule(**other: object) -> dict[str, object]:
    example = {"text": "a"}
    made = {"check": "pattern", "severity": "info", "message": "m", "rationale": "r"}
    return {**made, "examples": {"bad": [example], "good": [example]}, **other}


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"params": {"patterns": ["a"]}}, ""),
        ({"params": {"patterns": [{"match": ["a"], "what": "b"}]}}, ""),
        ({}, "'params' is a required property"),
        ({"params": {}}, "'patterns' is a required property"),
        ({"params": {"patterns": ["a"], "scope": "text"}}, "'scope' was unexpected"),
        ({"check": "mixed-script", "params": {"most": "many"}}, "'many' is not of type 'integer'"),
        ({"check": "mixd-script"}, "'mixd-script' is not one of"),
        ({"params": {"patterns": ["a"]}, "staus": "preview"}, "'staus' was unexpected"),
    ],
)
def test_parameters_go_by_the_check(changes: dict[str, object], wrong: str) -> None:
    found = [each.message for each in jsonschema.Draft202012Validator(RULE).iter_errors(rule(**changes))]
    assert bool(found) == bool(wrong)
    assert wrong in " ".join(found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("select: [dates, 'foreign-*', ours]\nseverity: {foreign-word: off, ours: error}\n", ""),
        ("params: {mixed-script-word: {most: 3}, ours: {x: 1}}\n", ""),
        ("severity: {foreign-word: loud}\n", "'loud' is not one of"),
        ("params: {mixed-script-word: {least: 3}}\n", "'least' was unexpected"),
        ("overrides: [{paths: [a], params: {mixed-script-word: {least: 3}}}]\n", "'least' was unexpected"),
    ],
)
def test_a_configuration_knows_the_rules(text: str, wrong: str) -> None:
    data = yaml.safe_load(text.replace("off", "'off'"))
    found = [each.message for each in jsonschema.Draft202012Validator(CONFIG).iter_errors(data)]
    assert bool(found) == bool(wrong)
    assert wrong in " ".join(found)


def test_the_texts_of_the_code_are_what_an_editor_shows() -> None:
    properties = CONFIG["properties"]
    assert properties["vocabulary"]["description"] == "Words and names that you know to be right."
    assert properties["fail-on"]["default"] == "warning"
    assert "``" not in str(CONFIG) + str(RULE)


def test_where_an_editor_finds_them(factlint: Factlint, tmp_path: Path) -> None:
    source = builtin_folder() / "residue" / "html-comment.yaml"
    (tmp_path / "ours" / "desk").mkdir(parents=True)
    own = tmp_path / "ours" / "desk" / "own.yaml"
    own.write_bytes(source.read_bytes())
    config = tmp_path / ".factlint.yaml"
    config.write_text("rules: [ours]\n")
    done = factlint("schema", "--write")
    assert done.stdout.replace("\\", "/") == (
        "Wrote factlint.schema.json; 1 of 1 files did not name it yet.\n"
        "Wrote ours/rule.schema.json; 1 of 1 files did not name it yet.\n"
    )
    assert config.read_text() == "# yaml-language-server: $schema=factlint.schema.json\nrules: [ours]\n"
    assert own.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../rule.schema.json\n")
    before = config.read_text(), own.read_bytes()
    assert "0 of 1 files did not name it yet" in factlint("schema", "--write").stdout
    assert (config.read_text(), own.read_bytes()) == before
    assert factlint("rules").returncode == 0


def test_without_a_configuration(factlint: Factlint) -> None:
    done = factlint("schema", "--write")
    assert (done.returncode, done.stderr) == (
        2,
        "error: there is no .factlint.yaml here; 'factlint init' writes one\n",
    )
    assert factlint("schema").returncode == 2
