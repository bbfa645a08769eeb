"""Which alarms of two runs over the same articles are new, gone, or told otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

Kind = Literal["new", "lost", "changed"]
KINDS: tuple[Kind, ...] = ("new", "lost", "changed")


class Alarm(NamedTuple):
    """A finding as ``jsonl`` and ``json`` report it, without what follows from the rest."""

    path: str
    line: int
    start: int
    end: int
    rule: str
    severity: str
    message: str
    text: str

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Alarm:
        return cls(*(record[name] for name in cls._fields))


class Difference(NamedTuple):
    """One alarm that the two runs do not have alike; one that is lost is that of the run before."""

    kind: Kind
    alarm: Alarm
    before: str = ""
    """Of a changed one what it said before, with its severity where this changed."""


def compare(base: Iterable[Mapping[str, Any]], head: Iterable[Mapping[str, Any]]) -> list[Difference]:
    """What differs between the findings of two runs, in the order of rules and places.

    An alarm of one rule at one place that says something else, or ends elsewhere, is changed.
    """
    before, after = Counter(map(Alarm.of, base)), Counter(map(Alarm.of, head))
    lost: defaultdict[tuple[str, str, int], list[Alarm]] = defaultdict(list)
    for alarm in sorted((before - after).elements()):
        lost[alarm.rule, alarm.path, alarm.start].append(alarm)
    found = []
    for alarm in sorted((after - before).elements()):
        was = lost[alarm.rule, alarm.path, alarm.start]
        found.append(_changed(was.pop(0), alarm) if was else Difference("new", alarm))
    found += [Difference("lost", alarm) for left in lost.values() for alarm in left]
    return sorted(found, key=lambda each: (each.alarm.rule, KINDS.index(each.kind), each.alarm))


def _changed(before: Alarm, after: Alarm) -> Difference:
    was = before.message if before.severity == after.severity else f"{before.severity}: {before.message}"
    return Difference("changed", after, was)
