#!/usr/bin/env python3
"""Runs the commands that the documentation shows, and compares what they print with what it shows.

    python scripts/docs_commands.py                   # all pages
    python scripts/docs_commands.py docs/own-rules.md # one

Each page has a folder of its own, a git repository with the articles of ``scripts/docs_sandbox`` and of
``examples``. What a page shows as a file (``# .factlint.yaml`` on the first line of a block) is written
there. A comment before a block says what is special about it:

    <!-- ci: not run: fetches a release -->
    <!-- ci: in: clone; needs: dev -->

- ``not run``, and why, up to its end;
- ``in: clone`` is run in a clean clone of the repository, ``in: clone/examples`` in a folder of it;
- ``needs`` names extras;
- ``background: ADDRESS`` is started, waited for at the address, and ended with the page;
- ``columns`` is the width of the terminal, 100 without it;
- ``install`` and ``test`` are run by ``.ci/run`` itself.

In a block of the kind ``console``, and in one that begins with ``$``, lines with ``$`` are commands and the
others what they print, where ``…`` stands for anything.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    *("README.md", "CONTRIBUTING.md", "SECURITY.md", "scripts/README.md"),
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "docs").rglob("*.md")),
    *sorted(str(page.relative_to(ROOT)) for page in (ROOT / "examples").rglob("README.md")),
)
MARKS = frozenset({"install", "test", "not run", "in", "needs", "background", "columns"})
EXTRAS = {
    "nlp": "spacy",
    "lsp": "pygls",
    "serve": "starlette",
    "corpus": "duckdb",
    "docs": "mkdocs",
    "dev": "pytest",
}
"""By extra a module that it brings."""
_PROGRAMS = frozenset(
    "factlint python python3 pip uv uvx pipx docker podman curl wget git echo eval cd pre-commit bash sh make"
    " npm npx node code brew apt apt-get winget choco conda cat mkdir cp mv pytest ruff mypy vale printf"
    " export source .".split()
)
_SHELL = frozenset({"", "console", "bash", "sh", "shell", "powershell"})
_BLOCK = re.compile(
    r"(?:^<!-- ci: (?P<marks>[^\n]*?) -->\n+)?"
    r"(?:^```(?P<kind>\S*)[^\n]*\n(?P<fenced>.*?)^```$|(?<=\n\n)(?P<indented>(?:(?: {4}[^\n]*)?\n)+))",
    re.MULTILINE | re.DOTALL,
)
_FILE = re.compile(r"# ([\w./-]+\.(?:ya?ml|toml|json))\n")
_SECONDS = 600
_MISSING = "here without the extra"
"""Why a command is not run on this machine, and is elsewhere."""


class Command(NamedTuple):
    """One command, and what it prints where the page shows that."""

    line: str
    shown: str | None = None


class Block(NamedTuple):
    """A block of code of a page."""

    page: str
    number: int
    """Its first line."""
    marks: dict[str, str]
    kind: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.number}"

    @property
    def file(self) -> str:
        """The file that it shows, if it does."""
        found = _FILE.match(self.text)
        return found[1] if found else ""

    def commands(self) -> list[Command]:
        """The commands in it; none if it is something else."""
        if self.kind not in _SHELL or self.file:
            return []
        if self.kind == "console" or self.text.startswith("$ "):
            parts = re.split(r"^\$ ", self.text.replace("\\\n", " "), flags=re.MULTILINE)[1:]
            return [Command(line, shown) for line, _, shown in (part.partition("\n") for part in parts)]
        lines = [line for line in self.text.replace("\\\n", " ").splitlines() if line.strip()]
        return [Command(line) for line in lines] if any(map(_is_command, lines)) else []


def _is_command(line: str) -> bool:
    words = [word for word in line.split() if not re.match(r"[A-Z_]+=", word)]
    return bool(words) and words[0] in _PROGRAMS


def blocks(page: str, text: str) -> Iterator[Block]:
    """The blocks of code of a page, in their order."""
    for found in _BLOCK.finditer(text):
        code = found["fenced"] if found["fenced"] is not None else found["indented"]
        if not code.strip():
            continue
        place = text.count("\n", 0, found.start("fenced" if found["fenced"] is not None else "indented")) + 1
        plain = re.sub(r"^ {4}", "", code, flags=re.MULTILINE) if found["fenced"] is None else code
        yield Block(page, place, _marks(found["marks"] or ""), found["kind"] or "", plain.rstrip("\n") + "\n")


def _marks(comment: str) -> dict[str, str]:
    parts = [comment] if comment.startswith("not run") else comment.split(";")
    pairs = (part.partition(":") for part in parts if part.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def wrong_marks(block: Block) -> list[str]:
    """What is wrong with the comment before a block."""
    told = [f"unknown mark '{name}'" for name in block.marks if name not in MARKS]
    told += ["'not run' needs a reason"] if block.marks.get("not run") == "" else []
    unknown = [each for each in _extras(block) if each not in EXTRAS]
    return told + [f"unknown extra '{each}'" for each in unknown]


def _extras(block: Block) -> list[str]:
    return [each.strip() for each in block.marks.get("needs", "").split(",") if each.strip()]


def why_not(block: Block) -> str:
    """Why the commands of a block are not run; nothing if they are."""
    if "not run" in block.marks:
        return block.marks["not run"]
    if block.marks.keys() & {"install", "test"}:
        return "run by .ci/run"
    missing = [each for each in _extras(block) if find_spec(EXTRAS[each]) is None]
    return f"{_MISSING} {', '.join(missing)}" if missing else ""


def agrees(shown: str, printed: str) -> bool:
    """Whether a page shows what a command prints: ``…`` stands for anything, and blanks for any blanks."""
    parts = (re.escape(" ".join(part.split())) for part in shown.split("…"))
    return (
        re.fullmatch(r"\s*" + r".*?".join(parts) + r"\s*", " ".join(printed.split()), re.DOTALL) is not None
    )


class Sandbox:
    """Where the commands of one page are run."""

    def __init__(self, top: Path) -> None:
        self.folder = top / "articles"
        self._clone = top / "factlint"
        self._env = {
            **{
                name: value
                for name, value in os.environ.items()
                if not re.match("GITHUB_|FACTLINT_|PYTHON", name)
            },
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
            "HOME": str(top / "home"),
            "XDG_CACHE_HOME": str(top / "home" / ".cache"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
        }
        self._started: list[subprocess.Popen[bytes]] = []
        (top / "home").mkdir()
        shutil.copytree(ROOT / "scripts" / "docs_sandbox", self.folder)
        shutil.copytree(ROOT / "examples", self.folder / "examples")
        shutil.copy(ROOT / "examples" / "bridge.md", self.folder)
        git = "git -c user.name=desk -c user.email=desk@example.org"
        self._bash(f"git init -q -b main && git add -A && {git} commit -qm articles", self.folder, 100)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, command: Command, block: Block) -> str:
        """What is wrong with a command; nothing if it does what the page says."""
        where = self._place(block.marks.get("in", ""))
        columns = int(block.marks.get("columns", 100))
        if "background" in block.marks:
            return self._start(command.line, block.marks["background"])
        done = self._bash(command.line, where, columns)
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        # of an article with findings factlint says so
        if done.returncode != 0 and not (done.returncode == 1 and "factlint check" in command.line):
            return f"ended with {done.returncode}:\n{said}"
        printed = done.stdout.decode("utf-8", "replace")
        if command.shown is not None and not agrees(command.shown, printed):
            return f"the page shows something else; it prints:\n{printed}"
        return ""

    def _place(self, name: str) -> Path:
        """The folder of the articles, or a clean clone of the repository."""
        if not name:
            return self.folder
        if not self._clone.exists():
            subprocess.run(["git", "clone", "-q", str(ROOT), str(self._clone)], check=True)
        return self._clone / name.removeprefix("clone").lstrip("/")

    def _bash(self, line: str, where: Path, columns: int) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["bash", "-c", line],
            cwd=where,
            env={**self._env, "COLUMNS": str(columns)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )

    def _start(self, line: str, address: str) -> str:
        process = subprocess.Popen(
            ["bash", "-c", f"exec {line}"],
            cwd=self.folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._started.append(process)
        for _ in range(200):
            if process.poll() is not None:
                return "ended at once; is its address taken?"
            try:
                urllib.request.urlopen(address, timeout=5).close()
                return ""
            except OSError:
                time.sleep(0.1)
        return f"does not answer at {address}"

    def close(self) -> None:
        for process in self._started:
            process.terminate()
            process.wait()


def try_page(page: str, not_run: list[str]) -> int:
    """Run the commands of a page; how many are wrong."""
    wrong = 0
    with tempfile.TemporaryDirectory() as top:
        sandbox = Sandbox(Path(top))
        try:
            for block in blocks(page, (ROOT / page).read_text(encoding="utf-8")):
                if block.file and "not run" not in block.marks:
                    sandbox.write(block.file, block.text)
                wrong += _try_block(block, sandbox, not_run)
        finally:
            sandbox.close()
    return wrong


def _try_block(block: Block, sandbox: Sandbox, not_run: list[str]) -> int:
    wrong = len(wrong_marks(block))
    for told in wrong_marks(block):
        print(f"{block.place}: {told}")
    commands = block.commands()
    why = why_not(block) if commands and not wrong else ""
    not_run += [f"{block.place}: {command.line} ({why})" for command in commands if why]
    for command in commands if not (why or wrong) else ():
        begun = time.monotonic()
        told = sandbox.run(command, block)
        print(f"{block.place}: {command.line} [{time.monotonic() - begun:.1f} s]", flush=True)
        if told:
            wrong += 1
            print(f"  wrong: {told}", flush=True)
    return wrong


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Run the commands that the documentation shows.")
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="pages (default: all)")
    parser.add_argument("--complete", action="store_true", help="fail where an extra is missing")
    args = parser.parse_args(argv)
    not_run: list[str] = []
    wrong = sum(try_page(page, not_run) for page in args.pages or PAGES)
    print("Not run:", *not_run, sep="\n  ")
    missing = sum(_MISSING in each for each in not_run) if args.complete else 0
    print(f"{wrong} wrong, {missing} without what they need.")
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    sys.exit(main())
