"""Single words of another script in a Latin sentence: left untranslated, where nothing introduces them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.analyses.chunks import Holding
from linter.analyses.languages import script_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.topics.language.lexicon import CERTAIN, Entry

_LETTER = "[\u0370-\u03ff\u0400-\u1dff\u3040-\ud7ff]"
_LATIN = "A-Za-z\u00df-\u00f6\u00f8-\u024f"
_WORD = lazy(
    f"(?:(?<=[{_LATIN}\\d.,;:%)'’] )|^){_LETTER}{{2,40}}(?:-{_LETTER}{{1,40}})?"
    f'(?=[.,;:!?]*(?: ?$| [{_LATIN}\\d"“]))'
)
"""Between Latin words, outside of brackets and with none after it; single Greek letters belong to science."""
_FULL_NAME = lazy(f"[A-Z][{_LATIN}]+ [A-Z][{_LATIN}]+ $")
"""After a name the same name in its own script may follow."""
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
        if lang and lang != "Latin" and not _is_name(match, prose):
            yield match.start(), match.end(), Entry(CERTAIN, lang, False, False)


def _is_name(match: re.Match[str], prose: str) -> bool:
    """Whether a word has a capital, follows a full name, or is all of the prose."""
    word, start = match.group(), match.start()
    if word[0].isupper() or word == prose.strip(" .,;:!?"):
        return True
    return _FULL_NAME.search(prose[max(0, start - 60) : start]) is not None
