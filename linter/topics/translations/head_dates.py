"""Dates in the metadata of two language versions, under the same key."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article, Field
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.translations.pairs import Pair

_DATE = lazy(r"\s*(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_STAMPS = ("date", "modified")
"""When a version was published and changed: each may have days of its own."""
_DAY = 2
"""The last of year, month and day."""


class OtherHead(NamedTuple):
    """Two fields of one key whose dates differ in one part."""

    mine: Field
    theirs: Field
    is_stamp: bool
    """Whether it says when the version itself was published or changed."""


def other_heads(pair: Pair) -> Iterator[OtherHead]:
    """The dates of both heads that differ in their year, month or day only.

    Stamps that differ in the day are left alone: the translation came later.
    """
    if not pair.matches:
        return
    mine, theirs = _dated(pair.first), _dated(pair.other)
    stamps = {key for name in _STAMPS for key in pair.first.aliases.get(name, (name,))}
    for key, (field, day) in mine.items():
        other, theirs_day = theirs.get(key, (field, day))
        parts = [i for i in range(3) if day[i] != theirs_day[i]]
        if len(parts) == 1 and not (key in stamps and parts == [_DAY]):
            yield OtherHead(field, other, key in stamps)


def _dated(article: Article) -> dict[str, tuple[Field, tuple[int, ...]]]:
    """The fields of the front matter that hold one date each, by their keys."""
    found: dict[str, tuple[Field, tuple[int, ...]]] = {}
    several: set[str] = set()
    for field in article.metadata:
        key, date = field.name.casefold(), _DATE.match(field.value)
        several.update([key] if key in found else ())
        if field.origin == "front-matter" and date is not None:
            found[key] = field, tuple(map(int, date.groups()))
    return {key: each for key, each in found.items() if key not in several}
