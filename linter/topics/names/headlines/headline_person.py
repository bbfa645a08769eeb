"""A person or another name stands in the headline, and the text does not have it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.notices import say
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack, lists, mentions, persons
from linter.topics.names.headlines.excuses import excused, titled
from linter.topics.names.headlines.headline_kinds import special_form
from linter.topics.names.headlines.joined_names import joins
from linter.topics.names.headlines.missing import (
    LEAD,
    MissingName,
    all_missing,
    instead,
    missing_names,
    of_somebody_else,
    unnamed,
)
from linter.topics.names.headlines.score import REMARK, SURE, WARNING
from linter.topics.names.normalise import fold
from linter.topics.names.spelling.name_spelling import spelling_variants
from linter.topics.names.wording import listed

_TELLING = 200
"""A shorter text that speaks of nobody may be about the one with whom its headline begins."""


class HeadlinePersonParams(NamedTuple):
    min_words: int = 120
    """Shorter texts may be teasers of something else …"""
    min_words_about_others: int = 25
    """… and are judged from so many words on if headline and text are about different persons."""


class HeadlinePerson(Check):
    """Reports each name of the headline that the text has not, or writes in another way."""

    Params = HeadlinePersonParams
    needs = ("names.persons-found",)
    fields = frozenset({"name", "others", "other"})
    variants = frozenset({"others", "spelling"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if not article.headline or not text.cased or self._is_too_short(article):
            yield Count("headlines not judged: language or length")
            return
        if special_form(article) or all_missing(article) or _has_half_pair(article):
            return
        short = text.words < self.params.min_words
        for found in missing_names(article):
            if found.model == "absent":
                _advise(article)
            if not short or found.score >= WARNING:
                yield from _alarms(found, article)

    def _is_too_short(self, article: Article) -> bool:
        words = haystack(article).words
        if words >= self.params.min_words:
            return False
        return words < self.params.min_words_about_others or not of_somebody_else(article)


def _has_half_pair(article: Article) -> bool:
    """Whether another rule reports one of two joined names."""
    if not joins(article):
        return False
    from linter.topics.names.headlines.half_pairs import half_pair

    return half_pair(article) is not None


def _advise(article: Article) -> None:
    """Say what to install so that a model could have been asked."""
    from linter.topics.names import nlp

    advice = nlp.advice(haystack(article).language)
    if advice:
        say(article, advice)


def _alarms(found: MissingName, article: Article) -> Iterator[Alarm]:
    if found.near is not None and _is_same_place(found.candidate.last.text, found.near.token.text):
        return
    if found.near is not None and _is_slip(found, article):
        if not _spelled_elsewhere(found, article):
            yield _spelling(found, article)
    elif found.score >= REMARK or found.solid:
        yield _absent(found, article, None if _replaced(found, article) else Severity.INFO)


def _replaced(found: MissingName, article: Article) -> bool:
    """Does it look as if it stood for somebody else: a person, where the text is about another one?

    A first name with a surname or a role is enough for itself; the less it looks like a person, the more
    the text has to speak of others.
    """
    if excused(found, article):
        return False
    if found.score >= SURE:
        subject = found.candidate.initial and haystack(article).words < _TELLING
        return bool(unnamed(article)) or not subject
    if found.score >= WARNING:
        return any(person.times > 1 or person.mention.block <= LEAD for person in unnamed(article))
    spoken = haystack(article).language
    ordinary = any(lists.ordinary(word.text, spoken) for word in found.candidate.words)
    return found.solid and not ordinary and bool(instead(article)) and not titled(article)


def _is_slip(found: MissingName, article: Article) -> bool:
    """A name, or a word that only a slip can have made: no list has it."""
    other = found.near.token.text if found.near else ""
    spoken = haystack(article).language
    if _before_apostrophe(found.candidate.last.text) == _before_apostrophe(other) != "":
        return False  # "We've" and "We're"
    if found.score >= WARNING:
        return True
    if fold(found.candidate.last.text)[-1:] != fold(other)[-1:]:
        return False  # another ending of the word, or the same word in another language
    known = lists.ordinary(other, spoken) or lists.place(other) or lists.surname(other)
    return not known and not speech(spoken).names.capital_nouns


def _is_same_place(name: str, other: str) -> bool:
    """Whether both are a place in two languages: "Italia" and "Italie"."""
    place = lists.place(name)
    return place is not None and place == lists.place(other)


def _before_apostrophe(word: str) -> str:
    return word.replace("’", "'").rpartition("'")[0]


def _spelled_elsewhere(found: MissingName, article: Article) -> bool:
    """Is the slip one of the spelling variants of the whole article, which are reported anyhow?"""
    text = mentions(article).text
    variants = spelling_variants(article)
    return any(
        text.span(place).overlaps(found.span) for each in variants for place in (each.rare, each.usual)
    )


def _spelling(found: MissingName, article: Article) -> Alarm:
    text = haystack(article)
    assert found.near is not None
    return Alarm(
        span=found.span,
        fields={"name": found.name, "other": found.near.token.text},
        related=(Related(text.span(found.near), "the text writes"),),
        variant="spelling",
    )


def _absent(found: MissingName, article: Article, severity: Severity | None) -> Alarm:
    text = haystack(article)
    others = persons(article)[:2]
    fields = {"name": found.name, "others": listed([person.name for person in others])}
    return Alarm(
        span=found.span,
        fields=fields,
        related=tuple(Related(text.span(person.mention), "the text speaks of") for person in others),
        severity=severity,
        variant="others" if others else "",
    )
