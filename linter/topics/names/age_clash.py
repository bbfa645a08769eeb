"""One person with two ages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import mentions
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold

_HUMAN = range(1, 121)


class Age(NamedTuple):
    """The age of a person; the span is that of the number, in the source."""

    years: int
    span: Span


class AgePair(NamedTuple):
    """Two ages of one full name."""

    name: str
    one: Age
    other: Age


def age_clashes(mentions: Mentions) -> Iterator[AgePair]:
    """The first two different ages of each full name."""
    ages: dict[str, list[Age]] = defaultdict(list)
    names: dict[str, str] = {}
    behind, in_front = _patterns(mentions.text.language)
    for named in mentions.full_names:
        block = mentions.text.blocks[named.last.block].text
        stated = behind.match(block.prose, named.last.token.end)
        stated = stated or in_front.search(block.prose, max(0, named.first.start - 24), named.first.start)
        if stated is None:
            continue
        group = 1 if stated[1] else 2
        years = int(stated[group])
        if years in _HUMAN:
            key = fold(named.full)
            names.setdefault(key, named.full)
            ages[key].append(Age(years, block.span(*stated.span(group))))
    for key, given in ages.items():
        other = next((age for age in given if age.years != given[0].years), None)
        if other is not None:
            yield AgePair(names[key], other, given[0])


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An age behind a name, between commas or in brackets, and one directly in front of a name."""
    ages = speech(language).names.ages
    aged, years, before = (any_of(phrases) for phrases in ages)
    bare = rf"(?:(?:{aged})\s)?(\d{{1,3}})(?:\s(?:{years})\b)?(?=[,.;)])"
    behind = rf"\s?(?:,\s?{bare}|\s\((\d{{1,3}})(?:\s(?:{years}))?\))"
    return lazy(behind), lazy(rf"\b(\d{{1,3}})(?:{before})\s\Z")


class AgeClash(Check):
    """Reports an age of a person to whom the text gives another."""

    needs = ("names.ages.years",)
    fields = frozenset({"name", "age", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for clash in age_clashes(mentions(article)):
            yield Alarm(
                span=clash.one.span,
                fields={"name": clash.name, "age": str(clash.one.years), "other": str(clash.other.years)},
                related=(Related(clash.other.span, "the other age"),),
            )
