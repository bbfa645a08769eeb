"""Patterns that a passage has too often, or not often enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.matching.budget import Clock
from linter.matching.patterns import compiled
from linter.matching.regexes import lazy
from linter.vale.checks.style import Found, StyleCheck, StyleParams
from linter.vale.running_text import MASK
from linter.vale.scopes import Passages

_WORD = lazy(r"\S+")
_COUNTS_WORDS = frozenset(
    template % "[0-9A-Za-z_]+" for template in (r"\b(%s)\b", r"\b%s\b", r"\b(?:%s)\b", "(%s)", "%s")
)
"""How styles tell how long a sentence may be."""
_LETTERS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_APART = bytes(byte if byte in _LETTERS else ord(" ") for byte in range(256))
"""What has a blank for each byte that is of no such word."""


@dataclass(frozen=True)
class OccurrenceParams(StyleParams):
    """How often a pattern may occur in a passage."""

    token: str = ""
    min: int = 0
    max: int = 0
    """The most occurrences; 0 for any number."""
    ignore_case: bool = False


class Occurrence(StyleCheck):
    """Reports a passage at the first occurrence; at its first word if there is none."""

    Params = OccurrenceParams
    fields = frozenset({"text", "count"})

    @classmethod
    def patterns(cls, params: OccurrenceParams) -> Sequence[str]:
        return (params.token,)

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        pattern = compiled(self.params.token, self.params.ignore_case)
        texts = passages.texts.texts
        counts_words = self.params.token in _COUNTS_WORDS and not self.params.ignore_case
        if counts_words and not self.params.min:
            places = [place for place in places if _words_at_most(texts[place]) > self.params.max]
        elif not self.params.min:
            counted = clock.texts_in_each(pattern, [texts[place] for place in places])
            most = self.params.max
            places = [place for place, met in zip(places, counted, strict=True) if len(met) > most]
        for place in places:
            text = texts[place]
            if counts_words and text.isascii():
                count, first = _words_at_most(text), clock.search(pattern, text)
                found = [first.span()] if first else []
            else:
                found = [match.span() for match in clock.find_all(pattern, text)]
                count = len(found)
            if not (0 < self.params.max < count or count < self.params.min):
                continue
            spans = found or [match.span() for match in _WORD.finditer(text)][:1]
            shown = [span for span in spans if text[slice(*span)].strip(f"{MASK} \t\r\n")]
            if shown:
                start, end = shown[0]
                yield place, Found(start, end, {"text": text[start:end], "count": str(count)})


def _words_at_most(text: str) -> int:
    """How many words of ASCII there are, those that are parts of others with them: it is soon counted."""
    return len(text.encode("utf-8", "surrogatepass").translate(_APART).split())
