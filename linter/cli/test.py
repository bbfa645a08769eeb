"""``factlint test``: the examples of rules, for those who write rules."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from linter.cli import language_file
from linter.cli.main import FAILED, FOUND, OK
from linter.cli.terminal import say, say_problems, show
from linter.decode import Problem, suggestion
from linter.engine.config import ConfigError, ConfigFinder
from linter.engine.run import Linter
from linter.engine.selftest import cases, failures
from linter.messages import message
from linter.reporters.summary import counted
from linter.rules.load import load_rule
from linter.rules.model import Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="*", metavar="RULE|FILE", help="rule ids or rule files (default: all)")
    parser.add_argument(
        "--language", metavar="CODE|FILE", help="check a language file; say what it lacks for which rule"
    )
    parser.add_argument("--config", metavar="FILE", help="use this configuration")


def run(args: argparse.Namespace) -> int:
    """Run the examples; 1 if one does otherwise than it says, 2 if a rule does not load."""
    try:
        linter = Linter(finder=ConfigFinder(args.config))
        rules = dict(linter.profiles.book(linter.finder.of(os.getcwd())).rules)
    except ConfigError as error:
        say_problems(error.problems)
        return FAILED
    if args.language:
        return language_file.run(args.language, rules.values())
    problems = list(linter.profiles.problems)
    chosen = [rule for name in args.rules or sorted(rules) if (rule := _rule(name, rules, problems))]
    for problem in problems:
        say(message("error: {problem}", problem=problem.told))
    return FAILED if problems else _run_examples(chosen, rules)


def _rule(name: str, rules: dict[str, Rule], problems: list[Problem]) -> Rule | None:
    """A rule by its id or its file, checked as no run checks the built-in ones."""
    if name in rules:
        path = Path(rules[name].path)
    elif name.endswith((".yaml", ".yml")):
        path = Path(name)
    else:
        problems.append(Problem(name, 0, 0, f"no such rule{suggestion(name, rules)}"))
        return None
    rule, wrong = load_rule(path, path.parent)
    problems += [problem for problem in wrong if problem not in problems]
    if rule is not None:
        rules[rule.id] = rule
    return rule


def _run_examples(chosen: list[Rule], rules: dict[str, Rule]) -> int:
    count = failed = 0
    for case in cases(chosen):
        count += 1
        wrong = failures(case, rules.values())
        failed += bool(wrong)
        for text in wrong:
            show(f"{case.rule.path}: {case.name}: {text}")
    say(f"{count} examples of {counted(len(chosen), 'rule')}, {failed} failed.")
    return FOUND if failed else OK
