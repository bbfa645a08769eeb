"""Works that were retracted, by the DOI under which an article names them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from re import IGNORECASE, Pattern

from linter.article.model import CODE, Article
from linter.check import Alarm, Check, CheckFailed, Count
from linter.files import DATA, read_text
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.typed import Any

_DOI = lazy(r"10\.\d{4,9}/[^\s<>\"«»|\ufffc]{1,200}")
_END = ".,;:)]}'*_"
_COLUMNS = ("OriginalPaperDOI", "RetractionDate", "RetractionNature", "Title")
_RETRACTION = "Retraction"
_LONGEST_FIELD = 2**20
USUAL = "retractions.csv"
"""The name of a snapshot that need not be there."""


class Retraction(NamedTuple):
    """What the snapshot says of a work."""

    date: str
    title: str


class RetractedParams(NamedTuple):
    snapshot: str = ""
    """The CSV of Crossref and Retraction Watch, relative to the folder of the configuration."""


class Retracted(Check):
    """Reports DOIs in text, links and metadata that a snapshot of Retraction Watch has as retracted.

    The snapshot is a file of the project: nothing is looked up. Expressions of concern and corrections are
    no retractions, and a paragraph may say itself that the work was retracted. Without a snapshot, which is
    looked for as ``retractions.csv``, it says nothing.
    """

    Params = RetractedParams
    fields = frozenset({"doi", "date", "title"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        path = os.path.join(self.setup.root, self.params.snapshot)
        named = list(_dois(article)) if self.params.snapshot else []
        if not named or (self.params.snapshot == USUAL and not os.path.exists(path)):
            return
        known = retractions(path, self.setup.root, _changed(path))
        yield Count("DOIs looked for among the retracted", len(named))
        for doi, place in named:
            found = known.get(doi.casefold())
            if found is not None:
                yield Alarm(place, {"doi": doi, "date": found.date, "title": found.title})


def _dois(article: Article) -> Iterator[tuple[str, Span]]:
    """The DOIs of an article, each place once."""
    seen: set[Span] = set()
    for block in article.blocks:
        if block.kind == CODE or _said().search(block.text.prose):
            continue
        text = block.text
        for found in _DOI.finditer(text.prose):
            doi = found[0].rstrip(_END)
            place = text.span(found.start(), found.start() + len(doi))
            seen.add(place)
            yield doi, place
        for mark in text.marked("link", "url"):
            linked = _DOI.search(mark.value)
            place = text.span(mark.start, mark.end)
            if linked and not any(place.overlaps(other) for other in seen):
                yield linked[0].rstrip(_END), place
    for field in article.metadata:
        stated = _DOI.search(field.value)
        if stated and "doi" in field.name.casefold().split(".")[-1] and "." in field.name:
            yield stated[0].rstrip(_END), field.span


@cache
def _said() -> Pattern[str]:
    return lazy(any_of(everywhere("science.retracted")), IGNORECASE)


def _changed(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except (OSError, ValueError):
        return 0


@lru_cache(maxsize=4)
def retractions(path: str, root: str, changed: int) -> Mapping[str, Retraction]:
    """The retracted works of a snapshot by their folded DOIs. ``CheckFailed`` if it cannot be read.

    ``changed`` is when it was written, so that a new one is read anew.
    Its columns are those of https://gitlab.com/crossref/retraction-watch-data.
    """
    import csv

    from linter.messages import message

    try:
        lines = read_text(path, root, DATA).split("\n")
    except OSError as error:
        why = error.strerror or str(error)
        raise CheckFailed(message("the snapshot {path}: {why}", path=path, why=why)) from None
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = csv.DictReader(lines)
        lacking = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
        if not lacking:
            return {doi: entry for row in rows for doi, entry in _entry(row)}
        why = message("it has no column {column}", column=lacking[0])
    except csv.Error as error:
        why = str(error)
    raise CheckFailed(message("the snapshot {path}: {why}", path=path, why=why))


def _entry(row: Mapping[str, Any]) -> Iterator[tuple[str, Retraction]]:
    doi, nature = row["OriginalPaperDOI"] or "", row["RetractionNature"] or ""
    if doi.startswith("10.") and nature == _RETRACTION:
        yield doi.casefold(), Retraction((row["RetractionDate"] or "").split(" ")[0], row["Title"] or "")
