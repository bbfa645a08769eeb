"""How suspicious a word is in a document of one language: the decision, made once per word.

The signal is the difference of Zipf values between the language where the word is most
frequent and the language of the document. Every frequency list leaks words of other
languages by a nearly constant factor, English most (a difference of 2.0 to 2.4, others 2.7
to 4.3), while true loanwords stay below 1.7; hence the thresholds.
"""

from __future__ import annotations

from typing import NamedTuple

from lexicon.sources import Seen

NEVER = frozenset(
    "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii am pm vs cm km kg"
    " mm ml cl gr kb mb gb tb hz kw mw rpm mph kmh dpa afp ansa efe lusa anp er ie eg al cf ca nr"
    " no op ed eds vol pp dr mr mrs ms st jr sr ltd inc co ltda gmbh ag sa spa srl bv nv".split()
)
"""Numerals, units and abbreviations that belong to no language."""


_ROMANCE = frozenset({"es", "it", "pt"})
EVIDENCE = 3.1
"""Rarer words do not even count beside others."""
FAR = {"de": _ROMANCE, "en": _ROMANCE, "nl": _ROMANCE, "sv": _ROMANCE | {"fr"}, "pl": _ROMANCE | {"fr"}}
"""By document language, the languages whose inflected forms are hardly ever forms of its own rare words."""


class Word(NamedTuple):
    """What is known of a word: its Zipf value at home and abroad, and who vouches for it."""

    text: str
    lang: str
    """The document language."""
    home: float
    abroad: float
    foreign: str
    """Language where it is most frequent."""
    valid: bool
    """A lexicon of the document language has it."""
    seen: Seen
    small: bool = False
    """A function word that is in the lists of the document language without being one of its words."""

    @property
    def gap(self) -> float:
        return self.abroad - self.home


def tier(word: Word) -> str:
    """``A`` certain, ``B`` likely, ``C`` loan-like, ``F`` certain in some company, ``R``/``r`` evidence only.

    ``r`` words are words of the document language too and count only between stronger ones.
    """
    if word.text in NEVER or (word.gap < 1.0 and not word.small):
        return ""
    found = _alone(word)
    if found in ("R", "r") and word.abroad < EVIDENCE and not word.small:
        return ""
    return "F" if word.small and found not in ("A", "B") else found


def _alone(word: Word) -> str:
    if word.valid:
        return _valid(word)
    if (word.seen.general >= 2 or word.seen.technical >= 3) and word.abroad < 5.8:
        return "r" if word.foreign != "en" and word.gap >= 1.5 else ""
    return _unknown(word) if len(word.text) >= 3 else _short(word)


def _valid(word: Word) -> str:
    if (
        len(word.text) >= 3
        and word.home < 4.0
        and word.abroad >= 5.0
        and word.gap >= 3.0
        and word.seen.general <= 2
    ):
        return "A"
    if (
        len(word.text) >= 3
        and word.home < 3.7
        and word.abroad >= 4.0
        and word.gap >= 2.6
        and word.seen.general <= 1
    ):
        return "B" if word.foreign in FAR.get(word.lang, ()) else "C"
    return "r" if word.gap >= 2.0 else ""


def _unknown(word: Word) -> str:
    english = word.foreign == "en"
    if word.abroad >= 5.3 and word.gap >= (2.0 if english else 2.3):
        return "A"
    if not english and word.abroad >= 3.0 and word.gap >= 2.5:
        return "A"
    if word.abroad >= (3.0 if english else 2.5) and word.gap >= (_english_gap(word) if english else 1.7):
        return "B"
    return "C" if word.gap >= 1.5 else "R"


def _english_gap(word: Word) -> float:
    """German writes the nouns it borrows with a capital: in lower case only forms in -ing are loans."""
    if word.lang == "de":
        return 2.2 if word.text.endswith("ing") else 1.7
    return 2.1


def _short(word: Word) -> str:
    """Two letters: only function words can be told from abbreviations."""
    sure = (
        word.abroad >= 5.3 and word.gap >= (2.2 if word.foreign == "en" else 2.6) and word.seen.general <= 2
    )
    return "A" if sure else "R"


def extra_tier(word: Word) -> str:
    """The tier of a word of a language that is no document language or only a distant one."""
    least, gap = (3.0, 2.0) if word.foreign in ("pl", "cs") else (3.5, 2.5)
    if len(word.text) < 4 or word.text in NEVER or word.valid or word.abroad < least or word.gap < gap:
        return ""
    if word.seen.general >= 2 or word.seen.technical >= 3:
        return ""
    return "A" if word.abroad >= 5.0 else "B"
