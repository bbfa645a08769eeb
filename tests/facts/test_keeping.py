"""``factlint facts``: entries are added, imported and suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli.main import run
from linter.topics.facts.bible import read_bible
from linter.topics.facts.write import with_entries

BY_HAND = """\
# our people
people:
- name: Ida Brandt   # mayor
  born: 1960         # sure

places:
  - name: Harlow
"""


@pytest.mark.parametrize("section", ["people", "places", "organisations"])
@pytest.mark.parametrize("source", [BY_HAND, "", "# empty\n", "people: []\n", BY_HAND.rstrip()])
def test_an_entry_is_put_in_and_the_rest_stays(source: str, section: str) -> None:
    text = with_entries(source, section, [{"name": "Neu: No 1", "aliases": ["yes", "12"]}])
    before, _ = read_bible("facts.yaml", source)
    after, problems = read_bible("facts.yaml", text)
    assert problems == []
    assert {entry.name for entry in after} == {entry.name for entry in before} | {"Neu: No 1"}
    assert [line for line in source.splitlines() if "#" in line and line not in text.splitlines()] == []


@pytest.mark.parametrize("source", ["- a\n", "people: {a: 1}\n", "{people: [{name: A}]}\n"])
def test_no_bible_is_left_alone(source: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        with_entries(source, "people", [{"name": "A"}])


def test_add(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(BY_HAND)
    command = ["facts", "add", "Lena Oro", "--to", str(path), "--wrong", "Lena Ori", "--born", "1970"]
    assert run([*command, "--title", "mayor", "--from", "2019"]) == 0
    entries, problems = read_bible(str(path), path.read_text())
    assert problems == []
    assert [entry.name for entry in entries] == ["Ida Brandt", "Lena Oro", "Harlow"]


def test_add_refuses_what_no_bible_may_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "facts.yaml"
    assert run(["facts", "add", "Lena Oro", "--to", str(path), "--born", "1970-02-30"]) == 2
    assert "expected a date such as" in capsys.readouterr().err
    assert not path.exists()


def test_import_says_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "q.json"
    path.write_text("{")
    assert run(["facts", "import", "wikidata", str(path)]) == 2
    assert f"error: {path}: not valid JSON" in capsys.readouterr().err


def test_suggest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, text in enumerate(
        ("Patricia Holm, 51, leads it.", "Ask Patricia Holm.", "Patricia Holm left.")
    ):
        path = tmp_path / f"{number}.md"
        path.write_text(f"---\nlang: en\ndate: 202{number}-06-01\n---\n\n{text}\n")
    (tmp_path / "3.md").write_text("---\nlang: en\n---\n\nPatricia Holm was born in 1969. Robert Lind too.\n")
    assert run(["facts", "suggest", str(tmp_path)]) == 0
    entries, problems = read_bible("facts.yaml", capsys.readouterr().out)
    assert problems == []
    (person,) = entries
    assert person.name == "Patricia Holm"
    assert str(getattr(person, "born", "")) == "1969"


def test_suggest_says_that_there_is_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["facts", "suggest", str(tmp_path)]) == 0
    assert "Nobody" in capsys.readouterr().err


def test_suggest_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(BY_HAND)
    assert run(["facts", "suggest", str(tmp_path), "--to", str(path)]) == 2
    assert path.read_text() == BY_HAND


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"people: [", "not valid YAML"),
        (b"people: &a [*a]", "nothing before this is called 'a'"),
        (b"- " * 100_000, "nested deeper than 50 levels"),
        (b"[" * 60 + b"]" * 60, "nested deeper than 50 levels"),
        (b"people: \xe9", "not valid UTF-8"),
        (b"? [a, b]\n: c\n", "a key has to be text"),
        (b"- a\n", "expected a mapping"),
    ],
)
def test_add_leaves_alone_what_it_cannot_read(
    source: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "facts.yaml"
    path.write_bytes(source)
    assert run(["facts", "add", "Lena Oro", "--to", str(path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: ")
    assert message in told
    assert str(path) in told
    assert path.read_bytes() == source


def test_add_keeps_the_mark_and_the_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    plain = with_entries(BY_HAND, "people", [{"name": "Lena Oro"}])
    path.write_bytes(b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode())
    assert run(["facts", "add", "Lena Oro", "--to", str(path)]) == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode()
