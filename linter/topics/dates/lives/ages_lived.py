"""The age that somebody reached, told after birth and death: "(1950–2010) … died at 60", "… He was 72."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, islice, pairwise

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.languages import speech
from linter.languages.phrases import GAP, word_of
from linter.matching import re
from linter.matching.letters import CAPITALS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.lives.lifetimes import (
    BETWEEN,
    BORN,
    PLACE_AFTER,
    born_beside,
    died_beside,
    in_place,
    is_of_one_person,
    opens_with_birth,
)
from linter.topics.dates.reading.forms import compiled, counted, forms, possible
from linter.topics.dates.reading.model import OLDEST
from linter.topics.dates.reading.years import year_ranges
from linter.topics.dates.wording import word_set, words_at

_NAMED = lazy(rf"[{CAPITALS}][\w'’.-]*[ \u00a0](?:[^\W\d]+[ \u00a0])?$")
"""A name before a bracket, and maybe what its bearer is."""
_SHORTEST = 10
"""Fewer years are hardly told as those of a life."""
_FAR = 240
"""Characters behind a death in which its age is looked for."""
_FEW_WORDS = 28
"""Words between birth and death of one person, and between the years of a life and an age."""
_FEW_OF_PLACE = 2
"""Words from "in" to the last one of the name of a place ("at La Scala")."""
_FEW_BEHIND = 10
"""Words between a death and the age that follows in the same sentence."""
_WORD = lazy(r"[^\W\d_]+")
_GOES_ON = lazy(r",[ \u00a0]([^\W\d_]+)")
_OPENING = 2
"""Words of a sentence about the birth of one named before, in which it says so ("Había nacido")."""
_STOPS = lazy(r"[.!?;:](?=\s|$)")
_NEAR = 60
"""Characters between a word for death and an age."""
_CLOSED = r"\w?[)）][:,.;]?"
"""From the year of a death, and the sign for a year, to what follows the bracket."""
_LITTLE = r"[^\d.。;；!！?？(（]{0,8}?"
_CLOSES = rf"(?={GAP}*(?:[.,;:!?)–—。、，]|\Z))"


class Lived(NamedTuple):
    """An age at ``prose[start:end]`` of a block and the life that it must be of."""

    start: int
    end: int
    years: int
    birth: Anchor
    death: Anchor


def lived(article: Article) -> Iterator[Lived]:
    """The ages told behind the years of a life, those in brackets behind a name and those told in words."""
    code = language(article)
    for birth, death in _in_brackets(article):
        prose = article.blocks[birth.block].text.prose
        found = (
            _right_behind(prose, death, code)
            or _then_told(prose, death, code)
            or _at_death(prose, death, code)
            or _before(prose, birth, code)
        )
        if found:
            yield Lived(*found, birth, death)
    yield from _born_behind(article, code)
    for birth, death in _in_words(article, code):
        prose = article.blocks[birth.block].text.prose
        found = (
            _then_told(prose, death, code)
            or _aged(prose, death, code)
            or _between(prose, birth, death, code)
            or _told_first(prose, birth, code)
        )
        if found:
            yield Lived(*found, birth, death)


def _born_behind(article: Article, code: str) -> Iterator[Lived]:
    """ "She died on 3 October 2024 at the age of 69. She was born in 1935": the birth comes behind."""
    died = words_at(code, "dates.lives.died")
    for death, birth in pairwise(anchors(article)):
        if birth.block != death.block or death.quoted or not 0 < death.year - birth.year <= OLDEST:
            continue
        prose = article.blocks[birth.block].text.prose
        start, _ = sentence_around(prose, birth.start, birth.end)
        begin, end = sentence_around(prose, death.start, death.end)
        if not end <= start <= end + 1 or not died.search(prose, begin, end):
            continue
        age = _only_age(prose, begin, end, code, "ages.at-death")
        _, stop = sentence_around(prose, birth.start, birth.end)
        told = prose[start:stop]
        goes_on = is_of_one_person(told, code, _FEW_WORDS) and not names_another(told, code)
        if (
            age
            and goes_on
            and _is_of(prose, start, birth, code)
            and is_of_one_person(prose[begin:end], code, _FEW_WORDS)
        ):
            yield Lived(*age, birth, death)


def _is_of(prose: str, start: int, birth: Anchor, code: str) -> bool:
    """Whether a sentence tells a birth of somebody named before: "she", or the word for it, opens it."""
    first = [word[0].lower() for word in islice(_WORD.finditer(prose, start, birth.start), _OPENING)]
    if word_set(code, BETWEEN, BORN, PLACE_AFTER).isdisjoint(first):
        return False
    if first[0] in word_set(code, BORN):  # "Born in 1935, his foundation outlives him"
        goes_on = _GOES_ON.match(prose, birth.end)
        if goes_on and goes_on[1].lower() not in word_set(code, BETWEEN) - word_set(code, "numbers.the"):
            return False
    return bool(born_beside(prose, birth, code, start) or opens_with_birth(prose, birth, code, start))


def _in_brackets(article: Article) -> Iterator[tuple[Anchor, Anchor]]:
    """ "Ada King (1815–1852)"."""
    every = {(anchor.block, anchor.start): anchor for anchor in anchors(article)}
    ages = speech(language(article)).dates.ages
    for years in year_ranges(article) if ages.lived or ages.lived_to else ():
        death = every.get((years.last.block, years.last.start))
        if years.opening not in ("(", "（") or death is None or death.quoted:
            continue
        birth = death._replace(start=years.first.start, end=years.first.end, year=years.first.year)
        prose = article.blocks[birth.block].text.prose
        if _is_named(prose, years.start) and _SHORTEST <= death.year - birth.year <= OLDEST:
            yield birth, death


def _is_named(prose: str, place: int) -> bool:
    """Whether a name stands before a bracket; in a script without capitals any word may be one."""
    last = prose[max(0, place - 2) : place].rstrip()[-1:]
    capless = last.isalpha() and last.lower() == last.upper()
    return capless or _NAMED.search(prose, max(0, place - 40), place) is not None


def _right_behind(prose: str, death: Anchor, code: str) -> tuple[int, int, int] | None:
    """ "Ada King (1815–1852) was 36", "Ada King (1815-1852), the countess, was 36 when she died"."""
    near = prose[death.end : death.end + 2 * _NEAR]
    closes = _ends_age(code)
    died, unspaced = words_at(code, "dates.lives.died"), speech(code).dates.unspaced
    for form in possible(forms(code, "ages.lived-to"), near.lower()):
        said = rf"(?P<said>{form.pattern})"
        if unspaced:
            pattern = compiled(rf"{_CLOSED}{_LITTLE}{said}")
        else:
            who = rf"(?:[^\W\d]+(?:{GAP}+|['’])){{0,2}}?"
            pattern = compiled(rf"{_CLOSED}(?:(?<=,)(?:{GAP}+[^\W\d][\w'’-]*){{1,8}},)?{GAP}+{who}{said}")
        match = pattern.match(prose, death.end)
        start, years = counted(match, code) if match else (0, None)
        ends = match and (unspaced or died.search(match["said"]) or closes.match(prose, match.end()))
        if match and ends and years is not None and _SHORTEST <= years <= OLDEST:
            return start, match.end("said"), years
    return None


@cache
def _ends_age(code: str) -> re.Pattern[str]:
    """Right behind an age with which a clause ends, or goes on with the death."""
    lives, then = speech(code).dates.lives, word_of(speech(code).dates.ages.then)
    dies = rf"{then}(?:{GAP}+[^\W\d]+){{0,3}}?{GAP}+{word_of(lives.died)}"
    return compiled(rf"{_CLOSES}|{GAP}+(?:{word_of(speech(code).numbers.and_)}|{dies})")


def _before(prose: str, birth: Anchor, code: str) -> tuple[int, int, int] | None:
    """ "Fallece a los 36 años la condesa Ada King (1815-1852)": a sentence that begins with the death."""
    start, _ = sentence_around(prose, birth.start, birth.end)
    told, died = prose[start : birth.start], word_of(speech(code).dates.lives.died)
    if not compiled(died).search(told) or not is_of_one_person(told, code, _FEW_WORDS):
        return None
    for form in possible(forms(code, "ages.at-death"), told.lower()):
        pattern = compiled(rf"{died}{GAP}+(?P<said>{form.pattern})[^.;:!?\d()]*\(\Z")
        match = pattern.search(prose, start, birth.start)
        begin, years = counted(match, code) if match else (0, None)
        if match and years is not None and _SHORTEST <= years <= OLDEST:
            return begin, match.end("said"), years
    return None


def _in_words(article: Article, code: str) -> Iterator[tuple[Anchor, Anchor]]:
    """ "Born in Ulm in 1899, he emigrated and died in Chicago in 1971": two years, and one person."""
    every = anchors(article)
    for birth, death in pairwise(every):
        if birth.block != death.block or birth.quoted or not 0 < death.year - birth.year <= OLDEST:
            continue
        prose = article.blocks[birth.block].text.prose
        start, _ = sentence_around(prose, birth.start, birth.end)
        if (
            (born_beside(prose, birth, code, start) or opens_with_birth(prose, birth, code, start))
            and died_beside(prose, birth.end, death, code)
            and is_of_one_person(prose[birth.end : death.start], code, _FEW_WORDS)
        ):
            yield birth, death


def _then_told(prose: str, death: Anchor, code: str) -> tuple[int, int, int] | None:
    """ "… in 1971. He was 72."."""
    near = prose[death.end : death.end + _FAR]
    for form in possible(forms(code, "ages.lived"), near.lower()):
        stop = (
            rf"(?:[^.!?\d]{{0,100}}[.,;]|(?<=\.)){GAP}*"  # a year may end with a dot of its own ("2023 r.")
        )
        pattern = compiled(rf"{stop}(?P<said>{form.pattern}){_CLOSES}")
        match = pattern.match(prose, death.end, death.end + _FAR)
        if match is None or not is_of_one_person(prose[death.end : match.start("said")], code, _FEW_WORDS):
            continue
        start, years = counted(match, code)
        if years is not None and _SHORTEST <= years <= OLDEST:
            return start, match.end("said"), years
    return None


def _aged(prose: str, death: Anchor, code: str) -> tuple[int, int, int] | None:
    """ "died in 2004 in a nursing home in Graz, aged 83": few words of the same sentence between."""
    stop = _STOPS.search(prose, death.end)
    end = min(death.end + _NEAR + _NEAR, stop.start() if stop else len(prose))
    for form in possible(forms(code, "ages.at-death"), prose[death.end : end].lower()):
        closes = rf"(?:(?={_at_place(code)})|{_CLOSES})"
        pattern = compiled(rf"[^()\d]{{0,{_NEAR}}}?{GAP}(?P<said>{form.pattern}){closes}")
        match = pattern.match(prose, death.end, end)
        if match is None or len(prose[death.end : match.start("said")].split()) > _FEW_BEHIND:
            continue
        start, years = counted(match, code)
        plain = is_of_one_person(prose[death.end : match.start("said")], code, _FEW_WORDS)
        if years is not None and plain and _SHORTEST <= years <= OLDEST:
            return start, match.end("said"), years
    return None


@cache
def _at_place(code: str) -> str:
    """The source of a place behind an age: "at the age of 76 in Vienna"."""
    return rf"{GAP}{word_of(speech(code).dates.lives.place_after)}{GAP}(?-i:[{CAPITALS}])"


def _between(prose: str, birth: Anchor, death: Anchor, code: str) -> tuple[int, int, int] | None:
    """ "Born in 1947 in Voss, he lived to be 77; he died in 2024": the one age between both years."""
    if told := _only_age(prose, birth.end, death.start, code, "ages.lived"):
        return told
    age = _only_age(prose, birth.end, death.start, code, "ages.at-death")
    return age if age and _is_of_death(prose, age, birth.end, death.start, code) else None


def _is_of_death(prose: str, age: tuple[int, int, int], start: int, end: int, code: str) -> bool:
    """Whether a word for death stands in the clause of an age, which a mark or an "and" ends."""
    before, behind = prose[start : age[0]], prose[age[1] : end]
    clause = f"{_clauses(code).split(before)[-1]} {_clauses(code).split(behind)[0]}"
    return words_at(code, "dates.lives.died").search(clause) is not None


@cache
def _clauses(code: str) -> re.Pattern[str]:
    return compiled(rf"[.,;:!?()]|{word_of(speech(code).numbers.and_)}")


def _told_first(prose: str, birth: Anchor, code: str) -> tuple[int, int, int] | None:
    """ "The actor has died at the age of 77. He was born in 1947 and died in 2024": the life comes behind."""
    start, _ = sentence_around(prose, birth.start, birth.end)
    begin, _ = sentence_around(prose, start - 2, start - 1) if start else (0, 0)
    age = _only_age(prose, begin, birth.start, code, "ages.at-death", "ages.lived", "ages.today")
    stop = _STOPS.search(prose, age[1], birth.start) if age else None
    if stop is None:
        return None
    told, goes_on = prose[begin : stop.start()], prose[stop.end() : birth.start].lower()
    first = _WORD.search(goes_on)
    same = first is None or first[0] in word_set(code, BETWEEN, BORN, PLACE_AFTER, "dates.in-year")
    died = words_at(code, "dates.lives.died").search(told) is not None
    return age if same and died and is_of_one_person(told, code, _FEW_WORDS) else None


def _only_age(prose: str, start: int, end: int, code: str, *paths: str) -> tuple[int, int, int] | None:
    """The age in a part of a text that has no other, told by phrases at some paths."""
    found: dict[int, tuple[int, int, int]] = {}
    for form in (form for path in paths for form in possible(forms(code, path), prose[start:end].lower())):
        for match in compiled(form.pattern).finditer(prose, start, end):
            first, years = counted(match, code)
            if years is not None and _SHORTEST <= years <= OLDEST:
                found.setdefault(first, (first, match.end(), years))
    return next(iter(found.values())) if len(found) == 1 else None


def _at_death(prose: str, death: Anchor, code: str) -> tuple[int, int, int] | None:
    """ "… until the end; she died at the age of 60": a word for death and an age, no number between."""
    end = death.end + _FAR
    near = prose[death.end : end].lower()
    if not words_at(code, "dates.lives.died").search(prose, death.end, end):
        return None
    for form in possible(forms(code, "ages.at-death"), near):
        for match in chain(
            *(each.finditer(prose, death.end + 1, end) for each in _dying(form.pattern, code))
        ):
            between = prose[death.end : match.start()]
            start, years = counted(match, code)
            if years is None or not _SHORTEST <= years <= OLDEST:
                continue
            if any(map(str.isdigit, between)) or "(" in between or names_another(between, code):
                continue
            if is_of_one_person(between, code, _FEW_WORDS):
                return start, match.end("said"), years
    return None


@cache
def _dying(pattern: str, code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word for death and an age behind or before it, in one clause."""
    died = word_of(speech(code).dates.lives.died)
    few = rf"(?:[^.,;:!?\d()]{{0,{_NEAR}}}?{GAP})?"
    return compiled(rf"{died}{few}(?P<said>{pattern})"), compiled(rf"(?P<said>{pattern}){GAP}{few}{died}")


def names_another(between: str, code: str) -> bool:
    """Whether some words have a name in them that is not that of a place ("in Ulm")."""
    if speech(code).names.capital_nouns:
        return False
    places = word_set(code, "dates.lives.place-after")
    words = between.split()
    return any(
        word[0].isupper()
        and words[place - 1][-1] not in ".;:"
        and not in_place(code).fullmatch(word.rstrip(",.;"))
        and places.isdisjoint(before.lower() for before in words[max(0, place - _FEW_OF_PLACE) : place])
        for place, word in enumerate(words)
        if place
    )
