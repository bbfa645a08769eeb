"""Characters that nobody sees: zero-width, soft hyphens in headlines, direction marks, control characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from linter.analyses.exempt import Spans
from linter.article.model import CODE, HEADLINE, Article
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.matching.regexes import lazy
from linter.text import Span

_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u052f"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f\u00ad\u180e\u200b-\u200d\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
_ANY = lazy(f"[{_INVISIBLE}]+")
_RTL = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAKS_WITHOUT_BLANKS = lazy("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FLAG = "\U0001f3f4"
_TAGS = lazy("[\U000e0061-\U000e007a]{2}[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,3}\U000e007f")
"""What makes a black flag that of a region: its ISO 3166-2 code, and the end of it; more hides a text."""
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OVERRIDE = frozenset("\u202d\u202e")
_JOINERS = frozenset("\u200c\u200d")
_MONGOLIAN = lazy("[\u1800-\u18af]")
_VOWEL_SEPARATOR = "\u180e"
"""Before the last vowel of a word in the old script of Mongolian."""
_SOFT_HYPHEN = "\u00ad"
_DUMPED = 3
"""Control characters in one block of code that nobody typed, and nobody is to take out."""
_OUTPUT = ("\x1b", "\x7f")
"""One of these is enough there: it colours the output of a terminal, or comes from bytes shown as text."""
_CONTEXT = 30
"""Letters to each side that a message shows."""


class InvisibleCharacter(Check):
    """Invisible characters that break search, sorting and comparison, or hide what a text really says.

    What scripts and emoji need is left alone: joiners in Persian, Indic scripts and emoji, direction marks
    beside Hebrew and Arabic, zero-width spaces where a language writes no blanks, soft hyphens in running
    text, the byte order mark at the beginning. Removing the character is a safe fix.
    """

    fields = frozenset({"names", "around"})
    variants = frozenset({"direction", "soft-hyphen", "translated"})

    def signs(self, code: str) -> dict[int, frozenset[str]]:
        """All such characters."""
        ranges = re.findall("(.)(?:-(.))?", _INVISIBLE, re.DOTALL)
        return {0: frozenset(chr(at) for a, b in ranges for at in range(ord(a), ord(b or a) + 1))}

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(_ANY.finditer(article.source))
        if found and article.format == "html":
            found = _seen(article, found)
        shown = _dumps(article, found)
        for match in found:
            variant = _judge(article, match)
            if variant is not None and not shown.hold(match.start()):
                yield _alarm(article.source, match, variant)


def _seen(article: Article, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Those in what readers of a page see, not in what its scripts have in attributes."""
    texts = (*(block.text.whole for block in article.blocks), *(each.span for each in article.metadata))
    shown = Spans(list(texts))
    return [match for match in found if shown.hold(match.start())]


def _dumps(article: Article, found: list[re.Match[str]]) -> Spans:
    """The code that shows what is in a binary file."""
    control: list[int] = []
    for match in found:
        if match[0].startswith(_OUTPUT):
            control += [match.start()] * _DUMPED
        elif match[0] < " ":
            control.append(match.start())
    if len(control) < _DUMPED:
        return Spans([])
    codes = [block.text.whole for block in article.blocks if block.kind == CODE]
    inside = [bisect_left(control, code.end) - bisect_left(control, code.start) for code in codes]
    return Spans([code for code, times in zip(codes, inside, strict=True) if times >= _DUMPED])


def _judge(article: Article, match: re.Match[str]) -> str | None:
    """The variant of the message, or nothing if the characters belong where they stand."""
    source, found = article.source, match.group()
    before, after = (
        source[match.start() - 1 : match.start()] if match.start() else "",
        source[match.end() : match.end() + 1],
    )
    kinds = frozenset(found)
    if match.start() == 0 and found == "\ufeff":
        return None
    if found == _VOWEL_SEPARATOR and _MONGOLIAN.match(before):
        return None
    if kinds <= _DIRECTION:
        return "direction" if kinds & _OVERRIDE or not _RTL.search(_line(source, match.start())) else None
    if found.strip(_SOFT_HYPHEN) == "":
        return "soft-hyphen" if _in_headline(article, match.start()) else None
    if found == "\u200b\u200b" and before in (" ", "\u00a0") and after.isalnum():
        return "translated"
    return "" if _is_debris(found, kinds, before, after) else None


def _is_debris(found: str, kinds: frozenset[str], before: str, after: str) -> bool:
    if kinds <= _JOINERS:
        return bool(re.fullmatch(f"[{_LETTER}][{_LETTER}-]|-[{_LETTER}]", before + after))
    if any(char >= "\U000e0000" for char in kinds):
        return before != _FLAG or not _TAGS.fullmatch(found)
    if kinds & frozenset("\u200b\u2060\ufeff\u180e") and not any(char < " " for char in kinds):
        if _BREAKS_WITHOUT_BLANKS.search(before + after):
            return False
        return len(found) > 1 or found == "\ufeff" or (before.isalnum() and after.isalnum())
    return True


def _line(source: str, place: int) -> str:
    start = max(source.rfind("\n", 0, place) + 1, place - 500)
    end = source.find("\n", place, place + 500)
    return source[start : end if end >= 0 else place + 500]


def _in_headline(article: Article, place: int) -> bool:
    title = article.field("title")
    spans = [title.span] if title else []
    spans += [block.text.whole for block in article.blocks if block.kind == HEADLINE and block.text]
    spans += [article.headline.whole] if article.headline else []
    return any(span.start <= place < span.end for span in spans)


def _alarm(source: str, match: re.Match[str], variant: str) -> Alarm:
    names = dict.fromkeys(
        f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')}" for char in match.group()
    )
    before = source[max(0, match.start() - _CONTEXT) : match.start()].rsplit(maxsplit=1)
    after = source[match.end() : match.end() + _CONTEXT]
    left = before[-1] if before and not source[match.start() - 1].isspace() else ""
    right = "" if after[:1].isspace() else (after.split(maxsplit=1) or [""])[0]
    fields = {"names": ", ".join(names), "around": _ANY.sub("", left + right)}
    quiet = None if variant == "direction" else Severity.WARNING
    joins_words = match.group() < " " and left[-1:].isalnum() and right[:1].isalnum()
    return Alarm(
        Span(*match.span()), fields, variant=variant, severity=quiet, fix=None if joins_words else ""
    )
