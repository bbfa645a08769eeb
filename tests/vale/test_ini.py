"""Reading ``.vale.ini``, and which rules it turns on."""

from __future__ import annotations

import pytest

from linter.vale.globs import means
from linter.vale.ini import listed, read_ini
from tests.cost import LINEAR, growth
from tests.vale.conftest import StyleProject

WORD = "extends: existence\nmessage: no '%s'\nlevel: warning\ntokens: [{}]\n"


def test_reads_settings_sections_lists_and_continued_lines() -> None:
    config = read_ini(
        "StylesPath = styles ; here\n"
        "MinAlertLevel = warning\n"
        "# a comment\n"
        "Vocab = One, Two\n"
        "[*]\n"
        "BasedOnStyles = A\n"
        "[*.{md,txt}]\n"
        "BasedOnStyles = A, \\\n"
        "  B\n"
        "A.Rule = NO\n"
        "B.Long[max] = 30\n"
        "TokenIgnores = (\\$[^$]{2\\,}\\$), <<.*>>\n"
    )
    assert config.styles_paths == ("styles",)
    assert config.min_level == "warning"
    assert config.vocabularies == ("One", "Two")
    assert [section.glob for section in config.sections] == ["*", "*.{md,txt}"]
    assert config.sections[1].styles == ("A", "B")
    assert config.sections[1].rules == {"A.Rule": "NO"}
    assert config.sections[1].token_ignores == (r"(\$[^$]{2,}\$)", "<<.*>>")
    assert config.params == {"B.Long": {"max": "30"}}
    assert config.notices == []


def test_says_what_it_does_not_understand() -> None:
    config = read_ini("Nonsense = 1\n[*.md]\nTransform = a.xsl\nA.Rule = MAYBE\n")
    assert config.notices == [
        "line 1: 'Nonsense' has no effect here",
        "line 3: 'Transform' has no effect here",
        "line 4: 'A.Rule = MAYBE' is not understood",
    ]
    assert config.sections[1].rules == {"A.Rule": "NO"}


def test_none_forgets_what_stands_before_it() -> None:
    assert listed("A, NONE, B") == ("B",)
    assert listed("A, NONE") == ()


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "docs/a.md", True),
        ("docs/*.md", "docs/deep/a.md", True),
        ("docs/**/*.md", "docs/deep/a.md", True),
        ("docs/**/*.md", "docs/a.md", True),
        ("**/*.md", "a.md", True),
        ("*.{md,txt}", "a.txt", True),
        ("[a-c].md", "b.md", True),
        ("[!a-c].md", "b.md", False),
        ("!*.md", "a.md", False),
        ("?.md", "ab.md", False),
        ("docs/*.md", "a.md", False),
        ("*.{md,{txt,html}}", "a.html", True),
        ("{a,b}{,c}.md", "bc.md", True),
        ("{a,b", "b", True),
        ("a,b}", "a,b}", True),
        ("[b-a]", "b", False),
        ("\\*", "*", True),
        ("[]", "[]", True),
    ],
)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert means(glob, path) is expected


@pytest.mark.parametrize("glob", ["{a,aa}" * 300 + "b", "*a" * 300, "**/a" * 300, "{" * 5_000 + "a"])
def test_the_cost_grows_with_the_path_only(glob: str) -> None:
    means(glob, "a")
    assert growth(lambda size: lambda: means(glob, "a" * size), 1_000) <= LINEAR


def test_the_last_section_that_lists_styles_decides(project: StyleProject) -> None:
    project.rule("House.Alpha", WORD.format("alpha"))
    project.rule("Other.Beta", WORD.format("beta"))
    project.write(
        ".vale.ini",
        """\
        StylesPath = styles
        [*.md]
        BasedOnStyles = House
        [docs/*.md]
        BasedOnStyles = Other
        """,
    )
    assert project.found("An alpha and a beta.\n") == [("House.Alpha", "alpha")]
    assert project.found("An alpha and a beta.\n", "docs/a.md") == [("Other.Beta", "beta")]
    assert project.found("An alpha and a beta.\n", "a.txt") == []


def test_rules_are_switched_and_levelled(project: StyleProject) -> None:
    project.rule("House.Alpha", WORD.format("alpha"))
    project.rule("House.Beta", WORD.format("beta"))
    project.rule("Other.Gamma", WORD.format("gamma"))
    project.write(
        ".vale.ini",
        """\
        StylesPath = styles
        MinAlertLevel = warning
        [*.md]
        BasedOnStyles = House
        House.Alpha = error
        House.Beta = NO
        Other.Gamma = YES
        [draft.md]
        House.Alpha = suggestion
        """,
    )
    text = "An alpha, a beta, a gamma.\n"
    findings = project.report(text).findings
    assert [(f.rule, f.severity.label) for f in findings] == [
        ("House.Alpha", "error"),
        ("Other.Gamma", "warning"),
    ]
    assert [rule for rule, _ in project.found(text, "draft.md")] == ["Other.Gamma"]


def test_a_style_can_be_off_but_for_one_rule(project: StyleProject) -> None:
    project.rule("House.Alpha", WORD.format("alpha"))
    project.rule("House.Beta", WORD.format("beta"))
    project.write(
        ".vale.ini",
        "StylesPath = styles\n[*.md]\nBasedOnStyles = House\nHouse = NO\nHouse.Beta = YES\n",
    )
    assert project.found("An alpha and a beta.\n") == [("House.Beta", "beta")]


def test_single_settings_of_a_rule(project: StyleProject) -> None:
    project.rule(
        "House.Long",
        "extends: occurrence\nmessage: '%s words'\nscope: sentence\nmax: 3\ntoken: '\\b\\w+\\b'\n",
    )
    text = "One two three four five.\n"
    assert len(project.found(text)) == 1
    project.write(".vale.ini", "StylesPath = styles\n[*.md]\nBasedOnStyles = House\nHouse.Long[max] = 9\n")
    assert project.found(text) == []


def test_ignored_tokens_and_blocks(project: StyleProject) -> None:
    project.rule("House.Alpha", WORD.format("alpha"))
    project.write(
        ".vale.ini",
        """\
        StylesPath = styles
        [*.md]
        BasedOnStyles = House
        TokenIgnores = (\\$[^$]+\\$)
        BlockIgnores = (?s) *({%.*?%})
        """,
    )
    text = "An alpha and $alpha$.\n\n{% note alpha %}\n\nAnother alpha.\n"
    assert len(project.found(text)) == 2


def test_a_folder_of_styles_needs_no_ini(project: StyleProject) -> None:
    project.rule("House.Alpha", WORD.format("alpha"))
    project.write(".factlint.yaml", "vale: [styles]\n")
    assert ("House.Alpha", "alpha") in project.found("# A title\n\nAn alpha.\n")


def test_a_missing_style_and_a_missing_ini_are_problems(project: StyleProject) -> None:
    linter = project.linter()
    linter.policies.of(str(project.root / "a.md"))
    assert [problem.message for problem in linter.policies.problems] == [
        "there is no style 'House' in the styles path"
    ]
    project.write(".factlint.yaml", "vale: [nowhere.ini]\n")
    linter = project.linter()
    linter.policies.of(str(project.root / "a.md"))
    assert "cannot be read" in linter.policies.problems[0].message
