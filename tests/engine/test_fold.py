"""Many findings of one cause are one, and nothing of them is lost."""

from __future__ import annotations

from linter.article.read import read_article
from linter.engine.fold import ALSO, FEW, MOST, alike_folded, fixes_folded, folded
from linter.engine.lint import lint
from linter.engine.ruleset import RuleSet
from linter.finding import Finding, Severity
from linter.messages import message
from linter.rules.load import load_rules
from linter.text import Span

RULES = load_rules().rules


def finding(number: int, message: str = "Wrong.", rule: str = "a", fix: str | None = None) -> Finding:
    return Finding("a.md", rule, Severity.WARNING, message, Span(number, number + 1), "x", fix=fix)


def test_few_findings_are_left_as_they_are() -> None:
    findings = [finding(number) for number in range(FEW)]
    assert folded(findings) == findings


def test_the_first_of_many_alike_stands_for_the_rest() -> None:
    findings = [finding(number) for number in range(FEW + 30)]
    (only,) = folded(findings)
    assert only.span == findings[0].span
    assert only.message == f"Wrong. And {FEW + 29} more in this file."
    assert [each.span for each in only.related] == [each.span for each in findings[1:]]
    assert {each.label for each in only.related} == {ALSO}


def test_other_messages_and_rules_stay_apart() -> None:
    alike = [finding(number) for number in range(FEW + 1)]
    other = [finding(50, "Otherwise."), finding(51, rule="b")]
    assert [each.message for each in folded([*alike, *other])] == [
        f"Wrong. And {FEW} more in this file.",
        "Otherwise.",
        "Wrong.",
    ]


def test_a_rule_has_so_many_findings_in_a_file_and_no_more() -> None:
    findings = [finding(number, f"Wrong {number}.") for number in range(MOST + 7)]
    kept = folded(findings)
    assert kept[:-1] == findings[: MOST - 1]
    assert kept[-1].message == f"Wrong {MOST - 1}. And 7 more in this file."
    assert [each.span for each in kept[-1].related] == [each.span for each in findings[MOST:]]


def test_one_that_stands_for_others_is_not_folded_again() -> None:
    alike = [finding(number) for number in range(FEW + 1)]
    various = [finding(100 + number, f"Wrong {number}.") for number in range(MOST + 1)]
    messages = [each.message for each in folded([*alike, *various])]
    assert messages[0] == f"Wrong. And {FEW} more in this file."
    assert messages[-1] == f"Wrong {MOST - 1}. And 1 more in this file."


def test_articles_in_one_file_are_folded_by_message_alone() -> None:
    alike = [finding(number)._replace(within=f"entry {number}") for number in range(FEW + 1)]
    various = [finding(100 + number, f"Wrong {number}.") for number in range(MOST + 9)]
    kept = alike_folded([*alike, *various])
    assert kept[1:] == various
    assert kept[0].message == f"Wrong. And {FEW} more in this file."
    assert [each.within for each in kept[0].related] == [each.within for each in alike[1:]]


def test_what_can_be_mended_stays_apart() -> None:
    findings = [finding(number, fix="y") for number in range(FEW + MOST)]
    assert folded(findings) == findings


def test_what_is_not_to_be_mended_is_told_once() -> None:
    findings = [finding(number, f"Wrong {number}.", fix="y") for number in range(FEW + 1)]
    (only,) = fixes_folded(findings)
    assert only.message == f"Wrong 0. And {FEW} more in this file."
    assert only.fix == "y"
    assert fixes_folded(findings[:FEW]) == findings[:FEW]


def test_what_a_message_says_that_it_found_is_one_kind() -> None:
    def of(number: int, what: str) -> Finding:
        return finding(number, message("“{text}” is {what}.", text=f"[{number}]", what=what))

    fillers = [of(number, "filler text") for number in range(FEW + 1)]
    gap = of(90, "a placeholder")
    assert [each.message for each in folded([*fillers, gap])] == [
        f"“[0]” is filler text. And {FEW} more in this file.",
        "“[90]” is a placeholder.",
    ]


def test_an_article_with_one_cause_has_one_finding() -> None:
    source = "# The pool\n\n" + "The club is happy.\n\n- TODO\n\n" * (FEW + 20)
    findings = lint(read_article(source, "a.md"), RuleSet([RULES["placeholder-mark"]])).findings
    assert len(findings) == 1
    assert len(findings[0].related) == FEW + 19
