"""Identifiers of a piece of prose: versions, numbers of issues, and codes such as ``CVE-2011-4815``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.analyses.digit_blocks import has_digits
from linter.languages import everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import Span
from linter.topics.names.normalise import fold

VERSION, ISSUE, CODE = "version", "issue", "code"

STAGES = "|".join("rc beta alpha preview pre dev canary milestone snapshot".split())
"""What stands before the number of a version that is not finished."""
_STAGE = f"(?:{STAGES})"
_VERSION = lazy(
    rf"(?<![A-Za-z0-9_.,/:@$€£+-])v?(?P<digits>\d{{1,4}}(?:\.\d{{1,5}}){{1,3}})"
    rf"(?P<stage>[-. ]?{_STAGE}[-. ]?\d{{1,3}}|-?p\d{{1,4}}|[ab]\d{{1,2}})?"
    r"(?![A-Za-z0-9_/]|[.,:-]\d|\s?[%°]|\.[a-z]{2,4}\b)",
    re.IGNORECASE,
)
_CODE = lazy(
    r"(?P<prefix>[A-Z](?<!(?![\u3040-\u9fff\uac00-\ud7af])[\w/.#@-].)[A-Z]{1,7})"
    r"(?P<digits>[- ]?\d{2,7}(?:[-:.]\d{2,7})?)(?![^\W\u3040-\u9fff\uac00-\ud7af]|/|[-.,]\d)"
)
_OWNER = lazy(r"([A-Za-z][\w+#]*(?:[-'’.][\w+#]+)*|[^\W\d_]+)[ \u00a0]{0,2}\Z")
_LINK = lazy(r"\s*(?:[,;/&+]|[,;]?\s+[^\W\d_]{1,4}(?=\s))\s*v?\Z", re.IGNORECASE)
"""What stands between two versions of one product: ``3.0.2, 2.7.4 and 2.6.8``."""
_UNSPACED = lazy("^.*[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]")
_LAST_NUMBER = lazy(r"\A[^\d#]*[^\W\d_]{2} (?!(?:19|20)\d\d\Z)(\d{1,4})\Z")
_DAY = lazy(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\Z")
_NUMBER = lazy(r"\d+")
_REACH = 40
"""An owner is looked for in so many characters before its version."""


class Identifier(NamedTuple):
    """An identifier at ``prose[start:end]``."""

    kind: str
    owner: str
    """Folded: the word before a version, the prefix of a code."""
    parts: tuple[str, ...]
    """Its numbers without leading zeros; for a version with a stage its name and number at the end."""
    stage: bool
    text: str
    start: int
    end: int


def versions(prose: str) -> Iterator[Identifier]:
    """Versions of two numbers or more, each with the word before it or before those it is listed with."""
    owner, last = "", -1
    for found in _VERSION.finditer(prose):
        if _DAY.match(found["digits"]):
            continue
        mine = _owner(prose, found.start(), last)
        owner = owner if mine is None else mine
        stage = found["stage"] or ""
        numbers = (*_numbers(found["digits"]), *_stage(stage))
        yield Identifier(VERSION, owner, numbers, bool(stage), found[0].strip(), found.start(), found.end())
        last = found.end()


def _owner(prose: str, start: int, last: int) -> str | None:
    """The word before, folded; nothing where the version goes on a list of versions."""
    if last >= 0 and (prose[last:start].strip() == "" or _LINK.fullmatch(prose, last, start)):
        return None
    before = _OWNER.search(prose, max(0, start - _REACH), start)
    return fold(_UNSPACED.sub("", before[1])) if before else ""


def _stage(stage: str) -> Iterator[str]:
    folded = stage.casefold()
    yield from ("".join(char for char in folded if char.isalpha()),) if stage else ()
    yield from _numbers(folded)


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(number.lstrip("0") or "0" for number in _NUMBER.findall(text))


def codes(prose: str) -> Iterator[Identifier]:
    """Capital letters and a number of three digits or more in all: ``RFC 2119``, ``CVE-2011-4815``."""
    for found in _CODE.finditer(prose):
        digits = _NUMBER.findall(found["digits"])
        if sum(map(len, digits)) >= 3:
            yield Identifier(
                CODE, found["prefix"], _numbers(found["digits"]), False, found[0], found.start(), found.end()
            )


@cache
def _issue_number() -> re.Pattern[str]:
    """``#354``, ``No. 12``, ``Issue 473``, ``46th issue``, in any language."""
    words = any_of(everywhere("names.releases.issues"))
    return lazy(
        rf"(?:(?<![\w/#])#|(?<![^\W\u3040-\u9fff])(?P<word>{words})[ \u00a0#]{{0,3}}(?<![A-Za-z]))"
        r"(?P<digits>\d{1,5})(?![A-Za-z0-9_/]|[.,:-]\d)"
        rf"|(?P<ordinal>\d(?<![\w.,-].)\d{{0,3}})(?:\.|[^\W\d_]{{1,3}})[ \u00a0](?P<noun>{words})(?!\w)",
        re.IGNORECASE,
    )


def issues(prose: str) -> Iterator[Identifier]:
    """Numbers of issues and episodes, each with the word that marks it or stands before it."""
    if not has_digits(prose):
        return
    for found in _issue_number().finditer(prose):
        owner = found["word"] or found["noun"]
        if not owner:
            before = _OWNER.search(prose, max(0, found.start() - _REACH), found.start())
            owner = before[1] if before else ""
        numbers = _numbers(found["digits"] or found["ordinal"])
        yield Identifier(ISSUE, fold(owner), numbers, False, found[0], found.start(), found.end())


def series_number(title: str) -> Iterator[Identifier]:
    """The number with which the headline of one of a series ends: "This Week in Ferns 512"."""
    found = _LAST_NUMBER.search(title)
    if found:
        numbers = _numbers(found[1])
        yield Identifier(ISSUE, "", numbers, False, found[1], found.start(1), found.end(1))


class Slip(NamedTuple):
    """An identifier at a place, and how it is written elsewhere."""

    span: Span
    text: str
    other: str
    place: str
    """Which message tells where the other stands: ``path``, ``field``, ``link`` or nothing for the text."""
    related: Span | None = None
    field: str = ""
    sure: bool = True
    """Whether both may hardly be meant."""
