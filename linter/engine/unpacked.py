"""Linting files that articles are taken out of: each is judged alone, its findings point into the file."""

from __future__ import annotations

from collections.abc import Callable

from linter.article.unpacked import Document, Unpacked
from linter.engine.fold import alike_folded
from linter.finding import FileReport, Finding, Related, by_place


def merged(path: str, unpacked: Unpacked, lint: Callable[[Document], FileReport]) -> FileReport:
    """The report of a file: what ``lint`` says of its documents, with places in the file.

    What several articles tell together is told of files that hold one.
    """
    merged = FileReport(path)
    alone = len(unpacked.documents) == 1
    for document in unpacked.documents:
        report = lint(document)
        merged.findings += [placed(finding, path, document, unpacked) for finding in report.findings]
        merged.notices += [notice for notice in report.notices if notice not in merged.notices]
        merged.failures += [each for each in report.failures if each not in merged.failures]
        merged.read = tuple(dict.fromkeys((*merged.read, *report.read)))
        for rule, counts in report.counts.items():
            sums = merged.counts.setdefault(rule, {})
            for what, number in counts.items():
                sums[what] = sums.get(what, 0) + number
        if alone and document.home is None:
            merged.records = report.records
    merged.findings.sort(key=by_place)
    if not alone:
        merged.findings = alike_folded(merged.findings)
    merged.source = unpacked.text if merged.findings else ""
    return merged


def placed(finding: Finding, path: str, document: Document, unpacked: Unpacked) -> Finding:
    """A finding with its places in the file. What is taken out cannot be put back, so there is no fix."""
    span = document.place(finding.span)
    related = tuple(_related(each, document, unpacked) for each in finding.related)
    return finding._replace(
        path=path,
        span=span,
        related=related,
        fix=None,
        suggestion=finding.suggestion if finding.fix is None else finding.suggestion or finding.fix,
        within=unpacked.where(span.start),
    )


def _related(related: Related, document: Document, unpacked: Unpacked) -> Related:
    if related.path:
        return related
    span = document.place(related.span)
    return related._replace(span=span, within=unpacked.where(span.start))
