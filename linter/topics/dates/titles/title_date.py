"""A month or year in the headline that the file name, the text or the publication contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.analyses.digit_blocks import has_digits
from linter.analyses.language import language
from linter.article.model import LIST, PARAGRAPH, STANDFIRST, Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span, Text
from linter.topics.dates import dates
from linter.topics.dates.publication import Publication, published
from linter.topics.dates.reading.calendar import in_words
from linter.topics.dates.reading.model import DateMention
from linter.topics.dates.reading.recognise import recognise
from linter.topics.dates.titles.title_path import against_path, month_of_name
from linter.topics.dates.titles.title_weekday import other_weekday
from linter.topics.dates.titles.title_words import (
    ANY_YEAR,
    WORD,
    YEAR,
    Said,
    file_name,
    folded,
    months_by_name,
    title_dates,
    word_before,
    years_of_text,
)

_SHORTEST = 4
"""A shorter word before a year does not tell of what it is."""
_SENTENCE = 4
"""A field of fewer words is a name, an address or a list."""
_AGAIN = 2
"""So often a text says the year of what the headline is about."""
_A_YEAR = range(-13, -10)
"""Months from the publication to the month of a headline in which the year was left from last year's …"""
_A_YEAR_IN_DAYS = range(-380, -320)
"""… and days to its day: up to two weeks ago, or announced six weeks before."""


class TitleDate(Check):
    """Compares what the headline says of month and year with the file name, the text and the publication."""

    fields = frozenset({"said", "other"})
    variants = frozenset({"name", "publication", "text", "summary", "heading"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        title = article.headline
        if title is None:
            return
        alarm = month_of_name(article, title)
        if alarm is None and has_digits(title.prose):
            alarm = _of_figures(article, title)
        alarm = alarm or other_weekday(article, title)
        if alarm is not None:
            yield alarm


def _of_figures(article: Article, title: Text) -> Alarm | None:
    """The first disagreement about what the headline says in figures, dates among them."""
    from linter.topics.dates.titles.repeated_title import repeated_title
    from linter.topics.dates.titles.series_title import date_of_series
    from linter.topics.dates.titles.title_days import month_of_days

    return (
        against_path(article, title)
        or _against_publication(article, title)
        or _of_summary(article, title)
        or _year_of_metadata(article, title)
        or repeated_title(article, title, months_by_name(article))
        or month_of_days(article, title)
        or date_of_series(article, title)
        or _of_text(article, title)
    )


def _year_of_metadata(article: Article, title: Text) -> Alarm | None:
    """A description of "Otter Days 2024" below "Otter Days 2025", where the path has the latter, too."""
    years = list(ANY_YEAR.finditer(title.prose))
    if len(years) != 1 or years[0][0] not in article.path:
        return None
    before = word_before(title.prose, years[0].start())
    if len(before) < _SHORTEST:
        return None
    for field in article.metadata:
        said = ANY_YEAR.findall(field.value) if field.origin == "front-matter" else []
        if len(said) != 1 or said[0] == years[0][0] or len(field.value.split()) < _SENTENCE:
            continue
        if folded(word_before(field.value, field.value.find(said[0]))) == folded(before):
            fields = {"said": years[0][0], "other": said[0]}
            return Alarm(field.span, fields, (Related(title.whole, "the headline"),), variant="summary")
    return None


def _of_summary(article: Article, title: Text) -> Alarm | None:
    """The month of a summary that was left from the last time, where the file has that of the headline."""
    of_title = _only_month(title_dates(article))
    if of_title is None:
        return None
    code = language(article)
    months = months_by_name(article)
    name = {months.get(folded(word)) for word in WORD.findall(file_name(article))}
    for field in article.fields("description"):
        said = _only_month(recognise(field.value, code)) if of_title.month in name else None
        if said is not None and said.month not in name:
            fields = {"said": of_title.text, "other": said.text}
            return Alarm(field.span, fields, (Related(title.whole, "the headline"),), variant="summary")
    return None


def _of_text(article: Article, title: Text) -> Alarm | None:
    """ "The 2023 survey" above a text that says "the 2024 survey" again and again, and never 2023."""
    said = list(ANY_YEAR.finditer(title.prose))
    noun = WORD.match(title.prose, said[0].end() + 1) if len(said) == 1 else None
    if noun is None or len(noun[0]) < _SHORTEST or int(said[0][0]) in years_of_text(article):
        return None
    pattern = lazy(rf"(?<!\w)((?:19|20)\d\d)[ \u00a0]{re.escape(noun[0])}(?!\w)", re.IGNORECASE)
    text = [block.text for block in article.blocks if block.kind in (PARAGRAPH, LIST, STANDFIRST)]
    told = [(each, found) for each in text for found in pattern.finditer(each.prose)]
    if len(told) < _AGAIN or len({found[1] for _, found in told}) > 1:
        return None
    place, found = told[0]
    fields = {"said": said[0][0], "other": found[1]}
    related = (Related(place.span(*found.span(1)), "the text says"),)
    return Alarm(title.span(*said[0].span()), fields, related, variant="text")


def _only_month(found: Sequence[DateMention]) -> DateMention | None:
    """The only month with a year among the dates of a text, if it names no day."""
    return found[0] if len(found) == 1 and found[0].precision == "month" and found[0].year else None


def _against_publication(article: Article, title: Text) -> Alarm | None:
    years = [Said(int(match[0]), *match.span()) for match in YEAR.finditer(title.prose)]
    if len(years) != 1:
        return None
    basis = published(article)
    if basis is None:
        return None
    dated = [m for m in title_dates(article) if m.year == years[0].value and m.month is not None]
    if dated:
        return _of_old_year(article, title, dated[0], basis)
    return _of_other_year(article, title, years[0], basis)


def _of_old_year(article: Article, title: Text, mention: DateMention, basis: Publication) -> Alarm | None:
    """ "News of January 2023" in an article of January 2024."""
    if mention.ambiguous or mention.year is None or mention.month is None:
        return None
    day = basis.day
    if mention.day is not None:
        meant = mention.readings[0].on(mention.year)
        slipped = meant is not None and (meant - day).days in _A_YEAR_IN_DAYS
    else:
        slipped = (mention.year - day.year) * 12 + mention.month - day.month in _A_YEAR
    if not slipped or years_of_text(article) & {mention.year}:
        return None
    return _published_alarm(title.span(mention.start, mention.end), mention.text, basis)


def _published_alarm(span: Span, said: str, basis: Publication) -> Alarm:
    day = in_words(basis.day)
    return Alarm(
        span, {"said": said, "other": day}, (Related(basis.span, basis.label),), variant="publication"
    )


def _of_other_year(article: Article, title: Text, said: Said, basis: Publication) -> Alarm | None:
    """ "Marmot Days 2017" above "from 12 to 14 September 2016", if the text has no other year.

    The event of this year cannot have been in the last, nor can that to come be the one of last year.
    """
    texts = years_of_text(article)
    if len(texts) != 1 or title.prose[said.end :].strip():
        return None
    year = next(iter(texts))
    written = [m for m in dates(article) if m.precision == "day" and m.year == year and not m.quoted]
    if not written:
        return None
    past = said.value == basis.day.year == year + 1 and _is_event(written)
    ahead = said.value + 1 == year == basis.day.year and all(
        (day := m.readings[0].on(year)) and day > basis.day for m in written
    )
    if not (past or ahead):
        return None
    fields = {"said": title.prose[said.start : said.end], "other": written[0].text}
    related = (Related(written[0].span, "the date in the text"),)
    return Alarm(title.span(said.start, said.end), fields, related, variant="text")


def _is_event(written: list[DateMention]) -> bool:
    """Whether the dates are those of an event that takes some days."""
    return any(mention.joined for mention in written)
