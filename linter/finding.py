"""What the linter reports: findings, and the counts of what it could not decide."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from linter.text import Span


class Severity(enum.IntEnum):
    """How much a finding matters; the order is the order of ``--fail-on``."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, label: str) -> Severity:
        """The severity with this label; ``KeyError`` for any other word."""
        return cls[label.upper()]


class Related(NamedTuple):
    """The other place: what the finding disagrees with. ``path`` is empty for the same file."""

    span: Span
    label: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement or leftover, at one place of one file."""

    path: str
    rule: str
    severity: Severity
    message: str
    span: Span
    text: str
    related: tuple[Related, ...] = ()
    suggestion: str | None = None
    fix: str | None = None
    """What ``--fix`` may write instead of the span; only where that is safe."""
    fingerprint: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.span.start, self.span.end, self.rule, self.message)


def fingerprint(rule: str, path: str, text: str, around: str, ordinal: int) -> str:
    """An identity that survives edits elsewhere in the file: no offset and no line goes in.

    ``around`` is the text of the line of the finding, ``ordinal`` counts equal findings.
    """
    parts = (rule, path, " ".join(text.split()), " ".join(around.split()), str(ordinal))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(slots=True)
class FileReport:
    """All that is known about one file after linting it."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    source: str = ""
    """The decoded file; kept only when there are findings to show in it."""
    notices: list[str] = field(default_factory=list)
    """What the user is told once per run: that a model is not installed, say."""
    failures: list[str] = field(default_factory=list)
    """Why the file could not be linted, or not by every rule."""
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    """By rule: what was looked at, and what could not be decided and why."""
    records: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    """By rule: plain data that is judged when all files are read."""
    read: tuple[str, ...] = ()
    """Other files that the findings depend on: the article's sources."""
