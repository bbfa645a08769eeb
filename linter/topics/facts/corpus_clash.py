"""One person with two birth years or two spellings, in two articles of one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from linter.article.model import Article
from linter.check import Alarm, Check, Count, Record
from linter.finding import Related
from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.topics.facts.claims import NAME, records
from linter.topics.names import lists
from linter.topics.names.edit_distance import near
from linter.topics.names.normalise import fold


class Params(NamedTuple):
    apart: int = 12
    """Births further apart than this are those of two people of one name."""
    established: int = 3
    """In so many articles a spelling stands before a rare one can be held against it."""


class CorpusClash(Check):
    """Collects names, births and deaths from every article and compares them after the last."""

    Params = Params
    together = True
    fields = frozenset({"name", "said", "other", "path"})
    variants = frozenset({"born", "died"})

    def run(self, article: Article) -> Iterator[Alarm | Count | Record]:
        for found in records(article):
            yield Record(found.kind, found.key, found.said, found.first, found.last, found.span)

    def judge(self, collected: Sequence[tuple[str, Record]]) -> Iterator[tuple[str, Alarm]]:
        by_kind: dict[str, list[tuple[str, Record]]] = defaultdict(list)
        for path, record in collected:
            by_kind[record.kind].append((path, record))
        languages = sorted(kind for kind in by_kind if kind.startswith(NAME))
        written = {record.key: record.said for kind in languages for _, record in by_kind[kind]}
        for kind in sorted(by_kind.keys() - set(languages)):
            stated: dict[str, list[tuple[str, Record]]] = defaultdict(list)
            for path, record in by_kind[kind]:
                stated[record.key].append((path, record))
            for key in sorted(stated):
                yield from self._years(stated[key], written.get(key, key))
        for kind in languages:
            yield from self._spellings(by_kind[kind], kind.removeprefix(NAME))

    def _years(self, stated: list[tuple[str, Record]], name: str) -> Iterator[tuple[str, Alarm]]:
        """Statements that leave a year between them, against the one that most files agree with."""
        best = max(stated, key=lambda one: sum(_agree(one[1], other[1]) for other in stated))
        for path, record in stated:
            if path == best[0] or _agree(record, best[1]):
                continue
            if abs(record.first - best[1].first) <= self.params.apart:
                yield path, _alarm(record, best, name, record.kind)

    def _spellings(self, names: list[tuple[str, Record]], spoken: str) -> Iterator[tuple[str, Alarm]]:
        """Full names of one article that are a letter or two from one of many articles in its language."""
        files: dict[str, list[tuple[str, Record]]] = defaultdict(list)
        for path, record in names:
            files[record.key].append((path, record))
        usual: dict[str, list[str]] = defaultdict(list)
        for key, places in files.items():
            if len(places) >= self.params.established:
                usual[key.split()[0]].append(key)
        for key in sorted(files):
            if len(files[key]) > 1:
                continue
            first, _, last = key.partition(" ")
            for other in usual.get(first, ()):
                path, record = files[key][0]
                here = {place for place, _ in files[other]}
                if path not in here and _is_slip(last, other.partition(" ")[2], record.said, spoken):
                    yield path, _alarm(record, files[other][0], record.said, "")
                    break


def _agree(one: Record, other: Record) -> bool:
    """Do two statements allow the same year, or neighbouring ones?"""
    return one.first <= other.last + 1 and other.first <= one.last + 1


def _is_slip(last: str, other: str, written: str, spoken: str) -> bool:
    """Nearly the same surname, neither a name of its own nor another ending of it."""
    word = written.split()[-1]
    if not near(last, other) or last.startswith(other) or other.startswith(last):
        return False
    if last.rstrip("esn") == other.rstrip("esn") or last.replace("'", "") == other.replace("'", ""):
        return False
    if not speech(spoken).names.fixed and last[:-1] == other[: len(last) - 1]:
        return False
    return not (lists.surname(word) or lists.first_name(word, "")) and fold(word) == last.split()[-1]


def _alarm(record: Record, other: tuple[str, Record], name: str, variant: str) -> Alarm:
    path, there = other
    fields = {"name": name, "said": record.said, "other": there.said, "path": path}
    return Alarm(record.span, fields, (Related(there.span, "the other article", path),), variant=variant)
