"""All that is wrong with a configuration is told at once, each fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.run import Linter


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def faults(text: str, name: str = ".factlint.yaml") -> list[str]:
    Path(name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Linter(finder=ConfigFinder()).policies.of(str(Path("a.md").absolute()))
    return [f"{each.line}:{each.column}: {each.message}" for each in caught.value.problems]


LISTED = "; 'factlint rules' lists them"


def test_names_and_parameters() -> None:
    text = (
        "ignore: [weekday-mismtch, names]\nseverity: {nosuch: error}\n"
        "params: {weekday-mismatch: {days: 3}, past-deadline: {x: 1}}\n"
        "overrides:\n  - paths: [a]\n    select: [nothing-here]\n"
    )
    told = faults(text)
    assert told[:3] == [
        "1:10: no rule or topic 'weekday-mismtch'; did you mean 'weekday-mismatch'?",
        f"2:12: no rule or topic 'nosuch'{LISTED}",
        f"6:14: no rule or topic 'nothing-here'{LISTED}",
    ]
    assert ["unknown key 'days'" in told[3], "unknown key 'x'" in told[4]] == [True, True]
    assert len(told) == 5


def test_names_beside_other_faults() -> None:
    assert faults("fail-on: soon\nignore: [nosuch]\nselct: [a]\n") == [
        "1:10: fail-on: expected one of error, warning, info, never, found 'soon'",
        "3:1: unknown key 'selct'; did you mean 'select'?",
        f"2:10: no rule or topic 'nosuch'{LISTED}",
    ]


@pytest.mark.parametrize("more", ["rules: [nowhere]\n", "rules: 3\n", "extends: [./nowhere]\n"])
def test_a_name_may_be_that_of_a_rule_that_cannot_be_read(more: str) -> None:
    assert not [told for told in faults("fail-on: soon\nignore: [ours]\n" + more) if "'ours'" in told]


def test_names_of_own_rules_are_known_then_too() -> None:
    Path("ours").mkdir()
    rule = (
        "check: pattern\nseverity: info\nmessage: m\nrationale: r\nparams: {patterns: [a]}\n"
        "examples: {bad: [{text: <<a>>}], good: [{text: b}]}\n"
    )
    Path("ours", "own-rule.yaml").write_text(rule, encoding="utf-8")
    assert faults("rules: [ours]\nfail-on: soon\nignore: [own-rule, other]\n")[1:] == [
        f"3:20: no rule or topic 'other'{LISTED}"
    ]


@pytest.mark.parametrize("outside", ["/", "..", "https://example.org/rules"])
def test_rules_outside_of_the_project_are_not_looked_at(
    outside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.rules.load.load_rules", None)
    told = faults(f"rules: ['{outside}']\nignore: [nosuch]\n")
    assert len(told) == 1
    assert told[0].startswith("1:9: rules: ")


def test_in_pyproject_they_have_no_place() -> None:
    assert faults('[tool.factlint]\nignore = ["nosuch", "other"]\n', "pyproject.toml") == [
        f"0:0: no rule or topic 'nosuch'{LISTED}",
        f"0:0: no rule or topic 'other'{LISTED}",
    ]
