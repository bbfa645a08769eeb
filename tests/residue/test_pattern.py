"""What the check ``pattern`` looks at, what excuses a match, and what is wrong with a rule's patterns."""

from __future__ import annotations

from typing import Any

import pytest

from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.engine.run import Linter
from linter.finding import Severity
from linter.languages import described
from linter.rules.load import load_rules
from linter.topics.residue.pattern import Group, PatternCheck, PatternParams

SOURCE = """---
title: A headline about lorem
author: Lorem Author
lang: en
---

The opening says lorem.

## A heading with lorem

He said “lorem” and *lorem*, wrote `lorem` and [lorem](https://a.example.org/lorem).

> A quoted lorem.

| lorem | table |
|-------|-------|
| one   | two   |

```
code lorem
```
"""


def alarms(params: PatternParams, source: str = SOURCE, path: str = "a.md") -> list[Alarm]:
    found = PatternCheck(params, Setup()).run(read_article(source, path))
    return [alarm for alarm in found if isinstance(alarm, Alarm)]


def lines(params: PatternParams, source: str = SOURCE) -> list[int]:
    return [source.count("\n", 0, alarm.span.start) + 1 for alarm in alarms(params, source)]


def params(*patterns: str | Group, **settings: Any) -> PatternParams:
    return PatternParams(patterns or ("lorem",), **settings)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, [2, 7, 9, 11, 11, 11, 13, 15]),
        ({"scopes": ("headline",)}, [2]),
        ({"scopes": ("heading",)}, [9]),
        ({"scopes": ("opening",)}, [7, 9, 11, 11, 11]),
        ({"scopes": ("code",), "exempt": ()}, [20]),
        ({"scopes": ("source",)}, [2, 3, 7, 9, 11, 11, 11, 11, 13, 15]),
        ({"scopes": ("field:author",), "ignore_case": True}, [3]),
        ({"exempt": ()}, [2, 7, 9, 11, 11, 11, 13, 15]),
        ({"exempt": ("quotes",)}, [2, 7, 9, 11, 11, 15]),
        ({"exempt": ("emphasis", "links")}, [2, 7, 9, 11, 13, 15]),
        ({"unless": ("opening says",)}, [2, 9, 11, 11, 11, 13, 15]),
    ],
)
def test_scopes_and_exemptions(settings: dict[str, Any], expected: list[int]) -> None:
    assert lines(params(**settings)) == expected


def test_a_group_reports_its_hit_only() -> None:
    [alarm] = alarms(params(r"opening says (?P<hit>lorem)"))
    assert (alarm.fields["text"], SOURCE[slice(*alarm.span)]) == ("lorem", "lorem")


def test_settings_of_a_group_go_before_those_of_the_rule() -> None:
    group = Group(("lorem",), "a word", scopes=("heading",), severity=Severity.INFO, delete=True)
    [alarm] = alarms(params(group, what="something", scopes=("prose",)))
    assert alarm.fields == {"text": "lorem", "what": "a word"}
    assert (alarm.severity, alarm.fix) == (Severity.INFO, "")


def test_languages_and_formats_of_a_group() -> None:
    assert alarms(params(Group(("lorem",), languages=("fr",)))) == []
    assert alarms(params(Group(("lorem",), formats=("text",)))) == []
    assert len(alarms(params(Group(("lorem",), languages=("en",), formats=("markdown",))))) == 8


def test_of_overlapping_matches_the_first_and_longest_is_reported() -> None:
    found = alarms(params("opening", "opening says", "says lorem"))
    assert [alarm.fields["text"] for alarm in found] == ["opening says"]


def test_one_kind_of_trace_alone_is_less_than_two() -> None:
    one, two = Group(("opening",), "one"), Group(("heading",), "two")
    certain = Group(("quoted",), "certain", severity=Severity.WARNING)
    assert [alarm.severity for alarm in alarms(params(one, alone=Severity.INFO))] == [Severity.INFO]
    assert [alarm.severity for alarm in alarms(params(one, two, alone=Severity.INFO))] == [None, None]
    assert [alarm.severity for alarm in alarms(params(certain, alone=Severity.INFO))] == [Severity.WARNING]


def test_a_value_that_is_written_otherwise_than_it_reads_is_reported_whole() -> None:
    source = '---\nauthor: "Lorem \\"L\\" Author"\n---\n\nA text.\n'
    [alarm] = alarms(params("Author", scopes=("field:author",)), source)
    assert "Author" in source[slice(*alarm.span)]


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"patterns": ("(lorem",)}, "'(lorem' is not a regular expression: missing )"),
        ({"patterns": ("lorem",), "scopes": ("footer",)}, "unknown scope 'footer'"),
        ({"patterns": (r"\L<names> x",)}, "there are no words named 'names'"),
        ({"patterns": ("lorem",), "unless": ("[a",)}, "'[a' is not a regular expression"),
        ({"patterns": ("lorem",), "words": {"x": ("@no-file/list",)}}, ""),
        (
            {"patterns": (r"\L<x>",), "words": {"x": ("@languages/residue.gaps",)}},
            "there are no words named 'x'",
        ),
        (
            {"patterns": (r"\L<x>",), "words": {"x": ("@languages/residue.gasp",)}},
            "there are no words named '@languages/residue.gasp'",
        ),
        (
            {"patterns": (r"\L<x>",), "words": {"x": ("@languages/code",)}},
            "there are no words named '@languages/code'",
        ),
    ],
)
def test_faults(settings: dict[str, Any], fault: str) -> None:
    found = list(PatternCheck.faults(PatternParams(**settings)))
    assert len(found) == bool(fault)
    assert all(each.startswith(fault) for each in found)


def test_the_fields_that_may_be_shown_are_looked_at_once() -> None:
    quotes = "quotes:\n  - quote: says lorem\n    name: Ana\n"
    source = f"---\ntitle: lorem\ntags: [lorem]\n{quotes}room: lorem\n---\n\nText.\n"
    assert lines(params(scopes=("fields",)), source) == [5, 7]


def test_what_a_comment_hides_can_be_left_alone() -> None:
    source = "<!-- lorem -->\n\nlorem\n\n<!-- lorem\n"
    assert lines(params(scopes=("source",)), source) == [1, 3, 5]
    assert lines(params(scopes=("source",), exempt=("comments",)), source) == [3]


@pytest.mark.parametrize(
    ("group", "shows"),
    [
        (Group(("lorem",), subject=("ipsum",)), "An ipsum is one."),
        (Group(("lorem",), subject=(r"\L<words>",)), "A dolor is one."),
        (Group(("lorem",), code=False), "Type `x` here."),
    ],
)
def test_an_article_on_the_subject_is_left_alone(group: Group, shows: str) -> None:
    words = {"words": ("dolor",)}
    assert lines(params(group, words=words), "lorem\n\nAnother text.\n") == [1]
    assert lines(params(group, words=words), f"lorem\n\n{shows}\n") == []


def test_a_subject_has_to_be_a_pattern() -> None:
    [fault] = PatternCheck.faults(params(Group(("lorem",), subject=("(ipsum",))))
    assert fault.startswith("'(ipsum' is not a regular expression: missing )")


@pytest.mark.parametrize(
    ("pattern", "setting", "expected"),
    [
        ("lorem", None, ["lorem", "Lorem", "LOREM"]),
        ("LOREM", None, ["LOREM"]),
        (r"\bL\w+", None, ["Lorem", "LOREM"]),
        (r"(?P<Hit>lorem)\W", None, ["lorem ", "Lorem ", "LOREM."]),
        (r"\W\p{Lu}orem", None, [" lorem", " Lorem", " LOREM"]),
        ("lorem", False, ["lorem"]),
        ("LOREM", True, ["lorem", "Lorem", "LOREM"]),
    ],
)
def test_capitals_count_in_a_pattern_that_has_some(
    pattern: str, setting: bool | None, expected: list[str]
) -> None:
    source = "# A headline\n\nThere is lorem and Lorem and LOREM.\n"
    found = alarms(params(pattern, ignore_case=setting), source)
    assert [alarm.fields["text"] for alarm in found] == expected


def test_guards_go_by_their_own_capitals() -> None:
    source = "# A headline\n\nThere is Lorem in a Text.\n"
    assert len(alarms(params(unless=("TEXT",)), source)) == 1
    assert not alarms(params(unless=("text",)), source)


def test_the_rules_that_come_along_say_whether_capitals_count() -> None:
    rules = [rule for rule in load_rules().rules.values() if rule.check == "pattern"]
    assert rules
    assert [rule.id for rule in rules if "ignore-case" not in rule.params] == []


def test_addresses_in_what_was_found_are_told() -> None:
    source = "# The film\n\n[youtube=https://film.example/watch?v=a]\n\nIt is long.\n"
    (found,) = Linter().lint_source(source, "a.md").findings
    assert str(found.message).startswith("“[youtube=https://film.example/watch?v=a]” is")


@pytest.mark.parametrize(
    ("code", "severity"), [("", Severity.ERROR), ("<script>show(1)</script>", Severity.WARNING)]
)
def test_filler_text_beside_code_may_be_what_the_code_shows(code: str, severity: Severity) -> None:
    page = f"<html><title>Notes</title><body><p>Lorem ipsum dolor sit amet.</p>{code}</body></html>"
    (found,) = Linter().lint_source(page, "a.html").findings
    assert (found.rule, found.severity) == ("placeholder-text", severity)


def test_words_of_all_languages() -> None:
    words = {"month": ("@languages/dates.months", "Brumaire")}
    found = alarms(
        params(r"in \L<month>", words=words, ignore_case=True),
        "It began in März, went on in Ottobre and ended in brumaire.\n",
    )
    assert [alarm.fields["text"] for alarm in found] == ["in März", "in Ottobre", "in brumaire"]


def test_the_lists_of_a_record() -> None:
    gap = params(r"\(\L<gap.fill> \L<gap.fields>\)", words={"gap": ("@languages/residue.gaps",)})
    assert lines(gap, "One (check date).\n\nTwo (vérifier date).\n\nThree (date check).\n") == [1, 3]


def test_a_language_may_lack_words_of_a_rule() -> None:
    rules = load_rules().rules
    assert "residue.gaps.put" in PatternCheck.words_with(rules["placeholder-text"].params)
    assert not PatternCheck.words_with(rules["merge-conflict"].params)


def test_words_of_each_language_are_not_mixed() -> None:
    words = {"a": ("@each-language/residue.assistants",)}
    greeting = params(r"\L<a.sure>, \L<a.here>", words=words, ignore_case=True)
    text = "Claro, aquí está.\n\nBien sûr, ecco.\n\nCerto, ecco.\n"
    assert lines(greeting, text) == [1, 5]
    patterns = PatternCheck(greeting, Setup()).patterns
    assert 5 < len(patterns) < len(described()), "of languages without such words there is none"


def test_slots_of_phrases_are_words_of_the_language() -> None:
    offers = params(r"\L<a.offers>", words={"a": ("@languages/residue.assistants",)}, ignore_case=True)
    text = "If you'd like I can also write.\n\nIf you like, I can ampliar.\n\nSi quieres, puedo ampliar.\n"
    assert lines(offers, text) == [1, 5]
