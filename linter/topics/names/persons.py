"""The persons a text speaks of: introduced with a first name, or named after a role."""

from __future__ import annotations

from linter.languages import speech
from linter.namedtuples import NamedTuple
from linter.topics.names import lists
from linter.topics.names.haystack import Haystack, Mention
from linter.topics.names.normalise import fold
from linter.topics.names.tokens import Token, Words
from linter.topics.names.vocabulary import joining, particles, roles


class Person(NamedTuple):
    """Someone the text speaks of: the surname as written, where it first stands, how often."""

    name: str
    mention: Mention
    times: int


def spoken_of(haystack: Haystack) -> list[Person]:
    """The persons of the text, the one named most often first.

    A surname counts as a person's if it once follows a first name, a role word, or another
    such name and a conjunction.
    """
    language = haystack.language
    first: dict[str, Mention] = {}
    for number, words in enumerate(haystack.tokens):
        for position, text in enumerate(words.texts):
            if not _surname_like(text, language) or _goes_on(words, position):
                continue
            if _is_person(words, position, language, first):
                first.setdefault(text, Mention(number, position, words[position]))
    found = [Person(name, mention, len(haystack.places(name))) for name, mention in first.items()]
    sure = (each for each in found if not _is_word(each.name, language) or _comes_again(each, haystack))
    return sorted(sure, key=lambda person: -person.times)


def _goes_on(words: Words, position: int) -> bool:
    """Does another capitalised word follow, so that this one is not the last of the name?"""
    after = words[position + 1] if position + 1 < len(words) else None
    return after is not None and after.capital and after.gap == " "


def _surname_like(text: str, code: str) -> bool:
    return (
        len(text) >= 3
        and text[0].isupper()
        and not text.isupper()
        and text.replace("-", "").replace("'", "").isalpha()
        and (lists.surname(text) or not _is_word(text, code))
        and fold(text) not in roles()
    )


def _is_word(text: str, code: str) -> bool:
    """Whether it may be something else than a surname."""
    return lists.ordinary(text, code) or lists.place(text) is not None


def _comes_again(person: Person, haystack: Haystack) -> bool:
    """Whether the text has such a name again, and never as a word with a small letter."""
    return person.times > 1 and person.name.lower() not in haystack.times


def _is_person(words: Words, position: int, code: str, known: dict[str, Mention]) -> bool:
    before = _before(words, position)
    if before is None:
        return False
    if before.capital and lists.first_name(before.text, code):
        return True
    if _is_word(words[position].text, code):
        return False
    if fold(before.text) in roles():
        of_thing = before != words[position - 1] and speech(code).names.capital_nouns
        return not of_thing or lists.surname(words[position].text)  # "Leiterin des Kreiskrankenhauses"
    if fold(before.text) in joining() and position >= 2:
        return words[position - 2].text in known and words[position - 1].gap == " "
    return False


def _before(words: Words, position: int) -> Token | None:
    """The word before, particles skipped; nothing across punctuation."""
    while position > 0 and words[position].gap.strip(" .\u00a0'’") == "" and not words[position].initial:
        position -= 1
        if fold(words[position].text) not in particles():
            return words[position]
    return None
