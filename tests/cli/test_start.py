"""What the command imports: start-up is most of what one article costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from linter.engine.needs import NEEDS
from linter.rules.bind import check_class
from linter.topics import CHECKS

ARTICLE = """---
title: "Council pays for a bridge"
date: 2024-05-04
lang: en
---

On Saturday 4 May 2024 the council of Newtown, led by Anna Nowak, 41, paid 12 percent more than in 2019
for its bridge: 3 million euros, of which 2 million came from the state (see *the plan*).

## What it says

"We are proud", Nowak said. The first bridge fell in 1987, 37 years ago, and 5 of 8 members remember it.
"""
NEVER = {
    *("spacy", "dateparser", "numpy", "babel", "ftfy", "yaml", "markdown_it", "pathspec", "tomllib"),
    *("dataclasses", "inspect", "shutil", "pathlib", "urllib.parse", "difflib", "multiprocessing"),
    *("regex", "logging", "subprocess", "tempfile", "concurrent.futures", "sqlite3", "hmac", "_hashlib"),
    *("argparse", "gettext", "locale", "string", "signal", "typing", "re", "json", "datetime", "fnmatch"),
    "enum",
    *("asyncio", "starlette", "uvicorn", "linter.serve"),
}


AN_ANSWER = {
    *("linter", "linter.__main__", "linter.cli", "linter.cli.main", "linter.cli.again", "linter.hashes"),
    "linter.finders",
    *("linter.engine", "linter.engine.cache", "linter.engine.cache.outcome", "linter.engine.cache.keyed"),
    *("linter.engine.cache.location", "linter.engine.cache.private", "linter.engine.cache.projects"),
    *("linter.engine.cache.signatures", "struct", "_struct", "marshal", "gc", "time", "__future__"),
    *("_blake2", "_sha2", "_sha256"),
}
"""All that it takes to say again what was said."""


def imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that a run of the command imports; those of the start of Python left out."""
    code = (
        "import sys; before = set(sys.modules); from linter import __main__ as command\n"
        "from linter.engine.cache import signatures; signatures._RACE = -(10**18)\n"
        "command._left = lambda code: code\n"
        f"sys.argv = ['factlint', *{arguments!r}]\n"
        "command.main(); print('\\n', *(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_an_article_with_all_that_is_usual(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text(ARTICLE)
    modules = imported_at_last(folder)
    assert "linter.topics.dates.weekday" in modules
    assert not NEVER & modules, NEVER & modules
    others = ("linter.article.html", "linter.article.markup", "linter.article.unpacked", "linter.vale")
    assert not {name for name in modules if name.startswith(others)}


def imported_at_last(folder: Path) -> set[str]:
    """The modules that an article imports of which nothing is known, where rules and patterns are kept."""
    modules: set[str] = set()
    for _ in range(3):  # the first reads rules and the second may compile some pattern
        modules = imported(folder, "--cache-dir", "../cache", "--output-format", "concise", "a.md")
        for path in (folder.parent / "cache").glob("*/*"):
            if not path.name.startswith(("rules-", "patterns")):
                path.unlink()
    return modules


def test_an_article_that_no_rule_of_patterns_is_about(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text(
        "---\nlang: en\ntitle: Rain\n---\n\nIt rained in the hills, and nobody went out.\n"
    )
    modules = imported_at_last(folder)
    assert "linter.topics.structure.truncated_text" in modules
    unwanted = {"linter.topics.residue.pattern", "linter.matching.needles", "regex._regex", "ahocorasick"}
    triggered = {check_class(name).__module__ for name in CHECKS if check_class(name).triggers}
    assert triggered
    idle = {f"linter.topics.{name}" for name in ("suppressions.suppression", "structure.reading_problem")}
    asking = {check_class(name).__module__ for name, need in NEEDS.items() if ":" in need}
    found = (NEVER | unwanted | idle | triggered | asking) & modules
    assert not found, found


def test_what_was_said_is_said_again_by_little(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text(ARTICLE)
    line = ("--cache-dir", "../cache", "--output-format", "concise", ".")
    assert "linter.engine.run" in imported(folder, *line)
    modules = imported(folder, *line)
    assert modules <= AN_ANSWER, modules - AN_ANSWER


def test_nothing_but_the_version(tmp_path: Path) -> None:
    modules = imported(tmp_path, "--version")
    assert not {"argparse", "linter.cli"} & modules


def test_help_reads_no_rules(tmp_path: Path) -> None:
    code = "import sys\nfrom linter.cli.parser import parser\nparser().format_help(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert not {"linter.engine.run", "linter.topics", "linter.rules", "yaml"} & set(done.stdout.split())
