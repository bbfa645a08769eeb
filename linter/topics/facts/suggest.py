"""Bible entries that articles suggest: people whom many of them name alike, and what they agree on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from linter.check import Record
from linter.topics.facts.claims import NAME
from linter.topics.facts.mismatch import BORN, DIED
from linter.typed import Any


def suggested(collected: Iterable[tuple[str, Record]], fewest: int) -> list[dict[str, Any]]:
    """People as plain data, those of most articles first, from the paths and records of many articles.

    Somebody is proposed who is named in at least ``fewest`` articles; a year of birth or death on
    which two statements agree and which none contradicts goes with it.
    """
    written: dict[str, Counter[str]] = defaultdict(Counter)
    years: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for _, record in collected:
        if record.kind.startswith(NAME):
            written[record.key][record.said] += 1
        else:
            years[record.kind, record.key].append(record)
    keys = sorted(written, key=lambda key: (-written[key].total(), key))
    return [_entry(key, written[key], years) for key in keys if written[key].total() >= fewest]


def _entry(key: str, written: Counter[str], years: dict[tuple[str, str], list[Record]]) -> dict[str, Any]:
    forms = [form for form, _ in written.most_common()]
    entry: dict[str, Any] = {"name": forms[0]}
    if forms[1:]:
        entry["aliases"] = forms[1:]
    for kind in (BORN, DIED):
        year = _agreed(years.get((kind, key), []))
        if year:
            entry[kind] = str(year)
    entry["note"] = f"named in {written.total()} articles"
    return entry


def _agreed(stated: list[Record]) -> int | None:
    """The only year that two or more statements all allow."""
    first = max((record.first for record in stated), default=0)
    last = min((record.last for record in stated), default=0)
    return first if len(stated) > 1 and first == last else None
