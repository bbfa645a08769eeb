"""What articles tell together is the same for an archive as for a run on files."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from linter.check import Record, Setup
from linter.corpus.clash import CHECK, Said, clashes
from linter.corpus.database import connected
from linter.corpus.discover import inputs_of
from linter.corpus.folder import Folder
from linter.corpus.run import Run
from linter.corpus.schemas import ARTICLES, RECORDS
from linter.corpus.settings import Settings, settings_of
from linter.corpus.together import judge_together
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.text import Span
from linter.topics.facts.corpus_clash import CorpusClash, CorpusClashParams
from tests.corpus.conftest import read, tables, write_lines

Told = tuple[str, Record]
SURNAMES = tuple("Holmqvist Holmqwist Holmqvists Holmkvist Lind Linde Хальимов Хальимoв Хальемов".split())
GIVEN = ("Patricia", "Peter", "Рашид")


def records(seed: int, number: int) -> list[Told]:
    """Statements on few people in few articles, in the order of a run; names, births and deaths."""
    rng = random.Random(seed)
    found: list[Told] = []
    for path in sorted({f"{rng.randrange(number)}.md" for _ in range(number)}):
        for at in range(rng.randrange(1, 4)):
            written = f"{rng.choice(GIVEN)} {rng.choice(SURNAMES)}"
            place = Span(10 * at, 10 * at + 5)
            kind = rng.choice(("name:en", "name:en", "name:de", "born", "died"))
            first = rng.randrange(1960, 1990)
            years = (0, 0) if kind.startswith("name:") else (first, first + rng.randrange(2))
            said = written if kind.startswith("name:") else str(years[1])
            found.append((path, Record(kind, written.lower(), said, *years, place)))
    return found


def table(folder: Path, told: list[Told], groups: dict[str, str] | None = None) -> tuple[str, str]:
    """The files of the tables with these records."""
    numbers: dict[str, int] = {}
    rows = []
    for path, record in told:
        number = numbers[path] = numbers.get(path, -1) + 1
        place = {"in_column": "text", "start_char": record.span.start, "end_char": record.span.end}
        plain = {name: getattr(record, name) for name in ("kind", "key", "said", "first", "last")}
        rows.append({"id": path, "rule": "corpus-clash", "n": number, **plain, **place})
    random.Random(1).shuffle(rows)
    pq.write_table(pa.Table.from_pylist(rows, RECORDS), folder / "r.parquet")
    articles = [{"id": path, "group": (groups or {}).get(path)} for path in numbers]
    pq.write_table(pa.Table.from_pylist(articles, ARTICLES), folder / "a.parquet")
    return str(folder / "a.parquet"), str(folder / "r.parquet")


def by_database(
    folder: Path, told: list[Told], params: CorpusClashParams, groups: dict[str, str] | None = None
) -> list[object]:
    with connected(str(folder), 1) as database:
        found = list(clashes(database, *table(folder, told, groups), CHECK, params))
    return sorted(
        (*_place(each.here), each.name, each.here.said, each.here.start, *_other(each.there))
        for each in found
    )


def _place(here: Said) -> tuple[object, ...]:
    return here.id, here.kind


def _other(there: Said) -> tuple[object, ...]:
    return there.id, there.said, there.start


def by_check(told: list[Told], params: CorpusClashParams) -> list[object]:
    by_place = {(path, record.span, record.said): record.kind for path, record in told}
    found = []
    for path, alarm in CorpusClash(params, Setup()).judge(told):
        said, (there,) = alarm.fields["said"], alarm.related
        here = (path, by_place[path, alarm.span, said], alarm.fields["name"], said, alarm.span.start)
        found.append((*here, alarm.fields["path"], alarm.fields["other"], there.span.start))
    return sorted(found)


@pytest.mark.parametrize("seed", range(12))
def test_the_database_says_what_the_check_says(tmp_path: Path, seed: int) -> None:
    told = records(seed, 5 + 8 * seed)
    params = CorpusClashParams(apart=(12, 3)[seed % 2], established=(3, 1, 2)[seed % 3])
    assert by_database(tmp_path, told, params) == by_check(told, params)


def test_there_is_something_to_say(tmp_path: Path) -> None:
    found = [
        each for seed in range(12) for each in by_check(records(seed, 5 + 8 * seed), CorpusClashParams())
    ]
    assert {each[1] for each in found} == {"name:en", "name:de", "born", "died"}  # type: ignore[index]


def test_copies_count_once(tmp_path: Path) -> None:
    right = Record("name:en", "a holmqvist", "A Holmqvist", 0, 0, Span(0, 5))
    wrong = right._replace(key="a holmqwist", said="A Holmqwist")
    told = [("0.md", right), ("1.md", right), ("2.md", right), ("9.md", wrong)]
    assert len(by_database(tmp_path, told, CorpusClashParams())) == 1
    assert by_database(tmp_path, told, CorpusClashParams(), {"0.md": "x", "2.md": "x"}) == []
    assert len(by_database(tmp_path, told, CorpusClashParams(), {"0.md": "x", "2.md": "y", "9.md": ""})) == 1


@pytest.mark.parametrize("seed", range(30))
def test_the_statement_that_most_agree_with(seed: int) -> None:
    """Counted one by one, as it is meant."""
    rng = random.Random(seed)
    stated = []
    told = rng.sample(range(1960, 1975), 5)
    for number in range(rng.randrange(1, 30)):
        first = rng.choice(told)
        years = (first, first + rng.randrange(3))
        stated.append((f"{number}.md", Record("born", "a b", "", *years, Span(number, number))))

    def agree(one: Record, other: Record) -> bool:
        return one.first <= other.last + 1 and other.first <= one.last + 1

    best = max(stated, key=lambda one: sum(agree(one[1], other[1]) for other in stated))
    odd = [each for each in stated if each[0] != best[0] and not agree(each[1], best[1])]
    near = [each for each in odd if abs(each[1].first - best[1].first) <= 12]
    believed = len({record.first for _, record in near}) <= 3  # more are no births
    expected = [path for path, _ in near] if believed else []
    alarms = list(CorpusClash(CorpusClashParams(), Setup()).judge(stated))
    assert [path for path, _ in alarms] == expected
    assert {alarm.fields["path"] for _, alarm in alarms} <= {best[0]}


TEXTS = {
    "a.md": "Patricia Holm, 51, leads the museum.",
    "b.md": "Patricia Holm, 47, leads the museum. The director Robert Lindqvist spoke.",
    "c.md": "The director Robert Lindqvist spoke last.",
    "d.md": "The director Robert Lindqvist did not speak.",
    "e.md": "The director Robert Lindqwist did not come.",
    "f.md": "<!-- factlint-disable-next-line corpus-clash: so he is written -->\nRobert Lindkvist came.",
}


def together_settings() -> Settings:
    return settings_of(Choice(select=("corpus-clash",)), format="markdown")


def archive(path: Path) -> Path:
    rows = [{"id": name, "lang": "en", "date": "2021-03-05", "text": text} for name, text in TEXTS.items()]
    return write_lines(path, rows)  # type: ignore[arg-type]


def test_the_findings_are_those_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = together_settings()
    inputs = inputs_of([str(archive(tmp_path / "a.jsonl"))], settings)
    folder = Folder(str(tmp_path / "out"))
    folder.begin(inputs, settings, True)
    Run(inputs, folder, settings).judge(1, lambda _: None)
    number = judge_together(inputs, folder, settings, 1)
    before = tables(tmp_path / "out")
    assert judge_together(inputs, folder, settings, 2) == number
    assert tables(tmp_path / "out") == before

    files = tmp_path / "files"
    files.mkdir()
    monkeypatch.chdir(files)
    for name, text in TEXTS.items():
        (files / name).write_text(f"---\ndate: 2021-03-05\nlang: en\n---\n\n{text}", encoding="utf-8")
    linter = Linter(Choice(select=("corpus-clash",)))
    reports = list(linter.lint_files(list(TEXTS)))
    linter.judge_further(reports, [], 1)
    head = len("---\ndate: 2021-03-05\nlang: en\n---\n\n")
    expected = [
        {
            "id": each.path,
            "rule": each.rule,
            "severity": each.severity.label,
            "message": each.message,
            "in_column": "text",
            "start_char": each.span.start - head,
            "end_char": each.span.end - head,
            "text": each.text,
            "related": [
                {
                    "in_column": "text",
                    "start_char": other.span.start - head,
                    "end_char": other.span.end - head,
                    "label": other.label,
                    "id": other.path,
                }
                for other in each.related
            ],
            "suggestion": each.suggestion,
            "fix": each.fix,
            "fingerprint": each.fingerprint,
        }
        for report in reports
        for each in report.findings
    ]
    assert len(expected) == number == 2
    assert read(tmp_path / "out", "findings") == expected
