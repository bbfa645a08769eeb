"""One page about an archive: what was found, of how many, and what was not judged. No script, no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from linter import __version__
from linter.article.html.page import OWN_REPORT
from linter.corpus.plots import bars, columns, cut, numbers
from linter.corpus.statistics import Example, Rate, Reason, Statistics
from linter.packaged import read_data
from linter.reporters.visible import in_html

_EXCERPT = 200
_ADDRESS = ("https://", "http://")


def page(told: Statistics) -> str:
    """The page."""
    return "".join(f"{line}\n" for line in _lines(told))


def _lines(told: Statistics) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield '<meta charset="utf-8">'
    yield OWN_REPORT
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<title>factlint: an archive</title>"
    yield f"<style>\n{read_data('corpus', 'report.css')}</style>"
    yield from _header(told)
    yield "<main>"
    yield from _plot("By rule", told.rules, "Errors and warnings of each rule per 1,000 articles")
    yield from _plot("By language", told.languages, "Errors and warnings per 1,000 articles of each language")
    yield from _plot("By publication", told.publications, "Errors and warnings per 1,000 articles of each")
    if len(told.times) > 1:
        yield "<section><h2>By time</h2><figure>"
        yield from columns(told.times, "Errors and warnings per 1,000 articles over time")
        yield "</figure></section>"
    yield from _examples(told.rules, told.examples)
    yield from _reasons("Not judged", told.failures, "rows")
    yield from _reasons("Said of languages and models", told.notices, "articles")
    yield from _reasons("What was looked at", told.looked_at, "times")
    yield "</main>"
    told_last = "It shows where places disagree, not which is right."
    yield f"<footer>factlint {in_html(__version__)}. {told_last}</footer>"


def _header(told: Statistics) -> Iterator[str]:
    whole = told.whole
    share = f"{told.with_findings:,} articles ({100 * told.with_findings / max(whole.articles, 1):.1f} %)"
    yield f"<header><h1>{whole.articles:,} article{'s' * (whole.articles != 1)}</h1>"
    yield f"<p>{told.chars:,} characters; {share} have an error or a warning.</p>"
    yield "<dl>"
    for name, number in (("errors", whole.errors), ("warnings", whole.warnings), ("info", whole.infos)):
        yield f'<div class="{name}"><dt>{name}</dt><dd>{number:,}</dd></div>'
    yield f"<div><dt>not judged</dt><dd>{told.failed:,}</dd></div></dl>"
    if told.doubles:
        yield f"<p>{told.doubles:,} rows have the id of another row: what is said of it may be of either.</p>"
    yield "</header>"


def _plot(title: str, rates: Sequence[Rate], told: str) -> Iterator[str]:
    shown = [rate for rate in rates if rate.errors + rate.warnings or rate.articles]
    if not shown:
        return
    yield f"<section><h2>{title}</h2><figure>"
    yield from bars(shown, told)
    yield "</figure></section>"


def _examples(rules: Sequence[Rate], examples: Sequence[Example]) -> Iterator[str]:
    by_rule = {name: list(group) for name, group in groupby(examples, key=lambda each: each.rule)}
    if by_rule:
        yield "<section><h2>Examples</h2>"
        for rate in rules:
            yield f"<details><summary>{in_html(rate.name)} <small>{_all(rate)}</small></summary><ul>"
            yield from map(_example, by_rule.get(rate.name, ()))
            yield "</ul></details>"
        yield "</section>"


def _all(rate: Rate) -> str:
    return f"{numbers(rate)}{f'; {rate.infos:,} info' if rate.infos else ''}"


def _example(example: Example) -> str:
    excerpt = f'<blockquote dir="auto">{in_html(cut(example.text, _EXCERPT))}</blockquote>'
    return f"<li>{in_html(example.message)}{excerpt}{_source(example)}</li>"


def _source(example: Example) -> str:
    """Where it stands; an address leads there only if it is one of the web."""
    name = in_html(cut(example.id, _EXCERPT))
    if example.url.lower().startswith(_ADDRESS):
        name = f'<a href="{in_html(example.url)}" rel="noreferrer">{name}</a>'
    return f"<cite>{name}, {in_html(example.column)}</cite>"


def _reasons(title: str, reasons: Sequence[Reason], unit: str) -> Iterator[str]:
    if not reasons:
        return
    yield f"<section><h2>{title}</h2><table><thead><tr><th>{unit}</th><th>what</th></tr></thead><tbody>"
    for what, number, example in reasons:
        more = f" <cite>{in_html(cut(example, _EXCERPT))}</cite>" if example else ""
        yield f"<tr><td>{number:,}</td><td>{in_html(cut(what, _EXCERPT))}{more}</td></tr>"
    yield "</tbody></table></section>"
