"""Words as they are compared: folded to a bare form, and the forms a name may hide in."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from linter.languages import everywhere
from linter.matching.regexes import lazy

APOSTROPHES = "'’ʼ‘`´′＇"
HYPHENS = "-‐‑‒–"
TRANSCRIBING = "\u02be\u02bf"
"""Signs for letters of other alphabets."""
_TRANSCRIBED = frozenset("\u0101\u0113\u012b\u014d\u016b" + TRANSCRIBING)
"""Those signs, and vowels with a macron."""

_FOLD = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(HYPHENS, "-"),
        "\u00ad": None,
        "\u200b": None,
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ı": "i",
        "ħ": "h",
        "ς": "σ",
    }
)
_BEYOND_ASCII = lazy(r"[^\x00-\x7f]+")
_CUT = lazy(rf"({_BEYOND_ASCII.pattern})")
"""Splits a text: every second part is beyond ASCII."""
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def is_transcribed(word: str) -> bool:
    """Whether it is a scholarly transcription, whose author means each letter."""
    return not _TRANSCRIBED.isdisjoint(word)


def fold(text: str) -> str:
    """Lower case without accents, ligatures, soft hyphens; one apostrophe, one hyphen.

    Letters of other alphabets stay (Cyrillic, Greek), their accents go as well. The result
    may differ in length from ``text``.
    """
    folded = text.casefold().replace("`", "'")
    if folded.isascii():
        return folded
    return _BEYOND_ASCII.sub(lambda found: _bare(found[0]), folded)


def fold_text(text: str) -> str:
    """:func:`fold` of a long text, of which many pieces come again."""
    folded = text.casefold().replace("`", "'")
    if folded.isascii():
        return folded
    parts = _CUT.split(folded)
    parts[1::2] = map(_bare, parts[1::2])
    return "".join(parts)


@lru_cache(maxsize=30_000)
def fold_word(word: str) -> str:
    """:func:`fold` of a word. Most words come again, in the same article and in the next one."""
    return fold(word)


@lru_cache(maxsize=20_000)
def _bare(letters: str) -> str:
    """Letters in lower case without accents. Each is folded for itself, so that pieces can be kept."""
    bare = unicodedata.normalize("NFKD", letters.translate(_FOLD))
    return "".join(char for char in bare if not unicodedata.combining(char)).translate(_FOLD)


@lru_cache(maxsize=30_000)
def variants(word: str) -> tuple[str, ...]:
    """The folded forms under which a word may occur elsewhere, most faithful first.

    Without elision (``d'Aliyev``), without possessive (``May's``), the parts between
    apostrophes and hyphens (from three letters), joined parts, without dots.
    """
    whole = fold(word)
    if whole.isalpha():
        return (whole,)
    forms = [whole]
    parts = whole.split("'")
    if len(parts) > 1:
        forms += _apostrophe_forms(parts)
    for form in tuple(forms):
        if "-" in form:
            forms += [part for part in form.split("-") if len(part) >= 3]
            forms.append(form.replace("-", ""))
        if "." in form:
            forms.append(form.replace(".", ""))
            forms += [part for part in form.split(".") if len(part) >= 3]
    return tuple(dict.fromkeys(form for form in forms if form))


@cache
def _elided() -> frozenset[str]:
    return frozenset(everywhere("names.elided"))


def _apostrophe_forms(parts: list[str]) -> list[str]:
    forms = []
    if parts[0] in _elided():
        forms.append("'".join(parts[1:]))
    if parts[-1] in ("", "s"):
        forms.append("'".join(parts[:-1]))
    forms += [part for part in parts if len(part) >= 3 and part not in _elided()]
    forms.append("".join(parts))
    return forms


def without_digraphs(folded: str) -> str:
    """``mueller`` and ``muller`` become one: umlauts may be written either way."""
    for pair, single in _DIGRAPHS:
        folded = folded.replace(pair, single)
    return folded


def alphabet(text: str) -> str:
    """The script of the first letter: ``LATIN``, ``CYRILLIC``, ``GREEK`` …; empty if there is none."""
    first = next((char for char in text if char.isalpha()), "")
    if not first or first < "\u0250":
        return "LATIN" if first else ""
    return unicodedata.name(first, "").split(" ")[0]
