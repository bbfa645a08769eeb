"""Articles for the tests of names."""

from __future__ import annotations

import json

from linter.article.model import Article
from linter.article.read import read_article
from linter.check import Alarm, Check, Setup

FILLING = {
    "fr": "La réunion a duré longtemps et rien n'en est sorti de neuf, disent ceux qui y étaient. ",
    "en": "The meeting took a long time and nothing new came of it, say those who were there. ",
    "de": "Die Sitzung dauerte lange und brachte nichts Neues, sagen alle, die dabei waren. ",
    "es": "La reunión duró mucho y no salió nada nuevo de ella, dicen los que estuvieron. ",
}


def article(lang: str, headline: str, text: str, *, long: bool = False, **meta: str) -> Article:
    """A Markdown article; a long one is filled up beyond the shortest length that rules judge."""
    fields = {"title": headline, "lang": lang, **meta}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    body = text + ("\n\n" + FILLING[lang] * 12 if long else "")
    return read_article(f"---\n{head}---\n\n{body}\n", "article.md")


def alarms(check: type[Check], found: Article, **params: object) -> list[Alarm]:
    """The alarms of a check with the given parameters."""
    outcomes = check(check.Params(**params), Setup()).run(found)
    return [outcome for outcome in outcomes if isinstance(outcome, Alarm)]


def texts(check: type[Check], found: Article, **params: object) -> list[str]:
    """What the alarms of a check point at."""
    return [found.excerpt(alarm.span) for alarm in alarms(check, found, **params)]
