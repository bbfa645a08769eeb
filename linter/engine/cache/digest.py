"""A digest of everything that has a say in the findings of a file, but the file itself."""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Iterable, Mapping
from typing import Any

from linter.engine.cache.folder import Stamp
from linter.finding import Severity
from linter.namedtuples import NamedTuple
from linter.rules.model import Rule
from linter.rules.serial import plain_rule

_SCALARS = (str, int, float, bool, bytes, type(None))
_WITHOUT_REFERENCES = 2
"""The version of the format in which equal data always gives equal bytes."""


class Basis(NamedTuple):
    """What a profile was made from."""

    rules: tuple[Rule, ...]
    severity: Mapping[str, Severity]
    params: Mapping[str, Mapping[str, Any]]
    known: Iterable[str]
    """The ids of all rules that exist."""
    settings: tuple[Any, ...]
    """Whatever else has a say, as plain data."""
    files: tuple[str, ...]
    """Files that have a say, such as a story bible."""


def digest_of(basis: Basis, code: Stamp) -> bytes:
    """The digest. Findings name their file as it is named here, so the working directory is part of it."""
    plain = (
        code,
        os.getcwd(),
        [plain_rule(rule) for rule in basis.rules],
        sorted((rule, int(level)) for rule, level in basis.severity.items()),
        sorted((rule, _plain(params)) for rule, params in basis.params.items()),
        sorted(basis.known),
        _plain(basis.settings),
        [(path, _bytes_of(path)) for path in basis.files],
    )
    return hashlib.sha256(marshal.dumps(plain, _WITHOUT_REFERENCES)).digest()[:16]


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
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
