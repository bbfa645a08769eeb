"""A digest of everything that has a say in the findings of a file, but the file itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from linter import __version__
from linter.engine.cache.keyed import stamp_digest
from linter.files import DATA, read_bytes
from linter.finding import Severity
from linter.namedtuples import NamedTuple
from linter.packaged import builtin_rules
from linter.rules.model import Rule
from linter.rules.serial import plain_rule
from linter.typed import Any

SIZE = 16
"""Bytes of a digest."""
_SCALARS = (str, int, float, bool, bytes, type(None))


class Basis(NamedTuple):
    """What a policy was made from."""

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity]
    params: Mapping[str, Mapping[str, Any]]
    known: Iterable[str]
    """The ids of all rules that exist."""
    settings: tuple[Any, ...]
    """Whatever else has a say, as plain data."""
    files: tuple[str, ...]
    """Files that have a say, such as a story bible."""


def digest_of(basis: Basis, code: bytes, alone: bool) -> bytes:
    """The digest. Findings name their file as it is named here, so the working directory is part of it.

    ``code`` stands for the linter with its own rules, of which the names tell enough; ``alone``: nothing is
    judged together with the file.
    """
    files = [(path, _bytes_of(path)) for path in basis.files]
    known = builtin_rules() + os.sep
    rules = [rule.id if rule.path.startswith(known) else plain_rule(rule) for rule in basis.rules]
    plain = (code, alone, os.getcwd(), rules, *_ruling(basis), _plain(basis.settings), files)
    return stamp_digest(plain)[:SIZE]


def portable_digest(basis: Basis, *more: Any) -> str:
    """What stands for the rules, for files that have a say, and for ``more``: the same on every machine.

    Of files only the contents count, of ``basis.settings`` nothing: they name folders.
    """
    rules = [plain_rule(rule) for rule in basis.rules]
    plain = (__version__, rules, *_ruling(basis), [_bytes_of(path) for path in basis.files], _plain(more))
    return stamp_digest(plain)[:SIZE].hex()


def _ruling(basis: Basis) -> Iterator[Any]:
    """The levels and parameters of rules, as plain data, and the names of all."""
    yield sorted((rule, int(level)) for rule, level in basis.severity.items())
    yield sorted((rule, _plain(params)) for rule, params in basis.params.items())
    yield sorted(basis.known)


def _plain(value: Any) -> Any:
    """Plain data in an order of its own, so that equal values give equal bytes."""
    if isinstance(value, Mapping):
        return sorted((str(key), _plain(item)) for key, item in value.items())
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if type(value) in _SCALARS else str(value)


def _bytes_of(path: str) -> bytes:
    try:
        return read_bytes(os.path.realpath(path), most=DATA)  # that it may be read was asked before
    except OSError:
        return b""
