"""A project with a style of its own, written for each test."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.engine.config_files import ConfigFinder
from linter.engine.run import Linter
from linter.finding import FileReport


class StyleProject:
    """A folder with ``.vale.ini``, styles, and articles."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write(".factlint.yaml", "vale: [.vale.ini]\nselect: [unused-suppression]\n")
        self.write(".vale.ini", "StylesPath = styles\n[*.md]\nBasedOnStyles = House\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")

    def rule(self, name: str, text: str) -> None:
        style, _, rule = name.partition(".")
        self.write(f"styles/{style}/{rule.replace('.', '/')}.yml", text)

    def linter(self) -> Linter:
        return Linter(finder=ConfigFinder(str(self.root / ".factlint.yaml")))

    def report(self, text: str, name: str = "a.md") -> FileReport:
        return self.linter().lint_source(textwrap.dedent(text), str(self.root / name))

    def found(self, text: str, name: str = "a.md") -> list[tuple[str, str]]:
        """Rule and text of each finding."""
        report = self.report(text, name)
        assert not report.failures
        return [(finding.rule, finding.text) for finding in report.findings]


@pytest.fixture
def project(tmp_path: Path) -> StyleProject:
    return StyleProject(tmp_path)


@pytest.fixture
def texts(project: StyleProject) -> Callable[[str, str], list[str]]:
    """The texts that one rule of the style reports."""

    def reported(rule: str, text: str) -> list[str]:
        project.rule("House.Rule", rule)
        return [found for _, found in project.found(text)]

    return reported
