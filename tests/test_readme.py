"""The README shows what the reader will see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_report_of_the_example() -> None:
    command = [sys.executable, "-m", "linter", "check", "--isolated", "--no-cache", "examples/bridge.md"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env={"COLUMNS": "100"})
    shown = README.partition("$ factlint check examples/bridge.md\n")[2].partition("```")[0]
    assert done.stdout.decode("utf-8").rstrip() == shown.rstrip()


def test_links_lead_somewhere() -> None:
    import re

    targets = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
