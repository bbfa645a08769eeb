"""Rows of archives, and the files that the same articles would be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate

from linter.corpus.document import BESIDE, Place
from linter.corpus.judge import Row
from linter.corpus.settings import Settings, settings_of
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.finding import Finding, Related
from linter.text import Span

ARTICLES: tuple[Mapping[str, str], ...] = (
    {
        "title": "Council pays 3 million for a bridge",
        "date": "2024-05-04",
        "lang": "en",
        "text": "On Monday 4 May 2024 the council of Newtown paid 2 million euros in April 20XX.\n\n"
        "Anna Nowak, 41, was born in 1960. The the bridge is open.",
    },
    {
        "title": 'Le "pont" de Paris\u200b est fermé',
        "lead": "Le lundi 4 mars 2025, le maire\n   a démissionné.",
        "date": "2025-03-06",
        "lang": "fr",
        "text": "Le maire a dit tanto de choses.\n\nLe mardi 5 mars 2025 il pleut.",
    },
    {"text": "A line of text, and no more."},
    {"title": "Empty", "lang": "en", "text": ""},
)
"""Some in which there is something to be found, in columns and in places of all kinds."""


@cache
def settings() -> Settings:
    """Those of articles in Markdown, with all rules of the defaults and no configuration."""
    return settings_of(Choice(), format="markdown")


def row(values: Mapping[str, str], name: str = "a.md") -> Row:
    return Row(name, values)


class File:
    """The file that a row would be, with its metadata as front matter."""

    def __init__(self, row: Row) -> None:
        self.path = row.id
        given = {name: row.values[name] for name in BESIDE if row.values.get(name, "").strip()}
        head = "".join(f"{name}: {json.dumps(given[name], ensure_ascii=False)}\n" for name in given)
        self._begins: dict[str, int] = {}
        self._ways: dict[str, list[int]] = {}
        at = len("---\n")
        for name, value in given.items():
            self._begins[name] = at + len(f'{name}: "')
            pieces = [len(json.dumps(char, ensure_ascii=False)) - 2 for char in value]
            self._ways[name] = list(accumulate(pieces, initial=0))
            at += len(f"{name}: {json.dumps(value, ensure_ascii=False)}\n")
        head = f"---\n{head}---\n\n" if given else ""
        self._begins["text"] = len(head)
        self.source = head + row.values.get("text", "")

    def place(self, span: Span) -> Place:
        """Where a place in the file is in the row."""
        column = max(
            (name for name, at in self._begins.items() if at <= span.start), key=self._begins.__getitem__
        )
        start, end = (at - self._begins[column] for at in span)
        if column != "text":
            start, end = (self._ways[column].index(at) for at in (start, end))
        return Place(column, start, end)

    def findings(self) -> Iterator[dict[str, object]]:
        """What the linter finds in it, as rows of tables."""
        report = Linter().lint_source(self.source, self.path, "markdown")
        return map(self._told, report.findings)

    def _told(self, finding: Finding) -> dict[str, object]:
        return {
            "rule": finding.rule,
            "severity": finding.severity.label,
            "message": finding.message,
            **self._at(finding),
            "text": finding.text,
            "related": [{**self._at(each), "label": each.label, "id": None} for each in finding.related],
            "suggestion": finding.suggestion,
            "fix": finding.fix,
            "fingerprint": finding.fingerprint,
        }

    def _at(self, place: Finding | Related) -> dict[str, object]:
        column, start, end = self.place(place.span)
        return {"in_column": column, "start_char": start, "end_char": end}
