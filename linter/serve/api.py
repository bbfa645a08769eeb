"""The JSON API: ``POST /api/check``. :mod:`linter.serve.openapi` describes it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable

from linter import __version__
from linter.article.beside import Part, part_at, parts_beside
from linter.article.formats import UNPACKERS
from linter.decode import Reader
from linter.finding import Finding, Related, Severity
from linter.namedtuples import NamedTuple
from linter.nodes import node_of
from linter.serve.job import Answer, Job
from linter.serve.offsets import Utf16, code_points
from linter.serve.refusal import Refusal
from linter.typed import Any, Literal

SCHEMA = "factlint-serve/1"
"""The version of the form of answers; it changes when a key changes its meaning."""


class Wish(NamedTuple):
    """What a request asks for."""

    text: str = ""
    """The article."""
    data: str = ""
    """In place of a text the file, in base64, for formats that articles are taken out of."""
    format: Literal[
        "text",
        "markdown",
        "html",
        "rst",
        "asciidoc",
        "org",
        "latex",
        "subtitles",
        "docx",
        "odt",
        "epub",
        "notebook",
        "xml",
        "json",
        "json-lines",
    ] = "markdown"
    """How it is written."""
    title: str = ""
    """The headline, if it is not in the text."""
    date: str = ""
    """The date of publication."""
    lang: str = ""
    """The language of the text; without it, it is found out."""
    messages: Literal["en", "fr", "de", "es", "it", "pt", "nl", "pl"] = "en"
    """The language of messages."""
    severity: Severity = Severity.INFO
    """Findings below it are left out."""
    rules: tuple[str, ...] = ()
    """Rules that run as well, such as those in preview."""
    offsets: Literal["code-points", "utf-16"] = "code-points"
    """What ``start`` and ``end`` count: Python's characters, or those of JavaScript and Java."""

    @property
    def job(self) -> Job:
        """The text as it is judged. ``Refusal`` if the keys do not go together."""
        unpacked = self.format in UNPACKERS
        if unpacked and (self.text or self.title or self.date or self.lang):
            told = f"'{self.format}' is sent as 'data', and says itself what 'title', 'date' and 'lang' are"
            raise Refusal(400, told)
        if self.data and not unpacked:
            raise Refusal(400, f"'{self.format}' is sent as 'text', not as 'data'")
        try:
            data = base64.b64decode(self.data, validate=True)
        except (binascii.Error, ValueError):
            raise Refusal(400, "'data' is not in base64") from None
        return Job(
            self.text,
            data,
            self.format,
            self.title,
            self.date,
            self.lang,
            self.rules,
            self.severity,
            self.messages,
        )


def wish_of(body: bytes) -> Wish:
    """What a request asks for. ``Refusal`` if it cannot be understood."""
    reader = Reader("body")
    try:
        told = json.loads(body)
        if not isinstance(told, dict):
            raise Refusal(400, "the body is no JSON object")
        wish = reader.record(node_of({key: each for key, each in told.items() if each is not None}), Wish)
    except (ValueError, RecursionError):
        raise Refusal(400, "the body is no JSON") from None
    if reader.problems or wish is None:
        raise Refusal(400, "; ".join(str(each.message) for each in reader.problems) or "nothing is asked")
    found: Wish = wish
    return found


def checked(wish: Wish, job: Job, answer: Answer) -> dict[str, Any]:
    """The answer to ``/api/check``."""
    places = _Places(answer.text, job.given, wish.offsets)
    names = sorted({each.rule for each in answer.findings})
    told: dict[str, Any] = {
        "schema": SCHEMA,
        "version": __version__,
        "language": answer.language or None,
        "findings": [places.record(each) for each in answer.findings],
        "rules": {
            name: {
                "topic": answer.rules[name].topic,
                "summary": answer.rules[name].summary,
                "rationale": answer.rules[name].help,
                "url": answer.rules[name].url or None,
            }
            for name in names
        },
        "failures": list(answer.failures),
        "notices": list(answer.notices),
    }
    return told | ({"text": answer.text} if wish.data else {})


class _Places:
    """Places in the text, or in a field that was given beside it."""

    def __init__(self, text: str, given: dict[str, str], offsets: str) -> None:
        self._parts = parts_beside(text, given)
        self._units: dict[str, Callable[[int], int]] = {
            part.name: Utf16(part.lines.source) if offsets == "utf-16" else code_points
            for part in self._parts
        }

    def record(self, finding: Finding) -> dict[str, Any]:
        """A finding with the keys of the JSON report."""
        part = part_at(self._parts, finding.span.start)
        start = part.lines.position(finding.span.start - part.at)
        end = part.lines.position(finding.span.end - part.at)
        return {
            "rule": finding.rule,
            "severity": finding.severity.label,
            "message": finding.message,
            "field": part.name,
            **self._range(part, finding),
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "text": finding.text,
            "related": [self._related(each) for each in finding.related if not each.path],
            "suggestion": finding.suggestion,
            "fix": finding.fix,
            "fingerprint": finding.fingerprint,
            **({"within": finding.within} if finding.within else {}),
        }

    def _related(self, related: Related) -> dict[str, Any]:
        part = part_at(self._parts, related.span.start)
        return {"field": part.name, **self._range(part, related), "label": related.label}

    def _range(self, part: Part, place: Finding | Related) -> dict[str, int]:
        unit = self._units[part.name]
        return {"start": unit(place.span.start - part.at), "end": unit(place.span.end - part.at)}
