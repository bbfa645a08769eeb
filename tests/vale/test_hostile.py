"""No style can hang the linter: the rule that would is named, the others go on."""

from __future__ import annotations

import pytest

from tests.cost import Work, assert_linear
from tests.vale.conftest import StyleProject

HANGS = "(?:x|x)*[yw]"
LINE = "x" * 60 + " z y\n\n"
ARTICLE = "# " + LINE + LINE * 3 + "A plain word.\n"
PLAIN = "extends: existence\nmessage: '%s'\ntokens: [plain]\n"

RULES = {
    "existence": f"extends: existence\nmessage: m\nnonword: true\ntokens: ['{HANGS}']\n",
    "raw": f"extends: existence\nmessage: m\nscope: raw\nnonword: true\nraw: ['{HANGS}']\n",
    "substitution": f"extends: substitution\nmessage: m\nnonword: true\nswap: {{'{HANGS}': y}}\n",
    "replacement": f"extends: substitution\nmessage: m\nswap: {{'x+': '{HANGS}'}}\n",
    "occurrence": f"extends: occurrence\nmessage: m\nmax: 1\nscope: text\ntoken: '{HANGS}'\n",
    "repetition": f"extends: repetition\nmessage: m\ntokens: ['{HANGS}']\n",
    "consistency": f"extends: consistency\nmessage: m\nnonword: true\neither: {{'{HANGS}': z}}\n",
    "conditional": f"extends: conditional\nmessage: m\nfirst: '{HANGS}'\nsecond: z\n",
    "second": f"extends: conditional\nmessage: m\nfirst: z\nsecond: '({HANGS})'\n",
    "capitalization": f"extends: capitalization\nmessage: m\nscope: heading\nmatch: '{HANGS}'\n",
    "capitalization-exceptions": (
        f"extends: capitalization\nmessage: m\nscope: heading\nmatch: $sentence\nexceptions: ['{HANGS}']\n"
    ),
    "exceptions": f"extends: existence\nmessage: m\ntokens: ['x+']\nexceptions: ['{HANGS}']\n",
    "phrases": f"extends: existence\nmessage: m\ntokens: [z]\nexceptions: ['{HANGS} ?']\n",
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_that_hangs_is_named_and_the_others_go_on(project: StyleProject, rule: str) -> None:
    project.rule("House.Hangs", rule)
    project.rule("House.Plain", PLAIN)
    report = project.report(ARTICLE)
    assert [(finding.rule, finding.text) for finding in report.findings] == [("House.Plain", "plain")]
    assert len(report.failures) == 1
    assert "House.Hangs" in report.failures[0]
    assert "took too long" in report.failures[0]


@pytest.mark.parametrize("ignores", ["TokenIgnores", "BlockIgnores"])
def test_an_ignored_pattern_that_hangs_is_told_once(project: StyleProject, ignores: str) -> None:
    project.write(".vale.ini", f"StylesPath = styles\n[*.md]\nBasedOnStyles = House\n{ignores} = ({HANGS})\n")
    for name in "ABC":
        project.rule(f"House.{name}", PLAIN)
    report = project.report(ARTICLE)
    assert not report.findings
    assert len(report.failures) == 1
    assert "took too long" in report.failures[0]


def test_an_accepted_word_that_hangs(project: StyleProject) -> None:
    project.write(".vale.ini", "StylesPath = styles\nVocab = Own\n[*.md]\nBasedOnStyles = House\n")
    project.write("styles/config/vocabularies/Own/accept.txt", HANGS + "\n")
    project.rule("House.Words", "extends: existence\nmessage: '%s'\ntokens: ['x+']\n")
    assert project.report(ARTICLE).failures


@pytest.mark.parametrize(
    "piece",
    [
        "x",
        "word ",
        "plain\n\n",
        "[a](b) ",
        "`a` plain ",
        "{{ a }} plain\n\n",
        "> ",
        "- plain\n",
        "A. ",
        "<b>plain</b> ",
        "www.a.org ",
        "&#8217; ",
        "Mr. ",
    ],
)
def test_much_of_one_thing(project: StyleProject, piece: str) -> None:
    project.write(
        ".vale.ini",
        "StylesPath = styles\n[*.md]\nBasedOnStyles = House\nTokenIgnores = (\\{\\{[^}]*\\}\\})\n",
    )
    project.rule("House.Plain", PLAIN)
    project.rule("House.Swap", "extends: substitution\nmessage: '%s %s'\nswap: {plain word: simple}\n")
    project.rule("House.Long", "extends: occurrence\nmessage: m\nscope: sentence\nmax: 40\ntoken: '\\w+'\n")
    project.rule("House.Twice", "extends: repetition\nmessage: m\nalpha: true\ntokens: ['\\S+']\n")
    project.rule("House.Both", "extends: consistency\nmessage: m\neither: {advisor: adviser}\n")
    project.rule(
        "House.Open", "extends: existence\nmessage: m\ntokens: [plain]\nexceptions: ['plain word']\n"
    )
    linter = project.linter()

    def much(size: int) -> Work:
        text = piece * (size // len(piece)) + "plain"
        return lambda: linter.lint_source(text, str(project.root / "a.md"))

    assert_linear(much, 1_000, 4_000)
