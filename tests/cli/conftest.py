"""The command line as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Result = subprocess.CompletedProcess[str]
Factlint = Callable[..., Result]


@pytest.fixture
def factlint(tmp_path: Path) -> Factlint:
    """Runs the command in an empty folder; the folder is ``tmp_path``."""

    def run(*args: str, stdin: str | bytes | None = None, **env: str) -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "linter", *args],
            cwd=tmp_path,
            input=data,
            capture_output=True,
            env={**os.environ, **env},
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    (tmp_path / ".git").mkdir()
    return run
