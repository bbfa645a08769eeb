"""One person with two ages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names import mentions
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold

_YEARS = r"(?:ans|years?[ -]old|Jahre|jaar|años|anni|anos)"
_AFTER = lazy(
    rf"\s?(?:,\s?(?:aged\s|âgée?\sde\s)?(\d{{1,3}})(?:\s{_YEARS}\b)?(?=[,.;)])|\s\((\d{{1,3}})(?:\s{_YEARS})?\))"
)
_BEFORE = lazy(r"\b(\d{1,3})(?:-year-old|-jährige[nrs]?|-jarige)\s\Z")
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
    for named in mentions.full_names:
        block = mentions.text.blocks[named.last.block].text
        found = _AFTER.match(block.prose, named.last.token.end)
        found = found or _BEFORE.search(block.prose, max(0, named.first.start - 24), named.first.start)
        if found is None:
            continue
        group = 1 if found[1] else 2
        years = int(found[group])
        if years in _HUMAN:
            key = fold(named.full)
            names.setdefault(key, named.full)
            ages[key].append(Age(years, block.span(*found.span(group))))
    for key, stated in ages.items():
        other = next((age for age in stated if age.years != stated[0].years), None)
        if other is not None:
            yield AgePair(names[key], other, stated[0])


class AgeClash(Check):
    """Reports an age of a person to whom the text gives another."""

    fields = frozenset({"name", "age", "other"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for clash in age_clashes(mentions(article)):
            yield Alarm(
                span=clash.one.span,
                fields={"name": clash.name, "age": str(clash.one.years), "other": str(clash.other.years)},
                related=(Related(clash.other.span, "the other age"),),
            )
