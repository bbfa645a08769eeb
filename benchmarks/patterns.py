"""What the rules of patterns cost, with their signs asked for first and with every pattern tried.

    python benchmarks/patterns.py FOLDER [--limit 2000] [--topic residue]

Both ways run on the same articles in one process, article by article, and have to report the same.
Times are processor seconds; reading the articles and telling their language are done before.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import process_time

from linter.analyses.language import language
from linter.article.model import Article
from linter.article.read import format_of, read_article
from linter.check import Alarm, Setup
from linter.rules.bind import bind, check_class
from linter.rules.load import load_rules
from linter.topics.residue.pattern import PatternCheck


def read(folder: Path, limit: int) -> list[Article]:
    """The articles of a folder, their languages told."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and format_of(str(path)))
    articles = [read_article(path.read_text("utf-8", "replace"), str(path)) for path in paths[:limit]]
    for article in articles:
        language(article)
    return articles


def timed(
    checks: list[PatternCheck], articles: list[Article], everywhere: bool = False
) -> tuple[float, list[Alarm]]:
    """Processor seconds and alarms of one pass; ``everywhere``: with every pattern tried on every block."""
    for article in articles:
        article.memo = {key: value for key, value in article.memo.items() if key is language.__wrapped__}
    begun = process_time()
    found = [
        alarm
        for article in articles
        for check in checks
        for alarm in (check.run_parts(article, _all_parts(check)) if everywhere else check.run(article))
        if isinstance(alarm, Alarm)
    ]
    return process_time() - begun, found


def _all_parts(check: PatternCheck) -> dict[int, set[str]]:
    return {part: set() for part in range(len(check.patterns))}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=2000)
    parser.add_argument("--topic", default="residue")
    options = parser.parse_args()
    rules = [rule for rule in load_rules().rules.values() if rule.topic == options.topic]
    checks = [
        check
        for rule in rules
        if issubclass(check_class(rule.check), PatternCheck)
        and isinstance(check := bind(rule, Setup()), PatternCheck)
    ]
    articles = read(options.folder, options.limit)
    characters = sum(len(article.source) for article in articles)
    patterns = sum(len(check.patterns) for check in checks)
    print(f"{len(articles)} articles, {characters / 1e6:.2f} million characters")
    print(f"{len(checks)} rules, {patterns} patterns")
    timed(checks, articles[:20])
    fast, found = timed(checks, articles)
    slow, all_found = timed(checks, articles, everywhere=True)
    assert found == all_found, "the prefilter lost or made an alarm"
    for name, seconds in (("with the prefilter", fast), ("one by one", slow)):
        each, rate = 1000 * seconds / len(articles), characters / seconds / 1e6
        print(f"{name:20} {seconds:8.2f} s {each:8.3f} ms an article {rate:7.2f} million characters a second")
    print(f"{len(found)} alarms, the same both ways; ratio {slow / fast:.1f}")


if __name__ == "__main__":
    main()
