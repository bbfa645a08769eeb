"""Batches of Arrow as rows of articles, and what is found in rows as batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from linter.corpus.columns import WrongColumns, found_columns
from linter.corpus.judge import Row, Values, judged, too_long
from linter.corpus.schemas import LINTED
from linter.corpus.settings import Settings

_BYTES = 4
"""Of the longest character in UTF-8."""


def linted(batch: pa.RecordBatch, settings: Settings) -> pa.RecordBatch:
    """What is found in a batch, a row for each of its rows. ``WrongColumns`` if it has no ids or no texts."""
    columns = found_columns(names_of_texts(batch.schema), settings.columns)
    if "id" not in columns:
        raise WrongColumns("no column looks like the id")
    rows = rows_of(batch, columns, settings.max_chars)
    return batch_of([judged(row, settings) for row in rows], LINTED)


def rows_of(
    batch: pa.RecordBatch, columns: Mapping[str, str], most: int, name: str = "", first: int = 0
) -> Iterator[Row]:
    """The rows of a batch.

    ``columns`` are by our names, ``most`` is the number of characters above which a text is not even decoded.
    ``name`` is what a row without an id is called, with its number behind it; ``first`` that of the first.
    """
    texts = {ours: _texts(batch.column(theirs), most) for ours, theirs in columns.items()}
    for number in range(batch.num_rows):
        values: dict[str, str] = {}
        failure = ""
        for ours, column in texts.items():
            value = column[number]
            if isinstance(value, Exception):
                failure = failure or f"{columns[ours]}: {value.args[0]}"
            elif value is not None:
                values[ours] = value
        yield Row(values.pop("id", "") or f"{name}{first + number}", values, failure)


def names_of_texts(schema: pa.Schema) -> list[str]:
    """The names of the columns that can be read as texts: no mappings, and no lists but those of texts."""
    return [each.name for each in schema if not kinds.is_nested(each.type) or _is_list_of_texts(each.type)]


def _is_list_of_texts(kind: pa.DataType) -> bool:
    if not (kinds.is_list(kind) or kinds.is_large_list(kind)):
        return False
    return bool(kinds.is_string(kind.value_type) or kinds.is_large_string(kind.value_type))


def _texts(column: pa.Array, most: int) -> list[str | Exception | None]:
    """The values of a column as texts, those of a list side by side; in the place of one that is none why."""
    if kinds.is_dictionary(column.type):
        column = column.dictionary_decode()
    if _is_list_of_texts(column.type):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), ", ")
    kind = column.type
    if kinds.is_string(kind) or kinds.is_large_string(kind) or kinds.is_string_view(kind):
        return _decoded(column.cast(_binary(kind)), most)
    if kinds.is_binary(kind) or kinds.is_large_binary(kind):
        return _decoded(column, most)
    if kinds.is_timestamp(kind) or kinds.is_date(kind):
        return [_shown(each) for each in _moments(column)]
    return [None if each is None else str(each) for each in column.to_pylist()]


def _binary(kind: pa.DataType) -> pa.DataType:
    if kinds.is_string_view(kind):
        return pa.binary_view()
    return pa.binary() if kinds.is_string(kind) else pa.large_binary()


def _decoded(column: pa.Array, most: int) -> list[str | Exception | None]:
    """Bytes as texts; those that are too many are not taken out of the column."""
    if not kinds.is_large_binary(column.type):
        column = column.cast(pa.large_binary())
    lengths = pc.binary_length(column)
    room = _BYTES * most
    if (pc.max(lengths).as_py() or 0) <= room:
        return [_text(each) for each in column.to_pylist()]
    kept = pc.if_else(pc.greater(lengths, room), pa.scalar(None, column.type), column).to_pylist()
    large = pc.greater(lengths, room).to_pylist()
    return [
        ValueError(too_long(most)) if over else _text(each) for each, over in zip(kept, large, strict=True)
    ]


def _text(data: bytes | None) -> str | Exception | None:
    if data is None:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{data[error.start]:02x} at offset {error.start}"
        return ValueError(f"not valid UTF-8 ({byte})")


def _moments(column: pa.Array) -> list[Any]:
    """Days, and times as clocks showed them where the column says where that was."""
    if kinds.is_timestamp(column.type):
        try:
            column = pc.local_timestamp(column) if column.type.tz else column
        except pa.ArrowInvalid:  # a zone that nobody knows: as in Greenwich
            column = column.cast(pa.timestamp(column.type.unit))
        if column.type.unit == "ns":  # Python knows no shorter ones
            column = column.cast(pa.timestamp("us"), safe=False)
    found = []
    for each in column:
        try:
            found.append(each.as_py())
        except (ValueError, OverflowError):  # a year that Python does not know
            found.append(None)
    return found


def _shown(moment: Any) -> str | None:
    """A day, and the time where there is one, as front matter has it."""
    return None if moment is None else moment.isoformat().removesuffix("T00:00:00")


def batch_of(rows: Iterable[Values], schema: pa.Schema) -> pa.RecordBatch:
    """Plain values as a batch; half characters, which Arrow does not take, are replaced."""
    plain = list(rows)
    try:
        return pa.RecordBatch.from_pylist(plain, schema=schema)
    except (UnicodeEncodeError, pa.ArrowInvalid):
        return pa.RecordBatch.from_pylist([_storable(row) for row in plain], schema=schema)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {key: _storable(each) for key, each in value.items()}
    return [_storable(each) for each in value] if isinstance(value, list) else value
