"""Metadata that a program left in the text itself: ``date 2024-08`` before a headline, and its kin.

Strict on purpose. "Date night", "Title fight" and "2024 election" are headlines; a by-line such as
"Published: 12 May" belongs to the page. Only a key as programs write it, followed by a value that only
programs write, counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.article.model import Field
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import FILLER, Text

_DAY = r"\d{4}-\d{2}(?:-\d{2})?"
_TIME = r"[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[ ]?[+-]\d{2}:?\d{2})?"
_WHEN = rf"[ \t]*[:=]?[ \t]+(?P<value>{_DAY}(?:{_TIME})?)(?![\d-])(?:\s+|\Z)"
_DATE_KEY = r"date|published|pubdate|publish_date|datetime|timestamp|modified"
_LINE_KEY = r"date|published|pubdate|authors?|lang|language|tags|slug|category|keywords|url"
_LABEL = r"[Tt]itle|[Hh]eadline|[Tt]itre|[Tt][ií]tulo|[Tt]itolo"
_ANYWHERE = (
    lazy(rf"\s*(?P<key>{_DATE_KEY}){_WHEN}"),
    lazy(rf"\s*(?P<key>url|link|source)[ \t]*[:=]?[ \t]+(?P<value>{FILLER}+)(?:\s+|\Z)"),
)
_IN_HEADLINE = (
    *_ANYWHERE,
    lazy(rf"\s*(?P<key>Date){_WHEN}"),
    # The value of such a label is the headline itself, so the field is left empty.
    lazy(rf"\s*(?P<key>{_LABEL})[ \t\xa0\u202f]?:(?P<value>)[ \t]+(?=\S)"),
)
_WHOLE_LINE = (lazy(rf"\s*(?P<key>{_LINE_KEY})[ \t]*[:=][ \t]+(?P<value>\S.*)"),)


def without_stray(text: Text, source: str, stray: list[Field], in_headline: bool) -> Text:
    """The text without stray metadata at its beginning, which is added to ``stray``."""
    patterns = _IN_HEADLINE if in_headline else _ANYWHERE
    while (found := _first(patterns, text.prose)) is not None:
        stray.append(_field(text, source, found))
        text = text.cut(found.end(), len(text))
    return text


def is_stray_line(text: Text, source: str, stray: list[Field]) -> bool:
    """Whether a whole line is stray metadata (``author: Jane Doe``); if so it is added to ``stray``."""
    found = _first(_WHOLE_LINE, text.prose)
    if found is not None:
        stray.append(_field(text, source, found))
    return found is not None


def _first(patterns: Iterable[re.Pattern[str]], prose: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.match(prose))), None)


def _field(text: Text, source: str, found: re.Match[str]) -> Field:
    key, value = text.span(*found.span("key")), text.span(*found.span("value"))
    return Field(found["key"].lower(), source[slice(*value)], value, key, "text")
