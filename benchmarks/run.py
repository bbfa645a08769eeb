"""Measures factlint against other linters on your own articles.

    python benchmarks/run.py FOLDER_OR_JSONL… [--vale-styles FOLDER] [--languagetool FOLDER] [--runs 5]

Every figure is the median over runs of whole processes, made in turn with those it is compared to; linters
that are not installed are left out and named. ``--write`` puts the tables into ``docs/performance.md``,
with ``--parts`` only some of them.
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
from time import sleep

from corpora import long, texts, write
from measure import Command, Cost, environment, forget, measure
from peers import Missing, Peer, Wanted, build_of, factlint, factlint_with_style, peers, vale

DOCUMENT = Path(__file__).parent.parent / "docs" / "performance.md"
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
        folder = self.wanted.scratch / f"articles-{count}"  # a number alone would be the folder of a year
        if not folder.is_dir():
            write(folder, self.articles, count)
        return folder

    def costs(
        self, lines: dict[str, Peer], folder: Path, before: Callable[[], None] | None = None
    ) -> dict[str, Cost]:
        commands = {
            name: Command(peer.over("."), folder, peer.good, before or (lambda: None))
            for name, peer in lines.items()
        }
        return measure(commands, self.runs)

    def setting(self) -> Iterator[str]:
        """What was measured, and where."""
        count, size = len(self.articles), sum(map(len, self.articles))
        yield (
            f"{count:,} articles of {size / count / 1000:.1f} thousand characters on average; Python "
            f"{platform.python_version()}, {os.cpu_count()} processors, {platform.system()} "
            f"{platform.machine()}; medians of {self.runs} runs."
        )
        for each in self.missing:
            yield f"\nLeft out: {each.name}: {each.why}."

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
        found = self.costs(lines, folder, before=lambda: forget(cache))
        yield f"**One article of {size / 1024:.1f} KB.**\n"
        yield from _table(found, lines, "factlint")

    def some_files(self) -> Iterator[str]:
        folder = self.set_of(FEW)
        size = _size(folder)
        cache = self.wanted.scratch / "cache-some"
        lines = {
            "factlint": factlint("--cache-dir", str(cache), "--jobs", "1"),
            "factlint, nothing kept": factlint("--no-cache", "--jobs", "1"),
        }
        lines |= {peer.name: peer for peer in self.peers}
        found = self.costs(lines, folder, before=lambda: forget(cache))
        yield f"**{FEW} articles, {size / 1e6:.2f} MB, one process.**\n"
        yield from _table(found, lines, "factlint")

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
        yield f"**{MANY:,} articles, {size / 1e6:.1f} MB.**\n"
        yield from _table(found, lines, "factlint, 1 process")

    def unchanged(self) -> Iterator[str]:
        """The second run of a repository, and one after a single article was edited."""
        folder = self.set_of(LOTS)
        cache = self.wanted.scratch / "cache-lots"
        kept = factlint("--cache-dir", str(cache))
        lines = {"factlint, nothing changed": kept}
        if shutil.which("git"):
            (folder / ".gitignore").write_text("*.log\n/public/\nnode_modules/\n", encoding="utf-8")
            for command in (["init", "-q"], ["add", "-A"], [*_ME, "commit", "-qm", "articles"]):
                subprocess.run(["git", *command], cwd=folder, check=False, capture_output=True)
            lines["git status"] = Peer("git", _git_version(), ["git", "status"])
        lines |= {peer.name: peer for peer in self.peers if peer.name == "codespell"}
        subprocess.run(kept.over("."), cwd=folder, env=environment(), check=False, capture_output=True)
        sleep(3)  # until then the time of a file does not tell whether it was written once more
        found = self.costs(lines, folder)
        edited = {"factlint, one article edited": kept}
        found |= self.costs(edited, folder, before=lambda: _edit(folder / "00000.md"))
        yield f"**{LOTS:,} articles, {_size(folder) / 1e6:.0f} MB, in a git repository.**\n"
        yield from _table(found, lines | edited, "factlint, nothing changed")

    def styles(self) -> Iterator[str]:
        """The same style, read by factlint and by Vale; the rules of styles kept, and not."""
        if self.wanted.styles is None or not shutil.which("vale"):
            return
        folder = self.set_of(FEW)
        cache = self.wanted.scratch / "cache-styles"
        yield "| style | Vale : factlint | nothing kept | factlint MiB | Vale MiB |"
        yield "|---|--:|--:|--:|--:|"
        for style in sorted(path.name for path in self.wanted.styles.iterdir() if any(path.glob("*.yml"))):
            other = vale(self.wanted, style)
            if isinstance(other, Missing):
                continue
            lines = {
                "own": factlint_with_style(self.wanted, style, "--cache-dir", str(cache), "--jobs", "1"),
                "bare": factlint_with_style(self.wanted, style, "--no-cache", "--jobs", "1"),
                "vale": other,
            }
            found = self.costs(lines, folder, before=lambda: forget(cache))
            own, bare, its = found["own"], found["bare"], found["vale"]
            if own.failed or its.failed:
                yield f"| {style} | {own.failed or 'runs'}, Vale {its.failed or 'runs'} | | | |"
                continue
            yield (
                f"| {style} | {its.seconds / own.seconds:.2f} | {its.seconds / bare.seconds:.2f} "
                f"| {own.peak:.0f} | {its.peak:.0f} |"
            )
        yield ""

    def length(self) -> Iterator[str]:
        """Cost against the length of an article."""
        yield "| length KB | CPU s | ms a KB |"
        yield "|--:|--:|--:|"
        empty = self._alone("# Nothing\n")[1]
        for size in (4_000, 16_000, 64_000, 256_000, 1_000_000, 4_000_000, 10_000_000):
            kilobytes, seconds = self._alone(long(self.articles, size))
            yield f"| {kilobytes:.0f} | {seconds:.2f} | {1000 * (seconds - empty) / kilobytes:.2f} |"

    def _alone(self, text: str) -> tuple[float, float]:
        """Kilobytes and processor seconds of one article."""
        folder = self.wanted.scratch / "long"
        kilobytes = write(folder, [text], 1) / 1024
        cache = self.wanted.scratch / "cache-long"
        lines = {"own": factlint("--cache-dir", str(cache))}
        return kilobytes, self.costs(lines, folder, before=lambda: forget(cache))["own"].seconds

    def rules(self) -> Iterator[str]:
        """Cost against the number of rules."""
        yield f"| rules | CPU s for {FEW} articles | ratio |"
        yield "|--:|--:|--:|"
        cache = self.wanted.scratch / "cache-rules"
        kept = ("--cache-dir", str(cache), "--jobs", "1")
        lines = {str(count): factlint(*kept, "--select", names) for count, names in _rule_sets()}
        found = self.costs(lines, self.set_of(FEW), before=lambda: forget(cache))
        for count, cost in found.items():
            yield f"| {count} | {cost.seconds:.2f} | {cost.seconds / found['1'].seconds:.2f} |"

    def pythons(self) -> Iterator[str]:
        """The same articles by other Pythons, each with factlint's dependencies installed."""
        yield f"| Python | one article | {FEW} articles | peak MiB |"
        yield "|---|--:|--:|--:|"
        one = self.wanted.scratch / "one"
        write(one, [sorted(self.articles, key=len)[len(self.articles) // 2]], 1)
        cache = self.wanted.scratch / "cache-pythons"
        interpreters = [Path(sys.executable), *self.wanted.pythons]
        lines = {
            str(place): factlint("--cache-dir", str(cache), "--jobs", "1", python=str(python))
            for place, python in enumerate(interpreters)
        }
        costs = [self.costs(lines, folder, lambda: forget(cache)) for folder in (one, self.set_of(FEW))]
        for place, python in enumerate(interpreters):
            first, some = (each[str(place)] for each in costs)
            ratios = (each[str(place)].seconds / each["0"].seconds for each in costs)
            shown = " | ".join(f"{ratio:.2f}" for ratio in ratios)
            yield f"| {build_of(python)} | {shown} | {max(first.peak, some.peak):.0f} |"

    def profile(self) -> Iterator[str]:
        """The most expensive parts, as ``--timing`` tells them."""
        line = factlint("--timing").over(".")
        done = subprocess.run(
            line, cwd=self.set_of(FEW), env=environment(), capture_output=True, text=True, check=False
        )
        told = done.stderr.splitlines()
        yield "```"
        yield from [*told[:15], f"      … {len(told) - 17} more", *told[-2:]]
        yield "```"


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


def _edit(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("\nOne more line.\n")


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*.md"))


def _table(costs: dict[str, Cost], lines: dict[str, Peer], base: str) -> Iterator[str]:
    """A row for each command; ratios say how many times the base's processor time it takes."""
    yield "| | version | ratio | CPU s | wall s | peak MiB |"
    yield "|---|---|--:|--:|--:|--:|"
    for name, cost in costs.items():
        if cost.failed:
            yield f"| {name} | {lines[name].version} | {cost.failed} | | | |"
            continue
        ratio = cost.seconds / costs[base].seconds if not costs[base].failed else float("nan")
        yield (
            f"| {name} | {lines[name].version} | {ratio:.2f} | {cost.seconds:.2f} | {cost.clock:.2f} "
            f"| {cost.peak:.0f} |"
        )
    yield ""


def _parts(benchmark: Benchmark) -> dict[str, Callable[[], Iterator[str]]]:
    return {
        "setting": benchmark.setting,
        "one": benchmark.one_file,
        "some": benchmark.some_files,
        "many": benchmark.many_files,
        "unchanged": benchmark.unchanged,
        "length": benchmark.length,
        "rules": benchmark.rules,
        "pythons": benchmark.pythons,
        "profile": benchmark.profile,
        "styles": benchmark.styles,
    }


def _put(name: str, text: str) -> None:
    """Put what was measured where the document has a place for it."""
    document = DOCUMENT.read_text(encoding="utf-8")
    place = re.compile(f"(<!-- measured: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    filled = place.sub(lambda found: f"{found[1]}\n{text.strip()}\n\n{found[2]}", document, count=1)
    DOCUMENT.write_text(filled, encoding="utf-8")


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
    parser.add_argument(
        "--pythons", type=Path, nargs="*", default=[], help="interpreters to measure beside this"
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--parts", nargs="*", default=[], help="some of the tables: setting, one, many …")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="factlint-benchmark-") as scratch:
        styles = args.vale_styles.resolve() if args.vale_styles else None
        jars = args.languagetool.resolve() if args.languagetool else None
        wanted = Wanted(Path(scratch), styles, args.vale_style, jars, args.pythons)
        benchmark = Benchmark(texts(args.sources), wanted, args.runs)
        for name, part in _parts(benchmark).items():
            if not args.parts or name in args.parts:
                lines = []
                for line in part():
                    print(line, flush=True)
                    lines.append(line)
                if args.write:
                    _put(name, "\n".join(lines))


if __name__ == "__main__":
    main()
