"""What capitals mean in a headline: everything, nothing, or as in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from linter.languages import speech
from linter.topics.names.tokens import Token
from linter.typed import ClassVar


class Case(str):
    SENTENCE: ClassVar[Case]
    TITLE: ClassVar[Case]
    """Every longer word has a capital."""
    UPPER: ClassVar[Case]
    """Everything is written in capitals."""
    NOUNS: ClassVar[Case]
    """Every noun has a capital, by the rules of the language."""

    @property
    def telling(self) -> bool:
        """Does a capital inside a sentence mark a name?"""
        return self is Case.SENTENCE


Case.SENTENCE, Case.TITLE, Case.UPPER, Case.NOUNS = map(Case, ("sentence", "title", "upper", "nouns"))


def case_of(words: Sequence[Token], code: str) -> Case:
    """The case style of a headline.

    Upper: more than three letters in four are capitals. Title, in languages that use it: inside
    the sentence stand at least two capitalised words of four letters or more, and hardly any other.
    """
    letters = "".join(filter(str.isalpha, "".join([word.text for word in words])))
    if len(letters) >= 8 and sum(map(str.isupper, letters)) > 0.75 * len(letters):
        return Case.UPPER
    names = speech(code).names
    if names.capital_nouns:
        return Case.NOUNS
    inside = [word for word in words if len(word.text) >= 4 and word.text[0].isalpha() and not word.initial]
    capitals = sum(any(map(str.isupper, word.text)) for word in inside)  # "openSUSE Turns Two"
    if names.title_case and capitals >= 2 and capitals >= 0.75 * len(inside):
        return Case.TITLE
    return Case.SENTENCE
