"""Archives: articles that are rows of tables, and what is found in them as rows of other tables.

:func:`lint_batch` is the one function that every engine calls: the command, Spark, Ray, or a loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

    from linter.corpus.settings import Settings


def lint_batch(batch: pyarrow.RecordBatch, settings: Settings) -> pyarrow.RecordBatch:
    """What is found in a batch of articles: one row for each, in their order.

    ``settings`` are those of :func:`linter.corpus.settings.settings_of`; the columns of the result are
    :data:`linter.corpus.schemas.LINTED`. Whatever is wrong with a row stands among its failures.
    """
    from linter.corpus.batch import linted

    return linted(batch, settings)
