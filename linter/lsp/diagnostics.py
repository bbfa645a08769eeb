"""Findings as an editor shows them: underlined, in its list of problems, and on hovering."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lsprotocol import types

from linter.finding import Finding, Related, Severity
from linter.lsp.judge import Judged
from linter.lsp.places import Places
from linter.matching.regexes import lazy
from linter.messages import message
from linter.reporters.rule_info import precision_text, rule_url
from linter.reporters.visible import one_line
from linter.rules.model import Rule

SOURCE = "factlint"
_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_MARKUP = lazy(r"[\\`*_{}\[\]()#+\-.!<>|~&:@]")
"""What Markdown takes for more than a letter: strangers' articles and rules put in no picture and no link."""

_ADDRESS = "!#$%&'*+,/:;=?@[]~"
"""What stays as it is in an address that is written into Markdown: brackets do not."""


class Shown:
    """What is known of a text, as one editor shows it."""

    def __init__(self, judged: Judged, encoding: str) -> None:
        self.judged = judged
        self.places = Places(judged.document.text, encoding)
        self._encoding = encoding

    def diagnostics(self) -> list[types.Diagnostic]:
        """All findings."""
        return list(map(self.diagnostic, self.judged.report.findings))

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        """One finding; its related places are links of the editor's."""
        rule = self.judged.rules.get(finding.rule)
        address = _address(rule) if rule else ""
        related = [self._related(each) for each in finding.related]
        return types.Diagnostic(
            range=self.places.range(finding.span),
            message=" ".join(filter(None, (self._said(finding.message), self._advice(finding)))),
            severity=_LEVELS[finding.severity],
            code=finding.rule,
            code_description=types.CodeDescription(address) if address else None,
            source=SOURCE,
            related_information=related or None,
            data={"fingerprint": finding.fingerprint},
        )

    def at(self, range_: types.Range) -> list[Finding]:
        """The findings that a range touches."""
        start, end = self.places.span(range_)
        return [
            each for each in self.judged.report.findings if each.span.start <= end >= start <= each.span.end
        ]

    def hover(self, position: types.Position, markdown: bool) -> types.Hover | None:
        """What is to be said about the findings at a position: what the text says, why it matters."""
        found = self.at(types.Range(position, position))
        if not found:
            return None
        told = "\n\n---\n\n".join("\n\n".join(self._explained(each, markdown)) for each in found)
        kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
        return types.Hover(types.MarkupContent(kind, told), self.places.range(found[0].span))

    def _explained(self, finding: Finding, markdown: bool) -> Iterator[str]:
        speak = self.judged.speak
        title = f"{finding.rule} · {speak(message(finding.severity.label))}"
        yield f"**{_escaped(title)}**" if markdown else title
        rule = self.judged.rules.get(finding.rule)
        told = [self._said(finding.message), self._advice(finding)]
        if rule is not None:
            told.append(self._said(" ".join(rule.rationale.split())))
            if rule.precision is not None and rule.precision.readings:
                readings = precision_text(rule.precision, english=False)
                told.append(self._said(message("Precision: {readings}.", readings=readings)))
        yield from (_escaped(text) if markdown else text for text in told if text)
        address = _address(rule) if rule and markdown else ""
        if address:
            yield f"[{_escaped(finding.rule)}]({address})"

    def _advice(self, finding: Finding) -> str:
        if finding.suggestion is None:
            return ""
        told = message("suggestion: delete it")
        if finding.suggestion:
            told = message("suggestion: {text}", text=one_line(finding.suggestion))
        text = self._said(told)
        return f"{text[0].upper()}{text[1:]}"

    def _related(self, related: Related) -> types.DiagnosticRelatedInformation:
        uri, places = self.judged.document.uri, self.places
        if related.path:
            uri = Path(os.path.abspath(related.path)).as_uri()
            places = Places(self.judged.others.get(related.path, ""), self._encoding)
        label = self._said(related.label or message("the other place"))
        return types.DiagnosticRelatedInformation(types.Location(uri, places.range(related.span)), label)

    def _said(self, text: str) -> str:
        return one_line(self.judged.speak(text))


def _address(rule: Rule) -> str:
    """The page of a rule; of a rule of the project the file, where its reasons and examples stand."""
    page = quote(rule_url(rule), _ADDRESS)
    return page or (Path(os.path.abspath(rule.path)).as_uri() if os.path.isfile(rule.path) else "")


def _escaped(text: str) -> str:
    """A text that is no markup."""
    return _MARKUP.sub(r"\\\g<0>", text)
