"""X's in the place of a number or a name: "about XXX fixes", "xxx requests were"."""

from __future__ import annotations

from functools import cache
from itertools import islice

from linter.analyses import kept
from linter.analyses.exempt import exempt
from linter.article.model import HEADLINE, TABLE, Article
from linter.languages import Speech, everywhere
from linter.languages.phrases import any_of
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.topics.residue.marks import (
    CODE,
    ENDS,
    GLUED,
    GOES_ON,
    NEAR,
    WORD,
    Place,
    is_alone,
    is_first,
    is_set_apart,
    wanting,
    wants_value,
)
from linter.topics.residue.short_blocks import short_blocks

_SMALL_BEFORE = lazy(rf"(?<![\w'’-])[{SMALL}]{{2,}}\s\Z|[~≈]\Z")
_LONE = lazy(r"(?<![\w'’.-])X(?![\w'’.-])")
_TWO_WORDS = lazy(r"\s[^\W\d_]{2,}\s[^\W\d_]{2,}")


def is_gap(article: Article, place: Place, known: Speech) -> bool:
    """Whether X's stand for a number or a name: "about XXX fixes", "xxx requests were"."""
    if place.block.kind == TABLE or CODE.search(place.before):
        return False
    if GLUED.match(place.after) or units(known).match(place.after) or _is_in_code(article, place.mark):
        return False
    if is_set_apart(place) or (place.mark == "XX" and _LONE.search(f"{place.before} {place.after}")):
        return False  # "the form *XX*", "XX is X times X"
    if is_alone(place):
        return (place.mark == "XXX" and _once(article, place.mark)) or _is_all(article, place.mark)
    beside = known.residue.placeholders.beside_x
    if not beside or _beside(known).search(f"{place.before} {place.after[:NEAR]}"):
        return False
    if place.mark != "XXX":
        return _is_small_gap(place, known)
    if ENDS.match(place.after):
        wanted = wants_value(place, known) or _from(known).search(place.before)
        return bool(wanted or (_ends_text(place) and is_first(place)))
    return bool(GOES_ON.match(place.after)) and _is_amid(place, known)


def _is_amid(place: Place, known: Speech) -> bool:
    """Whether a number or a name is wanted, or stands among the words of a sentence."""
    small = not place.after.lstrip()[:1].isupper()
    return wanting(known).search(place.before) is not None or (small and _in_sentence(place, known))


def _is_small_gap(place: Place, known: Speech) -> bool:
    """Whether x's are among small words or behind a tilde: "built xx new lockers", "~XX new lockers"."""
    if is_first(place):
        return place.mark != "XX" and bool(_TWO_WORDS.match(place.after))
    number = len(place.mark) == 2 and _SMALL_BEFORE.search(place.before)
    if number and _dated(known).match(place.after):
        return False
    wanted = number or wanting(known).search(place.before)
    small = known.names.capital_nouns or place.after[1:2].islower()
    return bool(wanted and GOES_ON.match(place.after) and small)


def _in_sentence(place: Place, known: Speech) -> bool:
    word = place.before.rstrip().rpartition(" ")[2]
    small = bool(word) and (not word[0].isupper() or _is_office(word.lower(), known))
    return is_first(place) or (small and (word[-1].isalnum() or word[-1] == ":"))


def _is_office(word: str, known: Speech) -> bool:
    """Whether a word in small letters says what somebody is: a name is wanted behind it."""
    roles = known.names.roles
    return word in roles or (known.names.capital_nouns and word.endswith(roles))


def _ends_text(place: Place) -> bool:
    return not place.after.strip() and bool(WORD.search(place.before))


def _is_all(article: Article, mark: str) -> bool:
    """Whether the article has no other text: "xxx" below the front matter."""
    texts = (block for block in article.scope("text") if block.kind != HEADLINE)
    return len(mark) > len("XX") and sum(1 for _ in islice(texts, 2)) == 1


def _once(article: Article, mark: str) -> bool:
    """Whether it stands in the article once: a row of X's between sections comes again."""
    return short_blocks(article)[mark] == 1


@kept
def _is_in_code(article: Article, mark: str) -> bool:
    """Whether a name, a number or code has it as a part, and the text speaks of that: "v-XX-g1", "evalXX"."""
    part = lazy(rf"\w-{mark}(?![^\W_])|(?<![^\W_]){mark}-\w")
    beside = rf"(?<![A-Z\d]){mark}(?![a-z\dX])" if mark.isupper() else rf"(?<![^\W_]){mark}(?![^\W_])"
    code, whole = exempt(article, "code"), lazy(beside)
    return any(part.search(block.text.prose) for block in article.scope("text")) or (
        bool(code) and any(code.hold(found.start()) for found in whole.finditer(article.source))
    )


@cache
def _from(known: Speech) -> re.Pattern[str]:
    """Before X's with which a sentence ends: somebody is named there ("with help from XXX.")."""
    return lazy(rf"(?<!\w)(?:{any_of(known.numerals.ranges.from_)})\s\Z", re.IGNORECASE)


@cache
def _beside(known: Speech) -> re.Pattern[str]:
    words = any_of(known.residue.placeholders.beside_x)
    return lazy(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def units(known: Speech) -> re.Pattern[str]:
    """After X's: they are a number ("XX euros"), which is the business of another rule."""
    return lazy(rf"\s(?:{any_of(known.residue.gaps.units)})(?!\w)", re.IGNORECASE)


@cache
def _dated(known: Speech) -> re.Pattern[str]:
    """After X's: they are a day of a month in any language, or somebody, the business of other rules."""
    return lazy(rf"\s(?:{any_of((*everywhere('dates.months'), *known.residue.on))})(?!\w)", re.IGNORECASE)
