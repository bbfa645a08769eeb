"""What articles say of the same people, compared by DuckDB: as ``corpus-clash`` does it for a run on files.

The records of all articles are too many for a process of ours, so the database picks what can be at odds at
all; whether it is, the check itself says.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from linter.corpus.database import filled, run
from linter.corpus.document import Place
from linter.namedtuples import NamedTuple
from linter.topics.facts.claims import NAME
from linter.topics.facts.corpus_clash import CorpusClashParams, at_odds, is_slip

if TYPE_CHECKING:
    import duckdb

CHECK = "corpus-clash"


class Said(NamedTuple):
    """What a record says, and where."""

    id: str
    n: int
    kind: str
    key: str
    said: str
    first: int
    last: int
    in_column: str
    start: int
    end: int

    @property
    def place(self) -> Place:
        return Place(self.in_column, self.start, self.end)


class Clash(NamedTuple):
    """Two articles at odds."""

    here: Said
    there: Said
    name: str


_SAID = "id, n, kind, key, said, first, last, in_column, start_char, end_char"
_RECORDS = """
CREATE OR REPLACE TEMP TABLE copies AS
SELECT DISTINCT id FROM (
    SELECT id, min(id) OVER (PARTITION BY "group") AS leader FROM read_parquet($articles) WHERE "group" <> ''
) WHERE id <> leader;
CREATE OR REPLACE TEMP VIEW told AS
SELECT r.* FROM read_parquet($records) r ANTI JOIN copies USING (id) WHERE r.rule = $rule
"""
_YEARS = f"""
WITH stated AS (SELECT * FROM told WHERE NOT starts_with(kind, $name)),
odd AS (SELECT kind, key FROM stated GROUP BY ALL HAVING max(first) > min(last) + 1),
written AS (
    SELECT key, arg_max(said, {{'kind': kind, 'id': id, 'n': n}}) AS name
    FROM told SEMI JOIN odd USING (key) WHERE starts_with(kind, $name) GROUP BY key
)
SELECT {_SAID}, coalesce(name, key) FROM stated SEMI JOIN odd USING (kind, key) LEFT JOIN written USING (key)
ORDER BY kind, key, id, n
"""
_NAMES = """
CREATE OR REPLACE TEMP TABLE names AS
SELECT kind, key, count(*) AS times, min({'id': id, 'n': n}) AS place,
       split_part(key, ' ', 1) AS given, substr(key, strpos(key, ' ') + 1) AS surname
FROM told WHERE starts_with(kind, $name) GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE pairs AS
SELECT r.kind, r.key AS rare, u.key AS usual, r.place AS here, u.place AS there
FROM names r JOIN names u ON r.kind = u.kind AND r.given = u.given
     AND substr(r.surname, 1, 1) = substr(u.surname, 1, 1) AND abs(length(r.surname) - length(u.surname)) <= 2
WHERE r.times = 1 AND u.times >= $established AND r.key <> u.key
  AND damerau_levenshtein(r.surname, u.surname) <=
      CASE WHEN strlen(r.key) = length(r.key) AND strlen(u.key) = length(u.key) THEN 2 ELSE 8 END
"""
# the distance is one of bytes, of which a letter has up to four
_PAIRS = f"""
SELECT {", ".join(f"h.{each.strip()}" for each in _SAID.split(","))},
       {", ".join(f"t.{each.strip()}" for each in _SAID.split(","))}
FROM pairs p
JOIN told h ON h.kind = p.kind AND h.key = p.rare AND h.id = p.here.id AND h.n = p.here.n
JOIN told t ON t.kind = p.kind AND t.key = p.usual AND t.id = p.there.id AND t.n = p.there.n
WHERE NOT EXISTS (SELECT 1 FROM told x WHERE x.kind = p.kind AND x.key = p.usual AND x.id = p.here.id)
ORDER BY h.kind, h.key, t.id, t.n
"""
_AT_ONCE = 10_000


def clashes(
    database: duckdb.DuckDBPyConnection, articles: str, records: str, rule: str, params: CorpusClashParams
) -> Iterator[Clash]:
    """What is at odds, by the records of a rule in the files of two tables.

    Of articles in one group, which are copies, the first by its id counts.
    """
    run(database, _RECORDS, articles=articles, records=records, rule=rule)
    yield from _years(database, params.apart)
    run(database, _NAMES, name=NAME, established=params.established)
    yield from _spellings(database)


def _years(database: duckdb.DuckDBPyConnection, apart: int) -> Iterator[Clash]:
    told = _fetched(database, filled(_YEARS, name=NAME))
    for _, group in groupby(told, key=lambda row: row[2:4]):
        rows = list(group)
        stated = [(row[0], Said(*row[:10])) for row in rows]
        for (_, here), (_, there) in at_odds(stated, apart):
            yield Clash(here, there, rows[0][10])


def _spellings(database: duckdb.DuckDBPyConnection) -> Iterator[Clash]:
    pairs = _fetched(database, _PAIRS)
    for _, group in groupby(pairs, key=lambda row: row[2:4]):
        for row in group:
            here, there = Said(*row[:10]), Said(*row[10:])
            if is_slip(here.key, there.key, here.said, here.kind.removeprefix(NAME)):
                yield Clash(here, there, here.said)
                break


def _fetched(database: duckdb.DuckDBPyConnection, statement: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, of which only some are in memory here."""
    found = database.execute(statement)
    while rows := found.fetchmany(_AT_ONCE):
        yield from rows
