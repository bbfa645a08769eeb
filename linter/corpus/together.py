"""The second stage: what all articles of an archive tell together becomes findings of some of them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from linter.corpus import readers
from linter.corpus.batch import batch_of
from linter.corpus.clash import CHECK, Clash, clashes
from linter.corpus.database import connected
from linter.corpus.folder import Folder
from linter.corpus.inputs import Input
from linter.corpus.judge import NotJudged, Row, Values, article_of, document_of, plain_finding, plain_place
from linter.corpus.schemas import FINDINGS
from linter.corpus.settings import Settings, policy_of
from linter.corpus.tables import Counts, path_of, write_table
from linter.engine.cross_article import kept_of
from linter.engine.lint import finding_of
from linter.text import Span
from linter.topics.facts.corpus_clash import alarm

if TYPE_CHECKING:
    import duckdb

    from linter.rules.model import Rule

PART = "together"
"""The name of the file with these findings."""


def judge_together(inputs: Sequence[Input], folder: Folder, settings: Settings, threads: int) -> int:
    """Write the findings of all articles together beside those of each, and say how many there are.

    Only the articles are read again that have one.
    """
    policy = policy_of(settings)
    rules = [rule for rule in policy.rules.rules if rule.check == CHECK]
    found: list[Values] = []
    with connected(folder.path, threads) as database:
        for rule in rules:
            params = policy.rules.check(rule).params
            made = clashes(database, folder.files("articles"), folder.files("records"), rule.id, params)
            by_id: dict[str, list[Clash]] = defaultdict(list)
            for clash in made:
                by_id[clash.here.id].append(clash)
            parts = _parts(database, folder, by_id)
            for row in _rows(inputs, settings, parts, by_id):
                found += _findings(row, rule, by_id.pop(row.id), settings)
    found.sort(key=lambda each: (each["id"], each["in_column"], each["start_char"], each["rule"]))
    batches = [batch_of(found, FINDINGS)] if found else []
    counts = Counts(0, 0, len(found))
    write_table(path_of(folder.path, "findings", PART), FINDINGS, batches, counts)
    return len(found)


def _parts(database: duckdb.DuckDBPyConnection, folder: Folder, ids: Iterable[str]) -> set[str]:
    """The parts in which some articles are."""
    asked = "SELECT DISTINCT filename FROM read_parquet(?, filename = true) WHERE id IN (SELECT unnest(?))"
    files = database.execute(asked, [folder.files("articles"), list(ids)]).fetchall()
    return {os.path.splitext(os.path.basename(file))[0] for (file,) in files}


def _rows(
    inputs: Sequence[Input], settings: Settings, parts: set[str], ids: Mapping[str, object]
) -> Iterator[Row]:
    """The rows with these ids, read again; of several with one id the first."""
    for input in inputs:
        if not any(part.startswith(f"{input.identity}-") for part in parts):
            continue
        for task, _ in readers.tasks(input, settings.max_chars):
            if task.part in parts:
                yield from (row for row in readers.rows(task, settings.max_chars) if row.id in ids)


def _findings(row: Row, rule: Rule, clashes: Sequence[Clash], settings: Settings) -> Iterator[Values]:
    """The findings that an article has beside others, but for those that it suppresses."""
    policy = policy_of(settings)
    made = []
    try:
        document = document_of(row, settings)
        article = article_of(document, policy)
        for number, (here, there, name) in enumerate(clashes):
            # the place in the other article is one in its columns; the number tells which it was
            told = alarm(here, document.span(here.place), there.said, Span(number, number), there.id, name)
            made.append(finding_of(rule, told, article))
    except (NotJudged, KeyError):  # another row with the id of the one that was meant
        return
    for finding in kept_of(article, made, policy.config.min_severity, row.id):
        (related,) = finding.related
        there = clashes[related.span.start].there
        plain = plain_finding(finding._replace(related=()), document)
        other = {**plain_place(there.place), "label": related.label, "id": there.id}
        yield {"id": row.id, **plain, "related": [other]}
