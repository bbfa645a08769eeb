"""The command: check out, lint twice, compare, tell."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from linter.files import ARTICLE, read_text
from linter.rules.load import load_rules
from scripts import ecosystem
from scripts.ecosystem.compare import Alarm, compare
from scripts.ecosystem.lint import ROOT, Outcome, compiled, lint, unpack
from scripts.ecosystem.markdown import LIMIT, Account, Met, render
from scripts.ecosystem.repositories import REMOTE, CannotFetch, Repository, check_out, listed

OK, WORSE, FAILED = 0, 1, 2
"""Exit codes: told; the version of today cannot judge what that of before can; nothing could be compared."""
_TELLING = 2.0
"""Seconds that a repository takes before more of them mean anything."""


class Pair(NamedTuple):
    """Both outcomes for a repository."""

    repository: Repository
    folder: Path
    base: Outcome
    head: Outcome

    def met(self) -> list[Met]:
        """What differs, with the lines of the articles."""
        differences = compare(self.base.findings, self.head.findings)
        return [Met(self.repository, each, self._line(each.alarm)) for each in differences]

    def failures(self) -> list[str]:
        """What cannot be judged any more."""
        before = set(self.base.failures)
        return [f"{self.repository.repository}: {why}" for why in self.head.failures if why not in before]

    def _line(self, alarm: Alarm) -> str:
        try:
            lines = read_text(str(self.folder / alarm.path), str(self.folder), ARTICLE).split("\n")
        except OSError:  # no text, as a document of Word is none
            return ""
        return lines[alarm.line - 1] if alarm.line <= len(lines) else ""


def main(argv: Sequence[str] | None = None) -> int:
    args = _arguments(argv)
    base = args.base or _start()
    pairs: list[Pair] = []
    absent: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        before, now = compiled(unpack(base, Path(folder))), compiled(ROOT)
        for repository in listed(args.only):
            _say(f"{repository.repository} …")
            try:
                there = check_out(repository, args.folder, args.remote)
            except CannotFetch as error:
                absent.append(f"{repository.repository}: {error}")
                continue
            outcomes = (lint(each, there, repository.paths, args.rule) for each in (before, now))
            pairs.append(Pair(repository, there, *outcomes))
    told = render(_account(pairs, absent, base), args.limit)
    if args.output:
        with args.output.open("a", encoding="utf-8") as file:
            file.write(told)
    else:
        sys.stdout.write(told)
    if not pairs:
        return FAILED
    return WORSE if any(pair.failures() for pair in pairs) else OK


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.ecosystem", description=ecosystem.__doc__)

    def option(name: str, what: str, **settings: Any) -> None:
        parser.add_argument(f"--{name}", help=what, **settings)

    option("base", "compare with this commit (default: the one that the branch starts from)", metavar="REV")
    option("only", "only repositories called like this", metavar="NAME", action="append", default=[])
    option("rule", "only this rule, topic or glob", metavar="RULE", action="append", default=[])
    option("output", "append the account to a file", metavar="FILE", type=Path)
    option("limit", f"characters of the account (default: {LIMIT})", metavar="N", type=int, default=LIMIT)
    option("remote", f"where the repositories are (default: {REMOTE})", metavar="URL", default=REMOTE)
    option("folder", f"where they are kept (default: {_cache()})", metavar="DIR", type=Path, default=_cache())
    return parser.parse_args(argv)


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factlint-ecosystem"


def _start() -> str:
    """The commit at which this branch left the main one."""
    for main_branch in ("origin/main", "main"):
        command = ["git", "merge-base", "HEAD", main_branch]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.strip()
    sys.exit("no branch 'main' to compare with: name a commit with --base")


def _described(*revision: str) -> str:
    """A commit in short; without one that of today, with what is not committed."""
    command = ["git", "describe", "--always", *(revision or ("--dirty",))]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _account(pairs: Sequence[Pair], absent: Sequence[str], base: str) -> Account:
    slower = [
        (pair.repository.repository, pair.head.seconds / pair.base.seconds)
        for pair in pairs
        if pair.base.seconds >= _TELLING
    ]
    return Account(
        base=_described(base),
        head=_described(),
        repositories=len(pairs),
        articles=sum(pair.head.files for pair in pairs),
        met=[each for pair in pairs for each in pair.met()],
        on=frozenset(rule.id for rule in load_rules().rules.values() if rule.on_by_default),
        seconds=(sum(pair.base.seconds for pair in pairs), sum(pair.head.seconds for pair in pairs)),
        slower=sorted(slower, key=lambda each: -each[1]),
        failures=[failure for pair in pairs for failure in pair.failures()],
        absent=absent,
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
