"""What an analysis has to say to the user once per run: a model that is not installed, say.

Notices are no findings. They are kept on the article, for whoever runs the linter to show each
of them once.
"""

from __future__ import annotations

from linter.analyses.language import declared_language, language, speech
from linter.analyses.languages import name_of
from linter.article.model import Article
from linter.messages import message

_KEY = "notices"


def say(article: Article, text: str) -> None:
    """Leave a notice; saying the same again changes nothing."""
    article.memo.setdefault(_KEY, {})[text] = None


def said(article: Article) -> tuple[str, ...]:
    """The notices left so far, in the order in which they came."""
    return tuple(article.memo.get(_KEY, ()))


def say_if_undescribed(article: Article) -> None:
    """Leave a notice where the metadata names a language of which the linter knows no words."""
    declared = declared_language(article)
    if declared and declared == language(article) and not speech(article).described:
        notice = message(
            "{language} is not described: only dates, characters and placeholders are judged",
            language=name_of(declared),
        )
        say(article, notice)
