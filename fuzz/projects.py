"""The files beside the articles: settings, rules, styles, bibles, names; each by the command line."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from fuzz import seeds
from fuzz.cache import OneCode
from fuzz.target import Target, no_fault, require
from linter.cli.main import run
from linter.reporters.visible import visible
from linter.text import decoded

ARTICLE = (
    "---\nlang: en\n---\n\n# Anna Novack and the euros of April 20XX\n\nAnna Nowak, 41, left the the room "
    "later. The NATO advisor and minister, Anna Nowak, quit: prices rose by "
    "10 percent, from 100 to 150 euros. (MORE)\n\n"
    "Nordbahn has a staff of 13,000. An adviser of Porto Amelia in Norway met Ana Nowak.\n"
)
Files = Mapping[str, str | None]
"""Files by name; nothing for one that is not there."""
BASE = {
    ".factlint.yaml": (
        "rules: [rules]\nvale: [.vale.ini]\nfacts: [facts.yaml]\nextend-select: [Own, own]\npreview: true\n"
    ),
    ".gitignore": "*.tmp\n",
    ".vale.ini": "StylesPath = styles\nVocab = Own\n[*.md]\nBasedOnStyles = House\n",
    "styles/House/Base.yml": seeds.texts("style")[0],
    "styles/config/vocabularies/Own/accept.txt": "Nordbahn\n",
    "rules/own.yaml": seeds.texts("rule")[0],
    "facts.yaml": seeds.texts("bible")[0],
    "known.json": seeds.texts("baseline")[0],
    "a.md": ARTICLE,
    "drafts/b.md": "# B\n\nIn April 20XX the the end.\n",
}
"""A project in which everything is right."""


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


def targets(folder: Path) -> dict[str, Target]:
    """A target for each kind of file."""
    kinds: dict[str, tuple[str, Files]] = {
        "config": (".factlint.yaml", {}),
        "pyproject": ("pyproject.toml", {".factlint.yaml": None}),
        "rule": ("rules/own.yaml", {}),
        "style": ("styles/House/Rule.yml", {}),
        "vale-ini": (".vale.ini", {}),
        "vocabulary": ("styles/config/vocabularies/Own/accept.txt", {}),
        "bible": ("facts.yaml", {}),
        "baseline": ("known.json", {".factlint.yaml": f"{BASE['.factlint.yaml']}baseline: known.json\n"}),
        "ignore": (".gitignore", {}),
    }
    made = {}
    for kind, (name, others) in kinds.items():
        texts = seeds.texts(kind) + (seeds.rule_files() if kind == "rule" else [])
        made[kind] = Target(texts, partial(check_project, _project(folder / kind, {**BASE, **others}), name))
    made["name"] = Target(seeds.NAMES, partial(check_name, _project(folder / "name", BASE)))
    language = ["test", "--language", "./xx.yaml"]
    made["language"] = Target(
        seeds.language_files(), partial(check_command, _project(folder / "language", {}), "xx.yaml", language)
    )
    entities = ["facts", "import", "wikidata", "entities.json"]
    made["entities"] = Target(
        seeds.texts("entities"),
        partial(check_command, _project(folder / "entities", {}), "entities.json", entities),
    )
    return made


def check_project(project: Path, name: str, text: str) -> None:
    """Lint a project in which one file says something else: at first, and once more from the cache."""
    _write(project / name, text)
    first = _lint(project, ".")
    _check_findings(project)
    if "took too long" not in first.err:
        second = _lint(project, ".")
        require(first == second, f"the second run says something else: {first} {second}")


def check_name(project: Path, text: str) -> None:
    """Lint an article with a name that a stranger has chosen, and name it."""
    name = os.fsencode(text.replace("/", "_").replace("\0", "_").encode("utf-8", "replace")[:100]) + b".md"
    path = project / os.fsdecode(name)
    path.write_text(ARTICLE, encoding="utf-8")
    try:
        for named in (".", os.fsdecode(name)):
            _lint(project, named)
            _check_findings(project)
    finally:
        path.unlink()


def check_command(folder: Path, name: str, line: list[str], text: str) -> None:
    """Have a command read a file, twice."""
    _write(folder / name, text)
    first, second = _command(folder, line), _command(folder, line)
    require(first == second, f"the second run says something else: {first} {second}")


def _project(folder: Path, files: Files) -> Path:
    """A folder with these files, for git the top of a work tree."""
    (folder / ".git").mkdir(parents=True)
    for name, text in files.items():
        if text is not None:
            _write(folder / name, text)
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "replace")
    path.write_bytes(data)


def _lint(project: Path, name: str) -> Outcome:
    beside = project.parent
    options = ["--cache-dir", str(beside / "cache"), "--output-format", "full"]
    options += ["--output-format", f"jsonl:{_found(project)}"]
    _found(project).unlink(missing_ok=True)
    return _command(project, ["check", *options, "--", name])


def _found(project: Path) -> Path:
    return project.with_suffix(".jsonl")


def _command(folder: Path, line: list[str]) -> Outcome:
    """What a command says and returns, with everything it says made visible and no fault behind it."""
    out, err = io.StringIO(), io.StringIO()
    with no_fault(), _in(folder), redirect_stdout(out), redirect_stderr(err):
        code = run(line)
    said = Outcome(code, out.getvalue(), err.getvalue())
    require(code in (0, 1, 2), f"exit code {code}")
    require(code != 2 or bool(said.err), "a failure of which nothing is said")
    for text in (said.out, said.err):
        require([*map(visible, text.split("\n"))] == text.split("\n"), f"a hidden character: {text!r}")
    return said


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        with mock.patch("linter.engine.cache.store.Code", OneCode):
            yield
    finally:
        os.chdir(before)


def _check_findings(project: Path) -> None:
    """Each finding of the last run is where it says it is."""
    found = _found(project)
    for line in found.read_text(encoding="utf-8").splitlines() if found.exists() else ():
        finding = json.loads(line)
        source = decoded((project / finding["path"]).read_bytes())
        start, end = finding["start"], finding["end"]
        require(0 <= start <= end <= len(source), f"outside: {finding}")
        require(source[start:end] == finding["text"], f"not in its place: {finding}")
