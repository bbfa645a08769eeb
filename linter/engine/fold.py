"""One cause, one finding: what a file has many times is told once, with its other places.

What ``--fix`` can mend stays apart as long as it may be mended, for each place is mended by its own finding.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter

from linter.finding import Finding, Related
from linter.messages import Message, Number, message, messages

FEW = 10
"""So many findings of one message are told apart; more have one cause: a template, a habit, an export."""
MOST = 30
"""So many findings of one rule and severity are told apart in a file, whatever they say."""
(ALSO,) = messages("also here")
"""The label of the places of findings that another one stands for."""


def folded(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in their order; of many alike the first stands for the rest, its related places."""
    alike = _folded(list(findings), lambda each: (each.rule, each.severity, _kind(each)), FEW, 1)
    return _folded(alike, lambda each: (each.rule, each.severity), MOST, MOST)


def alike_folded(findings: Iterable[Finding]) -> list[Finding]:
    """The same for one message alone: many articles in one file are read one by one."""
    return _folded(list(findings), lambda each: (each.rule, each.severity, each.message), FEW, 1)


def fixes_folded(findings: Iterable[Finding]) -> list[Finding]:
    """The same of what could be mended, where nothing is to be: a file in the wrong encoding."""
    return _folded(list(findings), lambda each: (each.rule, each.severity), FEW, 1, fixable=True)


def _kind(finding: Finding) -> str:
    """What is found, where the message says it: placeholders of one template, lines of one filler text."""
    found = finding.message
    return (isinstance(found, Message) and found.fields.get("what")) or found


def _folded(
    findings: list[Finding],
    alike: Callable[[Finding], Hashable],
    most: int,
    kept: int,
    fixable: bool = False,
) -> list[Finding]:
    """Of more than ``most`` findings alike the first ``kept``, of which the last stands for the rest.

    Alike are only findings of one rule.
    """
    if len(findings) <= most:
        return findings
    often = {rule for rule, number in Counter(map(attrgetter("rule"), findings)).items() if number > most}
    if not often:
        return findings
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, finding in enumerate(findings):
        if finding.rule in often and (finding.fix is not None) is fixable and not _stands_for_others(finding):
            groups[alike(finding)].append(place)
    result: list[Finding | None] = list(findings)
    for places in groups.values():
        if len(places) > most:
            last, rest = places[kept - 1], places[kept:]
            result[last] = _with_others(findings[last], [findings[place] for place in rest])
            for place in rest:
                result[place] = None
    return [finding for finding in result if finding is not None]


def _stands_for_others(finding: Finding) -> bool:
    return bool(finding.related) and finding.related[-1].label == ALSO


def _with_others(finding: Finding, rest: list[Finding]) -> Finding:
    also = tuple(Related(each.span, ALSO, within=each.within) for each in rest)
    number = Number(f"{len(rest)}", f"{len(rest):,}")
    told = message("{message} And {number} more in this file.", message=finding.message, number=number)
    return finding._replace(message=told, related=(*finding.related, *also))
