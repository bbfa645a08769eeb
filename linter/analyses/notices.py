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
    """Leave a notice of what is not judged where the metadata names a language of which that is not known."""
    declared = declared_language(article)
    if not declared or declared != language(article):
        return
    words, name = speech(article), name_of(declared)
    if not words.described:
        notice = message(
            "{language} is not described: only dates, characters and placeholders are judged", language=name
        )
        say(article, notice)
    elif not words.numbers.change.up:
        notice = message(
            "{language}: what is said of numbers is not judged; dates, names and characters are",
            language=name,
        )
        say(article, notice)
    elif not words.numbers.person.any:
        notice = message(
            "{language}: names, offices, quotations, counts, foreign words and most numbers of headlines "
            "are not judged; dates, ages at death, changes, sums, shares, conversions, placeholders and "
            "characters are",
            language=name,
        )
        say(article, notice)
