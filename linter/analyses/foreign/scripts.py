"""Single words of another script in a Latin sentence: left untranslated, where nothing introduces them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.chunks import Holding
from linter.analyses.languages import script_of
from linter.analyses.lexicon import CERTAIN, Entry
from linter.regexes import lazy

_LETTER = "[\u0370-\u03ff\u0400-\u1dff\u3040-\ud7ff]"
_RUN = f"{_LETTER}{{3,40}}"
_LOWER = "[a-z\u00df-\u00f6\u00f8-\u024f]"
_WORD = lazy(
    f"(?<={_LOWER} ){_RUN}(?=[.,;:!?]*(?: {_LOWER}| ?$))|(?:(?<=[,.;:] )|(?<=s )|^){_RUN}(?= {_LOWER})"
)
"""Beside words in lower case, outside of brackets; single Greek letters belong to science."""
_ANY = lazy(_LETTER)
OTHER_SCRIPTS = Holding(lambda text: () if text.isascii() else _ANY.findall(text))
"""Finds the chunks without which a text has no such word."""
_LANGUAGES = {"Cyrillic": "ru", "Arabic": "ar", "Devanagari": "hi", "Han": "zh"}


def words_of_other_scripts(prose: str) -> Iterator[tuple[int, int, Entry]]:
    """The places of such words, each with the language that most likely has its script."""
    if prose.isascii():
        return
    for match in _WORD.finditer(prose):
        script = script_of(match.group()[0])
        lang = _LANGUAGES.get(script, script)
        if lang and lang != "Latin":
            yield match.start(), match.end(), Entry(CERTAIN, lang, False, False)
