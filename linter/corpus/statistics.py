"""What the tables of an archive say in numbers, counted by DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.corpus.database import connected, run
from linter.corpus.folder import Folder
from linter.namedtuples import NamedTuple

if TYPE_CHECKING:
    import duckdb

_MOST = 25
"""Rules, languages and publications that are shown."""
_FEW = 20
"""Articles below which a share says nothing: such groups are counted as others."""
_MONTHS = 48
"""More months than these are counted by year."""
_EXAMPLES = 3
_REASONS = 20


class Rate(NamedTuple):
    """Findings of a group of articles."""

    name: str
    articles: int
    """The denominator: all articles of the group, with findings or without."""
    errors: int
    warnings: int
    infos: int

    def per_thousand(self, number: int) -> float:
        return 1000 * number / max(self.articles, 1)


class Example(NamedTuple):
    """A finding that shows what a rule found."""

    rule: str
    id: str
    url: str
    column: str
    text: str
    message: str


class Reason(NamedTuple):
    """Why something was not judged, and how often."""

    what: str
    number: int
    example: str = ""


class Statistics(NamedTuple):
    """All that the page shows."""

    whole: Rate
    chars: int
    with_findings: int
    """Articles with an error or a warning."""
    failed: int
    doubles: int
    """Rows whose id another row has."""
    rules: list[Rate]
    languages: list[Rate]
    publications: list[Rate]
    times: list[Rate]
    examples: list[Example]
    failures: list[Reason]
    notices: list[Reason]
    looked_at: list[Reason]


_BEGIN = """
CREATE TEMP TABLE a AS
SELECT * EXCLUDE (digest, "group", findings),
       row_number() OVER (PARTITION BY id ORDER BY digest, date) = 1 AS leads
FROM read_parquet($articles);
CREATE TEMP VIEW f AS SELECT * FROM read_parquet($findings);
CREATE TEMP TABLE per_id AS
SELECT id, count(*) FILTER (severity = 'error') AS errors, count(*) FILTER (severity = 'warning') AS warnings,
       count(*) FILTER (severity = 'info') AS infos
FROM f GROUP BY id;
CREATE TEMP VIEW b AS
SELECT a.*, errors, warnings, infos FROM a LEFT JOIN per_id ON a.id = per_id.id AND leads
"""
# of rows with one id the first has all its findings: they must not count twice
_SUMS = ", ".join(
    ["count(*)", *(f"coalesce(sum({kind}), 0)::BIGINT" for kind in ("errors", "warnings", "infos"))]
)
_WHOLE = f"SELECT 'all', {_SUMS} FROM b"
_ABOUT = """
SELECT coalesce(sum(chars), 0)::BIGINT, count(*) FILTER (len(failures) > 0), count(*) - count(DISTINCT id)
FROM a
"""
_RULES = f"""
SELECT rule, (SELECT count(*) FROM a), count(*) FILTER (severity = 'error'),
       count(*) FILTER (severity = 'warning'), count(*) FILTER (severity = 'info')
FROM f GROUP BY rule ORDER BY count(*) FILTER (severity <> 'info') DESC, count(*) DESC, rule LIMIT {_MOST}
"""
_GROUPS = f"""
WITH named AS (SELECT coalesce(nullif(%s, ''), '(not told)') AS name, errors, warnings, infos FROM b),
sizes AS (
    SELECT name, row_number() OVER (ORDER BY count(*) DESC, name) <= {_MOST} AND count(*) >= {_FEW} AS shown
    FROM named GROUP BY name
)
SELECT CASE WHEN shown THEN name ELSE '(others)' END AS shown_as, {_SUMS}
FROM named JOIN sizes USING (name)
GROUP BY shown_as ORDER BY shown_as = '(others)', count(*) DESC, shown_as
"""
_TIMES = f"""
SELECT left(date, $length) AS time, {_SUMS} FROM b
WHERE regexp_matches(date, '^[12][0-9]{{3}}-[01][0-9]') GROUP BY time ORDER BY time
"""
_SHOWN = f"""
SELECT rule, f.id, coalesce(url, ''), in_column, text, message
FROM f LEFT JOIN a ON a.id = f.id AND leads
WHERE list_contains($rules, rule)
QUALIFY {_EXAMPLES} >= row_number()
        OVER (PARTITION BY rule ORDER BY severity <> 'info' DESC, md5(f.id || start_char), f.id, message)
ORDER BY rule, f.id, start_char, message
"""
# the examples are some of all, and the same ones each time
_FAILURES = f"""
SELECT regexp_replace(failure, '[0-9]+', '…', 'g') AS what, count(*), min(id)
FROM (SELECT id, unnest(failures) AS failure FROM a)
GROUP BY what ORDER BY count(*) DESC, what LIMIT {_REASONS}
"""
_NOTICES = f"""
SELECT notice, count(*) FROM (SELECT unnest(notices) AS notice FROM a)
GROUP BY notice ORDER BY count(*) DESC, notice LIMIT {_REASONS}
"""
_UNDECIDED = f"""
SELECT c.rule || ': ' || c.what AS what, sum(c.number)::BIGINT FROM (SELECT unnest(counts) AS c FROM a)
GROUP BY what ORDER BY 2 DESC, what LIMIT {2 * _REASONS}
"""


def statistics_of(folder: Folder, threads: int = 1) -> Statistics:
    """Count what stands in a folder of tables."""
    with connected(folder.path, threads) as database:
        run(database, _BEGIN, articles=folder.files("articles"), findings=folder.files("findings"))
        return _counted(database)


def _counted(database: duckdb.DuckDBPyConnection) -> Statistics:
    def rows(statement: str, **values: Any) -> list[tuple[Any, ...]]:
        return database.execute(statement, values or None).fetchall()

    (whole,) = (Rate(*row) for row in rows(_WHOLE))
    ((chars, failed, doubles),) = rows(_ABOUT)
    ((with_findings,),) = rows("SELECT count(*) FROM b WHERE errors + warnings > 0")
    rules = [Rate(*row) for row in rows(_RULES)]
    months = [Rate(*row) for row in rows(_TIMES, length=7)]
    return Statistics(
        whole,
        chars,
        with_findings,
        failed,
        doubles,
        rules,
        [Rate(*row) for row in rows(_GROUPS % "lang")],
        [Rate(*row) for row in rows(_GROUPS % "publication")],
        months if len(months) <= _MONTHS else [Rate(*row) for row in rows(_TIMES, length=4)],
        [Example(*row) for row in rows(_SHOWN, rules=[rule.name for rule in rules])],
        [Reason(*row) for row in rows(_FAILURES)],
        [Reason(*row) for row in rows(_NOTICES)],
        [Reason(*row) for row in rows(_UNDECIDED)],
    )
