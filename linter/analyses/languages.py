"""Language tags and names, and telling the language of a piece of text.

``linter/data/language_tags.json`` has the English names of ISO 639-1 and the other ways to write
its codes. The word list is made by ``scripts/build_languages.py`` from wordfreq; scripts that serve
a single language need no list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import filterfalse
from sys import byteorder

from linter.languages import by_language
from linter.matching import re, tries
from linter.matching.regexes import lazy
from linter.messages import Message, message
from linter.namedtuples import NamedTuple
from linter.packaged import data_path, read_json
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie


LISTED = (
    "ar bg bn ca cs da de el en es fa fi fil fr he hi hu id is it lt lv mk ms nb nl pl pt ro ru sh sk sl sv"
    " ta tr uk ur vi"
).split()
"""The languages of the word list, in the order of their numbers in it."""
_LEVELS = 6
_CASE_SAMPLE = 600
"""So many characters tell whether a text has capitals: more than one line, which may be in another script."""
_TENTHS = 10
_BITS = 32
"""Of a language in a ballot."""
_MASK = (1 << _BITS) - 1
FEW = 40
"""Up to so many words those in no list are looked at letter by letter."""
_BY_SCRIPT = {
    "Cyrillic": frozenset({"bg", "mk", "ru", "uk"}),
    "Arabic": frozenset({"ar", "fa", "ur"}),
    "Devanagari": frozenset({"hi"}),
}
_LATIN = frozenset(LISTED) - {"ar", "bg", "bn", "el", "fa", "he", "hi", "mk", "ru", "ta", "uk", "ur"}
_SELDOM = frozenset("fil hi ta sh ms is lt lv sl mk ca".split())
"""Languages that must be clearly better than the others, for their lists hold much English."""

CYRILLIC, GREEK, HAN = "Cyrillic", "el", "Han"
_RANGES = (
    (0x0041, "Latin"), (0x02B0, ""), (0x0370, "el"), (0x0400, "Cyrillic"), (0x0530, "hy"), (0x0590, "he"),
    (0x0600, "Arabic"), (0x0780, ""), (0x0900, "Devanagari"), (0x0980, "bn"), (0x0A00, "pa"),
    (0x0A80, "gu"), (0x0B00, "or"), (0x0B80, "ta"), (0x0C00, "te"), (0x0C80, "kn"), (0x0D00, "ml"),
    (0x0D80, "si"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, "bo"), (0x1000, "my"), (0x10A0, "ka"),
    (0x1100, "ko"), (0x1200, "am"), (0x13A0, ""), (0x1780, "km"), (0x1800, ""), (0x1E00, "Latin"),
    (0x1F00, "el"), (0x2000, ""), (0x3040, "ja"), (0x3100, ""), (0x3400, "Han"), (0xA000, ""),
    (0xAC00, "ko"), (0xD7B0, ""), (0xF900, "Han"), (0xFB00, ""),
)  # fmt: skip
TOLD = frozenset(LISTED) | {"be", "sr", "zh"} | {name for _, name in _RANGES if len(name) == 2}
"""Every language that can be told from others."""
_STARTS = [start for start, _ in _RANGES]
_BEYOND_LATIN = lazy("[\u0370-\u1dff\u1f00-\u1fff\u3040-\uffdc]")
_BEHIND_MAIN = lazy(r"[-_.@ ].*", re.DOTALL)
_WORD = lazy(r"[^\W\d_]+")
_TELLING, _OF_ITS_OWN, _OF_ANOTHER = 15, 0.25, 0.45
"""Of so many words so many are frequent: a third at least in Czech, of Lorem ipsum two fifths in Italian."""
_EASTERN = lazy("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Kana and Han: one script here, for Japanese is written in both."""
_KANA = lazy("[\u3041-\u30ff]")
EASTERN_WEIGHT = 2
"""So many other letters say as much as one of these, of which a word has few."""
NAMES_WEIGHT = 2
"""So many Latin letters count as one of another script: names and terms are written in them everywhere."""
KANA_SHARE = 12
"""Japanese has at least one kana in so many of these letters; Chinese has some in a name at most."""

CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de"
    " dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id"
    " ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu"
    " lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nr nv ny oc oj om or os pa pi pl ps pt qu rm rn"
    " ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts"
    " tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu fil pcm ast nds".split()
)
"""ISO 639-1, and three languages without a code there."""
_OLD_CODES = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "tl": "fil"}
"""Codes of two letters that were replaced, or that stand for another language here."""


class Guess(NamedTuple):
    """The language a text seems to be in. ``lang`` is empty where nothing speaks for any."""

    lang: str
    score: float
    """Weight of what speaks for it; about 3 a word."""
    margin: float
    """Share of that weight by which the next language is behind, 0 to 1."""
    words: int


NO_GUESS = Guess("", 0.0, 0.0, 0)


def normal_tag(tag: str) -> str:
    """``fr-FR``, ``fr_FR``, ``fra``, ``French`` -> ``fr``; an empty string for what is no language."""
    main = _BEHIND_MAIN.sub("", tag.strip().lower())
    main = _OLD_CODES.get(main, main)
    return main if main in CODES else _tags()["tags"].get(main, "")


def name_of(code: str) -> Message:
    """The name of a language, for messages; its code where it has none."""
    return message(_tags()["names"].get(code, code))


@lru_cache(maxsize=1)
def _tags() -> dict[str, dict[str, str]]:
    tags: dict[str, dict[str, str]] = read_json("language_tags.json")
    return tags


def script_of(letter: str) -> str:
    """``Latin``, ``Cyrillic``, ``Arabic``, ``Devanagari``, ``Han``, or the only language of a script.

    An empty string for what belongs to no script listed here.
    """
    found = bisect_right(_STARTS, ord(letter)) - 1
    return _RANGES[found][1] if found >= 0 else ""


def main_script(text: str) -> str:
    """The script that most letters of a text belong to, named as by :func:`script_of`."""
    return _main_script(_WORD.findall(text), text)


def has_case(text: str) -> bool:
    """Whether the letters at the beginning of a text come as capitals and small letters, most of them."""
    sample = text[:_CASE_SAMPLE]
    if sample.isascii() or all(map(_may_have_case, filterfalse(str.isascii, set(sample)))):
        return True
    letters = "".join(filter(str.isalpha, sample))
    return 2 * (sum(map(str.isupper, letters)) + sum(map(str.islower, letters))) >= len(letters)


def _may_have_case(character: str) -> bool:
    return character.isupper() or character.islower() or not character.isalpha()


def guess_language(text: str) -> Guess:
    """Tell the language of a text of any length; a few words are enough where they are common ones."""
    words = _WORD.findall(text)
    if not words:
        return NO_GUESS
    script = _main_script(words, text)
    if script == "Latin":
        return _by_words(words, _LATIN, len(words))
    if script == "Cyrillic" and (lang := _by_letter(text)):
        return Guess(lang, 3.0 * len(words), 1.0, len(words))
    if script in _BY_SCRIPT:
        return _by_words(words, _BY_SCRIPT[script], len(words))
    if script == HAN:
        script = "ja" if KANA_SHARE * len(_KANA.findall(text)) >= len(_EASTERN.findall(text)) else "zh"
    return Guess(script, 3.0 * len(words), 1.0, len(words)) if script else NO_GUESS


def _main_script(words: list[str], text: str) -> str:
    if text.isascii() or not _BEYOND_LATIN.search(text):
        return "Latin"
    counts: Counter[str] = Counter()
    eastern = len(_EASTERN.findall(text))
    if eastern:
        words = _WORD.findall(_EASTERN.sub(" ", text))
    for word in words:
        counts[script_of(word[0])] += len(word)
    counts["Latin"] //= NAMES_WEIGHT
    counts[HAN] += EASTERN_WEIGHT * eastern
    return max(sorted(counts), key=lambda script: counts[script])


def is_common(word: str, code: str) -> bool:
    """Whether a word in lower case is among the frequent ones of a language; never so without a word list."""
    return code in LISTED and bool(_ballot(word) >> LISTED.index(code) * _BITS & _MASK)


def frequency(word: str, code: str) -> int:
    """How frequent a word in lower case is in a language with a word list; 0 if it is not in it."""
    return (_ballot(word) >> LISTED.index(code) * _BITS & _MASK) // _TENTHS if code in LISTED else 0


def is_common_somewhere(word: str) -> bool:
    """Whether a word is among the frequent ones of any language with a word list."""
    return bool(_ballot(word))


def common_among(words: Iterable[str], code: str) -> Iterator[str]:
    """The frequent words of a language among many that mostly are none."""
    return (word for word in filter(_entries().__contains__, words) if is_common(word, code))


def begun(word: str) -> int:
    """How many letters of a word some frequent word of any language begins with."""
    return tries.begun(_entries(), word)


def beginning(start: str) -> frozenset[str] | None:
    """The frequent words of all languages that begin so, where these are not too many."""
    return tries.beginning(_entries(), start)


@lru_cache(maxsize=8)
def is_prose(text: str, lang: str) -> bool:
    """Whether a text may be of a language, or is plainly of another: Lorem ipsum has hardly a frequent word.

    So is a text that is too short to tell, or of a language without a word list. The last answers are
    remembered: each passage of a paragraph asks about all of it.
    """
    words = _WORD.findall(text.lower())
    if lang not in LISTED or len(words) < _TELLING:
        return True
    return _common(words, lang) >= _OF_ITS_OWN or any(_common(words, code) >= _OF_ANOTHER for code in LISTED)


def _common(words: list[str], code: str) -> float:
    """The share of the words that are frequent ones of a language."""
    return sum(is_common(word, code) for word in words) / len(words)


def _by_letter(text: str) -> str:
    """The language that alone of those of its script has some letters of the text; empty if none or two."""
    letters = set(text.lower())
    telling = [code for code, own in by_language("foreign.alphabet").items() if not letters.isdisjoint(own)]
    return telling[0] if len(telling) == 1 else ""


def _by_words(words: list[str], among: frozenset[str], count: int) -> Guess:
    """Add up, for each language, the weights of the words it has; letter groups for words in no list."""
    total = _ballot(words[0].lower()) + sum(map(_ballot, words[1:]))
    tenths = memoryview(total.to_bytes(len(LISTED) * _BITS // 8, byteorder)).cast("I")
    scores = [each / _TENTHS for each in (tenths if byteorder == "little" else tenths[::-1])]
    if len(words) <= FEW:
        for place, word in enumerate(words):
            if len(word) > 3 and not _ballot(word):
                _add_groups(word.lower(), _weight(word) / _TENTHS if place else 1.0, scores)
    named = {lang: score for lang, score in zip(LISTED, scores, strict=True) if score and lang in among}
    return _best({lang: score - (lang in _SELDOM) for lang, score in named.items()}, count)


@lru_cache(maxsize=30_000)
def _ballot(word: str) -> int:
    """What a word weighs for all languages, in tenths, each in its own bits: ballots are added in one go."""
    listed = _entries().get(word.lower())
    return sum(map(_weighed(_weight(word)).__getitem__, listed[0])) if listed else 0


@cache
def _weighed(weight: int) -> list[int]:
    """For each language and level, as the word list numbers them, the ballot of a word of that weight."""
    levels = [weight * (2 * level + 3) // 2 for level in range(_LEVELS)]
    return [tenths << lang * _BITS for lang in range(len(LISTED)) for tenths in levels]


def _weight(word: str) -> int:
    """In tenths. Words with a capital are often names."""
    return 6 if word[0].isupper() else _TENTHS


def _add_groups(word: str, weight: float, scores: list[float]) -> None:
    entries = _entries()
    padded = f"^{word[:24]}$"
    for start in range(len(padded) - 2):
        for codes in entries.get("~" + padded[start : start + 3], ()):
            for code in codes:
                scores[code // _LEVELS] += (code % _LEVELS + 0.5) / _LEVELS * weight


def _best(scores: dict[str, float], words: int) -> Guess:
    second, score = [0.0, 0.0, *sorted(scores.values())][-2:]
    if score <= 0:
        return NO_GUESS
    lang = min(lang for lang, own in scores.items() if own == score)
    return Guess(lang, score, (score - max(0.0, second)) / score, words)


@lru_cache(maxsize=1)
def _entries() -> marisa_trie.BytesTrie:
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(data_path("languages.marisa"))
