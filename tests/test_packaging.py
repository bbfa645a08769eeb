"""What people install: the wheel in an empty environment, and the pre-commit hooks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from linter.topics.names.nlp import advice

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = (
    *("linter", "factlint", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"),
    "scripts/bundle_modules.py",
)
ARTICLE = "# A meeting in Paris\n\nThey met in April 20XX in Paris.\n"


def run(*command: str | Path, cwd: Path, check: bool = True, **env: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module", autouse=True)
def _another_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What pip, virtualenv and git keep in a home, and what they find there, is not the user's."""
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, home)
        patch.delenv("PYTHONPATH", raising=False)  # only what is installed counts
        yield


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is shipped, as a repository of its own."""
    folder = tmp_path_factory.mktemp("factlint")
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(source, folder / name)
    repository(folder)
    return folder


def repository(folder: Path) -> None:
    run("git", "init", "-q", cwd=folder)
    run("git", "add", "-A", cwd=folder)
    run("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "all", cwd=folder)


def test_the_wheel_works_in_an_empty_environment(project: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=project)
    wheel = next(tmp_path.glob("*.whl"))
    venv.create(tmp_path / "env", with_pip=False, symlinks=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--no-index", "--no-deps", "-q", wheel, cwd=tmp_path)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).stdout
    dependencies = Path(site.strip()) / "dependencies.pth"  # a path file is not followed from there
    dependencies.write_text(sysconfig.get_path("purelib"))
    (tmp_path / "a.md").write_text(ARTICLE)
    command = python.with_name("factlint")
    done = run(command, "check", "--output-format", "concise", "a.md", cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("a.md:3:13: error: ")
    where = run(python, "-c", "import linter; print(linter.__file__)", cwd=tmp_path).stdout
    assert where.startswith(str(tmp_path))
    module = run(python, "-m", "factlint", "--version", cwd=tmp_path).stdout
    found = run(python, "-c", "import factlint; print(factlint.check('In April 20XX.'))", cwd=tmp_path).stdout
    assert module.startswith("factlint ")
    assert "placeholder-date" in found
    assert (Path(site.strip()) / "factlint" / "py.typed").is_file()
    assert run(command, "test", cwd=tmp_path).stderr.rstrip().endswith("0 failed.")
    licence = run(
        python,
        "-c",
        "import importlib.metadata as m; print(m.metadata('factlint')['License-Expression'])",
        cwd=tmp_path,
    )
    assert {"MIT", "CC-BY-SA-4.0", "ODbL-1.0"} <= set(licence.stdout.strip().split(" AND "))


def test_the_hook_with_spacy_names_the_model_that_is_advised() -> None:
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hooks = {hook["id"]: hook for hook in listed}
    light, nlp = hooks["factlint"], hooks["factlint-nlp"]
    spacy, model = map(Requirement, nlp["additional_dependencies"])
    assert "additional_dependencies" not in light
    advised = advice("en") or (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"spacy download {model.name}" in advised
    version = re.search(r"-(\d+\.\d+\.\d+)-py3-none-any\.whl$", model.url or "")
    assert version is not None
    assert version[1] in spacy.specifier


def test_the_pre_commit_hook(project: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.md").write_text(ARTICLE)
    (articles / "b.md").write_text(ARTICLE.replace("20XX", "2024"))
    (articles / "code.py").write_text("# April 20XX\n")
    repository(articles)
    offline = {
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_COMPILE": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this variable the wrong way round
    }
    command = (
        sys.executable,
        "-m",
        "pre_commit",
        "try-repo",
        project,
        "factlint",
        "--all-files",
        "--verbose",
    )
    done = run(*command, cwd=articles, check=False, **offline)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.md:3:13" in done.stdout
    assert "b.md" not in done.stdout
    assert "1 finding (1 error) in 1 of 2 files." in done.stdout
