"""A person or another name stands in the headline, and the text does not have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.analyses.notices import say
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.languages import everywhere, speech
from linter.languages.phrases import any_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack, headline, lists, mentions, persons
from linter.topics.names.headline_kinds import special_form
from linter.topics.names.missing import MissingName, all_missing, missing_names, of_somebody_else
from linter.topics.names.name_spelling import spelling_variants
from linter.topics.names.normalise import fold
from linter.topics.names.score import REMARK, WARNING
from linter.topics.names.vocabulary import crowns
from linter.topics.names.wording import listed


class Params(NamedTuple):
    min_words: int = 120
    """Shorter texts may be teasers of something else …"""
    min_words_about_others: int = 25
    """… and are judged from so many words on if headline and text are about different persons."""


class HeadlinePerson(Check):
    """Reports each name of the headline that the text has not, or writes in another way."""

    Params = Params
    needs = ("names.persons-found",)
    fields = frozenset({"name", "others", "other"})
    variants = frozenset({"others", "spelling"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        text = haystack(article)
        if not article.headline or not text.cased or self._is_too_short(article):
            yield Count("headlines not judged: language or length")
            return
        if special_form(article) or all_missing(article):
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


def _advise(article: Article) -> None:
    """Say what to install so that a model could have been asked."""
    from linter.topics.names import nlp

    advice = nlp.advice(haystack(article).language)
    if advice:
        say(article, advice)


def _alarms(found: MissingName, article: Article) -> Iterator[Alarm]:
    if found.near is not None and _is_slip(found, article):
        if not _spelled_elsewhere(found, article):
            yield _spelling(found, article)
    elif found.score >= WARNING or found.solid:
        yield _absent(found, article, Severity.INFO if _excused(found, article) else None)
    elif found.score >= REMARK:
        yield _absent(found, article, Severity.INFO)


def _is_slip(found: MissingName, article: Article) -> bool:
    """A name, or a word that only a slip can have made: no list has it."""
    other = found.near.token.text if found.near else ""
    spoken = haystack(article).language
    if found.score >= REMARK or found.solid:
        return True
    known = lists.ordinary(other, spoken) or lists.place(other) or lists.surname(other)
    return not known and not speech(spoken).names.capital_nouns


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


def _excused(found: MissingName, article: Article) -> bool:
    """May the text rightly do without it, as without a speaker or an author?"""
    return any(excuse(found, article) for excuse in (_aside, _speaker, _author, _by_role))


def _aside(found: MissingName, article: Article) -> bool:
    return found.candidate.aside


def _speaker(found: MissingName, article: Article) -> bool:
    """``Name: …``, ``… / Name``, ``… by Name``: who says or wrote it."""
    prose = article.headline.prose if article.headline else ""
    before, after = prose[: found.candidate.start], prose[found.candidate.end :]
    lone_label = not before.strip() and re.match(r"\s*[:–—]", after) is not None
    by_line = not after.strip() and (_by().search(before) is not None or before.rstrip().endswith("/"))
    return lone_label or by_line


@cache
def _by() -> re.Pattern[str]:
    """What begins a by-line in any language: headlines are put together by programs."""
    return lazy(rf"(?:{any_of(everywhere('residue.by'))})\s+\Z")


def _author(found: MissingName, article: Article) -> bool:
    last = fold(found.candidate.last.text)
    return any(last in fold(field.value) for field in article.fields("author"))


def _by_role(found: MissingName, article: Article) -> bool:
    """Does the headline put a crown or the like before the name, by which alone the text speaks?"""
    title = headline(article)
    before = [word for word in title.words if word.end <= found.candidate.start] if title else []
    return bool(before) and fold(before[-1].text) in crowns() and before[-1].text in haystack(article).text
