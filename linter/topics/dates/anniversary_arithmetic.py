"""An anniversary that does not fall on the year of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.analyses.language import language
from linter.article.model import Article
from linter.check import Alarm, Check, Count
from linter.finding import Related
from linter.namedtuples import NamedTuple
from linter.topics.dates.anchors import Anchor, alone, anchors
from linter.topics.dates.context import sentence_around
from linter.topics.dates.forms import compiled, forms, possible
from linter.topics.dates.grammar import GAP, any_of
from linter.topics.dates.lifetimes import is_plain, small_words
from linter.topics.dates.names import Names, names
from linter.topics.dates.publication import published

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
    known = names(language(article))
    if known is None or not known.list("this-year"):
        return
    for event in anchors(article):
        prose = article.blocks[event.block].text.prose
        start, end = sentence_around(prose, event.start, event.end)
        if event.quoted or not alone(article, event, start, end):
            continue
        found = _said(prose, start, end, known)
        if len(found) == 1 and _is_now(prose[start:end], known):
            match = found[0]
            if _of_foundation(prose, match, event, known) or _of_event(prose, match, event, known):
                yield Anniversary(event.block, *match.span(), match[0], int(match["number"]), event)


def _said(prose: str, start: int, end: int, known: Names) -> list[re.Match[str]]:
    """The anniversaries in figures of a sentence."""
    kept = possible(forms(known.language, "anniversary"), prose[start:end].lower())
    matches = [match for form in kept for match in compiled(form.pattern).finditer(prose, start, end)]
    return [match for match in matches if match["number"].isdigit()]


def _is_now(sentence: str, known: Names) -> bool:
    return compiled(rf"(?<!\w)(?:{any_of(known.list('this-year'))})(?!\w)").search(sentence) is not None


def _of_foundation(prose: str, match: re.Match[str], event: Anchor, known: Names) -> bool:
    """ "founded in 1924, celebrates its 150th anniversary", not "the 150th anniversary of the town"."""
    if compiled(rf"{GAP}+(?:{any_of(known.list('anniversary-of'))})(?!\w)").match(prose, match.end()):
        return False
    word = compiled(rf"(?<!\w)(?:{any_of(known.list('founded'))})(?!\w)")
    small = small_words(known.language, "life")
    before = list(word.finditer(prose, max(0, event.start - _REACH), event.start))
    if before and is_plain(prose, before[-1].end(), event.start, known.language, small):
        return True
    after = word.search(prose, event.end, event.end + _REACH)
    return after is not None and is_plain(prose, event.end, after.start(), known.language, small)


def _of_event(prose: str, match: re.Match[str], event: Anchor, known: Names) -> bool:
    """ "the 50th anniversary of the flood in 1974"."""
    if not 0 < event.start - match.end() <= _REACH:
        return False
    of = any_of(known.list("anniversary-of"))
    when = any_of([*known.list("in-year"), *known.list("anniversary-of"), "the"])
    pattern = rf"{GAP}+(?:{of})(?:{GAP}|(?<=['’]))[^.;:!?,()\d]*?(?<!\w)(?:{when}){GAP}+"
    between = compiled(pattern).fullmatch(prose, match.end(), event.start)
    lives = small_words(known.language, "born", "died")
    return between is not None and lives.isdisjoint(between[0].lower().split())


class Params(NamedTuple):
    years_off: int = 1
    """An anniversary is spoken of so many years before and after."""


class AnniversaryArithmetic(Check):
    """Counts the years from an event to the publication and compares them with the anniversary."""

    Params = Params
    fields = frozenset({"anniversary", "event", "year", "published"})

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
