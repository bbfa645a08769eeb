"""Comments that switch rules of Vale's styles off and on, as Vale understands them.

``<!-- vale off -->`` … ``<!-- vale on -->``, ``<!-- vale Style.Rule = NO -->`` … ``= YES``, the same
for a whole style, and ``<!-- vale Style.Rule["match"] = NO -->`` for one text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import product

from linter.finding import Finding
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span

_COMMENT = lazy(
    r"(?:<!--|\{/\*)\s*vale[ ]"
    r"(?:(?P<all>off|on)"
    r"|(?P<key>[^\s=\[]+)(?P<matches>\[(?:[^\r\n<]|<(?!!--))+\])?[ ]=[ ](?P<value>YES|NO|on|off))"
    r"\s*(?:-->|\*/\})"
)
_ALL = "*"


_Key = tuple[str, str]
"""A rule, a style or all of them, and the only text that is meant, or nothing."""


def without_silenced(findings: Iterable[Finding], source: str) -> list[Finding]:
    """The findings without those of styles that a comment has switched off where they stand."""
    switched_off = _switched_off(source)
    if not switched_off:
        return list(findings)
    return [finding for finding in findings if not _silenced(finding, switched_off)]


def _silenced(finding: Finding, switched_off: Mapping[_Key, list[Span]]) -> bool:
    style, dot, _ = finding.rule.partition(".")
    keys = product((_ALL, style, finding.rule), ("", finding.text)) if dot else ()
    return any(key in switched_off and _holds(switched_off[key], finding.span.start) for key in keys)


def _holds(spans: list[Span], place: int) -> bool:
    """Whether one of the spans, which follow each other, has the place."""
    before = bisect_right(spans, place, key=lambda span: span.start)
    return before > 0 and place < spans[before - 1].end


def _switched_off(source: str) -> dict[_Key, list[Span]]:
    """Where comments have switched something off, in the order of the text."""
    found: dict[_Key, list[Span]] = {}
    opened: dict[_Key, int] = {}
    for comment in _COMMENT.finditer(source):
        off = (comment["all"] or comment["value"]) in ("off", "NO")
        for key in _keys(comment):
            if off:
                opened.setdefault(key, comment.end())
            elif key in opened:
                found.setdefault(key, []).append(Span(opened.pop(key), comment.start()))
    for key, start in opened.items():
        found.setdefault(key, []).append(Span(start, len(source)))
    return found


def _keys(comment: re.Match[str]) -> list[_Key]:
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
