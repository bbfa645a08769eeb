"""A row is judged as the file would be that its article is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from linter.corpus.document import BESIDE, TEXT, Document, Place
from linter.corpus.judge import Row, judged
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.engine.selftest import cases, composed
from linter.packaged import builtin_rules
from linter.rules.load import load_rules
from linter.text import Span
from tests.corpus.rows import ARTICLES, File, row, settings


def examples() -> Iterator[tuple[str, Mapping[str, str]]]:
    """The bad examples of all rules whose metadata a row can have."""
    for case in cases(load_rules([builtin_rules()]).rules.values()):
        example = case.example
        meta = {"title": example.headline, "lang": example.lang, **example.meta}
        known = {name: str(value) for name, value in meta.items() if value}
        plain = not (example.files or example.source or example.path) and example.format == "markdown"
        if plain and case.kind == "bad" and known.keys() <= {*BESIDE}:
            source = composed(example)[0]
            yield case.name, known | {"text": source[source.find("\n---\n\n") + 6 :] if known else source}


EXAMPLES = dict(examples())


@pytest.mark.parametrize("values", [*ARTICLES, *EXAMPLES.values()], ids=[*"0123", *EXAMPLES])
def test_the_findings_are_those_of_the_file(values: Mapping[str, str]) -> None:
    there = row(values)
    found = judged(there, settings())["findings"]
    expected = list(File(there).findings())
    assert [without_fingerprint(each) for each in found] == [without_fingerprint(each) for each in expected]
    in_text = [(one, other) for one, other in zip(found, expected, strict=True) if one["in_column"] == TEXT]
    assert all(one["fingerprint"] == other["fingerprint"] for one, other in in_text)


def without_fingerprint(finding: Mapping[str, object]) -> dict[str, object]:
    """The line of a finding has a say in it, and front matter has lines of its own."""
    return {name: value for name, value in finding.items() if name != "fingerprint"}


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) > 200


def test_places_go_back_to_columns_and_return() -> None:
    values = {"title": "  A  title\n of\tmine ", "lang": "en", "text": "The text."}
    document = Document(values, "a", "text")
    article = document.article()
    assert article.source == "A title of mine\nen\nThe text."
    for start in range(len(article.source)):
        for end in range(start + 1, len(article.source) + 1):
            piece = article.source[start:end]
            if "\n" not in piece and piece == piece.strip():
                place = document.place(Span(start, end))
                assert " ".join(values[place.column][place.start : place.end].split()) == piece
                assert document.span(place) == Span(start, end)


def test_a_span_over_the_border_is_cut_at_the_end_of_its_column() -> None:
    document = Document({"title": "Title", "text": "Text."}, "a", "text")
    assert document.place(Span(0, 8)) == Place("title", 0, 5)
    assert document.place(Span(5, 8)) == Place("title", 5, 5)
    assert document.place(Span(11, 11)) == Place("text", 5, 5)


def test_nothing_is_opened_that_a_row_names(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "---\nsources: [secret.txt]\nsource_file: /etc/passwd\n---\n\nHe said “no” to 12 people.\n"
    judged(row({"text": text}), settings())  # whatever is read once is read

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError(arguments)

    for name in ("open", "stat", "lstat", "scandir", "listdir"):
        monkeypatch.setattr(f"os.{name}", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    for name in ("2024-03-05-a.md", "/etc/passwd", "../2024-03-05-b.md", "https://example.org/2024/03/05/c"):
        there = Row(name, {"text": text, "date": "2024-03-06", "format": "markdown"})
        assert judged(there, settings())["failures"] == []


def test_the_id_is_the_identity() -> None:
    values = ARTICLES[0]
    one, other = (judged(row(values, name), settings())["findings"] for name in ("a.md", "b.md"))
    assert one
    assert [without_fingerprint(each) for each in one] == [without_fingerprint(each) for each in other]
    assert not {each["fingerprint"] for each in one} & {each["fingerprint"] for each in other}


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({}, "has no text"),
        ({"text": "x" * 1_000_001}, "longer than 1000000 characters"),
        ({"text": "x", "format": "docx"}, "is of a format that is not read"),
        ({"text": "x", "format": "nonsense"}, "is of a format that is not read"),
    ],
)
def test_what_is_no_article(values: Mapping[str, str], why: str) -> None:
    outcome = judged(row(values), settings())
    assert len(outcome["failures"]) == 1
    assert why in outcome["failures"][0]
    assert outcome["findings"] == []


@pytest.mark.parametrize("format", ["html", ".html", "HTML", "text", "txt"])
def test_formats_of_rows(format: str) -> None:
    text = "<p>They met in April 20XX.</p>"
    found = judged(row({"text": text, "format": format, "lang": "en"}), settings())["findings"]
    assert "placeholder-date" in [each["rule"] for each in found]


def test_the_digest_is_of_all_that_is_read() -> None:
    values = dict(ARTICLES[0])
    digests = {judged(row(values), settings())["digest"]}
    for name in values:
        digests.add(judged(row({**values, name: values[name] + " "}), settings())["digest"])
    digests.add(judged(row({**values, "source": "A source."}), settings())["digest"])
    digests.add(judged(row({**values, "url": "https://example.org"}), settings())["digest"])
    assert len(digests) == 1 + len(values) + 1


def test_an_article_is_held_against_its_source(tmp_path: Path) -> None:
    source = "The council of Newtown paid 4 million euros for the bridge, Ada Smyth said.\n"
    text = "The council of Newtown paid 7 million euros for the bridge, Ada Smith said.\n"
    (tmp_path / "release.md").write_text(source, encoding="utf-8")
    linter = Linter(Choice(sources=(str(tmp_path / "release.md"),)))
    expected = linter.lint_source(text, str(tmp_path / "a.md"), "markdown").findings
    found = judged(row({"text": text, "source": source}), settings())["findings"]
    assert [(each["rule"], each["start_char"], each["message"]) for each in found] == [
        (each.rule, each.span.start, each.message) for each in expected
    ]
    related = [place for each in found for place in each["related"]]
    assert {place["in_column"] for place in related} == {"source"}
    assert {source[each["start_char"] : each["end_char"]] for each in related} >= {"Smyth"}
    for other in (text, " ", ""):
        assert judged(row({"text": text, "source": other}), settings())["findings"] == []


def test_a_source_that_is_too_long() -> None:
    outcome = judged(row({"text": "x", "source": "x" * 1_000_001}), settings())
    assert outcome["failures"] == ["is longer than 1000000 characters (max-chars)"]
