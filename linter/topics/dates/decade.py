"""A decade or century with a year beside it that it does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from linter.analyses.digit_blocks import figures
from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import phrases_at, speech
from linter.languages.phrases import GAP, any_of, signs_of, word_of
from linter.matching import re
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, anchors
from linter.topics.dates.reading.forms import Form, compiled, forms, possible, roman
from linter.topics.dates.reading.years import FIRST
from linter.topics.dates.wording import in_year, year_marks

_REACH = 60
_FAR = 120
"""Characters behind a year in which a century may be said of what was built in it."""
_EARLIEST = 1000
_IN = 16
"""Characters before a year in which "in the year" stands."""
_BRACKET = rf"{GAP}*[(–—]{GAP}*"
_DIGITS = 4
_CENTURY = 100
_SLACK = 1
"""A decade is seldom counted to the day: 1990 may still be of the eighties."""


class Era(NamedTuple):
    """A decade or century at ``prose[start:end]``, the years it holds, and the year beside it."""

    start: int
    end: int
    text: str
    first: int
    last: int
    beside: Anchor

    def holds(self) -> bool:
        return self.first - _SLACK <= self.beside.year <= self.last + _SLACK


def eras(article: Article) -> Iterator[Era]:
    """The decades and centuries that a year says again; none in quotations."""
    code = language(article)
    kinds = ("decade", "decades", "century", "centuries")
    candidates = tuple(form for kind in kinds for form in forms(code, kind))
    for anchor in (*anchors(article), *_early(article, code)):
        prose = article.blocks[anchor.block].text.prose
        if anchor.quoted or anchor.end - anchor.start != _DIGITS:
            continue
        for found in (
            *_before(prose, anchor, candidates, code),
            *_behind(prose, anchor, candidates, code),
            *_of_work(prose, anchor, code),
            *_from(prose, anchor, candidates, code),
            *_named(prose, anchor, code),
            *_taken_up(prose, anchor, code),
        ):
            if held := _years(found, anchor.year, code):
                yield Era(found.start("era"), found.end("era"), found["era"], *held, anchor)
                break


def _early(article: Article, code: str) -> Iterator[Anchor]:
    """The years from 1000 on that only "in the year" before them tells from other numbers."""
    led = compiled(rf"(?<!\w){in_year(code)}\Z")
    for number, block, runs in figures(article):
        for run in runs:
            early = run.end() - run.start() == _DIGITS and _EARLIEST <= int(run[0]) < FIRST
            if early and led.search(block.text.prose, max(0, run.start() - _IN), run.start()):
                yield Anchor(number, *run.span(), int(run[0]), quoted=False)


def _before(prose: str, anchor: Anchor, candidates: tuple[Form, ...], code: str) -> Iterator[re.Match[str]]:
    """ "In the 18th century (1742)", "was built in the 18th century, in 1742,": the year stands alone."""
    if not _alone(code).match(prose, anchor.end):
        return
    low = max(0, anchor.start - _REACH)
    lead = rf"(?:{_BRACKET}|(?:{GAP}[^\W\d_]+){{0,2}}{GAP}*,{GAP}*(?:{in_year(code)})?)\Z"
    for form in possible(candidates, prose[low : anchor.start].lower()):
        if found := compiled(rf"(?P<era>{form.pattern}){lead}").search(prose, low, anchor.start):
            yield found


def _behind(prose: str, anchor: Anchor, candidates: tuple[Form, ...], code: str) -> Iterator[re.Match[str]]:
    """ "In 1742, in the 18th century, …"."""
    comma = _comma(code).match(prose, anchor.end)
    if not comma:
        return
    low = comma.end()
    for form in possible(candidates, prose[low : low + _REACH].lower()):
        led = rf"(?:{_leads(code)}|{_again(code)})(?P<era>{form.pattern})(?={GAP}*[,.;)])"
        if found := compiled(led).match(prose, low):
            yield found


def _of_work(prose: str, anchor: Anchor, code: str) -> Iterator[re.Match[str]]:
    """ "The chapel, built in 1421, is a fine example of 15th-century art", with no other thing between."""
    works = _works_behind(prose, anchor, code)
    if not works or not (_founded(prose, anchor, code) or _has_year(prose, anchor, code)):
        return
    for form in works:
        if found := _is_of(form.pattern, code).match(prose, anchor.end):
            yield found


def _taken_up(prose: str, anchor: Anchor, code: str) -> Iterator[re.Match[str]]:
    """ "Built in 1672, this 18th-century manor is …", "die 1672 erbaute Kapelle des 18. Jahrhunderts"."""
    works = _works_behind(prose, anchor, code)
    if not works or not _founded(prose, anchor, code):
        return
    dates = speech(code).dates
    this, built = any_of(dates.this), any_of(dates.built)
    low = max(0, anchor.start - _REACH)
    opens = compiled(rf"(?:^|[.!?:]{GAP})(?:{built})(?:{GAP}+[^\W\d]+){{0,2}}{GAP}+\Z")
    led = rf",{GAP}+(?:{this}){GAP}+" if opens.search(prose, low, anchor.start) else ""
    again = "|".join(filter(None, (led, rf"{GAP}(?:{built}){GAP}")))
    thing = rf"(?:[^\W\d]+(?:{GAP}+[^\W\d]{{1,3}}){{1,2}}{GAP}+)?"
    for form in works:
        if found := compiled(rf"(?:{again}){thing}(?P<era>{form.pattern})").match(prose, anchor.end):
            yield found


def _works_behind(prose: str, anchor: Anchor, code: str) -> list[Form]:
    """The forms of a century that may stand behind a year."""
    near = prose[anchor.end : anchor.end + _FAR].lower()
    return possible((*forms(code, "centuries-of"), *forms(code, "century"), *forms(code, "centuries")), near)


def _from(prose: str, anchor: Anchor, candidates: tuple[Form, ...], code: str) -> Iterator[re.Match[str]]:
    """ "The mill dates from the 18th century, it was built in 1742": nothing but the same thing between."""
    dates = speech(code).dates
    low = max(0, anchor.start - _REACH)
    eras = possible(candidates, prose[low : anchor.start].lower())
    if not eras or not dates.dates_from:
        return
    if not (_begun(code).search(prose, low, anchor.start) or _founded(prose, anchor, code)):
        return
    begun = any_of(dates.begun)
    small = any_of((*dates.lives.between, *dates.in_year, *dates.anniversaries.founded))
    rest = rf"{GAP}*[,:;–—(]{GAP}*(?:(?:{begun}){GAP}+)?(?:(?:{small}){GAP}+){{0,4}}\Z"
    for form in eras:
        pattern = rf"{word_of(dates.dates_from)}{GAP}+(?:[^\W\d]{{1,4}}{GAP}+)?(?P<era>{form.pattern}){rest}"
        if found := compiled(pattern).search(prose, low, anchor.start):
            yield found


@cache
def _begun(code: str) -> re.Pattern[str]:
    """What ends right before the year in which something was begun."""
    return compiled(rf"(?:{any_of(speech(code).dates.begun)}){GAP}+(?:{in_year(code)})?\Z")


def _named(prose: str, anchor: Anchor, code: str) -> Iterator[re.Match[str]]:
    """ "The 18th-century chapel of Newtown, which was built in 1892": a thing and its foundation."""
    low = max(0, anchor.start - _FAR)
    works = possible(forms(code, "centuries-of"), prose[low : anchor.start].lower())
    if not works:
        return
    founded, joining = any_of(speech(code).dates.anniversaries.founded), word_of(speech(code).dates.and_)
    thing = rf"(?:{GAP}+(?!{joining}{GAP})[^\W\d][\w'’-]*){{1,6}}"
    rest = rf"{thing},(?:{GAP}+[^\W\d]{{2,5}}){{0,2}}{GAP}+(?:{founded}){GAP}+(?:{in_year(code)})\Z"
    for form in works:
        if found := compiled(rf"(?P<era>{form.pattern}){rest}").search(prose, low, anchor.start):
            yield found


def _founded(prose: str, anchor: Anchor, code: str) -> bool:
    """Whether a word for a foundation stands right beside a year, before or behind it."""
    led, follows = _foundation(code)
    low = max(0, anchor.start - _REACH)
    return bool(follows.match(prose, anchor.end) or led.search(prose, low, anchor.start))


@cache
def _foundation(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word for a foundation that ends right before a year, and one behind it."""
    founded = word_of(speech(code).dates.anniversaries.founded)
    return compiled(rf"{founded}(?:{GAP}+[^\W\d]+){{0,2}}{GAP}+\Z"), compiled(rf"{GAP}{founded}")


def _has_year(prose: str, anchor: Anchor, code: str) -> bool:
    """Whether a year is said to be that of a thing: "the mill dating from 1743"."""
    led = compiled(rf"{word_of(speech(code).dates.year_of)}{GAP}+\Z")
    return led.search(prose, max(0, anchor.start - _REACH), anchor.start) is not None


@cache
def _is_of(era: str, code: str) -> re.Pattern[str]:
    """All from a year to the century of which the thing is said to be "a" work."""
    one = any_of(speech(code).numbers.sum.one)
    other = rf"(?:{GAP}+(?!(?:{one}){GAP})[^\W\d][\w'’-]*)"
    is_ = any_of(speech(code).facts.geography.is_)
    subject = rf"(?:,?{other}){{0,6}}?,?{GAP}+(?:{is_})(?:{GAP}+l['’])?"
    dates, numbers = speech(code).dates, speech(code).numbers
    apart = any_of((*dates.lives.place_after, *(numbers.priced if dates.centuries_of else ())))
    plain = rf"(?:{GAP}+(?!(?:{one}|{apart}){GAP})[^\W\d][\w'’-]*)"
    kind = rf"(?:{one})(?:{GAP}+|(?<=['’]))[^\W\d][\w-]*{plain}{{0,7}}?"
    among = rf"(?:,?{other}){{0,6}}?,?{GAP}+(?:{any_of(dates.among)}){plain}{{1,8}}?"
    return compiled(rf"(?:{subject}(?:{GAP}+|(?<=['’])){kind}|{among}){GAP}+(?P<era>{era})")


@cache
def _leads(code: str) -> str:
    """The source of small words before an era, and those that say which part of it: "at the end of the"."""
    part = any_of((*speech(code).dates.seasons, *speech(code).dates.lasting))
    return rf"(?:(?:[^\W\d_]{{1,4}}|{part}){GAP}+){{1,3}}?"


@cache
def _again(code: str) -> str:
    """The source of all from a comma to an era that is said again: "that is, in the second half of"."""
    again = any_of(speech(code).numbers.again)
    return rf"(?:(?:{again}),?{GAP}+)(?:[^\W\d_]+{GAP}+){{0,4}}?"


@cache
def _alone(code: str) -> re.Pattern[str]:
    """Behind a year that is neither of a range nor of an edition."""
    return compiled(rf"{year_marks(code)}{GAP}*(?:[),.;]|{GAP}—|\Z)")


@cache
def _comma(code: str) -> re.Pattern[str]:
    """Behind a year that goes on with what says it again."""
    return compiled(rf"{year_marks(code)},{GAP}*")


def _years(match: re.Match[str], near: int, code: str) -> tuple[int, int] | None:
    """First and last year of what the form says; two digits are those of the century of ``near``."""
    groups = match.groupdict()
    told = " ".join(match["era"].lower().split())
    if (named := speech(code).dates.decades.get(told)) is not None:
        return near - near % _CENTURY + named, near - near % _CENTURY + named + 9
    if named := speech(code).dates.centuries.get(told):
        return named, named + _CENTURY
    if groups.get("roman"):
        return _century(roman(groups["roman"]))
    if groups.get("short"):
        decade = near - near % 100 + int(groups["short"])
        return (decade, decade + 9) if decade % 10 == 0 else None
    number = groups["number"]
    if len(number) == 4 and number.isdigit() and number.endswith("0"):
        return int(number), int(number) + (_CENTURY if number.endswith("00") else 9)
    return _century(int(number)) if number.isdigit() and int(number) <= 21 else None


def _century(number: int) -> tuple[int, int]:
    return (number - 1) * _CENTURY, number * _CENTURY


def _figures(phrase: str) -> str:
    """The end of the figures with the letters that are joined to them: "0s" of "the {number}s"."""
    written = next((word for word in phrase.split() if "{" in word), "")
    ending = written.rpartition("}")[2]
    return f"0{ending}" if ending[-1:].isalpha() else phrase


class Decade(Check):
    """Compares a decade or century with the year that says it again, in brackets or behind a comma."""

    fields = frozenset({"era", "year"})
    needs = ("dates.decade",)
    triggers = ("dates.decade", "dates.decades", "dates.century", "dates.centuries", "dates.centuries-of")

    def signs(self, code: str) -> Mapping[int, frozenset[str]]:
        """Of a decade in figures the nought and the letters behind it: "the" stands in any article."""
        phrases = [*map(_figures, phrases_at(code, "dates.decade")), *phrases_at(code, *self.triggers[1:])]
        return {0: signs_of(phrases, speech(code).dates.unspaced)} if phrases else {}

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(eras(article))
        for era in found:
            if not era.holds():
                text = article.blocks[era.beside.block].text
                year = text.span(era.beside.start, era.beside.end)
                fields = {"era": era.text, "year": str(era.beside.year)}
                yield Alarm(text.span(era.start, era.end), fields, (Related(year, "the year"),))
        if found:
            yield Count("decades and centuries with a year beside them", len(found))
