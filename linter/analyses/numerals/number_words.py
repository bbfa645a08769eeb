"""Numbers in words: ``twenty-four``, ``deux cent mille``, ``dreiundzwanzig``, ``une dizaine``.

A table of its own, since a library that rewrites text (text2num) keeps no offsets and reads
the scale word in "3 million" as a number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.analyses.chunks import Holding
from linter.analyses.numerals.scales import scales
from linter.analyses.numerals.word_tables import FORMS
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

LANGUAGES = frozenset(FORMS)
"""Languages whose number words are known."""

_THOUSAND = {
    "en": "thousand",
    "fr": "mille",
    "es": "mil",
    "pt": "mil",
    "it": "mila",
    "de": "tausend",
    "nl": "duizend",
}
_LONE_THOUSAND = {"fr": "mille", "es": "mil", "pt": "mil", "it": "mille", "de": "tausend", "nl": "duizend"}
_COMPOUND = {
    "it": lazy(r"(.*?)(?:mila|mille)(.*)"),
    "de": lazy(r"(.*?)tausend(?:und)?(.*)"),
    "nl": lazy(r"(.*?)duizend(?:en)?(.*)"),
}
_LINKS = {"en": "and", "pt": "e"}
"""What may stand between thousand and the rest."""

_VAGUE = {
    "en": "dozen=12",
    "fr": "dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 "
    "soixantaine=60 centaine=100 millier=1000",
    "es": "decena=10 docena=12 quincena=15 veintena=20 treintena=30 centenar=100 millar=1000",
    "pt": "dezena=10 dúzia=12 vintena=20 centena=100 milhar=1000",
    "it": "decina=10 dozzina=12 quindicina=15 ventina=20 trentina=30 quarantina=40 cinquantina=50 "
    "centinaio=100 migliaio=1000",
    "de": "Dutzend=12",
    "nl": "tiental=10 dozijn=12 twintigtal=20 dertigtal=30 vijftigtal=50 honderdtal=100 duizendtal=1000",
}
"""Collectives: about so many."""

_ONE = {
    "en": "one a",
    "fr": "un une",
    "es": "un una uno",
    "pt": "um uma",
    "it": "un uno una",
    "de": "ein eine einen einem einer eins",
    "nl": "een één",
}
_WORD = lazy(r"[^\W\d_]+")
_JOIN = lazy(r"[ \u00a0\u2010\u2011-]")
_LONGEST = 14


class WordNumber(NamedTuple):
    """A spelled-out number: where it stands, what it says."""

    start: int
    end: int
    value: int
    vague: bool
    """A collective such as "a dozen"."""


class _Lexicon(NamedTuple):
    forms: dict[str, int]
    first: frozenset[str]
    """Words that begin a number; those for one are left out, they are articles too."""
    gate: frozenset[str]
    """A text without any of these has no number in words."""
    ones: frozenset[str]
    """Words for one: a number only before a scale word ("a million")."""
    scales: frozenset[str]
    vague: dict[str, int]
    parts: frozenset[str]
    hundreds: frozenset[str]
    """Words that make a number of what looks like an article before them ("one hundred")."""
    thousand: str
    lone_thousand: str
    compound: re.Pattern[str] | None
    link: str


@lru_cache(maxsize=16)
def _lexicon(language: str) -> _Lexicon:
    forms = dict(FORMS[language]())
    parts = frozenset(" ".join(forms).split())
    ones = frozenset(_ONE[language].split())
    lone = _LONE_THOUSAND.get(language, "")
    vague = {
        name.lower(): int(value) for name, _, value in (v.partition("=") for v in _VAGUE[language].split())
    }
    first = (frozenset(name.partition(" ")[0] for name in forms) | {lone} | frozenset(vague)) - ones - {""}
    compound = _COMPOUND.get(language)
    scale_words = frozenset(map(str.lower, scales(language).words))
    thousand = _THOUSAND[language]
    return _Lexicon(
        forms,
        first,
        first | scale_words,
        ones,
        scale_words,
        vague,
        parts | {thousand},
        frozenset(word for name, value in forms.items() if value == 100 for word in name.split()) - ones,
        thousand,
        lone,
        compound,
        _LINKS.get(language, ""),
    )


@lru_cache(maxsize=16)
def spelled(language: str) -> Holding:
    """Finds the chunks without which a text has no number in words; none in an unknown language."""
    if language not in LANGUAGES:
        return Holding(lambda text: ())
    lexicon = _lexicon(language)
    thousand = {lexicon.thousand} if lexicon.compound is not None else set()
    return Holding(lambda text: lexicon.gate.intersection(_WORD.findall(text)) | thousand, str.lower)


def number_words(prose: str, language: str) -> Iterator[WordNumber]:
    """The spelled-out numbers of a text, in order; "one" and "a" alone are not among them.

    Nothing for languages other than those in :data:`LANGUAGES`.
    """
    if language not in LANGUAGES:
        return
    lexicon = _lexicon(language)
    lowered = prose.lower()
    if len(lowered) != len(prose):  # a letter whose small form is longer would shift all offsets
        return
    words = _WORD.findall(lowered)
    if lexicon.gate.isdisjoint(words) and (lexicon.compound is None or lexicon.thousand not in lowered):
        return
    found = list(_WORD.finditer(lowered))
    done = 0
    for i in _beginnings(lexicon, words):
        read = _read(lexicon, lowered, found, i) if i >= done else None
        if read is not None:
            count, value, vague = read
            done = i + count
            yield WordNumber(found[i].start(), found[done - 1].end(), value, vague)


def _beginnings(lexicon: _Lexicon, words: list[str]) -> Iterator[int]:
    """The places of the words that may begin a number."""
    for i, word in enumerate(words):
        if word in lexicon.first or (lexicon.compound is not None and lexicon.thousand in word):
            yield i
        elif word in lexicon.ones and words[i + 1 : i + 2]:
            after = words[i + 1]
            if after in lexicon.scales or after == lexicon.thousand or after in lexicon.hundreds:
                yield i


def _read(lexicon: _Lexicon, text: str, found: list[re.Match[str]], i: int) -> tuple[int, int, bool] | None:
    """How many words from the i-th on make a number, its value, and whether it is a collective."""
    word = found[i][0]
    if word in lexicon.vague:
        return 1, lexicon.vague[word], True
    if word not in lexicon.first and word not in lexicon.ones:
        return _compound(lexicon, word)
    if word in lexicon.ones and i + 1 < len(found) and _counts_one(lexicon, word, found[i + 1][0]):
        return 1, 1, False
    words = _run(lexicon, text, found, i)
    for count in range(len(words), 0, -1):
        value = _value(lexicon, words[:count])
        if value is not None and not _cut(lexicon, words, count):
            alone = count == 1 and word in lexicon.ones
            return None if alone else (count, value, False)
    return None


def _counts_one(lexicon: _Lexicon, word: str, after: str) -> bool:
    """Whether "a" or "one" before the next word says one of it ("a million")."""
    return after in lexicon.scales and (after != lexicon.thousand or word not in lexicon.forms)


def _compound(lexicon: _Lexicon, word: str) -> tuple[int, int, bool] | None:
    if lexicon.compound is None or (split := lexicon.compound.fullmatch(word)) is None:
        return None
    head = 1 if not split[1] else lexicon.forms.get(split[1])
    tail = 0 if not split[2] else lexicon.forms.get(split[2])
    return None if head is None or tail is None else (1, head * 1000 + tail, False)


def _run(lexicon: _Lexicon, text: str, found: list[re.Match[str]], i: int) -> list[str]:
    """The words from the i-th on that may belong to one number, with blanks or hyphens between."""
    words = [found[i][0]]
    for before, after in zip(found[i : i + _LONGEST], found[i + 1 : i + _LONGEST], strict=False):
        between = text[before.end() : after.start()]
        if not _JOIN.fullmatch(between) or after[0] not in lexicon.parts:
            break
        words.append(after[0])
    return words


def _value(lexicon: _Lexicon, words: list[str]) -> int | None:
    """The value of all of the words together, if they are one number."""
    if (lexicon.thousand in words and lexicon.compound is None) or lexicon.lone_thousand in words:
        return _thousands(lexicon, words)
    return lexicon.forms.get(" ".join(words))


def _thousands(lexicon: _Lexicon, words: list[str]) -> int | None:
    at = words.index(lexicon.thousand if lexicon.thousand in words else lexicon.lone_thousand)
    head, tail = words[:at], words[at + 1 :]
    if tail and tail[0] == lexicon.link:
        tail = tail[1:]
    many = lexicon.forms.get(" ".join(head)) if head else 1 if lexicon.lone_thousand else None
    rest = lexicon.forms.get(" ".join(tail)) if tail else 0
    return None if many is None or rest is None else many * 1000 + rest


def _cut(lexicon: _Lexicon, words: list[str], count: int) -> bool:
    """Whether the number would end before a multiplier that belongs to it ("two | hundred")."""
    if count == len(words):
        return False
    return lexicon.forms.get(words[count], 0) >= 100 or words[count] == lexicon.thousand
