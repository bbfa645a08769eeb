"""Text made fit for a terminal or a page: nothing hidden, nothing that steers, and its width.

An article may hold escape sequences, direction overrides and lone surrogates. None of them
may reach a terminal; a reader shall see that they are there.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from linter.matching.regexes import lazy

_BREAKS = lazy(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_HIDDEN = lazy(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e001f]|#(?=#(?:vso|teamcity)?\\[)"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+"
)
"""Controls, direction marks, invisible characters, lone surrogates; tags, but not in the flag of Wales.

And the first sign of ``##[``, ``##vso[`` and ``##teamcity[``, which CI systems obey wherever they stand in a
line of the log (for GitHub see ``ActionCommand.cs`` of its runner).
"""
_JOINER = "\u200d"
_COMMAND = lazy(r"[^\x21-\x7e\w]*::")
"""The beginning of a line that GitHub takes for a workflow command, blanks before it included."""


def shown(text: str) -> list[str]:
    """What to show for each character: hidden ones written out, others as they are.

    Joiners and variation selectors stay: words of several scripts and emoji need them.
    """
    parts = list(text)
    for found in _HIDDEN.finditer(text):
        parts[found.start() : found.end()] = map(_written, found.group())
    return parts


def visible(text: str) -> str:
    """The text with every control, direction mark and invisible character written out."""
    return "".join(shown(text)) if _HIDDEN.search(text) else text


def _is_plain(text: str) -> bool:
    """Whether there is nothing to be made visible, as most often."""
    return text.isascii() and text.isprintable() and "##" not in text


def one_line(text: str) -> str:
    """The text on a single line, made visible."""
    return text if _is_plain(text) else visible(_BREAKS.sub(" ", text))


def in_html(text: str) -> str:
    """The text on a single line of a page, where it is no markup."""
    from html import escape

    return escape(one_line(text))


def line_of_output(text: str) -> str:
    """The text as one line of output, which no terminal and no CI system takes for a command."""
    line = one_line(text)
    if "::" not in line:
        return line
    return line.replace("::", f":{code_point(':')}", 1) if _COMMAND.match(line) else line


@lru_cache(maxsize=64)
def path_of_output(path: str) -> str:
    """A path as the beginning of a line of output."""
    line = one_line(path)
    return f"./{line}" if _COMMAND.match(line) else line


def code_point(character: str) -> str:
    """A character by its number, for one that has no width of its own."""
    return f"<U+{ord(character):04X}>"


def _written(character: str) -> str:
    if character < " ":
        return chr(0x2400 + ord(character))
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    return {"\xad": "¬", "\x7f": "␡"}.get(character) or code_point(character)


def width(text: str) -> int:
    """Terminal cells that visible text takes."""
    return len(text) if text.isascii() else sum(widths(text))


def widths(text: str) -> list[int]:
    """Terminal cells of each character: East Asian wide ones take two, combining ones none.

    Of an emoji sequence (joined, or with a skin tone) the first character takes all.
    """
    if text.isascii():
        return [1] * len(text)
    found: list[int] = []
    for at, character in enumerate(text):
        joined = _width(character) == 2 and at > 0 and _continues(text[at - 1], character)
        found.append(0 if joined else _width(character))
    return found


def _continues(before: str, character: str) -> bool:
    """Whether a wide character belongs to the emoji before it: behind a joiner, or as its skin tone."""
    tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return before == _JOINER or (tone and _width(before) == 2)


def _width(character: str) -> int:
    """Cells of one character by Unicode Standard Annex 11; Hangul vowels and finals join the initial."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
