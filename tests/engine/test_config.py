"""Finding, reading and merging configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.config import Project, merged
from linter.engine.config_files import ConfigError, ConfigFinder, read_config


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_configuration_upwards_counts(tmp_path: Path) -> None:
    top = write(tmp_path / ".factlint.yaml", "ignore: [dates]\n")
    near = write(tmp_path / "blog" / ".factlint.yaml", "ignore: [names]\n")
    finder = ConfigFinder()
    assert finder.of(str(tmp_path / "news" / "a.md")).path == str(top)
    assert finder.of(str(tmp_path / "blog" / "2024" / "a.md")).path == str(near)


def test_the_search_ends_at_the_top_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path / ".factlint.yaml", "ignore: [dates]\n")
    (tmp_path / "site" / ".git").mkdir(parents=True)
    assert ConfigFinder().of(str(tmp_path / "site" / "a.md")).path == ""


def test_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    top = write(tmp_path / ".factlint.yaml", "")
    write(tmp_path / "docs" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert ConfigFinder().of(str(tmp_path / "docs" / "a.md")).path == str(top)


def test_pyproject(tmp_path: Path) -> None:
    path = write(
        tmp_path / "pyproject.toml",
        '[tool.factlint]\nfail-on = "error"\npreview = true\nseverity = {foreign-word = "off"}\n',
    )
    config = read_config(str(path)).config
    assert (config.fail_on, config.preview, config.severity) == ("error", True, {"foreign-word": "off"})


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (".factlint.yaml", "\nselct: [a]\n", ":2:1: unknown key 'selct'; did you mean 'select'?"),
        (".factlint.yaml", "fail-on: warn\n", ":1:10: fail-on: expected one of error, warning, info, never"),
        (".factlint.yaml", "a: [\n", ":2:1: not valid YAML: "),
        (
            ".factlint.yaml",
            "time-limit: -1\n",
            ":1:13: time-limit: expected a whole number, 0 or more, found '-1'",
        ),
        (
            "pyproject.toml",
            "[x]\n[tool.factlint]\nselect = 3\n",
            ":2:1: tool.factlint.select: expected a list",
        ),
        ("pyproject.toml", "[tool.factlint]\nselect = \n", ": not valid TOML: "),
    ],
)
def test_problems_have_a_place(tmp_path: Path, name: str, text: str, expected: str) -> None:
    path = write(tmp_path / name, text)
    with pytest.raises(ConfigError) as caught:
        ConfigFinder().of(str(tmp_path / "a.md"))
    assert str(caught.value).startswith(str(path) + expected)


@pytest.mark.parametrize("target", [".factlint.yaml", "nowhere.yaml"])
def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path, target: str) -> None:
    (tmp_path / ".factlint.yaml").symlink_to(target)
    with pytest.raises(ConfigError, match="cannot be read: "):
        ConfigFinder().of(str(tmp_path / "a.md"))


def test_a_missing_configuration_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        ConfigFinder(str(tmp_path / "none.yaml"))


def test_overrides_by_path(tmp_path: Path) -> None:
    path = write(
        tmp_path / ".factlint.yaml",
        """
ignore: [a]
severity: {b: error}
overrides:
  - paths: [blog/]
    ignore: [c]
    severity: {b: info}
  - paths: ["*.draft.md", "!final.draft.md"]
    select: [d]
""",
    )
    project: Project = read_config(str(path))
    assert project.overrides_of(str(tmp_path / "news" / "a.md")) == ()
    assert project.overrides_of(str(tmp_path / "blog" / "x" / "a.draft.md")) == (0, 1)
    assert project.overrides_of(str(tmp_path / "final.draft.md")) == ()
    config = merged(project.config, project.config.overrides[0])
    assert (config.ignore, config.severity) == (("a", "c"), {"b": "info"})
    assert merged(config, config.overrides[1]).extend_select == ("d",)


def test_isolated_reads_nothing(tmp_path: Path) -> None:
    write(tmp_path / ".factlint.yaml", "nonsense: [")
    assert ConfigFinder(isolated=True).of(str(tmp_path / "a.md")).path == ""
