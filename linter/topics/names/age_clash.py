"""One person with two ages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import has_digits
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.topics.names import lists, mentions
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold
from linter.topics.names.vocabulary import kin

_HUMAN = range(1, 121)
_AGES = 2
"""With a third one they are no ages, or the text tells a life."""
_INITIALS = lazy(
    rf"([{CAPITALS}](?<![\w'’.-].)[{SMALL}]+)(?:[ \u00a0][{CAPITALS}]\.){{1,3}}(?![ \u00a0][{CAPITALS}])"
)
"""A first name whose surname is kept back."""
_NAMED_BEFORE = lazy(rf"(?<![\w'’])[{CAPITALS}][\w'’.-]*[ \u00a0]\Z")
_AGED = lazy(r", (?=\d\d,)")
"""Before an age between commas, which is looked for before the surname alone in front of it."""
_SURNAME = lazy(rf"(?<![\w'’.-])[{CAPITALS}][\w’'-]{{3,}}\Z")
_FAR = 40
"""Characters that a surname has at the most."""


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
    proses = enumerate(block.text.prose for block in mentions.text.blocks)
    blocks = {number: prose for number, prose in proses if has_digits(prose)}
    persons = (*_in_full(mentions, blocks), *_by_surname(mentions, blocks), *_in_part(mentions, blocks))
    for name, number, start, end in persons:
        text = mentions.text.blocks[number].text
        age = _beside(text, start, end, mentions.text.language)
        if age is not None:
            names.setdefault(fold(name), name)
            ages[fold(name)].append(age)
    for key, given in ages.items():
        other = next((age for age in given if age.years != given[0].years), None)
        if other is not None and len({age.years for age in given}) <= _AGES:
            yield AgePair(names[key], other, given[0])


def _in_full(mentions: Mentions, blocks: dict[int, str]) -> Iterator[tuple[str, int, int, int]]:
    """Name, block, start and end of each first name with a surname, in the blocks with figures."""
    for named in mentions.full_names:
        if named.last.block in blocks:
            yield named.full, named.last.block, named.first.start, named.last.token.end


def _by_surname(mentions: Mentions, blocks: dict[int, str]) -> Iterator[tuple[str, int, int, int]]:
    """The same of a surname that stands alone, if the text has one full name with it."""
    for surname, named in mentions.by_last.items():
        if len({fold(each.full) for each in named}) > 1:
            continue
        told = {(each.last.block, each.last.position) for each in named}
        for mention in mentions.text.places(surname, blocks):
            if (mention.block, mention.position) not in told and _is_of_that_person(mentions, mention):
                yield named[0].full, mention.block, mention.token.start, mention.token.end


def _is_of_that_person(mentions: Mentions, mention: Mention) -> bool:
    """Whether no other name and no relative stands before a surname."""
    prose = mentions.text.blocks[mention.block].text.prose
    before = mentions.before(mention)
    if before is not None and before.capital:
        return False
    words = prose[max(0, mention.token.start - _FAR) : mention.token.start].split()
    return kin().isdisjoint(map(fold, words))


def _in_part(mentions: Mentions, blocks: dict[int, str]) -> Iterator[tuple[str, int, int, int]]:
    """The same of a first name with initials ("Jens K.") and of a surname alone, if the text repeats it."""
    code = mentions.text.language
    for number, prose in blocks.items():
        for found in _INITIALS.finditer(prose):
            if lists.first_name(found[1], code) and mentions.text.capitalised[found[1]] > 1:
                yield found[0], number, *found.span()
        for comma in _AGED.finditer(prose):
            alone = _SURNAME.search(prose, max(0, comma.start() - _FAR), comma.start())
            if alone is None or alone[0] in mentions.by_last:
                continue
            if mentions.text.capitalised[alone[0]] > 1 and _is_alone(prose, alone, code):
                yield alone[0], number, *alone.span()


def _is_alone(prose: str, surname: re.Match[str], code: str) -> bool:
    """Whether a word can be nothing but a surname, and no other name stands before it."""
    if lists.ordinary(surname[0], code) or lists.place(surname[0]):
        return False
    return _NAMED_BEFORE.search(prose, max(0, surname.start() - _FAR), surname.start()) is None


def _beside(text: Text, start: int, end: int, code: str) -> Age | None:
    """The age right behind a name, or in front of it."""
    behind, in_front = _patterns(code)
    stated = behind.match(text.prose, end) or in_front.search(text.prose, max(0, start - _FAR), start)
    if stated is None:
        return None
    group = 1 if stated[1] else 2
    years = int(stated[group])
    return Age(years, text.span(*stated.span(group))) if years in _HUMAN else None


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An age behind a name, between commas or in brackets, and one directly in front of a name."""
    ages = speech(code).names.ages
    aged, years, before, joined = (any_of(phrases) for phrases in ages)
    bare = rf"(?:(?:{aged})\s)?(\d{{1,3}})(?:-(?:{joined})\b|(?:\s(?:{years})\b)?(?=[,.;)](?!\d)))"
    behind = rf"\s?(?:,\s?{bare}|\s\((\d{{1,3}})(?:\s(?:{years}))?\))"
    opening = rf"(?:{aged})\s(\d{{1,3}})(?:\s(?:{years}))?,\s\Z"
    in_front = rf"\b(\d{{1,3}})(?:{before})\s(?:(?-i:[{SMALL}])[\w-]+\s)?\Z"
    return lazy(behind), lazy(rf"{in_front}|(?<!\w){opening}", re.IGNORECASE)


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
