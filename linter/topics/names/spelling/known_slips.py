"""Words with a capital that nobody knows, one slip from a frequent word of the language: "Univeristy"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from linter.analyses.languages import beginning, begun, common_among, frequency, is_common
from linter.languages import speech
from linter.matching.spelling import common_beginning
from linter.text import Span
from linter.topics.language.lexicon import lexicon
from linter.topics.language.word_slips import slip_of
from linter.topics.names import lists
from linter.topics.names.haystack import Mention
from linter.topics.names.mentions import Mentions
from linter.topics.names.normalise import fold_word
from linter.topics.names.spelling.slips import Typo, foreign, named

_RARE = 2
"""What stands there more often is a name."""
_MOST = 1500
"""So many words are looked up; a text with more is a directory."""
_SHORTEST, _LONGEST = 6, 30
_SHORTEST_ELSEWHERE = 9
"""In a language of which the lists lack many words: "Begrens" is no slip of "Bergens"."""
_VERB = 4
"""Letters at the least of a verb to which a pronoun is joined."""
_PART = 4
"""Letters at the least of each of two words that are written together."""
_NEAR = 4
"""Words before a word, and behind it …"""
_KNOWN = 3
"""… of which one in so many is in every text of the language."""
_JOINTS = (",", "&")
"""Between names that are enumerated."""
_LOST, _LOST_AMID, _INSERTED = 8, 7, 9
"""Letters of a word from which one was lost, of one that begins no sentence, and of one that has one more:
names are made of shorter words in that way."""
_FREQUENT = 3
"""How frequent a word is of which one that begins a sentence may be a slip, be it short."""
_UNCHANGED = 3
"""Letters before one that is another one."""
_BEGUN = 4
"""Letters that few words have in common, so that these are soon looked through."""
_OPENER, _NOUN = 10, 9
"""Letters of a word that begins a sentence, and of a noun where all have capitals, of which no list has what
it is a slip of."""


def known_typos(found: Mentions) -> Iterator[Typo]:
    """Each of those words that is no surname behind a first name, and that the text has in no other way."""
    language = found.text.language
    for word in _unusual(found) if lists.has_words(language) else ():
        slip = _slip_of(word.lower(), language)
        if not (slip or _is_in_no_table(word.lower(), language)):
            continue
        place = found.places(word)[0]
        other = (slip or _slip_of_word(word, place, language)).title()
        if not other or fold_word(word) in found.text.small or _is_known(word, other, language):
            continue
        if any(block == place.block for block, _ in found.text.at(other)):
            continue  # "REPLACE: Adress WITH: Address"
        if (
            _is_surname(place, found)
            or _is_beside(place, found)
            or (_is_listed(place, found) and not named(other, language))
        ):
            continue
        long = _is_long(word.lower(), other.lower(), place.token.initial, language)
        if long and not _is_amid_others(place, found):
            yield Typo(found.text.span(place), word, Span(0, 0), other, 1)


def _unusual(found: Mentions) -> Iterator[str]:
    """The words with a capital that are seldom in the text, and that neither the language nor a list has."""
    times, language = found.text.capitalised, found.text.language
    shortest = _shortest(language)
    seldom = (word for word in filter(_is_plain, times) if times[word] <= _RARE and len(word) >= shortest)
    return (word for word in islice(seldom, _MOST) if not _is_usual(word, language))


@lru_cache(maxsize=30_000)
def _is_plain(word: str) -> bool:
    """Whether a word has letters alone, the first of them large."""
    return len(word) <= _LONGEST and word.isalpha() and word.istitle()


def _is_in_no_table(word: str, code: str) -> bool:
    """Whether there is a table of the words of the language, which does not have a word in lower case."""
    table = lexicon(code)
    return table is not None and not (table.known(word) or table.entry(word))


def _slip_of_word(word: str, place: Mention, code: str) -> str:
    """What it is a slip of by the table of all words, if its capital is that of a sentence or of a noun."""
    table, small = lexicon(code), word.lower()
    noun = speech(code).names.capital_nouns
    if table is None or not (place.token.initial or noun):
        return ""
    if not place.token.initial and table.is_made_of(small):
        return ""
    other = slip_of(small, table)
    changed = len(other) == len(small) and sorted(other) != sorted(small)
    if changed and (not place.token.initial or len(common_beginning(small, other)) < _UNCHANGED):
        return ""  # names are told apart by a letter
    return other if len(word) >= (_NOUN if noun else _OPENER) or is_common(other, code) else ""


def _is_amid_others(place: Mention, found: Mentions) -> bool:
    """Whether the words around it, of which there are enough, are hardly any of the language."""
    words = found.text.tokens[place.block].texts
    around = [*words[max(0, place.position - _NEAR) : place.position], *words[place.position + 1 :][:_NEAR]]
    known = sum(is_common(word.lower(), found.text.language) for word in around)
    return len(around) > _NEAR and known * _KNOWN < len(around)


def _is_surname(place: Mention, found: Mentions) -> bool:
    """Whether a first name stands before it, or a particle behind one: "Ane van Kesteren"."""
    before, language = found.before(place), found.text.language
    if before is None:
        return False
    if before.text not in speech(language).names.particles:
        return before.capital and lists.first_name(before.text, language)
    first = found.text.tokens[place.block].texts[place.position - 2] if place.position > 1 else ""
    return first.istitle() and (lists.first_name(first, language) or not lists.ordinary(first, language))


def _is_beside(place: Mention, found: Mentions) -> bool:
    """Whether it stands alone in brackets: where somebody works, lives or comes from."""
    prose = found.text.blocks[place.block].text.prose
    return prose[place.token.start - 1 : place.token.start] == "(" and prose.startswith(")", place.token.end)


def _is_listed(place: Mention, found: Mentions) -> bool:
    """Whether it stands in an enumeration of names: "the Bradholm, Chartwick, Arkley and Dunmore blocks"."""
    if speech(found.text.language).names.capital_nouns:
        return False
    prose, words = found.text.blocks[place.block].text.prose, found.text.tokens[place.block].texts
    beside = words[max(0, place.position - 1) : place.position + 2]
    before, behind = (
        prose[: place.token.start].rstrip(),
        prose[place.token.end : place.token.end + 2].lstrip(),
    )
    amid = before.endswith(_JOINTS) and behind.startswith(_JOINTS)
    return amid and len(beside) > 2 and beside[0][0].isupper() and beside[2][0].isupper()


def _shortest(code: str) -> int:
    known = speech(code).foreign
    return _SHORTEST if known.lexicon and not known.partial else _SHORTEST_ELSEWHERE


@lru_cache(maxsize=20_000)
def _is_usual(word: str, code: str) -> bool:
    """Whether the language or a list of names has it: the cheap question, without the words of all others."""
    return is_common(word.lower(), code) or lists.ordinary(word, code) or named(word, code)


def _is_known(word: str, other: str, code: str) -> bool:
    """Whether another language has it, or it is made of known ones.

    Of a verb and a pronoun, of two words ("Backslash"), or it is a Latin genitive ("Naturae").
    """
    latin = word.endswith(speech(code).names.latin_endings) and is_common(word[:-1].lower(), code)
    two = len(word) > len(other) and _is_made_of_two(word.lower(), code)
    return latin or two or foreign(word) or is_joined(word, code)


def is_joined(word: str, code: str) -> bool:
    """Whether a pronoun is joined to a verb, which may lose its last letter: "lasciala", "aprirlo"."""
    joined = filter(word.endswith, speech(code).names.quotations.pronouns)
    verbs = (word[: -len(pronoun)].lower() for pronoun in joined if len(pronoun) > 1)
    lost = ("", *speech(code).names.clipped)
    long = (verb for verb in verbs if len(verb) >= _VERB)
    return any(is_common(verb + letters, code) for verb in long for letters in lost)


def _is_made_of_two(word: str, code: str) -> bool:
    """Whether it is two frequent words of the language, written together."""
    cuts = range(_PART, len(word) - _PART + 1)
    return any(is_common(word[:at], code) and is_common(word[at:], code) for at in cuts)


def _is_long(word: str, other: str, initial: bool, code: str) -> bool:
    """Whether a word has so many letters that it is no name made of the other one.

    Within a sentence one with another letter more is a name, where nouns have no capitals: "Palestrina".
    """
    more = len(word) - len(other)
    if initial and frequency(other, code) >= _FREQUENT:
        return True
    if more < 0:
        return len(word) >= (_LOST if initial else _LOST_AMID)
    if not more:
        return True
    known = speech(code)
    at = len(common_beginning(word, other))
    capital = known.names.capital_nouns or other in known.dates.months or other in known.dates.weekdays
    return len(word) >= _INSERTED and (initial or capital or word[at] == word[at - 1])


@lru_cache(maxsize=30_000)
def _slip_of(word: str, code: str) -> str:
    """The frequent word of which two letters changed places, or one was lost or added before the last two."""
    last, length = begun(word), len(word)
    alike = beginning(word[:_BEGUN]) if last >= _BEGUN else frozenset()
    known = (each for each in alike or () if abs(len(each) - length) <= 1 and each.endswith(word[last + 2 :]))
    few = last if alike is None else min(last, _BEGUN - 1)
    found = set(common_among((*known, *_one_slip_away(word, code, few)), code))
    return next(filter(found.__contains__, _one_slip_away(word, code, last)), "") if found else ""


def _one_slip_away(word: str, code: str, last: int) -> list[str]:
    """Some hundred words, of which hardly one is any: at most so many letters stand before the slip."""
    ending = 0 if speech(code).names.fixed else 1  # letters in which it may be another form of the word
    letters, end = _letters(code), len(word) - ending
    parts = [(word[:at], word[at:]) for at in range(1, min(last + 1, end))]
    swapped = [before + behind[1] + behind[0] + behind[2:] for before, behind in parts[: end - 2]]
    lengthened = [before + letter + behind for before, behind in parts for letter in letters]
    return [*swapped, *lengthened, *(before + behind[1:] for before, behind in parts[: end - 3])]


@cache
def _letters(code: str) -> tuple[str, ...]:
    return tuple(sorted(set("".join(lists.common(code)))))
