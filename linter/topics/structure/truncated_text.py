"""A text that stops in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.language import speech
from linter.article.model import CODE, PARAGRAPH, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import Speech, everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_LAST_WORD = lazy(r"(?<![\w'’-])[^\W\d_]+['’]?$")
_LINES = 4
_ADDRESS = ("http://", "https://", "www.")
_STOPS = frozenset(".!?…:;")
_BREAKS = (",", "'", "’")
"""One of them, or a letter, ends what may be cut."""
_LEFT_OUT = ("[…]", "[...]", "(…)", "(...)")
"""Brackets at the end: behind "the" or "of" a feed's cut, else as often an extract of the author's."""


class TruncatedTextParams(NamedTuple):
    min_letters: int = 60
    """Shorter last paragraphs are by-lines, captions and links."""


class TruncatedText(Check):
    """Reports an end that cannot be the end: a preposition, a comma, "[+2841 chars]"."""

    Params = TruncatedTextParams
    fields = frozenset({"text"})
    variants = frozenset({"cut"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        block = _last(article)
        if block is None or block.kind != PARAGRAPH:
            return
        prose = block.text.prose.rstrip()
        if prose.endswith(_LEFT_OUT):
            brackets = next(filter(prose.endswith, _LEFT_OUT))
            span = block.text.span(len(prose) - len(brackets), len(prose))
            word = _LAST_WORD.search(prose[: -len(brackets)].rstrip())
            amid = word is not None and word[0] in speech(article).structure.unfinished
            yield Alarm(span, {"text": brackets}, severity=None if amid else Severity.INFO, variant="cut")
            return
        cut = _characters_left_out().search(prose) if prose.endswith("]") else None
        if cut is None and ("…" in prose or "..." in prose):
            cut = _read_more().search(prose)
        if cut is not None:
            yield Alarm(block.text.span(*cut.span()), {"text": cut[0].strip()}, variant="cut")
        elif len(prose) < self.params.min_letters or not (prose.endswith(_BREAKS) or prose[-1].isalnum()):
            return
        elif not _is_chat(prose) and not _leads(article, block):
            yield from self._unfinished(block, prose, speech(article))

    def _unfinished(self, block: Block, prose: str, known: Speech) -> Iterator[Alarm]:
        if prose.endswith(",") and prose[-2].isalnum():
            start = prose.rfind(" ") + 1
            yield Alarm(block.text.span(start, len(prose)), {"text": prose[start:]})
            return
        word = _LAST_WORD.search(prose.rsplit(None, 1)[-1])
        if word is not None and word[0] in known.structure.unfinished:
            yield Alarm(block.text.span(len(prose) - len(word[0]), len(prose)), {"text": word[0]})


def _leads(article: Article, block: Block) -> bool:
    """Whether an address stands behind it, to which the last word leads: "retrieved from"."""
    rest = article.source[block.text.span(0, len(block.text)).end :].lstrip(" \t\r\n<")
    return rest.startswith(_ADDRESS)


def _is_chat(prose: str) -> bool:
    """Whether most lines that are broken by hand have no stop at their ends, as in the log of a chat."""
    lines = [line.rstrip() for line in prose.split("\n")]
    return len(lines) >= _LINES and 2 * sum(line[-1:] in _STOPS for line in lines) < len(lines)


@cache
def _characters_left_out() -> re.Pattern[str]:
    """What a feed leaves behind, in the language of its program: ``… [+2841 chars]``."""
    characters = any_of(everywhere("structure.characters"))
    return lazy(rf"(?:…|\.\.\.)?\s?\[\s?\+\s?\d{{2,7}} (?:{characters})\s?\]$")


@cache
def _read_more() -> re.Pattern[str]:
    """The same, in the language of the page: ``… Read more``."""
    more = any_of(everywhere("structure.more"))
    return lazy(rf"(?:…|\.\.\.)\s?\[?(?:{more})\b.{{0,20}}$", re.IGNORECASE)


def _last(article: Article) -> Block | None:
    blocks = (block for block in reversed(article.blocks) if block.text.prose.strip())
    return next((block for block in blocks if block.kind != CODE), None)
