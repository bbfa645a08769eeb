"""Words that mix the letters of two alphabets: look-alikes, typing in the wrong layout, stray letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from linter.analyses.language import script
from linter.analyses.languages import CYRILLIC, GREEK
from linter.article.model import Article, Block
from linter.check import Alarm, Check, Count
from linter.matching.regexes import lazy
from linter.messages import Message, messages
from linter.namedtuples import NamedTuple
from linter.topics.language.present import LATIN, MEETING, scripts_meet

_RUNS = lazy(f"[{LATIN}]+")
_SOURCE_OF_NAMES = lazy(r"[@#\\_]|://|www\.|\w\.\w")
_LONGEST = 60

_TOLATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮҺаеѕіјорсуухһԁԛԝӧӒӓӦӰӱЇїҪҫΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABESIJKMHOPCTYXYHaesijopcyyxhdqwöÄäÖŸÿÏïÇçABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones; small Greek letters are left to science."""
_TO_CYRILLIC = dict(zip("ABEKMHOPCTYXaeopcyxi", "АВЕКМНОРСТУХаеорсухі", strict=True))
_TO_GREEK = dict(zip("ABEHIKMNOPTXYZo", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖο", strict=True))
_FOR_SHOW = frozenset("ЯИЦДЖШЩФ")
"""Cyrillic capitals that brands and posters put for Latin ones they recall: R, N, U, A, X, W."""
_OWN = {CYRILLIC: _TO_CYRILLIC, GREEK: _TO_GREEK}
"""By script the letters of it that look like Latin ones."""
_STRESSED = frozenset("ÁÉÍÓÚÝáéíóúýÀÈÌÒÙàèìòù")
"""Latin vowels that Russian and Ukrainian texts borrow to mark the stress."""


class _Reading(NamedTuple):
    """The letters of a word that do not belong to its alphabet."""

    odd: str
    script: str
    repaired: str


class MixedScriptParams(NamedTuple):
    """What a rule may set."""

    most: int = 10
    """How many words of one article are reported one by one."""


class MixedScript(Check):
    """Latin words with Cyrillic or Greek letters in them, and Cyrillic and Greek words with Latin ones.

    Units and formulas (``μg``, ``TNFα``), stress marks, brands with an ending (``PRщик``), words glued
    together and handles are left alone.
    """

    Params = MixedScriptParams
    fields = frozenset({"word", "letters", "script", "names"})
    heeds_vocabulary = True

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        seen = 0
        for block in article.scope("text"):
            for alarm in self._in_block(article, block):
                seen += 1
                if seen <= self.params.most:
                    yield alarm
        if seen > self.params.most:
            yield Count("further words of mixed script", seen - self.params.most)

    def _in_block(self, article: Article, block: Block) -> Iterator[Alarm]:
        prose = block.text.prose
        if not scripts_meet(prose):
            return
        done = 0
        for match in MEETING.finditer(prose):
            if match.start() < done:
                continue
            start, end = _word_around(prose, match.start(), match.end())
            done = end
            word = prose[start:end]
            if word in self.setup.vocabulary or _is_address(prose, start, end):
                continue
            reading = _read(word, script(article))
            if reading is not None:
                names = ", ".join(unicodedata.name(letter, letter) for letter in dict.fromkeys(reading.odd))
                fields = {
                    "word": word,
                    "letters": reading.odd,
                    "script": _SCRIPTS[reading.script],
                    "names": names,
                }
                yield Alarm(block.text.span(start, end), fields, suggestion=reading.repaired or None)


_SCRIPTS = {
    text.partition(" ")[0]: Message(text.partition(" ")[0], text, {})
    for text in messages("Latin letters", "Greek letters", "Cyrillic letters")
}
"""Names of scripts, which in some languages differ from those of languages."""


def _word_around(prose: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and end - start < _LONGEST and (prose[start - 1].isalnum()):
        start -= 1
    while end < len(prose) and end - start < _LONGEST and (prose[end].isalnum()):
        end += 1
    return start, end


def _is_address(prose: str, start: int, end: int) -> bool:
    left = max(
        prose.rfind(" ", max(0, start - _LONGEST), start), prose.rfind("\n", max(0, start - _LONGEST), start)
    )
    right = prose.find(" ", end, end + _LONGEST)
    chunk = prose[max(left + 1, start - _LONGEST) : right if right >= 0 else end + _LONGEST]
    return _SOURCE_OF_NAMES.search(chunk) is not None


def _read(word: str, script: str) -> _Reading | None:
    """What is odd in a word, or nothing if the mixture can be meant."""
    if not word.isalpha() or len(word) >= _LONGEST:
        return None
    other = [letter for letter in word if "\u0370" <= letter <= "\u052f"]
    latin = [letter for letter in word if letter < "\u0250"]
    if script in _OWN:
        return _with_latin(word, latin, _OWN[script])
    return _in_latin(word, other, len(latin))


def _in_latin(word: str, odd: list[str], latin: int) -> _Reading | None:
    look_alikes = all(letter in _TOLATIN for letter in odd)
    greek = odd[0] < "\u0400"
    stray = len(odd) == 1 and latin >= 3 and not greek and odd[0] not in _FOR_SHOW
    if not (look_alikes and (latin >= 2 or not greek)) and not stray:
        return None
    repaired = "".join(_TOLATIN.get(letter, letter) for letter in word) if look_alikes else ""
    return _Reading("".join(odd), "Greek" if greek else "Cyrillic", repaired)


def _with_latin(word: str, odd: list[str], own: dict[str, str]) -> _Reading | None:
    """Latin look-alikes in a word of another script; a run of capitals is an acronym with an ending."""
    if any(letter in _STRESSED for letter in odd) or not all(letter in own for letter in odd):
        return None
    runs = _RUNS.findall(word)
    if len(runs) == 1 and len(runs[0]) > 1 and (runs[0].isupper() or 2 * len(odd) >= len(word)):
        return None
    return _Reading("".join(odd), "Latin", "".join(own.get(letter, letter) for letter in word))
