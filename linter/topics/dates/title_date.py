"""A month or year in the headline that the file name, the text or the publication contradicts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import has_digits
from linter.analyses.language import language
from linter.article.model import CODE, HEADLINE, STANDFIRST, Article
from linter.article.path_name import path_name
from linter.check import Alarm, Check, Count
from linter.datetimes import date
from linter.finding import Related
from linter.languages import speech
from linter.languages.dates import Dates, spelling_key
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.text import Span, Text
from linter.topics.dates import dates
from linter.topics.dates.calendar import MONTHS, in_words
from linter.topics.dates.model import DateMention
from linter.topics.dates.publication import Publication, published
from linter.topics.dates.recognise import recognise

_ENGLISH = "en"
"""Files are named in English, too, whatever the article is in."""
_YEAR = lazy(r"[12](?<![\w.,:/#-].)(?:(?<=1)9|(?<=2)0)\d\d(?![\w%€$£]|[.,:/–-]\d)")
_ISO_DAY = lazy(r"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])")
_ISSUE_BEFORE = range(14, 120)
"""Days from the last issue, whose headline was left, to this one; minutes come sooner after a meeting."""
_ANY_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE_OF_NAME = lazy(r"^\d{4}[-_.]?\d\d[-_.]?\d\d")
_WORD = lazy(r"[^\W_]+")
_SHORTEST = 4
"""A shorter name of a month may be another word ("may")."""
_BEFORE_YEAR = lazy(r",? (?:19|20)\d\d(?!\d)")
_SENTENCE = 4
"""A field of fewer words is a name, an address or a list."""
_ALIKE = 0.5
"""A file name is that of the headline if at least this share of its words stands in it."""
_A_YEAR = range(-13, -10)
"""Months from the publication to the month of a headline in which the year was left from last year's …"""
_A_YEAR_IN_DAYS = range(-380, -320)
"""… and days to its day: up to two weeks ago, or announced six weeks before."""


class Said(NamedTuple):
    """A month or year at a place of the headline."""

    value: int
    start: int
    end: int


class TitleDate(Check):
    """Compares what the headline says of month and year with the file name, the text and the publication."""

    fields = frozenset({"said", "other"})
    variants = frozenset({"name", "publication", "text", "summary", "heading"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        title = article.headline
        if title is None:
            return
        alarm = (
            _against_name(article, title)
            or _year_of_name(article, title)
            or _day_of_name(article, title)
            or _year_of_folder(article, title)
            or _year_of_own_day(article, title)
            or _against_publication(article, title)
            or _of_summary(article, title)
            or _year_of_metadata(article, title)
            or _of_heading(article, title)
            or _month_of_days(article, title)
        )
        if alarm is not None:
            yield alarm


def _against_name(article: Article, title: Text) -> Alarm | None:
    """ "Steering cycle in April" in a file "june-steering-cycle", if the text does not say April only."""
    words = [folded(word) for word in _WORD.findall(_name(article))]
    if not words or not _is_of_title(words, title.prose, article):
        return None
    months = _months(article)
    of_name = {months[word] for word in words if len(word) >= _SHORTEST and word in months}
    in_title = _named_months(title.prose, months)
    if len(of_name) == 1 and len({said.value for said in in_title}) == 1:
        said, other = in_title[0], next(iter(of_name))
        also = any(months.get(word) == said.value for word in words)
        if (
            said.value != other
            and not also
            and not text_has(article, month_names(article, said.value), month_names(article, other))
        ):
            fields = {"said": title.prose[said.start : said.end], "other": message(MONTHS[other - 1])}
            return Alarm(title.span(said.start, said.end), fields, variant="name")
    return None


def _year_of_name(article: Article, title: Text) -> Alarm | None:
    """ "Otter Days 2024" in a file "otter-days-2025", above a text that speaks of Otter Days 2025."""
    years = [Said(int(match[0]), *match.span()) for match in _ANY_YEAR.finditer(title.prose)]
    words = _WORD.findall(_name(article))
    of_name = [place for place, word in enumerate(words) if place and _ANY_YEAR.fullmatch(word)]
    if len(years) != 1 or len(of_name) != 1:
        return None
    said, other = years[0], words[of_name[0]]
    before = _word_before(title.prose, said.start)
    if str(said.value) == other or not before or folded(before) != folded(words[of_name[0] - 1]):
        return None
    import re

    right, wrong = (re.compile(rf"(?i)(?<!\w){before}\W{{1,2}}{year}(?!\w)") for year in (other, said.value))
    texts = [block.text.prose for block in article.blocks if block.kind not in (HEADLINE, CODE)]
    if not any(map(right.search, texts)) or any(map(wrong.search, texts)):
        return None
    return Alarm(title.span(said.start, said.end), {"said": str(said.value), "other": other}, variant="name")


def _day_of_name(article: Article, title: Text) -> Alarm | None:
    """ "Otter News 2021-09-09" in the file "2021-10-14-otter-news", of which the text has not the former."""
    said = list(_ISO_DAY.finditer(title.prose))
    named = next((field.value for field in article.fields("date") if field.origin == "path"), "")
    if len(said) != 1 or not named or said[0][0] in article.path:
        return None
    try:
        of_title, of_name = date.fromisoformat(said[0][0]), date.fromisoformat(named)
    except ValueError:
        return None
    text = (mention for mention in dates(article) if not mention.span.overlaps(title.whole))
    told = any(mention.readings[0].on(of_title.year) == of_title for mention in text)
    if told or (of_name - of_title).days not in _ISSUE_BEFORE:
        return None
    return Alarm(title.span(*said[0].span()), {"said": said[0][0], "other": named}, variant="name")


def _year_of_folder(article: Article, title: Text) -> Alarm | None:
    """ "Otter Days 2024" in the page of the folder "days/2025"."""
    years = _ANY_YEAR.findall(title.prose)
    folders = article.path.replace("\\", "/").split("/")[-3:]
    if len(years) != 1 or len(folders) < 3 or path_name(article.path) != folders[1]:
        return None
    of_folder = _ANY_YEAR.fullmatch(folders[1])
    start = title.prose.find(years[0])
    before = _word_before(title.prose, start)
    if of_folder is None or of_folder[0] == years[0] or not before:
        return None
    if folded(before) not in map(folded, _WORD.findall(folders[0])):
        return None
    fields = {"said": years[0], "other": of_folder[0]}
    return Alarm(title.span(start, start + len(years[0])), fields, variant="name")


def _year_of_own_day(article: Article, title: Text) -> Alarm | None:
    """ "Otter Days 2024, 4 May 2025" in a path of 2025, above a text without the former year."""
    days = [each for each in recognise(title.prose, language(article)) if each.precision == "day"]
    dated = {each.year for each in days if each.year}
    named = [
        match
        for match in _YEAR.finditer(title.prose)
        if title.prose[: match.start()].endswith(" ")
        and not any(each.start <= match.start() < each.end for each in days)
    ]
    if len(named) != 1 or len(dated) != 1:
        return None
    said, other = named[0], str(dated.pop())
    if int(said[0]) + 1 != int(other) or other not in article.path or said[0] in article.path:
        return None
    if int(said[0]) in _years_of_text(article):
        return None
    return Alarm(title.span(*said.span()), {"said": said[0], "other": other}, variant="name")


def _year_of_metadata(article: Article, title: Text) -> Alarm | None:
    """A description of "Otter Days 2024" below "Otter Days 2025", where the path has the latter, too."""
    years = list(_ANY_YEAR.finditer(title.prose))
    if len(years) != 1 or years[0][0] not in article.path:
        return None
    before = _word_before(title.prose, years[0].start())
    if len(before) < _SHORTEST:
        return None
    for field in article.metadata:
        said = _ANY_YEAR.findall(field.value) if field.origin == "front-matter" else []
        if len(said) != 1 or said[0] == years[0][0] or len(field.value.split()) < _SENTENCE:
            continue
        if folded(_word_before(field.value, field.value.find(said[0]))) == folded(before):
            fields = {"said": years[0][0], "other": said[0]}
            return Alarm(field.span, fields, (Related(title.whole, "the headline"),), variant="summary")
    return None


def _word_before(text: str, at: int) -> str:
    """The last word before a place; nothing if there is none."""
    return next(iter(_WORD.findall(text[:at])[-1:]), "")


def _named_months(prose: str, months: dict[str, int]) -> list[Said]:
    """The months that are named in full."""
    return [
        Said(months[key], *match.span())
        for match in _WORD.finditer(prose)
        if (key := folded(match[0])) in months
        and (len(match[0]) >= _SHORTEST or _BEFORE_YEAR.match(prose, match.end()))
    ]


def _is_of_title(words: list[str], title: str, article: Article) -> bool:
    """Whether the words of a file name, numbers and months left out, are those of the headline."""
    months = _months(article)
    telling = [word for word in words if word not in months and len(word) > 2 and not word.isdigit()]
    in_title = {folded(word) for word in _WORD.findall(title)}
    return bool(telling) and sum(word in in_title for word in telling) >= _ALIKE * len(telling)


def _name(article: Article) -> str:
    """The name of the article by its path, without its date."""
    return _DATE_OF_NAME.sub("", path_name(article.path))


@cache
def _month_numbers(code: str) -> dict[str, int]:
    return {
        folded(name): number
        for each in (code, _ENGLISH)
        for name, number in speech(each).dates.months.items()
    }


def _months(article: Article) -> dict[str, int]:
    """Months by their names as file names have them."""
    return _month_numbers(language(article))


def month_names(article: Article, month: int) -> list[str]:
    """The names of a month in the language of the article."""
    known: Dates = speech(language(article)).dates
    return [
        name
        for names in (known.months, known.short_months)
        for name, number in names.items()
        if number == month
    ]


def text_has(article: Article, names: list[str], others: list[str]) -> bool:
    """Whether the text has the first names and none of the others."""
    wanted, unwanted = (lazy(rf"(?<!\w)(?:{any_of(each)})(?!\w)", re.IGNORECASE) for each in (names, others))
    texts = [block.text.prose for block in article.blocks if block.kind not in (HEADLINE, STANDFIRST, CODE)]
    return any(map(wanted.search, texts)) and not any(map(unwanted.search, texts))


def folded(word: str) -> str:
    """A word in small letters without marks, as file names have it."""
    key = spelling_key(word)
    if key.isascii():
        return key
    plain = unicodedata.normalize("NFKD", key)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _of_summary(article: Article, title: Text) -> Alarm | None:
    """The month of a summary that was left from the last time, where the file has that of the headline."""
    of_title = _only_month(article, title.prose)
    if of_title is None:
        return None
    months = _months(article)
    name = {months.get(folded(word)) for word in _WORD.findall(_name(article))}
    for field in article.fields("description"):
        said = _only_month(article, field.value) if of_title.month in name else None
        if said is not None and said.month not in name:
            fields = {"said": of_title.text, "other": said.text}
            return Alarm(field.span, fields, (Related(title.whole, "the headline"),), variant="summary")
    return None


def _of_heading(article: Article, title: Text) -> Alarm | None:
    """A heading or summary that is the headline with another month or number."""
    if not has_digits(title.prose):
        return None
    from linter.topics.dates.repeated_title import repeated_title

    return repeated_title(article, title, _months(article))


def _month_of_days(article: Article, title: Text) -> Alarm | None:
    """The days of an event that the text has in another month."""
    if not has_digits(title.prose):
        return None
    from linter.topics.dates.title_days import month_of_days

    return month_of_days(article, title)


def _only_month(article: Article, text: str) -> DateMention | None:
    """The only month with a year that a text names, if it names no day."""
    found = recognise(text, language(article))
    return found[0] if len(found) == 1 and found[0].precision == "month" and found[0].year else None


def _against_publication(article: Article, title: Text) -> Alarm | None:
    years = [Said(int(match[0]), *match.span()) for match in _YEAR.finditer(title.prose)]
    if len(years) != 1:
        return None
    basis = published(article)
    if basis is None:
        return None
    code = language(article)
    dated = [m for m in recognise(title.prose, code) if m.year == years[0].value and m.month is not None]
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
    if not slipped or _years_of_text(article) & {mention.year}:
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
    texts = _years_of_text(article)
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


def _years_of_text(article: Article) -> frozenset[int]:
    return frozenset(
        int(found)
        for block in article.blocks
        if block.kind not in (HEADLINE, CODE)
        for found in _ANY_YEAR.findall(block.text.prose)
    )
