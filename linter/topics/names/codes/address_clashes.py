"""The headline's version or number against file name, front matter and template tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice

from linter.analyses.digit_blocks import has_digits
from linter.article.model import Article
from linter.article.path_name import path_name
from linter.languages import everywhere
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span, Text
from linter.topics.names.codes.identifiers import ISSUE, STAGES, Identifier, Slip, series_number, versions
from linter.topics.names.normalise import fold

_ADDRESSES = ("slug", "permalink", "url")
"""Fields that say where the article stands."""
_NUMBERS = ("version", "number", "issue", "issue_number", "edition", "episode", "release")
"""Fields that give the number of what the article is about."""
_MOST = 12
"""So many versions of a headline are looked up."""
_SHORTEST = 4
"""A shorter end of a word is not the other word."""
_NEXT = 2
"""Another issue of a series is so near, or the number is one of something else."""
_INITIALS = 5
"""Letters of the initials of a series at the most."""
_PARTS = 3
"""A file name of fewer numbers and no words may be that of a chapter."""
_DATED = lazy(r"\A(?:19|20)\d\d-\d\d-\d\d[-_]?|\A(?:19|20)\d\d-")
_STAGE = lazy(rf"({STAGES}|p)(\d*)")
_WORD = lazy(r"[a-z0-9]+")
_TAG = lazy(r"\{%[^%\n]{1,300}%\}")
_QUOTED = lazy(r"[\"']([^\"']{3,30})[\"']")
_LONE_NUMBER = lazy(r"(?<![\w.,/:-])#?(\d{1,5})(?![\w/]|[.,:-]\d)")
_YEAR = lazy(r"(?:19|20)\d\d")
_QUANTITY = lazy(r"(?:(?:[^\w\s#]|(?<![^\W\d_])[^\W\d_A-Z]+)\s+|^)\d{1,5}\s[^\W\d_]")
"""A number before a word, and none that a name stands before: "25 years", not "Issue 25 is out"."""


def address_clashes(article: Article) -> Iterator[Slip]:
    """Where the file name, the front matter or a template tag has another number than the headline."""
    title = article.headline
    if title is not None and has_digits(title.prose):
        yield from _addresses(article, title)
        yield from _fields(article, title)
        yield from _templates(article, title)


def _addresses(article: Article, title: Text) -> Iterator[Slip]:
    """The headline against the file name, else against the address in the front matter."""
    for found, other in _against(title.prose, path_name(article.path)):
        yield Slip(title.span(found.start, found.end), found.text, other, "path")
        return
    for address in _ADDRESSES:
        for field in article.fields(address):
            for found, other in _against(title.prose, field.value.rstrip("/").rpartition("/")[2]):
                span = title.span(found.start, found.end)
                yield Slip(span, found.text, other, "field", field.span, field.name)
                return


def _against(prose: str, address: str) -> Iterator[tuple[Identifier, str]]:
    """Versions and the one number of a headline that an address made of its words has otherwise."""
    slug = _WORD.findall(fold(_DATED.sub("", address)))
    said = [found for found in islice(versions(prose), _MOST) if found.owner]
    if said:
        yield from _version_in(slug, [_with_product(found, prose) for found in said])
    else:
        yield from islice(chain(_number_in(slug, prose), _number_behind(slug, prose)), 1)


def _version_in(slug: list[str], said: list[Identifier]) -> Iterator[tuple[Identifier, str]]:
    """The one version that the address has otherwise, behind the same word."""
    runs = list(_runs(slug))
    missing = [found for found in said if not any(_holds(run, found.parts) for _, run in runs)]
    if len(missing) != 1:
        return
    found = missing[0]
    spare = [(before, run) for before, run in runs if not any(_holds(run, one.parts) for one in said)]
    if len(spare) == 1 and (len(said) > 1 or _is_owner(spare[0][0], found.owner, slug)):
        run = spare[0][1]
        if list(map(str.isdigit, run)) == list(map(str.isdigit, found.parts)):  # not "3-beta" for "3.0"
            yield found, ".".join(run)


def _with_product(found: Identifier, prose: str) -> Identifier:
    """A version with the word before "version", where that is the one before it."""
    if found.owner not in _version_words():
        return found
    words = _WORD.findall(fold(prose[: found.start]))
    return found._replace(owner=words[-2]) if words[-1:] == [found.owner] and len(words) > 1 else found


@cache
def _version_words() -> frozenset[str]:
    return frozenset(map(fold, everywhere("names.releases.versions")))


def _is_owner(before: list[str], owner: str, slug: list[str]) -> bool:
    """Whether the word before a run is, or ends with, that before the version; or the slug is a run only."""
    mine = _WORD.findall(owner)[-1:]
    if before == mine or not before:
        return before == mine or (len(slug) >= _PARTS and all(map(_part, slug)))
    return bool(mine) and min(len(before[0]), len(mine[0])) >= _SHORTEST and before[0].endswith(mine[0])


def _holds(run: list[str], parts: tuple[str, ...]) -> bool:
    """Does a run of numbers have the version, shortened or joined to one number perhaps?"""
    size = len(parts)
    if any(tuple(run[at : at + size]) == parts for at in range(len(run) - size + 1)):
        return True
    one, other = "".join(run), "".join(parts)
    return one.startswith(other) or other.startswith(one)


def _runs(slug: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The runs of numbers of a slug, each with the word before it."""
    at = 0
    while at < len(slug):
        run = _parts_at(slug, at)
        if run:
            yield slug[at - 1 : at] if at else [], run
        at += max(1, _size(slug, at))


def _size(slug: list[str], at: int) -> int:
    """How many words of the slug belong to a run."""
    size = 0
    while at + size < len(slug) and _part(slug[at + size]):
        size += 1
    return size


def _parts_at(slug: list[str], at: int) -> list[str]:
    """The numbers at a place of a slug, with a stage among them (``3``, ``2``, ``9``, ``rc``, ``1``)."""
    parts = [part for word in slug[at : at + _size(slug, at)] for part in _part(word)]
    return parts if parts and parts[0].isdigit() else []


def _part(word: str) -> list[str]:
    """What a word of a slug adds to a version: a number, or a stage with its number."""
    bare = word.removeprefix("v")
    if bare.isdigit():
        return [bare.lstrip("0") or "0"]
    found = _STAGE.fullmatch(word)
    return [found[1], *([found[2]] if found[2] else [])] if found else []


def _number_in(slug: list[str], prose: str) -> Iterator[tuple[Identifier, str]]:
    """``This Week in X 472`` in ``this-week-in-x-473``: the same words, another number."""
    numbers = list(_LONE_NUMBER.finditer(prose))
    if len(numbers) != 1 or _YEAR.fullmatch(numbers[0][1]):
        return
    found = numbers[0]
    words = _WORD.findall(fold(prose[: found.start()])), _WORD.findall(fold(prose[found.end() :]))
    before, after = words
    if sum(map(len, before + after)) < 6 or len(slug) != len(before) + 1 + len(after):
        return
    other = slug[len(before)]
    same_words = slug[: len(before)] == before and slug[len(before) + 1 :] == after
    if same_words and other.isdigit() and other.lstrip("0") != found[1].lstrip("0"):
        said = Identifier(ISSUE, "", (found[1],), False, found[0], found.start(), found.end())
        yield said, other


def _number_behind(slug: list[str], prose: str) -> Iterator[tuple[Identifier, str]]:
    """``These Months in X 112`` in ``twix-113``: initials, and the number of the issue before."""
    if len(slug) != 2 or len(slug[0]) > _INITIALS or not slug[1].isdigit():
        return
    for said in series_number(prose):
        words = _WORD.findall(fold(prose[: said.start]))
        alike = len(slug[1]) == len(said.parts[0]) > 1 and words[-1:] and slug[0][-1] == words[-1][0]
        if alike and 0 < abs(int(slug[1]) - int(said.parts[0])) <= _NEXT:
            yield said, slug[1]


def _fields(article: Article, title: Text) -> Iterator[Slip]:
    """The number in the front matter against the headline's only one."""
    said = list(islice(versions(title.prose), 2))
    numbers = list(islice(_LONE_NUMBER.finditer(title.prose), 2))
    for name in _NUMBERS:
        for field in article.fields(name):
            value = field.value.strip().removeprefix("#").removeprefix("v")
            place = _field_clash(value, said, numbers) if field.origin == "front-matter" else None
            if place is not None:
                shown = title.prose[slice(*place)]
                yield Slip(title.span(*place), shown, value, "field", field.span, field.name)


def _field_clash(
    value: str, said: list[Identifier], numbers: Sequence[re.Match[str]]
) -> tuple[int, int] | None:
    """Where the headline has another version, or another number of as many digits, than the field."""
    given = _parts(value)
    if len(said) == 1 and given and len(said[0].parts) == len(given) and said[0].parts != given:
        return said[0].start, said[0].end
    if value.isdigit() and len(numbers) == 1 and not said and not _QUANTITY.search(numbers[0].string):
        mine, theirs = numbers[0][1].lstrip("0"), value.lstrip("0")
        if bool(_YEAR.fullmatch(mine)) != bool(_YEAR.fullmatch(theirs)):
            return None  # "issue" may be that of a tracker
        if len(mine) == len(theirs) >= 2 and mine != theirs:
            return numbers[0].span()
    return None


def _templates(article: Article, title: Text) -> Iterator[Slip]:
    """The version that template tags look up against the headline's only one."""
    said = list(versions(title.prose))
    if len(said) != 1 or len(said[0].parts) < 3 or "{%" not in article.source:
        return
    mine = said[0]
    for tag in _TAG.finditer(article.source):
        for quoted in _QUOTED.finditer(tag[0]):
            other = _parts(quoted[1])
            if len(other) == len(mine.parts) and other[:2] == mine.parts[:2] and other != mine.parts:
                place = Span(tag.start() + quoted.start(1), tag.start() + quoted.end(1))
                yield Slip(title.span(mine.start, mine.end), mine.text, quoted[1], "", place)
                return


def _parts(text: str) -> tuple[str, ...]:
    """The numbers of a text that is a version; nothing for any other."""
    found = next(versions(text), None)
    return found.parts if found is not None and (found.start, found.end) == (0, len(text)) else ()
