"""The other subcommands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from linter import __version__
from linter.cli.main import run
from linter.rules.load import builtin_folder
from linter.rules.select import OTHER_PROFILE
from linter.site import page_of_rule
from tests.cli.conftest import Factlint


def test_version(factlint: Factlint) -> None:
    assert factlint("--version").stdout == f"factlint {__version__}\n"


def test_explain(factlint: Factlint) -> None:
    out = factlint("explain", "placeholder-date").stdout
    for part in (
        "# placeholder-date",
        "`check: pattern`",
        "## Reported",
        "## Left alone",
        "factlint-disable-next-line placeholder-date",
    ):
        assert part in out


def test_where_a_rule_is_explained(factlint: Factlint, tmp_path: Path) -> None:
    own_rule(tmp_path, RULE + "references: ['https://example.org/style#slugs']\n")
    (tmp_path / "b.md").write_text("# A meeting\n\nThey met in April 20XX.\n")
    report = json.loads(factlint("check", "--output-format", "rdjson").stdout)
    assert [each["code"].get("url") for each in report["diagnostics"]] == [
        "https://example.org/style#slugs",
        page_of_rule("placeholder-date"),
    ]
    assert f"See {page_of_rule('placeholder-date')}\n" in factlint("explain", "placeholder-date").stdout


def test_explain_says_what_parameters_mean(factlint: Factlint, tmp_path: Path) -> None:
    own_rule(tmp_path, RULE)
    out = factlint("explain", "wire-slug").stdout
    assert (
        "- `ignore-case`: –\n  Whether capitals and small letters are the same. Where it is not said" in out
    )
    assert "Whether capitals" not in factlint("explain", "wire-slug", LC_ALL="fr_FR.UTF-8").stdout


def test_explain_of_an_unknown_rule(factlint: Factlint) -> None:
    done = factlint("explain", "placeholder-dates")
    assert done.returncode == 2
    assert done.stderr == "error: no rule 'placeholder-dates'; did you mean 'placeholder-date'?\n"
    done = factlint("explain", "nonsense")
    assert done.stderr == "error: no rule 'nonsense'; 'factlint rules' lists them\n"


def test_rules(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / ".factlint.yaml").write_text("severity: {placeholder-date: off, foreign-word: info}\n")
    rules = {rule["id"]: rule for rule in json.loads(factlint("rules", "--json").stdout)}
    assert rules["placeholder-date"]["on"] is False
    assert (rules["foreign-word"]["on"], rules["foreign-word"]["severity"]) == (True, "info")
    assert "foreign-word" in factlint("rules").stdout


RULE = """\
check: pattern
severity: warning
message: "'{text}' is a note to the desk."
rationale: Nobody should print it.
params: {patterns: ['\\(MORE\\)']}
examples:
  bad: [{lang: en, text: "The council adjourned. <<(MORE)>>"}]
  good: [{lang: en, text: "The council (more than half of it) adjourned."}]
"""


def test_own_rules_run_and_are_tested(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "wire-slug.yaml").write_text(RULE)
    (tmp_path / ".factlint.yaml").write_text("rules: [ours]\n")
    (tmp_path / "a.md").write_text("# The council\n\nThe council adjourned. (MORE)\n")
    assert factlint("test", "wire-slug").returncode == 0
    assert factlint("test", "ours/wire-slug.yaml").returncode == 0
    assert factlint("check", "--output-format", "concise").stdout == (
        "a.md:3:24: warning: '(MORE)' is a note to the desk. [wire-slug]\n"
    )


def own_rule(folder: Path, text: str, settings: str = "") -> None:
    """A rule of one's own, with an article that it speaks of."""
    (folder / "ours").mkdir()
    (folder / "ours" / "wire-slug.yaml").write_text(text)
    (folder / ".factlint.yaml").write_text(f"rules: [ours]\n{settings}")
    (folder / "a.md").write_text("# The council\n\nThe council adjourned. (MORE)\n")


def test_an_own_rule_that_is_an_info_runs(factlint: Factlint, tmp_path: Path) -> None:
    own_rule(tmp_path, RULE.replace("warning", "info"))
    done = factlint("check", "--output-format", "concise", "--min-severity", "info")
    assert done.stdout == "a.md:3:24: info: '(MORE)' is a note to the desk. [wire-slug]\n"
    assert factlint("check", "--output-format", "concise").stdout == ""
    assert "here: an info is shown in editors, in machine formats" in factlint("test", "wire-slug").stderr


@pytest.mark.parametrize(
    ("rule", "settings", "why"),
    [
        (RULE + "status: preview\n", "", "its status is preview ('extend-select: [wire-slug]' turns it on)"),
        (RULE + "profile: data\n", "", f"{OTHER_PROFILE} ('profiles: [data]' turns it on)"),
        (RULE, "ignore: [ours]\n", "'ignore' or 'severity' turns it off"),
        (RULE, "severity: {wire-slug: off}\n", "'ignore' or 'severity' turns it off"),
        (RULE, "select: [dates]\n", "'select' names other rules"),
        (RULE, "min-severity: error\n", "'min-severity' is above its warning"),
    ],
)
def test_of_a_silent_rule_is_said_why(
    factlint: Factlint, tmp_path: Path, rule: str, settings: str, why: str
) -> None:
    own_rule(tmp_path, rule, settings)
    assert factlint("check", "--output-format", "concise").stdout == ""
    done = factlint("test", "ours/wire-slug.yaml")
    assert done.returncode == 0
    assert f"wire-slug: 'factlint check' does not report it here: {why}.\n" in done.stderr


def test_without_names_own_rules_are_tested(factlint: Factlint, tmp_path: Path) -> None:
    own_rule(tmp_path, RULE)
    assert factlint("test").stderr == "2 examples of 1 rule, 0 failed.\n"


def test_examples_that_come_with_factlint_are_not_held_against_own_rules(
    factlint: Factlint, tmp_path: Path
) -> None:
    own_rule(tmp_path, RULE.replace(r"\(MORE\)", r"\w{3,}"))
    assert factlint("test", "weekday-mismatch").returncode == 0
    assert factlint("test").returncode == 1


@pytest.mark.parametrize("options", [["--all"], []])
def test_all_rules_are_tested(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tested: list[str] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("linter.cli.test.cases", lambda rules: tested.extend(rule.id for rule in rules) or [])
    if options:
        own_rule(tmp_path, RULE)
    assert run(["test", *options]) == 0
    assert {"weekday-mismatch", "merge-conflict"} <= set(tested)
    assert ("wire-slug" in tested) is bool(options)


def test_all_is_all(factlint: Factlint) -> None:
    assert "not allowed with argument --all" in factlint("test", "--all", "weekday-mismatch").stderr


def test_with_all_only_own_rules_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own_rule(tmp_path, RULE + "status: preview\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("linter.cli.test.cases", lambda rules: [])  # all of them take a minute
    assert run(["test", "--all"]) == 0
    assert [line for line in capsys.readouterr().err.splitlines() if "does not report" in line] == [
        "wire-slug: 'factlint check' does not report it here: its status is preview "
        "('extend-select: [wire-slug]' turns it on)."
    ]


def test_a_rule_file_outside_of_the_configuration_is_silent(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "wire-slug.yaml").write_text(RULE)
    done = factlint("test", "wire-slug.yaml")
    assert "here: no folder in 'rules' of the configuration has it.\n" in done.stderr


def test_a_rule_that_some_paths_select_is_not_silent(factlint: Factlint, tmp_path: Path) -> None:
    override = "overrides: [{paths: [blog/], select: [wire-slug]}]\n"
    own_rule(tmp_path, RULE + "status: preview\n", override)
    assert "does not report" not in factlint("test", "wire-slug").stderr


@pytest.mark.parametrize(
    ("settings", "options"),
    [
        ("", ["--profile", "science", "--profile", "data"]),
        ("profiles: [data]\n", []),
        ("overrides: [{paths: ['*.md'], profiles: [data]}]\n", []),
    ],
)
def test_a_rule_of_a_profile_runs_with_it(
    factlint: Factlint, tmp_path: Path, settings: str, options: list[str]
) -> None:
    own_rule(tmp_path, RULE + "profile: data\n", settings)
    assert "[wire-slug]" in factlint("check", "--output-format", "concise", *options).stdout
    assert factlint("check", "--profile", "date").returncode == 2
    assert ("does not report" in factlint("test", "wire-slug").stderr) is bool(options)


def test_a_failing_example_is_shown(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "wire-slug.yaml").write_text(RULE.replace("adjourned. <<(MORE)>>", "adjourned. <<(ENDS)>>"))
    done = factlint("test", "wire-slug.yaml")
    assert done.returncode == 1
    assert "wire-slug bad[1]: does not report '(ENDS)' at 5:24" in done.stdout


def test_a_broken_rule_file_is_shown(factlint: Factlint, tmp_path: Path) -> None:
    (tmp_path / "wire-slug.yaml").write_text(RULE.replace("{text}", "{txt}"))
    done = factlint("test", "wire-slug.yaml")
    assert done.returncode == 2
    assert "wire-slug.yaml:3:10: message: unknown field {txt}; did you mean 'text'?" in done.stderr


def test_schemas_are_fresh(factlint: Factlint, golden: Callable[[Path, str], None]) -> None:
    golden(builtin_folder() / "rule.schema.json", factlint("schema", "rule").stdout)
    assert "select" in json.loads(factlint("schema", "config").stdout)["properties"]


def test_the_list_of_rules_is_fresh(factlint: Factlint, golden: Callable[[Path, str], None]) -> None:
    golden(builtin_folder() / "README.md", factlint("rules", "--markdown").stdout)
