"""The plainest YAML, read without a parser: ``key: value`` lines, and lists of such values.

Most front matter is nothing more, and to import the parser takes as long as to lint an article. What is not
certain to mean the same to the parser is left to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from linter.article.model import Field
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span

_NO_CHARACTERS = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_QUOTED = rf"\"(?:[^\"\\{_NO_CHARACTERS}]|\\[\"\\/])*+\"|'[^'{_NO_CHARACTERS}]*+'"
_BARE = rf"[\w/.(<+$](?:[^:#{_NO_CHARACTERS}]|:(?![ \r\n]|\Z)|(?<! )#)*+"
_BARE_LISTED = r"[^\W_][\w /.+-]*+"
_LISTED = rf"(?:{_QUOTED}|{_BARE_LISTED})"
_END = r" *+(?:\r?\n|\Z)"
_LINE = lazy(
    rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,60}}+):(?:"
    rf" ++(?P<value>{_QUOTED}|{_BARE}){_END}"
    rf"| ++\[ *+(?P<listed>{_LISTED}(?: *+, *+{_LISTED})*+) *+\]{_END}"
    rf"| *+\r?\n(?P<items>(?P<indent> *+)- ++(?:{_QUOTED}|{_BARE}){_END}"
    rf"(?:(?P=indent)- ++(?:{_QUOTED}|{_BARE}){_END})*+))"
    rf"|(?:#[^{_NO_CHARACTERS}]*+)?\r?\n"
)
_ITEM = lazy(rf"(?m:^) *+- ++(?P<value>{_QUOTED}|{_BARE})(?= *+\r?(?:\n|\Z))")
_MEMBER = lazy(rf"(?P<value>{_LISTED}) *+(?:,|\Z)")
_ESCAPED = lazy(r"\\(.)")
_OTHER = frozenset({"~", "null"})
"""What means nothing."""


def read_plain_yaml(source: str, start: int, end: int) -> list[Field] | None:
    """The fields in ``source[start:end]`` as the parser gives them; nothing if it has to be asked."""
    fields: list[Field] = []
    seen: set[str] = set()
    while start < end:
        line = _LINE.match(source, start, end)
        if line is None:
            return None
        start = line.end()
        if line["key"] is not None:
            if line["key"] in seen:
                return None
            seen.add(line["key"])
            fields += _fields(line)
    plain = not seen & _OTHER and not any(field.value in _OTHER for field in fields)
    return fields if plain and fields else None


def _fields(line: re.Match[str]) -> Iterator[Field]:
    key = Span(*line.span("key"))
    if line["value"] is not None:
        found: Iterator[re.Match[str]] = iter([line])
    elif line["listed"] is not None:
        found = _MEMBER.finditer(line.string, *line.span("listed"))
    else:
        found = _ITEM.finditer(line.string, *line.span("items"))
    for each in found:
        start, value = each.start("value"), each["value"].rstrip(" ")
        if value[0] not in "'\"":
            yield Field(line["key"], value, Span(start, start + len(value)), key)
            continue
        span = Span(start + 1, start + len(value) - 1)
        inside = value[1:-1]
        if value[0] == '"':
            inside = _ESCAPED.sub(itemgetter(1), inside)
        yield Field(line["key"], inside, span, key)
