"""A town stands in the headline, and the text tells of another one of the same country."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack, lists
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.headline_kinds import special_form
from linter.topics.names.normalise import fold
from linter.topics.names.places import places_named

_TOWNS = frozenset({lists.CITY, lists.CAPITAL, lists.TOWN})
_STEM = 4
"""Letters that a town and the word for its people have in common; of longer names all but the last two."""
_BEGINNING = 260
"""Characters of a text in which it says where it happened."""
_SHORT = 60
"""Words of a text that names its town once."""


class Town(NamedTuple):
    """A town at ``prose[start:end]``."""

    name: str
    country: str
    """Its code; nothing for a capital, which is taken for another one."""
    small: bool
    start: int
    end: int


class HeadlinePlaceParams(NamedTuple):
    min_words: int = 12
    """Shorter texts are not judged."""


class HeadlinePlace(Check):
    """Reports the one town of a headline, if the text has it nowhere and happens in another one.

    Both stand behind a word such as "in"; the text names its own again, or is short.
    """

    Params = HeadlinePlaceParams
    fields = frozenset({"place", "other"})
    needs = ("sources.before-town",)

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if article.headline is None or not text.blocks or not text.cased:
            return
        titled = list(_towns(article.headline.prose, text.language))
        if len(titled) != 1 or text.words < self.params.min_words or special_form(article):
            return
        yield Count("towns of headlines looked up")
        town = titled[0]
        if _is_told(town.name, text):
            return
        prose = text.blocks[0].text.prose
        others = list(_towns(prose, text.language, _BEGINNING))
        names = [other.name for other in others]
        if not names or (len(set(names)) > 1 and names.count(names[0]) < len(set(names))):
            return  # where somebody is from may be told, too
        other = others[0]
        part = other.small and not town.small  # it may be one of the city
        often = (text.words < _SHORT and not part) or text.folded.count(_stem(other.name)) > 1
        if other.country == town.country and often and _stem(other.name) not in fold(article.headline.prose):
            place = text.blocks[0].text.span(other.start, other.end)
            yield Alarm(
                article.headline.span(town.start, town.end),
                {"place": town.name, "other": other.name},
                (Related(place, "the text speaks of"),),
            )


def _towns(prose: str, code: str, end: int = sys.maxsize) -> Iterator[Town]:
    for found in _placed(code).finditer(prose, 0, end):
        name = found["name"]
        place = lists.place(name) or lists.inflected_place(name, code)
        if place is None or place.kind not in _TOWNS:
            continue
        names = speech(code).names
        other_word = (lists.ordinary(name, code) and (names.capital_nouns or names.title_case)) or (
            lists.first_name(name, code) and place.country not in names.home
        )
        if place.kind != lists.TOWN or not other_word:
            country = "" if place.kind == lists.CAPITAL else place.country
            yield Town(name, country, place.kind == lists.TOWN, *found.span("name"))


@cache
def _placed(code: str) -> re.Pattern[str]:
    """A name of one word behind a word such as "in"."""
    known = speech(code)
    places = (*known.dates.lives.place_after, *known.numbers.stance.places, *known.sources.before_town)
    before = word_of(places)
    name = rf"[{CAPITALS}][{SMALL}]{{2,}}(?:-[{CAPITALS}]?[{SMALL}]+)*"
    return lazy(rf"(?i:{before}){GAP}(?P<name>{name})(?![\w'’-])(?!{GAP}[{CAPITALS}])")


def _stem(name: str) -> str:
    folded = fold(name)
    return folded[: max(_STEM, len(folded) - 2)]


def _is_told(name: str, text: Haystack) -> bool:
    """Whether the text has a town in this or another language, or a word for its people."""
    if _stem(name) in text.folded or fold(name)[:_STEM] in text.folded:
        return True
    same = places_named(name)
    return any(not same.isdisjoint(places_named(word)) for word in text.capitalised) if same else False
