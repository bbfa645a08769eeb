"""The pass over language versions: the same for one file as for all, kept, and bounded."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.cli.main import run

Lint = Callable[..., list[dict[str, object]]]
TEXTS = {
    "": "The town has 12 schools and a library with 4,000 books, as the mayor said in March 2024.",
    ".de": "Die Stadt hat 14 Schulen und eine Bücherei mit 4.000 Büchern, so der Bürgermeister im März 2024.",
    ".fr": "La ville compte 12 écoles et une bibliothèque de 4 000 livres, a dit le maire en mars 2024.",
}


@pytest.fixture
def lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lint:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    for end, text in TEXTS.items():
        Path(f"story{end}.md").write_text(
            f"---\ntitle: Schools\nlang: {end[1:] or 'en'}\n---\n\n{text}\n", "utf-8"
        )

    def linted(*arguments: str) -> list[dict[str, object]]:
        cache = ("--cache-dir", str(tmp_path / "cache"))
        run(["check", "--output-format", "jsonl", "--select", "translations", *cache, *arguments])
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return linted


def told(found: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(os.path.normpath(str(each["path"])), each["text"]) for each in found]


def test_a_difference_is_reported_once_with_both_places(lint: Lint) -> None:
    (found,) = lint(".")
    assert (found["path"], found["rule"], found["text"]) == ("story.de.md", "translation-number", "14")
    (related,) = found["related"]  # type: ignore[misc]
    assert related["path"] == "story.md"
    assert Path("story.md").read_text(encoding="utf-8")[related["start"] : related["end"]] == "12"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (("story.de.md",), [("story.de.md", "14")]),
        (("story.md",), [("story.md", "12")]),
        (("story.fr.md",), []),
        (("story.md", "story.de.md"), [("story.de.md", "14")]),
        (("story.de.md", "story.md"), [("story.de.md", "14")]),
        ((".", "--jobs", "2"), [("story.de.md", "14")]),
        ((".", "--no-cache"), [("story.de.md", "14")]),
    ],
)
def test_it_is_the_same_whatever_is_named(
    lint: Lint, named: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert told(lint(*named)) == expected
    assert told(lint(*named)) == expected


def test_another_text_of_a_version_that_is_not_named_is_noticed(lint: Lint) -> None:
    assert told(lint("story.de.md")) == [("story.de.md", "14")]
    path = Path("story.md")
    path.write_text(path.read_text(encoding="utf-8").replace("12 schools", "14 schools"), encoding="utf-8")
    assert told(lint("story.de.md")) == []
    assert told(lint("story.fr.md")) == [("story.fr.md", "12")]


def test_a_version_that_is_new_is_noticed(lint: Lint) -> None:
    original = Path("story.md").rename("later.txt")
    Path("story.fr.md").unlink()
    assert told(lint("story.de.md")) == []
    original.rename("story.md")
    assert told(lint("story.de.md")) == [("story.de.md", "14")]


def test_the_configuration_names_the_original(lint: Lint) -> None:
    Path("story.fr.md").unlink()
    Path(".factlint.yaml").write_text("translations: {original: de}\n")
    assert told(lint(".")) == [("story.md", "12")]


def test_a_comment_suppresses_it(lint: Lint) -> None:
    path = Path("story.de.md")
    comment = "<!-- factlint-disable-next-line translation-number: counted anew -->\n"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Die Stadt", comment + "Die Stadt"), encoding="utf-8"
    )
    assert told(lint(".")) == []


def test_what_is_compared_is_counted(lint: Lint, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--select", "translation-number", "--no-cache", "--verbose", "."])
    said = "".join(capsys.readouterr())
    assert "language versions compared" in said
    assert "passages aligned" in said


def test_a_version_outside_of_the_project_is_not_read(lint: Lint, tmp_path: Path) -> None:
    original = Path("story.md").rename(tmp_path / "story.md")
    Path("story.fr.md").unlink()
    Path("story.md").symlink_to(original)
    assert told(lint("story.de.md")) == []


def test_a_version_that_is_no_text_is_left_out(lint: Lint) -> None:
    Path("story.md").write_bytes(b"\xff\xfe\0\0 nothing \0")
    Path("story.fr.md").unlink()
    assert told(lint("story.de.md")) == []


def test_a_version_under_a_broken_configuration(lint: Lint) -> None:
    for name, end in (("en", ""), ("de", ".de")):
        Path(name).mkdir()
        os.rename(f"story{end}.md", f"{name}/story.md")
    assert told(lint("en", "de"))
    Path("de", ".factlint.yaml").write_text("selekt: [a]\n")
    assert told(lint("en", "de")) == told(lint("en")) == []


def test_a_rule_that_fails_leaves_the_others(lint: Lint, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    Path("story.de.md").write_text(Path("story.de.md").read_text("utf-8").replace("2024", "2023"), "utf-8")
    before = {each["rule"] for each in lint()}
    monkeypatch.setattr("linter.topics.translations.translation_date.TranslationDate.compare", fail)
    assert {each["rule"] for each in lint("--no-cache")} == before - {"translation-date"} != before
