"""One page for editors: findings by file, both places highlighted, and which files they are in.

It needs no network and no script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TextIO

from linter.finding import Severity
from linter.messages import message
from linter.reporters.base import ReportOptions, RuleInfo, Run
from linter.reporters.filters import Filters
from linter.reporters.passage import Mark, Piece, groups, passage
from linter.reporters.places import Item, Place, items
from linter.reporters.summary import extent, findings, tally
from linter.reporters.visible import one_line, visible
from linter.text import LineIndex

_LABELS = tuple(severity.label for severity in reversed(Severity))


def render(run: Run, out: TextIO, options: ReportOptions) -> None:
    found = [(path, list(group)) for path, group in groupby(items(run), key=lambda item: item.finding.path)]
    out.writelines(f"{line}\n" for line in _page(run, found))


def _page(run: Run, found: Sequence[tuple[str, list[Item]]]) -> Iterator[str]:
    filters = Filters.of(run, found)
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{run.language}">'
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>factlint: {_text(tally(run))}</title>"
    yield f"<style>\n{style}"
    yield from filters.style()
    yield "</style>"
    yield from _header(run, filters)
    yield "<main>"
    yield from _failures(run)
    for number, (path, group) in enumerate(found, 1):
        yield f'<section id="file-{number}">'
        yield f"<h2>{_text(path)}</h2>"
        for item in group:
            yield from _finding(item, run.rule(item.finding.rule), filters)
        yield "</section>"
    yield "</main>"
    yield from _contents(run, found)
    told = message(
        "factlint {version}. It shows where places disagree, not which one is right.", version=run.version
    )
    yield f"<footer>{_text(run.translate(told))}</footer>"


def _header(run: Run, filters: Filters) -> Iterator[str]:
    total = sum(1 for _ in run.findings())
    title = _text(run.translate(findings(total) if total else message("No findings")))
    yield f"<header><h1>{title}</h1><p>{_text(extent(run))}</p>"
    yield from filters.boxes()
    yield "</header>"


def _contents(run: Run, found: Sequence[tuple[str, list[Item]]]) -> Iterator[str]:
    if len(found) < 2:
        return
    yield f"<nav><h2>{_text(run.translate(message('Files')))}</h2><ol>"
    for number, (path, group) in enumerate(found, 1):
        counts = [(label, sum(item.finding.severity.label == label for item in group)) for label in _LABELS]
        badges = "".join(
            f'<span class="{label}" title="{_text(run.translate(label))}">{count}</span>'
            for label, count in counts
            if count
        )
        yield f'<li><a href="#file-{number}">{_text(path)}</a> {badges}</li>'
    yield "</ol></nav>"


def _failures(run: Run) -> Iterator[str]:
    failures = list(run.failures())
    if failures:
        title = _text(run.translate(message("Could not be checked fully")))
        yield f'<section class="failures"><h2>{title}</h2><ul>'
        for path, reason in failures:
            yield f"<li><b>{_text(path)}</b> {_text(reason)}</li>"
        yield "</ul></section>"


def _finding(item: Item, rule: RuleInfo, filters: Filters) -> Iterator[str]:
    finding = item.finding
    yield f'<article class="{filters.classes(item)}">'
    yield f'<h3><span class="badge">{_text(item.severity)}</span> {_text(finding.message)}</h3>'
    yield from _places(item)
    if item.advice:
        yield f'<p class="advice">{_text(item.advice)}</p>'
    yield from _rule(rule)
    yield "</article>"


def _rule(rule: RuleInfo) -> Iterator[str]:
    if rule.summary:
        why = _text(rule.help or rule.summary)
        more = f' <a href="{_text(rule.url)}">{_text(rule.url)}</a>' if rule.url else ""
        yield f"<details><summary>{_text(rule.id)}</summary><p>{why}{more}</p></details>"
    else:
        yield f'<p class="rule">{_text(rule.id)}</p>'


def _places(item: Item) -> Iterator[str]:
    own = Mark(item.finding.span, item.finding.severity.label)
    here = [_mark(place) for place in item.others if not item.elsewhere(place)]
    within = {own.span: item.finding.within} | {
        place.span: place.within for place in item.others if place.within
    }
    for marks in groups([own, *here]):
        yield _passage(item, item.lines, marks, within=within.get(marks[0].span, ""))
    for place in item.others:
        if item.elsewhere(place) and place.lines:
            yield _passage(item, place.lines, [_mark(place)], place.path)
        elif item.elsewhere(place):
            label = f'<span class="label">{_text(place.label)}</span>' if place.label else ""
            yield f"<figure><figcaption></figcaption><cite>{_text(place.path)}{label}</cite></figure>"


def _mark(place: Place) -> Mark:
    return Mark(place.span, "other", place.label)


def _passage(item: Item, lines: LineIndex, marks: Sequence[Mark], path: str = "", within: str = "") -> str:
    """A passage with its place; with the path of its file if that is another one."""
    number = str(lines.position(marks[0].span.start).line)
    place = within or item.translate(message("line {number}", number=number))
    text = "".join(_piece(piece) for piece in passage(lines, marks))
    if not text.strip():
        return ""
    file = f"<cite>{_text(path)}</cite>" if path else ""
    caption = f"<figcaption>{_text(place)}</figcaption>"
    return f'<figure>{file}{caption}<blockquote dir="auto">{text}</blockquote></figure>'


def _piece(piece: Piece) -> str:
    if not piece.text:
        return '<span class="cut">…</span>'
    text = "\n".join(escape(visible(line)) for line in piece.text.replace("\t", " ").splitlines())
    if piece.mark is None:
        return text
    label = f'<span class="label">{_text(piece.mark.label)}</span>' if piece.ends and piece.mark.label else ""
    return f'<mark class="{piece.mark.role}">{text}</mark>{label}'


def _text(text: str) -> str:
    return escape(one_line(text))
