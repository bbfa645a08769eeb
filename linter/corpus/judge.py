"""One row after the other, judged: plain values in, plain values out. No file is opened."""

from __future__ import annotations

from collections.abc import Mapping
from time import thread_time
from typing import Any

from linter.analyses.language import language
from linter.article.formats import FORMATS, UNPACKERS
from linter.article.model import Article
from linter.corpus.columns import KEPT
from linter.corpus.document import BESIDE, SOURCE, TEXT, Document, Place
from linter.corpus.settings import Settings, policy_of
from linter.engine.cache.serial import unpacked_records
from linter.engine.document import lint_document
from linter.engine.interrupt import interrupted
from linter.engine.policies import Policy
from linter.finding import FileReport, Finding, Related
from linter.hashes import sha256
from linter.matching.budget import Budget, OutOfTime
from linter.messages import message
from linter.namedtuples import NamedTuple

Values = dict[str, Any]
"""One row of a table that is written, by column."""
_FORMATS = {**{name: name for name in FORMATS.values()}, **FORMATS, **{k[1:]: v for k, v in FORMATS.items()}}
"""What the column of formats may say: the name of a format, or a suffix."""


class Row(NamedTuple):
    """One article as a table has it."""

    id: str
    values: Mapping[str, str] = {}
    """By the names of ``NAMES``; what a table has not, or what is null, is not there."""
    failure: str = ""
    """Why it cannot be judged, as far as that was seen when it was read."""


class NotJudged(Exception):
    """A row that is no article; the message says why."""


def judged(row: Row, settings: Settings) -> Values:
    """What is found in a row, by the columns of ``LINTED``; nothing is raised that a row is the cause of."""
    outcome = blank(row)
    if row.failure:
        outcome["failures"].append(row.failure)
        return outcome
    policy = policy_of(settings)
    try:
        document = document_of(row, settings)
        outcome["digest"] = _digest(row)
        _judge(document, policy, outcome)
    except NotJudged as error:
        outcome["failures"].append(error.args[0])
    except OutOfTime as error:
        outcome["failures"].append(message("was not linted: {why}", why=error.args[0]))
    except Exception as error:  # a row that a reader stumbles over must not lose the others
        from linter.faults import fault

        outcome["failures"].append(message("cannot be linted: {why}", why=fault(error)))
    return outcome


def blank(row: Row) -> Values:
    """The outcome of a row of which nothing is known yet."""
    kept = {name: row.values.get(name) for name in KEPT}
    lists: Values = {"findings": [], "failures": [], "notices": [], "counts": [], "records": []}
    text = row.values.get(TEXT)
    chars = None if text is None else len(text)
    return {"id": row.id, "digest": None, "lang": None, **kept, "chars": chars, **lists}


def document_of(row: Row, settings: Settings) -> Document:
    """The row as a document. ``NotJudged`` if it is none."""
    text = row.values.get(TEXT)
    if text is None:
        raise NotJudged("has no text")
    if max(len(text), len(row.values.get(SOURCE, ""))) > settings.max_chars:
        raise NotJudged(too_long(settings.max_chars))
    told = row.values.get("format") or settings.format
    format = _FORMATS.get(told.strip().lower())
    if format is None or format in UNPACKERS:
        known = ", ".join(sorted({*FORMATS.values()} - UNPACKERS.keys()))
        raise NotJudged(f"is of a format that is not read; these are: {known}")
    return Document(row.values, row.id, format)


def too_long(most: int) -> str:
    """Why a text is not judged that has too many characters."""
    return f"is longer than {most} characters (max-chars)"


def article_of(document: Document, policy: Policy) -> Article:
    """The article of a row, read once more."""
    return document.article(policy.config.metadata)


def _judge(document: Document, policy: Policy, outcome: Values) -> None:
    # the thread's own time: beside engines with threads that of the process runs too fast
    budget = Budget(outcome["chars"], policy.config.time_limit, thread_time)
    with interrupted(budget):
        article = article_of(document, policy)
        for each in (article, *article.sources):
            each.budget = budget
        report = lint_document(article, policy, document.path)
        outcome["lang"] = language(article)
    outcome["findings"] = [plain_finding(each, document) for each in report.findings]
    outcome["failures"] += report.failures
    outcome["notices"] += report.notices
    outcome["counts"] = list(_counts(report))
    outcome["records"] = list(_records(report, document))


def plain_finding(finding: Finding, document: Document) -> Values:
    """A finding as the tables have it: its places are in columns."""
    place = document.place(finding.span)
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        **plain_place(place),
        "text": document.excerpt(place),
        "related": [_related(each, document) for each in finding.related],
        "suggestion": finding.suggestion,
        "fix": finding.fix,
        "fingerprint": finding.fingerprint,
    }


def _related(related: Related, document: Document) -> Values:
    place = Place(SOURCE, *related.span) if related.path else document.place(related.span)
    return {**plain_place(place), "label": related.label, "id": None}


def plain_place(place: Place) -> Values:
    """A place as the tables have it."""
    return {"in_column": place.column, "start_char": place.start, "end_char": place.end}


def _counts(report: FileReport) -> list[Values]:
    return [
        {"rule": rule, "what": what, "number": number}
        for rule, counts in sorted(report.counts.items())
        for what, number in sorted(counts.items())
    ]


def _records(report: FileReport, document: Document) -> list[Values]:
    found = []
    for rule, records in unpacked_records(report.records).items():
        for number, record in enumerate(records):
            place = plain_place(document.place(record.span))
            told = {"kind": record.kind, "key": record.key, "said": record.said}
            years = {"first": record.first, "last": record.last}
            found.append({"rule": rule, "n": number, **told, **years, **place})
    return found


def _digest(row: Row) -> str:
    """What stands for all that is read of a row."""
    parts = [
        f"{name}\0{len(value)}\0{value}"
        for name in (*BESIDE, "format", TEXT, SOURCE)
        if (value := row.values.get(name))
    ]
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
