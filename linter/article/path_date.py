"""The publication date that a file name carries, as site generators write and read it."""

from __future__ import annotations

from linter.article.model import Article, Field
from linter.article.path_name import path_name
from linter.matching.regexes import lazy
from linter.text import Span

_DATE = r"((?:19|20)\d\d)[-_](0[1-9]|1[0-2])[-_](0[1-9]|[12]\d|3[01])"
_IN_NAME = lazy(rf"(?<!\d){_DATE}(?!\d)")
_NUMBER = lazy(r"\d+")
_LONGEST = 9
"""Digits that are read: a longer number is none of a date, and Python refuses to read some."""
_LAST_DAY, _FIRST_YEAR = 31, 1900
_IN_FOLDERS = lazy(r"((?:19|20)\d\d)/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])/[^/]+(?:/index\.\w+)?$")


def path_date(path: str) -> Field | None:
    """The date in the name of a file (or of its folder, for ``…/index.md``), or in ``2024/08/19/``."""
    found = _IN_NAME.search(path_name(path)) or _IN_FOLDERS.search(path.replace("\\", "/"))
    if found is None:
        return None
    return Field("date", "-".join(found.groups()), Span(0, 0), Span(0, 0), "path")


def agrees_with_path(article: Article) -> bool:
    """Whether every date in the front matter begins as that of the path is written, if there is any."""
    fields = list(article.fields("date"))
    of_path = next((field.value for field in fields if field.origin == "path"), "")
    return not of_path or all(
        field.value.strip().startswith(of_path) for field in fields if field.origin == "front-matter"
    )


def headline_agrees_with_path(article: Article) -> bool:
    """Whether the headline has no figures of a day and a year but those of the path, if there are any."""
    named = path_date(article.path)
    headline = article.headline.prose if named and article.headline else ""
    numbers = {int(found[:_LONGEST]) for found in _NUMBER.findall(headline)}
    if named is None or not any(0 < number <= _LAST_DAY for number in numbers):
        return True
    years = {number for number in numbers if number >= _FIRST_YEAR}
    year, _, day = map(int, named.value.split("-"))
    return not years or {year, day} <= numbers
