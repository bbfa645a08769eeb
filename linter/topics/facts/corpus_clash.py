"""One person with two birth years or two spellings, in two articles of one run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from linter.article.model import Article
from linter.check import Alarm, Check, Count, Record
from linter.finding import Related
from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.facts.claims import NAME, records
from linter.topics.names import lists
from linter.topics.names.edit_distance import near
from linter.topics.names.normalise import TRANSCRIBING, fold
from linter.typed import TYPE_CHECKING, Protocol, TypeVar

_MARKS = str.maketrans("", "", "'" + TRANSCRIBING)
"""Signs in a name that the next article may leave out."""
_YEARS = 3
"""With more wrong years it is nobody's birth: so many came to a stadium that is called like somebody."""


class CorpusClashParams(NamedTuple):
    apart: int = 12
    """Births further apart than this are those of two people of one name."""
    established: int = 3
    """In so many articles a spelling stands before a rare one can be held against it."""


class CorpusClash(Check):
    """Collects names, births and deaths from every article and compares them after the last."""

    Params = CorpusClashParams
    together = True
    fields = frozenset({"name", "said", "other", "path"})
    variants = frozenset({"born", "died"})

    def run(self, article: Article) -> Iterator[Alarm | Count | Record]:
        yield from records(article)

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
        clashes = list(at_odds(stated, self.params.apart))
        if len({record.first for (_, record), _ in clashes}) > _YEARS:
            return
        for (path, record), best in clashes:
            yield path, alarm(record, record.span, best[1].said, best[1].span, best[0], name)

    def _spellings(self, names: list[tuple[str, Record]], code: str) -> Iterator[tuple[str, Alarm]]:
        """Full names of one article that are a letter or two from one of many articles in its language."""
        files: dict[str, list[tuple[str, Record]]] = defaultdict(list)
        for path, record in names:
            files[record.key].append((path, record))
        usual: dict[tuple[str, str, int], list[tuple[int, str]]] = defaultdict(list)
        for number, (key, places) in enumerate(files.items()):
            if len(places) >= self.params.established:
                usual[_block(key)].append((number, key))
        for key in sorted(files):
            if len(files[key]) == 1:
                path, record = files[key][0]
                for other in _alike(key, usual):
                    here = {place for place, _ in files[other]}
                    if path not in here and is_slip(key, other, record.said, code):
                        there, said = files[other][0]
                        yield path, alarm(record, record.span, said.said, said.span, there, record.said)
                        break


if TYPE_CHECKING:
    _Told = TypeVar("_Told", bound="Told")


class Told(Protocol):
    """What a record says, wherever it is kept."""

    @property
    def kind(self) -> str: ...
    @property
    def said(self) -> str: ...
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


def at_odds(
    stated: Sequence[tuple[str, _Told]], apart: int
) -> Iterator[tuple[tuple[str, _Told], tuple[str, _Told]]]:
    """Of statements on one birth or death those that contradict the one that most agree with, and that one.

    Each comes with its path. Further apart than ``apart`` years they are of two people.
    """
    firsts, lasts = (sorted(getattr(told, end) for _, told in stated) for end in ("first", "last"))

    def agreeing(one: tuple[str, _Told]) -> int:
        """How many statements allow the same year, or a neighbouring one: those that do not lie aside."""
        return bisect_right(firsts, one[1].last + 1) - bisect_left(lasts, one[1].first - 1)

    best = max(stated, key=agreeing)
    for path, told in stated:
        if path != best[0] and not _agree(told, best[1]) and abs(told.first - best[1].first) <= apart:
            yield (path, told), best


def _agree(one: Told, other: Told) -> bool:
    """Do two statements allow the same year, or neighbouring ones?"""
    return one.first <= other.last + 1 and other.first <= one.last + 1


def _block(key: str) -> tuple[str, str, int]:
    """What names nearly share of which one may be a slip: all but the length of the surname."""
    first, _, last = key.partition(" ")
    return first, last[:1], len(last)


def _alike(key: str, usual: Mapping[tuple[str, str, int], list[tuple[int, str]]]) -> Iterator[str]:
    """The usual names that a name may be a slip of, in the order in which they first came."""
    first, letter, length = _block(key)
    near = (usual.get((first, letter, length + more), ()) for more in range(-2, 3))
    return (other for _, other in sorted(chain.from_iterable(near)))


def is_slip(key: str, usual: str, written: str, code: str) -> bool:
    """Is a full name, folded and as written, nearly a usual one of the same first name?

    ``code`` is the language of the article.
    """
    return _is_slip(key.partition(" ")[2], usual.partition(" ")[2], written, code)


def _is_slip(last: str, other: str, written: str, code: str) -> bool:
    """Nearly the same surname, neither a name of its own nor another ending of it."""
    word = written.split()[-1]
    if not near(last, other) or last.startswith(other) or other.startswith(last):
        return False
    if last.rstrip("esn") == other.rstrip("esn") or last.translate(_MARKS) == other.translate(_MARKS):
        return False
    if not speech(code).names.fixed and last[:-1] == other[: len(last) - 1]:
        return False
    return not (lists.surname(word) or lists.first_name(word, "")) and fold(word) == last.split()[-1]


def alarm(here: Told, span: Span, other: str, there: Span, path: str, name: str) -> Alarm:
    """The alarm about what is said at a span, and otherwise at another one, in the article at ``path``."""
    fields = {"name": name, "said": here.said, "other": other, "path": path}
    variant = "" if here.kind.startswith(NAME) else here.kind
    return Alarm(span, fields, (Related(there, "the other article", path),), variant=variant)
