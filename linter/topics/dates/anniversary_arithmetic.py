"""An anniversary that does not fall on the year of the article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import attrgetter

from linter.analyses.language import language
from linter.analyses.sentences import sentence_around
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of, piece_of
from linter.matching import re
from linter.matching.folding import fold_case
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Text
from linter.topics.dates.anchors import Anchor, anchors, beside
from linter.topics.dates.lives.lifetimes import BETWEEN, BORN, DIED, is_plain
from linter.topics.dates.publication import Publication, published
from linter.topics.dates.reading.forms import compiled, counted, forms, possible
from linter.topics.dates.wording import in_year, word_set, words_at, year_marks

_OF, _THIS_YEAR, _HELD = (f"dates.anniversaries.{key}" for key in ("of", "this-year", "held"))
_NAMED = "dates.anniversaries.named"
_WEDDINGS, _BIRTHDAYS = "dates.anniversaries.weddings", "dates.anniversaries.birthdays"
_FOUNDED = "dates.anniversaries.founded"
_LONGEST = 20
"""Of more words around a number of years only those behind it are shown."""
_FEW = 6
"""Words that may stand between a foundation and its year ("founded by two brothers in")."""
_OPENING = lazy(r"[.]?[ \u00a0]*(?:[^\W\d]+,?[ \u00a0]+){1,5}")
"""The first words of the next sentence."""
_CLAUSE = lazy(r"[^.,;:!?()\d]*")
_REACH = 60
"""How far from the year the word for a foundation may stand, and the anniversary of an event."""


class Anniversary(NamedTuple):
    """So many years, said at ``prose[start:end]``, since the year of an event in the same sentence."""

    block: int
    start: int
    end: int
    text: str
    years: int
    event: Anchor
    held: Anchor | None
    """The year in which it is told to be, if not that of the publication."""


class _Told(NamedTuple):
    """A number of years at ``prose[start:end]``; ``around`` is where the words begin that tell it."""

    start: int
    end: int
    years: int
    around: int


def anniversaries(article: Article) -> Iterator[Anniversary]:
    """The anniversaries whose sentence names the year of the event, and maybe one more: their own."""
    code = language(article)
    for event in _beside_anniversaries(article, code):
        prose = article.blocks[event.block].text.prose
        start, end = sentence_around(prose, event.start, event.end)
        others = beside(article, event, start, end)
        if not others and (goes_on := _goes_on(code).match(prose, end)):
            end = sentence_around(prose, goes_on.end() - 1, goes_on.end())[1]
            others = beside(article, event, start, end)
        elif not others and _is_now(prose, end, code):
            end = sentence_around(prose, end + 1, end + 2)[1]
            others = beside(article, event, start, end)
        elif not others and _goes_back(prose, start, event, code):
            start = sentence_around(prose, start - 2, start - 1)[0]
            others = beside(article, event, start, end)
        if event.quoted or len(others) > 1 or any(other.year <= event.year for other in others):
            continue
        told = _in_sentence(prose, start, end, code)
        marked = words_at(code, _THIS_YEAR, *([_HELD] if others else ()))
        if len(told) == 1 and marked.search(prose, start, end):
            one, held = told[0], others[0] if others else None
            if _of_foundation(prose, one, event, code) or _of_event(prose, one, event, code):
                text = prose[one.start : one.end]
                yield Anniversary(event.block, one.start, one.end, text, one.years, event, held)


def _beside_anniversaries(article: Article, code: str) -> Iterator[Anchor]:
    """The years whose block has a piece of the words for an anniversary, at least."""
    for number, events in groupby(anchors(article), attrgetter("block")):
        prose = fold_case(article.blocks[number].text.prose)
        if any(map(prose.__contains__, _pieces(code))):
            yield from events


@cache
def _pieces(code: str) -> frozenset[str]:
    """Of which a folded text has one if it says an anniversary."""
    known = speech(code).dates.anniversaries
    return frozenset(fold_case(piece_of(phrase)) for phrase in (*known.phrases, *known.named))


def _goes_back(prose: str, start: int, event: Anchor, code: str) -> bool:
    """Whether a sentence begins by telling when the thing of the one before it was founded."""
    if not start:
        return False
    before = _beginning(code).match(prose, start, event.start)  # "It was the bridge, which …" is another
    founded = words_at(code, _FOUNDED).search(prose, start, event.end + _REACH)
    return before is not None and founded is not None


@cache
def _beginning(code: str) -> re.Pattern[str]:
    """From the beginning of a sentence to a year: "it was opened in", or the foundation first."""
    dates = speech(code).dates
    first = any_of((*dates.lives.between, *dates.anniversaries.founded, *dates.anniversaries.it))
    return compiled(rf"(?:{first})(?!\w)[^.,;:!?]*\Z")


@cache
def _goes_on(code: str) -> re.Pattern[str]:
    """How the next sentence begins that is of the same thing: "In 2024 it celebrated"."""
    dates = speech(code).dates
    it = rf"(?:(?:{any_of(dates.lives.between)}){GAP}+)?"
    year = rf"(?:{in_year(code)})?(?:1[5-9]|20)\d\d{year_marks(code)}"
    return compiled(rf"[.]?{GAP}*{year},?{GAP}+{it}(?:{any_of(dates.anniversaries.held)})(?!\w)")


def _is_now(prose: str, end: int, code: str) -> bool:
    """Whether the next sentence is of the same thing and of today: "This year it celebrates"."""
    opening = _OPENING.match(prose, end)
    if opening is None or not words_at(code, _THIS_YEAR).search(prose, end, opening.end()):
        return False
    return not word_set(code, "dates.anniversaries.it").isdisjoint(opening[0].lower().split())


def _in_sentence(prose: str, start: int, end: int, code: str) -> list[_Told]:
    """The anniversaries of a sentence that are in figures, or words for a number of years."""
    text = prose[start:end].lower()
    candidates = possible(forms(code, "anniversaries.phrases"), text)
    matches = [match for form in candidates for match in compiled(form.pattern).finditer(prose, start, end)]
    longest = {match.end("number"): match for match in sorted(matches, key=lambda match: match.end())}
    found = {told.end: told for match in longest.values() if (told := _told(match, code)) is not None}
    named = speech(code).dates.anniversaries.named
    for word in words_at(code, _NAMED).finditer(prose, start, end):
        years = named[" ".join(word[0].lower().replace("’", "'").split())]
        found.setdefault(word.end(), _Told(*word.span(), years, word.start()))
    return sorted(found.values())


def _told(match: re.Match[str], code: str) -> _Told | None:
    """The years of a phrase, in figures or words; what stands around the event is no part of its place."""
    first, years = counted(match, code)
    if years is None:
        return None
    lead = match.start("number") - match.start()
    return _Told(match.start() if 0 < lead <= _LONGEST else first, match.end(), years, match.start())


def _of_foundation(prose: str, told: _Told, event: Anchor, code: str) -> bool:
    """ "founded in 1924, celebrates its 150th anniversary", not "the 150th anniversary of the town"."""
    if prose[told.end : told.end + 1].isspace() and words_at(code, _OF).match(prose, told.end + 1):
        return False
    lives = words_at(code, "dates.anniversaries.lives").search(prose, told.start, told.end + _LONGEST)
    if lives and not (lives.end() <= told.end and _ends(code).match(prose, told.end)):
        return False
    wed = words_at(code, _WEDDINGS).search(prose, told.start, told.end + _LONGEST)
    born = words_at(code, _BIRTHDAYS).search(prose, told.start, told.end + _LONGEST)
    word = words_at(code, _WEDDINGS if wed else _FOUNDED, *([BORN] if born else ()))
    before = list(word.finditer(prose, max(0, event.start - _REACH), event.start))
    if before and _is_told_of(prose, before[-1].end(), event.start, code):
        return True
    after = word.search(prose, event.end, event.end + _REACH)
    if after is None or told.start <= after.start() < told.end:  # "1938 feierten sie goldene Hochzeit"
        return False
    return _is_told_of(prose, event.end, after.start(), code)


def _is_told_of(prose: str, start: int, end: int, code: str) -> bool:
    """Whether a word for a foundation and a year belong together: small words, or who did it, between."""
    if is_plain(prose, start, end, code, word_set(code, BETWEEN)):
        return True
    clause = _CLAUSE.fullmatch(prose, start, end)
    return clause is not None and len(clause[0].split()) <= _FEW


@cache
def _ends(code: str) -> re.Pattern[str]:
    """Behind a birthday that is of what was named, and of nobody else."""
    return compiled(rf"{GAP}*(?:[.,;:!?)–—]|\Z|{in_year(code)}\d|\d{{4}})")


def _of_event(prose: str, told: _Told, event: Anchor, code: str) -> bool:
    """ "the 50th anniversary of the flood in 1974"; "die Flut von 1974 jährt sich zum 50. Mal"."""
    if told.around < event.start < told.start:
        return True
    if not 0 < event.start - told.end <= _REACH:
        return False
    between = _to_event(code).fullmatch(prose, told.end, event.start)
    return between is not None and word_set(code, BORN, DIED).isdisjoint(between[0].lower().split())


@cache
def _to_event(code: str) -> re.Pattern[str]:
    """What stands between an anniversary and the year of its event."""
    dates = speech(code).dates
    of = dates.anniversaries.of
    when = any_of([*dates.in_year, *of, *dates.anniversaries.before_year])
    began = rf"(?:[^\W\d]+{GAP}+){{0,2}}?(?:{any_of(dates.anniversaries.founded)}){GAP}+"
    return compiled(
        rf"{GAP}+(?:{any_of(of)})(?:{GAP}|(?<=['’]))[^.;:!?,()\d]*?(?:,{GAP}+(?:{began})?)?"
        rf"(?:(?<!\w)(?:{when}){GAP}+)?"
    )


class AnniversaryArithmeticParams(NamedTuple):
    years_off: int = 1
    """An anniversary is spoken of so many years before and after."""


class AnniversaryArithmetic(Check):
    """Counts the years from an event to the publication and compares them with the anniversary."""

    Params = AnniversaryArithmeticParams
    fields = frozenset({"anniversary", "event", "year", "published"})
    needs = ("dates.anniversaries.phrases", "dates.anniversaries.this-year")
    triggers = ("dates.anniversaries.phrases", "dates.anniversaries.named")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(anniversaries(article))
        basis = published(article)
        for one in found:
            now = one.held.year if one.held else basis.day.year if basis else None
            year = one.event.year + one.years
            off = self.params.years_off
            if now is None or abs(one.event.year - now) <= off or abs(year - now) <= off:
                continue
            text = article.blocks[one.block].text
            fields = {
                "anniversary": one.text,
                "event": str(one.event.year),
                "year": str(year),
                "published": str(now),
            }
            event = text.span(one.event.start, one.event.end)
            yield Alarm(
                text.span(one.start, one.end), fields, (Related(event, "the event"), _now(text, one, basis))
            )
        if found:
            yield Count("anniversaries with the year of the event", len(found))


def _now(text: Text, one: Anniversary, basis: Publication | None) -> Related:
    """Where the year stands that the anniversary is compared with."""
    if one.held is None and basis is not None:
        return Related(basis.span, basis.label)
    held = one.held or one.event
    return Related(text.span(held.start, held.end), "the year")
