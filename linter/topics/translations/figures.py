"""The figures of a passage: numbers, years, times, versions and codes, with every way to read them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from linter.analyses import analysis
from linter.article.model import CODE as CODE_BLOCK
from linter.article.model import Article, Block
from linter.languages import by_language, speech
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.topics.dates import DateMention, dates
from linter.topics.names.codes.identifiers import STAGES, codes
from linter.topics.numbers import Quantity, quantities
from linter.topics.numbers.reading.model import DATE as IN_DATE
from linter.topics.numbers.reading.model import MONEY
from linter.topics.numbers.reading.model import PERCENT as PERCENTAGE
from linter.topics.translations.digits import plain_digits
from linter.topics.translations.passages import passages

NUMBER, PERCENT, YEAR, TIME, VERSION, CODE = "number", "percent", "year", "time", "version", "code"
PHONE = "phone"

_STAGE = rf"-?(?:p|{STAGES})[-.]?\d+"
_FIGURE = lazy(
    r"(?<![A-Za-z0-9_#.,@/&;:=\ufffc+-])(?<![A-Za-z]-)(?!(?<=['’])[1-9]00(?!\d))(?:"  # "l'800", a century
    r"(?P<iso>\d{4}[-/]\d\d?[-/]\d\d?)"
    r"|(?P<time>\d{1,2}:\d\d(?::\d\d)?)"
    rf"|(?P<version>\d+(?:\.\d+){{2,}}(?:{_STAGE})?)"
    r"|(?P<grouped>\d{1,3}(?:(?P<mark>[ .,'’])\d{3})(?:(?P=mark)\d{3})*(?:[.,]\d+)?(?!\d))"
    r"|(?P<plain>\d+(?:[.,]\d+)?))(?!\d|[:/]\d|[_@=]|[A-Za-z]+\d)"
)
_PHONE = lazy(r"(?<![\w./-])\+?\d{1,4}(?:[- ]\(?\d{2,4}\)?){1,3}-\d{3,5}(?![\w/-])")
_TICKET = lazy(r"(?<![\w/#&])#\d{3,7}(?!\w)")
_INT = lazy(r"\d+")
_DOTTED = lazy(r"\d+(?:\.\d+)+")
_OWNED = lazy(r"[A-Za-z+#] ?\Z")
_YEARS = range(1500, 2100)
_LONGEST = 16
"""Digits of a number; longer ones are hashes, which no float tells apart."""
_LETTER = lazy(r" ?([kKMB])(?![\w'’])")
_LETTERED = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9}
"""Thousands, millions and billions for short."""
_INDENTED = 4
_LISTED = lazy(r"\s*[.)、]\s")
_NOTE = lazy(r"\[\d{1,3}\]")
"""The number of a note: each version counts its own."""
_LEADING_ZERO = lazy(r"0\d+\Z")
"""No number, but a time, the end of a code, or a place in one."""
_DEGREE = lazy(r"\s?[%‰]")

Value = float | str


class Figure(NamedTuple):
    """A figure at ``prose[start:end]``."""

    start: int
    end: int
    text: str
    kind: str
    values: frozenset[Value]
    """Every way to read it: 1234.0 and 1.234 for ``1.234``."""
    unit: str = ""
    """What it counts, as far as a symbol or a word of the language tells: ``EUR``, ``km``."""
    scaled: bool = False
    """A word such as million stands behind it."""
    hedged: bool = False
    """About, or at least so much."""


class Figures(NamedTuple):
    """What a passage says in figures."""

    hard: tuple[Figure, ...]
    """Those that its translation has to have, too."""
    loose: frozenset[Value]
    """Values that stand in it otherwise: in words, in code, addresses and dates."""
    days: tuple[DateMention, ...]

    @property
    def all(self) -> frozenset[Value]:
        """All values that it may be said to have."""
        return self.loose.union(*(figure.values for figure in self.hard))


@analysis
def figures(article: Article) -> tuple[Figures, ...]:
    """The figures of each passage of an article."""
    stated: dict[int, tuple[Quantity, ...]] = {id(each.block): each.items for each in quantities(article)}
    dated: dict[int, list[DateMention]] = {}
    for mention in dates(article):
        dated.setdefault(id(article.blocks[mention.block]), []).append(mention)
    return tuple(
        _of_block(article, each.block, stated.get(id(each.block), ()), dated.get(id(each.block), []))
        for each in passages(article)
    )


def _of_block(
    article: Article, block: Block, stated: tuple[Quantity, ...], dated: list[DateMention]
) -> Figures:
    prose = plain_digits(block.text.prose)
    hard = () if block.kind == CODE_BLOCK else tuple(_hard(prose, stated, dated))
    rest = _without(article, block, hard)
    loose: set[Value] = {float(number) for number in _INT.findall(rest) if len(number) < _LONGEST}
    loose.update(_DOTTED.findall(rest))
    for item in stated:
        if item.spelled or item.is_range:
            for each in (item, *item.ends):
                loose.update((each.value, each.value / each.scale))
    for mention in dated:
        for reading in mention.readings:
            loose.update(float(part) for part in reading if part is not None)
    return Figures(hard, frozenset(loose), tuple(dated) if block.kind != CODE_BLOCK else ())


def _without(article: Article, block: Block, hard: tuple[Figure, ...]) -> str:
    """The source of a block without its figures."""
    start, end = block.text.whole
    kept = []
    for figure in sorted(hard):
        place = block.text.span(figure.start, figure.end)
        kept.append(article.source[start : place.start])
        start = place.end
    return plain_digits(" ".join([*kept, article.source[start:end]]))


def _hard(prose: str, stated: tuple[Quantity, ...], dated: list[DateMention]) -> Iterator[Figure]:
    taken = [(mention.start, mention.end) for mention in dated]
    for figure in _identifiers(prose):
        taken.append((figure.start, figure.end))
        yield figure
    for found in _FIGURE.finditer(prose):
        start, end = found.span()
        listed = start < _INDENTED and not prose[:start].strip() and _LISTED.match(prose, end)
        if not listed and not any(start < other and at < end for at, other in taken):
            item = next((each for each in stated if each.start <= start and end <= each.end), None)
            if prose[start - 1 : start] == "$" and (item is None or item.kind != MONEY):
                continue  # a variable, or what a template puts in
            if (
                _NOTE.match(prose, max(0, start - 1))
                or _LEADING_ZERO.match(found[0])
                or _goes_on(prose, start)
            ):
                continue
            yield _figure(prose, found, None if item is None or item.kind == IN_DATE else item)


def _goes_on(prose: str, start: int) -> bool:
    """Whether a figure goes on with a number in words, where no blanks are written: ten thousand 3 more."""
    return prose[max(0, start - 2) : start].rstrip(" ")[-1:] in _unspaced_scales()


@cache
def _unspaced_scales() -> frozenset[str]:
    scales = by_language("numerals.scales").items()
    return frozenset(word for code, words in scales if speech(code).dates.unspaced for word in words)


def _identifiers(prose: str) -> Iterator[Figure]:
    for code in codes(prose):
        yield Figure(code.start, code.end, code.text, CODE, frozenset({"-".join((code.owner, *code.parts))}))
    for phone in _PHONE.finditer(prose):
        yield Figure(*phone.span(), phone[0], PHONE, frozenset({"".join(_INT.findall(phone[0]))}))
    for ticket in _TICKET.finditer(prose):
        yield Figure(*ticket.span(), ticket[0], CODE, frozenset({ticket[0]}))


def _figure(prose: str, found: re.Match[str], item: Quantity | None) -> Figure:
    """The figure that a match is, as the quantity that it is part of tells."""
    kind, values = _read(prose, found)
    letter = _LETTER.match(prose, found.end())
    if letter is not None:
        values |= {value * _LETTERED[letter[1]] for value in values if isinstance(value, float)}
    if item is None:
        return Figure(*found.span(), found[0], kind, values, "", letter is not None)
    if item.kind == PERCENTAGE:
        kind = PERCENT
    if not item.is_range:
        values |= {abs(item.value), abs(item.value / item.scale)}
    return Figure(
        *found.span(),
        found[0],
        kind,
        values,
        item.unit,
        letter is not None or item.scale > 1,
        bool(item.hedge),
    )


def _read(prose: str, found: re.Match[str]) -> tuple[str, frozenset[Value]]:
    text = found[0]
    if found["iso"] or found["time"]:
        return TIME, frozenset({text})
    if found["version"]:
        bare = text.replace(".", "")
        grouped = all(len(part) == 3 for part in text.split(".")[1:]) and bare.isdigit()
        return VERSION, frozenset({text.lower(), *([float(bare)] if grouped else [])})
    start = found.start()
    values = _values(text)
    if "." in text and not found["grouped"] and _OWNED.search(prose, max(0, start - 2), start):
        return VERSION, values | {text}
    if len(text) == 4 and text.isdigit() and int(text) in _YEARS:
        return YEAR, values
    return (PERCENT if _DEGREE.match(prose, start + len(text)) else NUMBER), values


@lru_cache(maxsize=4096)
def _values(text: str) -> frozenset[Value]:
    """Every number that figures with marks may be."""
    digits = text.replace(" ", "").replace("'", "").replace("’", "")
    parts = digits.replace(",", ".").split(".")
    whole, rest = "".join(parts[:-1]), parts[-1]
    found: set[Value] = {float(f"{whole}.{rest}") if whole else float(rest)}
    if all(len(part) == 3 for part in parts[1:]):
        found.add(float("".join(parts)))
        if len(set(digits) & set(".,")) == 1 and len(parts) > 2:
            found.remove(float(f"{whole}.{rest}"))
    return frozenset(found)
