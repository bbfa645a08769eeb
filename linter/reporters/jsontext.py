"""JSON that survives terminals, line-wise readers and strict parsers."""

from __future__ import annotations

import json

from linter.matching import re
from linter.matching.regexes import lazy
from linter.typed import Any

_UNSAFE = lazy(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
    r"|#(?=#(?:vso|teamcity)?\[)"
)


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON text in which only what can be read stands unescaped.

    Line separators are escaped because readers of JSON Lines split at them, controls and
    direction marks because they steer terminals, ``##[`` because CI systems obey it. A lone
    surrogate becomes U+FFFD: strict parsers refuse the whole file for one.
    """
    return _UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=False, indent=indent))


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return "\\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"
