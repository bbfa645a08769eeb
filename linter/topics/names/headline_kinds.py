"""Headlines of pieces that need not say what their headline says: quizzes, live texts, galleries."""

from __future__ import annotations

import re

from linter.analyses import analysis
from linter.article.model import Article
from linter.matching.regexes import lazy

_OTHER_FORM = lazy(
    r"\b(?:quiz\w*|best[ -]of|newsletter|en direct|live ?(?:blog|ticker)|liveticker|zapping|revue de presse"
    r"|nachrichten (?:kompakt|am \w+)|horoscope|mots croisés|crossword|in pictures|en images|podcast)\b",
    re.IGNORECASE,
)


@analysis
def special_form(article: Article) -> bool:
    """Does the headline announce a form that has its own rules?"""
    return article.headline is not None and _OTHER_FORM.search(article.headline.prose) is not None
