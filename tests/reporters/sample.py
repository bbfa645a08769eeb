"""One fixed run with everything that is hard to report; the text is made up."""

from __future__ import annotations

import io

from linter.finding import FileReport, Finding, Related, Severity, fingerprint
from linter.reporters import renderer
from linter.reporters.base import ReportOptions, RuleInfo, Run
from linter.text import Span

LONG = " ".join(
    [
        "The council of Lower Fenwick met on Tuesday to talk about the footbridge, the bus to the station",
        "and the price of a swimming lesson, as it has done every spring since the old hall was sold.",
    ]
    * 6
)

FOOTBRIDGE = (
    "---\n"
    "title: Mayor Ortega opens the footbridge\n"
    "date: 2025-03-07\n"
    "---\n"
    "\n"
    f"{LONG} On Monday, 4 March 2025, the footbridge was opened by mayor Adela Ortiz. {LONG}\n"
    "\n"
    "Twelve people were hurt: 5 women and 8 men.\n"
    "\n"
    "* As an AI language model,\n"
    "  I cannot walk across a bridge,\n"
    "\n"
    "  but I can describe one\n"
    "  in as many words as you like.\n"
)

SCRIPTS = (
    "\ufeffA headline with a tab\tand 𝒳-rays 👩\u200d👧 in April 20XX\r\n"
    "\r\n"
    "東京の人口は千四百万人、首都圏は三千七百万人で、大阪は二百七十万人。\r\n"
    "De\u0301ja\u0300 vu in Mo\u0308ln, then \x1b[31mred\x1b[0m text and a \u202ereversed\u202c word\u200b"
    " here.\r\n"
    "A lone \udc80 surrogate.\r\n"
)

AGENCY = "Fourteen people were hurt on the bridge, the agency said.\nIt gave no names.\n"


def finding(
    report: FileReport,
    rule: str,
    message: str,
    text: str,
    related: tuple[Related, ...] = (),
    severity: Severity = Severity.WARNING,
    suggestion: str | None = None,
    fix: str | None = None,
) -> Finding:
    """A finding about the first place where the text stands in the file."""
    start = report.source.index(text)
    identity = fingerprint(rule, report.path, text, "", 0)
    span = Span(start, start + len(text))
    return Finding(report.path, rule, severity, message, span, text, related, suggestion, fix, identity)


def other(source: str, text: str, label: str, path: str = "") -> Related:
    """The first place where the text stands in a source, as the other place of a finding."""
    start = source.index(text)
    return Related(Span(start, start + len(text)), label, path)


def footbridge() -> FileReport:
    """Long lines, several lines, other places near, far, in another file and in one not known."""
    source = FOOTBRIDGE
    report = FileReport("articles/footbridge.md", source=source)
    passage = source[source.index("As an AI") : source.index(" like.") + 6]
    report.findings = [
        finding(
            report, "headline-names-missing", "The headline names Ortega, the text never does.", "Ortega",
            (other(source, "Adela Ortiz", "the text names Adela Ortiz"),), Severity.ERROR,
        ),
        finding(
            report, "weekday-mismatch", "4 March 2025 was a Tuesday, not a Monday.", "Monday, 4 March 2025",
            (other(source, "2025-03-07", "the date of the article"),), suggestion="Tuesday, 4 March 2025",
        ),
        finding(
            report, "sum-mismatch", "The text says twelve people, the parts add up to 13.", "Twelve people",
            (other(source, "5 women", "5"), other(source, "8 men", "8")),
        ),
        finding(
            report, "unsupported-number", "The text says twelve; its source says fourteen.", "Twelve",
            (
                other(AGENCY, "Fourteen people", "the source", "sources/agency.txt"),
                Related(Span(10, 20), "an older report", "sources/archive.txt"),
            ),
        ),
        finding(
            report, "assistant-residue", "An assistant speaks of itself.", passage, severity=Severity.ERROR
        ),
    ]  # fmt: skip
    return report


def scripts() -> FileReport:
    """Wide, combining, invisible, steering and broken characters, and a path that needs escaping."""
    source = SCRIPTS
    report = FileReport("articles/scripts, odd & 100%.txt", source=source)
    report.findings = [
        finding(
            report, "placeholder-date", "The year of “April 20XX” was never filled in.", "April 20XX",
            severity=Severity.ERROR,
        ),
        finding(
            report, "sum-mismatch", "東京 has 14 million people here, 37 million there.", "千四百万人",
            (other(source, "三千七百万人", "the other figure | with a bar"),),
        ),
        finding(
            report, "name-spelling", "“Mo\u0308ln” is written in two ways.", "Mo\u0308ln",
            severity=Severity.INFO, suggestion="Mölln",
        ),
        finding(
            report, "markup-residue",
            "A terminal code, \x1b[31m, stands in the text.\nIt colours what follows: [red](1), 100%.",
            "\x1b[31m", suggestion="", fix="",
        ),
        finding(
            report, "invisible-character", "An invisible character (zero width space).", "\u200b",
            suggestion="", fix="",
        ),
        finding(report, "mojibake", "A broken character: \udc80.", "\udc80"),
    ]  # fmt: skip
    return report


def agency() -> FileReport:
    """The file that another file's finding speaks of."""
    report = FileReport("sources/agency.txt", source=AGENCY)
    report.findings = [
        finding(report, "missing-headline", "No headline.", "Fourteen", severity=Severity.INFO)
    ]
    return report


RULES = {
    rule.id: rule
    for rule in (
        RuleInfo(
            "headline-names-missing",
            "names",
            "error",
            "A headline that speaks of other people than the text is the wrong headline.",
            "A headline that speaks of other people than the text is the **wrong headline**.\n\n"
            "Bad:\n\n> Ortega opens the bridge",
            "very-high",
        ),
        RuleInfo(
            *("weekday-mismatch", "dates", "warning", "A weekday is a checksum of a date.", "", "high"),
            url="https://docs.example.org/weekday-mismatch/?a=1&b=2",
        ),
        RuleInfo("sum-mismatch", "numbers", "warning", "Readers add up.", "", ""),
        RuleInfo("repeated-word", "structure", "warning", "A word a word twice is a slip.", "", "medium"),
    )
}


def everything() -> Run:
    """All the findings, a clean file, one that failed."""
    counts = {
        "weekday-mismatch": {"dates": 3, "checked": 1, "without a year": 2},
        "sum-mismatch": {"sums": 2},
    }
    clean = FileReport("articles/clean.md", counts={"weekday-mismatch": {"dates": 1, "checked": 1}})
    failed = FileReport("articles/broken.md", failures=["not UTF-8: byte 0xE9 at offset 12"])
    report = footbridge()
    report.counts = counts
    return Run([failed, clean, report, scripts(), agency()], RULES, "1.2.3", "/srv/newsroom")


def clean() -> Run:
    """Nothing to report."""
    return Run([FileReport("articles/clean.md")], RULES, "1.2.3", "/srv/newsroom")


def rendered(name: str, run: Run, options: ReportOptions | None = None) -> str:
    """The report of a run in a format."""
    out = io.StringIO()
    renderer(name)(run, out, options or ReportOptions())
    return out.getvalue()
