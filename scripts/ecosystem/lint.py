"""One version of factlint over the articles of one repository."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
_MINUTES = 30


class Outcome(NamedTuple):
    """What came of a run."""

    files: int
    findings: list[dict[str, Any]]
    failures: list[str]
    """What could not be judged, and why."""
    seconds: float
    """Processor time of all its processes."""


def unpack(revision: str, folder: Path) -> Path:
    """The program and its rules as they are at a revision of this repository."""
    command = ["git", "archive", "--format=tar", revision, "linter", "rules"]
    archive = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder


def compiled(source: Path) -> Path:
    """The same folder; to compile it is not counted as time of a run."""
    command = [sys.executable, "-m", "compileall", "-q", str(source / "linter")]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return source


def lint(source: Path, checkout: Path, paths: Sequence[str], rules: Sequence[str] = ()) -> Outcome:
    """Lint with the factlint in ``source``: by its rules of these names, or all, and by no settings."""
    chosen = [word for rule in rules or ("all",) for word in ("--select", rule)]
    options = ("--isolated", "--no-cache", "--preview", "--exit-zero", "--quiet", "--output-format", "json")
    # -P: a folder `linter` in the checkout must not be run
    command = [sys.executable, "-P", "-m", "linter", "check", *options, *chosen, "--", *paths]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    before = _seconds()
    try:
        done = subprocess.run(
            command,
            cwd=checkout,
            env={**kept, "PYTHONPATH": str(source), "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_MINUTES * 60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(0, [], [f"did not end in {_MINUTES} minutes"], _seconds() - before)
    seconds = _seconds() - before
    try:
        report = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        return Outcome(0, [], last or [f"ended with {done.returncode} and without a report"], seconds)
    failures = [f"{each['path']}: {each['message']}" for each in report["failures"]]
    return Outcome(report["files"], report["findings"], failures, seconds)


def _seconds() -> float:
    used = os.times()
    return used.children_user + used.children_system
