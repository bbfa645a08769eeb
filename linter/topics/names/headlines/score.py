"""Is an unmatched name of a headline a person's? A score from lists, context and maybe a model.

The weights were set on real headlines: two and more is worth a warning, one a remark.
"""

from __future__ import annotations

from functools import cache

from linter.languages import everywhere, speech
from linter.languages.phrases import GAP, word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.names import lists
from linter.topics.names.headlines.candidates import Candidate, Headline
from linter.topics.names.normalise import fold
from linter.topics.names.vocabulary import roles

SURE, WARNING, REMARK = 3, 2, 1
"""Lowest scores of a person for sure, one worth a warning, and one worth a remark."""

_PERSON, _OTHER_ENTITY = 2, -1


def person_score(candidate: Candidate, headline: Headline, code: str) -> int:
    """How much speaks for a person, without a model; places and ordinary words score below zero."""
    score = _name_score(candidate, code) + _form_score(candidate, headline, code)
    return score + _place_score(candidate, headline, code)


def solid_name(candidate: Candidate, headline: Headline, code: str) -> bool:
    """Is it the name of something, if not of a person: two words that somebody chose to capitalise?"""
    words = candidate.words[1:] if _empty_beginning(candidate, code) else candidate.words
    if len(words) < 2 or not candidate.telling or slashed(candidate, headline):
        return False
    names = speech(code).names
    # Where names change their ends, too many forms of two words are not told to be the same.
    if not names.fixed or lists.place(headline.name(candidate)) is not None:
        return False
    return not words[0].initial or any(not _common(word.text, code) for word in words)


def slashed(candidate: Candidate, headline: Headline) -> bool:
    """Is it one half of ``this/that``?"""
    return "/" in (headline.prose[candidate.start - 1 : candidate.start], headline.prose[candidate.end :][:1])


def _empty_beginning(candidate: Candidate, code: str) -> bool:
    """Is the first word a title, or an ordinary word that begins a sentence?"""
    first = candidate.words[0].text
    return _is_role(first) or (candidate.initial and lists.ordinary(first, code))


def _common(word: str, code: str) -> bool:
    """A word that says little by being absent: everyday, a place, or short."""
    return (
        len(word) < 4
        or lists.ordinary(word, code)
        or lists.place(word) is not None
        or speaks_of_country(word, code)
    )


def entity_score(person: bool | None) -> int:
    """What a model adds: it saw a person, something else, or nothing (``None``)."""
    return 0 if person is None else _PERSON if person else _OTHER_ENTITY


def _name_score(candidate: Candidate, code: str) -> int:
    words = [word.text for word in candidate.words]
    words = words[1:] if len(words) > 1 and _is_role(words[0]) else words
    first, last = words[0], words[-1]
    score = 0
    if lists.first_name(first, code):
        if len(words) == 1:
            score -= 1
        else:
            score += 3 if candidate.telling or not lists.ordinary(first, code) else 1
    if lists.surname(last):
        score += 1
    if lists.ordinary(last, code):
        score -= 2 if len(words) == 1 else 1
    return score


def _form_score(candidate: Candidate, headline: Headline, code: str) -> int:
    last = candidate.last.text
    score = -3 if len(candidate.words) == 1 and slashed(candidate, headline) else 0
    if _after_role(candidate, headline) or _acts(candidate, headline, code):
        score += 2
    if _unknown(candidate, code) and not candidate.initial and candidate.telling:
        score += 1
    capital_nouns = speech(code).names.capital_nouns
    if not capital_nouns and len(last) >= 5 and fold(last).endswith(_surname_endings()):
        score += 1
    listed = lists.surname(last) or lists.first_name(last, code)
    if not listed and (len(last) < 4 or _vowels().isdisjoint(fold(last))):
        score -= 3
    return score


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(map(fold, everywhere("names.surname-endings")))


@cache
def _vowels() -> frozenset[str]:
    return frozenset(everywhere("names.vowels"))


def _unknown(candidate: Candidate, code: str) -> bool:
    """Is no word of it in any list?"""
    return not any(
        lists.first_name(word.text, code)
        or lists.surname(word.text)
        or lists.ordinary(word.text, code)
        or lists.place(word.text)
        for word in candidate.words
    )


def _after_role(candidate: Candidate, headline: Headline) -> bool:
    """Does a title or role stand directly before the name, or begin it?"""
    if len(candidate.words) > 1 and fold(candidate.words[0].text) in roles():
        return True
    if candidate.initial or candidate.words[0].gap.strip(" .\u00a0"):
        return False
    before = [word for word in headline.words if word.end <= candidate.start]
    return bool(before) and _is_role(before[-1].text)


def _acts(candidate: Candidate, headline: Headline, code: str) -> bool:
    """Do two words that somebody chose to capitalise do what persons do: "Rama Yade dénonce …"?

    Of one word that is ordinary nowhere there is said what happens to persons only: "Tregear jailed".
    """
    names = speech(code).names
    if len(candidate.words) == 1:
        plain = lists.ordinary(candidate.last.text, code) or lists.place(candidate.last.text)
        told = bool(names.fates) and _fates_of(code).match(headline.prose, candidate.end)
        return bool(told) and not plain
    if not names.deeds or not candidate.telling:
        return False
    return deeds_of(code).match(headline.prose, candidate.end) is not None


@cache
def deeds_of(code: str) -> re.Pattern[str]:
    """What persons do, right behind their name."""
    return lazy(rf"{GAP}{word_of(speech(code).names.deeds)}")


@cache
def doings_of(code: str) -> re.Pattern[str]:
    """What persons do or what happens to them, right behind a name."""
    names = speech(code).names
    return lazy(rf"{GAP}{word_of((*names.deeds, *names.fates))}")


@cache
def _fates_of(code: str) -> re.Pattern[str]:
    """What happens to persons only, right behind their name."""
    return lazy(rf"{GAP}{word_of(speech(code).names.fates)}")


def _is_role(word: str) -> bool:
    """A role, alone or as the last part of a compound (``Füchse-Trainer``)."""
    return fold(word).rsplit("-", 1)[-1] in roles()


def _place_score(candidate: Candidate, headline: Headline, code: str) -> int:
    """A place takes points away; a listed first name before it gives them back (``Jack London``)."""
    words = candidate.words
    if len(words) > 1 and lists.place(headline.name(candidate)) is not None:
        return -5
    if len(words) > 1 and lists.first_name(words[0].text, code):
        return 0
    last = words[-1].text
    found = lists.place(last)
    if found is None:
        return -2 if not lists.surname(last) and speaks_of_country(last, code) else 0
    if found.kind in (lists.COUNTRY, lists.LANGUAGE):
        return -4
    if found.kind == lists.TOWN:
        return -1 if len(words) == 1 else 0
    return -1 if lists.surname(last) else -2


def speaks_of_country(word: str, code: str) -> bool:
    """Is it a word for the people or things of a country: does it begin like one?"""
    folded = fold(word)
    return len(folded) >= 4 and folded.startswith(_country_stems(code))


@cache
def _country_stems(code: str) -> tuple[str, ...]:
    """What words for a country's people begin with, of four letters or more."""
    stems: set[str] = set()
    for country in lists.countries(code).values():
        stems.update(sign for sign in country.signs if len(sign) >= 4)
        for name in country.names:
            for part in fold(name).replace("-", " ").split():
                if len(part) >= 5:
                    stems.add(part[: max(4, len(part) - 3)])
    return tuple(sorted(stems))
