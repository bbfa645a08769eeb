"""Counts the instructions that factlint takes: nearly the same each time, however busy the machine is.

    python benchmarks/instructions.py FOLDER_OR_JSONL… [--against OTHER_CHECKOUT] [--articles 40]

Valgrind counts them (``callgrind``), forty times slower than they run; one count of each is enough to tell
what a change costs. ``--against`` counts the same with another checkout, such as the one before the change.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpora import texts, write
from measure import ROOT, environment, forget

_COUNT = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")
_COUNTED = re.compile(r"refs:\s+([\d,]+)")


def counts(checkout: Path, articles: list[str], many: int, scratch: Path) -> Iterator[tuple[str, int]]:
    """What is counted, by name: the start of Python, one article, a further one, and unchanged ones."""
    yield "python, nothing to do", counted([sys.executable, "-c", "pass"], scratch, checkout)
    middle = sorted(articles, key=len)[len(articles) // 2]
    first = _cold(checkout, [middle], 1, scratch / "one")
    yield f"one article of {len(middle.encode()) / 1024:.1f} KB, rules kept", first
    some = articles[:: max(1, len(articles) // many)][:many]
    size = sum(len(text.encode()) for text in some) / len(some) / 1024
    half = _cold(checkout, some[: many // 2], many // 2, scratch / "half")
    whole = _cold(checkout, some, many, scratch / "whole")
    yield f"each further article, of {size:.1f} KB", (whole - half) // (many - many // 2)
    yield (
        f"{many} articles, nothing changed",
        counted(_linter(scratch / "whole"), scratch / "whole", checkout),
    )


def _cold(checkout: Path, articles: list[str], count: int, folder: Path) -> int:
    """For articles of which nothing is known, with rules and patterns kept."""
    write(folder, articles, count)
    line, cache = _linter(folder), _cache(folder)
    for _ in range(2):  # the first run reads the rules, and the second may compile some pattern
        subprocess.run(line, cwd=folder, env=environment(checkout), check=False, capture_output=True)
        forget(cache)
    return counted(line, folder, checkout)


def _linter(folder: Path) -> list[str]:
    options = ["--jobs", "1", "--output-format", "concise", "--cache-dir", str(_cache(folder))]
    return [sys.executable, "-m", "linter", *options, "."]


def _cache(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-cache")


def counted(line: list[str], folder: Path, checkout: Path) -> int:
    """The instructions of one run of a command."""
    done = subprocess.run(
        [*_COUNT, *line], cwd=folder, env=environment(checkout), capture_output=True, text=True, check=False
    )
    found = _COUNTED.search(done.stderr)
    if found is None:
        raise SystemExit(done.stderr)
    return int(found[1].replace(",", ""))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "sources", nargs="+", type=Path, help="folders of Markdown, .jsonl or .jsonl.gz files"
    )
    parser.add_argument("--against", type=Path, help="another checkout of factlint")
    parser.add_argument("--articles", type=int, default=40)
    args = parser.parse_args()
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind, which counts, is not installed")
    articles = texts(args.sources)
    if not articles:
        raise SystemExit("no articles found: Markdown files, or rows of JSON Lines, are counted")
    checkouts = [ROOT, *([args.against.resolve()] if args.against else [])]
    print("| million instructions |" + "".join(f" {os.path.basename(each)} |" for each in checkouts))
    print("|---|" + "--:|" * len(checkouts))
    found: dict[str, list[int]] = {}
    for checkout in checkouts:
        with tempfile.TemporaryDirectory(prefix="factlint-instructions-") as scratch:
            for name, number in counts(checkout, articles, args.articles, Path(scratch)):
                found.setdefault(name, []).append(number)
    for name, numbers in found.items():
        print(f"| {name} |" + "".join(f" {number / 1e6:,.1f} |" for number in numbers))


if __name__ == "__main__":
    main()
