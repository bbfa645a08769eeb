"""What the linter reports: findings, and the counts of what it could not decide."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from linter.hashes import sha256
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.typed import ClassVar


class Severity(int):
    """How much a finding matters; the order is the order of ``--fail-on``."""

    INFO: ClassVar[Severity]
    WARNING: ClassVar[Severity]
    ERROR: ClassVar[Severity]
    choices: ClassVar[dict[str, Severity]]
    """All of them by their labels, the least first."""

    def __new__(cls, value: int) -> Severity:
        """The one of this value; there is no second."""
        for each in cls.choices.values():
            if each == value:
                return each
        raise ValueError(f"{value} is no severity")

    @property
    def label(self) -> str:
        return tuple(self.choices)[self - 1]

    @classmethod
    def named(cls, label: str) -> Severity:
        """The severity with this label; ``KeyError`` for any other word."""
        return cls.choices[label.lower()]


Severity.choices = {
    label: int.__new__(Severity, value) for value, label in enumerate(("info", "warning", "error"), start=1)
}
Severity.INFO, Severity.WARNING, Severity.ERROR = Severity.choices.values()


class Related(NamedTuple):
    """The other place: what the finding disagrees with. ``path`` is empty for the same file."""

    span: Span
    label: str
    path: str = ""
    within: str = ""


class Finding(NamedTuple):
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
    within: str = ""
    """Where that is as people count it, if they see no lines: ``paragraph 12``, ``cell 3, line 2``."""


by_place = attrgetter("path", "span", "rule", "message")
"""What findings are sorted by."""


def fingerprint(rule: str, path: str, text: str, around: str, ordinal: int) -> str:
    """An identity that survives edits elsewhere in the file: no offset and no line goes in.

    ``around`` is the text of the line of the finding, ``ordinal`` counts equal findings.
    """
    parts = (rule, path, " ".join(text.split()), " ".join(around.split()), str(ordinal))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class FileReport:
    """All that is known about one file after linting it."""

    __slots__ = (
        "content",
        "counts",
        "failures",
        "findings",
        "notices",
        "path",
        "read",
        "records",
        "source",
    )

    def __init__(
        self,
        path: str,
        findings: Iterable[Finding] = (),
        source: str = "",
        notices: Iterable[str] = (),
        failures: Iterable[str] = (),
        counts: dict[str, dict[str, int]] | None = None,
        records: bytes = b"",
        read: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.findings = list(findings)
        self.source = source
        """The decoded file; kept only when there are findings to show in it."""
        self.notices = list(notices)
        """What the user is told once per run: that a model is not installed, say."""
        self.failures = list(failures)
        """Why the file could not be linted, or not by every rule."""
        self.counts = counts if counts is not None else {}
        """By rule: what was looked at, and what could not be decided and why."""
        self.records = records
        """What is judged when all files are read: records by rule, packed."""
        self.read = read
        """Other files that the findings depend on: the article's sources."""
        self.content = b""
        """A digest of the bytes that were linted, if they were linted in this run."""

    def with_findings(self, findings: Iterable[Finding]) -> FileReport:
        """The same report with other findings."""
        names = ("path", "source", "notices", "failures", "counts", "records", "read")
        other = FileReport(findings=findings, **{name: getattr(self, name) for name in names})
        other.content = self.content
        return other

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileReport) and all(
            getattr(self, name) == getattr(other, name) for name in self.__slots__ if name != "content"
        )
