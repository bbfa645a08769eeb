"""A single word of another language in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.editions import is_edition
from linter.analyses.language import language
from linter.analyses.languages import name_of
from linter.article.model import CODE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import speech
from linter.matching.spelling import common_beginning
from linter.topics.language import foreign as search
from linter.topics.language.lexicon import CALQUE, CERTAIN, LIKELY, SMALL, lends, lexicon

_OTHER_WORDS = ("", "resembles")
"""Variants of words that nobody would write for one of the language: twice, they are terms."""
_SHORTEST = 4
"""Letters of a word that is looked for with an ending."""
_STEM = 6
"""Letters of a stem at the least."""


class ForeignWord(Check):
    """Words that another language uses far more often than that of the article.

    Most are words of the article's own language in a wrong spelling, or without their accents; the message
    says so. Loan-like words, words that copy a foreign one but that no lexicon has, those that are no slip
    of an own one and stand there twice, and foreign words in an article that takes some on purpose, or that
    edits what others wrote, are reported as info.
    """

    fields = frozenset({"word", "language", "own-language", "resembles", "copied"})
    variants = frozenset({"resembles", "misspelt", "calque"})
    needs = ("foreign.lexicon|foreign.english",)
    heeds_vocabulary = True

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        if speech(language(article)).foreign.english:
            yield from _small_english(article)
            return
        words = search.foreign(article).words
        if not words:
            return
        times = Counter(found.text.lower() for found in words)
        for found in words:
            if not self.setup.vocabulary.isdisjoint(
                {found.text, found.text.lower(), found.text.capitalize()}
            ):
                continue
            alarm = self._alarm(found, language(article))
            if self._is_own(found.text.lower(), alarm, article):
                continue
            term = alarm.variant in _OTHER_WORDS and times[found.text.lower()] > 1
            yield alarm._replace(severity=Severity.INFO) if term or is_edition(article) else alarm

    def _is_own(self, word: str, alarm: Alarm, article: Article) -> bool:
        """Whether it is a form of a word of the language, or the name of a program or a command."""
        own = language(article)
        return (
            _is_declined(word, str(alarm.fields["resembles"]), own)
            or _is_form_of(word, alarm.suggestion, own)
            or word in _code_words(article)
            or _has_forms(word, article)
        )

    def _alarm(self, found: search.ForeignWord, own: str) -> Alarm:
        table = lexicon(own)
        copied = found.entry.copied
        lower = found.text.lower()
        meant = table.meant(lower) if table and not copied else ""
        resembles = table.resembling(lower) if table and not copied else ""
        fields = {
            "word": found.text,
            "language": name_of(found.entry.lang),
            "own-language": name_of(own),
            "resembles": resembles,
            "copied": copied,
        }
        variant = "misspelt" if meant else "resembles" if resembles else ""
        if found.entry.tier == CALQUE:
            variant = "calque"
        small = found.entry.function and not lends(found.entry.lang)
        sure = small or found.entry.tier == SMALL or not speech(own).foreign.partial
        quiet = None if sure and found.entry.tier in (CERTAIN, LIKELY, SMALL) else Severity.INFO
        return Alarm(found.span, fields, variant=variant, severity=quiet, suggestion=meant or None)


def _small_english(article: Article) -> Iterator[Alarm]:
    """The small words of English in a language that has no table."""
    from linter.topics.language.english_words import english_words

    languages = {"language": name_of("en"), "own-language": name_of(language(article))}
    for span in english_words(article):
        yield Alarm(span, {"word": article.excerpt(span), **languages, "resembles": "", "copied": ""})


def _is_declined(word: str, other: str, code: str) -> bool:
    """Whether two words begin alike and the first ends as names of its language do, where these change.

    One is a form of a word of that family: "majority" of "majorita", where lists have "majoritní".
    """
    stem, names = len(common_beginning(word, other)), speech(code).names
    return not names.fixed and stem >= _STEM and word[stem:] in names.endings


def _has_forms(word: str, article: Article) -> bool:
    """Whether the article has it with an ending, too, where the table lacks many words of the language."""
    known = speech(language(article))
    if not known.foreign.partial or len(word) < _SHORTEST:
        return False
    return any(f"{word}{ending}" in search.word_counts(article) for ending in known.names.endings)


@analysis
def _code_words(article: Article) -> frozenset[str]:
    """What the article sets as code within its sentences."""
    blocks = (block for block in article.blocks if block.kind != CODE)
    spans = (block.text.span(mark.start, mark.end) for block in blocks for mark in block.text.marked("code"))
    return frozenset(article.excerpt(span).strip("`~=*").casefold() for span in spans)


def _is_form_of(word: str, meant: str | None, code: str) -> bool:
    """Whether a word is another one of the language with an ending that its names have, too: "stringa"."""
    ending = word.removeprefix(meant or word)
    return ending not in ("", "s", word) and ending in speech(code).names.endings
