"""From a rule to the check that runs it."""

from __future__ import annotations

import importlib

from linter.check import Check, Setup
from linter.decode import REQUIRED, Reader, defaults_of
from linter.nodes import node_of
from linter.rules.model import Rule
from linter.topics import CHECKS
from linter.typed import Any

GUEST = "linter."
"""What the names of the checks of guests begin with: they are those of their classes."""


def check_class(name: str) -> type[Check]:
    """The class of a check: by its name in the table, or, for a guest's, by its module and class.

    ``KeyError`` for an unknown name.
    """
    module, _, attribute = (name if name.startswith(GUEST) else CHECKS[name]).partition(":")
    found: type[Check] = getattr(importlib.import_module(module), attribute)
    return found


def is_prepared(name: str) -> bool:
    """Whether checks of this name can be made of plain data sooner than of their parameters."""
    return check_class(name).prepared is not Check.prepared


def bind(rule: Rule, setup: Setup, changes: dict[str, Any] | None = None) -> Check:
    """The check of a rule, with its parameters typed. ``ValueError`` lists what is wrong with them."""
    kind = check_class(rule.check)
    stated = {**rule.params, **(changes or {})}
    if not stated and REQUIRED not in defaults_of(kind.Params).values():  # as of most rules
        return kind(kind.Params(), setup)
    reader = Reader(rule.path)
    params = reader.record(node_of(stated), kind.Params, f"params of {rule.id}")
    if reader.problems:
        raise ValueError("; ".join(problem.message for problem in reader.problems))
    return kind(params, setup)
