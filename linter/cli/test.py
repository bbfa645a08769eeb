"""``factlint test``: the examples of rules, for those who write rules."""

from __future__ import annotations

import argparse
import os
from collections.abc import Set
from pathlib import Path

from linter.cli import FAILED, FOUND, OK, language_file
from linter.cli.terminal import say, say_errors, show
from linter.decode import Problem
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.policies import Policy
from linter.engine.run import Linter
from linter.engine.selftest import cases, failures
from linter.finding import Severity
from linter.messages import message, plural, whole
from linter.quoting import suggestion
from linter.rules.load import load_rule
from linter.rules.model import Rule
from linter.rules.select import INFO, OTHER_PROFILE, PREVIEW, matches


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "rules",
        nargs="*",
        default=[],
        metavar="RULE|FILE",
        help="rule ids or rule files (default: your own, or all where you have none)",
    )
    what.add_argument(
        "--all", action="store_true", help="test all rules: your own, and those that come with factlint"
    )
    what.add_argument(
        "--language", metavar="CODE|FILE", help="check a language file; say what it lacks for which rule"
    )
    parser.add_argument("--config", metavar="FILE", help="use this configuration")


def run(args: argparse.Namespace) -> int:
    """Run the examples; 1 if one does otherwise than it says, 2 if a rule does not load."""
    try:
        linter = Linter(finder=ConfigFinder(args.config))
        rules = dict(linter.policies.book(linter.finder.of(os.getcwd())).rules)
        policy = linter.policies.of(os.path.join(os.getcwd(), "any.md"))
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    if args.language:
        return language_file.run(args.language, rules.values())
    problems = list(linter.policies.problems)
    known = frozenset(rules)
    names = _names(args, rules)
    chosen = [rule for name in names if (rule := _rule(name, rules, problems))]
    say_errors(problems)
    if problems:
        return FAILED
    for rule in chosen if args.rules else [rule for rule in chosen if rule.own]:
        _say_silent(rule, known, policy)
    return _run_examples(chosen, rules)


def _names(args: argparse.Namespace, rules: dict[str, Rule]) -> list[str]:
    """What is named; else one's own rules, which are what one can have broken; else all."""
    own = [] if args.all else sorted(rule.id for rule in rules.values() if rule.own)
    return args.rules or own or sorted(rules)


def _rule(name: str, rules: dict[str, Rule], problems: list[Problem]) -> Rule | None:
    """A rule by its id or its file, checked as no run checks the built-in ones."""
    if name in rules:
        path = Path(rules[name].path)
    elif name.endswith((".yaml", ".yml")):
        path = Path(name)
    else:
        hint = suggestion(name, rules) or message("; 'factlint rules' lists them")
        problems.append(Problem(name, 0, 0, message("no such rule{hint}", hint=hint)))
        return None
    rule, wrong = load_rule(path, path.parent)
    told = {_placed(problem) for problem in problems}
    problems += [problem for problem in wrong if _placed(problem) not in told]
    if rule is not None:
        rule = rule._replace(own=rules[name].own if name in rules else True)
        rules[rule.id] = rule
    return rule


def _placed(problem: Problem) -> Problem:
    """The same, however the path to its file is written."""
    return problem._replace(path=os.path.abspath(problem.path))


def _say_silent(rule: Rule, known: Set[str], policy: Policy) -> None:
    """Say of a rule that no article is checked by it, and why."""
    why = _why_silent(rule, known, policy)
    if why:
        say(message("{rule}: 'factlint check' does not report it here: {why}.", rule=rule.id, why=why))


def _why_silent(rule: Rule, known: Set[str], policy: Policy) -> str:
    if rule.id not in known:
        return message("no folder in 'rules' of the configuration has it")
    if not rule.languages:
        return message("its check speaks none of its languages")
    severity = policy.severity(rule)
    if severity < policy.config.min_severity:
        return message("'min-severity' is above its {severity}", severity=severity.label)
    why = "" if _is_on_somewhere(rule, policy) else policy.selection.why_off(rule)
    if not why and severity == Severity.INFO:
        return message("an info is shown in editors, in machine formats and with '--min-severity info'")
    if why == OTHER_PROFILE:
        return message("{why} ('profiles: [{profile}]' turns it on)", why=message(why), profile=rule.profile)
    if why in (PREVIEW, INFO):
        return message("{why} ('extend-select: [{rule}]' turns it on)", why=message(why), rule=rule.id)
    return message(why) if why else ""


def _is_on_somewhere(rule: Rule, policy: Policy) -> bool:
    """Whether some paths have the rule on that is off for the others."""
    return any(
        rule.profile in each.profiles or any(matches(rule, selector) for selector in each.select)
        for each in policy.config.overrides
    )


def _run_examples(chosen: list[Rule], rules: dict[str, Rule]) -> int:
    count = failed = 0
    for case in cases(chosen):
        count += 1
        wrong = failures(case, rules.values())
        failed += bool(wrong)
        for text in wrong:
            show(f"{case.rule.path}: {case.name}: {text}")
    rules_told = plural(len(chosen), "{number} rule", "{number} rules")
    told = plural(
        count,
        "{number} example of {rules}, {failed} failed.",
        "{number} examples of {rules}, {failed} failed.",
        rules=rules_told,
        failed=whole(failed),
    )
    say(told)
    return FOUND if failed else OK
