"""A month or year in the headline that the name of the file, or of its folder, contradicts."""

from __future__ import annotations

from linter.article.model import CODE, HEADLINE, Article
from linter.article.path_name import path_name
from linter.check import Alarm
from linter.datetimes import date
from linter.matching.regexes import lazy
from linter.messages import message
from linter.text import Text
from linter.topics.dates import dates
from linter.topics.dates.reading.calendar import MONTHS
from linter.topics.dates.titles.title_words import (
    ANY_YEAR,
    SHORTEST,
    WORD,
    YEAR,
    Said,
    file_name,
    folded,
    month_names,
    months_by_name,
    text_has,
    title_dates,
    word_before,
    years_of_text,
)

_ISO_DAY = lazy(r"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])")
_WEEK = lazy(r"(?<!\w)(?:19|20)\d\d-?[Ww]\d\d(?![\w-])")
_ISSUE_BEFORE = range(14, 120)
"""Days from the last issue, whose headline was left, to this one; minutes come sooner after a meeting."""
_BEFORE_YEAR = lazy(r",? (?:19|20)\d\d(?!\d)")
_ALIKE = 0.5
"""A file name is that of the headline if at least this share of its words stands in it."""


def against_path(article: Article, title: Text) -> Alarm | None:
    """The first disagreement of figures of the headline with the path of the article, if there is one."""
    return (
        _year_of_name(article, title)
        or _day_of_name(article, title)
        or _week_of_name(article, title)
        or _year_of_folder(article, title)
        or _year_of_own_day(article, title)
    )


def month_of_name(article: Article, title: Text) -> Alarm | None:
    """ "Steering cycle in April" in a file "june-steering-cycle", if the text does not say April only."""
    words = [folded(word) for word in WORD.findall(file_name(article))]
    if not words or not _is_of_title(words, title.prose, article):
        return None
    months = months_by_name(article)
    of_name = {months[word] for word in words if len(word) >= SHORTEST and word in months}
    in_title = _named_months(title.prose, months)
    if len(of_name) != 1 or len({said.value for said in in_title}) != 1:
        return None
    said, other = in_title[0], of_name.pop()
    if said.value in {months.get(word) for word in words}:
        return None
    if text_has(article, month_names(article, said.value), month_names(article, other)):
        return None
    fields = {"said": title.prose[said.start : said.end], "other": message(MONTHS[other - 1])}
    return Alarm(title.span(said.start, said.end), fields, variant="name")


def _year_of_name(article: Article, title: Text) -> Alarm | None:
    """ "Otter Days 2024" in a file "otter-days-2025", or above a text that speaks of Otter Days 2025."""
    years = [Said(int(match[0]), *match.span()) for match in ANY_YEAR.finditer(title.prose)]
    words = WORD.findall(file_name(article))
    of_name = [place for place, word in enumerate(words) if place and ANY_YEAR.fullmatch(word)]
    if len(years) != 1 or len(of_name) != 1:
        return None
    said, other = years[0], words[of_name[0]]
    before = word_before(title.prose, said.start)
    if str(said.value) == other or not before or folded(before) != folded(words[of_name[0] - 1]):
        return None
    import re  # for a pattern of this article alone: those that are lazy are kept

    right, wrong = (re.compile(rf"(?i)(?<!\w){before}\W{{1,2}}{year}(?!\w)") for year in (other, said.value))
    texts = [block.text.prose for block in article.blocks if block.kind not in (HEADLINE, CODE)]
    # a page that is told anew each year keeps the year of its first name, not that of the next one
    told = said.value + 1 == int(other) and _is_made_of(words, title.prose)
    if any(map(wrong.search, texts)) or not (told or any(map(right.search, texts))):
        return None
    return Alarm(title.span(said.start, said.end), {"said": str(said.value), "other": other}, variant="name")


def _is_made_of(words: list[str], title: str) -> bool:
    """Whether a headline has the words of a file name, or longer ones, in this order; years are left out."""
    its = iter([folded(word) for word in WORD.findall(title)])
    mine = [folded(word) for word in words if not ANY_YEAR.fullmatch(word)]
    return all(any(word.startswith(one) for word in its) for one in mine)


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


def _week_of_name(article: Article, title: Text) -> Alarm | None:
    """ "Otter News 2021-W36" in the file "2021-09-13-2021-W37"."""
    said, named = list(_WEEK.finditer(title.prose)), _WEEK.findall(file_name(article))
    if len(said) != 1 or len(named) != 1 or _digits(said[0][0]) == _digits(named[0]):
        return None
    return Alarm(title.span(*said[0].span()), {"said": said[0][0], "other": named[0]}, variant="name")


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _year_of_folder(article: Article, title: Text) -> Alarm | None:
    """ "Otter Days 2024" in the page of the folder "days/2025"."""
    years = ANY_YEAR.findall(title.prose)
    folders = article.path.replace("\\", "/").split("/")[-3:]
    if len(years) != 1 or len(folders) < 3 or path_name(article.path) != folders[1]:
        return None
    of_folder = ANY_YEAR.fullmatch(folders[1])
    start = title.prose.find(years[0])
    before = word_before(title.prose, start)
    if of_folder is None or of_folder[0] == years[0] or not before:
        return None
    if folded(before) not in map(folded, WORD.findall(folders[0])):
        return None
    fields = {"said": years[0], "other": of_folder[0]}
    return Alarm(title.span(start, start + len(years[0])), fields, variant="name")


def _year_of_own_day(article: Article, title: Text) -> Alarm | None:
    """ "Otter Days 2024, 4 May 2025" in a path of 2025, above a text without the former year."""
    days = [each for each in title_dates(article) if each.precision == "day"]
    dated = {each.year for each in days if each.year}
    named = [
        match
        for match in YEAR.finditer(title.prose)
        if title.prose[: match.start()].endswith(" ")
        and not any(each.start <= match.start() < each.end for each in days)
    ]
    if len(named) != 1 or len(dated) != 1:
        return None
    said, other = named[0], str(dated.pop())
    if int(said[0]) + 1 != int(other) or other not in article.path or said[0] in article.path:
        return None
    if int(said[0]) in years_of_text(article):
        return None
    return Alarm(title.span(*said.span()), {"said": said[0], "other": other}, variant="name")


def _named_months(prose: str, months: dict[str, int]) -> list[Said]:
    """The months that are named in full."""
    return [
        Said(months[key], *match.span())
        for match in WORD.finditer(prose)
        if (key := folded(match[0])) in months
        and (len(match[0]) >= SHORTEST or _BEFORE_YEAR.match(prose, match.end()))
    ]


def _is_of_title(words: list[str], title: str, article: Article) -> bool:
    """Whether the words of a file name, numbers and months left out, are those of the headline."""
    months = months_by_name(article)
    telling = [word for word in words if word not in months and len(word) > 2 and not word.isdigit()]
    in_title = {folded(word) for word in WORD.findall(title)}
    return bool(telling) and sum(word in in_title for word in telling) >= _ALIKE * len(telling)
