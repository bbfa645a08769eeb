"""What completes the command in a shell."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cli import COMMANDS
from linter.cli.completion import SHELLS, script_path
from scripts.build_completion import script
from tests.cli.conftest import Factlint


@pytest.mark.parametrize("shell", SHELLS)
def test_the_scripts_know_the_options_of_today(shell: str, golden: Callable[[Path, str], None]) -> None:
    golden(Path(script_path(shell)), script(shell))


@pytest.mark.parametrize("shell", SHELLS)
def test_they_are_printed(factlint: Factlint, shell: str) -> None:
    done = factlint("completion", shell)
    assert (done.returncode, done.stdout) == (0, Path(script_path(shell)).read_text(encoding="utf-8"))


def test_another_shell(factlint: Factlint) -> None:
    assert factlint("completion", "tcsh").returncode == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("ex",), {"explain"}),
        (("",), set(COMMANDS)),
        (("explain", "weekd"), {"weekday-mismatch"}),
        (("check", "--output-f"), {"--output-format"}),
        (("schema", "r"), {"rule"}),
    ],
)
def test_what_bash_makes_of_it(words: tuple[str, ...], found: set[str]) -> None:
    bash = shutil.which("bash")
    assert bash
    asked = " ".join(f"'{word}'" for word in ("factlint", *words))
    lines = (
        f"source '{script_path('bash')}'",
        f"COMP_WORDS=({asked}); COMP_CWORD={len(words)}; _shtab_factlint",
        'printf "%s\\n" "${COMPREPLY[@]}"',
    )
    done = subprocess.run(
        [bash, "--norc", "-c", "; ".join(lines)], capture_output=True, text=True, check=True
    )
    assert found <= set(done.stdout.split())
    assert all(each.startswith(words[-1]) for each in done.stdout.split())
