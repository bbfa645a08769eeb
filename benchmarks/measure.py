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


@dataclass
class Cost:
    """What runs of one command took: seconds of the processors, seconds on the clock, MiB at the peak."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    """Of the largest single process."""
    failed: str = ""

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
    before: Callable[[], None] = lambda: None
    good: frozenset[int] | None = None
    """Exit codes of a run that did its work; ``None`` for any."""


def measure(commands: Mapping[str, Command], runs: int, limit: float = 600.0) -> dict[str, Cost]:
    """Run each command ``runs`` times after a first time that does not count, one after the other in turn.

    A command that fails or exceeds ``limit`` seconds is not run again.
    """
    costs = {name: Cost() for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            if not costs[name].failed:
                _run(command, costs[name], counts=run > 0 or runs == 0, limit=limit)
    return costs


def _run(command: Command, cost: Cost, counts: bool, limit: float) -> None:
    command.before()
    begun = perf_counter()
    process = subprocess.Popen(
        command.line,
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1"},
    )
    code, usage = _waited(process, begun + limit)
    if code is None or (command.good is not None and code not in command.good):
        cost.failed = "took too long" if code is None else f"ended with code {code}"
    elif counts:
        cost.cpu.append(usage.ru_utime + usage.ru_stime)
        cost.wall.append(perf_counter() - begun)
        cost.memory.append(usage.ru_maxrss / 1024)


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
