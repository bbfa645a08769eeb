"""What goes to a process that judges texts, and what comes back: plain data, fit to be sent."""

from __future__ import annotations

from collections.abc import Mapping

from linter.finding import Finding, Severity
from linter.namedtuples import NamedTuple
from linter.reporters.base import RuleInfo


class Settings(NamedTuple):
    """What the command line says, for all texts."""

    config: str = ""
    """A configuration in place of the one that is found from the working directory upwards."""
    isolated: bool = False
    """No configuration is read."""
    time_limit: int = 10
    """Seconds on the clock after which a text is given up."""


class Job(NamedTuple):
    """A text to be judged."""

    text: str = ""
    data: bytes = b""
    """The file, for formats that articles are taken out of."""
    format: str = "text"
    title: str = ""
    date: str = ""
    lang: str = ""
    """What is known beside the text; it wins over what the text says."""
    enabled: tuple[str, ...] = ()
    """Rules that run as well. Names that no rule has are passed over."""
    min_severity: Severity = Severity.INFO
    messages: str = ""
    """The language of messages; empty for that of the text."""

    @property
    def given(self) -> dict[str, str]:
        """What is known beside the text, by field, as :func:`linter.article.beside.read_beside` wants it."""
        fields = {"title": self.title, "date": self.date, "lang": self.lang}
        return {name: value for name, value in fields.items() if value.strip()}


class Answer(NamedTuple):
    """What was found, in the language that was asked for."""

    text: str
    """What places count in; for a file what was taken out of it."""
    language: str = ""
    """That of the text, as ISO 639-1 code; empty where nobody can tell."""
    findings: tuple[Finding, ...] = ()
    """Their places count in the source that ``read_beside`` makes."""
    rules: Mapping[str, RuleInfo] = {}
    """Those that the findings are of."""
    failures: tuple[str, ...] = ()
    """Why the text was not judged, or not by every rule."""
    notices: tuple[str, ...] = ()
