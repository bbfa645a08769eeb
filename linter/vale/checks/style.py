"""What the checks of style have in common: passages of some scopes, and what is excused."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from linter.article.model import Article
from linter.check import Alarm, Check, CheckFailed, Count, Setup
from linter.matching.budget import Clock, OutOfTime, PatternTooSlow, stopped
from linter.matching.hurry import unwatched
from linter.matching.patterns import compiled, fault_of
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.typed import Any, ClassVar
from linter.vale.alternation import Alternation
from linter.vale.ignored import without
from linter.vale.scopes import Passages, Scope, blocks, paragraphs, sentences, whole_file

_REFERENCE = lazy(r"&(?!rsquo;)#?\w+;")
NO_BLANK = r"[^\t\n\f\r ]"
"""What the patterns of styles have in place of ``\\S``."""
FAMILIES: dict[str, Callable[[Article], Passages]] = {
    "block": blocks,
    "paragraph": paragraphs,
    "sentence": sentences,
    "raw": whole_file,
}


@dataclass(frozen=True)
class StyleParams:
    """Settings that all checks of style share."""

    scope: tuple[str, ...] = ("text",)
    """Scopes as in Vale: sections joined by dots, ``~`` for not, ``&`` for and; one of them has to hold."""
    limit: int = 0
    """The most alarms of an article; 0 for no limit."""
    exceptions: tuple[str, ...] = ()
    """Patterns that excuse what they match."""
    ignored: tuple[str, ...] = ()
    """Patterns of what is no prose in the source, such as template tags."""


class Found(NamedTuple):
    """A place in a passage, and what is to be said of it."""

    start: int
    end: int
    fields: dict[str, str]
    suggestion: str | None = None


@lru_cache(maxsize=256)
def scopes_of(selectors: tuple[str, ...]) -> dict[str, Scope]:
    """By family, which of its passages a rule with these selectors looks at; the same for the same ones."""
    chains: dict[str, list[tuple[frozenset[str], list[frozenset[str]]]]] = {}
    for selector in selectors:
        family, wanted, unwanted = _chain(selector)
        chains.setdefault(family, []).append((wanted, unwanted))
    return {family: _scope(chosen) for family, chosen in chains.items()}


def _scope(chains: list[tuple[frozenset[str], list[frozenset[str]]]]) -> Scope:
    @cache
    def holds(scopes: frozenset[str]) -> bool:
        return any(
            wanted <= scopes and not any(each <= scopes for each in unwanted) for wanted, unwanted in chains
        )

    return holds


def _chain(selector: str) -> tuple[str, frozenset[str], list[frozenset[str]]]:
    """The family of a selector, the sections it wants, and those it does not want together."""
    parts = [part.strip() for part in selector.split("&")]
    wanted = frozenset(name for part in parts if part[:1] != "~" for name in part.split("."))
    unwanted = [frozenset(part[1:].split(".")) for part in parts if part[:1] == "~"]
    family = next((name for name in ("raw", "sentence", "paragraph") if name in wanted), "block")
    return family, wanted, unwanted


class Excuses:
    """Exceptions: words that a match holds, and phrases that a match is part of."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._words = rf"\b(?:{'|'.join(patterns)})\b" if patterns else ""
        phrases = "|".join(filter(_is_phrase, patterns))
        self._phrases = rf"\b(?:{phrases})\b" if phrases else ""
        self._latest: tuple[str, list[tuple[int, int]]] = ("", [])
        """A text, and the phrases in it."""

    def hold(self, text: str, start: int, end: int, clock: Clock) -> bool:
        """Whether ``text[start:end]`` is excused."""
        if not self._words:
            return False
        if clock.find_all(compiled(self._words), text[start:end].strip()):
            return True
        spans = self._spans(text, clock)
        near = bisect_right(spans, start, key=itemgetter(0)) - 1
        return near >= 0 and end <= spans[near][1]

    def _spans(self, text: str, clock: Clock) -> list[tuple[int, int]]:
        """The phrases of a text; found once for all that is asked of the text in a row."""
        if self._phrases and self._latest[0] != text:
            found = clock.find_all(compiled(self._phrases, True), text)
            self._latest = text, [each.span() for each in found]
        return self._latest[1] if self._phrases else []


def _is_phrase(pattern: str) -> bool:
    """Whether a pattern speaks of blanks, other than to exclude them."""
    pattern = pattern.replace(NO_BLANK, "")
    return " " in pattern or r"\s" in pattern or r"\t" in pattern


class StyleCheck(Check):
    """Base of the checks of style."""

    Params: ClassVar[type[Any]] = StyleParams

    def __init__(self, params: Any, setup: Setup) -> None:
        super().__init__(params, setup)
        self._scopes = scopes_of(tuple(params.scope))
        self.excuses = Excuses(params.exceptions)
        self.sought: Sequence[Alternation] = ()
        """What a passage has to hold one of for the check to say anything; none where that is not known."""

    @classmethod
    def faults(cls, params: Any) -> Iterator[str]:
        for pattern in (*params.exceptions, *params.ignored, *cls.patterns(params)):
            fault = fault_of(pattern)
            if fault:
                yield f"'{pattern}' is not a regular expression: {fault}"

    @classmethod
    def patterns(cls, params: Any) -> Sequence[str]:
        """The patterns among the check's own parameters."""
        return ()

    def look(self, passages: Passages, places: Sequence[int], clock: Clock) -> Iterator[tuple[int, Found]]:
        """What is found in the passages of these numbers, each with the number of its passage."""
        raise NotImplementedError

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        clock: Clock | None = None
        seen: set[int] = set()
        try:
            for family, scope in self._scopes.items():
                passages = self._passages(family, article)
                if self._may_speak(passages):
                    clock = clock or article.budget.clock(unwatched)
                    yield from self._alarms(passages, passages.within(scope), article, clock, seen)
        except PatternTooSlow as slow:
            raise CheckFailed(stopped([str(slow)])) from None
        except OutOfTime:
            raise
        except Exception as error:
            fault = next(self.faults(self.params), None)
            if fault is None:
                raise
            raise CheckFailed(fault) from error

    def _passages(self, family: str, article: Article) -> Passages:
        passages = FAMILIES[family](article)
        if self.params.ignored and family != "raw":
            return without(passages, self.params.ignored, article)
        return passages

    def _may_speak(self, passages: Passages) -> bool:
        """Whether the passages hold anything that is sought: most rules have nothing to say of an article."""
        return not self.sought or any(each.may_match(passages.texts) for each in self.sought)

    def _alarms(
        self, passages: Passages, places: Sequence[int], article: Article, clock: Clock, seen: set[int]
    ) -> Iterator[Alarm]:
        has_references = "&" in article.source
        for place, found in self.look(passages, places, clock) if places else ():
            passage = passages.all[place]
            span: Span = passage.span(found.start, found.end)
            if has_references and _has_reference(
                article.excerpt(span), passage.prose[found.start : found.end]
            ):
                continue
            if span.start not in seen and not 0 < self.params.limit <= len(seen):
                seen.add(span.start)
                yield Alarm(span, found.fields, (), found.suggestion)


def _has_reference(written: str, text: str) -> bool:
    """Whether a text is written with a character reference: rules of style are about what is typed."""
    return "&" in written and bool(_REFERENCE.search(written)) and not _REFERENCE.search(text)
