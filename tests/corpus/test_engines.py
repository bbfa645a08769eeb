"""The same function under Spark and Ray.

The engines are no packages of the tests: they are large, and Spark wants Java. Here the adapters are called
as the engines call them, by what stands in for a frame or a data set; ``.ci/engines`` runs the engines.
"""

from __future__ import annotations

import pickle
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
import pytest

from linter.corpus import lint_batch, ray, spark
from linter.corpus.schemas import LINTED
from tests.corpus.conftest import rows
from tests.corpus.rows import settings

ROWS = pa.Table.from_pylist(rows(64))


def expected() -> list[dict[str, Any]]:
    return lint_batch(ROWS.combine_chunks().to_batches()[0], settings()).to_pylist()


class Frame:
    """A frame as Spark has it: the function is sent to executors, which call it once a partition."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def mapInArrow(self, function: Callable[..., Iterator[pa.RecordBatch]], schema: object) -> Frame:  # noqa: N802
        assert schema == ("of Spark", LINTED)
        sent = pickle.loads(pickle.dumps(function))
        parts = (self.table.slice(at, 16) for at in range(0, self.table.num_rows, 16))
        made = [batch for part in parts for batch in sent(iter(part.to_batches(max_chunksize=5)))]
        return Frame(pa.Table.from_batches(made, LINTED))


def test_as_spark_calls_it(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("pyspark.sql.pandas.types")
    module.from_arrow_schema = lambda schema: ("of Spark", schema)  # type: ignore[attr-defined]
    for name in ("pyspark", "pyspark.sql", "pyspark.sql.pandas"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    assert spark.lint(Frame(ROWS), settings()).table.to_pylist() == expected()  # type: ignore[arg-type,attr-defined]


class Dataset:
    """A data set as Ray has it: the function is sent to tasks, which call it once a batch."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def map_batches(
        self,
        function: Callable[[pa.Table], pa.Table],
        *,
        batch_format: str,
        batch_size: int,
        num_cpus: int = 1,
    ) -> Dataset:
        assert batch_format == "pyarrow"
        sent = pickle.loads(pickle.dumps(function))
        parts = (self.table.slice(at, batch_size) for at in range(0, self.table.num_rows, batch_size))
        return Dataset(pa.concat_tables([sent(part) for part in parts]))


def test_as_ray_calls_it() -> None:
    found = ray.lint(Dataset(ROWS), settings(), batch_size=10, num_cpus=1)  # type: ignore[arg-type]
    assert found.table.to_pylist() == expected()  # type: ignore[attr-defined]
    assert ray.lint(Dataset(ROWS), settings()).table.num_rows == 64  # type: ignore[arg-type,attr-defined]


def test_tables_without_rows() -> None:
    assert ray.linted(ROWS.slice(0, 0), settings()).to_pylist() == []
