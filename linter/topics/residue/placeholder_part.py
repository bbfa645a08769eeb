"""Parts of a page that were never written: "caption here", "insert text here", "to be completed"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.exempt import shown_in_code
from linter.analyses.language import language
from linter.analyses.shown import shown
from linter.article.model import HEADING, HEADLINE, LIST, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Severity
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span
from linter.topics.residue.present import LONGEST, THEMES, may_be_unwritten

_ANY = rf"(?:[\w'’]+{GAP}){{0,2}}"
_AROUND = r"[\s\W_]*"
_NO_TARGET = frozenset({"", "#"})


class PlaceholderPart(Check):
    """Reports a headline, a caption, a paragraph or a list item that only says what belongs there.

    The phrase is all that the block says; one that leads somewhere is a link to the thing it names.
    """

    needs = ("residue.placeholders.parts", "residue.placeholders.here")
    fields = frozenset({"text"})
    variants = frozenset({"unwritten", "undecided"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        code = language(article)
        for number, block in enumerate(article.blocks):
            if may_be_unwritten(block):
                alarms = _alarms(block, code, _has_text(article, number))
                yield from (alarm for alarm in alarms if not shown_in_code(article, alarm.span))
        for each in shown(article):
            if 2 < len(each.value) <= LONGEST and (
                _here(code).fullmatch(each.value) or _unwritten(code).fullmatch(each.value)
            ):
                yield Alarm(each.span, {"text": each.value.strip()})


def _has_text(article: Article, number: int) -> bool:
    """Whether it is a heading with something under it: what that is about may be placeholders."""
    below = article.blocks[number + 1].kind if number + 1 < len(article.blocks) else HEADING
    return article.blocks[number].kind == HEADING and below != HEADING


def _alarms(block: Block, code: str, has_text: bool) -> Iterator[Alarm]:
    prose = block.text.prose
    if (found := _here(code).fullmatch(prose)) and not _leads_somewhere(block):
        yield Alarm(_span(block, found), {"text": found["phrase"]})
    elif not has_text and (found := _unwritten(code).fullmatch(prose)):
        severity = Severity.INFO if block.kind == LIST else None
        yield Alarm(_span(block, found), {"text": found["phrase"]}, severity=severity, variant="unwritten")
    elif block.kind not in (HEADING, HEADLINE) and (found := _undecided(code).fullmatch(prose)):
        yield Alarm(
            _span(block, found), {"text": found["phrase"]}, severity=Severity.INFO, variant="undecided"
        )


def _span(block: Block, found: re.Match[str]) -> Span:
    return block.text.span(*found.span("phrase"))


def _leads_somewhere(block: Block) -> bool:
    return any(mark.value not in _NO_TARGET for mark in block.text.marked("link"))


@cache
def _here(code: str) -> re.Pattern[str]:
    """A part and where it goes; what more it says is the same again ("here and here")."""
    sources = []
    for spoken in map(speech, dict.fromkeys((code, THEMES))):
        placeholders = spoken.residue.placeholders
        if placeholders.here:
            slots = {"part": f"(?:{any_of(placeholders.parts)})", "any": _ANY}
            phrase = any_of(placeholders.here, slots)
            # headlines of templates go on: "Headline goes here and here"
            ends = (each.rpartition(" ")[2] for each in placeholders.here)
            last = any_of(end for end in ends if "{" not in end)
            joined = any_of(spoken.dates.and_)
            sources.append(rf"(?:{phrase})(?:\W+(?:(?:{joined})\W+)?(?:{last}))*")
    return _whole("|".join(sources))


@cache
def _unwritten(code: str) -> re.Pattern[str]:
    theme = speech(THEMES).residue.placeholders
    return _whole(any_of((*speech(code).residue.placeholders.unwritten, *theme.unwritten)))


@cache
def _undecided(code: str) -> re.Pattern[str]:
    theme = speech(THEMES).residue.placeholders
    return _whole(any_of((*speech(code).residue.placeholders.undecided, *theme.undecided)))


def _whole(phrases: str) -> re.Pattern[str]:
    return lazy(rf"{_AROUND}(?P<phrase>{phrases or '(?!)'}){_AROUND}", re.IGNORECASE)
