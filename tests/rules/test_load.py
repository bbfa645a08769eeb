"""Rule files: what is refused, where, and that the others still load."""

from __future__ import annotations

from pathlib import Path

from linter.rules.load import load_rule, load_rules

GOOD = """\
check: missing-headline
severity: warning
message: There is no headline.
rationale: It needs one.
examples:
  bad: [{source: "x", expect: [x]}]
  good: [{source: "# x"}]
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(folder: Path, text: str) -> list[str]:
    rule, problems = load_rule(write(folder, "a-rule.yaml", text), folder)
    assert rule is None
    return [str(problem).removeprefix(f"{folder / 'a-rule.yaml'}:") for problem in problems]


def test_id_is_the_file_name_and_topic_its_folder(tmp_path: Path) -> None:
    rule, problems = load_rule(write(tmp_path, "desk/our-rule.yaml", GOOD), tmp_path)
    assert problems == []
    assert rule is not None
    assert (rule.id, rule.topic) == ("our-rule", "desk")


def test_unknown_check_gets_a_suggestion(tmp_path: Path) -> None:
    found = problems_of(tmp_path, GOOD.replace("missing-headline", "mising-headline"))
    assert found == ["1:8: unknown check 'mising-headline'; did you mean 'missing-headline'?"]


def test_unknown_field_in_a_message(tmp_path: Path) -> None:
    found = problems_of(tmp_path, GOOD.replace("There is no headline.", "'{nothing} is here.'"))
    assert len(found) == 1
    assert found[0].startswith("3:10: message: unknown field {nothing}")


def test_broken_braces_in_a_message(tmp_path: Path) -> None:
    found = problems_of(tmp_path, GOOD.replace("There is no headline.", '"{a"'))
    assert found == ["3:10: message: expected '}' before end of string"]


def test_a_pattern_that_does_not_compile(tmp_path: Path) -> None:
    text = GOOD.replace("missing-headline", "pattern") + "params:\n  patterns: ['(a']\n"
    found = problems_of(tmp_path, text)
    assert len(found) == 1
    assert found[0].startswith("9:3: params: ")


def test_unknown_parameter(tmp_path: Path) -> None:
    text = GOOD.replace("missing-headline", "pattern") + "params:\n  patterns: [a]\n  scops: [text]\n"
    assert problems_of(tmp_path, text) == ["10:3: params: unknown key 'scops'; did you mean 'scopes'?"]


def test_more_bad_than_good_examples(tmp_path: Path) -> None:
    text = GOOD.replace(
        '[{source: "x", expect: [x]}]', '[{source: "x", expect: [x]}, {source: y, expect: [y]}]'
    )
    assert problems_of(tmp_path, text) == [
        "6:3: examples: 2 bad but only 1 good; give at least as many good ones"
    ]


def test_no_examples_no_rule(tmp_path: Path) -> None:
    text = GOOD[: GOOD.index("examples")] + "examples: {}\n"
    assert problems_of(tmp_path, text) == [
        "5:11: examples: a rule needs at least one bad and one good example"
    ]


def test_the_other_rules_still_load(tmp_path: Path) -> None:
    write(tmp_path, "good-rule.yaml", GOOD)
    write(tmp_path, "broken-rule.yaml", "check: [\n")
    book = load_rules([tmp_path])
    assert "good-rule" in book.rules
    assert "unused-suppression" in book.rules
    assert [Path(problem.path).name for problem in book.problems] == ["broken-rule.yaml"]


def test_a_linked_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "real" / "desk", "wire-slug.yaml", GOOD)
    (tmp_path / "notes").mkdir()
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "desk").symlink_to("../real/desk")
    (ours / "round").symlink_to(".")
    (ours / "notes").symlink_to("../notes")
    (ours / "nowhere").symlink_to("../nowhere")
    (ours / "loop").symlink_to("loop")
    told = [(Path(each.path).name, each.message) for each in load_rules([ours]).problems]
    assert told == [("desk", "a link to a folder is not followed; name the folder itself in 'rules'")]
    assert load_rules([tmp_path / "real"]).problems == ()


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    book = load_rules([tmp_path / "nowhere"])
    assert [problem.message for problem in book.problems] == ["no such folder of rules"]


TRANSLATED = """\
translations:
  fr:
    message: >
      Pas de titre : {keys}.
    rationale: Il en faut un.
  de: {summary: ohne Überschrift}
"""


def test_translations_are_kept_by_the_english_text(tmp_path: Path) -> None:
    text = GOOD.replace("There is no headline.", "There is\n  no headline.") + "summary: none\n" + TRANSLATED
    rule, problems = load_rule(write(tmp_path, "a-rule.yaml", text), tmp_path)
    assert problems == []
    assert rule is not None
    assert rule.translations == {
        "fr": {"There is no headline.": "Pas de titre : {keys}.", "It needs one.": "Il en faut un."},
        "de": {"none": "ohne Überschrift"},
    }


def test_translations_are_checked_like_messages(tmp_path: Path) -> None:
    text = GOOD + "translations:\n  fr: {message: '{nothing}', messages: {x: '{a'}}\n  sv: {message: Ingen}\n"
    found = problems_of(tmp_path, text)
    assert [problem.partition(";")[0] for problem in found] == [
        "9:41: translations: unknown variant 'x'",
        "10:3: translations: no messages in 'sv'",
        "9:44: message: expected '}' before end of string",
        "9:17: message: unknown field {nothing}",
    ]
