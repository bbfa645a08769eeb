"""Every example of every rule that comes with factlint, and what each rule file owes its readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.selftest import Case, cases, failures
from linter.finding import Severity
from linter.rules.load import builtin_folder, load_rule, load_rules, rule_files
from linter.rules.model import Rule

BOOK = load_rules()
GENERIC = {"reading-problem"}
"""Checks that are named for where their alarms come from."""


@pytest.mark.parametrize("case", list(cases(BOOK.rules.values())), ids=lambda case: case.name)
def test_example(case: Case) -> None:
    assert failures(case, BOOK.rules.values()) == []


@pytest.mark.parametrize("path", list(rule_files(builtin_folder())), ids=lambda path: path.stem)
def test_rule_file(path: Path) -> None:
    rule, problems = load_rule(path, builtin_folder())
    assert problems == []
    assert rule is not None
    assert rule.status == "preview" or rule.precision is not None, "a stable rule states its precision"


TELLING = 10
"""With fewer alarms a share says nothing."""


@pytest.mark.parametrize(
    "rule", [rule for rule in BOOK.rules.values() if rule.on_by_default], ids=lambda rule: rule.id
)
def test_what_is_on_has_proved_itself(rule: Rule) -> None:
    """Its alarms were read on article repositories and on the press, or its file says why on one alone."""
    precision = rule.precision
    assert precision is not None
    assert (precision.repositories and precision.press) or precision.note
    least = 0.95 if rule.severity == Severity.ERROR else 0.6
    for reading in precision.readings:
        assert reading.true <= reading.alarms
        assert reading.alarms < TELLING or reading.true >= least * reading.alarms


def test_every_check_serves_a_rule() -> None:
    from linter.topics import CHECKS

    assert {rule.check for rule in BOOK.rules.values()} == set(CHECKS)


def test_a_check_stands_in_a_module_of_its_name_in_the_room_of_its_rules() -> None:
    """What serves a rule is found by its name alone."""
    from linter.topics import CHECKS

    for name, place in CHECKS.items():
        module = place.partition(":")[0]
        assert module.rpartition(".")[2] == name.replace("-", "_")
        topics = {rule.topic for rule in BOOK.rules.values() if rule.check == name}
        assert module.split(".")[2] in topics


def test_a_rule_of_its_own_check_begins_like_it() -> None:
    for rule in BOOK.rules.values():
        serves = [other for other in BOOK.rules.values() if other.check == rule.check]
        if len(serves) == 1 and rule.check not in GENERIC:
            assert rule.id.startswith(rule.check)
