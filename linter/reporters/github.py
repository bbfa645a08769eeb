"""GitHub workflow commands, which become annotations, and the table for the summary of the job.

GitHub shows ten errors and ten warnings of a step and drops the rest in silence, so the
worst come first and the table has them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.finding import Severity
from linter.matching.regexes import lazy
from linter.reporters.base import ReportOptions, Run
from linter.reporters.paths import repository_path
from linter.reporters.places import Item, items
from linter.reporters.summary import summary
from linter.reporters.visible import one_line, visible
from linter.typed import TextIO

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ROWS = 500
"""A summary may have one mebibyte; this many rows stay well below."""
_MARKUP = lazy(r"[&<>|`*_~\[\]\\#@$]")


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    for path, reason in run.failures():
        place = repository_path(path, run, options)
        out.write(_command("error", {"file": place, "title": "factlint"}, reason))
    out.writelines(
        _annotation(item, repository_path(item.finding.path, run, options)) for item in _worst_first(run)
    )


def _worst_first(run: Run) -> list[Item]:
    return sorted(items(run), key=lambda item: -item.finding.severity)


def _annotation(item: Item, path: str) -> str:
    """Columns are left out of a place over several lines: GitHub takes them for those of its first line."""
    start, end = item.start, item.end
    place = {"file": path, "line": str(start.line)}
    if start.line == end.line:
        place |= {"col": str(start.column), "endColumn": str(end.column)}
    else:
        place |= {"endLine": str(end.line)}
    message = "\n".join([one_line(item.finding.message), *item.notes])
    return _command(
        _COMMANDS[item.finding.severity], place | {"title": f"factlint: {item.finding.rule}"}, message
    )


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = "\n".join(visible(line) for line in message.splitlines())
    return f"::{name} {told}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def job_summary(run: Run) -> Iterator[str]:
    """The lines of a Markdown table of all findings, for the summary of the job."""
    found = _worst_first(run)
    yield f"### factlint: {summary(run)}\n"
    if not found:
        return
    yield "| | Place | Finding | Rule |"
    yield "| --- | --- | --- | --- |"
    for item in found[:_ROWS]:
        cells = [_markdown(line) for line in [one_line(item.finding.message), *item.notes]]
        place = f"<code>{_markdown(one_line(item.finding.path))}:{item.start.line}</code>"
        severity = item.finding.severity.label
        yield f"| {severity} | {place} | {'<br>'.join(cells)} | <code>{_markdown(item.finding.rule)}</code> |"
    if len(found) > _ROWS:
        yield f"\n{len(found) - _ROWS:,} more are not shown."
    yield ""


def _markdown(text: str) -> str:
    """The text with everything that Markdown or HTML would act on as character references."""
    return _MARKUP.sub(lambda found: f"&#{ord(found.group())};", text)
