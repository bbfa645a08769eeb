"""Is a name in the text? From the literal word to shared stems, the surest step first."""

from __future__ import annotations

from linter.languages import speech
from linter.matching.spelling import common_beginning
from linter.topics.names.haystack import Haystack
from linter.topics.names.normalise import alphabet, variants, without_digraphs

_LONGEST_ENDING = 5
"""So many letters of a word may differ from another that begins alike."""


def find(word: str, haystack: Haystack) -> str:
    """The first step of the ladder on which ``word`` is found in the text; empty if on none.

    literal: the same letters stand in the text (four letters or more); form: a folded variant
    is a word of the text; digraph: the same but for ae/oe/ue; prefix: one begins with the
    other (possessives, demonyms, compounds); inside: within a longer word; stem: languages
    that change endings.
    """
    if len(word) >= 4 and word in haystack.text:
        return "literal"
    forms = variants(word)
    if any(form in haystack.forms for form in forms):
        return "form"
    if any(without_digraphs(form) in haystack.undigraphed for form in forms):
        return "digraph"
    return _similar(forms, haystack)


def same_alphabet(word: str, haystack: Haystack) -> bool:
    """Is the word written in the alphabet of the text? Names are not looked up across alphabets."""
    return alphabet(word) == alphabet(haystack.text)


def _similar(forms: tuple[str, ...], haystack: Haystack) -> str:
    inside = ""
    names = speech(haystack.language).names
    changes = bool(names.suffixes) or not names.fixed
    for form in forms:
        if len(form) < 3:
            continue
        for other in haystack.beginning(form[: max(3, len(form) - _LONGEST_ENDING)]):
            written = haystack.forms[other]
            if _prefix(form, other, written, haystack.language):
                return "prefix"
            if changes and written[0][0].isupper() and _stem(form, other, names.suffixes):
                return "stem"
        if not inside and len(form) >= 5 and form in haystack.joined_forms:
            inside = "inside"
    return inside


def _prefix(form: str, other: str, written: tuple[str, ...], code: str) -> bool:
    if min(len(form), len(other)) < 4:
        return False
    if other.startswith(form):
        return True
    if not form.startswith(other) or len(form) - len(other) > 4:
        return False
    dates = speech(code).dates
    if other in dates.months or other in dates.weekdays:
        return False  # Marchetti is no form of March
    return len(other) >= 6 or any(word[0].isupper() for word in written)


def _stem(form: str, other: str, suffixes: tuple[str, ...]) -> bool:
    """Are both forms of one name: with some of the suffixes, or, where there are none, with other ends?"""
    shorter, longer = sorted((len(form), len(other)))
    common = len(common_beginning(form, other))
    if suffixes:
        tails = {form[common:], other[common:]} - {""}
        return common >= 4 and tails.issubset(suffixes)
    return common >= max(3, shorter - 3, longer / 2) and max(len(form), len(other)) - common <= 5
