"""Comments that switch rules of Vale's styles off and on, as Vale understands them.

``<!-- vale off -->`` … ``<!-- vale on -->``, ``<!-- vale Style.Rule = NO -->`` … ``= YES``, the same
for a whole style, and ``<!-- vale Style.Rule["match"] = NO -->`` for one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.finding import Finding
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_COMMENT = lazy(
    r"(?:<!--|\{/\*)\s*vale[ ]"
    r"(?:(?P<all>off|on)|(?P<key>[^\s=\[]+)(?P<matches>\[.+\])?[ ]=[ ](?P<value>YES|NO|on|off))"
    r"\s*(?:-->|\*/\})"
)
_ALL = "*"


class _Region(NamedTuple):
    key: str
    match: str
    start: int
    end: int


def without_silenced(findings: Iterable[Finding], source: str) -> list[Finding]:
    """The findings without those of styles that a comment has switched off where they stand."""
    regions = _regions(source)
    return [finding for finding in findings if not any(_silences(each, finding) for each in regions)]


def _silences(region: _Region, finding: Finding) -> bool:
    style, dot, _ = finding.rule.partition(".")
    if not dot or not region.start <= finding.span.start < region.end:
        return False
    return region.key in (_ALL, style, finding.rule) and region.match in ("", finding.text)


def _regions(source: str) -> list[_Region]:
    found: list[_Region] = []
    opened: dict[tuple[str, str], int] = {}
    for comment in _COMMENT.finditer(source):
        off = (comment["all"] or comment["value"]) in ("off", "NO")
        for key in _keys(comment):
            if off:
                opened.setdefault(key, comment.end())
            elif key in opened:
                found.append(_Region(*key, opened.pop(key), comment.start()))
    return found + [_Region(*key, start, len(source)) for key, start in opened.items()]


def _keys(comment: re.Match[str]) -> list[tuple[str, str]]:
    if comment["all"]:
        return [(_ALL, "")]
    if not comment["matches"]:
        return [(comment["key"], "")]
    import json

    try:
        matches = json.loads(comment["matches"])
    except ValueError:
        return []
    return [(comment["key"], str(match)) for match in matches]
