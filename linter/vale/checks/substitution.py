"""Words and phrases that a style replaces by others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from linter.check import Setup
from linter.matching.budget import Clock
from linter.matching.patterns import compiled, fault_of
from linter.matching.regexes import lazy
from linter.vale.alternation import Alternation, Hit
from linter.vale.checks.style import Found, StyleCheck, StyleParams
from linter.vale.scopes import Passages

_PLAIN = lazy(r"[^\W_][\w -]*\Z")
_GROUP = lazy(r"\$(\d+|\{\w+\})")
_OR = lazy(r"(?<!\\)\|")


@dataclass(frozen=True)
class SubstitutionParams(StyleParams):
    """What to write instead of what."""

    swap: dict[str, str] = field(default_factory=dict)
    """Pattern -> what to write; several choices are joined by ``|``, ``$1`` is a group of the pattern."""
    word: bool = True
    """Whether each pattern stands between word boundaries."""
    ignore_case: bool = False
    capitalize: bool = False
    """Whether the replacement of a capitalised text is capitalised."""
    choices: bool = False
    """Whether replacements are words to choose from; else they may be patterns of what is right."""


class Substitution(StyleCheck):
    """Reports what a pattern matches, unless it is what the pattern's replacement asks for."""

    Params = SubstitutionParams
    fields = frozenset({"text", "expected"})

    def __init__(self, params: SubstitutionParams, setup: Setup) -> None:
        super().__init__(params, setup)
        self._wrong = list(params.swap)
        self._right = list(params.swap.values())
        self._tokens = Alternation(self._wrong, params.ignore_case, params.word)
        self.sought = (self._tokens,)

    @classmethod
    def patterns(cls, params: SubstitutionParams) -> Sequence[str]:
        return tuple(params.swap)

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        for place, hit in self._tokens.search(passages.texts, places, clock):
            text = passages.texts.texts[place]
            observed = text[hit.start : hit.end]
            expected = self._expected(hit, observed, clock)
            if self._is_right(expected, observed, clock) or self.excuses.hold(
                text, hit.start, hit.end, clock
            ):
                continue
            choices = _choices(expected)
            shown = _quoted(choices) if self.params.choices else expected
            fields = {"text": observed, "expected": shown}
            yield place, Found(hit.start, hit.end, fields, ", ".join(choices) or None)

    def _expected(self, hit: Hit, observed: str, clock: Clock) -> str:
        expected = self._right[hit.number]
        if self.params.capitalize and observed[:1].isupper():
            expected = expected[:1].upper() + expected[1:]
        if not _GROUP.search(expected):
            return expected
        template = _GROUP.sub(lambda group: rf"\g<{group[1].strip('{}')}>", expected.replace("\\", r"\\"))
        pattern = compiled(self._wrong[hit.number], self.params.ignore_case)
        return clock.replace(pattern, template, observed)

    def _is_right(self, expected: str, observed: str, clock: Clock) -> bool:
        if self.params.choices:
            return observed in _choices(expected)
        if expected == observed or _PLAIN.match(expected):
            return expected == observed
        pattern = rf"(?:{expected})\Z"
        if fault_of(pattern):  # what is written is words, not a pattern
            return False
        found = clock.find_all(compiled(pattern), observed)
        return bool(found) and found[0].start() == 0


def _choices(expected: str) -> list[str]:
    return [choice.replace(r"\|", "|") for choice in _OR.split(expected) if choice]


def _quoted(choices: Sequence[str]) -> str:
    """``'a'``, ``'a' or 'b'``, ``'a', 'b', or 'c'``."""
    quoted = [f"'{choice}'" for choice in choices]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return ", ".join(quoted[:-1]) + ", or " + quoted[-1]
