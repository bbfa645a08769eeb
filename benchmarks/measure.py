"""Whole processes, measured by the operating system: several commands in turn, medians of the runs."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LONG = 20.0
ROOT = Path(__file__).resolve().parent.parent
PROCESS = Path(__file__).resolve().parent / "process.py"


def environment(checkout: Path = ROOT) -> dict[str, str]:
    """That of the commands: the linter of a checkout is measured, with its modules compiled."""
    return {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": ""}


def forget(cache: Path) -> None:
    """Forget what was said of articles, not the compiled rules."""
    for kind in ("reports-*", "files-*", "joint-findings", "last-run"):
        for path in cache.glob(f"*/{kind}"):
            path.unlink()


@dataclass
class Cost:
    """What runs of one command took: seconds of the processors, seconds on the clock, MiB at the peak."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    """Of the largest single process."""
    failed: str = ""
    long: bool = False
    """One run took so long that it is not repeated."""

    @property
    def seconds(self) -> float:
        return statistics.median(self.cpu)

    @property
    def clock(self) -> float:
        return statistics.median(self.wall)

    @property
    def peak(self) -> float:
        return statistics.median(self.memory)


@dataclass(frozen=True)
class Command:
    """A command line, and what to do before each run of it."""

    line: Sequence[str]
    folder: Path
    good: frozenset[int]
    """Exit codes of a run that did its work."""
    before: Callable[[], None] = lambda: None


def measure(commands: Mapping[str, Command], runs: int, limit: float = 600.0) -> dict[str, Cost]:
    """Run each command ``runs`` times after a first time that does not count, one after the other in turn.

    A command that fails, or exceeds ``limit`` seconds, is not run again; one that takes more than ``LONG``
    seconds is run once, and that counts.
    """
    costs = {name: Cost() for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            if not costs[name].failed and not costs[name].long:
                _run(command, costs[name], limit)
    for cost in costs.values():
        if not cost.long:
            del cost.cpu[:1], cost.wall[:1], cost.memory[:1]
    return costs


def _run(command: Command, cost: Cost, limit: float) -> None:
    command.before()
    line = [sys.executable, "-I", "-S", str(PROCESS), str(limit), *command.line]
    told = subprocess.run(
        line, cwd=command.folder, env=environment(), stdout=subprocess.PIPE, text=True, check=True
    )
    code, cpu, wall, peak = told.stdout.split("\n")[:4]
    if not code or int(code) not in command.good:
        cost.failed = f"ended with code {code}" if code else "took too long"
        return
    cost.cpu.append(float(cpu))
    cost.wall.append(float(wall))
    cost.memory.append(int(peak) / 1024)
    cost.long = cost.wall[-1] > LONG
