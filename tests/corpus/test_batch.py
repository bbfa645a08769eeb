"""Batches of Arrow: columns of all types in, one row for each row out."""

from __future__ import annotations

import datetime
import pickle
import subprocess
import sys

import pyarrow as pa
import pytest

from linter.corpus import lint_batch
from linter.corpus.batch import batch_of, rows_of
from linter.corpus.columns import WrongColumns
from linter.corpus.judge import Row, judged
from linter.corpus.schemas import LINTED
from linter.corpus.settings import WrongModels, settings_of
from tests.corpus.rows import ARTICLES, settings

IDS = [f"{number}.md" for number in range(len(ARTICLES))]


def batch(**columns: pa.Array) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def articles() -> pa.RecordBatch:
    names = sorted({name for article in ARTICLES for name in article})
    return batch(
        id=pa.array(IDS), **{name: pa.array([each.get(name) for each in ARTICLES]) for name in names}
    )


def test_a_batch_is_its_rows() -> None:
    found = lint_batch(articles(), settings())
    assert found.schema == LINTED
    expected = [judged(Row(name, values), settings()) for name, values in zip(IDS, ARTICLES, strict=True)]
    assert found.to_pylist() == batch_of(expected, LINTED).to_pylist()
    assert found.column("id").to_pylist() == IDS
    assert any(each["findings"] for each in expected)
    assert any(each["records"] for each in expected)


def test_how_it_is_cut_is_all_the_same() -> None:
    whole = articles()
    parts = [lint_batch(whole.slice(number, 1), settings()) for number in range(whole.num_rows)]
    assert pa.Table.from_batches(parts).equals(pa.Table.from_batches([lint_batch(whole, settings())]))


@pytest.mark.parametrize(
    "type",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.large_binary(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
)
def test_texts_of_all_types(type: pa.DataType) -> None:
    values = ["Ünï", None, "", "日本 𝄞"]
    (there,) = [pa.array([each and each.encode() for each in values]).cast(pa.binary())]
    column = there.cast(pa.string()).cast(type) if type != pa.string_view() else pa.array(values, type)
    rows = list(rows_of(batch(text=column), {"text": "text"}, 100, "a:", 7))
    assert [row.values.get("text") for row in rows] == values
    assert [row.id for row in rows] == ["a:7", "a:8", "a:9", "a:10"]


def test_several_texts_stand_side_by_side() -> None:
    for type in (pa.list_(pa.string()), pa.large_list(pa.large_string())):
        authors = pa.array([["A B", "C D"], ["E"], [], None], type)
        found = rows_of(batch(author=authors), {"author": "author"}, 100)
        assert [row.values.get("author") for row in found] == ["A B, C D", "E", "", None]


def test_days_and_times() -> None:
    moment = datetime.datetime(2024, 3, 5, 23, 30)
    columns = {
        "day": pa.array([datetime.date(2024, 3, 5), None]),
        "midnight": pa.array([datetime.datetime(2024, 3, 5), None], pa.timestamp("ns")),
        "time": pa.array([moment, None], pa.timestamp("ms")),
        "zone": pa.array([moment, None], pa.timestamp("us", "Europe/Paris")),
        "nowhere": pa.array([moment, None], pa.timestamp("us", "Nowhere/Land")),
        "year": pa.array([2024, None]),
        "far": pa.array([2**62, None]).cast(pa.timestamp("s")),
    }
    for name, expected in {
        "day": "2024-03-05",
        "midnight": "2024-03-05",
        "time": "2024-03-05T23:30:00",
        "zone": "2024-03-06T00:30:00",
        "nowhere": "2024-03-05T23:30:00",
        "year": "2024",
        "far": None,
    }.items():
        rows = rows_of(batch(**columns), {"date": name}, 100)
        assert [row.values.get("date") for row in rows] == [expected, None], name


def test_what_is_no_utf_8_is_a_failure_of_its_row() -> None:
    texts = pa.array([b"good", b"caf\xe9", b"good"])
    found = lint_batch(batch(id=pa.array([1, 2, 3]), text=texts), settings()).to_pylist()
    assert [each["id"] for each in found] == ["1", "2", "3"]
    assert [each["failures"] for each in found] == [[], ["text: not valid UTF-8 (byte 0xe9 at offset 3)"], []]


def test_so_is_a_huge_cell() -> None:
    texts = pa.array(["good", "x" * 5_000_000, "good"])
    found = lint_batch(batch(id=pa.array(["a", "b", "c"]), text=texts), settings()).to_pylist()
    assert [each["failures"] for each in found] == [
        [],
        ["text: is longer than 1000000 characters (max-chars)"],
        [],
    ]


def test_half_characters_do_not_lose_the_others() -> None:
    rows = [{"id": "a\ud800", "failures": ["x\udfff"]}, {"id": "b", "failures": []}]
    schema = pa.schema([("id", pa.string()), ("failures", pa.list_(pa.string()))])
    assert batch_of(rows, schema).to_pylist() == [{"id": "a?", "failures": ["x?"]}, rows[1]]


def test_columns_that_are_no_texts() -> None:
    for nested in (pa.array([{"a": "b"}]), pa.array([[1]]), pa.array([[["a"]]])):
        columns = batch(id=pa.array(["1"]), text=nested)
        with pytest.raises(WrongColumns, match=r"no column looks like the text .*; there are: 'id'$"):
            lint_batch(columns, settings())
        named = settings()._replace(columns={"text": "text"})
        with pytest.raises(WrongColumns, match="there is no column 'text' with texts"):
            lint_batch(columns, named)
    with pytest.raises(WrongColumns, match="looks like the id"):
        lint_batch(batch(text=pa.array(["1", "2"])), settings())


def test_settings_travel() -> None:
    sent = pickle.loads(pickle.dumps(settings()))
    assert sent == settings()
    assert lint_batch(articles(), sent).equals(lint_batch(articles(), settings()))


def test_settings_have_the_same_digest_in_every_process() -> None:
    code = (
        "from linter.corpus.settings import settings_of; from linter.engine.policies import Choice\n"
        "print(settings_of(Choice(), format='markdown').digest)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="/")
    assert done.stdout.strip() == settings().digest
    assert settings_of(format="text").digest != settings().digest


def test_models_that_are_not_there_are_no_fault_of_a_row() -> None:
    elsewhere = settings()._replace(models=("xx_core_none_lg-1.0.0",), digest="another")
    with pytest.raises(WrongModels, match="xx_core_none_lg"):
        lint_batch(articles(), elsewhere)
