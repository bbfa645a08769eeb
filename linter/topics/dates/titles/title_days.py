"""The days of an event in the headline, which the text has in another month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Text
from linter.topics.dates import dates
from linter.topics.dates.reading.model import DateMention
from linter.topics.dates.titles.title_words import month_names, text_has, title_dates


class _Days(NamedTuple):
    """A first and a last day of one month, and the date that they begin with."""

    first: int
    last: int
    mention: DateMention


def month_of_days(article: Article, title: Text) -> Alarm | None:
    """ "Otter Days, September 6–8" above a text that has October 6–8, and September nowhere."""
    found = title_dates(article)
    to_day = _to_day(language(article))
    mine = list(_ranges(found, [title.prose] * len(found), to_day))
    if len(mine) != 1:
        return None
    first, last, said = mine[0]
    text = [mention for mention in dates(article) if not mention.span.overlaps(title.whole)]
    proses = [article.blocks[mention.block].text.prose for mention in text]
    other = next(
        (each for each in _ranges(text, proses, to_day) if (each.first, each.last) == (first, last)), None
    )
    if other is None or said.month is None or other.mention.month is None:
        return None
    names = month_names(article, other.mention.month), month_names(article, said.month)
    if said.year not in (None, other.mention.year) or not text_has(article, *names):
        return None
    fields = {"said": said.text, "other": other.mention.text}
    related = (Related(other.mention.span, "the date in the text"),)
    return Alarm(title.span(said.start, said.end), fields, related, variant="text")


@cache
def _to_day(code: str) -> re.Pattern[str]:
    return lazy(rf" ?(?:[-–—]|(?:{any_of(speech(code).dates.to)})(?!\w)) ?(\d{{1,2}})(?![\d.:])")


def _ranges(
    mentions: Sequence[DateMention], proses: Sequence[str], to_day: re.Pattern[str]
) -> Iterator[_Days]:
    """The days from one to another in one month."""
    for mention, prose, following in zip_longest(mentions, proses, mentions[1:]):
        if not (mention.day and mention.month):
            continue
        behind = to_day.match(prose, mention.end)
        if following is not None and following.joined == "to" and following.month == mention.month:
            yield _Days(mention.day, following.day or 0, mention)
        elif behind:
            yield _Days(mention.day, int(behind[1]), mention)
