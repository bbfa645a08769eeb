"""Whether the headline of an article is in another language than its text."""

from __future__ import annotations

from linter.analyses.chunks import chunks
from linter.analyses.language import declared_language, language, language_guess
from linter.analyses.languages import LISTED, guess_language, is_common
from linter.analyses.words import WORD
from linter.article.model import HEADLINE, Article
from linter.topics.language.lexicon import lends

LEAST_WORDS = 6
"""Shorter headlines in another language are titles and slogans more often than not."""
TEXT_CHUNKS, SURE = 30, 0.3
"""So many different words, and such a lead of its language, make a text whose language is sure."""
LOWER, COMMON, OWN, MARGIN = 0.6, 0.6, 0.25, 0.3
"""Shares of small words, of the other language's common words at the least and of the own at the most."""
REPEATED = 5
"""A small word of so many letters says what the headline is about."""


def foreign_headline(article: Article) -> str:
    """The language of a headline that was left untranslated; empty if it was not."""
    own, headline = language(article), article.headline
    if headline is None or own not in LISTED or language_guess(article).margin < SURE:
        return ""
    if not declared_language(article) and lends(own):
        return ""  # English in code and names hides the language of a text
    found = WORD.findall(headline.prose)
    small = list(filter(str.islower, found[1:]))
    if len(found) < LEAST_WORDS or len(small) < LOWER * (len(found) - 1):
        return ""
    lower = [word.lower() for word in found]
    if sum(is_common(word, own) for word in lower) > OWN * len(found):
        return ""
    guess = guess_language(headline.prose)
    if guess.lang in ("", own) or guess.margin < MARGIN or len(chunks(article)) < TEXT_CHUNKS:
        return ""
    if sum(is_common(word, guess.lang) for word in lower) < COMMON * len(found):
        return ""
    if any(len(word) >= REPEATED and is_common(word, own) > is_common(word, guess.lang) for word in small):
        return ""  # the verb of a sentence about a foreign name
    return "" if _in_text(article, small) else guess.lang


def _in_text(article: Article, small: list[str]) -> bool:
    longer = {word for word in small if len(word) >= REPEATED}
    text = (block.text.prose for block in article.blocks if block.kind != HEADLINE)
    return any(not longer.isdisjoint(map(str.lower, WORD.findall(prose))) for prose in text)
