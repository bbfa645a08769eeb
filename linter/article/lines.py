"""What a line of plain prose looks like: a headline, a sub-heading, part of a wrapped paragraph."""

from __future__ import annotations

from itertools import pairwise

from linter.matching.regexes import lazy
from linter.text import FILLER

_SENTENCE_END = lazy(r"[.:;,。：；，、।۔؟]['\"”’»)\]]*$")
_INNER_SENTENCE_END = lazy(r"[^\W\d_]{3,}[.!?]['\"”’»)]*\s+[\"“«'(]?[^\W\d_a-zà-ÿ]")
_BULLET = lazy(r"\s*[-*•·▪‣◦]\s+(?=\S)")
_LONGEST_HEADLINE = 200
_LONGEST_HEADING = 100
_LONGEST_LINE = 120
"""A longer line was not broken by hand to fit a screen: it is a paragraph."""
_CLEARLY_LONGER, _SHORT = 2, 60
_FULL_STOP = lazy(r"[.!?…。！？।۔]['\"”’»)\]]*$")


def may_be_headline(prose: str) -> bool:
    """Whether a line standing alone above a text can be its headline."""
    line = prose.strip()
    return (
        len(line) <= _LONGEST_HEADLINE
        and any(char.isalpha() for char in line)
        and not line[0].islower()
        and not line.startswith(FILLER)
        and not _BULLET.match(line)
        and not _SENTENCE_END.search(line)
        and not (len(line) > _LONGEST_HEADING and _INNER_SENTENCE_END.search(line))
    )


def may_be_heading(prose: str, following: int) -> bool:
    """Whether a line between paragraphs can be a sub-heading; ``following`` is the length of what follows."""
    line = prose.strip()
    return (
        len(line) <= _LONGEST_HEADING
        and following > 2 * len(line)
        and line[-1] not in "!…\"”»'’)"
        and may_be_headline(line)
    )


def bullet(prose: str) -> int:
    """The length of a list marker at the beginning of a line, 0 if there is none."""
    found = _BULLET.match(prose)
    return found.end() if found else 0


def breaks_are_wrapping(lines: list[str]) -> bool:
    """Whether the lines of a block were broken only because the next word did not fit.

    True if every line but the last would have exceeded the longest one with the next word on it.
    """
    longest = max(map(len, lines))
    if longest > _LONGEST_LINE:
        return False
    return all(len(line) + 1 + len(after.split(None, 1)[0]) > longest for line, after in pairwise(lines))


def ends_paragraph(line: str, after: str, is_first: bool) -> bool:
    """Whether the break between two lines that are not wrapped ends a paragraph.

    So does the break after a short first line above a clearly longer one: a headline without a blank line.
    """
    if len(line) > _LONGEST_LINE or len(after) > _LONGEST_LINE or _FULL_STOP.search(line):
        return True
    return is_first and len(after) > max(_CLEARLY_LONGER * len(line), _SHORT) and may_be_headline(line)


def reads_as_prose(prose: str) -> bool:
    """Whether an indented block is sentences rather than code or a figure made of characters."""
    letters = sum(char.isalpha() or char.isspace() for char in prose)
    return (
        len(prose) >= _SHORT
        and letters >= _MOSTLY * len(prose)
        and not prose[0].islower()
        and not _CODE.search(prose)
        and bool(_FULL_STOP.search(prose))
    )


_CODE = lazy(r"[{}<>=|\\$`]|\(\)|::|[;{]\s*$")
_MOSTLY = 0.85
