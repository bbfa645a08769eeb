"""Title case, sentence case, capitals: how headings are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from linter.check import Setup
from linter.matching import re
from linter.matching.budget import Clock
from linter.matching.patterns import compiled
from linter.matching.regexes import lazy
from linter.typed import Literal
from linter.vale.alternation import Alternation, is_literal, needles_of
from linter.vale.checks.style import Found, StyleCheck, StyleParams
from linter.vale.scopes import Passages

_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
_PREPOSITIONS = frozenset(
    "about above across after against along among around before between beyond concerning despite down "
    "during following from including into near over since through throughout towards under until upon with "
    "within without".split()
)
_TITLE_WORD = lazy(r"[^\W_]+[^\s/-]*")
_NUMBERED = lazy(r"\d+\.")


@dataclass(frozen=True)
class CapitalizationParams(StyleParams):
    """The case that passages have to be in."""

    match: str = "$title"
    """``$title``, ``$sentence``, ``$lower``, ``$upper``, or a pattern."""
    style: Literal["AP", "Chicago"] = "AP"
    """Which words of a title are small."""
    words: tuple[str, ...] = ()
    """Words whose case is theirs, as written, or patterns. Without any, exceptions are left as they are."""
    indicators: tuple[str, ...] = ()
    """Ends of a word after which a sentence begins."""
    threshold: float = 0.8
    """The share of words that have to be right."""
    prefix: str = ""
    """Pattern of what may stand before the text."""


class Capitalization(StyleCheck):
    """Reports a whole passage that is not in its case."""

    Params = CapitalizationParams
    fields = frozenset({"text", "expected"})

    def __init__(self, params: CapitalizationParams, setup: Setup) -> None:
        super().__init__(params, setup)
        listed = sorted(params.words, key=len, reverse=True)
        self._plain = {word.casefold(): word for word in reversed(listed)}
        self._listed = "|".join(f"(?:{word})" for word in listed or params.exceptions)
        self._word = _either(params.exceptions)
        self._word_of_any_case = f"(?i:{_either(listed)})" if listed else self._word
        wanted = filter(_is_told, (*params.exceptions, *params.words))
        self._special = Alternation([each for word in wanted for each in _readings(word)])

    @classmethod
    def patterns(cls, params: CapitalizationParams) -> Sequence[str]:
        return () if params.match.startswith("$") else (params.match,)

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        special = self._special.may_match_in(passages.texts, places)
        for place in places:
            text = passages.texts.texts[place]
            judge = self if place in special or not text.isascii() else self._without_words
            expected, right = judge._judged(text, clock)
            if not right:
                yield place, Found(0, len(text), {"text": text, "expected": expected})

    @cached_property
    def _without_words(self) -> Capitalization:
        """The check for passages without any of the words but those that may be anywhere.

        To look for hundreds of them takes long.
        """
        words, exceptions = (
            tuple(word for word in listed if not _is_told(word))
            for listed in (self.params.words, self.params.exceptions)
        )
        if words == self.params.words and exceptions == self.params.exceptions:
            return self
        return Capitalization(replace(self.params, words=words, exceptions=exceptions), self.setup)

    def _judged(self, text: str, clock: Clock) -> tuple[str, bool]:
        """The text as it should be, and whether it is right as it is."""
        kinds: dict[str, Callable[[str], str]] = {"$lower": str.lower, "$upper": str.upper}
        if self.params.match in kinds:
            expected = kinds[self.params.match](text)
            return expected, text == expected or self.excuses.hold(text, 0, len(text), clock)
        if self.params.match in ("$title", "$sentence"):
            titled = self.params.match == "$title"
            expected = self._title(text, clock) if titled else self._sentence(text, clock)
            return expected, self._near(text, expected, titled, clock)
        found = clock.find_all(compiled(self.params.match), text)
        return self.params.match, bool(found) or self.excuses.hold(text, 0, len(text), clock)

    def _near(self, text: str, expected: str, titled: bool, clock: Clock) -> bool:
        wanted = _tokens(self._word, expected, clock)
        words = _tokens(self._word, text, clock)
        right = 0
        for i, word in enumerate(words):
            as_it_is = i >= len(wanted) or word == wanted[i] or (titled and word == word.upper())
            if as_it_is or self.excuses.hold(word, 0, len(word), clock):
                right += 1
            elif not titled and i == 0 and word != word.lower().title():
                return False
        return not words or right / len(words) >= self.params.threshold

    def _cased(self, word: str, clock: Clock) -> str:
        """The word as the rule lists it, or as it is if it holds a listed word; else empty."""
        plain = self._plain.get(word.casefold(), "")
        if plain or not self._listed:
            return plain
        return word if clock.find_all(compiled(self._listed), word) else ""

    def _split(self, text: str, clock: Clock) -> tuple[str, str]:
        found = clock.find_all(compiled(self.params.prefix), text) if self.params.prefix else []
        return (found[0][0], text.removeprefix(found[0][0])) if found else ("", text)

    def _sentence(self, text: str, clock: Clock) -> str:
        prefix, rest = self._split(text, clock)
        made: list[str] = []
        before = ""
        for i, word in enumerate(_tokens(self._word_of_any_case, rest, clock)):
            starts = i == 0 or (len(before) > 1 and before.endswith(self.params.indicators))
            if i == 1 and _NUMBERED.match(before):
                starts = True
            cased = word[:1].upper() + word[1:].lower() if starts else word.lower()
            made.append(self._cased(word, clock) or cased)
            before = word
        return prefix + " ".join(made)

    def _title(self, text: str, clock: Clock) -> str:
        prefix, rest = self._split(text, clock)

        def cased(found: re.Match[str]) -> str:
            word = found[0]
            at_edge = found.start() == 0 or found.end() == len(rest)
            if self._cased(word, clock):
                return self._cased(word, clock)
            if self._is_small(word.lower()) and not at_edge and _inside(rest, found):
                return word.lower()
            return word[:1].upper() + word[1:]

        return prefix + _TITLE_WORD.sub(cased, rest)

    def _is_small(self, word: str) -> bool:
        return word in _SMALL or (self.params.style == "Chicago" and word in _PREPOSITIONS)


def _is_told(word: str) -> bool:
    """Whether it is known what a text has to hold for a word."""
    return all(map(needles_of, _readings(word)))


def _readings(word: str) -> tuple[str, ...]:
    """The patterns of a word: it is one, and is also looked up as it is written."""
    return (word,) if is_literal(word) else (word, re.escape(word))


def _either(words: Sequence[str]) -> str:
    """Pattern of the next word of a text: one of these (they may be phrases), else what looks like one."""
    listed = rf"\b(?:{'|'.join(words)})\b|" if words else ""
    return listed + r"[\p{N}\p{L}*]+\S*"


def _tokens(pattern: str, text: str, clock: Clock) -> list[str]:
    return [found[0] for found in clock.find_all(compiled(pattern), text)]


def _inside(text: str, found: re.Match[str]) -> bool:
    """Whether a word stands between others, not after a colon and not in a compound."""
    before, after = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 1]
    return (
        before[-1:] in (" ", "-", "/")
        and before[:1] not in (":", "-")
        and (after != "-" or before[-1:] == "-")
    )
