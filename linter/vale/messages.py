"""Vale's messages, in which ``%s`` stands for what was found, with named fields instead."""

from __future__ import annotations

from collections.abc import Sequence

from linter.matching import re
from linter.matching.regexes import lazy

_VERB = lazy(r"%(?:\[(?P<number>\d+)\])?[sdvq]|%%")


def named(message: str, fields: Sequence[str]) -> str:
    """The message as a format string: the first ``%s`` is the first field, and so on."""
    left = list(fields)

    def field(verb: re.Match[str]) -> str:
        if verb[0] == "%%":
            return "%"
        if verb["number"]:
            number = int(verb["number"]) - 1
            return f"{{{fields[number]}}}" if number < len(fields) else ""
        return f"{{{left.pop(0)}}}" if left else ""

    return _VERB.sub(field, message.replace("{", "{{").replace("}", "}}"))


def quoted_once(message: str) -> str:
    """A message whose first ``%s`` is to be replaced by words that have their own quotation marks."""
    for quoted in ("'%s'", '"%s"'):
        if message.count(quoted) == 2:
            return message.replace(quoted, "%s", 1)
    return message
