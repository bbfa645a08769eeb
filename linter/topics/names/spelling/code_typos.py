"""Names in code that stand once or twice with a slip in one of their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from linter.analyses.language import language
from linter.article.model import CODE, Article
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import lists
from linter.topics.names.edit_distance import Alike, distance
from linter.topics.names.spelling.slips import Typo, foreign

_NAME = lazy(r"(?<![\w/.\\\u00c0-\u024f-])[A-Za-z_]\w*(?:[-.]\w+)*(?![\w/\u00c0-\u024f])", re.ASCII)
"""In Chinese no blank is beside it, but another Latin letter goes on with a word."""
_HUMP = lazy(r"[A-Z](?<=[a-z].)")
_CAMEL = lazy(r"(?<![\w/.@-])[A-Za-z]+[a-z][A-Z]\w+(?![\w/])", re.ASCII)
_WORD = lazy(r"[A-Z]?[a-z]{4,}")
_LETTERS = lazy(r"[A-Za-z]{2}")
_SHORTEST, _LONGEST = 8, 60
"""Letters of a name: shorter ones are like many others, longer ones are no names."""
_RARE = 2
"""A slip stands so often at the most, and less often than the usual name."""
_OFTEN, _LONG = 3, 6
"""A word of so many letters, which stands so often, is the right one of another that stands seldom."""
_MOST = 3000
"""With more names it is a listing, and one is often near another."""
_ALIKE = 40
"""So many names that differ in one word only are compared; of more it is the number of a series."""
_FORMS = ("d", "s")
"""Ends another form of the same English word: "interpolated" of "interpolate"."""
_ENGLISH = "en"
"""Names in code are made of English words in articles of any language."""


class _Name(NamedTuple):
    """Where a name stands first, and how often it stands in the article."""

    span: Span
    times: int


def code_typos(article: Article) -> Iterator[Typo]:
    """``TextRaeder`` beside ``TextReader``: all words of two names are the same but one that is no word.

    Or that word is the only one of a name, or stands in other names: ``getBallon`` beside ``Balloon``.
    """
    names = _names(article)
    if len(names) > _MOST:
        return
    told: set[str] = set()  # "TextRaeder.open" says no more than "TextRaeder"
    yield from _slips_of_names(names, told, language(article))
    yield from _slips_of_words(names, told, language(article))


def _slips_of_names(names: dict[str, _Name], told: set[str], code: str) -> Iterator[Typo]:
    for group in _groups(names):
        for slip, slipped in group:
            rare = names[slip]
            if rare.times > _RARE or slipped in told:
                continue
            for usual, word in group:
                other = names[usual]
                if other.times > rare.times and _is_slip(slipped, word, code):
                    told.add(slipped)
                    yield Typo(rare.span, slip, other.span, usual, other.times)
                    break


def _slips_of_words(names: dict[str, _Name], told: set[str], code: str) -> Iterator[Typo]:
    """The words of names that stand once or twice, with the one that the names have otherwise.

    One that is a whole name may be a word of another language, as those are of which institutions are made.
    """
    times: Counter[str] = Counter()
    places: dict[str, Span] = {}
    for name, place in names.items():
        for found in _WORD.finditer(name):
            word, start = found[0].lower(), place.span.start
            times[word] += place.times
            places.setdefault(word, Span(start + found.start(), start + found.end()))
    often = [word for word, count in times.items() if count >= _OFTEN]
    alike = Alike(often)
    rare = [word for word, count in times.items() if count <= _RARE and len(word) >= _LONG]
    whole = set(map(str.lower, names))
    for slip in (word for word in rare if not (word in whole and foreign(word))):
        near = (often[number] for number in alike.of(slip)) if slip not in told else ()
        usual = next((word for word in near if _is_slip(slip, word, code) and not _is_cut(slip, word)), "")
        if usual:
            yield Typo(places[slip], slip, places[usual], usual, times[usual])


def _is_cut(slip: str, word: str) -> bool:
    """Whether it is another word or a brand, by its ending: "packagers", "assignee", "centre", "estimatr"."""
    if len(slip) == len(word):
        return slip[:-2] == word[:-2]
    if len(slip) > len(word):
        return slip[:-2] == word[:-1] and slip[-1] == word[-1] != slip[-2]
    return slip[:-1] == word[:-2] and slip[-1] != word[-2]


def _names(article: Article) -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    for name, span in _places(article):
        if _SHORTEST <= len(name) <= _LONGEST:
            before = names.get(name)
            names[name] = _Name(before.span if before else span, before.times + 1 if before else 1)
    return names


def _places(article: Article) -> Iterator[tuple[str, Span]]:
    """The names in code, and those with a capital inside in the text around it."""
    for block in article.blocks:
        text = block.text
        if block.kind == CODE:
            yield from ((match[0], text.span(*match.span())) for match in _NAME.finditer(text.prose))
            continue
        if _HUMP.search(text.prose):
            yield from ((match[0], text.span(*match.span())) for match in _CAMEL.finditer(text.prose))
        for mark in text.marked("code"):
            span = text.span(mark.start, mark.end)
            for match in _NAME.finditer(article.source, span.start, span.end):
                yield match[0], Span(*match.span())


def _groups(names: dict[str, _Name]) -> Iterator[list[tuple[str, str]]]:
    """The names that are alike but for one word, each with that word."""
    groups: dict[tuple[str, str, bool], list[tuple[str, str]]] = defaultdict(list)
    for name in names:
        for word in _WORD.finditer(name):
            before, behind = name[: word.start()], name[word.end() :]
            if _LETTERS.search(before) or _LETTERS.search(behind):
                groups[before, behind, word[0][0].isupper()].append((name, word[0].lower()))
    return (group for group in groups.values() if 1 < len(group) <= _ALIKE)


def _is_slip(slip: str, word: str, code: str) -> bool:
    """Is the one an English word, and the other that with a slip, no word of the article's language either?

    Another first letter, and one more before or behind it, may have a meaning (``printf``), unless it is the
    last one once more.
    """
    if distance(slip, word, 1) != 1 or slip.replace("s", "z") == word.replace("s", "z"):
        return False
    if word[:-1] == slip and word[-1] in _FORMS:
        return False
    if slip[1:] == word or slip[0] != word[0] or (slip[:-1] == word and slip[-1] != word[-1]):
        return False
    if not lists.ordinary(word, _ENGLISH) or lists.ordinary(slip, _ENGLISH):
        return False
    return not lists.has_form(slip, word, code)
