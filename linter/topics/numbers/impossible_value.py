"""Values that cannot be, whatever the article means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from linter.analyses import analysis
from linter.analyses.chunks import Holding, in_any
from linter.analyses.exempt import exempt
from linter.analyses.language import language
from linter.article.model import CODE, Article, Block
from linter.check import Alarm, Check, Count
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.numbers import quantities
from linter.topics.numbers.change_words import change_words
from linter.topics.numbers.model import MEASURE, PERCENT, Quantity
from linter.topics.numbers.persons import GENERAL

SHARE, CLOCK, PLACE, COLD, PART, AGE = "share", "clock", "place", "cold", "part", "age"
OLDEST = 122
"""The greatest age that is documented: Jeanne Calment, 1875 to 1997."""
_GREATEST_SLIP = 999
_NEAR = 18
"""So close before a percentage a word of change is about it."""
_COLDEST = {"°C": -273.15, "°F": -459.67, "K": 0.0}

_OF: dict[str, str] = {
    "en": r"of (?:the |all |its |their |our )?",
    "fr": r"(?:des |de ses |de leurs |de nos )",
    "de": r"(?:der |aller |ihrer |seiner |unserer )",
    "es": r"(?:de los |de las |de sus )",
    "it": r"(?:dei |delle |degli )",
    "pt": r"(?:dos |das )",
    "nl": r"van (?:de |alle |onze )",
}
_THE: dict[str, str] = {
    "en": "of the|out of the|of its|of their|of our",
    "fr": "sur les|des|de ses|de leurs",
    "de": "von den|der|ihrer|seiner",
    "es": "de los|de las|de sus",
    "it": "dei|delle|degli",
    "pt": "dos|das",
    "nl": "van de",
}
_MORE_PERSONS = frozenset(
    """
    voters respondents women men children households électeurs votants sondés femmes hommes
    enfants ménages wähler wählerinnen befragten frauen männer kinder haushalte votantes electores
    encuestados mujeres hombres niños hogares elettori intervistati donne uomini bambini famiglie
    eleitores entrevistados mulheres homens crianças famílias kiezers respondenten ondervraagden
    vrouwen mannen kinderen huishoudens users individuals citizens usagers citoyens nutzer
    nutzerinnen bürger usuarios ciudadanos utenti cittadini usuários cidadãos gebruikers
    """.split()
)
_BOUNDED = lazy(
    r"\b(?:turnout|humidity|taux de participation|humidité|Wahlbeteiligung|Luftfeuchtigkeit|humedad|"
    r"participación electoral|affluenza alle urne|umidità|umidade|opkomst|luchtvochtigheid)"
    r"(?: (?:of|was|is|de|est de|était de|von|bei|lag bei|liegt bei|fue del|del|di|era del|van|era de))?"
    r"(?: about| rund)? $",
    re.IGNORECASE,
)
_TIME = lazy(
    r"(?<!\w)(?:at|à|um|gegen|a las|alle(?: ore)?|às|om) (?P<time>(?P<hour>\d{1,2})[:h] ?(?P<minute>\d{2})"
    r"(?![\d:.,'’]\d|\s?%)(?P<unit>\s?(?:Uhr|o['’]clock|[ap]\.?m\.?|GMT|CET|heures))?)",
    re.IGNORECASE,
)
_DEGREES = lazy(
    r"(?<![\d.,])(?P<degrees>\d{1,3})(?P<decimals>[.,]\d+)?\s?°\s?"
    r"(?:(?P<minutes>\d{1,2})(?:[.,]\d+)?\s?['′’]\s?)?(?:\d{1,2}(?:[.,]\d+)?\s?[\"″”]\s?)?"
    r"(?P<way>[NSEWO]|(?i:north|south|east|west|nord|sud|est|ouest))(?!\w)"
)
_ON_LATITUDE = frozenset({"n", "s", "north", "south", "nord", "sud"})
_PERSON_OF_AGE: dict[str, tuple[str, str]] = {
    "en": ("", r"-old (?:[^\W\d]+ )?(?:man|woman|boy|girl|mother|father|student|suspect|victim|pensioner)"),
    "fr": (r"(?:homme|femme|garçon|fille|retraitée?|mère|père|octogénaire) (?:âgée? )?de ", ""),
    "de": (r"(?:Mann|Frau|Junge|Mädchen|Rentner(?:in)?) (?:im Alter )?von ", r" alte[rn]? (?:Mann|Frau)"),
    "es": (r"(?:hombre|mujer|niñ[oa]|joven|ancian[oa]) de ", ""),
    "it": (r"(?:uomo|donna|ragazz[oa]|anzian[oa]|pensionat[oa]) di ", ""),
    "pt": (r"(?:homem|mulher|menin[oa]|jovem|idos[oa]) de ", ""),
    "nl": (r"(?:man|vrouw|jongen|meisje) van ", ""),
}
_TIMED_OR_PLACED = Holding(lazy(r"\d:\d|\dh|°").findall)
"""Finds the chunks without which a text has neither times nor coordinates."""
_TIMED = lazy(
    r" (?:last|past|first|next|derni|premi|prochai|letzt|erst|nächst|últim|primer|próxim|ultim|prim|"
    r"prossim|laatste)"
)

_NO_WHOLE = lazy(r"\.[ \u00a0][^\W\d_]|[-\u2010\u2011]\d")
"""After a number: it is an ordinal ("37 der 10. Division") or goes on ("the 5-7/8 percent shares")."""


class Impossible(NamedTuple):
    """A value that cannot be, at ``prose[start:end]`` of a block."""

    block: Block
    start: int
    end: int
    kind: str
    """``share``, ``clock``, ``place``, ``cold``, ``part`` or ``age``."""
    value: str
    limit: str
    """What it could be at most, or at least for a temperature."""


@analysis
def impossible_values(article: Article) -> tuple[Impossible, ...]:
    """The impossible values of an article; those that are a way of speaking are not told apart here."""
    spoken = language(article)
    timed = _TIMED_OR_PLACED.among(article)
    blocks = (block for block in article.blocks if block.kind != CODE and in_any(timed, block.text.prose))
    found = [each for block in blocks for each in _written(block)]
    for block, items in quantities(article):
        for item in items:
            found += _alone(block, item, spoken)
        for first, second in pairwise(items):
            found += _parts(block, first, second, spoken)
    return tuple(found)


def _written(block: Block) -> Iterator[Impossible]:
    """Times and coordinates, which are no quantities."""
    prose = block.text.prose
    for found in _TIME.finditer(prose):
        hour, minute = int(found["hour"]), int(found["minute"])
        if minute > 59 or (hour > 24 and found["unit"]):
            yield Impossible(block, *found.span("time"), CLOCK, found["time"], "59" if minute > 59 else "24")
    for found in _DEGREES.finditer(prose) if "°" in prose else ():
        most = 90 if found["way"].lower() in _ON_LATITUDE else 180
        exact = found["minutes"] or found["decimals"] or most == 90
        if int(found["minutes"] or 0) > 59 or (int(found["degrees"]) > most and exact):
            limit = "59′" if int(found["minutes"] or 0) > 59 else f"{most}°"
            yield Impossible(block, found.start(), found.end(), PLACE, found[0], limit)


def _alone(block: Block, item: Quantity, spoken: str) -> Iterator[Impossible]:
    if item.kind == PERCENT and item.value > 100 and not item.is_range:
        yield from _percent(block, item, spoken)
    elif item.kind == MEASURE and item.unit in _COLDEST and item.interval.high < _COLDEST[item.unit]:
        limit = f"{_COLDEST[item.unit]} {item.unit}".replace("-", "\u2212")
        yield Impossible(block, item.start, item.end, COLD, item.text, limit)
    elif item.unit == "year" and OLDEST < item.value <= _GREATEST_SLIP and _of_person(block, item, spoken):
        yield Impossible(block, item.start, item.end, AGE, item.text, str(OLDEST))


def _percent(block: Block, item: Quantity, spoken: str) -> Iterator[Impossible]:
    prose = block.text.prose
    before = prose[max(0, item.start - 40) : item.start]
    words = change_words(spoken)
    if words is None:
        return
    of = _of_persons(spoken).match(prose, item.end)
    persons = of is not None and of[1].lower() in GENERAL | _MORE_PERSONS
    near = "" if item.hedge else before[-_NEAR:]
    changed = words.up.search(near) or words.down.search(near)
    if (persons and not changed) or _BOUNDED.search(before):
        yield Impossible(
            block, item.start, of.end() if of and persons else item.end, SHARE, item.text, "100 %"
        )


@lru_cache(maxsize=16)
def _of_persons(spoken: str) -> re.Pattern[str]:
    return lazy(rf"[ \u00a0]{_OF[spoken]}([^\W\d]+)")


def _of_person(block: Block, item: Quantity, spoken: str) -> bool:
    if spoken not in _PERSON_OF_AGE:
        return False
    before, after = _PERSON_OF_AGE[spoken]
    prose = block.text.prose
    said_before = before and re.search(rf"(?<!\w){before}$", prose[max(0, item.start - 40) : item.start])
    return bool(said_before or (after and re.match(after, prose[item.end : item.end + 40])))


def _parts(block: Block, first: Quantity, second: Quantity, spoken: str) -> Iterator[Impossible]:
    """ "70 of the 60 members"."""
    if not (first.is_count and second.is_count and first.value > second.value > 1) or spoken not in _THE:
        return
    prose = block.text.prose
    other = _TIMED.match(prose, second.end) or _NO_WHOLE.match(prose, second.end)
    if re.fullmatch(rf"[ \u00a0](?:{_THE[spoken]}) ", prose[first.end : second.start]) and not other:
        yield Impossible(block, first.start, second.end, PART, first.text, second.text)


class ImpossibleValue(Check):
    """Reports shares over 100 %, times after 24:59, coordinates off the globe, cold below absolute zero.

    Quotations are left alone: "110 percent of the players" is a way of speaking; so is an age that
    the article comes back to, because then it is about it.
    """

    fields: ClassVar[frozenset[str]] = frozenset({"value", "limit"})
    variants: ClassVar[frozenset[str]] = frozenset({SHARE, CLOCK, PLACE, COLD, PART, AGE})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        for each in impossible_values(article):
            span = each.block.text.span(each.start, each.end)
            if exempt(article, "quotes").hold(span.start) or (
                each.kind == AGE and _repeated(article, each.value)
            ):
                yield Count("impossible values in quotations, or spoken about")
            else:
                yield Alarm(span, {"value": each.value, "limit": each.limit}, variant=each.kind)


def _repeated(article: Article, value: str) -> bool:
    number = value.split()[0].split("-")[0]
    return sum(block.text.prose.count(number) for block in article.blocks) > 1
