"""The language of an article: what its metadata declares, and what its words say."""

from __future__ import annotations

from linter import languages
from linter.analyses import analysis
from linter.analyses.languages import TOLD, Guess, guess_language, has_case, main_script, normal_tag
from linter.article.model import CODE, QUOTE, Article
from linter.languages import Speech

SAMPLE = 300
"""Characters looked at, at the beginning and in the middle of the text."""
LONG_SAMPLE = 20_000
"""Characters looked at before the metadata is said to be wrong."""
SURE_WORDS, SURE_MARGIN = 40, 0.2
"""A text of so many words whose best language leads by so much overrules the metadata."""

_KIN = (
    frozenset({"sh", "hr", "bs", "sr"}),
    frozenset({"id", "ms"}),
    frozenset({"nb", "da"}),
    frozenset({"gl", "pt"}),
)
"""Languages that the word list cannot tell apart well enough to contradict the metadata."""


@analysis
def language(article: Article) -> str:
    """ISO 639-1 code of the article's language; empty if nobody can tell.

    The metadata decides, unless the text is long and clearly in another language.
    """
    declared = declared_language(article)
    if not declared:
        return detected_language(article)
    return language_guess(article).lang if contradicted(article) else declared


@analysis
def declared_language(article: Article) -> str:
    """The language that the metadata names, as ISO 639-1 code (``fr-FR`` -> ``fr``); empty if none."""
    return next((tag for field in article.fields("lang") if (tag := normal_tag(field.value))), "")


@analysis
def detected_language(article: Article) -> str:
    """The language of the words of the article; empty where there are too few to tell."""
    return language_guess(article).lang


@analysis
def language_guess(article: Article) -> Guess:
    """What the words at the beginning and in the middle of the article say, with how sure that is."""
    text = _text(article)
    if len(text) <= 2 * SAMPLE:
        return guess_language(text)
    middle = max(SAMPLE, len(text) // 2)
    return guess_language(text[:SAMPLE] + "\n" + text[middle : middle + SAMPLE])


@analysis
def contradicted(article: Article) -> bool:
    """Whether a long text is clearly in another language than the declared one, all of it taken together."""
    declared = declared_language(article)
    if declared not in TOLD or not _against(declared, language_guess(article)):
        return False
    text = _text(article)
    paragraphs = "\n".join(block.text.prose for block in article.scope("paragraph"))
    if _same(declared, guess_language((paragraphs or text)[:SAMPLE]).lang):
        return False  # what follows are lists and quotations in another language
    return _against(declared, guess_language(text[:LONG_SAMPLE]))


def _against(declared: str, guess: Guess) -> bool:
    if guess.words < SURE_WORDS or guess.margin < SURE_MARGIN:
        return False
    return not _same(declared, guess.lang)


def _same(declared: str, guessed: str) -> bool:
    return guessed == declared or any({guessed, declared} <= kin for kin in _KIN)


@analysis
def _text(article: Article) -> str:
    """What is written in the language of the article: quotations may be in any, if they are not all."""
    parts = [block.text.prose for block in article.blocks if block.kind not in (CODE, QUOTE)]
    if sum(map(len, parts)) < SAMPLE:
        parts = [block.text.prose for block in article.blocks if block.kind != CODE]
    if not parts and article.headline is not None:
        parts = [article.headline.prose]
    return "\n".join(parts)


@analysis
def script(article: Article) -> str:
    """The script of the article's language, or else the one that most of the text is written in."""
    return speech(article).foreign.script or main_script(_text(article)[:LONG_SAMPLE])


@analysis
def cased(article: Article) -> bool:
    """Whether the text is in a script with capitals; where it is not, names cannot be told from words."""
    return has_case(_text(article))


@analysis
def speech(article: Article) -> Speech:
    """What is known of the article's language; its parts are empty where nothing is."""
    return languages.speech(language(article))
