"""What texts that no one writes cost, at several sizes: a table of seconds, the worst growth first.

    python -m benchmarks.hostile [--sizes 62500,250000,1000000] [--formats md,html,txt] [--shapes list,links]

All rules are on, in preview too, with a story bible and a source. Each text is linted in a process of its own
that is stopped after ``--most`` seconds of processor time. *Growth* is the exponent between the last two
sizes: 1 is linear, 2 the square. What the linter itself cut or could not do is marked with ``!``.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from linter.finding import FileReport
from tests.shapes import FORMATS, SHAPES, Desk


def seconds(lint: Callable[[], FileReport], most: int) -> tuple[float, int]:
    """Processor seconds and number of failures; endless seconds for what was stopped."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        begun = process_time()
        report = lint()
        took = process_time() - begun
        os.write(writing, f"{took} {len(report.failures)}".encode())
        if report.failures and os.environ.get("FAILURES"):
            os.write(2, "\n".join(report.failures).encode() + b"\n")
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as result:
        said = result.read().split()
    os.waitpid(child, 0)
    return (float(said[0]), int(said[1])) if said else (math.inf, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", default="62500,250000,1000000")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--shapes", default="", help="parts of names, separated by commas")
    parser.add_argument("--most", type=int, default=60)
    args = parser.parse_args()
    sizes = [int(size) for size in args.sizes.split(",")]
    wanted = args.shapes.split(",")
    desk = Desk(Path(tempfile.mkdtemp()))
    rows = []
    for name in (each for each in SHAPES if any(part in each for part in wanted)):
        for kind in args.formats.split(","):
            took = [seconds(desk.prepared(name, size, kind), args.most) for size in sizes]
            rows.append((_growth(took, sizes), _row(name, kind, took)))
            print(f"{rows[-1][0]:6.2f}  {rows[-1][1]}", flush=True)
    print("\nThe worst growth first:\n")
    for growth, row in sorted(rows, reverse=True):
        print(f"{growth:6.2f}  {row}")


def _growth(took: list[tuple[float, int]], sizes: list[int]) -> float:
    if len(took) < 2 or math.isinf(took[-1][0]):
        return math.inf
    return math.log(took[-1][0] / took[-2][0]) / math.log(sizes[-1] / sizes[-2])


def _row(name: str, kind: str, took: list[tuple[float, int]]) -> str:
    times = "".join(f"{spent:9.2f}{'!' if failures else ' '}" for spent, failures in took)
    return f"{name:<36} {kind:<5}{times}"


if __name__ == "__main__":
    main()
