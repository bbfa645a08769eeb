"""A headline that tells the first sentence again, with another name: "Hewitt leads", "Ann Farrow leads"."""

from __future__ import annotations

from linter.analyses import analysis
from linter.article.model import Article
from linter.languages import speech
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.topics.dates.context import sentence_around
from linter.topics.names import haystack, lists, persons
from linter.topics.names.edit_distance import distance
from linter.topics.names.half_pairs import NAME, HalfPair, is_in
from linter.topics.names.haystack import Haystack
from linter.topics.names.joined_names import is_place
from linter.topics.names.missing import missing_names
from linter.topics.names.normalise import fold
from linter.topics.names.score import WARNING

_BEGINS = lazy(rf"({NAME})(?=,? [{SMALL}])")
"""A headline that begins with a surname, alone."""
_INSIDE = lazy(rf"(?<=[{SMALL}] )({NAME})(?= [{SMALL}]|$)")
_CAPITAL = lazy(rf"(?<![\w'’])[{CAPITALS}]")
_PERSON = lazy(rf"(?<![\w'’-])({NAME}) ({NAME})(?![\w’-])(?! [{CAPITALS}])")
_WORD = lazy(r"[^\W\d_]{4,}")
_BEGINNING = 60
"""Characters of a text in which the person stands whom its first sentence is about."""
_LEAD = 120
"""The same where the text names the person again."""
_SHORTEST = 4
"""Letters of a surname that its forms have in common, at least."""
_ENDING = 3
"""Letters at the end of a surname that tell that another word may be one."""
_STEM = 5
"""Letters that two forms of one word have in common."""
_LEAST_ALIKE, _MOST_ALIKE = 1 / 3, 2 / 3
"""Shares of the words of a headline; with the larger one it tells the sentence, whatever name begins it."""
_FEW_ALIKE = 1 / 4
"""The least where the name is known as a surname, and the text names the other one again."""
_TELLING = 120
"""Words of a text that may be about nobody but the one with whom its headline begins."""


@analysis
def exchanged_name(article: Article) -> HalfPair | None:
    """The name that begins the headline, if the text has it nowhere and says the same of one other person."""
    if article.headline is None:
        return None
    text = haystack(article)
    begins = _named(article.headline.prose, text.language)
    if begins is None:
        return None
    name = begins[1]
    if not text.blocks or lists.ordinary(name, text.language) or is_in(name, text.folded, text.language):
        return None
    block = text.blocks[0]
    end = sentence_around(block.text.prose, 0, 1)[1]
    persons = [
        found for found in _PERSON.finditer(block.text.prose, 0, end) if _is_person(found, text.language)
    ]
    place = 1 if speech(text.language).names.surname_first else 2
    if len({found[place] for found in persons}) != 1 or persons[0].start() > _LEAD:
        return None
    prose = article.headline.prose
    other, title = persons[0][place], prose[: begins.start()] + prose[begins.end() :]
    alike = _alike(title, block.text.prose[:end])
    slip = distance(fold(name), fold(other), 1) == 1
    if slip or is_in(other, fold(title), text.language):
        return None
    opens = persons[0].start() <= _BEGINNING
    sure = persons[0].start() == 0 and alike >= _MOST_ALIKE
    begun = opens and begins.start() == 0
    told = begun and alike >= _LEAST_ALIKE and (sure or _is_surname(name, other))
    alone = begun and lists.surname(name) and _is_of_one(article, other)
    near = opens and _may_be_taken(name, _FEW_ALIKE if alone else alike, text)
    if not told and not (_is_again(other, text) and (near or _is_of_text(article, name, title, text))):
        return None
    span = article.headline.span(*begins.span(1))
    return HalfPair(name, span, other, block, *persons[0].span(place), sure=told)


def _is_of_text(article: Article, name: str, title: str, text: Haystack) -> bool:
    """Whether all of a short text tells the headline, whose name no other rule takes for a person."""
    judged = any(found.score >= WARNING for found in missing_names(article))
    return not judged and _may_be_taken(name, _alike(title, text.text), text)


def _is_again(name: str, text: Haystack) -> bool:
    """Whether the text has a name more than once, in any of its forms."""
    stem = name[: max(_SHORTEST, len(name) - _ENDING)]
    return sum(times for word, times in text.capitalised.items() if word.startswith(stem)) > 1


def _named(title: str, code: str) -> re.Match[str] | None:
    """The name alone with which a headline begins, or the only one that it has behind its first word."""
    begins = _BEGINS.match(title)
    if speech(code).names.capital_nouns or (begins and not lists.ordinary(begins[1], code)):
        return begins
    inside = list(_INSIDE.finditer(title))
    return inside[0] if len(inside) == 1 and _CAPITAL.search(title, inside[0].end()) is None else None


def _may_be_taken(name: str, alike: float, text: Haystack) -> bool:
    """Whether a name may be taken for that of the one whom the text names again: it is no other word."""
    if text.words > _TELLING or is_place(name) or lists.first_name(name, text.language):
        return False
    if lists.surname(name):
        return alike >= _FEW_ALIKE
    return alike >= _LEAST_ALIKE and not speech(text.language).names.capital_nouns


def _is_of_one(article: Article, name: str) -> bool:
    """Whether a text names no person but one."""
    return all(person.name.split()[-1] == name for person in persons(article))


def _is_surname(name: str, other: str) -> bool:
    """Whether a name is known as one, or ends like the other one ("-ova")."""
    if lists.surname(name):
        return True
    return not is_place(name) and fold(name)[-_ENDING:] == fold(other)[-_ENDING:]


def _is_person(found: re.Match[str], code: str) -> bool:
    noun = speech(code).names.capital_nouns and lists.ordinary(found[2], code)
    first, last = (found[2], found[1]) if speech(code).names.surname_first else (found[1], found[2])
    return lists.first_name(first, code) and not (noun and not lists.surname(last))


def _alike(title: str, sentence: str) -> float:
    """Which share of the words of a headline a sentence has, too, alone or in a compound; nothing of one."""
    told = {fold(word)[:_STEM] for word in _WORD.findall(sentence)}
    long = [word for word in told if len(word) == _STEM]
    words = [fold(word) for word in _WORD.findall(title)]
    found = sum(word[:_STEM] in told or any(map(word.__contains__, long)) for word in words)
    return found / len(words) if len(words) > 1 else 0.0
