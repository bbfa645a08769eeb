"""JSON Lines and CSV: blocks of records, cut by the process that reads and parsed by those that judge."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from linter.corpus.inputs import CSV, Input
from linter.corpus.judge import Row, too_long
from linter.corpus.shares import share
from linter.corpus.streams import Stream
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.quoting import shortened

_LEAST, _MOST = 400_000, 8 << 20
"""Bytes of a task, from some hundred articles, a second's work, to some two thousand."""
_SAMPLE = 200
"""Lines of which the keys are looked at."""
_ESCAPED = 6
"""Bytes of a character at most, as ``\\u0041``."""
_MARGIN = 1 << 16
"""Bytes that a record has beside its text."""
_DELIMITERS = ",;\t|"


class Record(NamedTuple):
    """A line of JSON, or the fields of a record in CSV."""

    line: int
    data: bytes | list[str]
    failure: str = ""


class Block(NamedTuple):
    """Some records of a file, as one task."""

    header: tuple[str, ...]
    """The names of the fields in CSV."""
    records: list[Record]


def longest(most: int) -> int:
    """The bytes of a line that may have a text of so many characters."""
    return _ESCAPED * most + _MARGIN


def columns_of(path: str, kind: str) -> list[str]:
    """The names of the columns: the header, or the keys of the first lines.

    ``ValueError`` if the file is no such thing.
    """
    stream = Stream(path, longest(1_000_000))
    try:
        stream.reject_utf_16()
        return list(_Csv(stream, 0).header if kind == CSV else _keys(stream))
    finally:
        stream.close()


def _keys(stream: Stream) -> Iterable[str]:
    """The keys of the first lines whose values can be texts. ``ValueError`` if none of the lines has any."""
    keys: dict[str, None] = {}
    is_empty = True
    for line in islice(stream.lines(), _SAMPLE):
        is_empty = is_empty and not line.strip()
        keys.update((key, None) for key, value in _sampled(line).items() if _is_text(value))
    if not (keys or is_empty):
        raise ValueError(message("no line is a JSON object with texts"))
    return keys


def _sampled(line: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def blocks(input: Input, most: int) -> Iterator[tuple[int, Block]]:
    """The tasks of a file, each with the number of bytes of the file that were read before its end.

    ``OSError`` or ``ValueError`` if the file breaks off.
    """
    stream = Stream(input.path, longest(most))
    try:
        source = _Csv(stream, most) if input.kind == CSV else _Json(stream, most)
        records: list[Record] = []
        size = seen = 0
        wanted = _wanted(input, stream.position(), seen)
        for record in source.records():
            records.append(record)
            size += len(record.data) if isinstance(record.data, bytes) else sum(map(len, record.data))
            if size >= wanted:
                yield stream.position(), Block(source.header, records)
                records, size, seen = [], 0, seen + size
                wanted = _wanted(input, stream.position(), seen)
        if records:
            yield stream.position(), Block(source.header, records)
    finally:
        stream.close()


def _wanted(input: Input, position: int, seen: int) -> int:
    """The bytes of the next task; what is compressed is expected to go on as the ``seen`` bytes were."""
    left = input.size - position + input.after
    return share(left * max(1.0, seen / max(position, 1)), _LEAST, _MOST)


class _Json:
    header: tuple[str, ...] = ()

    def __init__(self, stream: Stream, most: int) -> None:
        self._stream = stream
        self._most = most

    def records(self) -> Iterator[Record]:
        """The lines that are not empty."""
        for number, line in enumerate(self._stream.lines(), 1):
            if self._stream.is_cut(line):
                yield Record(number, b"", too_long(self._most))
            elif line.strip():
                yield Record(number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)


class _Csv:
    def __init__(self, stream: Stream, most: int) -> None:
        self._stream = stream
        self._most = most
        self._line = 0
        first = next(stream.lines(), b"").decode("utf-8-sig", "surrogateescape")
        self._line = 1
        self._delimiter = max(_DELIMITERS, key=first.count)
        try:
            self.header = tuple(next(csv.reader([first], delimiter=self._delimiter), []))
        except csv.Error as error:
            wrong = message("its lines end with CR alone") if "\r" in first.rstrip("\r\n") else error
            raise ValueError(wrong) from None

    def records(self) -> Iterator[Record]:
        """The records behind the header, each with the number of its first line."""
        csv.field_size_limit(max(longest(self._most), 1 << 17))
        reader = csv.reader(self._lines(), delimiter=self._delimiter)
        while True:
            begins = self._line + 1
            try:
                fields = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Record(begins, [], f"no record of CSV: {error}")
                continue
            if len(fields) == len(self.header):
                yield Record(begins, fields)
            elif fields:
                yield Record(begins, [], f"has {len(fields)} fields; the header has {len(self.header)}")

    def _lines(self) -> Iterator[str]:
        for line in self._stream.lines():
            self._line += 1
            yield line.decode("utf-8", "surrogateescape")


def rows(input: Input, work: Block) -> Iterator[Row]:
    """The rows of a block."""
    read: Callable[[Record], Mapping[str, Any]]
    if input.kind == CSV:
        places = {ours: work.header.index(theirs) for ours, theirs in input.columns.items()}

        def read(record: Record) -> Mapping[str, Any]:
            return {ours: record.data[place] or None for ours, place in places.items()}
    else:

        def read(record: Record) -> Mapping[str, Any]:
            return _fields(record, input.columns)

    for record in work.records:
        yield _row(record, f"{input.name}:{record.line}", read)


def _row(record: Record, name: str, read: Callable[[Record], Mapping[str, Any]]) -> Row:
    if record.failure:
        return Row(name, {}, record.failure)
    try:
        told = {
            ours: text for ours, value in read(record).items() if (text := _text(ours, value)) is not None
        }
    except (ValueError, RecursionError) as error:
        return Row(name, {}, f"is no JSON object: {shortened(str(error))}")
    except _Unfit as error:
        return Row(name, {}, error.args[0])
    return Row(told.pop("id", "") or name, told)


class _Unfit(Exception):
    """A value that is no text."""


def _fields(record: Record, columns: Mapping[str, str]) -> Mapping[str, Any]:
    found = json.loads(record.data)  # type: ignore[arg-type]
    if not isinstance(found, dict):
        raise ValueError(type(found).__name__)
    return {ours: found.get(theirs) for ours, theirs in columns.items()}


def _is_text(value: Any) -> bool:
    """Whether a value is one text, or several."""
    if isinstance(value, list):
        return all(isinstance(each, str) for each in value)
    return not isinstance(value, dict)


def _text(column: str, value: Any) -> str | None:
    """A value as text; several names in a list are put side by side."""
    if value is None:
        return None
    if not _is_text(value):
        raise _Unfit(f"{column}: no text")
    text = ", ".join(value) if isinstance(value, list) else str(value)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise _Unfit(f"{column}: not valid UTF-8") from None
    return text
