"""Why a single foreign word is no leftover: a name, a quotation, a gloss, a term of the article.

Each test takes the paragraph and the place of the word; the names of the reasons serve to
count and to debug.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache

from linter.languages import everywhere, speech
from linter.languages.phrases import word_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import FILLER
from linter.topics.language.lexicon import CALQUE, CERTAIN, Entry, Lexicon, lends
from linter.topics.language.tokens import Paragraph, Token

REPEATED = 3
"""A word used so often in an article is a term of its subject."""
_ITEM_MARK = lazy(r"\s(?:[—–]|--?)\s|\s?:")
SENTENCE = 14
"""So many words to each side make the sentence that a word is judged in."""
_AT_HOME = 0.6
"""Least share of common words in a sentence of the article's language."""
_SHORT = 4
"""Letters of what is short for something."""
_NUMBERED = lazy(r"(?<=\b\w\w) \d|\. ?\d")
"""Behind what is short for something: two letters need no point."""
_BLANKS = (" ", "\u00a0")
_GLUE_LEFT = frozenset(":./_@-&=\\`~$+|" + FILLER)
_GLUE_RIGHT = frozenset("/_@-&=(`|\\" + FILLER)
_ONLY_MASKED = lazy(rf"\s?{FILLER}+\s?")


class Context:
    """A paragraph with its set-off ranges, judged word by word.

    ``counts`` says how often each word that could be reported occurs in the article.
    """

    __slots__ = ("_capital_nouns", "_quoted", "counts", "lexicon", "paragraph", "set_off")

    def __init__(
        self,
        paragraph: Paragraph,
        lexicon: Lexicon,
        set_off: tuple[tuple[int, int], ...],
        counts: Mapping[str, int],
    ) -> None:
        self.paragraph = paragraph
        self.lexicon = lexicon
        self._capital_nouns = speech(lexicon.lang).names.capital_nouns
        self.set_off = set_off
        self.counts = counts
        self._quoted: dict[tuple[int, int], str] = {}

    def spared(self, place: int) -> str:
        """The reason to leave a word alone, empty if there is none."""
        return (
            self.quotation(place)
            or self._name(place)
            or self._glued(place)
            or self._gloss(place)
            or self._term(place)
            or self._compound(place)
            or self._item(place)
            or self._no_sentence(place)
            or self._short(place)
        )

    def quoted(self) -> set[int]:
        """The places of the tokens that stand in a set-off range."""
        starts = [token.start for token in self.paragraph.tokens] if self.set_off else []
        found: set[int] = set()
        for start, end in self.set_off:
            for place in range(bisect_left(starts, start), len(starts)):
                if self.paragraph.tokens[place].end > end:
                    break
                found.add(place)
        return found

    def range_around(self, token: Token) -> tuple[int, int] | None:
        """The narrowest set-off range that holds the token."""
        last = bisect_right(self.set_off, (token.start, token.start + len(self.paragraph.prose)))
        holding = [place for place in self.set_off[max(0, last - 12) : last] if token.end <= place[1]]
        return min(holding, key=lambda place: place[1] - place[0], default=None)

    def amid_own_words(self, place: int) -> bool:
        """Whether words of the article's language stand on both sides, one of them a common one."""
        paragraph = self.paragraph
        if not 0 < place < len(paragraph.tokens) - 1:
            return False
        if not (paragraph.before(place) in (*_BLANKS, ", ") and paragraph.after(place) in _BLANKS):
            return False
        beside = paragraph.tokens[place - 1], paragraph.tokens[place + 1]
        return all(self._plain(token) for token in beside) and any(self._known(token) for token in beside)

    def _plain(self, token: Token) -> bool:
        cased = token.lower or token.first or (self._capital_nouns and not token.word.isupper())
        return cased and token.entry is None

    def _known(self, token: Token) -> bool:
        return self.lexicon.known(token.word.lower())

    def quotation(self, place: int) -> str:
        """The reason to leave a word of a quotation alone: the quotation is short or mostly foreign."""
        around = self.range_around(self.paragraph.tokens[place])
        if around is None:
            return ""
        if around not in self._quoted:
            self._quoted[around] = "quoted" if self._mostly_foreign(*around) else ""
        return self._quoted[around]

    def _mostly_foreign(self, start: int, end: int) -> bool:
        """Whether a set-off range is not simply prose of the article's language."""
        inside = [token for token in self.paragraph.tokens if start <= token.start < end]
        foreign = sum(token.entry is not None for token in inside)
        if len(inside) <= 2 or foreign >= 0.4 * len(inside):
            return True
        known = sum(self._known(token) for token in inside)
        return len(inside) <= 6 and (foreign > 1 or known < 0.6 * (len(inside) - 1))

    def _name(self, place: int) -> str:
        """Between or beside capitalised words that look like a name of the same language."""
        tokens = self.paragraph.tokens
        token, entry = tokens[place], _entry(tokens[place])
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        names = [other for other in (before, after) if other and self._looks_like_name(other)]
        particle = token.word in in_names()
        if self._capital_nouns and particle and before and after and not (before.lower or after.lower):
            return "name"
        if not names:
            return ""
        own_side = len(names) == 1 and self.own(after if names == [before] else before)
        if particle and entry.function and own_side and names == [before]:
            return ""
        if len(names) == 2 or particle or any(_is_acronym(other) for other in names):
            return "name"
        if any(_same_language(other, entry) for other in names):
            return "" if own_side and not lends(entry.lang) else "name"
        if entry.tier == CERTAIN or (own_side and not lends(entry.lang)):
            return ""
        return "name" if lends(entry.lang) or any(self._strange(other) for other in names) else ""

    def own(self, token: Token | None) -> bool:
        """Whether it is a common word of the article's language in lower case."""
        return token is not None and token.lower and token.entry is None and self._known(token)

    def _looks_like_name(self, token: Token) -> bool:
        if token.lower:
            return False
        return not ((token.first or self._capital_nouns) and self._known(token))

    def _strange(self, token: Token) -> bool:
        return token.entry is None and not self._known(token)

    def _glued(self, place: int) -> str:
        """Part of an address, a unit, a compound: no word of the sentence."""
        paragraph = self.paragraph
        token, entry = paragraph.tokens[place], _entry(paragraph.tokens[place])
        left, right = (
            paragraph.masked[token.start - 1 : token.start],
            paragraph.masked[token.end : token.end + 2],
        )
        if (left and left in _GLUE_LEFT) or (right and right[0] in _GLUE_RIGHT):
            return "glued"
        if right[:1] in (".", ":") and right[1:].isalnum():
            return "glued"
        before, after = paragraph.before(place), paragraph.after(place)
        shortest = 2 if entry.tier == CERTAIN else 5
        if _ONLY_MASKED.fullmatch(before) and len(token.word) <= shortest:
            return "digit"
        if before.strip() in ("/", "&", "[", ">", "$", "|", "+") or after.strip() in (
            "/",
            "&",
            "]",
            "=",
            "{",
        ):
            return "glued"
        return "glued" if self._dashed(place, before, after) else ""

    def _dashed(self, place: int, before: str, after: str) -> bool:
        tokens = self.paragraph.tokens
        if before.strip() in ("-", "–") and place:
            return before.strip() == before or tokens[place - 1].entry is not None
        if after.strip() == "-" and place + 1 < len(tokens):
            return after == "-" or tokens[place + 1].entry is not None
        return False

    def _gloss(self, place: int) -> str:
        paragraph = self.paragraph
        token = paragraph.tokens[place]
        if paragraph.after(place).startswith(" (") or "(" in paragraph.before(place):
            return "gloss"
        if place and paragraph.tokens[place - 1].word.lower() in _naming():
            return "gloss"
        return "gloss" if introduced(paragraph.prose, token.start) else ""

    def _term(self, place: int) -> str:
        """Used again and again, or known to the article as a name too."""
        token = self.paragraph.tokens[place]
        other = token.word[:-1] if token.word.endswith("s") else token.word + "s"
        if self.counts.get(token.word, 0) + self.counts.get(other, 0) >= REPEATED:
            return "term"
        if _entry(token).function or len(token.word) < 3:
            return ""
        return "term" if token.word.capitalize() in self.counts or token.word.upper() in self.counts else ""

    def _short(self, place: int) -> str:
        """A few letters before a number are short for something: ``di 16 mei``, ``(canto V, est. 3)``."""
        token, prose = self.paragraph.tokens[place], self.paragraph.prose
        return "short" if len(token.word) <= _SHORT and _NUMBERED.match(prose, token.end) else ""

    def _compound(self, place: int) -> str:
        """Two English words side by side are a loan: ``tee shot``."""
        tokens = self.paragraph.tokens
        entry = _entry(tokens[place])
        if not lends(entry.lang) or entry.tier == CERTAIN:
            return ""
        beside = tokens[max(0, place - 1) : place] + tokens[place + 1 : place + 2]
        return "compound" if any(other.entry for other in beside) else ""

    def _item(self, place: int) -> str:
        """The term that an entry of a list explains: ``make -- builds programs``."""
        paragraph = self.paragraph
        before = paragraph.before(place).strip()
        if place and not before.endswith((":", ";", "*", "•", FILLER)):
            return ""
        return "item" if place == 0 or _ITEM_MARK.match(paragraph.after(place)) else ""

    def _no_sentence(self, place: int) -> str:
        """In a sentence that is not one of the article: code, a list of names, another language."""
        tokens = self.paragraph.tokens
        first, last = place, place + 1
        while first > max(0, place - SENTENCE) and not tokens[first].first:
            first -= 1
        while last < min(len(tokens), place + SENTENCE) and not tokens[last].first:
            last += 1
        others = [
            token for token in tokens[first:place] + tokens[place + 1 : last] if self._in_sentence(token)
        ]
        if len(others) < 3:
            entry = _entry(tokens[place])
            return "" if entry.function and not lends(entry.lang) else "fragment"
        known = sum(self._known(token) for token in others)
        return "no sentence" if known < _AT_HOME * len(others) else ""

    def _in_sentence(self, token: Token) -> bool:
        """Whether a word can tell the language of its sentence: it is no name."""
        return token.lower or token.first or (self._capital_nouns and self._known(token))


@cache
def in_names() -> frozenset[str]:
    """Small words that stand inside names, of all languages: names keep their own."""
    return frozenset(everywhere("foreign.in-names"))


@cache
def _naming() -> frozenset[str]:
    """A word after one of these is the name of a thing in a computer."""
    return frozenset(everywhere("foreign.naming"))


@cache
def _introducing() -> re.Pattern[str]:
    """A word is introduced as a foreign one."""
    return lazy(rf"{word_of(everywhere('foreign.introducing'))}\W*$", re.IGNORECASE)


def introduced(prose: str, start: int) -> bool:
    """Whether what begins at ``start`` is introduced as a foreign word."""
    return _introducing().search(prose[max(0, start - 40) : start]) is not None


def _entry(token: Token) -> Entry:
    """The entry of a token that is known to have one, or the neutral one of a calque."""
    return token.entry or Entry(CALQUE, "", False, False)


def _is_acronym(token: Token) -> bool:
    return token.word.isupper() and len(token.word) > 1


def _same_language(token: Token, entry: Entry) -> bool:
    return token.entry is not None and token.entry.lang == entry.lang
