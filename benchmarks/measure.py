"""Whole processes, measured by the operating system: several commands in turn, medians of the runs."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, sleep

LONG = 20.0
ROOT = Path(__file__).resolve().parent.parent


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
    begun = perf_counter()
    process = subprocess.Popen(
        command.line,
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    code, usage = _waited(process, begun + limit)
    if code is None or code not in command.good:
        cost.failed = "took too long" if code is None else f"ended with code {code}"
        return
    cost.cpu.append(usage.ru_utime + usage.ru_stime)
    cost.wall.append(perf_counter() - begun)
    cost.memory.append(usage.ru_maxrss / 1024)
    cost.long = cost.wall[-1] > LONG


def _waited(process: subprocess.Popen[bytes], deadline: float) -> tuple[int | None, resource.struct_rusage]:
    """Exit code and resource usage of a process with its children; no code if it was killed."""
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage
        if perf_counter() > deadline:
            process.kill()
            return None, os.wait4(process.pid, 0)[2]
        sleep(0.002)
