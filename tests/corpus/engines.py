"""The adapters under Spark and Ray themselves: ``.ci/engines`` installs them and runs this file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pyarrow.parquet
import pytest

from linter.corpus.ray import lint as ray_lint
from linter.corpus.spark import lint as spark_lint
from tests.corpus.rows import settings
from tests.corpus.test_engines import ROWS, expected


@pytest.mark.filterwarnings("ignore")
def test_under_spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    pyarrow.parquet.write_table(ROWS, tmp_path / "a.parquet", row_group_size=16)
    told = {
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.local.dir": str(tmp_path / "spark"),
        "spark.sql.warehouse.dir": str(tmp_path / "warehouse"),
        "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(sys.path),
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in told.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        frame = session.read.parquet(str(tmp_path / "a.parquet")).repartition(4)
        found = spark_lint(frame, settings()).toArrow().to_pylist()
    finally:
        session.stop()
    assert sorted(found, key=lambda row: row["id"]) == sorted(expected(), key=lambda row: row["id"])


@pytest.mark.filterwarnings("ignore")
def test_under_ray(monkeypatch: pytest.MonkeyPatch) -> None:
    import ray as engine
    from ray.data import from_arrow

    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    environment = {"env_vars": {"PYTHONPATH": os.pathsep.join(sys.path)}}
    engine.init(num_cpus=2, include_dashboard=False, object_store_memory=200 << 20, runtime_env=environment)
    try:
        made = ray_lint(from_arrow(ROWS), settings(), batch_size=10)
        found = [row for table in made.iter_batches(batch_format="pyarrow") for row in table.to_pylist()]
    finally:
        engine.shutdown()
    assert sorted(found, key=lambda row: row["id"]) == sorted(expected(), key=lambda row: row["id"])
