"""What is handed out: findings, and the errors that stand for none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


class ConfigurationError(Exception):
    """The configuration, or a rule that is asked for, is wrong; the message names file and line."""


class CheckError(Exception):
    """The text could not be judged, or not by every rule. ``findings`` are what was found all the same."""

    def __init__(self, message: str, findings: list[Finding]) -> None:
        super().__init__(message)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Related:
    """The other place: what a finding disagrees with."""

    start: int
    end: int
    label: str
    """What stands there, in words; may be empty."""
    field: str = ""
    """As of :class:`Finding`."""
    path: str = ""
    """The file that it is in, if that is another one; then the offsets are those of that file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement or leftover, at one place.

    ``start`` and ``end`` are offsets in code points, the end exclusive; lines and columns count from 1,
    columns in code points. They are those of the text, or of the field that ``field`` names.
    """

    path: str
    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """The words that it is about."""
    related: tuple[Related, ...] = ()
    suggestion: str | None = None
    """What may stand there instead: for a person to decide."""
    fix: str | None = None
    """What may be written there without looking."""
    fingerprint: str = ""
    """Stays the same while the text around changes: for those who remember what was seen."""
    field: str = ""
    """``title``, ``date`` or ``lang`` if it is in what was given beside the text; else empty."""
    within: str = ""
    """The place in words, in files that articles are taken out of: ``cell 3, line 2``; else empty."""
