"""Measures factlint against other linters on your own articles.

    python benchmarks/run.py FOLDER_OR_JSONL… [--vale-styles FOLDER] [--languagetool FOLDER] [--runs 5]

Every figure is the median over runs of whole processes, made in turn with those it is compared to; linters
that are not installed are left out and named. ``--write`` puts the tables into ``docs/performance.md``.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from corpora import texts, write
from measure import Command, Cost, measure
from peers import Missing, Peer, Wanted, factlint, factlint_with_style, peers, vale

DOCUMENT = Path(__file__).parent.parent / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
FEW, MANY, LOTS = 200, 2_000, 10_000


class Benchmark:
    """The scenarios, over one set of articles."""

    def __init__(self, articles: list[str], wanted: Wanted, runs: int) -> None:
        self.articles = articles
        self.wanted = wanted
        self.runs = runs
        self.folder = wanted.scratch / "articles"
        found = list(peers(wanted))
        self.peers = [peer for peer in found if isinstance(peer, Peer)]
        self.missing = [peer for peer in found if isinstance(peer, Missing)]

    def set_of(self, count: int) -> Path:
        """A folder with so many articles."""
        folder = self.wanted.scratch / str(count)
        if not folder.is_dir():
            write(folder, self.articles, count)
        return folder

    def costs(
        self, lines: dict[str, Peer], folder: Path, before: Callable[[], None] | None = None
    ) -> dict[str, Cost]:
        commands = {
            name: Command(peer.over("."), folder, before or (lambda: None)) for name, peer in lines.items()
        }
        return measure(commands, self.runs)

    def one_file(self) -> Iterator[str]:
        """Cold start: one article of middle length."""
        folder = self.wanted.scratch / "one"
        middle = sorted(self.articles, key=len)[len(self.articles) // 2]
        size = write(folder, [middle], 1)
        cache = self.wanted.scratch / "cache"
        lines = {
            "factlint": factlint("--cache-dir", str(cache)),
            "factlint, nothing kept": factlint("--no-cache"),
        }
        lines |= {peer.name: peer for peer in self.peers}
        lines["python, nothing to do"] = Peer(
            "python", platform.python_version(), [sys.executable, "-c", "pass"]
        )
        found = self.costs(lines, folder, before=lambda: _forget(cache))
        yield f"### One article of {size / 1024:.1f} KB\n"
        yield from _table(found, lines, "factlint", size)

    def some_files(self) -> Iterator[str]:
        folder = self.set_of(FEW)
        size = _size(folder)
        lines = {"factlint": factlint("--no-cache", "--jobs", "1")}
        lines |= {peer.name: peer for peer in self.peers}
        found = self.costs(lines, folder)
        yield f"### {FEW} articles, {size / 1e6:.2f} MB, one process\n"
        yield from _table(found, lines, "factlint", size)

    def many_files(self) -> Iterator[str]:
        folder = self.set_of(MANY)
        size = _size(folder)
        cache = self.wanted.scratch / "cache-many"
        lines = {
            "factlint, 1 process": factlint("--no-cache", "--jobs", "1"),
            "factlint, 2 processes": factlint("--no-cache", "--jobs", "2"),
            "factlint, nothing changed": factlint("--cache-dir", str(cache)),
        }
        quick = ("codespell", "typos", "proselint")
        lines |= {peer.name: peer for peer in self.peers if peer.name in quick}
        found = self.costs(lines, folder)
        yield f"### {MANY:,} articles, {size / 1e6:.1f} MB\n"
        yield from _table(found, lines, "factlint, 1 process", size)

    def unchanged(self) -> Iterator[str]:
        folder = self.set_of(LOTS)
        cache = self.wanted.scratch / "cache-lots"
        lines = {"factlint, nothing changed": factlint("--cache-dir", str(cache))}
        if shutil.which("git"):
            for command in (["init", "-q"], ["add", "-A"], [*_ME, "commit", "-qm", "articles"]):
                subprocess.run(["git", *command], cwd=folder, check=False, capture_output=True)
            lines["git status"] = Peer("git", _git_version(), ["git", "status"])
        found = self.costs(lines, folder)
        yield f"### {LOTS:,} articles, nothing changed since the last run\n"
        yield from _table(found, lines, "factlint, nothing changed", _size(folder))

    def styles(self) -> Iterator[str]:
        """The same style, read by factlint and by Vale."""
        if self.wanted.styles is None or not shutil.which("vale"):
            return
        folder = self.set_of(FEW)
        yield f"### The same Vale style over {FEW} articles, one process\n"
        yield "| style | factlint CPU s | Vale CPU s | Vale : factlint | factlint MiB | Vale MiB |"
        yield "|---|--:|--:|--:|--:|--:|"
        for style in sorted(path.name for path in self.wanted.styles.iterdir() if any(path.glob("*.yml"))):
            other = vale(self.wanted, style)
            if isinstance(other, Missing):
                continue
            lines = {
                "own": factlint_with_style(self.wanted, style, "--no-cache", "--jobs", "1"),
                "vale": other,
            }
            found = self.costs(lines, folder)
            own, its = found["own"], found["vale"]
            if own.failed or its.failed:
                yield f"| {style} | {own.failed} | {its.failed} | | | |"
                continue
            yield (
                f"| {style} | {own.seconds:.2f} | {its.seconds:.2f} | {its.seconds / own.seconds:.1f} "
                f"| {own.peak:.0f} | {its.peak:.0f} |"
            )
        yield ""

    def growth(self) -> Iterator[str]:
        """Cost against the length of an article, and against the number of rules."""
        yield "### Cost against length\n"
        yield "| length KB | CPU ms | CPU ms per KB beyond the first |"
        yield "|--:|--:|--:|"
        middle = sorted(self.articles, key=len)[len(self.articles) // 2]
        first: tuple[float, float] | None = None
        for times in (1, 4, 16, 64, 256):
            folder = self.wanted.scratch / f"long-{times}"
            kilobytes = write(folder, ["\n\n".join([middle] * times)], 1) / 1024
            cost = self.costs({"own": factlint("--no-cache")}, folder)["own"]
            first = first or (kilobytes, cost.seconds)
            more = kilobytes - first[0]
            slope = f"{1000 * (cost.seconds - first[1]) / more:.2f}" if more else ""
            yield f"| {kilobytes:.0f} | {1000 * cost.seconds:.0f} | {slope} |"
        yield "\n### Cost against the number of rules\n"
        yield f"| rules | CPU s for {FEW} articles |"
        yield "|--:|--:|"
        for count, names in _rule_sets():
            own = factlint("--no-cache", "--jobs", "1", "--select", names)
            yield f"| {count} | {self.costs({'own': own}, self.set_of(FEW))['own'].seconds:.2f} |"
        yield ""


_ME = ["-c", "user.name=a", "-c", "user.email=a@example.org"]


def _git_version() -> str:
    return subprocess.run(["git", "--version"], capture_output=True, text=True, check=False).stdout.split()[
        -1
    ]


def _rule_sets() -> Iterator[tuple[int, str]]:
    line = [sys.executable, "-m", "linter", "rules", "--json"]
    import json

    rules = [
        rule["id"]
        for rule in json.loads(subprocess.run(line, capture_output=True, check=True).stdout)
        if rule["on"]
    ]
    for count in (1, len(rules) // 4, len(rules) // 2, len(rules)):
        yield count, ",".join(rules[:: max(1, len(rules) // count)][:count])


def _forget(cache: Path) -> None:
    """Forget the results, not the compiled rules and patterns."""
    for path in cache.glob("*"):
        if not path.name.startswith(("rules-", "patterns")):
            path.unlink()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.md"))


def _table(costs: dict[str, Cost], lines: dict[str, Peer], base: str, size: int) -> Iterator[str]:
    """A row for each command; ratios say how many times the base's processor time it takes."""
    yield "| | version | CPU s | ratio | wall s | MB a CPU second | peak MiB |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for name, cost in costs.items():
        if cost.failed:
            yield f"| {name} | {lines[name].version} | {cost.failed} | | | | |"
            continue
        ratio = cost.seconds / costs[base].seconds if not costs[base].failed else float("nan")
        yield (
            f"| {name} | {lines[name].version} | {cost.seconds:.3f} | {ratio:.2f} | {cost.clock:.3f} "
            f"| {size / 1e6 / max(cost.seconds, 1e-3):.2f} | {cost.peak:.0f} |"
        )
    yield ""


def _report(benchmark: Benchmark, parts: list[str]) -> str:
    count = len(benchmark.articles)
    size = sum(map(len, benchmark.articles))
    lines = [
        f"{count:,} articles, {size / count / 1000:.1f} thousand characters on average; Python "
        f"{platform.python_version()}, {os.cpu_count()} processors, {platform.system()} "
        f"{platform.machine()}; medians of {benchmark.runs} runs made in turn. *CPU s* is user and system "
        "time of all processes of the command, *ratio* the multiple of the first row.\n"
    ]
    lines += [f"Left out: {each.name}: {each.why}.\n" for each in benchmark.missing]
    scenarios: dict[str, Callable[[], Iterator[str]]] = {
        "one": benchmark.one_file,
        "some": benchmark.some_files,
        "many": benchmark.many_files,
        "unchanged": benchmark.unchanged,
        "styles": benchmark.styles,
        "growth": benchmark.growth,
    }
    for name, scenario in scenarios.items():
        if not parts or name in parts:
            for line in scenario():
                print(line, flush=True)
                lines.append(line)
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "sources", nargs="+", type=Path, help="folders of Markdown, .jsonl or .jsonl.gz files"
    )
    parser.add_argument("--vale-styles", type=Path, help="a folder with styles of Vale")
    parser.add_argument("--vale-style", default="proselint", help="the one that Vale is compared with")
    parser.add_argument(
        "--languagetool", type=Path, help="a folder with the jars of LanguageTool and language-en"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--parts", nargs="*", default=[], help="one, some, many, unchanged, styles, growth")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="factlint-benchmark-") as scratch:
        styles = args.vale_styles.resolve() if args.vale_styles else None
        jars = args.languagetool.resolve() if args.languagetool else None
        wanted = Wanted(Path(scratch), styles, args.vale_style, jars)
        report = _report(Benchmark(texts(args.sources), wanted, args.runs), args.parts)
    if args.write:
        document = DOCUMENT.read_text(encoding="utf-8")
        marked = re.compile(f"{BEGIN}.*{END}", re.DOTALL)
        DOCUMENT.write_text(marked.sub(lambda _: f"{BEGIN}\n\n{report}\n{END}", document), encoding="utf-8")


if __name__ == "__main__":
    main()
