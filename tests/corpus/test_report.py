"""The page about an archive: its numbers are those of the tables, and nothing in them gets out of hand."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import pytest

from linter.corpus.folder import Folder
from linter.corpus.judge import Row, Values, blank
from linter.corpus.report import page
from linter.corpus.statistics import Rate, statistics_of
from linter.corpus.tables import Part
from tests.corpus.conftest import Command

HOSTILE = "</svg><script>alert('1')</script>\"'&\u202e\x1b[31m"


def finding(rule: str, severity: str, text: str = "text") -> Values:
    place = {"in_column": "text", "start_char": 0, "end_char": 4}
    told = {"message": f"A message on {text}.", "text": text, "related": [], "suggestion": None, "fix": None}
    return {"rule": rule, "severity": severity, **place, **told, "fingerprint": "f"}


def article(number: int, findings: list[Values], **values: str) -> Values:
    row = Row(f"{number}", {"text": "x" * 100, **values})
    return blank(row) | {"lang": values.get("lang"), "findings": findings}


def write(folder: Path, articles: list[Values]) -> Folder:
    for table in ("articles", "findings", "records"):
        (folder / table).mkdir(parents=True)
    (folder / "corpus.json").write_text("{}")
    part = Part()
    for each in articles:
        part.add(each)
    part.write(str(folder), "a-000000")
    return Folder(str(folder))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """60 articles: every third has an error, every fourth a warning, one an info."""
    articles = []
    for number in range(60):
        found = [finding("one", "error")] * (number % 3 == 0)
        found += [finding("two", "warning")] * (number % 4 == 0)
        found += [finding("three", "info")] * (number == 7)
        values = {"lang": "fr" if number < 25 else "en", "date": f"2024-0{1 + number % 3}-05"}
        articles.append(article(number, found, publication="A" if number < 30 else "", **values))
    articles[0]["failures"] = ["is longer than 100 characters"]
    articles[1]["failures"] = ["is longer than 200 characters"]
    articles[2] |= {"notices": ["A notice."], "counts": [{"rule": "one", "what": "doubtful", "number": 3}]}
    articles[3]["id"] = "2"
    return write(tmp_path / "out", articles)


def test_the_numbers(folder: Folder) -> None:
    told = statistics_of(folder)
    assert told.whole == Rate("all", 60, 20, 15, 1)
    assert (told.chars, told.with_findings, told.failed, told.doubles) == (6000, 30, 2, 1)
    assert told.rules == [Rate("one", 60, 20, 0, 0), Rate("two", 60, 0, 15, 0), Rate("three", 60, 0, 0, 1)]
    assert [(each.name, each.articles) for each in told.languages] == [("en", 35), ("fr", 25)]
    assert [(each.name, each.articles) for each in told.publications] == [("(not told)", 30), ("A", 30)]
    assert [each.name for each in told.times] == ["2024-01", "2024-02", "2024-03"]
    assert [each.articles for each in told.times] == [20, 20, 20]
    assert sum(each.errors for each in told.times) == 20
    assert told.times[0].per_thousand(told.times[0].errors) == 1000
    assert [each.rule for each in told.examples] == ["one"] * 3 + ["three"] + ["two"] * 3
    assert [tuple(each) for each in told.failures] == [("is longer than … characters", 2, "0")]
    assert [tuple(each) for each in told.notices] == [("A notice.", 1, "")]
    assert [tuple(each) for each in told.looked_at] == [("one: doubtful", 3, "")]
    assert page(statistics_of(folder, 2)) == page(told)


def test_small_groups_are_counted_together(tmp_path: Path) -> None:
    articles = [article(number, [], lang="en" if number < 20 else f"x{number}") for number in range(30)]
    told = statistics_of(write(tmp_path / "out", articles))
    assert [(each.name, each.articles) for each in told.languages] == [("en", 20), ("(others)", 10)]


def test_many_months_are_years(tmp_path: Path) -> None:
    dates = [f"{year}-{month:02}-01T00:00:00" for year in range(2000, 2006) for month in range(1, 13)]
    dates += ["2020", "nonsense", "9999-99"]
    articles = [article(number, [], date=date) for number, date in enumerate(dates)]
    told = statistics_of(write(tmp_path / "out", articles))
    assert [each.name for each in told.times] == [str(year) for year in range(2000, 2006)]


class Tags(HTMLParser):
    """Which tags and addresses a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}
        assert not [name for name, _ in attrs if name.startswith("on")]


def test_nothing_of_an_archive_is_markup(tmp_path: Path) -> None:
    articles = []
    for number in range(30):
        url = "javascript:alert(1)" if number % 2 else f'https://example.org/"{HOSTILE}'
        found = [finding(HOSTILE, "error", HOSTILE)]
        each = article(number, found, url=url, publication=HOSTILE, lang=HOSTILE)
        articles.append(each | {"id": HOSTILE + str(number), "failures": [HOSTILE], "notices": [HOSTILE]})
    text = page(statistics_of(write(tmp_path / "out", articles)))
    tags = Tags()
    tags.feed(text)
    assert "script" not in tags.tags
    assert all(each.startswith("https://example.org/") for each in tags.addresses)
    assert "\x1b" not in text
    assert "\u202e" not in text
    for part in text.split("<svg ")[1:]:
        ElementTree.fromstring("<svg " + part.split("</svg>")[0] + "</svg>")


def test_an_archive_without_findings_and_one_without_rows(tmp_path: Path) -> None:
    assert "1 article<" in page(statistics_of(write(tmp_path / "one", [article(1, [])])))
    assert "0 articles" in page(statistics_of(write(tmp_path / "none", [])))


def test_the_command(folder: Folder, command: Command, tmp_path: Path) -> None:
    done = command("report", "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, "out/report.html\n", "")
    assert (tmp_path / "out" / "report.html").read_text(encoding="utf-8") == page(statistics_of(folder))
    (tmp_path / "empty").mkdir()
    for name in ("empty", "nowhere"):
        done = command("report", name)
        assert (done.returncode, done.stderr) == (2, f"error: {name}: there are no tables\n")
    done = command("report", "out/report.html")
    assert (done.returncode, done.stderr) == (2, "error: out/report.html/corpus.json: Not a directory\n")


def test_tables_that_are_broken(folder: Folder, command: Command, tmp_path: Path) -> None:
    part = tmp_path / "out" / "findings" / "a-000000.parquet"
    part.write_bytes(part.read_bytes()[:-20])
    done = command("report", "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: out: ")
    assert "a-000000.parquet" in done.stderr


def test_a_folder_whose_name_says_something_to_the_database(tmp_path: Path) -> None:
    write(tmp_path / "one", [article(1, [finding("one", "error")])])
    for name in ("[o]ne", "on?", "*", "$findings 'one'"):
        told = statistics_of(write(tmp_path / name, [article(1, []), article(2, [])]))
        assert told.whole == Rate("all", 2, 0, 0, 0), name
