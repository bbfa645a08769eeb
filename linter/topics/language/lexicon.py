"""Word tables: how suspicious a word is in a text of one language.

The tables are made by ``scripts/build_lexicon.py`` and mapped into memory when the first word
of their language is looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from itertools import chain, compress, repeat
from operator import ne, or_

from linter.languages import by_language, speech
from linter.matching.spelling import without_accents
from linter.matching.tries import beginning, begun
from linter.namedtuples import NamedTuple
from linter.packaged import data_path
from linter.topics.language.alphabets import alien_letter, letters_of
from linter.topics.language.edit_variants import one_letter_off, with_other_accents
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import marisa_trie

_FOREIGN = "en fr es de it pt nl pl sv cs nb fi ca ro da tr hu".split()
"""The languages of the tables in the order of their numbers there."""
_OPENER, _NOUN, _FUNCTION = 0x20, 0x40, 0x80
_KNOWN = ord("K")
_NEVER_ALONE = frozenset("KRr")
_MEMO_LIMIT = 400_000

CERTAIN, LIKELY, LOAN, CALQUE = "A", "B", "C", "Q"
"""Tiers that may be reported alone; ``R`` and ``r`` count only beside others."""
OWN = "r"
"""A word of the language itself that is much more frequent elsewhere."""
SMALL = "F"
"""A function word that names and loans have brought into the language; foreign only amid its own words."""
LAST_LATIN = "\u024f"
LEAST, SHORT = 5, 4
"""Letters of a word that can resemble another one, and of one that may lack an accent."""
LONG, LONGEST = 7, 20
"""A word of so many letters resembles another one that differs in a single letter anywhere."""
NOUN = "N"
"""A German noun, foreign where it is capitalised in the middle of a sentence."""
NOUN_LANGUAGE = "de"
"""Whose nouns the tables mark: other languages write theirs with small letters."""


class Entry(NamedTuple):
    """Why a word is suspicious."""

    tier: str
    lang: str
    """The language it looks like."""
    noun: bool
    """A German noun that no other language knows, not even as a name."""
    function: bool
    """A function word of its language: not a name even where it is capitalised."""
    opener: bool = False
    """A common word that no other language has: it may begin a sentence without being a name."""
    copied: str = ""
    """For a calque, the foreign word it copies."""


class Lexicon:
    """The table of one document language."""

    def __init__(self, lang: str) -> None:
        import marisa_trie

        self.lang = lang
        self._in_other_script = bool(speech(lang).foreign.table)
        self._table: marisa_trie.BytesTrie = marisa_trie.BytesTrie().mmap(
            data_path("lexicon", f"{speech(lang).foreign.table or lang}.marisa")
        )
        self._neighbours = {
            word: lang for lang, words in speech(lang).foreign.neighbours.items() for word in words
        }
        self._judged: set[str] = set()
        """The words, as written, that were looked at."""
        self._suspects: dict[str, Entry] = {}
        """Those of them that could be reported."""
        self._strangers: set[str] = set()
        """Those of them that have :data:`LEAST` letters, all small, and are in no table."""
        self._entries = _LookedUp(self._looked_up)
        """Why a word in lower case is suspicious, that of known words included."""

    def suspects(self, words: Set[str]) -> dict[str, Entry]:
        """Those of the words, as written, that could be reported, each with the reason; no single letters."""
        self._meet(words)
        return {word: self._suspects[word] for word in self._suspects.keys() & words}

    def strangers(self, words: Set[str]) -> set[str]:
        """Those of the words that have :data:`LEAST` letters, all small, and that no table has."""
        self._meet(words)
        return self._strangers & words

    def entry(self, word: str) -> Entry | None:
        """What makes a word in lower case suspicious, evidence that counts only beside others included."""
        entry = self._entries[word]
        return None if entry is _KNOWN_WORD else entry

    def entries(self, words: Iterable[str]) -> Iterator[Entry | None]:
        """The same of many words."""
        return (None if entry is _KNOWN_WORD else entry for entry in map(self._entries.__getitem__, words))

    def is_derived(self, word: str) -> bool:
        """Whether a word in lower case is the plural of a common one of the language, or names a doer."""
        endings = speech(self.lang).foreign
        one = word.removesuffix(endings.plural)
        return (one != word and self.known(one)) or any(map(self.known, _verbs(one, endings.agent, LEAST)))

    def known(self, word: str) -> bool:
        """Whether a word in lower case is a common one of the language."""
        return self._entries[word] is _KNOWN_WORD

    def resembling(self, word: str) -> str:
        """A common word of the language that a word in lower case may be a misspelling of.

        It differs in accents, in one letter if the word is long, or in its last letters.
        """
        return self.meant(word) or ("" if len(word) < LEAST else self._ending_otherwise(word))

    def meant(self, word: str) -> str:
        """A common word that differs in accents, or in one letter of a long word; empty if there is none.

        A short word may only lack them.
        """
        if len(word) < (SHORT if word.isascii() else LEAST):
            return ""
        letters = letters_of(self.lang)
        near = with_other_accents(word, letters)
        if LONG <= len(word) <= LONGEST:
            near = chain(near, one_letter_off(word, letters, self.begun(word)))
        return next(filter(self.common, near), "")

    def is_lent(self, word: str, entry: Entry) -> bool:
        """Whether a word in lower case is one of a language that all others take words from."""
        return lends(entry.lang) or any(lender.known(word) for lender in self._lenders())

    def is_lent_noun(self, word: str) -> bool:
        """Whether such a language makes it of one of its verbs: "tracking", "staking", "logging"."""
        endings = by_language("foreign.gerund").values()
        verbs = [verb for ending in endings for verb in _verbs(word, ending, LEAST - 2)]
        return any(lender.known(verb) for lender in self._lenders() for verb in verbs)

    def _lenders(self) -> Iterator[Lexicon]:
        lenders = (lexicon(lang) for lang in by_language("foreign.lends") if lang != self.lang)
        return (lender for lender in lenders if lender is not None)

    def begun(self, word: str) -> int:
        """How many of its letters some word of the table begins with."""
        return begun(self._table, word)

    def beginning(self, start: str) -> frozenset[str] | None:
        """The words of the table that begin so, where these are not too many."""
        return beginning(self._table, start)

    def common(self, word: str) -> bool:
        """Like :meth:`known`, for the many words that are asked about but once."""
        values = self._table.get(word)
        return bool(values) and values[0][0] == _KNOWN

    def common_among(self, words: Iterable[str]) -> list[str]:
        """The common words among many that mostly are none, which is told soonest so."""
        return list(filter(self.common, filter(self._table.__contains__, words)))

    def _ending_otherwise(self, word: str) -> str:
        stem, most = word[:-2], 1 if len(word) < 7 else 2
        near = [
            (edits, len(own), own)
            for own, value in self._table.items(stem)
            if value[0] == _KNOWN and (edits := _edits(own[len(stem) :], word[len(stem) :])) <= most
        ]
        return min(near)[2] if near else ""

    def is_made_of(self, word: str) -> bool:
        """Whether a word in lower case is a common one with a few letters more, or made of two of them."""
        return any(map(self.common, (word[:-1], word[:-2], word[:-3], word[2:]))) or any(
            self.common(word[:at]) and self.common(word[at:]) for at in range(3, len(word) - 2)
        )

    def _meet(self, words: Set[str]) -> None:
        """Judge those of the words, as written, that come for the first time."""
        if len(self._judged) > _MEMO_LIMIT:
            self._judged.clear()
            self._suspects.clear()
            self._strangers.clear()
        fresh = tuple(words - self._judged)
        if not fresh:
            return
        self._judged.update(fresh)
        small = tuple(map(str.lower, fresh))
        rare = map(ne, map(self._table.get, small), repeat(_COMMON))  # one of ten
        if self._neighbours:
            rare = map(or_, rare, map(self._neighbours.__contains__, small))
        for word in compress(fresh, rare):
            if len(word) > 1:
                self._judge(word)

    def _judge(self, word: str) -> None:
        lower = word.islower()
        entry = self._entries[word if lower else word.lower()]
        if entry is None:
            entry = self._calque(word) if lower else None
            if entry is None and lower and len(word) >= LEAST:
                self._strangers.add(word)
        elif entry.tier in _NEVER_ALONE or (entry.tier == NOUN if lower else not _capitalised(entry)):
            entry = None
        if entry is not None:
            self._suspects[word] = entry

    def _looked_up(self, word: str) -> Entry | None:
        if word in self._neighbours:
            return Entry(CERTAIN, self._neighbours[word], False, True)
        values = self._table.get(word.replace("\u00df", "ss"))
        if values:
            return _ENTRIES[values[0]]
        lang = "" if word.isascii() else alien_letter(word, self.lang)
        if lang:
            return Entry(LIKELY, lang, False, False)
        return _KNOWN_WORD if self._in_other_script and word > LAST_LATIN else None

    def _calque(self, word: str) -> Entry | None:
        if len(word) < 5:
            return None
        values = self._table.get("=" + without_accents(word))
        if not values:
            return None
        return Entry(CALQUE, _FOREIGN[values[0][1]], False, False, copied=values[0][2:].decode())


class _LookedUp(dict[str, "Entry | None"]):
    """Entries by their words, each asked for once."""

    def __init__(self, look_up: Callable[[str], Entry | None]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> Entry | None:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        entry = self[word] = self._look_up(word)
        return entry


class _Entries(dict[bytes, Entry]):
    """Entries by their values in the table: a tier, and a language with flags."""

    def __missing__(self, value: bytes) -> Entry:
        tier, place = value
        flags = bool(place & _NOUN), bool(place & _FUNCTION), bool(place & _OPENER)
        entry = self[value] = Entry(chr(tier), _FOREIGN[place & 0x1F], *flags)
        return entry


_KNOWN_WORD = Entry("K", "", False, False)
_COMMON = [b"K"]
_ENTRIES = _Entries({b"K": _KNOWN_WORD})


def _verbs(word: str, ending: str, least: int) -> tuple[str, ...]:
    """What may be the verb of which an ending made a word, as English spells it; none of too short a one."""
    stem = word.removesuffix(ending)
    return (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y") if word != stem and len(stem) >= least else ()


def _capitalised(entry: Entry) -> bool:
    """Whether a word may be reported where it begins with a capital."""
    return entry.noun or entry.opener or (entry.function and entry.tier == CERTAIN)


@cache
def lexicon(code: str) -> Lexicon | None:
    """The table of a document language; nothing for a language without one."""
    return Lexicon(code) if speech(code).foreign.lexicon else None


def lends(code: str) -> bool:
    """Whether all other languages take words from it, so that one of them alone is no slip."""
    return code in by_language("foreign.lends")


def _edits(one: str, other: str) -> int:
    """How many letters must be put in, taken out or replaced to make one ending of the other."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row[0] = row[0], place
        for i, wanted in enumerate(other, 1):
            before, row[i] = row[i], min(row[i] + 1, row[i - 1] + 1, before + (letter != wanted))
    return row[-1]
