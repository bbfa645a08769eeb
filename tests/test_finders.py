"""Modules found and read sooner: what they say of themselves, and that a changed source comes first."""

from __future__ import annotations

import importlib.util
import os
import py_compile
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.bundle_modules import bundle

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "# A meeting in Paris\n\nThe members met in April 20XX, and on Monday 4 May 2024.\n"
BY = "import sys\nfrom linter import finders\nfinders.use()\n"

pytestmark = pytest.mark.skipif(not hasattr(os, "pread"), reason="without it all is imported as ever")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The package as pip leaves it, with the bundle beside the modules."""
    package = tmp_path / "site" / "linter"
    package.mkdir(parents=True)
    for each in (ROOT / "linter").iterdir():
        if each.name in ("data", "locales"):
            (package / each.name).symlink_to(each)
        elif each.is_dir():
            shutil.copytree(each, package / each.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(each, package)
    shutil.copytree(ROOT / "rules", package / "_rules")
    (package / "modules.bin").write_bytes(bundle(package))
    (tmp_path / "a.md").write_text(ARTICLE)
    return package.parent


@pytest.fixture
def beside(site: Path) -> Path:
    """The same without the bundle, compiled."""
    (site / "linter" / "modules.bin").unlink()
    python(site, "-c", "import linter.text, linter.engine")
    return site


def python(site: Path, *arguments: str) -> str:
    """What it says there, with none of the settings that tell Python elsewhere where its bytecode goes."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=site.parent,
        env={**environment, "PYTHONPATH": str(site), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def ways(site: Path, *modules: str) -> list[bool]:
    """Whether each module comes from the bundle."""
    code = f"{BY}for name in {modules!r}: __import__(name); print(sys.modules[name].__cached__)"
    return [line.endswith("modules.bin") for line in python(site, "-c", code).splitlines()]


def test_the_same_findings(site: Path) -> None:
    line = ("-m", "linter", "check", "--no-cache", "--output-format", "concise", "a.md")
    found = python(site, *line)
    (site / "linter" / "modules.bin").unlink()
    assert "a.md:3:20: error" in found
    assert "weekday-mismatch" in found
    assert python(site, *line) == found


def test_the_command_takes_its_modules_from_there(site: Path) -> None:
    code = (
        "import sys\nfrom linter import __main__ as command\ncommand._left = lambda code: code\n"
        "sys.argv = ['factlint', '--no-cache', '--output-format', 'concise', 'a.md']\ncommand.main()\n"
        "others = {name for name in sys.modules if name.startswith('linter.')}\n"
        "others = {each for each in others if not sys.modules[each].__cached__.endswith('modules.bin')}\n"
        "print(*sorted(others))"
    )
    assert "\nlinter.__main__ linter.finders\n" in python(site, "-c", code)


def test_what_an_article_takes_is_read_at_once(site: Path) -> None:
    """Nearly all of it, and hardly anything else."""
    code = (
        "import sys\nfrom linter import __main__ as command\ncommand._left = lambda code: code\n"
        "sys.argv = ['factlint', '--cache-dir', '../cache', '--output-format', 'concise', sys.argv[1]]\n"
        "command.main()\nbundle = sys.meta_path[0]\nprint('unused', *bundle.together)\n"
        "print('alone', *(name for name in bundle.index if bundle.index[name][0] and name in sys.modules))"
    )
    told = ""
    for number in range(3):  # the first reads rules and the second may compile some pattern
        (site.parent / f"{number}.md").write_text(f"{ARTICLE}\nThere are {number + 2} of them.\n")
        told = python(site, "-c", code, f"{number}.md")
    said = dict(line.split(" ", 1) for line in told.splitlines() if line.startswith(("unused ", "alone ")))
    assert len(said["unused"].split()) < 25, said
    assert len(said["alone"].split()) < 40, said


def test_a_changed_source_comes_first(site: Path) -> None:
    longer, same, newer = (site / "linter" / name for name in ("text.py", "finding.py", "check.py"))
    longer.write_text(longer.read_text() + "CHANGED = 1\n")
    same.write_text(same.read_text())
    at = os.stat(newer).st_mtime + 3600
    os.utime(newer, (at, at))
    assert ways(site, "linter.text", "linter.finding", "linter.check", "linter.engine") == [
        *(False, True),
        *(False, True),
    ]
    assert python(site, "-c", f"{BY}from linter.text import CHANGED; print(CHANGED)") == "1\n"


def test_a_module_that_is_gone_is_gone(site: Path) -> None:
    (site / "linter" / "stopwatch.py").unlink()
    assert "ModuleNotFoundError" in python(site, "-c", f"{BY}import linter.stopwatch")


@pytest.mark.parametrize("fault", ["another Python", "cut short", "empty"])
def test_a_bundle_that_is_not_for_this_python(site: Path, fault: str) -> None:
    place = site / "linter" / "modules.bin"
    data = place.read_bytes()
    place.write_bytes({"another Python": b"\0\0\r\n" + data[4:], "cut short": data[:-1], "empty": b""}[fault])
    assert ways(site, "linter.text") == [False]


def test_without_assertions_code_is_other_code(site: Path) -> None:
    code = f"{BY}import linter.text; print(linter.text.__cached__)"
    assert "opt-1" in python(site, "-O", "-c", code)


def test_places_and_sources(site: Path) -> None:
    code = (
        f"{BY}import inspect, traceback, importlib.resources\nfrom linter import text, engine\n"
        "print(text.__file__, engine.__path__, text.Span.__module__)\n"
        "print(inspect.getsource(text).splitlines()[0])\n"
        "print((importlib.resources.files('linter.languages') / 'fr.yaml').is_file())\n"
        "from linter.yaml_tree import read_tree\n"
        "try: read_tree('a: [')\nexcept Exception: traceback.print_exc()\n"
    )
    told = python(site, "-c", code)
    package = site / "linter"
    first, line, there, *trace = told.splitlines()
    assert first == f"{package / 'text.py'} ['{package / 'engine'}'] linter.text"
    assert line == (package / "text.py").read_text().splitlines()[0]
    assert there == "True"
    place = f'File "{package / "yaml_tree.py"}", line'
    assert [below.strip() for above, below in pairwise(trace) if place in above][-1].startswith(
        "raise NotYaml("
    )


def by(site: Path, module: str = "linter.text") -> str:
    """What a module says of its source, of what was compiled of it, and if that has what a test wrote."""
    code = (
        f"{BY}import importlib\nmodule = importlib.import_module({module!r})\n"
        "finders._FromBytecode.get_data = finders.SourceFileLoader.source_to_code = None\n"
        "print(type(module.__loader__).__name__, module.__file__, module.__cached__)"
        "\nprint(getattr(module, 'CHANGED', ''))"
    )
    return python(site, "-c", code)


def test_modules_beside_their_sources(beside: Path) -> None:
    tag = f"{sys.implementation.cache_tag}.pyc"
    for module, place in (("linter.text", "text"), ("linter.engine", "engine/__init__")):
        source = beside / "linter" / f"{place}.py"
        cached = source.parent / "__pycache__" / f"{source.stem}.{tag}"
        assert by(beside, module) == f"_FromBytecode {source} {cached}\n\n"


def test_bytecode_is_believed_as_python_believes_it(beside: Path) -> None:
    source = beside / "linter" / "text.py"
    cached = Path(importlib.util.cache_from_source(str(source)))
    before = source.stat()
    source.write_text(source.read_text() + "CHANGED = 1\n")
    assert by(beside).endswith("\n1\n")
    assert cached.read_bytes()[12:16] == source.stat().st_size.to_bytes(4, "little")
    source.write_text(source.read_text().replace("CHANGED = 1", "CHANGED = 2"))
    os.utime(source, (before.st_atime, before.st_mtime + 10))
    assert by(beside).endswith("\n2\n")
    cached.unlink()
    assert by(beside).endswith("\n2\n")
    assert cached.is_file()
    py_compile.compile(str(source), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    source.write_text(source.read_text().replace("CHANGED = 2", "CHANGED = 3"))
    assert by(beside).endswith("\n2\n")


def test_bytecode_is_taken_without_a_search(beside: Path) -> None:
    code = (
        f"{BY}finders._FromBytecode.get_data = finders._FromBytecode.path_stats = None\n"
        "from linter import text, engine; print('taken')"
    )
    assert python(beside, "-c", code) == "taken\n"


def test_bytecode_that_is_kept_elsewhere(beside: Path) -> None:
    code = f"{BY}import linter.text; print(linter.text.__cached__)"
    told = python(beside, "-X", f"pycache_prefix={beside.parent / 'elsewhere'}", "-c", code)
    assert told.startswith(str(beside.parent / "elsewhere"))
