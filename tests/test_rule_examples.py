"""Every example of every rule that comes with factlint, and what each rule file owes its readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.selftest import Case, cases, failures
from linter.rules.load import builtin_folder, load_rule, load_rules, rule_files

BOOK = load_rules()


@pytest.mark.parametrize("case", list(cases(BOOK.rules.values())), ids=lambda case: case.name)
def test_example(case: Case) -> None:
    assert failures(case, BOOK.rules.values()) == []


@pytest.mark.parametrize("path", list(rule_files(builtin_folder())), ids=lambda path: path.stem)
def test_rule_file(path: Path) -> None:
    rule, problems = load_rule(path, builtin_folder())
    assert problems == []
    assert rule is not None
    assert rule.status == "preview" or rule.precision is not None, "a stable rule states its precision"


def test_every_check_serves_a_rule() -> None:
    from linter.checks import CHECKS
    from linter.rules.vale.adapt import KINDS

    assert {rule.check for rule in BOOK.rules.values()} | set(KINDS) == set(CHECKS)
