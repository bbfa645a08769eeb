"""Ray: the articles of a data set, judged by its tasks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from linter.corpus import lint_batch
from linter.corpus.schemas import LINTED

if TYPE_CHECKING:
    import pyarrow
    from ray.data import Dataset

    from linter.corpus.settings import Settings

ROWS = 256
"""Articles of a batch: a second's work, and a few megabytes."""


def lint(dataset: Dataset, settings: Settings, **options: Any) -> Dataset:
    """A row for each row of a data set, with the columns of :data:`linter.corpus.schemas.LINTED`.

    ``options`` go to ``map_batches``. Its tasks are functions: as many actors as there are processors would
    leave none for reading, and wait for ever. factlint has to be installed where they run.
    """
    options = {"batch_size": ROWS, **options}
    return dataset.map_batches(partial(linted, settings=settings), batch_format="pyarrow", **options)


def linted(table: pyarrow.Table, settings: Settings) -> pyarrow.Table:
    """What a task does with a batch."""
    import pyarrow

    batches = [lint_batch(batch, settings) for batch in table.combine_chunks().to_batches()]
    return pyarrow.Table.from_batches(batches, LINTED)
