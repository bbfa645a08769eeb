"""Words that are written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import eq

from linter.matching.budget import Clock
from linter.matching.patterns import compiled
from linter.matching.regexes import lazy
from linter.vale.checks.style import NO_BLANK, Found, StyleCheck, StyleParams
from linter.vale.scopes import Passages
from linter.vale.sentences import segments

_BETWEEN_BLANKS = f"{NO_BLANK}+"
_OTHER_BLANK = lazy("[\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""Where Python cuts a text as well."""


@dataclass(frozen=True)
class RepetitionParams(StyleParams):
    """What is looked for, and how often it may be repeated."""

    tokens: tuple[str, ...] = (r"\S+",)
    """Patterns of the words."""
    max: int = 0
    ignore_case: bool = False
    alpha: bool = False
    """Whether only words of nothing but letters count."""


class Repetition(StyleCheck):
    """Reports two equal words that follow each other in one sentence."""

    Params = RepetitionParams
    fields = frozenset({"text"})

    @classmethod
    def patterns(cls, params: RepetitionParams) -> Sequence[str]:
        return params.tokens

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        pattern = compiled("|".join(self.params.tokens), self.params.ignore_case)
        texts = passages.texts.texts
        if pattern.pattern == _BETWEEN_BLANKS:
            places = [place for place in places if self._may_repeat_in(texts[place])]
        if not pattern.groups:
            words = clock.texts_in_each(pattern, [texts[place] for place in places])
            places = [place for place, met in zip(places, words, strict=True) if self._may_repeat(met)]
        for place in places:
            text = texts[place]
            spans = [match.span() for match in clock.find_all(pattern, text)]
            yield from ((place, found) for found in self._repeated(text, spans, clock))

    def _repeated(self, text: str, spans: Sequence[tuple[int, int]], clock: Clock) -> Iterator[Found]:
        count, before, last = 0, "", (0, 0)
        for span in spans:
            word = text[slice(*span)].strip()
            if self._same(word, before):
                count += 1
                start, end = last[0], span[1]
                one_sentence = count > self.params.max and len(segments(text[start:end])) == 1
                if one_sentence and not self.excuses.hold(text, start, end, clock):
                    yield Found(start, end, {"text": word})
                    count = 0
            before, last = word, span

    def _may_repeat_in(self, text: str) -> bool:
        """The same of what stands between blanks in a text; it is sooner cut there than searched."""
        words = (text.casefold() if self.params.ignore_case else text).split()
        return any(map(eq, words, words[1:])) or _OTHER_BLANK.search(text) is not None

    def _may_repeat(self, words: Sequence[str]) -> bool:
        """Whether a word comes twice in a row; a cheap question that most passages answer."""
        plain = [word.strip() for word in words if word]
        if self.params.ignore_case:
            plain = [word.casefold() for word in plain]
        return any(map(eq, plain, plain[1:]))

    def _same(self, word: str, before: str) -> bool:
        if not word or (self.params.alpha and not word.isalpha()):
            return False
        return word == before or (self.params.ignore_case and word.casefold() == before.casefold())
