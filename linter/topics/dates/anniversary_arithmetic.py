"""An anniversary that does not fall on the year of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.languages import speech
from linter.languages.phrases import GAP, any_of
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, alone, anchors
from linter.topics.dates.context import sentence_around
from linter.topics.dates.forms import compiled, forms, possible
from linter.topics.dates.lifetimes import BETWEEN, BORN, DIED, is_plain
from linter.topics.dates.publication import published
from linter.topics.dates.wording import word_set, words_at

_OF, _THIS_YEAR = "dates.anniversaries.of", "dates.anniversaries.this-year"
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


def anniversaries(article: Article) -> Iterator[Anniversary]:
    """The anniversaries of this year whose sentence names one year, that of foundation or event."""
    code = language(article)
    for event in anchors(article):
        prose = article.blocks[event.block].text.prose
        start, end = sentence_around(prose, event.start, event.end)
        if event.quoted or not alone(article, event, start, end):
            continue
        matches = _in_sentence(prose, start, end, code)
        if len(matches) == 1 and words_at(code, _THIS_YEAR).search(prose, start, end):
            match = matches[0]
            if _of_foundation(prose, match, event, code) or _of_event(prose, match, event, code):
                yield Anniversary(event.block, *match.span(), match[0], int(match["number"]), event)


def _in_sentence(prose: str, start: int, end: int, code: str) -> list[re.Match[str]]:
    """The anniversaries in figures of a sentence."""
    candidates = possible(forms(code, "anniversaries.phrases"), prose[start:end].lower())
    matches = [match for form in candidates for match in compiled(form.pattern).finditer(prose, start, end)]
    return [match for match in matches if match["number"].isdigit()]


def _of_foundation(prose: str, match: re.Match[str], event: Anchor, code: str) -> bool:
    """ "founded in 1924, celebrates its 150th anniversary", not "the 150th anniversary of the town"."""
    if prose[match.end() : match.end() + 1].isspace() and words_at(code, _OF).match(prose, match.end() + 1):
        return False
    word = words_at(code, "dates.anniversaries.founded")
    small = word_set(code, BETWEEN)
    before = list(word.finditer(prose, max(0, event.start - _REACH), event.start))
    if before and is_plain(prose, before[-1].end(), event.start, code, small):
        return True
    after = word.search(prose, event.end, event.end + _REACH)
    return after is not None and is_plain(prose, event.end, after.start(), code, small)


def _of_event(prose: str, match: re.Match[str], event: Anchor, code: str) -> bool:
    """ "the 50th anniversary of the flood in 1974"."""
    if not 0 < event.start - match.end() <= _REACH:
        return False
    between = _to_event(code).fullmatch(prose, match.end(), event.start)
    return between is not None and word_set(code, BORN, DIED).isdisjoint(between[0].lower().split())


@cache
def _to_event(code: str) -> re.Pattern[str]:
    """What stands between an anniversary and the year of its event."""
    dates = speech(code).dates
    of = dates.anniversaries.of
    when = any_of([*dates.in_year, *of, *dates.anniversaries.before_year])
    return compiled(rf"{GAP}+(?:{any_of(of)})(?:{GAP}|(?<=['’]))[^.;:!?,()\d]*?(?<!\w)(?:{when}){GAP}+")


class Params(NamedTuple):
    years_off: int = 1
    """An anniversary is spoken of so many years before and after."""


class AnniversaryArithmetic(Check):
    """Counts the years from an event to the publication and compares them with the anniversary."""

    Params = Params
    fields = frozenset({"anniversary", "event", "year", "published"})
    needs = ("dates.anniversaries.phrases", "dates.anniversaries.this-year")

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        found = list(anniversaries(article))
        basis = published(article)
        for one in found if basis else ():
            assert basis is not None
            year = one.event.year + one.years
            recalled = abs(one.event.year - basis.day.year) > self.params.years_off
            if recalled and abs(year - basis.day.year) > self.params.years_off:
                text = article.blocks[one.block].text
                fields = {
                    "anniversary": one.text,
                    "event": str(one.event.year),
                    "year": str(year),
                    "published": str(basis.day.year),
                }
                event = text.span(one.event.start, one.event.end)
                related = (Related(event, "the event"), Related(basis.span, basis.label))
                yield Alarm(text.span(one.start, one.end), fields, related)
        if found:
            yield Count("anniversaries with the year of the event", len(found))
