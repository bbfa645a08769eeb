"""Marks of unfinished work: TODO, FIXME, TBD, XXX, X-X."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from linter.analyses.chunks import Holding, in_any
from linter.analyses.exempt import exempt
from linter.analyses.language import speech
from linter.article.model import CAPTION, HEADING, HEADLINE, LIST, PARAGRAPH, QUOTE, TABLE, Article, Block
from linter.check import Alarm, Check, Count, Setup
from linter.finding import Severity
from linter.languages import Speech
from linter.languages.phrases import any_of
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import FILLER, Span
from linter.topics.residue.mark_names import is_name
from linter.topics.residue.score_gap import scores
from linter.topics.residue.short_blocks import short_blocks
from linter.topics.residue.shown import shown
from linter.topics.residue.title_gap import title_gaps

_GAP = r"XXX?|xxx?"
"""Longer rows are the business of another rule, for they mean nothing else; two capitals may be twenty."""
_NEAR = 40
"""Characters beside a mark in which what it means is looked for."""
_WORD = lazy(r"[^\W_]")
_CODE = lazy(r"(?:(?:[#/*;%&=]|--)\s?|[_.@$\\`-])\Z")
"""Before a mark: a comment in code, a file, a tag, a name."""
_GLUED = lazy(r"(?:[-/_.+=]\w|['’]?s\b|['’](?!\w)|[_@$=\\`]|\s?[=<>]|\s[-/]\s?[A-Z]{3,}\b)")
"""After a mark: it is part of a name, a plural, or one of several marks that are spoken of."""
_NAMED = lazy(r"\([\w@ .-]{1,30}\)(?=\s?[:：.,]|\s*\Z)|\s\(@[\w-]{1,30}\)|[:：](?=[^\W\d_])")
_COLON = lazy(r"\s?[:：](?!//)")
_REST = lazy(r"(?:\([\w@ .-]{1,30}\))?(?:\s?[:：]\s?(?:[^\n.。()\]]|\([^\n()]{0,60}\)){0,60}(?<!\s))?")
_OPENS = tuple("([{（【［〔")
_COMMENTS = ("//", "#")
_STOPS = (".", "!", "?", "…", "。", "！", "？", ":", "：", "\n", "|", "•", "·")
_NO_LETTER = r"(?![^\W_\u3040-\ud7a3])"
"""After a word: no letter of a script that writes blanks between words; Hangul adds its particles."""
_GOES_ON = lazy(r"\s[^\W\d_]")
_ENDS = lazy(r"\s*(?:\Z|[.,;:!?)\]…。、，）])")
_SMALL_BEFORE = lazy(rf"(?<![\w'’-])[{SMALL}]{{2,}}\s\Z")
_LAST_WORD = lazy(r"\s[^\W\d_]+[.!…]?\s*\Z")
_TWO_WORDS = lazy(r"\s[^\W\d_]{2,}\s[^\W\d_]{2,}")
_ACRONYM = lazy(r"[A-Z][\w’'-]*(?: \w+)? [A-Z][\w’'-]* \(\Z")
"""Before a mark: what it is short for ("Tick-Borne Disease (TBD")."""
_IN_ADDRESS = r"[/#_-](?P<mark>{mark}|(?<=/)xxxx/xx(?=/))(?=[/#_.-]|\Z)"


class PlaceholderMarkParams(NamedTuple):
    task: tuple[str, ...] = ("TODO", "FIXME")
    """Marks of something to do."""
    open: tuple[str, ...] = ("TBD", "TBA", "TBC")
    """Marks of something that is not known yet; authors may mean them."""


class _Place(NamedTuple):
    """A mark in the prose of a block, and what stands on its two sides."""

    block: Block
    mark: str
    before: str
    after: str
    start: int
    end: int


class PlaceholderMark(Check):
    """Reports the marks where they stand for text: alone, as a note, or in the place of a number or a name.

    A text that speaks of the marks has them beside other words ("a TODO list", "our TODOs"), in code or in
    quotation marks. In a sentence a mark is only taken for a gap where the word before it wants a value.
    """

    Params = PlaceholderMarkParams
    fields: ClassVar[frozenset[str]] = frozenset({"text"})
    variants: ClassVar[frozenset[str]] = frozenset({"open", "gap", "score"})

    def __init__(self, params: PlaceholderMarkParams, setup: Setup) -> None:
        super().__init__(params, setup)
        marks = "|".join(map(re.escape, (*params.task, *params.open)))
        self._mark = lazy(rf"(?<![\w’'-])(?:{marks}|{_GAP})(?![\w])")
        self._holding = Holding(lazy(rf"{marks}|{_GAP}|[Xx] ?[-–:] ?[Xx]").findall)
        any_mark = rf"(?:{marks}|X{{3,8}})"
        self._value = lazy(rf"\W{{0,3}}(?P<mark>{any_mark})\W{{0,3}}")
        self._address = lazy(_IN_ADDRESS.format(mark=any_mark))

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        holding = self._holding.among(article)
        if holding:
            known = speech(article)
            for block in article.scope("text"):
                if in_any(holding, block.text.prose):
                    yield from self._in_block(article, block, known)
        yield from self._in_code(article)
        for title, start, end in title_gaps(article):
            yield Alarm(title.span(start, end), {"text": title.prose[start:end]}, variant="gap")
        for each in shown(article):
            if found := self._in_value(each.value):
                yield self._alarm(each.span, each.value.strip(), found["mark"])

    def _in_code(self, article: Article) -> Iterator[Alarm]:
        """A block of code of one line, which is a note of what it is to show."""
        for block in article.scope("code"):
            line = block.text.prose.strip()
            if line.startswith(self.params.task) and "\n" not in line:
                mark = self._mark.match(line)
                if mark and (mark.end() == len(line) or _COLON.match(line, mark.end())):
                    yield Alarm(block.text.whole, {"text": line[: 2 * _NEAR]})

    def _in_value(self, value: str) -> re.Match[str] | None:
        whole = self._value.fullmatch(value)
        if whole or "/" not in value or " " in value:
            return whole
        return self._address.search(value)

    def _in_block(self, article: Article, block: Block, known: Speech) -> Iterator[Alarm]:
        for place in _places(block, self._mark):
            span = block.text.span(place.start, place.end)
            if exempt(article, "code").hold(span.start):
                continue
            if exempt(article, "quotes").hold(span.start) and not _is_own(place):
                continue
            if place.mark in self.params.task:
                yield from self._task(article, place, known)
            elif place.mark in self.params.open:
                yield from self._open(place)
            elif _is_gap(article, place, known):
                yield _gap(place)
        yield from scores(block)

    def _task(self, article: Article, place: _Place, known: Speech) -> Iterator[Alarm]:
        everyday = place.mark in known.residue.placeholders.ordinary
        if _spoken_of(place, known) or (place.block.kind == TABLE and _alone(place)):
            return
        if (everyday and place.block.kind == HEADLINE) or is_name(article, place.mark):
            return
        if _is_note(place, everyday) or (not everyday and self._stands_for_value(article, place, known)):
            rest = _REST.match(place.after)
            end = place.end + (rest.end() if rest else 0)
            text = place.block.text
            yield Alarm(text.span(place.start, end), {"text": text.prose[place.start : end]})

    def _stands_for_value(self, article: Article, place: _Place, known: Speech) -> bool:
        if self._is_subject(article, place.mark, known):
            return False
        begins = not place.before.strip() and place.block.kind in (PARAGRAPH, LIST)
        goes_on = begins and _GOES_ON.match(place.after)
        return _is_strong(place) or bool(goes_on) or _wants_value(place, known) or _is_left(place)

    def _is_subject(self, article: Article, mark: str, known: Speech) -> bool:
        """Whether the article has the mark in its headline, or speaks of it elsewhere."""
        key = (PlaceholderMark._is_subject, mark)
        if key not in article.memo:
            headline = article.headline.prose if article.headline else ""
            spoken = lazy(rf"(?<!\w){mark}(?:s\b|['’]s|{_noun(known).pattern})", re.IGNORECASE)
            proses = (block.text.prose for block in article.scope("text"))
            article.memo[key] = mark.casefold() in headline.casefold() or any(map(spoken.search, proses))
        return bool(article.memo[key])

    def _open(self, place: _Place) -> Iterator[Alarm]:
        if _GLUED.match(place.after) or _CODE.search(place.before) or _ACRONYM.search(place.before):
            return
        alone = _alone(place)
        if alone and place.block.kind in (TABLE, HEADLINE):
            return
        sure = alone and place.block.kind in (PARAGRAPH, HEADING, CAPTION)
        span = place.block.text.span(place.start, place.end)
        severity = None if sure else Severity.INFO
        yield Alarm(span, {"text": place.mark}, severity=severity, variant="open")

    def _alarm(self, span: Span, text: str, mark: str) -> Alarm:
        is_open = mark in self.params.open
        variant = "open" if is_open else "" if mark in self.params.task else "gap"
        return Alarm(span, {"text": text}, severity=Severity.INFO if is_open else None, variant=variant)


def _places(block: Block, mark: re.Pattern[str]) -> Iterator[_Place]:
    prose = block.text.prose
    for found in mark.finditer(prose):
        start, end = found.span()
        before, after = prose[max(0, start - _NEAR) : start], prose[end : end + 2 * _NEAR]
        yield _Place(block, found[0], before, after, start, end)


def _alone(place: _Place) -> bool:
    """Whether the block has no other word."""
    if len(place.block.text.prose) > _NEAR or FILLER in place.block.text.prose:
        return False
    return not _WORD.search(place.before) and not _WORD.search(place.after)


def _is_own(place: _Place) -> bool:
    """Whether a block that is set like a quotation is a note of the author: "[TODO]", "TODO:"."""
    return place.block.kind == QUOTE and (_bracketed(place) or _alone(place))


def _is_comment(place: _Place) -> bool:
    """Whether a paragraph begins like a comment in code: "// TODO say more", "#TODO"."""
    begins = place.block.kind in (PARAGRAPH, LIST) and place.before.strip() in _COMMENTS
    return begins and (_alone(place) or bool(_GOES_ON.match(place.after)))


def _spoken_of(place: _Place, known: Speech) -> bool:
    """Whether the mark is a word of the sentence or a target: "a TODO list", "TODOs", "TODO.md", "# TODO"."""
    in_code = _CODE.search(place.before) and not _is_comment(place)
    if in_code or _GLUED.match(place.after) or place.before.endswith("]("):
        return True
    return _noun(known).match(place.after) is not None


@cache
def _noun(known: Speech) -> re.Pattern[str]:
    """Right after a mark that is spoken of."""
    return lazy(rf"\W{{1,2}}(?:{any_of(known.residue.placeholders.nouns)}){_NO_LETTER}", re.IGNORECASE)


def _begins(place: _Place) -> bool:
    """Whether a line, a sentence or brackets begin with the mark; a sign may come before it."""
    before = place.before.rstrip(" \t\u00a0*_")
    if not before or before.endswith(_OPENS):
        return True
    last = before[-1]
    return (last in _STOPS or (ord(last) > 0x2190 and not last.isalnum())) and last != FILLER


def _is_note(place: _Place, everyday: bool) -> bool:
    """Whether the mark introduces a note: alone, "TODO: …", "FIXME(anna)", "(TODO link)", "TODO, …"."""
    if _NAMED.match(place.after) and not everyday:
        return True
    if _alone(place):  # under a heading of the name stands what is to be done with the subject of the text
        return place.block.kind in (PARAGRAPH, LIST, QUOTE) or (not everyday and place.block.kind == CAPTION)
    if _is_comment(place):
        return not everyday
    if not _begins(place):
        return False
    if _COLON.match(place.after):
        return not everyday or not place.before.strip()
    bracketed = _bracketed(place)
    if everyday:
        return bracketed and place.after.lstrip().startswith((")", "]", "}"))
    return bracketed or _is_strong(place) or place.after.startswith((",", " -", " –", "…", "..."))


def _bracketed(place: _Place) -> bool:
    return place.before.rstrip().endswith(_OPENS)


def _is_strong(place: _Place) -> bool:
    """Whether it is set in bold alone."""
    return any((m.start, m.end) == (place.start, place.end) for m in place.block.text.marked("strong"))


def _is_left(place: _Place) -> bool:
    """Whether the mark stands behind a label, behind the link of an item, or at the end with one word."""
    if _begins(place) and _LAST_WORD.match(place.after):
        return True
    if place.before.rstrip().endswith((":", "：")):
        return bool(_ENDS.match(place.after) or _GOES_ON.match(place.after))
    gap = place.start - len(place.before) + len(place.before.rstrip())
    linked = any(mark.end == gap for mark in place.block.text.marked("link"))
    return linked and place.block.kind == LIST and not place.after.strip()


def _wants_value(place: _Place, known: Speech) -> bool:
    """Whether the word before the mark wants a number, a date or a name, and the mark is all that follows."""
    if not (_ENDS.match(place.after) or _GOES_ON.match(place.after)) or _joined(known).match(place.after):
        return False
    if _wanting(known).search(place.before):
        return True
    # "to" and "on" also lead to a thing ("moved to TODO."), so that more has to follow a short word
    until = _until(known).search(place.before)
    return bool(until and (len(until[1]) > 2 or _GOES_ON.match(place.after)))


@cache
def _wanting(known: Speech) -> re.Pattern[str]:
    hedges = known.numerals.before
    words = (*hedges.about, *hedges.at_least, *hedges.at_most, *known.residue.by)
    words += known.residue.placeholders.numbered
    return lazy(rf"(?<!\w)(?:{any_of(words)})\s\Z", re.IGNORECASE)


@cache
def _joined(known: Speech) -> re.Pattern[str]:
    return lazy(rf"\s(?:{any_of(known.dates.and_)})(?!\w)", re.IGNORECASE)


@cache
def _dated(known: Speech) -> re.Pattern[str]:
    """After X's: they are a day, or somebody, which are the business of other rules."""
    return lazy(rf"\s(?:{any_of((*known.dates.months, *known.residue.on))})(?!\w)", re.IGNORECASE)


@cache
def _until(known: Speech) -> re.Pattern[str]:
    return lazy(rf"(?<!\w)({any_of((*known.dates.to, *known.residue.on))})\s\Z", re.IGNORECASE)


def _is_gap(article: Article, place: _Place, known: Speech) -> bool:
    """Whether X's stand for a number or a name: "about XXX fixes", "xxx requests were"."""
    if _CODE.search(place.before) or _GLUED.match(place.after) or place.block.kind == TABLE:
        return False
    if _alone(place):
        return place.mark == "XXX" and _once(article, place.mark)
    beside = known.residue.placeholders.beside_x
    if not beside or _beside(known).search(f"{place.before} {place.after[:_NEAR]}"):
        return False
    if place.mark != "XXX":
        return _is_small_gap(place, known)
    if _ENDS.match(place.after):
        return bool(_wants_value(place, known) or (_ends_text(place) and _begins(place)))
    if not _GOES_ON.match(place.after):
        return False
    if _wanting(known).search(place.before):
        return True
    return not place.after.lstrip()[:1].isupper() and _in_sentence(place)


def _is_small_gap(place: _Place, known: Speech) -> bool:
    """Whether x's are among small words: "introduced xx new lockers"."""
    if _begins(place):
        return place.mark != "XX" and bool(_TWO_WORDS.match(place.after))
    number = len(place.mark) == 2 and _SMALL_BEFORE.search(place.before)
    if number and _dated(known).match(place.after):
        return False
    wanted = number or _wanting(known).search(place.before)
    return bool(wanted and _GOES_ON.match(place.after) and place.after[1].islower())


def _in_sentence(place: _Place) -> bool:
    before = place.before.rstrip()
    word = before.rpartition(" ")[2]
    return _begins(place) or (
        bool(word) and not word[0].isupper() and (word[-1].isalnum() or word[-1] == ":")
    )


def _ends_text(place: _Place) -> bool:
    return not place.after.strip() and bool(_WORD.search(place.before))


def _once(article: Article, mark: str) -> bool:
    """Whether it stands in the article once: a row of X's between sections comes again."""
    return short_blocks(article)[mark] == 1


@cache
def _beside(known: Speech) -> re.Pattern[str]:
    words = any_of(known.residue.placeholders.beside_x)
    return lazy(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _gap(place: _Place) -> Alarm:
    return Alarm(place.block.text.span(place.start, place.end), {"text": place.mark}, variant="gap")
