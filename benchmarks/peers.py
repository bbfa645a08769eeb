"""The linters that factlint is measured against: how each is found, run and asked for its version."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
VALE_INI = "StylesPath = {styles}\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = {style}\n"


@dataclass(frozen=True)
class Peer:
    """A linter. ``line`` is run in the folder with the files; ``{}`` in it is the file or folder to lint."""

    name: str
    version: str
    line: Sequence[str]
    good: frozenset[int] = frozenset({0, 1})
    """Exit codes of a run that did its work, with and without findings."""

    def over(self, target: str) -> list[str]:
        return [part.replace("{}", target) for part in self.line]


@dataclass(frozen=True)
class Missing:
    """A linter that is not here."""

    name: str
    why: str


@dataclass(frozen=True)
class Wanted:
    """What the command line says about the peers."""

    scratch: Path
    styles: Path | None
    style: str
    languagetool: Path | None
    pythons: Sequence[Path] = ()


def factlint(*options: str, name: str = "factlint", python: str = sys.executable) -> Peer:
    """The linter of this checkout."""
    line = [python, "-m", "linter", "--quiet", "--output-format", "concise", *options, "{}"]
    return Peer(name, _version([sys.executable, "-m", "linter", "--version"]), line)


def factlint_with_style(wanted: Wanted, style: str, *options: str) -> Peer:
    """Factlint with nothing but a Vale style."""
    ini = _ini(wanted, style)
    config = ini.with_suffix(".yaml")  # in a folder of its own: the cache is not kept inside of a project
    config.write_text(f"vale: [{ini}]\nselect: [invalid-suppression]\n", encoding="utf-8")
    allowed = ("--allow-read", str(wanted.styles))
    return factlint("--config", str(config), *allowed, *options, name=f"factlint, style {style}")


def vale(wanted: Wanted, style: str) -> Peer | Missing:
    """Vale with one style."""
    path = shutil.which("vale")
    if path is None:
        return Missing("vale", "not installed")
    if wanted.styles is None or not (wanted.styles / style).is_dir():
        return Missing("vale", f"no folder with a style {style}; see --vale-styles")
    line = [path, "--config", str(_ini(wanted, style)), "--no-exit", "--output", "line", "{}"]
    return Peer(f"vale, style {style}", _version([path, "--version"]), line)


def peers(wanted: Wanted) -> Iterator[Peer | Missing]:
    """All others, those that are not here among them."""
    yield _simple("proselint", ["check", "{}"], ["version"])
    yield _simple("codespell", ["{}"], ["--version"], found=65)
    yield _simple("typos", ["{}"], ["--version"], found=2)
    yield vale(wanted, wanted.style)
    yield _textlint(wanted)
    yield _languagetool(wanted)


def _simple(name: str, options: list[str], version: list[str], found: int = 1) -> Peer | Missing:
    path = shutil.which(name)
    if path is None:
        return Missing(name, "not installed")
    return Peer(name, _version([path, *version]), [path, *options], frozenset({0, found}))


def _textlint(wanted: Wanted) -> Peer | Missing:
    path = shutil.which("textlint")
    if path is None:
        return Missing("textlint", "not installed")
    settings = wanted.scratch / "textlintrc.json"
    settings.write_text(json.dumps({"rules": {"write-good": True}}), encoding="utf-8")
    modules = Path(path).parent.parent
    line = [path, "--config", str(settings), "--rules-base-directory", str(modules), "{}"]
    return Peer("textlint, write-good", _version([path, "--version"]), line)


def _languagetool(wanted: Wanted) -> Peer | Missing:
    if shutil.which("java") is None or wanted.languagetool is None:
        return Missing("LanguageTool", "no folder with its jars; see --languagetool")
    jars = sorted(wanted.languagetool.glob("language-en-*.jar"))
    if not jars:
        return Missing("LanguageTool", f"no language-en in {wanted.languagetool.name}")
    line = ["java", "-cp", f"{wanted.languagetool}/*", str(HERE / "LanguageTool.java"), "{}"]
    return Peer("LanguageTool, English", jars[0].stem.rpartition("-")[2], line)


def _ini(wanted: Wanted, style: str) -> Path:
    path = wanted.scratch / "configurations" / f"{style}.ini"
    path.parent.mkdir(exist_ok=True)
    path.write_text(VALE_INI.format(styles=wanted.styles, style=style), encoding="utf-8")
    return path


def build_of(python: Path) -> str:
    """The version of an interpreter, and whether it is the system's own."""
    ask = "import sys; print(sys.version.split()[0], sys.base_prefix)"
    done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    version, prefix = done.stdout.split(maxsplit=1)
    return f"{version}, the system's" if prefix.strip() == "/usr" else version


def _version(line: list[str]) -> str:
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    words = [word for word in done.stdout.split() if any(c.isdigit() for c in word)]
    return words[-1].strip("v,") if words else "?"
