"""SARIF 2.1.0 (OASIS), in the parts that GitHub code scanning and editors read.

Fingerprints go under a name of our own: GitHub computes ``primaryLocationLineHash`` itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.messages import message
from linter.reporters.base import ReportOptions, RuleInfo, Run
from linter.reporters.jsontext import dumps
from linter.reporters.paths import repository_path, uri
from linter.reporters.places import Item, Place, items
from linter.text import LineIndex, Span
from linter.typed import Any, TextIO

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
_LIMIT = 1024
"""Characters that GitHub takes of a description."""


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    out.write(dumps(_Log(run, options).log(), indent=2) + "\n")


class _Log:
    """Builds the log of one run."""

    def __init__(self, run: Run, options: ReportOptions) -> None:
        self.run = run
        self.options = options
        names = {*run.rules, *(finding.rule for finding in run.findings())}
        self.rules = {name: number for number, name in enumerate(sorted(names))}

    def log(self) -> dict[str, Any]:
        rules = [_rule(self.run.rule(name)) for name in self.rules]
        driver = {"name": "factlint", "semanticVersion": self.run.version, "rules": rules}
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [self._invocation()],
            "results": [self._result(item) for item in items(self.run)],
        }
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}

    def _invocation(self) -> dict[str, Any]:
        notes = [
            {"level": "error", "message": {"text": reason}, "locations": [self._location(path)]}
            for path, reason in self.run.failures()
        ]
        return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}

    def _result(self, item: Item) -> dict[str, Any]:
        finding = item.finding
        location = self._location(finding.path, item.lines, finding.span)
        location["physicalLocation"]["region"]["snippet"] = {"text": finding.text}
        location |= self._logical(finding.within)
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self.rules[finding.rule],
            "level": _LEVELS[finding.severity.label],
            "message": {"text": self._message(item)},
            "locations": [location],
            "partialFingerprints": {"factlint/v1": finding.fingerprint},
        }
        if item.others:
            result["relatedLocations"] = list(self._related(item))
        if finding.fix is not None:
            result["fixes"] = [self._fix(item, finding.fix)]
        return result

    def _related(self, item: Item) -> Iterator[dict[str, Any]]:
        for number, place in enumerate(item.others, 1):
            location = self._location(place.path, place.lines, place.span)
            within = self._logical(place.within)
            yield {"id": number, **location, **within, "message": {"text": self._label(place)}}

    def _logical(self, within: str) -> dict[str, Any]:
        """The place as people count it, where lines are not what they see."""
        return {"logicalLocations": [{"name": within}]} if within else {}

    def _label(self, place: Place) -> str:
        return place.label or self.run.translate(message("the other place"))

    def _message(self, item: Item) -> str:
        """The message, with a link to each other place: GitHub shows those that the text links to."""
        labels = map(self._label, item.others)
        links = ", ".join(f"[{_link_text(label)}]({number})" for number, label in enumerate(labels, 1))
        parts = [item.finding.message.replace("](", "] (")]
        parts += [self.run.translate(message("See {links}.", links=links))] if links else []
        parts += [f"{item.advice[0].upper()}{item.advice[1:]}"] if item.advice else []
        return " ".join(parts)

    def _fix(self, item: Item, text: str) -> dict[str, Any]:
        replacement = {
            "deletedRegion": _region(item.lines, item.finding.span),
            "insertedContent": {"text": text},
        }
        change = {"artifactLocation": self._artifact(item.finding.path), "replacements": [replacement]}
        return {"description": {"text": item.advice or "fix"}, "artifactChanges": [change]}

    def _location(
        self, path: str, lines: LineIndex | None = None, span: Span | None = None
    ) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": self._artifact(path)}
        if lines is not None and span is not None:
            physical["region"] = _region(lines, span)
        return {"physicalLocation": physical}

    def _artifact(self, path: str) -> dict[str, str]:
        return {"uri": uri(repository_path(path, self.run, self.options))}


def _region(lines: LineIndex, span: Span) -> dict[str, Any]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _link_text(label: str) -> str:
    """SARIF 2.1.0, 3.11.6: brackets in a link's text are escaped."""
    return label.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _rule(rule: RuleInfo) -> dict[str, Any]:
    words = rule.id.replace("-", " ")
    summary = rule.summary or words
    text = rule.help or summary
    properties: dict[str, Any] = {"problem.severity": _PROBLEMS[rule.severity]}
    properties |= {"tags": [rule.topic]} if rule.topic else {}
    properties |= {"precision": rule.precision} if rule.precision else {}
    return {
        "id": rule.id,
        "name": words.title().replace(" ", ""),
        "shortDescription": {"text": summary[:_LIMIT]},
        "fullDescription": {"text": summary[:_LIMIT]},
        "help": {"text": text, "markdown": text},
        **({"helpUri": rule.url} if rule.url else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": properties,
    }
