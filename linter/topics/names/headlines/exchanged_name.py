"""A headline that tells the first sentence again, with another name: "Hewitt leads", "Ann Farrow leads"."""

from __future__ import annotations

from linter.analyses import analysis
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.languages import everywhere, speech
from linter.matching import re
from linter.matching.letters import CAPITALS, SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.names import haystack, lists, persons
from linter.topics.names.edit_distance import distance
from linter.topics.names.haystack import Haystack
from linter.topics.names.headlines.half_pairs import NAME, HalfPair, is_in
from linter.topics.names.headlines.joined_names import is_place
from linter.topics.names.headlines.missing import missing_names
from linter.topics.names.headlines.score import WARNING, doings_of
from linter.topics.names.normalise import fold
from linter.topics.names.vocabulary import is_role

_BEGINS = lazy(rf"({NAME})(?=,? [{SMALL}])")
"""A headline that begins with a surname, alone."""
_OFFICE = lazy(rf"(?:[^\W\d]+ ){{1,2}}({NAME})(?= [{SMALL}])")
"""A headline that begins with an office and a surname."""
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
_SHORT = 25
"""Words from which on the headline is searched for slips in names of the text."""
_TELLING = 120
"""Words of a text that may be about nobody but the one with whom its headline begins."""


class _Exchange(NamedTuple):
    """A name of the headline, and the only person of the first sentence of a text that has not the name."""

    name: str
    begins: bool
    """The headline begins with the name, alone."""
    ordinary: bool
    """It is a word, too."""
    role: bool
    """The word for an office stands before it ("mayor Finch")."""
    title: str
    """What else the headline says."""
    other: str
    start: int
    end: int
    """The surname of the person in the first block."""
    first: int
    """Where the person stands."""
    alike: float
    """How much of the headline the first sentence says."""


@analysis
def exchanged_name(article: Article) -> HalfPair | None:
    """The name that begins the headline, if the text has it nowhere and says the same of one other person."""
    text = haystack(article)
    found = _named(article.headline.prose, text.language) if article.headline and text.blocks else None
    if article.headline is None or found is None or _is_named(found[1], text):
        return None
    each = _exchange(found, article.headline.prose, text)
    if each is None:
        return None
    told = _is_told(each)
    does = _does(article, each, text)
    taken = (does and each.alike >= _FEW_ALIKE) or (
        _is_again(each.other, text)
        and (does or _is_taken(article, each, text) or _holds(article, each, text))
    )
    if not told and not taken:
        return None
    span = article.headline.span(*found.span(1))
    return HalfPair(each.name, span, each.other, text.blocks[0], each.start, each.end, sure=told)


def _exchange(found: re.Match[str], prose: str, text: Haystack) -> _Exchange | None:
    """Nothing where the name is a mere word, a slip of the other one, or the headline has that one, too."""
    role = _has_role(prose, found.start(1))
    name, begins = found[1], found.start(1) == 0
    ordinary = lists.ordinary(name, text.language)
    person = _only_person(text)
    acts = begins and doings_of(text.language).match(prose, found.end()) is not None
    if person is None or (ordinary and not (role or (begins and (acts or lists.surname(name))))):
        return None
    place = 1 if speech(text.language).names.surname_first else 2
    other, title = person[place], prose[: found.start(1)] + prose[found.end() :]
    slip = distance(fold(name), fold(other), 1) == 1 and not _is_short(text)
    begins_so = fold(name).startswith(fold(other)) or fold(other).startswith(fold(name))
    slip = slip or begins_so or _is_form(name, other, text.language)
    if slip or is_in(other, fold(title), text.language):
        return None
    opening = text.blocks[0].text.prose
    alike = _alike(title, opening[: sentence_around(opening, 0, 1)[1]])
    return _Exchange(name, begins, ordinary, role, title, other, *person.span(place), person.start(), alike)


def _is_form(name: str, other: str, code: str) -> bool:
    """Whether two surnames may be cases of one, in which vowels come and go: "Švec", "Ševce"."""
    if speech(code).names.fixed:
        return False
    vowels = frozenset(everywhere("names.vowels"))
    one, two = ("".join(char for char in fold(each) if char not in vowels) for each in (name, other))
    return min(len(one), len(two)) > 1 and (one.startswith(two) or two.startswith(one))


def _only_person(text: Haystack) -> re.Match[str] | None:
    """The person of the first sentence, if it begins with one, and names no other."""
    prose, code = text.blocks[0].text.prose, text.language
    end = sentence_around(prose, 0, 1)[1]
    persons = [found for found in _PERSON.finditer(prose, 0, end) if _is_person(found, code)]
    place = 1 if speech(code).names.surname_first else 2
    if len({found[place] for found in persons}) != 1 or persons[0].start() > _LEAD:
        return None
    return persons[0]


def _is_told(each: _Exchange) -> bool:
    """Whether the first sentence says by itself that the headline is about the other person."""
    if each.ordinary or not each.begins or each.first > _BEGINNING:
        return False
    sure = each.first == 0 and each.alike >= _MOST_ALIKE
    return each.alike >= _LEAST_ALIKE and (sure or _is_surname(each.name, each.other))


def _is_taken(article: Article, each: _Exchange, text: Haystack) -> bool:
    """Whether it does where the text names the other person again."""
    near = each.first <= _BEGINNING
    alone = near and each.begins and lists.surname(each.name) and _is_of_one(article, each.other)
    if each.ordinary:
        return alone and each.alike >= _LEAST_ALIKE and _may_be_taken(each.name, each.alike, text)
    told = near and _may_be_taken(each.name, _FEW_ALIKE if alone else each.alike, text)
    return told or _is_of_text(article, each, text)


def _does(article: Article, each: _Exchange, text: Haystack) -> bool:
    """Whether a headline begins with what only a person does, and a short text names nobody but another."""
    if not each.begins or text.words > _TELLING or article.headline is None:
        return False
    does = doings_of(text.language).match(article.headline.prose, len(each.name))
    other_kind = is_place(each.name) or lists.first_name(each.name, text.language)
    return does is not None and not other_kind and _is_of_one(article, each.other)


def _holds(article: Article, each: _Exchange, text: Haystack) -> bool:
    """Whether a headline names who holds an office, and a short text names nobody but another."""
    if not each.role or text.words > _TELLING:
        return False
    noun = speech(text.language).names.capital_nouns and each.ordinary
    known = lists.surname(each.name) or not (noun or is_place(each.name))
    return known and not lists.first_name(each.name, text.language) and _is_of_one(article, each.other)


def _has_role(title: str, start: int) -> bool:
    """Whether the word right before a name is one for an office, alone or as the end of a compound."""
    before = title[:start].split()
    return bool(before) and is_role(fold(before[-1]))


def _is_of_text(article: Article, each: _Exchange, text: Haystack) -> bool:
    """Whether all of a short text tells the headline, whose name no other rule takes for a person."""
    judged = any(found.score >= WARNING for found in missing_names(article))
    person = each.begins or lists.surname(each.name)  # at another place it may be that of anything
    return person and not judged and _may_be_taken(each.name, _alike(each.title, text.text), text)


def _is_again(name: str, text: Haystack) -> bool:
    """Whether the text has a name more than once, in any of its forms."""
    stem = name[: max(_SHORTEST, len(name) - _ENDING)]
    return sum(times for word, times in text.capitalised.items() if word.startswith(stem)) > 1


def _named(title: str, code: str) -> re.Match[str] | None:
    """The name alone with which a headline begins, or the only one that it has behind its first word."""
    begins = _BEGINS.match(title) or _held(title)
    if begins and not begins.start(1) and len(begins[1]) < _SHORTEST and lists.ordinary(begins[1], code):
        return None  # "New owners": some are called so, nearly nobody means them
    if speech(code).names.capital_nouns or (begins and not lists.ordinary(begins[1], code)):
        return begins
    if begins and lists.surname(begins[1]) and not _CAPITAL.search(title, begins.end()):
        return begins
    if begins and doings_of(code).match(title, begins.end()):
        return begins
    inside = list(_INSIDE.finditer(title))
    return inside[0] if len(inside) == 1 and _CAPITAL.search(title, inside[0].end()) is None else None


def _held(title: str) -> re.Match[str] | None:
    """The name behind the word for an office with which a headline begins."""
    led = _OFFICE.match(title)
    return led if led and _has_role(title, led.start(1)) else None


def _may_be_taken(name: str, alike: float, text: Haystack) -> bool:
    """Whether a name may be taken for that of the one whom the text names again: it is no other word."""
    if text.words > _TELLING or is_place(name) or lists.first_name(name, text.language):
        return False
    if lists.surname(name):
        return alike >= _FEW_ALIKE
    return alike >= _LEAST_ALIKE and not speech(text.language).names.capital_nouns


def _is_of_one(article: Article, name: str) -> bool:
    """Whether a text names no person but one."""
    place = 0 if speech(haystack(article).language).names.surname_first else -1
    return all(person.name.split()[place] == name for person in persons(article))


def _is_surname(name: str, other: str) -> bool:
    """Whether a name is known as one, or ends like the other one ("-ova")."""
    if lists.surname(name):
        return True
    return not is_place(name) and (
        fold(name)[-_ENDING:] == fold(other)[-_ENDING:] or _begin_alike(name, other)
    )


def _begin_alike(name: str, other: str) -> bool:
    """Whether the first half of two names is the same: "Bertolazzi" and "Bertoluzzo"."""
    half = max(_SHORTEST, (max(len(name), len(other)) + 1) // 2)
    return fold(name)[:half] == fold(other)[:half]


def _is_short(text: Haystack) -> bool:
    """Whether a text is too short for the rule of slips in names, and names are written in one way."""
    return speech(text.language).names.fixed and text.words < _SHORT


def _is_named(name: str, text: Haystack) -> bool:
    """Whether a text has a name, or one so alike that it is a form of it or the business of another rule."""
    return fold(name) in text.folded if _is_short(text) else is_in(name, text.folded, text.language)


def _is_person(found: re.Match[str], code: str) -> bool:
    noun = speech(code).names.capital_nouns and lists.ordinary(found[2], code)
    first, last = (found[2], found[1]) if speech(code).names.surname_first else (found[1], found[2])
    return _is_first_name(first, code) and not (noun and not lists.surname(last))


def _is_first_name(word: str, code: str) -> bool:
    """Whether a word is a listed first name, in another case where names have cases."""
    if lists.first_name(word, code) or speech(code).names.fixed:
        return lists.first_name(word, code)
    if len(word) <= _SHORTEST:
        return False
    names = speech(code).names
    return any(
        lists.first_name(word[:-cut], code)
        or (
            fold(word[-cut:]) in names.endings
            and any(lists.first_name(word[:-cut] + end, code) for end in names.first_endings)
        )
        for cut in (1, 2)
    )


def _alike(title: str, sentence: str) -> float:
    """Which share of the words of a headline a sentence has, too, alone or in a compound; nothing of one."""
    told = {fold(word)[:_STEM] for word in _WORD.findall(sentence)}
    long = [word for word in told if len(word) == _STEM]
    words = [fold(word) for word in _WORD.findall(title)]
    found = sum(word[:_STEM] in told or any(map(word.__contains__, long)) for word in words)
    return found / len(words) if len(words) > 1 else 0.0
