"""The weekday that stands beside a date."""

from __future__ import annotations

from linter.languages.dates import spelling_key
from linter.namedtuples import NamedTuple
from linter.topics.dates.reading.grammar import Grammar

_REACH = 48
"""How far before a date its weekday may begin."""

_OPENS = (":", "(")
"""Behind such a mark a short weekday begins a date ("Koncert: so 9. června")."""
_TELLING = 3
"""Letters of a short weekday that is no other word, where weekdays have no capital ("lun", but not "do")."""


class Said(NamedTuple):
    """A weekday at ``prose[start:end]``, from Monday as 0; ``close`` is where its bracket ends."""

    weekday: int
    start: int
    end: int
    close: int


def weekday_before(prose: str, start: int, known: Grammar, floor: int = 0) -> Said | None:
    """The weekday of a date that begins at ``start``, if it stands before it and after ``floor``."""
    last = None
    for match in known.weekday.finditer(prose, max(floor, start - _REACH), start):
        last = match
    if last is None:
        return None
    glue = known.glue.fullmatch(prose, last.end(), start)
    key = spelling_key(last["weekday"])
    full = known.dates.weekdays.get(key)
    if glue is None or (full is not None and glue[0].startswith(".")):
        return None
    if full is None and not _is_short_weekday(prose, last.span(), glue[0], known):
        return None
    number = full if full is not None else known.dates.short_weekdays[key]
    return Said(number, last.start(), last.end(), last.end())


def _is_short_weekday(prose: str, place: tuple[int, int], glue: str, known: Grammar) -> bool:
    """ "Mon", "Mo.", "So 9. März", "sáb 9" are weekdays; "so 9" and "The Sun" are not."""
    start, end = place
    if known.dates.short_weekdays_sure:
        return True
    if known.dates.short_weekdays_alone:
        return prose[start].isupper() and _word_before(prose, start) not in known.dates.no_weekday_after
    if known.dates.day_capital:
        return prose[start].isupper() and not prose[start : start + 2].isupper()
    opened = prose[max(0, start - 2) : start].rstrip().endswith(_OPENS)
    marked = opened or glue.startswith(".") or prose[start].isupper()
    led = "," not in glue or _word_before(prose, start) in known.dates.lead
    return marked or (end - start >= _TELLING and led)


def _word_before(prose: str, start: int) -> str:
    """The word that ends before the blanks at an offset, in small letters."""
    words = prose[max(0, start - _REACH) : start].casefold().split()
    return words[-1] if words else ""


def weekday_after(prose: str, end: int, known: Grammar) -> Said | None:
    """The weekday of a date that ends at ``end``: in brackets, or in the way of the language."""
    whole = known.weekday_after.match(prose, end)
    match = known.weekday.search(prose, whole.start(), whole.end()) if whole else None
    if whole is None or match is None:
        return None
    key = spelling_key(match["weekday"])
    number = known.dates.weekdays.get(key)
    if number is None:
        number = known.dates.short_weekdays[key]
    return Said(number, match.start(), match.end(), whole.end())
