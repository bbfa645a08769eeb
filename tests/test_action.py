"""The GitHub action and the hooks, with names and folders that a stranger chose."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
STEPS: list[dict[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"][
    "steps"
]


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for PATH: this Python, and a factlint that says how it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (folder / "factlint").write_text('#!/bin/sh\nprintf "<%s>\\n" "$@"\n')
    for tool in folder.iterdir():
        tool.chmod(0o755)
    return folder


def run(step: dict[str, Any], folder: Path, tools: Path, **env: str) -> subprocess.CompletedProcess[str]:
    script = folder.parent / "step.sh"
    script.write_text(step["run"])
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder,
        env={**os.environ, "PATH": path, **env},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with modules in it that Python would find first."""
    folder = tmp_path / "checkout"
    for name in ("pip", "shlex", "os", "linter"):
        (folder / name).mkdir(parents=True)
        for file in ("__init__.py", "__main__.py"):
            (folder / name / file).write_text("open('../stolen', 'w')\n")
    return folder


def test_nothing_of_the_checkout_is_run(checkout: Path, tools: Path) -> None:
    for step in STEPS:
        if "run" in step:
            run(step, checkout, tools, EXTRA="", GITHUB_ACTION_PATH="/nowhere", ARGS="-q", PATHS="a.md")
    assert not (checkout.parent / "stolen").exists()
    install = next(step for step in STEPS if "pip install" in step.get("run", ""))
    assert install["working-directory"] == "${{ github.action_path }}"


@pytest.mark.parametrize(
    ("args", "paths", "called"),
    [
        ("", ".", ["--", "."]),
        (
            "--fail-on error\n--preview",
            "a.md\nb c.md\n",
            ["--fail-on", "error", "--preview", "--", "a.md", "b c.md"],
        ),
        ("--select 'a b' \"--ignore=$HOME *\"", "*", ["--select", "a b", "--ignore=$HOME *", "--", "*"]),
        ("", "--fix\n$(touch ../stolen)\n`id`\n;id", ["--", "--fix", "$(touch ../stolen)", "`id`", ";id"]),
    ],
)
def test_inputs_are_words_and_lines(
    checkout: Path, tools: Path, args: str, paths: str, called: list[str]
) -> None:
    done = run(STEPS[-1], checkout, tools, ARGS=args, PATHS=paths)
    expected = ["check", "--output-format", "github", *called]
    assert (done.returncode, done.stdout.splitlines()) == (0, [f"<{word}>" for word in expected])
    assert not (checkout.parent / "stolen").exists()


def test_an_open_quotation_mark_ends_the_step(checkout: Path, tools: Path) -> None:
    assert run(STEPS[-1], checkout, tools, ARGS="'", PATHS=".").returncode != 0


def test_other_actions_are_pinned_and_no_input_stands_in_a_script() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert used
    for action in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", action)
    for step in STEPS:
        assert "${{" not in step.get("run", "")


def test_names_come_behind_the_dashes_in_hooks() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [(hook["entry"].split()[:2], hook["args"]) for hook in hooks] == [
        (["factlint", "check"], ["--"])
    ] * 3
