"""The example of a package of rules: built, installed and extended, as the documentation says."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.cli.conftest import Factlint

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "house-rules"


def test_the_package_of_the_examples(factlint: Factlint, tmp_path: Path) -> None:
    source = shutil.copytree(EXAMPLE, tmp_path / "source")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist")]
    subprocess.run([*build, str(source)], check=True, capture_output=True)
    [wheel] = (tmp_path / "dist").glob("*.whl")
    site = tmp_path / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    (tmp_path / "a.md").write_text("# The Newsroom\n\nDear Reader, the council adjourned. (MORE)\n")
    (tmp_path / ".factlint.yaml").write_text("extends: [gazette]\nexclude: [source/]\n")
    done = factlint(
        *("check", "--output-format", "concise", "--min-severity", "info"), PYTHONPATH=f"{Path.cwd()}:{site}"
    )
    assert done.stdout == (
        "a.md:3:1: info: “Dear Reader”: our reports do not speak to their readers. [reader-address]\n"
        "a.md:3:37: warning: “(MORE)” is a note between the wire and the desk. [wire-slug]\n"
    )
    tested = factlint("test", "source/gazette_rules/desk/wire-slug.yaml", PYTHONPATH=f"{Path.cwd()}:{site}")
    assert "2 examples of 1 rule, 0 failed." in tested.stderr
