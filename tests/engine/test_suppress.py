"""Suppressions: what they silence, and what is said about those that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.article.read import read_article
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.engine.suppress import Suppressions
from linter.finding import FileReport
from linter.rules.load import load_rules
from linter.rules.select import Selection
from linter.text import Span
from tests.cost import assert_linear

BOOK = load_rules()
SET = RuleSet(Selection().of(BOOK.rules), known=BOOK.rules)
DATE = "They met in April 20XX in Paris.\n"


def run(source: str, path: str = "a.md") -> FileReport:
    report = lint(read_article(source, path), SET)
    assert report.failures == []
    return report


def found(source: str, path: str = "a.md") -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in run(source, path).findings]


PLAIN = [("placeholder-date", "April 20XX")]


@pytest.mark.parametrize(
    "source",
    [
        f"<!-- factlint-disable-next-line placeholder-date: agreed -->\n{DATE}",
        f"<!-- factlint-disable-next-line placeholder-date -->\n\n{DATE}",
        "They met in April 20XX. <!-- factlint-disable-line placeholder-date: why -->\n",
        f"<!-- factlint-disable placeholder-date -->\n\n{DATE}\n{DATE}",
        f"{DATE}\n<!-- factlint-disable-file placeholder-date -->\n",
        f"<!-- factlint-disable-next-line placeholder-date:\nagreed with the\ndesk -->\n{DATE}",
        f"---\nfactlint: {{disable: [placeholder-date]}}\n---\n\n{DATE}",
        f"---\nfactlint:\n  disable:\n    - placeholder-date\n---\n\n{DATE}",
    ],
)
def test_silenced(source: str) -> None:
    assert found(source) == []


def test_enable_ends_a_disable() -> None:
    off, on = "<!-- factlint-disable placeholder-date -->", "<!-- factlint-enable placeholder-date -->"
    source = f"{off}\n\n{DATE}\n{on}\n\n{DATE}"
    report = run(source)
    assert [finding.span.start for finding in report.findings] == [source.rindex("April")]


def test_mdx_comments() -> None:
    assert found(f"{{/* factlint-disable-next-line placeholder-date: why */}}\n{DATE}", "a.mdx") == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (DATE, PLAIN),
        (f"<!-- factlint-disable-next-line foreign-word -->\nNothing here.\n\n{DATE}",
         [("unused-suppression", "foreign-word"), *PLAIN]),
        ("<!-- factlint-disable-line placeholder-date -->\nNothing here.\n",
         [("unused-suppression", "placeholder-date")]),
        (f"<!-- factlint-disable-next-line placeholderdate -->\n{DATE}",
         [("invalid-suppression", "placeholderdate"), *PLAIN]),
        (f"<!-- factlint-disable-next-line : no id -->\n{DATE}",
         [("invalid-suppression", "<!-- factlint-disable-next-line : no id -->"), *PLAIN]),
        (f"<!-- factlint-off placeholder-date -->\n{DATE}",
         [("invalid-suppression", "<!-- factlint-off placeholder-date -->"), *PLAIN]),
        (f"<!-- factlint: disable placeholder-date -->\n{DATE}",
         [("invalid-suppression", "<!-- factlint: disable placeholder-date -->"), *PLAIN]),
        (f"<!-- factlint disable=placeholder-date -->\n{DATE}",
         [("invalid-suppression", "<!-- factlint disable=placeholder-date -->"), *PLAIN]),
        (f"<!-- factlint: the desk knows -->\n{DATE}", PLAIN),
        ("Text.\n\n<!-- factlint-enable placeholder-date -->\n",
         [("invalid-suppression", "placeholder-date")]),
        (f"`<!-- factlint-disable-file placeholder-date -->` silences.\n\n{DATE}", PLAIN),
        (f"```\n<!-- factlint-disable-file placeholder-date -->\n```\n\n{DATE}", PLAIN),
    ],
)  # fmt: skip
def test_judged(source: str, expected: list[tuple[str, str]]) -> None:
    assert found(source) == expected


def test_a_misspelt_rule_gets_a_suggestion() -> None:
    report = run("<!-- factlint-disable-file placeholder-dat -->\nText.\n")
    assert [finding.message for finding in report.findings] == [
        "This suppression has no effect: there is no rule 'placeholder-dat'; did you mean 'placeholder-date'?"
    ]


def test_what_is_silenced_twice_leaves_no_suppression_unused() -> None:
    nested = "<!-- factlint-disable-next-line placeholder-date -->\n"
    whole = "<!-- factlint-disable placeholder-date -->\n\n"
    assert found(f"{whole}{nested}{DATE}\n{DATE}") == []
    assert found(f"{whole}{nested}None.\n\n{DATE}") == [("unused-suppression", "placeholder-date")]


def test_an_unknown_directive_is_told_with_the_whole_name_of_the_one_meant() -> None:
    [finding] = run("<!-- factlint: disable-next-lines foreign-word -->\n").findings
    assert "'factlint: disable-next-lines'; did you mean 'factlint-disable-next-line'?" in finding.message


@pytest.mark.parametrize("unit", [
    "<!-- factlint-a ",
    f"<!-- factlint-disable-next-line placeholder-date -->\n{DATE}\n",
    f"<!-- factlint-disable placeholder-date -->\n\n{DATE}\n",
])  # fmt: skip
def test_twice_the_suppressions_cost_twice(unit: str) -> None:
    def silenced(size: int) -> Callable[[], object]:
        article = read_article(unit * (size // len(unit)), "a.md")
        told = [one._replace(span=Span(at, at + 1)) for at in range(0, len(article.source), len(unit))]
        return lambda: Suppressions.of(article).apply(told)

    [one] = run(DATE).findings
    assert_linear(silenced, 20_000, 12_000)
