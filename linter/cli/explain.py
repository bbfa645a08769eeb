"""``factlint explain RULE``."""

from __future__ import annotations

import argparse
import os

from linter.cli import FAILED, OK
from linter.cli.terminal import say, say_errors, show, speak, translator
from linter.engine.config_files import ConfigError, ConfigFinder
from linter.engine.run import Linter
from linter.messages import message
from linter.quoting import suggestion
from linter.reporters.rule_info import explanation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE", nargs="+", help="id of a rule")
    parser.add_argument("--config", metavar="FILE", help="use this configuration")


def run(args: argparse.Namespace) -> int:
    """Print what the rules are about."""
    try:
        linter = Linter(finder=ConfigFinder(args.config))
        project = linter.finder.of(os.getcwd())
        rules = linter.policies.book(project).rules
        speak(project.config.messages, rules.values())
    except ConfigError as error:
        say_errors(error.problems)
        return FAILED
    unknown = [name for name in args.rule if name not in rules]
    for name in unknown:
        hint = suggestion(name, rules) or message("; 'factlint rules' lists them")
        say(message("error: no rule '{name}'{hint}", name=name, hint=hint))
    text = "\n\n".join(explanation(rules[name], translator()) for name in args.rule if name in rules)
    show(*text.splitlines())
    return FAILED if unknown else OK
