"""``factlint rules``: the list of rules, by topic."""

from __future__ import annotations

import argparse
import os
from itertools import groupby

from linter.cli import FAILED, OK
from linter.cli.language_matrix import print_languages
from linter.cli.terminal import say_errors, show, speak, translated
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.run import Linter
from linter.messages import bare, message
from linter.reporters.jsontext import dumps
from linter.reporters.rule_info import level, reading_cell, summary
from linter.rules.model import Precision, Rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", default=".", help="list them as they apply to this file or folder")
    parser.add_argument("--config", metavar="FILE", help="use this configuration")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--markdown", action="store_true", help="as Markdown, with the precision of each")
    parser.add_argument("--languages", action="store_true", help="which languages each of them speaks")


def run(args: argparse.Namespace) -> int:
    """Print every rule, and whether it is on for the path."""
    try:
        linter = Linter(finder=ConfigFinder(args.config))
        project = linter.finder.of(os.path.abspath(args.path))
        rules = linter.policies.book(project).rules
        speak(project.config.messages, rules.values())
        active = {rule.id: rule for rule in linter.policies.of(args.path).rules.rules}
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    say_errors(linter.policies.problems)
    listed = [active.get(rule.id, rule) for rule in rules.values()]
    listed.sort(key=lambda rule: (rule.topic, rule.id))
    if args.languages:
        print_languages(listed, args.json)
        return FAILED if linter.policies.problems else OK
    printer = _print_json if args.json else _print_markdown if args.markdown else _print_table
    printer(listed, active)
    return FAILED if linter.policies.problems else OK


def _print_json(rules: list[Rule], active: dict[str, Rule]) -> None:
    records = [
        {
            "id": rule.id,
            "topic": rule.topic,
            "check": rule.check,
            "severity": rule.severity.label,
            "status": rule.status,
            "languages": list(rule.languages),
            "on": rule.id in active,
            "summary": summary(rule),
        }
        for rule in rules
    ]
    show(*dumps(records, indent=2).split("\n"))


def _print_markdown(rules: list[Rule], active: dict[str, Rule]) -> None:
    show("# The rules", "")
    show("Written by `factlint rules --markdown`. Precision: true alarms of those read, on posts of")
    show("article repositories and on press articles. Preview rules are off; so is what is only *info*.")
    for topic, members in groupby(rules, key=lambda rule: rule.topic):
        show("", f"## {topic}", "")
        show("| rule | reports | severity | repositories | press |", "| --- | --- | --- | --- | --- |")
        for rule in members:
            link = f"[{rule.id}]({rule.topic}/{rule.id}.yaml)"
            about = summary(rule).replace("|", "\\|")
            show(f"| {link} | {about} | {level(rule)} | {_precision(rule)} |")


def _precision(rule: Rule) -> str:
    """The two columns of what was read."""
    precision = rule.precision or Precision()
    if not precision.readings:
        return f"{precision.note} |"
    return " | ".join(map(reading_cell, (precision.repositories, precision.press)))


def _print_table(rules: list[Rule], active: dict[str, Rule]) -> None:
    width = max((len(rule.id) for rule in rules), default=0)
    for topic, members in groupby(rules, key=lambda rule: rule.topic):
        show(topic)
        for rule in members:
            state = rule.severity.label if rule.id in active else "off"
            preview = " (preview)" if rule.status == "preview" else ""
            show(f"  {rule.id:{width}}  {state:7}  {translated(summary(rule))}{preview}")
    show("")
    show(
        message(
            "{active} of {number} rules are on. `factlint explain RULE` says more.",
            active=bare(len(active)),
            number=bare(len(rules)),
        )
    )
