"""Letters that a language does not use: a word with one of them comes from another language."""

from __future__ import annotations

from linter.analyses.languages import NAMES, guess_language

_EASTERN = {
    "pl": "ąęłśźżćń", "cs": "řěůčšžďťň", "hu": "őű", "tr": "ğşı", "ro": "țșă", "hr": "đ",
}  # fmt: skip

_FOREIGN_TO: dict[str, str] = {
    "en": "ßãõàáâäåæçèéêëìíîïñòóôöøùúûüœ",
    "fr": "äößãõáíóúìòñåøæ",
    "de": "ãõíúóáìòñàâçèéêëîïôùûœåøæ",
    "es": "àèìòùâêîôûäëïöãõßåøæœç",
    "it": "âêîôûäëïöüñãõßåøæç",
    "pt": "èìòùäëïößñåøæœ",
    "nl": "ãõñßìòùåøæúíáâîôû",
    "sv": "ãõñßìòùâîûœøæêçèà",
    "pl": "äöüßãõñçêàèìòùâîûåøæœřěůčšžďťňéáíôï",
}
"""By document language, the western letters that only borrowed words have; those are in its table."""
_SPEAKS_FOR = {
    "de": "ßäöü", "pt": "ãõ", "es": "ñáíóú", "sv": "å", "da": "øæ", "it": "ìòù", "fr": "éèàêâîôûëïçœ",
}  # fmt: skip
_LIKELY = {letter: lang for lang, letters in _SPEAKS_FOR.items() for letter in letters}
"""The language that a western letter speaks for."""


_ACCENTED = {
    "en": "", "fr": "àâçéèêëîïôùûüÿœ", "de": "äöüß", "es": "áéíóúüñ", "it": "àèéìòù", "pt": "àáâãçéêíóôõúü",
    "nl": "éèëïóöü", "sv": "åäöé", "pl": "ąćęłńóśźż",
}  # fmt: skip
LETTERS_OF = {lang: "abcdefghijklmnopqrstuvwxyz" + accented for lang, accented in _ACCENTED.items()}
"""By document language, the letters that its words are spelt with."""


def _letters_of(lang: str) -> dict[str, str]:
    eastern = {letter: other for other, letters in _EASTERN.items() if other != lang for letter in letters}
    own = _EASTERN.get(lang, "")
    western = {letter: _LIKELY.get(letter, "cs") for letter in _FOREIGN_TO[lang]}
    return {letter: other for letter, other in (eastern | western).items() if letter not in own}


_ALIEN = {lang: _letters_of(lang) for lang in _FOREIGN_TO}


def alien_letter(word: str, lang: str) -> str:
    """The language that a letter of the word speaks for, if the given one never uses it; else nothing."""
    alien = _ALIEN[lang]
    found = next((alien[letter] for letter in word if letter in alien), "")
    if not found:
        return ""
    guess = guess_language(word).lang
    return guess if guess in NAMES and guess != lang else found
