#!/usr/bin/env python3
"""Write ``docs/numbers.md``: what each rule about numbers decides and what it leaves alone.

A tool for maintainers, run after a change of these rules or their examples; everything in the tables
comes from the examples, the messages from linting them:

    python scripts/build_number_rules.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from linter.article.read import read_article
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.engine.selftest import composed
from linter.reporters.rule_info import precision_text
from linter.rules.load import load_rules
from linter.rules.model import Example, Rule

TARGET = Path(__file__).resolve().parent.parent / "docs" / "numbers.md"

HEAD = """# Numbers: what the rules decide, and what they leave alone

Every number stands for an interval: what rounding, "about", "at least" and the like leave open. A rule
reports only what no value in these intervals can save, and its message shows the calculation. Which rule
reads which language says `factlint rules --languages`; `checksum` reads any.

This page is made from the examples of the rules by `scripts/build_number_rules.py`. In the examples, «…»
marks what is reported. Headline against text is the business of `headline-number-missing`, dates and ages
that of the rules about dates.
"""


def page() -> str:
    """The page, from the rules as they are."""
    rules = [rule for rule in load_rules().rules.values() if rule.topic == "numbers"]
    lines = [HEAD, "| rule | on by default | read on real articles |", "| --- | --- | --- |"]
    lines += [f"| [`{rule.id}`](#{rule.id}) | {_default(rule)} | {_figures(rule)} |" for rule in rules]
    for rule in rules:
        lines += ["", *_section(rule)]
    return "\n".join(lines) + "\n"


def _default(rule: Rule) -> str:
    return f"yes, {rule.severity.label}" if rule.on_by_default else f"no ({rule.status})"


def _figures(rule: Rule) -> str:
    return "too few alarms to say" if rule.precision is None else precision_text(rule.precision)


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id}"
    yield ""
    yield " ".join(rule.rationale.split())
    yield ""
    yield "| it reports | because |"
    yield "| --- | --- |"
    for example in rule.examples.bad:
        yield f"| {_shown(example)} | {_cell(' '.join(_messages(rule, example)))} |"
    yield ""
    yield "| it leaves alone | because |"
    yield "| --- | --- |"
    for example in rule.examples.good:
        yield f"| {_shown(example)} | {_cell(example.why or 'it is right')} |"


def _messages(rule: Rule, example: Example) -> list[str]:
    source, _ = composed(example)
    article = read_article(source, "example.md", example.format)
    return [finding.message for finding in lint(article, RuleSet([rule])).findings]


def _shown(example: Example) -> str:
    """The words of an example in one line; what is not prose is told in brackets."""
    told = [f"{key}: {value}" for key, value in example.meta.items()]
    text = example.source or example.text
    parts = [example.headline, *told, text]
    return _cell(f"({example.lang}) " + " ¶ ".join(part for part in parts if part))


def _cell(text: str) -> str:
    """Text that stands in one cell of a table: no line breaks, no markup of its own."""
    marked = text.replace("<<", "«").replace(">>", "»").replace("\n\n", " ¶ ")
    for sign, written in (("|", "\\|"), ("<", "&lt;"), ("*", "\\*"), ("_", "\\_")):
        marked = marked.replace(sign, written)
    return " ".join(marked.split())


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
