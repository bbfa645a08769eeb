"""Headlines of pieces that need not say what their headline says: quizzes, live texts, galleries."""

from __future__ import annotations

from functools import cache

from linter.analyses import analysis
from linter.article.model import Article
from linter.languages import everywhere
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy


@analysis
def special_form(article: Article) -> bool:
    """Does the headline announce a form that has its own rules?"""
    return article.headline is not None and _other_form().search(article.headline.prose) is not None


@cache
def _other_form() -> re.Pattern[str]:
    """The announcements of all languages: papers borrow them from each other."""
    return lazy(word_of(everywhere("names.special-forms"), {"word": r"\w+"}), re.IGNORECASE)
