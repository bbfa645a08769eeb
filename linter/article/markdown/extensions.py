"""Block syntax beyond CommonMark: footnotes, definitions, admonitions, containers, mathematics.

Each is a block rule for markdown-it-py: ``rule(state, start_line, end_line, silent)`` says whether the
block begins here, and unless ``silent`` consumes it.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.rules_block.state_block import StateBlock

from linter.article.markdown.region import ADMONITION
from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span

_FOOTNOTE = lazy(r"\[\^[^\]\[\s]++\]:[ \t]*")
_DEFINITION = lazy(r":[ \t]+(?=\S)")
_ADMONITION = lazy(r"(?:!!!|\?\?\?\+?|===)[!+]?[ \t]+(?:[\w -]+)?(?:\"(?P<title>[^\"\n]*)\")?[ \t]*(?=\n|\Z)")
_CONTAINER = lazy(
    r":{3,}[ \t]*(?:[\w-]*(?:\[(?P<bracketed>[^\]\n]*)\]|[ \t]+(?P<title>[^\s{][^\n{]*))?"
    r"(?:\{[^\n]*)?)?[ \t]*(?=\n|\Z)"
)
_OPTION = lazy(r":[\w-]+:")
_ABBREVIATION = lazy(r"\*\[[^\]\n]+\]:[^\n]*")

_FENCED = lazy(
    rf"(?P<fence>`{{3,}}|~{{3,}}){ADMONITION}"
    r"(?:(?<=\})[ \t]*(?P<title>[^\n]*)|[ \t]*(?:header=[\"'](?P<header>[^\n]*)[\"'])?[ \t]*)(?=\n|\Z)"
)

Rule = Callable[[StateBlock, int, int, bool], bool]


def _begins(state: StateBlock, line: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The match of a pattern at the content of a line that is not indented as code."""
    if state.is_code_block(line):
        return None
    return pattern.match(state.src, state.bMarks[line] + state.tShift[line])


def _inner(state: StateBlock, name: str, line: int, end_line: int) -> None:
    """Parse what is indented by four under the block that began before ``line``."""
    indent, parent = state.blkIndent, state.parentType
    state.push(f"{name}_open", "div", 1)
    state.blkIndent += 4
    state.parentType = name
    state.line = line
    state.md.block.tokenize(state, line, end_line)
    state.blkIndent, state.parentType = indent, parent
    state.push(f"{name}_close", "div", -1)


def _after_marker(state: StateBlock, name: str, line: int, end_line: int, content: int) -> None:
    """Parse a block whose first line has its content after a marker, as list items have."""
    shift, count = state.tShift[line], state.sCount[line]
    state.tShift[line] = content - state.bMarks[line]
    state.sCount[line] = state.blkIndent + 4
    _inner(state, name, line, end_line)
    state.tShift[line], state.sCount[line] = shift, count
    state.line = max(state.line, line + 1)


def footnote(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """``[^1]: text``, further paragraphs indented by four."""
    found = _begins(state, line, _FOOTNOTE)
    if found is None or silent:
        return found is not None
    _after_marker(state, "footnote", line, end_line, found.end())
    return True


def definition(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """``: text`` under a term."""
    found = _begins(state, line, _DEFINITION)
    if found is None or silent:
        return found is not None
    _after_marker(state, "definition", line, end_line, found.end())
    return True


def admonition(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """``!!! note "Title"`` and its collapsible and tabbed kin, content indented by four."""
    found = _begins(state, line, _ADMONITION)
    if found is None or silent:
        return found is not None
    _title(state, found, "title")
    _inner(state, "admonition", line + 1, end_line)
    return True


def container(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """``:::tip Title`` and the closing ``:::``: only the fences go, the content is parsed as usual."""
    found = _begins(state, line, _CONTAINER)
    if found is None or silent:
        return found is not None
    _title(state, found, "title" if found["title"] else "bracketed")
    state.line = line + 1
    return True


def fenced(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """An admonition between fences, of which the content is parsed as usual."""
    found = _begins(state, line, _FENCED)
    if found is None or silent:
        return found is not None
    _title(state, found, "title" if found["title"] else "header")
    start = line + 1
    while start < end_line and _OPTION.match(state.src, state.bMarks[start] + state.tShift[start]):
        start += 1
    closing = start
    while closing < end_line and not _closes(state, closing, found["fence"]):
        closing += 1
    state.md.block.tokenize(state, start, closing)
    state.line = min(closing + 1, end_line)
    return True


def _closes(state: StateBlock, line: int, fence: str) -> bool:
    shown = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    return shown.startswith(fence) and not shown.strip(fence[0])


def _title(state: StateBlock, found: re.Match[str], group: str) -> None:
    if (found[group] or "").strip():
        token = state.push("inline", "", 0)
        token.meta["spans"] = [Span(*found.span(group))]


def mathematics(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """A display formula between ``$$``; it leaves nothing."""
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("$$", start) or state.is_code_block(line):
        return False
    for closing in range(line, end_line):
        end = state.eMarks[closing]
        content = state.src[max(state.bMarks[closing], start + 2 if closing == line else 0) : end].rstrip()
        if closing > line and not content:
            return False
        if content.endswith("$$"):
            state.line = state.line if silent else closing + 1
            return True
    return False


def abbreviation(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """``*[WHO]: World Health Organization``; it leaves nothing."""
    found = _begins(state, line, _ABBREVIATION)
    if found is None or silent:
        return found is not None
    state.line = line + 1
    return True


_INTERRUPTS = ("paragraph", "reference", "blockquote", "list")

EXTENSIONS: tuple[tuple[str, Rule, str, tuple[str, ...]], ...] = (
    ("footnote", footnote, "reference", ("paragraph", "reference")),
    ("definition", definition, "reference", ("paragraph",)),
    ("admonition", admonition, "fence", _INTERRUPTS),
    ("container", container, "fence", _INTERRUPTS),
    ("fenced", fenced, "fence", _INTERRUPTS),
    ("mathematics", mathematics, "fence", _INTERRUPTS),
    ("abbreviation", abbreviation, "list", ("paragraph", "reference")),
)
"""Name, rule, the rule it goes before, and the blocks it may interrupt."""
