"""Marks of unfinished work: TODO, FIXME, TBD, XXX, X-X."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses import kept
from linter.analyses.chunks import Holding, in_any
from linter.analyses.exempt import exempt
from linter.analyses.language import speech
from linter.analyses.minutes import is_minutes
from linter.analyses.shown import shown
from linter.article.model import CAPTION, HEADING, HEADLINE, LIST, PARAGRAPH, QUOTE, TABLE, Article, Block
from linter.article.path_name import path_name
from linter.check import Alarm, Check, Setup
from linter.finding import Severity
from linter.languages import Speech
from linter.languages import speech as speech_of
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.residue.marks import (
    CODE,
    ENDS,
    GLUED,
    GOES_ON,
    NEAR,
    Place,
    is_alone,
    is_bracketed,
    is_first,
    is_strong,
    opens_link,
    places,
    wants_value,
)
from linter.topics.residue.score_gap import scores
from linter.topics.residue.title_gap import title_gaps

_GAP = r"XXX?|xxx?"
"""Longer rows are the business of another rule, for they mean nothing else; two capitals may be twenty."""
_NAMED = lazy(r"\([\w@ .-]{1,30}\)(?=\s?[:：.,]|\s*\Z)|\s\(@[\w-]{1,30}\)|[:：](?=[^\W\d_])")
_TOLD = lazy(r"\s@[\w-]{2,30}(?=[,:]?\s|\s*\Z)")
"""After a mark with which a note begins: whose task it is."""
_BREAKS_OFF = lazy(r"(?:\.\.\.|…|#\d+\s?[-–—:])\s?\Z")
"""Before a mark that ends a text: the text breaks off, or the number of the issue is all that is known."""
_COLON = lazy(r"\s?[:：](?!//)")
_REST = lazy(r"(?:\([\w@ .-]{1,30}\))?(?:\s?[:：]\s?(?:[^\n.。()\]>]|\([^\n()]{0,60}\)){0,60}(?<!\s))?")
_SHOUTED = lazy(r"[A-Z\u00c0-\u00de]{2}[^\w\n]*\Z")
"""Before a mark that is an ordinary word as well: another word in capitals."""
_COMMENT = lazy(r"\A\s*(?://|[#@])\s*\Z|[.!?…]\W{0,2}\s//\s?\Z")
_NO_LETTER = r"(?![^\W_\u3040-\ud7a3])"
"""After a word: no letter of a script that writes blanks between words; Hangul adds its particles."""
_LAST_WORD = lazy(r"\s[^\W\d_]+[.!…]?\s*\Z")
_ACRONYM = lazy(r"[A-Z][\w’'-]*(?: \w+)? [A-Z][\w’'-]* \(\Z")
"""Before a mark: what it is short for ("Tick-Borne Disease (TBD")."""
_OTHER_SCRIPT = lazy(r"[^\W\d_\u0000-\u024f]\s?[(（]\Z")
_GLOSS = lazy(r"[^\W\d_\u0000-\u024f]\s?[(（]([a-zA-Z][\w .-]{0,40})[)）]")
_GLOSSES = 2
"""So many other terms in brackets make it one of them."""
_SHORTEST_TITLE = 12
"""Characters of a title behind a mark."""
_UNPUBLISHED = frozenset({("draft", "true"), ("draft", "yes"), ("published", "false"), ("published", "no")})
_IN_ADDRESS = r"[/#_-](?P<mark>{mark}|(?<=/)xxxx/xx(?=/))(?=[/#_.-]|\Z)"


class PlaceholderMarkParams(NamedTuple):
    task: tuple[str, ...] = ("TODO", "FIXME")
    """Marks of something to do."""
    open: tuple[str, ...] = ("TBD", "TBA", "TBC")
    """Marks of something that is not known yet; authors may mean them."""


class PlaceholderMark(Check):
    """Reports the marks where they stand for text: alone, as a note, or in the place of a number or a name.

    A text that speaks of the marks has them beside other words ("a TODO list", "our TODOs"), in code or in
    quotation marks. In a sentence a mark is only taken for a gap where the word before it wants a value.
    """

    Params = PlaceholderMarkParams
    fields = frozenset({"text", "what"})
    variants = frozenset({"open", "gap", "score"})

    def __init__(self, params: PlaceholderMarkParams, setup: Setup) -> None:
        super().__init__(params, setup)
        marks = "|".join(map(re.escape, (*params.task, *params.open)))
        self._mark = lazy(rf"(?<![\w’'-])(?:{marks}|{_GAP})(?![\w])")
        self._holding = Holding(lazy(rf"{marks}|{_GAP}|[Xx] ?[-–:] ?[Xx]").findall)
        any_mark = rf"(?:{marks}|X{{3,8}})"
        self._value = lazy(rf"\W{{0,3}}(?P<mark>{any_mark}|X{{9,80}}|x{{3,80}})\W{{0,3}}")
        self._address = lazy(_IN_ADDRESS.format(mark=any_mark))

    def run(self, article: Article) -> Iterator[Alarm]:
        """A draft that says so has what is to be done with it: an info until it is published."""
        for alarm in self._found(article):
            quiet = not alarm.variant and _is_unpublished(article)
            yield alarm._replace(severity=Severity.INFO) if quiet else alarm

    def _found(self, article: Article) -> Iterator[Alarm]:
        holding = self._holding.among(article)
        if holding:
            known = speech(article)
            for block in article.scope("text"):
                if in_any(holding, block.text):
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
                    yield Alarm(block.text.whole, {"text": line[: 2 * NEAR]})

    def _in_value(self, value: str) -> re.Match[str] | None:
        whole = self._value.fullmatch(value)
        if whole or "/" not in value or " " in value:
            return whole
        return self._address.search(value)

    def _in_block(self, article: Article, block: Block, known: Speech) -> Iterator[Alarm]:
        for place in places(block, self._mark):
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

    def _task(self, article: Article, place: Place, known: Speech) -> Iterator[Alarm]:
        if is_minutes(article) or _is_named_for(article, place.mark):
            return  # what somebody is to do was said at the meeting, or is what the page is for
        everyday = place.mark in known.residue.placeholders.ordinary
        if _spoken_of(place, known) or (place.block.kind == TABLE and is_alone(place)):
            return
        from linter.topics.residue.mark_names import is_name

        if (everyday and place.block.kind == HEADLINE) or is_name(article, place.mark):
            return
        if _is_note(place, everyday) or (not everyday and self._stands_for_value(article, place, known)):
            rest = _REST.match(place.after)
            end = place.end + (rest.end() if rest else 0)
            text = place.block.text
            fields = {"text": text.prose[place.start : end], "what": place.mark}  # many notes are one habit
            yield Alarm(text.span(place.start, end), fields)

    def _stands_for_value(self, article: Article, place: Place, known: Speech) -> bool:
        if _is_subject(article, place.mark):
            return False
        begins = not place.before.strip() and place.block.kind in (PARAGRAPH, LIST)
        goes_on = begins and GOES_ON.match(place.after)
        strong = is_strong(place) and not _noun_before(known).search(place.before[-NEAR:])
        alone = strong or bool(goes_on) or wants_value(place, known) or _is_left(place)
        if not alone and place.after[:1] == " ":
            from linter.topics.residue.x_gap import units

            alone = units(known).match(place.after) is not None
        return alone or (bool(GOES_ON.match(place.after)) and _are_gaps(article, place.mark, self._mark))

    def _open(self, place: Place) -> Iterator[Alarm]:
        if GLUED.match(place.after) or CODE.search(place.before) or _ACRONYM.search(place.before):
            return
        alone = is_alone(place)
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


def _is_unpublished(article: Article) -> bool:
    """Whether the head says that it is a draft: "draft: true", "published: false"."""
    said = {(field.name.casefold(), field.value.casefold()) for field in article.metadata}
    return not said.isdisjoint(_UNPUBLISHED)


@kept
def _are_gaps(article: Article, mark: str, marks: re.Pattern[str]) -> bool:
    """Whether the mark stands for a value elsewhere in the article, and so in any of its sentences."""
    known = speech(article)
    blocks = (block for block in article.scope("text") if mark in block.text.prose)
    found = (place for block in blocks for place in places(block, marks) if place.mark == mark)
    return any(wants_value(each, known) and not _spoken_of(each, known) for each in found)


@kept
def _is_subject(article: Article, mark: str) -> bool:
    """Whether the article has the mark in its headline, or speaks of it elsewhere."""
    headline = article.headline.prose if article.headline else ""
    noun = _noun(speech(article)).pattern
    spoken = lazy(rf"(?<!\w){re.escape(mark)}(?:s\b|['’]s|{noun})", re.IGNORECASE)
    proses = (block.text.prose for block in article.scope("text"))
    return mark.casefold() in headline.casefold() or any(map(spoken.search, proses))


def _is_named_for(article: Article, mark: str) -> bool:
    """Whether the file is called like the mark: "todo.md", "notes/TODOs.md"."""
    return path_name(article.path).casefold() in (mark.casefold(), f"{mark.casefold()}s")


def _is_own(place: Place) -> bool:
    """Whether a block that is set like a quotation is a note of the author: "[TODO]", "TODO:"."""
    return place.block.kind == QUOTE and (is_bracketed(place) or is_alone(place))


def _is_comment(place: Place) -> bool:
    """Whether it stands like a comment in code: "// TODO say more", "#TODO", "… says so. // TODO: link"."""
    begins = place.block.kind in (PARAGRAPH, LIST) and _COMMENT.search(place.before)
    noted = GOES_ON.match(place.after) or _COLON.match(place.after)
    return bool(begins and (noted or is_alone(place)))


def _spoken_of(place: Place, known: Speech) -> bool:
    """Whether the mark is a word of the sentence or a target: "a TODO list", "TODOs", "TODO.md", "# TODO"."""
    in_code = CODE.search(place.before) and not _is_comment(place)
    if in_code or GLUED.match(place.after) or place.before.endswith("](") or _is_title(place):
        return True
    return _noun(known).match(place.after) is not None


def _is_title(place: Place) -> bool:
    """Whether it is what a link calls a part of this page, or begins what it calls a page of another site."""
    anchor = f"#{place.mark.casefold()}"
    return any(
        mark.value.casefold().startswith(anchor)
        or ("://" in mark.value and mark.end - place.end > _SHORTEST_TITLE)
        for mark in place.block.text.marked("link")
        if mark.start <= place.start and place.end <= mark.end
    )


@cache
def _noun(known: Speech) -> re.Pattern[str]:
    """Right after a mark that is spoken of; the marks are English, and so may be the nouns."""
    nouns = (*known.residue.placeholders.nouns, *speech_of("en").residue.placeholders.nouns)
    return lazy(rf"\W{{1,2}}(?:{any_of(nouns)}){_NO_LETTER}", re.IGNORECASE)


@cache
def _noun_before(known: Speech) -> re.Pattern[str]:
    """Before a mark that is spoken of: "the comments that are marked with **TODO**"."""
    nouns = (*known.residue.placeholders.nouns, *speech_of("en").residue.placeholders.nouns)
    return lazy(rf"(?<!\w)(?:{any_of(nouns)})(?!\w)[^.!?\n]*\Z", re.IGNORECASE)


def _is_note(place: Place, everyday: bool) -> bool:
    """Whether the mark introduces a note: alone, "TODO: …", "FIXME(anna)", "(TODO link)", "TODO, …"."""
    if not everyday and (
        _NAMED.match(place.after) or (_BREAKS_OFF.search(place.before) and not place.after.strip())
    ):
        return True
    if is_alone(place):  # under a heading of the name stands what is to be done with the subject of the text
        return place.block.kind in (PARAGRAPH, LIST, QUOTE) or (not everyday and place.block.kind == CAPTION)
    if _is_comment(place):
        return not everyday
    if opens_link(place):
        return not everyday
    if not is_first(place):
        return False
    if _COLON.match(place.after) or (_TOLD.match(place.after) and not everyday):
        return not everyday or not _SHOUTED.search(place.before)
    bracketed = is_bracketed(place)
    if everyday:
        return bracketed and place.after.lstrip().startswith((")", "]", "}"))
    introduces = place.after.startswith((",", " -", " –", "…", "..."))
    return (bracketed and not _is_gloss(place)) or is_strong(place) or introduces


def _is_gloss(place: Place) -> bool:
    """Whether it is one of the terms that a text in another script gives in brackets behind its own words."""
    own = _OTHER_SCRIPT.search(place.before) is not None and place.after.startswith(")")
    return own and len({*_GLOSS.findall(place.block.text.prose)} - {place.mark}) >= _GLOSSES


def _is_left(place: Place) -> bool:
    """Whether the mark stands behind a label, behind the link of an item, or at the end with one word."""
    if is_first(place) and _LAST_WORD.match(place.after):
        return True
    if place.before.rstrip().endswith((":", "：")):
        return bool(ENDS.match(place.after) or GOES_ON.match(place.after))
    gap = place.start - len(place.before) + len(place.before.rstrip())
    linked = any(mark.end == gap for mark in place.block.text.marked("link"))
    return linked and place.block.kind == LIST and not place.after.strip()


def _is_gap(article: Article, place: Place, known: Speech) -> bool:
    from linter.topics.residue.x_gap import is_gap

    return is_gap(article, place, known)


def _gap(place: Place) -> Alarm:
    return Alarm(place.block.text.span(place.start, place.end), {"text": place.mark}, variant="gap")
