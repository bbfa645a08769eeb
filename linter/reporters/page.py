"""One page for editors: findings by file, both places highlighted, and which files they are in.

It needs no network and no script. Files are linked, and lines where it is known what opens them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from linter.article.html.page import OWN_REPORT
from linter.finding import Severity
from linter.messages import message
from linter.reporters.base import ReportOptions, RuleInfo, Run
from linter.reporters.filters import Filters
from linter.reporters.links import Links
from linter.reporters.passage import Mark, Piece, groups, passage
from linter.reporters.places import Item, Place, items
from linter.reporters.summary import extent, findings, tally
from linter.reporters.visible import in_html, visible
from linter.text import LineIndex, Position
from linter.typed import TextIO

_LABELS = tuple(reversed(Severity.choices))


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    found = [(path, list(group)) for path, group in groupby(items(run), key=lambda item: item.finding.path)]
    out.writelines(f"{line}\n" for line in _page(run, found, Links(run, options)))


def _page(run: Run, found: Sequence[tuple[str, list[Item]]], links: Links) -> Iterator[str]:
    filters = Filters.of(run, found)
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{run.language}">'
    yield '<meta charset="utf-8">'
    yield OWN_REPORT
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>factlint: {in_html(tally(run))}</title>"
    yield f"<style>\n{style}"
    yield from filters.style()
    yield "</style>"
    yield from _header(run, filters)
    yield "<main>"
    yield from _failures(run)
    for number, (path, group) in enumerate(found, 1):
        yield f'<section id="file-{number}">'
        yield f"<h2>{_link(path, links.file(path))}</h2>"
        for item in group:
            yield from _finding(item, run.rule(item.finding.rule), filters, links)
        yield "</section>"
    yield "</main>"
    yield from _contents(run, found)
    told = message(
        "factlint {version}. It shows where places disagree, not which one is right.", version=run.version
    )
    yield f"<footer>{in_html(run.translate(told))}</footer>"


def _header(run: Run, filters: Filters) -> Iterator[str]:
    total = sum(1 for _ in run.findings())
    title = in_html(run.translate(findings(total) if total else message("No findings")))
    yield f"<header><h1>{title}</h1><p>{in_html(extent(run))}</p>"
    yield from filters.boxes()
    yield "</header>"


def _contents(run: Run, found: Sequence[tuple[str, list[Item]]]) -> Iterator[str]:
    if len(found) < 2:
        return
    yield f"<nav><h2>{in_html(run.translate(message('Files')))}</h2><ol>"
    for number, (path, group) in enumerate(found, 1):
        counts = [(label, sum(item.finding.severity.label == label for item in group)) for label in _LABELS]
        badges = "".join(
            f'<span class="{label}" title="{in_html(run.translate(label))}">{count}</span>'
            for label, count in counts
            if count
        )
        yield f'<li><a href="#file-{number}">{in_html(path)}</a> {badges}</li>'
    yield "</ol></nav>"


def _failures(run: Run) -> Iterator[str]:
    failures = list(run.failures())
    if failures:
        title = in_html(run.translate(message("Could not be checked fully")))
        yield f'<section class="failures"><h2>{title}</h2><ul>'
        for path, reason in failures:
            yield f"<li><b>{in_html(path)}</b> {in_html(reason)}</li>"
        yield "</ul></section>"


def _finding(item: Item, rule: RuleInfo, filters: Filters, links: Links) -> Iterator[str]:
    finding = item.finding
    yield f'<article class="{filters.classes(item)}">'
    yield f'<h3><span class="badge">{in_html(item.severity)}</span> {in_html(finding.message)}</h3>'
    yield from _places(item, links)
    if item.advice:
        yield f'<p class="advice">{in_html(item.advice)}</p>'
    yield from _rule(rule)
    yield "</article>"


def _rule(rule: RuleInfo) -> Iterator[str]:
    if rule.summary:
        why = in_html(rule.help or rule.summary)
        more = f' <a href="{in_html(rule.url)}">{in_html(rule.url)}</a>' if rule.url else ""
        yield f"<details><summary>{in_html(rule.id)}</summary><p>{why}{more}</p></details>"
    else:
        yield f'<p class="rule">{in_html(rule.id)}</p>'


def _places(item: Item, links: Links) -> Iterator[str]:
    path, own = item.finding.path, Mark(item.finding.span, item.finding.severity.label)
    here = [_mark(place) for place in item.others if not item.elsewhere(place)]
    within = {own.span: item.finding.within} | {
        place.span: place.within for place in item.others if place.within
    }
    for marks in groups([own, *here]):
        start = item.lines.position(marks[0].span.start)
        place = within.get(marks[0].span, "")
        yield _passage(item.lines, marks, in_html(place) or _line(item, path, start, links))
    for other in item.others:
        if item.elsewhere(other):
            yield _elsewhere(item, other, links)


def _elsewhere(item: Item, place: Place, links: Links) -> str:
    """A place in another file, with a passage if its text is known."""
    file = _link(place.path, links.file(place.path))
    if place.lines is None or place.start is None:
        label = f'<span class="label">{in_html(place.label)}</span>' if place.label else ""
        return f"<figure><figcaption></figcaption><cite>{file}{label}</cite></figure>"
    line = _line(item, place.path, place.start, links)
    return _passage(place.lines, [_mark(place)], line, f"<cite>{file}</cite>")


def _line(item: Item, path: str, start: Position, links: Links) -> str:
    """The number of a line, with the way there if there is one."""
    told = item.translate(message("line {number}", number=str(start.line)))
    return _link(told, links.place(path, start))


def _mark(place: Place) -> Mark:
    return Mark(place.span, "other", place.label)


def _passage(lines: LineIndex, marks: Sequence[Mark], caption: str, file: str = "") -> str:
    """A passage under its place; the markup of another file stands before it."""
    text = "".join(_piece(piece) for piece in passage(lines, marks))
    if not text.strip():
        return ""
    return (
        f'<figure>{file}<figcaption>{caption}</figcaption><blockquote dir="auto">{text}</blockquote></figure>'
    )


def _piece(piece: Piece) -> str:
    if not piece.text:
        return '<span class="cut">…</span>'
    text = "\n".join(escape(visible(line)) for line in piece.text.replace("\t", " ").splitlines())
    if piece.mark is None:
        return text
    label = (
        f'<span class="label">{in_html(piece.mark.label)}</span>' if piece.ends and piece.mark.label else ""
    )
    return f'<mark class="{piece.mark.role}">{text}</mark>{label}'


def _link(text: str, address: str) -> str:
    return f'<a href="{in_html(address)}">{in_html(text)}</a>' if address else in_html(text)
