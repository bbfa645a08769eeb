"""The reference of settings, rule files and the command line, from the code."""

from __future__ import annotations

from collections.abc import Iterator

from linter.cli import COMMANDS
from linter.cli.parser import parser
from linter.engine.config import Config
from linter.rules.model import RuleFile
from scripts.docs_site.markdown import fields, inner_records, one_line

_CONFIGURATION = """\
# Configuration

`.factlint.yaml`, or the table `[tool.factlint]` of `pyproject.toml`. It is looked for from the article
upwards, so that an article is judged alike from wherever factlint is started. Paths and globs in it are
relative to its folder; paths do not lead out of the project. `factlint init` writes one for a
repository, `factlint schema --write` makes editors complete it ([its
schema](../schema/factlint.schema.json)). All of it is optional.

Of `select`, `extend-select`, `ignore` and `severity` each name is the id of a rule, a topic, a glob over
ids, or `all`. The command line has options for most of it, which go before the file: [command
line](command-line.md).
"""
_RULE = """\
# Rule files

A rule is a YAML file: its name is its id, the folder it stands in its topic. How to write one: [rules of
your own](../own-rules.md). What stands under `params` goes by the check: [all
checks](../checks/index.md). The schema for editors is [rule.schema.json](../schema/rule.schema.json).
"""


def configuration() -> str:
    """The page on ``.factlint.yaml``."""
    return "\n".join(_record_page(_CONFIGURATION, Config))


def rule_files() -> str:
    """The page on the keys of a rule file."""
    return "\n".join(_record_page(_RULE, RuleFile))


def _record_page(head: str, record: type) -> Iterator[str]:
    yield head
    yield from fields(record)
    for inner in inner_records(record):
        yield f"## {inner.__name__}\n"
        yield f"{one_line(inner.__doc__ or '')}\n"
        yield from fields(inner)


def command_line() -> str:
    """The page on all commands, as their own help says it."""
    return "\n".join(_commands())


def _commands() -> Iterator[str]:
    yield "# Command line\n"
    yield "`factlint PATH…` is short for `factlint check PATH…`.\n"
    yield "Exit codes: 0 nothing found, 1 findings at or above `--fail-on`, 2 the job could not be done.\n"
    for name, about in COMMANDS.items():
        command = parser([name])._subparsers._group_actions[0].choices[name]  # type: ignore[union-attr]
        yield f"## {name}\n"
        yield f"{about[:1].upper()}{about[1:]}.\n"
        yield f"```text\n{command.format_help().rstrip()}\n```\n"
