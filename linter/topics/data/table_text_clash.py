"""A sentence beside a table that says otherwise than the table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from linter.analyses import analysis
from linter.analyses.language import language
from linter.article.model import CAPTION, LIST, PARAGRAPH, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import phrases_at, speech
from linter.languages.phrases import any_of, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.topics.data.digit_slips import is_slip
from linter.topics.data.figures import Figure
from linter.topics.data.labels import PART, Labels, labels
from linter.topics.data.sheets import Entry, Line, Sheet, sheets
from linter.topics.numbers.reading.digits import Core, digit_numbers, usual_mark

HIGHEST, LOWEST = "highest", "lowest"
_NEAR = 1_500
"""So many characters before and after a table its text is looked for."""
_MOST_SENTENCES = 40
_FEWEST_ROWS = 3
_MOST_ROWS = 200
_SHORTEST = 3
"""Letters of a name; a shorter one is in too many words."""
_SENTENCE = lazy(r"[^.!?\u3002]+(?:[.!?](?=\w)[^.!?\u3002]+)*")
_LETTERS = lazy(r"[^\W\d_]")


class _Words(NamedTuple):
    """Patterns of one language."""

    highest: re.Pattern[str]
    lowest: re.Pattern[str]
    not_first: re.Pattern[str]


@lru_cache(maxsize=16)
def _words(code: str) -> _Words:
    made = any_of if speech(code).dates.unspaced else word_of
    fields = (HIGHEST, LOWEST, "not-first")
    return _Words(*(lazy(made(phrases_at(code, f"tables.{field}")), re.IGNORECASE) for field in fields))


class _Said(NamedTuple):
    """A sentence that names one row and one column of a table, and the entry where they meet."""

    block: Block
    start: int
    text: str
    row: Line
    column: Line
    entry: Entry
    figure: Figure


class TableTextClash(Check):
    """Compares the sentences near a table that name one of its rows and one of its columns, in full.

    Such a sentence states the number of the table, or one that a slip of the finger made of it: then it is
    reported. Variants: ``highest`` and ``lowest``, where the table has another row with more, or with less.
    """

    fields = frozenset({"stated", "shown", "row", "column", "other", "best"})
    variants = frozenset({HIGHEST, LOWEST})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if not article.tables:
            return
        code = language(article)
        for sheet in sheets(article):
            for said in _sentences(article, sheet, labels(code)):
                yield Count("sentences beside their table")
                yield from _number(said, code)
                yield from _superlative(sheet, said, labels(code), _words(code))


def _sentences(article: Article, sheet: Sheet, words: Labels) -> Iterator[_Said]:
    rows = [row for row in sheet.rows if words.kind(row.label) == PART and _is_name(row.label)]
    columns = [column for column in sheet.columns if column.has_figures and _is_name(column.label)]
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS or not columns:
        return
    row_names, column_names = _names(rows), _names(columns)
    start, end = sheet.table.span
    for block, at, text in _near(article, start, end):
        row = _only(row_names, rows, text)
        column = _only(column_names, columns, text) if row is not None else None
        entry = row.entries[column.number] if row is not None and column is not None else None
        if row is not None and column is not None and entry is not None and entry.figure is not None:
            yield _Said(block, at, text, row, column, entry, entry.figure)


def _is_name(label: str) -> bool:
    return len(_LETTERS.findall(label)) >= _SHORTEST


def _names(lines: Sequence[Line]) -> re.Pattern[str]:
    names = sorted({line.label for line in lines}, key=len, reverse=True)
    return lazy(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def _only(names: re.Pattern[str], lines: Sequence[Line], text: str) -> Line | None:
    """The one line that a sentence names."""
    found = {name.casefold() for name in names.findall(text)}
    meant = [line for line in lines if line.label.casefold() in found]
    return meant[0] if len(meant) == 1 else None


def _near(article: Article, start: int, end: int) -> Iterator[tuple[Block, int, str]]:
    """The sentences of the paragraphs before and after a table."""
    starts, blocks = _paragraphs(article)
    first, table, behind, last = (bisect_left(starts, at) for at in (start - _NEAR, start, end, end + _NEAR))
    sentences = (
        (block, found.start(), found[0])
        for block in (*blocks[first:table], *blocks[behind:last])
        for found in _SENTENCE.finditer(block.text.prose)
    )
    yield from islice(sentences, _MOST_SENTENCES)


@analysis
def _paragraphs(article: Article) -> tuple[list[int], list[Block]]:
    """Where each paragraph begins, and the paragraphs."""
    blocks = [block for block in article.blocks if block.kind in (PARAGRAPH, LIST, CAPTION)]
    blocks.sort(key=_start)
    return [_start(block) for block in blocks], blocks


def _start(block: Block) -> int:
    return block.text.whole.start


def _number(said: _Said, code: str) -> Iterator[Alarm]:
    mark = usual_mark(code)
    numbers = [each for each in digit_numbers(said.text, lambda: mark) if not _is_named(each, said)]
    if len(numbers) != 1:
        return
    stated = numbers[0]
    written = said.text[stated.start : stated.end]
    others = [*said.row.entries, *said.column.entries]
    known = {abs(each.figure.value) for each in others if each is not None and each.figure is not None}
    if stated.value in known or not is_slip(_digits(written), _digits(said.entry.written)):
        return
    span = said.block.text.span(said.start + stated.start, said.start + stated.end)
    fields = {
        "stated": written,
        "shown": said.entry.written,
        "row": said.row.label,
        "column": said.column.label,
    }
    yield Alarm(span, fields, (Related(said.entry.span, message("in the table")),))


def _is_named(number: Core, said: _Said) -> bool:
    """Whether a number is part of a name of the row or the column."""
    written = said.text[number.start : number.end]
    return written in said.row.label or written in said.column.label


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


def _superlative(sheet: Sheet, said: _Said, words: Labels, spoken: _Words) -> Iterator[Alarm]:
    high, low = spoken.highest.search(said.text), spoken.lowest.search(said.text)
    found = high or low
    if found is None or (high and low) or spoken.not_first.search(said.text):
        return
    sign = 1 if high else -1
    entries = [
        (row, entry)
        for row in sheet.rows
        if words.kind(row.label) == PART and (entry := row.entries[said.column.number]) is not None
    ]
    values = [(row, entry, entry.figure) for row, entry in entries if entry.figure is not None]
    if len(values) < _FEWEST_ROWS or len(values) < len(entries):
        return
    row, entry, best = max(values, key=lambda each: sign * each[2].value)
    if best.interval.overlaps(said.figure.interval):
        return
    span = said.block.text.span(said.start + found.start(), said.start + found.end())
    fields = {
        "row": said.row.label,
        "column": said.column.label,
        "other": row.label,
        "best": entry.written,
        "shown": said.entry.written,
        "stated": found[0],
    }
    related = (
        Related(entry.span, message("in the table")),
        Related(said.entry.span, message("in the table")),
    )
    yield Alarm(span, fields, related, variant=HIGHEST if high else LOWEST)
