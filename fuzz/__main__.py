"""Hostile inputs of every kind, by number: the same seed makes the same inputs, on any machine.

    python -m fuzz TARGET [--inputs 1000] [--seed 0] [--first 0]
    python -m fuzz all

A failure is printed with the smallest input found, and the exit code is 1. The cache has two more tests of
its own: python -m fuzz.cache kill, python -m fuzz.cache crowd.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from fuzz import articles, cache, documents, growth, lsp, projects
from fuzz.target import Failure, Target, first_failure

CACHE = "cache"
"""The one target whose inputs are bytes of ours, damaged: :mod:`fuzz.cache`."""


def targets(top: Path) -> dict[str, Target]:
    """All targets by name; each works in a folder of its own."""
    made: dict[str, Target] = {}
    for module in (articles, documents, projects, lsp, growth):
        folder = top / module.__name__.rpartition(".")[2]
        (folder / ".git").mkdir(parents=True)
        made |= module.targets(folder)
    return made


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", help="'all', or one of them; a wrong name lists them")
    parser.add_argument("--inputs", type=int, default=1_000, help="how many of each target")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as top:
        known = targets(Path(top))
        if args.target not in (*known, CACHE, "all"):
            parser.error(f"the targets are {', '.join(known)}, {CACHE}; all")
        chosen = [*known, CACHE] if args.target == "all" else [args.target]
        held = [_holds(name, known.get(name), args) for name in chosen]
    return 0 if all(held) else 1


def _holds(name: str, target: Target | None, args: argparse.Namespace) -> bool:
    """Try the inputs of a target, and say how it went."""
    numbers = range(args.first, args.first + args.inputs)
    if target is None:
        with tempfile.TemporaryDirectory() as top:
            cache.mutate(cache.Project(Path(top)), args.inputs, args.seed)
    elif failure := first_failure(name, target, numbers, args.seed):
        print(_told(name, failure, args.seed), flush=True)
        return False
    print(f"{name}: {args.inputs} inputs of seed {args.seed} hold", flush=True)
    return True


def _told(name: str, failure: Failure, seed: int) -> str:
    again = f"python -m fuzz {name} --seed {seed} --first {failure.number} --inputs 1"
    return f"{name}: input {failure.number} of seed {seed} fails ({again})\n{failure.text!a}\n{failure.what}"


if __name__ == "__main__":
    sys.exit(main())
