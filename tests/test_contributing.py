"""The worked examples of CONTRIBUTING, followed to the letter in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
_HEAD = re.compile(
    r"^(?P<indent> {4,})# (?P<path>(?:linter|rules)/\S+?)(?:, into (?P<table>\w+))?$", re.MULTILINE
)


def examples() -> Iterator[tuple[str, str, str]]:
    """File, table (or nothing for a file of its own) and text of each example, in their order."""
    page = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for head in _HEAD.finditer(page):
        indent = head["indent"]
        lines = []
        for line in page[head.end() + 1 :].split("\n"):
            if line and not line.startswith(indent):
                break
            lines.append(line.removeprefix(indent))
        yield head["path"], head["table"] or "", "\n".join(lines).strip("\n") + "\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which all examples were followed."""
    copy = tmp_path_factory.mktemp("followed")
    (copy / "docs").mkdir()
    for folder in ("linter", "rules", "scripts"):
        shutil.copytree(TOP / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for path, table, text in examples():
        if table:
            _insert(copy / path, table, text)
        else:
            assert not (copy / path).exists(), f"{path} is there already"
            (copy / path).write_text(text, encoding="utf-8")
    return copy


def _insert(path: Path, table: str, text: str) -> None:
    source = path.read_text(encoding="utf-8")
    assert "\n" not in text.strip()
    made, count = re.subn(rf"^({table}\b.*\{{\n)", rf"\g<1>    {text}", source, count=1, flags=re.MULTILINE)
    assert count == 1, f"{path.name} has no {table}"
    path.write_text(made, encoding="utf-8")


def factlint(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "linter", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_all_five_are_there() -> None:
    paths = [path for path, _, _ in examples()]
    rooms = ("rules/residue/", "linter/topics/structure/", "rules/structure/", "linter/languages/")
    assert all(any(path.startswith(room) for path in paths) for room in rooms)
    assert {"linter/article/gemtext.py", "linter/reporters/counts.py"} < set(paths)


@pytest.mark.parametrize("rule", ["residue/desk-note", "structure/full-stop-in-headline"])
def test_the_rules_hold(project: Path, rule: str) -> None:
    done = factlint(project, "test", f"rules/{rule}.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^[23] examples of 1 rule, 0 failed\.$", done.stderr, re.MULTILINE)


def test_the_check_is_found_by_its_rule(project: Path) -> None:
    (project / "a.md").write_text("# Council pays for a bridge.\n\nIt pays for it.\n", encoding="utf-8")
    done = factlint(
        project,
        "--min-severity",
        "info",
        "--select",
        "full-stop-in-headline",
        "--output-format",
        "concise",
        "a.md",
    )
    assert done.stdout.startswith("a.md:1:28: info: The headline ends with a full stop, behind “bridge")


def test_the_language_speaks(project: Path) -> None:
    before = factlint(project, "test", "--language", "da").stdout
    done = factlint(project, "test", "--language", "linter/languages/fo.yaml")
    assert done.returncode == 0, done.stderr
    assert re.match(r"\S+fo\.yaml: \d+ of \d+ rules speak Faroese\.", done.stdout)
    lacking = {line.partition(":")[0] for line in done.stdout.splitlines()[1:]}
    assert "sum-mismatch" in lacking
    assert "weekday-mismatch" not in lacking
    assert "weekday-mismatch" not in before


def test_the_format_is_read(project: Path) -> None:
    (project / "a.gmi").write_text(
        "# A day\n\n=> b.gmi\nThey met on Monday, 5 March 2024.\n", encoding="utf-8"
    )
    done = factlint(project, "check", "--output-format", "concise", "a.gmi")
    assert done.stdout.startswith("a.gmi:4:13: warning: 5 March 2024 is a Tuesday, not a Monday")


def test_the_report_is_written(project: Path) -> None:
    (project / "b.md").write_text("# A day\n\nThey met on Monday, 5 March 2024 and left.\n", encoding="utf-8")
    done = factlint(project, "check", "--output-format", "counts", "b.md")
    assert done.stdout == "1 weekday-mismatch\n"


def test_what_is_made_of_rules_is_written_anew(project: Path) -> None:
    subprocess.run([sys.executable, project / "scripts" / "renew.py"], check=True)
    made = ("rules/README.md", "linter/data/completion/factlint.bash", "linter/data/needles.json")
    texts = [(project / path).read_text(encoding="utf-8") for path in made]
    assert "full-stop-in-headline" in texts[0]
    assert "desk-note" in texts[1]
    assert "(ENDS" in texts[2] or "(ends" in texts[2]
    assert "desk" in (project / "linter" / "locales" / "factlint.pot").read_text(encoding="utf-8")
