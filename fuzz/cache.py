"""A cache that is damaged, killed at any moment, and used by many at once never changes what a run says.

    python -m fuzz.cache mutate [--count 10000] [--seed 0]
    python -m fuzz.cache kill [--count 500]
    python -m fuzz.cache crowd [--count 20] [--processes 8]

Each makes a small project of its own, and ends with an error at the first run that says anything else than
one without a cache.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

from linter.cli.main import run
from linter.engine.cache import private
from linter.matching.regex_codes import Code, Compiler

ARTICLES = (
    "# Anna Nowak wins\n\nThe event is on Monday, 5 March 2024. Anna Nowak, 41, spoke first.\n",
    "# A day in June\n\nThe meeting of 31 June 2023 was moved to April 20XX.\n",
    "# Prices rise\n\nPrices rose by 10 percent, from 100 to 150 euros, said Anna Nowak, 43.\n",
    "# Nothing\n\nNothing of note here.\n",
    "# Again\n\nLater Anna Nowak, 44, left the the room. Lorem ipsum dolor sit amet.\n",
)
PATTERNS = (r"(?P<day>lundi|mardi) (\d{1,2})", r"[À-ÿ]+(?:a|b)*\b")
Outcome = tuple[int, str, str]
"""Exit code, stdout, stderr."""


class OneCode:
    """The linter as one that never changes, which is told sooner than by its files."""

    stamp = ("of a test",)
    files: tuple[tuple[str, bytes], ...] = ()
    folders: tuple[str, ...] = ()


class Project:
    """A folder with a few articles, and a cache folder beside it."""

    def __init__(self, top: Path) -> None:
        self.articles, self.cache = top / "articles", top / "cache"
        self.articles.mkdir()
        for number, text in enumerate(ARTICLES):
            path = self.articles / f"{number}.md"
            path.write_text(text, encoding="utf-8")
            os.utime(path, (1_700_000_000, 1_700_000_000))
        self.expected = self.run("--no-cache")

    def run(self, *options: str) -> Outcome:
        """What a run in this process says, as if it were the first run of the process.

        It takes young files at their word, as old ones are.
        """
        options = options or ("--cache-dir", str(self.cache))
        out, err, before = io.StringIO(), io.StringIO(), os.getcwd()
        os.chdir(self.articles)
        with (
            mock.patch("linter.engine.cache.signatures._RACE", -(10**18)),
            mock.patch("linter.engine.cache.store.Code", OneCode),
            mock.patch.object(Compiler, "begin", _begin),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = run(["check", "--select", "all", "--preview", *options, "."])
        os.chdir(before)
        return code, out.getvalue(), err.getvalue()

    def check(self, what: str) -> None:
        """Fail unless a run says what one without a cache does."""
        said = self.run()
        if said != self.expected:
            raise SystemExit(f"{what}: expected {self.expected}, found {said}")

    def files(self) -> list[Path]:
        """All files of the cache."""
        return sorted(path for path in self.cache.rglob("*") if path.is_file())


_begin_alone = Compiler.begin


def _begin(compiler: Compiler, kept: Callable[[str], Code | None], number: int = 0) -> None:
    """Use what was kept at once; the linter's own patterns were compiled in earlier runs of this process."""
    _begin_alone(compiler, kept, number)
    for pattern in PATTERNS:
        compiler.compile(pattern).search("lundi 4 à")
        compiler.compile_timed(pattern, ignore_case=True).search("LUNDI 4 À")


# -- damaged bytes -----------------------------------------------------------------------------------------


def mutate(project: Project, count: int, seed: int) -> None:
    """Damage one file of a real cache, ``count`` times, and run."""
    project.check("first run")
    project.check("second run")
    kept = project.cache.with_name("kept")
    shutil.copytree(project.cache, kept)
    choice = random.Random(seed)
    for number in range(count):
        shutil.rmtree(project.cache)
        shutil.copytree(kept, project.cache)
        hidden = choice.choice(((), ("last-run",), ("last-run", "files"), ("last-run", "joint-findings")))
        for path in project.files():
            if path.name.startswith(hidden):  # so that what stands behind it is read
                path.unlink()
        what = damage(choice, project.files())
        project.check(f"mutation {number} of seed {seed}: {what}")


def damage(choice: random.Random, files: list[Path]) -> str:
    """Change one file in some way, and say in which."""
    path = choice.choice(files)
    data = bytearray(path.read_bytes())
    kind = choice.choice(sorted(_DAMAGES))
    if kind == "exchange":
        other = choice.choice(files)
        data[:] = other.read_bytes()
    elif data:
        _DAMAGES[kind](choice, data)
    path.write_bytes(data)
    return f"{kind} in {path.name}"


def _flip(choice: random.Random, data: bytearray) -> None:
    for _ in range(choice.choice((1, 1, 1, 5, 50))):
        data[choice.randrange(len(data))] ^= 1 << choice.randrange(8)


def _cut(choice: random.Random, data: bytearray) -> None:
    del data[choice.randrange(len(data)) :]


def _remove(choice: random.Random, data: bytearray) -> None:
    at = choice.randrange(len(data))
    del data[at : at + choice.randint(1, 200)]


def _insert(choice: random.Random, data: bytearray) -> None:
    at = choice.randrange(len(data))
    data[at:at] = choice.randbytes(choice.randint(1, 200))


def _zero(choice: random.Random, data: bytearray) -> None:
    at, length = choice.randrange(len(data)), choice.randint(1, 4096)
    data[at : at + length] = bytes(len(data[at : at + length]))


def _repeat(choice: random.Random, data: bytearray) -> None:
    at, to = choice.randrange(len(data)), choice.randrange(len(data))
    data[to:to] = data[at : at + choice.randint(1, 500)]


def _replace(choice: random.Random, data: bytearray) -> None:
    data[:] = choice.choice((b"", b"\n", b"null", b"[]", b"{}", b"\x00" * 20, b"[" * 100_000, b"\xff" * 5000))


_DAMAGES: dict[str, Callable[[random.Random, bytearray], None]] = {
    "flip": _flip,
    "cut": _cut,
    "remove": _remove,
    "insert": _insert,
    "zero": _zero,
    "repeat": _repeat,
    "replace": _replace,
    "exchange": lambda choice, data: None,
}


# -- killed processes --------------------------------------------------------------------------------------


def kill(project: Project, count: int) -> None:
    """Kill a run at its first, second, third … step on the disk, before it and in the middle of it.

    It begins without a cache, or with one in which something is missing or spoilt.
    """
    killed = 0
    while killed < count:
        for start in ("none", "part", "spoilt"):
            step = 0
            while killed < count and _killed(project, start, step // 2, half=bool(step % 2)):
                project.check(f"killed at {step} from {start}")
                project.check(f"killed at {step} from {start}, second run")
                killed += 1
                step += 1


def _killed(project: Project, start: str, step: int, half: bool) -> bool:
    """Whether a run that was to be killed at a step has got that far."""
    shutil.rmtree(project.cache, ignore_errors=True)
    if start != "none":
        project.run()
        for path in project.files():
            if start == "part" and path.name.startswith(("files", "last-run", "rules")):
                path.unlink()
            elif start == "spoilt" and path.name.startswith(("reports", "last-run", "joint")):
                path.write_bytes(b"damaged")
    child = os.fork()
    if child == 0:
        with killed_at(step, half):
            project.run()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


_STEPS = ("open", "write", "fdopen", "replace", "unlink", "mkdir", "makedirs")


@contextmanager
def killed_at(step: int, half: bool) -> Iterator[None]:
    """Kill this process at a step of the cache on the disk; ``half``: when half of it is done."""
    taken = iter(range(step + 1))

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            if next(taken, step) < step:
                return function(*arguments, **named)
            if half and function is os.write:
                os.write(arguments[0], arguments[1][: len(arguments[1]) // 2])
            if half and function is os.fdopen:
                return _Half(arguments[0])
            if half and function is not os.fdopen:
                function(*arguments, **named)
            os.kill(os.getpid(), signal.SIGKILL)
            return None

        return called

    wrapped = {name: counted(getattr(os, name)) for name in _STEPS}
    with mock.patch.object(private, "os", _Os(wrapped)):
        yield


class _Os:
    """The module ``os`` with some functions of it replaced."""

    def __init__(self, functions: dict[str, Callable[..., Any]]) -> None:
        self._functions = functions

    def __getattr__(self, name: str) -> Any:
        return self._functions.get(name) or getattr(os, name)


class _Half:
    """A file that writes half of what it is given, and kills its process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __enter__(self) -> _Half:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, data: bytes) -> None:
        os.write(self._descriptor, data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)


# -- many at once ------------------------------------------------------------------------------------------


def crowd(project: Project, count: int, processes: int) -> None:
    """Run several commands at once on one cache, from none at all and with one article changed each time."""
    line = [sys.executable, "-m", "linter", "check", "--select", "all", "--preview"]
    line += ["--cache-dir", str(project.cache), "."]
    root = str(Path(__file__).resolve().parent.parent)
    for number in range(count):
        (project.articles / "0.md").write_text(f"{ARTICLES[0]}\nThe {number}th of them.\n", encoding="utf-8")
        project.expected = project.run("--no-cache")
        running = [
            subprocess.Popen(
                line,
                cwd=project.articles,
                env={**os.environ, "PYTHONPATH": root},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            for _ in range(processes)
        ]
        for each in running:
            out, err = each.communicate()
            if (each.returncode, out, err) != project.expected:
                raise SystemExit(f"round {number}: expected {project.expected}, found {out}{err}")
        project.check(f"after round {number}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("mutate", "kill", "crowd"))
    parser.add_argument("--count", type=int, help="mutations, kills or rounds")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=8)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as top:
        project = Project(Path(top))
        if args.what == "mutate":
            mutate(project, args.count or 10_000, args.seed)
        elif args.what == "kill":
            kill(project, args.count or 500)
        else:
            crowd(project, args.count or 20, args.processes)
    print(f"{args.what}: all said the same")


if __name__ == "__main__":
    main()
