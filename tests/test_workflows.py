"""The workflows: what they run is pinned, and their scripts do what they say."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_actions_are_pinned_by_their_commits(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []


def test_the_image_stands_on_a_pinned_one() -> None:
    used = re.findall(r"^FROM (.*)", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}", each)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_job_says_what_it_may_and_how_long(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert {"permissions", "timeout-minutes"} <= job.keys()


def test_one_commit_stands_for_one_release_of_an_action() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = {
        (name, release): commit for name, commit, release in re.findall(r"uses: (\S+)@(\w+) # (\S+)", text)
    }
    assert len(pins) == len(set(re.findall(r"uses: (\S+)@", text)))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    ids = [item["id"] for item in form.get("body", ()) if item["type"] != "markdown"]
    assert len(set(ids)) == len(ids)
    if path.stem == "false-alarm":
        [sentence] = [item for item in form["body"] if item.get("id") == "sentence"]
        assert sentence["validations"] == {"required": True}


def git(folder: Path, *command: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *command], cwd=folder, check=True
    )


def script(folder: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", f".ci/{name}", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A repository with the scripts and a changelog."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    (tmp_path / "linter").mkdir()
    (tmp_path / "linter" / "__init__.py").write_text('__version__ = "1.2.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## Unreleased\n\n## 1.2.0 (2026)\n\nNew.\n\n## 1.1.0\n\nOld.\n"
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "all")
    return tmp_path


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["docs/a.md"], 0),
        (["linter/a.py"], 1),
        (["rules/dates/a.yaml"], 1),
        (["linter/a.py", "CHANGELOG.md"], 0),
    ],
)
def test_what_users_notice_stands_in_the_changelog(copy: Path, files: list[str], code: int) -> None:
    for name in files:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("changed\n")
    git(copy, "add", "-A")
    git(copy, "commit", "-qm", "change")
    assert script(copy, "changelog", "HEAD~1").returncode == code


@pytest.mark.parametrize(
    ("tag", "version", "said"),
    [
        ("v1.2.0", "1.2.0", "\nNew.\n\n"),
        ("v1.2.1", "1.2.0", "the tag is v1.2.1, the package is 1.2.0\n"),
        ("v1.3.0", "1.3.0", "CHANGELOG.md has no heading for 1.3.0\n"),
    ],
)
def test_tag_package_and_changelog_agree(copy: Path, tag: str, version: str, said: str) -> None:
    (copy / "linter" / "__init__.py").write_text(f'__version__ = "{version}"\n')
    done = script(copy, "version", tag)
    assert (done.stdout or done.stderr) == said
    assert done.returncode == (0 if "New" in said else 1)
