"""JUnit XML: a suite a file, a failed case a finding. A clean file is a case that passed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from linter.finding import FileReport
from linter.reporters.base import ReportOptions, Run
from linter.reporters.color import Painter
from linter.reporters.full import block
from linter.reporters.paths import repository_path
from linter.reporters.places import Item, items
from linter.reporters.visible import one_line
from linter.typed import TextIO

_WIDTH = 100


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    found = {path: list(group) for path, group in groupby(items(run), key=lambda item: item.finding.path)}
    suites = Element("testsuites", name="factlint")
    for report in run.files:
        path = one_line(repository_path(report.path, run, options))
        suites.append(_suite(path, report, found.get(report.path, ())))
    for key in ("tests", "failures", "errors"):
        suites.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    ElementTree.indent(suites)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ElementTree.tostring(suites, encoding="unicode") + "\n")


def _suite(path: str, report: FileReport, found: Sequence[Item]) -> Element:
    passed = not found and not report.failures
    tests = len(found) + len(report.failures) + passed
    suite = Element("testsuite", name=path, tests=str(tests))
    suite.set("failures", str(len(found)))
    suite.set("errors", str(len(report.failures)))
    if passed:
        SubElement(suite, "testcase", name="no findings", classname=path, file=path)
    for reason in report.failures:
        case = SubElement(suite, "testcase", name="not checked", classname=path, file=path)
        SubElement(case, "error", message=one_line(reason))
    for item in found:
        suite.append(_case(path, item))
    return suite


def _case(path: str, item: Item) -> Element:
    finding = item.finding
    case = Element("testcase", name=finding.rule, classname=path, file=path, line=str(item.start.line))
    failure = SubElement(case, "failure", message=one_line(finding.message), type=finding.severity.label)
    failure.text = "\n".join(block(item, ReportOptions(width=_WIDTH), Painter(color=False)))
    return case
