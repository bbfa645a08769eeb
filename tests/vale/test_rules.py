"""Each kind of Vale rule, its options, and what becomes of rules that cannot be run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.text import Span
from linter.vale.comments import without_silenced
from tests.cost import assert_linear
from tests.vale.conftest import StyleProject

Texts = Callable[[str, str], list[str]]


def test_existence_words_stand_alone(texts: Texts) -> None:
    rule = "extends: existence\nmessage: '%s'\nignorecase: true\ntokens: [very, 'so called']\n"
    assert texts(rule, "Very well, a so\ncalled delivery, everyvery.\n") == ["Very", "so\ncalled"]


def test_existence_raw_is_joined_and_nonword_is_bare(texts: Texts) -> None:
    rule = "extends: existence\nmessage: '%s'\nnonword: true\nraw: ['\\d+', ' ?', '%']\n"
    assert texts(rule, "About 5 % or 7% of 9.\n") == ["5 %", "7%"]


def test_existence_raw_before_the_tokens_knows_no_lines(texts: Texts) -> None:
    head = "extends: existence\nmessage: '%s'\nnonword: true\n"
    text = "One;\ntwo;\n"
    assert texts(head + "raw: [';$']\n", text) == [";"]
    assert texts(head + "raw: ['$']\nappend: true\ntokens: [';']\n", text) == [";", ";"]
    assert texts(head + "tokens: [';$']\n", text) == [";", ";"]
    assert texts(head + "raw: ['^\\w+']\n", text) == ["One"]


def test_existence_the_first_of_tokens_without_literals_wins(texts: Texts) -> None:
    head = "extends: existence\nmessage: '%s'\nnonword: true\ntokens: "
    assert texts(head + "['[A-Z]\\d', '[A-Z]\\w+']\n", "The A12 and Bcd.\n") == ["The", "A1", "Bcd"]
    assert texts(head + "['[A-Z]\\w+', '[A-Z]\\d']\n", "The A12 and Bcd.\n") == ["The", "A12", "Bcd"]


def test_existence_exceptions_excuse_words_and_phrases(texts: Texts) -> None:
    rule = """\
    extends: existence
    message: "%s"
    ignorecase: true
    tokens: [open]
    exceptions: [Open, open source]
    """
    assert texts(rule, "An open door, Open House, open source.\n") == ["open"]


def test_existence_first_token_wins_and_groups_count_across_tokens(texts: Texts) -> None:
    rule = "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['(x)\\1', '(y)\\2z']\n"
    assert texts(rule, "xx and yyz and yz.\n") == ["xx", "yyz"]


def test_substitution_prefers_the_longest_and_names_both(project: StyleProject) -> None:
    project.rule(
        "House.Terms",
        """\
        extends: substitution
        message: "Use '%s' instead of '%s'."
        ignorecase: true
        swap:
          web: Web
          web site: website
          (\\w+)ise: $1ize
        """,
    )
    findings = project.report("A web site and the Web, organise it.\n").findings
    assert [finding.message for finding in findings] == [
        "Use 'website' instead of 'web site'.",
        "Use 'organize' instead of 'organise'.",
    ]
    assert findings[0].suggestion == "website"


def test_substitution_with_a_choice_of_words(project: StyleProject) -> None:
    project.rule(
        "House.Terms",
        """\
        extends: substitution
        message: "Use '%s' instead of '%s'."
        action: {name: replace}
        swap: {utilize: use|employ}
        """,
    )
    found = project.report("We utilize it.\n").findings[0]
    assert found.message == "Use 'use' or 'employ' instead of 'utilize'."
    assert found.suggestion == "use, employ"


def test_substitution_takes_a_list_of_mappings(texts: Texts) -> None:
    rule = "extends: substitution\nmessage: '%s %s'\nswap:\n  - alpha: beta\n  - gamma: delta\n"
    assert texts(rule, "An alpha, a gamma.\n") == ["alpha", "gamma"]


def test_occurrence_counts_in_each_passage(texts: Texts) -> None:
    rule = "extends: occurrence\nmessage: '%d'\nscope: paragraph\nmax: 1\ntoken: ','\n"
    assert texts(rule, "One, two.\n\nOne, two, three.\n\n- a, b, c\n") == [","]


def test_occurrence_of_nothing_is_reported_at_the_first_word(project: StyleProject) -> None:
    project.rule(
        "House.Rule", "extends: occurrence\nmessage: '%s'\nscope: paragraph\nmin: 1\ntoken: because\n"
    )
    found = project.report("It is so.\n").findings
    assert [(each.text, each.message) for each in found] == [("It", "0")]


def test_occurrence_of_words_knows_letters_of_ascii_only(texts: Texts) -> None:
    rule = "extends: occurrence\nmessage: '%d'\nscope: sentence\nmax: 2\ntoken: '\\b(\\w+)\\b'\n"
    assert texts(rule, "One two. One-two-three. _a b_c d2. Né à côté.\n") == ["One", "_a"]


def test_repetition_between_blanks_of_any_kind(texts: Texts) -> None:
    rule = "extends: repetition\nmessage: '%s'\nignorecase: true\ntokens: ['[^\\s]+']\n"
    text = "It is is so. The\nthe end. Du\xa0km du\xa0km \xa0du\xa0km. Straße STRASSE ist, ist.\n"
    assert texts(rule, text) == ["is is", "The\nthe", "Du\xa0km du\xa0km", "Straße STRASSE"]


def test_repetition_in_one_sentence(texts: Texts) -> None:
    rule = """\
    extends: repetition
    message: "%s"
    ignorecase: true
    alpha: true
    tokens: ['[^\\s.!?]+']
    """
    assert texts(rule, "The the end. He knows that. That is it. It is 5 5.\n") == ["The the"]


def test_consistency_reports_from_the_second_way_on(texts: Texts) -> None:
    rule = "extends: consistency\nmessage: '%s'\nignorecase: true\neither: {advisor: adviser}\n"
    assert texts(rule, "An advisor.\n\nAn adviser.\n\nAn advisor.\n") == ["adviser", "advisor"]
    assert texts(rule, "An advisor.\n\nAnother advisor.\n") == []


def test_conditional_wants_an_acronym_explained_before(texts: Texts) -> None:
    rule = r"""
    extends: conditional
    message: "%s"
    first: '\b([A-Z]{3,5})\b'
    second: '(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)'
    exceptions: [API]
    """
    text = "The WHO and an API.\n\nThe World Health Organization (WHO) met.\n\nThe WHO again.\n"
    assert texts(rule, text) == ["WHO"]


def test_conditional_without_a_group_looks_into_the_same_passage(texts: Texts) -> None:
    rule = "extends: conditional\nmessage: '%s'\nfirst: '\\bprice\\b'\nsecond: '\\bVAT\\b'\n"
    assert texts(rule, "The price with VAT.\n\nThe price.\n") == ["price"]


def test_words_of_headings_are_patterns_and_texts_in_any_case(texts: Texts) -> None:
    rule = """\
    extends: capitalization
    message: "%s"
    scope: heading
    match: $sentence
    threshold: 1
    exceptions: ['Wi-?Fi', I, Node.js]
    """
    text = "# The WiFi on\n\n## The Wi-Fi on\n\n## The wifi I use\n\n## Of Node.js\n\n## An Other day\n"
    assert texts(rule, text) == ["An Other day"]


def test_headings_in_sentence_case_and_title_case(texts: Texts) -> None:
    head = "extends: capitalization\nmessage: \"'%s' is not '%s'\"\nscope: heading\n"
    text = "# Of Mice and Men\n\n## The art of Python\n\n## The Art Of War And Peace\n"
    sentence = head + "match: $sentence\nexceptions: [Python]\n"
    assert texts(sentence, text) == ["Of Mice and Men", "The Art Of War And Peace"]
    assert texts(head + "match: $title\n", text) == ["The art of Python", "The Art Of War And Peace"]
    assert texts(head + "match: '^The'\n", text) == ["Of Mice and Men"]


def test_exceptions_of_a_case_are_left_alone_and_accepted_words_have_theirs(project: StyleProject) -> None:
    project.rule(
        "House.Rule",
        "extends: capitalization\nmessage: m\nscope: heading\nmatch: $sentence\nexceptions: [IT, Python]\n",
    )
    text = "# Bring it here\n\n# Bring IT here\n\n# Bring Python here\n\n# Bring Perl here\n"
    assert [found for _, found in project.found(text)] == ["Bring Perl here"]
    project.write("styles/config/vocabularies/Own/accept.txt", "Perl\n")
    project.write(".vale.ini", "StylesPath = styles\nVocab = Own\n[*.md]\nBasedOnStyles = House\n")
    assert [found for _, found in project.found(text)] == ["Bring it here"]


def test_scopes(texts: Texts) -> None:
    head = "extends: existence\nmessage: '%s'\ntokens: [alpha]\nscope: "
    text = """\
    ---
    title: An alpha title
    ---
    # An alpha heading

    An alpha paragraph with `alpha` code.

    - an alpha item

    > an alpha quote

    ![an alpha picture](a.png)
    """

    def lines(scope: str) -> int:
        return len(texts(head + scope + "\n", text))

    assert lines("text") == 6
    assert lines("heading") == lines("heading.h1") == lines("list") == lines("blockquote") == 1
    assert lines("paragraph") == 1
    assert lines("text.frontmatter.title") == 1
    assert lines("alt") == 1
    assert lines("~heading & ~list") == 4
    assert lines("[heading, list]") == 2
    assert lines("raw") == 7
    assert lines("sentence & ~blockquote") == 3


def test_place_and_text_are_those_of_the_source(project: StyleProject) -> None:
    project.rule("House.Rule", "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['\\s[—–]\\s']\n")
    findings = project.report("See [this](x.html) — and it&rsquo;s done.\n").findings
    assert [finding.text for finding in findings] == [" — "]


def test_vocabulary_is_accepted_recased_and_rejected(project: StyleProject) -> None:
    project.rule(
        "House.Words", "extends: existence\nmessage: '%s'\nignorecase: true\ntokens: [github, foo]\n"
    )
    project.write("styles/config/vocabularies/Ours/accept.txt", "# names\nGitHub\nmake file\n")
    project.write("styles/config/vocabularies/Ours/reject.txt", "foobar\n")
    project.write(".vale.ini", "StylesPath = styles\nVocab = Ours\n[*.md]\nBasedOnStyles = Vale, House\n")
    assert project.found("GitHub, github, a foo, a foobar, a Make\nFile.\n") == [
        ("House.Words", "github"),
        ("Vale.Terms", "github"),
        ("House.Words", "foo"),
        ("Vale.Avoid", "foobar"),
        ("Vale.Terms", "Make\nFile"),
    ]


def test_a_rule_can_extend_another(project: StyleProject) -> None:
    project.rule(
        "Base.Words", "extends: existence\nmessage: base '%s'\nlevel: error\ntokens: [alpha, beta]\n"
    )
    project.rule(
        "House.Words",
        "extends: Base.Words\nmessage: house '%s'\ntokens+: [gamma]\ntokens-: [alpha]\n",
    )
    findings = project.report("An alpha, a beta, a gamma.\n").findings
    assert [(f.text, f.message, f.severity.label) for f in findings] == [
        ("beta", "house 'beta'", "error"),
        ("gamma", "house 'gamma'", "error"),
    ]


def test_a_rule_in_a_folder_has_a_longer_name(project: StyleProject) -> None:
    project.rule("House.dates.Words", "extends: existence\nmessage: '%s'\ntokens: [alpha]\n")
    assert project.found("An alpha.\n") == [("House.dates.Words", "alpha")]


def test_what_is_not_run_is_named_once(project: StyleProject) -> None:
    project.rule("House.Spell", "extends: spelling\nmessage: '%s'\n")
    project.rule("House.Prog", "extends: script\nmessage: '%s'\nscript: x.tengo\n")
    project.rule("House.Links", "extends: existence\nmessage: '%s'\nscope: link\ntokens: [here]\n")
    linter = project.linter()
    linter.policies.of(str(project.root / "a.md"))
    (notice,) = linter.policies.guests.notices()
    assert notice.partition(": ")[2] == (
        "3 rules are not run: scope 'link' (House.Links), script (House.Prog), spelling (House.Spell)"
    )
    assert linter.policies.problems == []


def test_faulty_rules_are_problems_and_the_others_run(project: StyleProject) -> None:
    project.rule("House.Key", "extends: existence\nmessage: '%s'\ntoken: [alpha]\n")
    project.rule("House.Kind", "extends: existance\nmessage: '%s'\n")
    project.rule("House.Twice", "extends: existence\nmessage: '%s'\nlink: a\nlink: b\n")
    project.rule("House.Good", "extends: existence\nmessage: '%s'\ntokens: [alpha]\n")
    linter = project.linter()
    report = linter.lint_source("An alpha.\n", str(project.root / "a.md"))
    assert [finding.rule for finding in report.findings] == ["House.Good"]
    assert [problem.line for problem in linter.policies.problems] == [3, 1, 4]
    assert [problem.message for problem in linter.policies.problems] == [
        "unknown key 'token'; did you mean 'tokens'?",
        "extends: unknown kind of rule 'existance'; did you mean 'existence'?",
        "duplicate key 'link'",
    ]


def test_a_pattern_that_does_not_compile_fails_its_rule_only(project: StyleProject) -> None:
    project.rule("House.Bad", "extends: existence\nmessage: '%s'\ntokens: ['alpha(']\n")
    project.rule("House.Good", "extends: existence\nmessage: '%s'\ntokens: [alpha]\n")
    report = project.report("An alpha.\n")
    assert [finding.rule for finding in report.findings] == ["House.Good"]
    assert len(report.failures) == 1
    assert "House.Bad" in report.failures[0]
    assert "'alpha(' is not a regular expression" in report.failures[0]


def test_comments_of_vale_switch_rules_off(project: StyleProject) -> None:
    project.rule("House.Alpha", "extends: existence\nmessage: '%s'\ntokens: [alpha]\n")
    project.rule("House.Beta", "extends: existence\nmessage: '%s'\ntokens: [beta]\n")
    text = """\
    alpha one

    <!-- vale off -->
    alpha two
    <!-- vale on -->

    <!-- vale House.Beta = NO -->
    alpha three, beta
    <!-- vale House.Beta = YES -->

    <!-- vale House.Alpha["alpha"] = NO -->
    alpha four, beta
    """
    assert [text for _, text in project.found(text)] == ["alpha", "alpha", "beta"]


@pytest.mark.parametrize("unit", ["alpha <!-- vale a[ ", "<!-- vale off -->\nalpha\n<!-- vale on -->\n\n"])
def test_twice_the_comments_cost_twice(project: StyleProject, unit: str) -> None:
    project.rule("House.Alpha", "extends: existence\nmessage: '%s'\ntokens: [alpha]\n")
    findings = project.report("alpha\n\n" * 40).findings

    def silenced(size: int) -> Callable[[], object]:
        source = unit * (size // len(unit))
        told = [findings[0]._replace(span=Span(at, at + 5)) for at in range(0, len(source) - 5, len(unit))]
        return lambda: without_silenced(told, source)

    assert_linear(silenced, 20_000, 12_000)
