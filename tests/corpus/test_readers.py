"""The files of archives: what is read of them, and what is told of those that are broken."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from linter.corpus import lines, parquet, readers
from linter.corpus.discover import BadInput, inputs_of
from linter.corpus.inputs import kind_of
from linter.corpus.judge import Row
from tests.corpus.conftest import rows, write_lines, write_parquet
from tests.corpus.rows import settings


def read(*paths: Path) -> list[Row]:
    """All rows of an archive."""
    found = inputs_of([str(path) for path in paths], settings())
    tasks = [task for each in found for task, _ in readers.tasks(each, settings().max_chars)]
    assert all(readers.size(task) == len(list(readers.rows(task, 1000))) for task in tasks)
    return [row for task in tasks for row in readers.rows(task, settings().max_chars)]


def as_csv(path: Path, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows()[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows())
    path.write_bytes(out.getvalue().encode())
    return path.read_bytes()


def plain(found: list[Row]) -> list[dict[str, str]]:
    assert not [row.failure for row in found if row.failure]
    return [{"id": row.id, **row.values} for row in found]


EXPECTED = [{name: value for name, value in row.items() if value is not None} for row in rows()]
WITHOUT_EMPTY = [{name: value for name, value in row.items() if value} for row in EXPECTED]
"""CSV does not tell an empty value from none."""


def test_all_formats_have_the_same_rows(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", rows())
    write_lines(tmp_path / "a.jsonl", rows())
    as_csv(tmp_path / "a.csv")
    as_csv(tmp_path / "a.tsv", "\t")
    assert plain(read(tmp_path / "a.parquet")) == EXPECTED
    assert plain(read(tmp_path / "a.jsonl")) == EXPECTED
    assert plain(read(tmp_path / "a.csv")) == WITHOUT_EMPTY
    assert plain(read(tmp_path / "a.tsv")) == WITHOUT_EMPTY
    for name in ("a.jsonl", "a.csv"):
        data = (tmp_path / name).read_bytes()
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(data[:100]) + gzip.compress(data[100:]))
        (tmp_path / f"{name}.zst").write_bytes(pa.compress(data, "zstd", asbytes=True))
        assert read(tmp_path / f"{name}.gz") == read(tmp_path / name)
        assert read(tmp_path / f"{name}.zst") == read(tmp_path / name)


def test_folders(tmp_path: Path) -> None:
    for name in ("b/2.jsonl", "b/1.jsonl", "a.jsonl", "_temporary/3.jsonl", ".git/4.jsonl", "b/._5.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": name}) + "\n")
    (tmp_path / "_SUCCESS").touch()
    (tmp_path / "notes.txt").touch()
    found = read(tmp_path)
    assert [row.values["text"] for row in found] == ["a.jsonl", "b/1.jsonl", "b/2.jsonl"]
    assert [row.id for row in found] == ["a.jsonl:1", "b/1.jsonl:1", "b/2.jsonl:1"]
    assert read(tmp_path, tmp_path / "a.jsonl") == found


def test_what_is_an_archive() -> None:
    known = ("a.parquet", "a.PQ", "a.jsonl", "a.ndjson.gz", "a.csv.zst", "a.tsv")
    assert all(map(kind_of, known))
    assert not any(map(kind_of, ("a.txt", "a.gz", "a.parquet.gz", "a", "parquet", ".jsonl")))


def test_row_groups_are_put_together_and_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_LEAST", 2)
    monkeypatch.setattr(parquet, "_MOST", 4)
    monkeypatch.setattr(parquet, "_BATCH", 300)
    for size in (1, 3, 5, 12):
        path = write_parquet(tmp_path / f"{size}.parquet", rows(), size)
        assert plain(read(path)) == EXPECTED
        (archive,) = inputs_of([str(path)], settings())
        sizes = [each.rows for each in parquet.slices(archive)]
        assert sum(sizes) == 12
        assert len(sizes) > 1
        assert max(sizes) <= max(4, size)


def test_rows_without_an_id_have_the_number_in_their_file(tmp_path: Path) -> None:
    named = [{"text": "a"}, {"text": "b"}, {"text": "c"}]
    pq.write_table(pa.Table.from_pylist(named), tmp_path / "a.parquet", row_group_size=1)
    assert [row.id for row in read(tmp_path / "a.parquet")] == ["a.parquet:1", "a.parquet:2", "a.parquet:3"]


def test_blocks_of_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_LEAST", 500)
    path = write_lines(tmp_path / "a.jsonl", rows())
    assert plain(read(path)) == EXPECTED
    (archive,) = inputs_of([str(path)], settings())
    tasks = list(readers.tasks(archive, 1000))
    assert len(tasks) > 3
    assert sum(size for _, size in tasks) == path.stat().st_size
    assert len({task.part for task, _ in tasks}) == len(tasks)


@pytest.mark.parametrize("name", ["a.parquet", "a.jsonl"])
def test_the_last_tasks_of_an_archive_are_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for module, least, most in ((parquet, 2, 20), (lines, 400, 4000)):
        monkeypatch.setattr(module, "_LEAST", least)
        monkeypatch.setattr(module, "_MOST", most)
    many = rows(600)
    for folder in "1", "2":
        path = tmp_path / folder / name
        path.parent.mkdir()
        if name == "a.parquet":
            write_parquet(path, many, 7)
        else:
            write_lines(path, many)
    first, last = inputs_of([str(tmp_path)], settings())
    before, behind = ([readers.size(task) for task, _ in readers.tasks(each, 1000)] for each in (first, last))
    assert sum(before) == sum(behind) == 600
    assert min(before[:-1]) > max(behind[-5:])
    (alone,) = inputs_of([str(tmp_path / "2")], settings())
    assert [readers.size(task) for task, _ in readers.tasks(alone, 1000)] == behind


LINES = [
    (b'{"id": 7, "text": "good", "authors": ["A B", "C D"]}', ""),
    (b"", None),
    (b'{"text": "good"', "is no JSON object"),
    (b"[1, 2]", "is no JSON object"),
    (b'{"text": {"a": 1}}', "text: no text"),
    (b'{"text": "\\ud800"}', "text: not valid UTF-8"),
    (b'{"text": "caf\xe9"}', "is no JSON object"),
    (b"[" * 100_000, "is no JSON object"),
    (b'{"text": ' + b"9" * 5000 + b"}", "is no JSON object"),
    (b'{"text": "' + b"x" * 8_000_000 + b'"}', "is longer than 1000000 characters"),
    (b'{"text": null}', ""),
    (b'{"text": "the last, without an end"}', ""),
]


def test_lines_that_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(line for line, _ in LINES))
    found = read(tmp_path / "a.jsonl")
    expected = [(number, why) for number, (_, why) in enumerate(LINES, 1) if why is not None]
    assert len(found) == len(expected)
    for row, (number, why) in zip(found, expected, strict=True):
        assert (why in row.failure) if why else not row.failure, (number, row.failure)
        assert row.id == ("7" if number == 1 else f"a.jsonl:{number}")
    assert found[0].values == {"text": "good", "author": "A B, C D"}


def test_records_of_csv(tmp_path: Path) -> None:
    text = (
        b'\xef\xbb\xbfid;body;title\r\n1;"two\nlines; ""quoted""";a\r\n\r\n2;too;many;fields\r\n3;few\r\n'
        b"4;caf\xe9;b\r\n5;" + b"x" * 8_000_000 + b';c\r\n6;good;\r\n7;"never closed;x\r\n'
    )
    (tmp_path / "a.csv").write_bytes(text)
    found = read(tmp_path / "a.csv")
    assert found[0] == Row("1", {"text": 'two\nlines; "quoted"', "title": "a"})
    failures = {row.id: row.failure for row in found if row.failure}
    assert failures == {
        "a.csv:5": "has 4 fields; the header has 3",
        "a.csv:6": "has 2 fields; the header has 3",
        "a.csv:7": "text: not valid UTF-8",
        "a.csv:8": "has 2 fields; the header has 3",
        "a.csv:10": "has 2 fields; the header has 3",
    }
    assert [row.id for row in found if not row.failure] == ["1", "6"]


def test_empty_files(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.csv", "b.jsonl.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"") if name.endswith("gz") else b"")
    pq.write_table(
        pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}), tmp_path / "a.pq"
    )
    assert read(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.parquet", b"PAR1 and nothing more", "a.parquet: "),
        ("a.parquet", b"", "a.parquet: "),
        ("a.csv", b"x,y\n1,2\n", "no column looks like the text"),
        ("a.jsonl", b"\x00\x01\n\xff", "no line is a JSON object with texts"),
        ("a.jsonl", b'[{"text": "in a list"}]', "no line is a JSON object with texts"),
        ("a.jsonl", b'{\n"text":\n"printed nicely"\n}', "no line is a JSON object with texts"),
        ("a.jsonl", b'{"id": {"text": "deeper"}}', "no line is a JSON object with texts"),
        ("a.jsonl", '{"text": "x"}'.encode("utf-16"), "it is in UTF-16"),
        ("a.tsv", "id\ttext\n1\tx\n".encode("utf-16"), "it is in UTF-16"),
        ("a.csv", b"id,text\r1,x\r", "its lines end with CR alone"),
        ("a.jsonl.gz", b"no gzip at all", "a.jsonl.gz: "),
        ("a.csv.zst", b"no zstd at all", "a.csv.zst: "),
        ("a.txt", b"text", "not in Parquet"),
    ],
)
def test_files_that_are_broken(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInput, match=why):
        read(tmp_path / name)


def test_columns_that_are_no_texts_are_passed_over(tmp_path: Path) -> None:
    """Of those that were guessed: an archive often has more about an author than a name."""
    row = {"text": "x", "author": {"name": "A B"}, "title": [{"rendered": "T"}]}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "a.parquet")
    for name in ("a.jsonl", "a.parquet"):
        assert [each.values for each in read(tmp_path / name)] == [{"text": "x"}]


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    with pytest.raises(BadInput, match="no regular file"):
        read(tmp_path / "a.jsonl")
    write_lines(tmp_path / "b.jsonl", rows(2))
    assert len(read(tmp_path)) == 2


def test_tables_may_stand_in_the_folder_of_the_archive(tmp_path: Path) -> None:
    write_lines(tmp_path / "b.jsonl", rows(2))
    write_parquet(tmp_path / "tables.parquet", [{"chars": "1"}])
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables.parquet").rename(tmp_path / "tables" / "a.parquet")
    found = inputs_of([str(tmp_path)], settings(), str(tmp_path / "tables"))
    assert [each.name for each in found] == ["b.jsonl"]


def test_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        read(tmp_path / "a.parquet")
    with pytest.raises(BadInput, match="not in Parquet"):
        read(tmp_path)


def test_a_file_that_breaks_off(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(b'{"text": "%d"}\n' % number for number in range(100_000)))
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises((OSError, ValueError)):
        read(tmp_path / "a.jsonl.gz")


def test_the_name_of_a_file_and_its_content_tell_it_apart(tmp_path: Path) -> None:
    identities = set()
    for name, text in (("a", "1"), ("b", "1"), ("a", "2")):
        (archive,) = inputs_of([str(write_lines(tmp_path / f"{name}.jsonl", [{"text": text}]))], settings())
        identities.add(archive.identity)
    assert len(identities) == 3
