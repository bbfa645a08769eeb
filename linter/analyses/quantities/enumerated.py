"""Things counted off in running text: "three cities: Rome, Oslo and Bern", "First, … Second, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.language import language
from linter.analyses.quantities import quantities
from linter.analyses.quantities.model import Quantity
from linter.article.model import PARAGRAPH, STANDFIRST, Article, Block
from linter.records import NamedTuple
from linter.regexes import lazy
from linter.text import Span

FEWEST, MOST = 2, 30

SOME = lazy(
    r"\b(?:including|includes?|such as|among|amongst|for example|e\.g\.|like|some|mainly|example|"
    r"notamment|dont|"
    r"parmi|par exemple|comme|tel(?:le)?s que|unter anderem|u\.\s?a\.|darunter|z\.\s?B\.|zum Beispiel|"
    r"wie|etwa|entre|"
    r"como|por ejemplo|tra|come|ad esempio|fra|por exemplo|onder meer|zoals|waaronder|bijvoorbeeld)\b",
    re.IGNORECASE,
)
"""What follows are examples, not all."""
_AND: dict[str, str] = {
    "en": "and",
    "fr": "et",
    "de": "und",
    "es": "[ye]",
    "it": "ed?",
    "pt": "e",
    "nl": "en",
}
_NOUNS = lazy(r"[ \u00a0](?:[^\W\d][\w'’-]*[ \u00a0]){0,2}?[^\W\d][\w'’-]*[ \u00a0]?:[ \u00a0]")
_PLURAL: dict[str, str] = {
    "en": r"\w+s|people|\w*men|children",
    "fr": r"\w+[sx]",
    "de": r"\w+(?:e|en|er|n|s)",
    "es": r"\w+s",
    "it": r"\w+[ie]",
    "pt": r"\w+s",
    "nl": r"\w+(?:en|s)",
}
"""What a noun after a number looks like; "France 5 announces:" has none."""
_OF = lazy(
    r"(?:\b(?:of|of the|of its|sur|des|der|von|de los|de las|dei|delle|dos|das|van de)|(?<=\w )[A-ZÀ-Ý]\w+) $"
)
_SINGULAR: dict[str, str] = {
    "en": "an?",
    "fr": "une?|l[ea]|l['’]",
    "de": "eine?[nmr]?",
    "es": "una?|el|la",
    "it": "un[oa']?|il|l[ao]|l['’]",
    "pt": "uma?|o|a",
    "nl": "een|het",
}
_ALSO = lazy(
    r"\b(?:but also|as well as|mais aussi|ainsi que|sowie|sondern auch|sino también|ma anche|mas também)\b"
)
_NAME = lazy(r"[^\W\d_a-zà-ÿ][\w'’-]+ (?:[\w'’-]+ )?[^\W\d_a-zà-ÿ][\w'’-]+")
_MOST_WORDS = 5

_ORDINALS: dict[str, tuple[str, ...]] = {
    "en": ("first(?:ly)?,", "second(?:ly)?,", "third(?:ly)?,", "fourth(?:ly)?,", "fifth(?:ly)?,"),
    "fr": ("premièrement|d['’]abord", "deuxièmement", "troisièmement", "quatrièmement", "cinquièmement"),
    "de": ("erstens", "zweitens", "drittens", "viertens", "fünftens"),
    "es": ("en primer lugar", "en segundo lugar", "en tercer lugar", "en cuarto lugar", "en quinto lugar"),
    "it": ("in primo luogo", "in secondo luogo", "in terzo luogo", "in quarto luogo", "in quinto luogo"),
    "pt": (
        "em primeiro lugar",
        "em segundo lugar",
        "em terceiro lugar",
        "em quarto lugar",
        "em quinto lugar",
    ),
    "nl": ("ten eerste", "ten tweede", "ten derde", "ten vierde", "ten vijfde"),
}
_THINGS: dict[str, str] = {
    "en": "reasons|factors|things|ways|points|problems|questions|steps|lessons|conditions|arguments|"
    "goals|options",
    "fr": "raisons|facteurs|choses|points|problèmes|questions|étapes|leçons|conditions|arguments|"
    "objectifs|axes",
    "de": "Gründe|Gründen|Faktoren|Dinge|Punkte|Probleme|Fragen|Schritte|Schritten|Bedingungen|"
    "Argumente|Ziele",
    "es": "razones|motivos|factores|cosas|puntos|problemas|preguntas|pasos|condiciones|argumentos|objetivos",
    "it": "ragioni|motivi|fattori|cose|punti|problemi|domande|passi|condizioni|argomenti|obiettivi",
    "pt": "razões|motivos|fatores|coisas|pontos|problemas|perguntas|passos|condições|argumentos|objetivos",
    "nl": "redenen|factoren|dingen|punten|problemen|vragen|stappen|voorwaarden|argumenten|doelen",
}
_REACH = 8


class Announcement(NamedTuple):
    """A number, and how many things stand where it announces them."""

    block: Block
    number: Quantity
    found: int
    place: Span
    """Where these things stand, in the source."""
    last: str
    """The beginning of the last of them."""


def in_sentences(article: Article) -> Iterator[Announcement]:
    """ "Three cities: Rome, Oslo and Bern."; only where no reading of the list has so many items."""
    spoken = language(article)
    if spoken not in _AND:
        return
    for block, items in quantities(article):
        prose = block.text.prose
        if block.kind not in (PARAGRAPH, STANDFIRST) or ":" not in prose:
            continue
        for item in items:
            if not (item.is_count and FEWEST <= item.value <= MOST):
                continue
            colon = _NOUNS.match(prose, item.end)
            if colon is not None and _announces(prose, item, colon, spoken):
                yield from _listed(block, item, items, colon.end(), spoken)


def _announces(prose: str, number: Quantity, colon: re.Match[str], spoken: str) -> bool:
    """Whether a number stands before a plural, is not one of many, and what follows are not examples."""
    before = prose[max(0, number.start - 30) : number.start]
    plural = lazy(rf"[ \u00a0](?:[^\W\d]\w*[ \u00a0])?(?:{_PLURAL[spoken]})(?!\w)")
    return (
        bool(plural.match(prose, number.end))
        and not _OF.search(before)
        and not SOME.search(before + colon[0])
    )


@lru_cache(maxsize=16)
def _list(word: str) -> re.Pattern[str]:
    item = r"[^,;:.!?()\d\n\ufffc]{2,60}?"
    return lazy(rf"((?:{item}, )*{item})(,)? (?:{word}) ({item})(?=[.!?]\s|[.!?]?$)", re.MULTILINE)


def _listed(
    block: Block, number: Quantity, items: tuple[Quantity, ...], place: int, spoken: str
) -> Iterator[Announcement]:
    prose = block.text.prose
    found = _list(_AND[spoken]).match(prose, place)
    if found is None or SOME.search(found[0]) or _ALSO.search(found[0]):
        return
    things = [*found[1].split(", "), found[3]]
    if any(found.start() <= item.start < found.end() for item in items) or not _are_single(things, spoken):
        return
    count = len(things)
    if number.value < count and len({thing[0].isupper() for thing in things}) > 1:  # an apposition
        return
    may_be_fewer = not found[2] and not all(map(_NAME.fullmatch, things))
    if may_be_fewer and number.value == count - 1:
        count -= 1
    if all(item.value != count for item in items):
        yield Announcement(block, number, count, block.text.span(*found.span()), things[-1][:40])


def _are_single(things: list[str], spoken: str) -> bool:
    """Whether each thing is one: a name, a noun with a singular article."""
    inner = lazy(rf"(?<!\w)(?:{_AND[spoken]})(?!\w)")
    single = lazy(rf"(?:{_SINGULAR[spoken]})(?:(?<=['’])|(?!\w))", re.IGNORECASE)
    return (
        all(thing[0].isupper() or single.match(thing) for thing in things)
        and all(len(thing.split()) <= _MOST_WORDS for thing in things)
        and not any(map(inner.search, things))
    )


def in_order(article: Article) -> Iterator[Announcement]:
    """ "For two reasons", then "First, … Second, … Third, …": only where there are more than announced."""
    spoken = language(article)
    if spoken not in _ORDINALS:
        return
    announcing, ordinals = _order(spoken)
    for block, items in quantities(article):
        prose = block.text.prose
        for item in items:
            if item.is_count and FEWEST <= item.value < len(ordinals) and announcing.match(prose, item.end):
                yield from _counted(article, block, item, ordinals)


@lru_cache(maxsize=16)
def _order(spoken: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    announcing = lazy(rf"(?:[ \u00a0][^\W\d][\w'’-]*){{0,2}}[ \u00a0](?:{_THINGS[spoken]})(?!\w)")
    ordinals = (
        lazy(rf"(?:^|[.!?:;–—] ?)(?:{words})(?!\w)", re.IGNORECASE | re.MULTILINE)
        for words in _ORDINALS[spoken]
    )
    return announcing, tuple(ordinals)


def _counted(
    article: Article, block: Block, number: Quantity, ordinals: tuple[re.Pattern[str], ...]
) -> Iterator[Announcement]:
    first = next(i for i, each in enumerate(article.blocks) if each is block)
    near = article.blocks[first : first + _REACH]
    place, begin = 0, number.end
    last: tuple[Block, re.Match[str]] | None = None
    count = 0
    for ordinal in ordinals:
        found = _next(near, place, begin, ordinal)
        if found is None:
            break
        place, match = found
        begin = match.end()
        last = near[place], match
        count += 1
    if last is not None and count > number.value:
        where, match = last
        text = where.text.prose[match.start() : match.start() + 40].lstrip(" .!?:;–—")
        yield Announcement(block, number, count, where.text.span(*match.span()), text)


def _next(
    blocks: tuple[Block, ...], place: int, begin: int, ordinal: re.Pattern[str]
) -> tuple[int, re.Match[str]] | None:
    for i in range(place, len(blocks)):
        found = ordinal.search(blocks[i].text.prose, begin if i == place else 0)
        if found is not None:
            return i, found
    return None
