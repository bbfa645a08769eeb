"""``factlint schema``: JSON Schema for editors."""

from __future__ import annotations

import argparse
import json
from typing import Any

from linter.cli.main import OK
from linter.cli.terminal import show
from linter.engine.config import Config
from linter.rules.model import RuleFile
from linter.rules.schema import schema_of
from linter.topics import CHECKS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("rule", "config"), help="which files to describe")


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    show(*json.dumps(schema(args.kind), indent=2).split("\n"))
    return OK


def schema(kind: str) -> dict[str, Any]:
    """The schema of rule files (``rule``) or of ``.factlint.yaml`` (``config``)."""
    if kind == "config":
        return schema_of(Config, "Configuration of factlint")
    described = schema_of(RuleFile, "A rule of factlint")
    described["properties"]["check"] = {"enum": sorted(CHECKS)}
    return described
