"""Spark: the articles of a data frame, judged by its executors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from linter.corpus import lint_batch
from linter.corpus.schemas import LINTED

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

    from linter.corpus.settings import Settings


def lint(frame: DataFrame, settings: Settings) -> DataFrame:
    """A row for each row of a frame, with the columns of :data:`linter.corpus.schemas.LINTED`.

    factlint has to be installed on the executors, in the version that made the settings.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    return frame.mapInArrow(partial(linted, settings=settings), from_arrow_schema(LINTED))


def linted(batches: Iterable[pyarrow.RecordBatch], settings: Settings) -> Iterator[pyarrow.RecordBatch]:
    """What an executor does with a partition."""
    for batch in batches:
        yield lint_batch(batch, settings)
