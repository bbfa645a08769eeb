"""The account of a comparison, for the summary of a job or a comment.

What it quotes was written by strangers: each quotation is one line of code, in which GitHub reads neither
markup nor names of users, and everything hidden in it is written out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.reporters.visible import one_line
from scripts.ecosystem.compare import KINDS, Difference, Kind
from scripts.ecosystem.repositories import Repository

LIMIT = 60_000
"""Characters of an account. GitHub takes 65,536 for a comment and 1 MiB for the summary of a job."""
_MOST = (20, 10, 5, 3, 2, 1, 0)
"""Examples of a rule and kind, as many as find room."""
_QUOTED = 200
_TOLD = {"new": "new", "lost": "lost", "changed": "told otherwise"}
_SEVERITIES = ("error", "warning", "info")
_SLOWER = 1.1
"""Smaller differences of processor time are noise."""


class Met(NamedTuple):
    """A difference, where it is, and the line of the article."""

    repository: Repository
    difference: Difference
    line: str = ""


class Account(NamedTuple):
    """All that is told of a comparison."""

    base: str
    head: str
    repositories: int
    articles: int
    met: Sequence[Met]
    on: frozenset[str]
    """The rules that are on by default now."""
    seconds: tuple[float, float]
    """Processor time of both versions."""
    slower: Sequence[tuple[str, float]] = ()
    """Repositories that take longer now, and how many times as long."""
    failures: Sequence[str] = ()
    """What the version of today cannot judge, and that of before can."""
    absent: Sequence[str] = ()
    """Repositories that were not to be had, and why."""


def render(account: Account, limit: int = LIMIT) -> str:
    """The account, with as many examples as find room in ``limit`` characters."""
    head = "\n".join(_head(account))
    for most in _MOST:
        text = "\n".join([head, *_examples(account, most)]).rstrip("\n") + "\n"
        if len(text) <= limit:
            return text
    return head[: limit - 1].rpartition("\n")[0] + "\n"


def _head(account: Account) -> Iterator[str]:
    counts = _counts(account.met)
    shown = _counts([each for each in account.met if _is_shown(each, account.on)])
    yield "## Ecosystem check"
    yield ""
    yield (
        f"{code(account.head)} against {code(account.base)}, over {account.articles:,} articles "
        f"of {account.repositories} repositories: **{_told(counts)}**; "
        f"of rules that are on by default {_told(shown)}."
    )
    yield from _time(account)
    yield from _list("Fails now, and did not before", account.failures)
    yield from _list("Not to be had", account.absent)
    yield ""
    if account.met:
        yield from _table(account)


def _counts(met: Iterable[Met]) -> Counter[Kind]:
    return Counter(each.difference.kind for each in met)


def _told(counts: Counter[Kind]) -> str:
    return ", ".join(f"{counts[kind]:,} {_TOLD[kind]}" for kind in KINDS) if counts else "no difference"


def _is_shown(each: Met, on: frozenset[str]) -> bool:
    return each.difference.alarm.rule in on and each.difference.alarm.severity != "info"


def _time(account: Account) -> Iterator[str]:
    before, after = account.seconds
    if before:
        yield ""
        yield f"Processor time: {after:.1f} s, {after / before:.2f} times that of before."
    slower = [(name, ratio) for name, ratio in account.slower if ratio >= _SLOWER]
    if slower:
        told = ", ".join(f"{code(name)} ({ratio:.2f})" for name, ratio in slower)
        yield f"Slower by more than a tenth: {told}."


def _list(title: str, lines: Sequence[str], most: int = 20) -> Iterator[str]:
    if lines:
        yield from ("", f"**{title}** ({len(lines)}):", "")
        yield from (f"- {code(line)}" for line in lines[:most])
        if len(lines) > most:
            yield f"- and {len(lines) - most:,} more"


def _table(account: Account) -> Iterator[str]:
    yield f"| rule | severity | on by default | {' | '.join(_TOLD[kind] for kind in KINDS)} |"
    yield "| --- | --- | --- | --: | --: | --: |"
    for rule in _rules(account.met):
        of_rule = [each for each in account.met if each.difference.alarm.rule == rule]
        counts = _counts(of_rule)
        severities = ", ".join(sorted({each.difference.alarm.severity for each in of_rule}, key=_rank))
        numbers = " | ".join(f"{counts[kind]:,}" if counts[kind] else "" for kind in KINDS)
        yield f"| {code(rule)} | {severities} | {'yes' if rule in account.on else 'no'} | {numbers} |"


def _rules(met: Sequence[Met]) -> list[str]:
    """The rules, those first whose alarms weigh most, of these the ones with most differences."""
    counts = Counter(each.difference.alarm.rule for each in met)
    weights = {rule: len(_SEVERITIES) for rule in counts}
    for each in met:
        alarm = each.difference.alarm
        weights[alarm.rule] = min(weights[alarm.rule], _rank(alarm.severity))
    return sorted(counts, key=lambda rule: (weights[rule], -counts[rule], rule))


def _rank(severity: str) -> int:
    return _SEVERITIES.index(severity)


def _examples(account: Account, most: int) -> Iterator[str]:
    for rule in _rules(account.met) if most else ():
        of_rule = [each for each in account.met if each.difference.alarm.rule == rule]
        yield ""
        yield f"<details><summary>{_plain(rule)}: {_told(_counts(of_rule))}</summary>"
        yield ""
        for kind in KINDS:
            of_kind = [each for each in of_rule if each.difference.kind == kind]
            yield from map(_example, _spread(of_kind, most))
            if len(of_kind) > most:
                yield f"- and {len(of_kind) - most:,} more that are {_TOLD[kind]}"
        yield ""
        yield "</details>"


def _spread(met: Sequence[Met], most: int) -> list[Met]:
    """At most so many of them, from everywhere alike."""
    if len(met) <= most:
        return list(met)
    return [met[number * len(met) // most] for number in range(most)]


def _example(each: Met) -> str:
    repository, difference, line = each
    alarm = difference.alarm
    place = code(f"{repository.repository} {alarm.path}:{alarm.line}")
    link = f"[{place}]({repository.url(alarm.path, alarm.line)})"
    told = f"- **{_TOLD[difference.kind]}** {link}: {code(alarm.message)}"
    if difference.before:
        told += f"; before: {code(difference.before)}"
    return f"{told}<br>{code(_cut(line, alarm.text))}" if line.strip() else told


def _cut(line: str, text: str) -> str:
    """The part of a line around a text."""
    line, text = one_line(line).strip(), one_line(text)
    at = max(line.find(text), 0)
    start = max(0, min(at - (_QUOTED - len(text)) // 2, len(line) - _QUOTED))
    part = line[start : start + _QUOTED]
    return f"{'…' if start else ''}{part}{'…' if start + _QUOTED < len(line) else ''}"


def code(text: str) -> str:
    """A text as one line of code in Markdown, whatever it has in it."""
    line = one_line(text).strip() or " "
    line = line if len(line) <= 2 * _QUOTED else f"{line[: 2 * _QUOTED]}…"
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _plain(rule: str) -> str:
    """The name of a rule outside of code; ours are made of letters and hyphens."""
    return re.sub(r"[^\w.-]", "", rule)
