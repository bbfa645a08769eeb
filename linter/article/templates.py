"""Syntax of site generators inside Markdown and HTML: Liquid, Jinja, Nunjucks, Hugo, Zola, ERB."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from linter.matching import re
from linter.matching.regexes import lazy
from linter.text import Span

INLINE = (
    r"\{\{(?:[^{}]|\{[^{}]*+\}|\}(?!\}))*+\}\}|\{%(?:[^%{]|%(?!\})|\{(?!%))*+%\}"
    r"|\{#(?=[\s-])(?:[^#{]|#(?!\})|\{(?!#))*+#\}|<%(?:[^%<]|%(?!>)|<(?!%))*+%>"
)
"""A template tag. It ends before another one begins, so that the search stays linear."""

_OPENERS = ("{{", "{%", "{#", "<%")
_CONTROL = lazy(
    r"\{%-?\s*+(?:if|elsif|elif|else|unless|for|case|when|block|macro|capture|assign|set|include|extends|layout|end\w*+)\b"
    r"|\{\{~?[#/](?:if|each|unless|with)\b|\{\{-?\s*+(?:if|else|range|define|template|block|with|end|partial)\b"
    r"|\{\{-?\s*+(?:page|site|layout|post|include)\.\w"
    r"|<%(?!=)|<\?(?:php\b|=)"
)
_CONTENT = lazy(r"\{\{\{?-?\s*+(?:content|body|yield)\b[^{}]{0,40}\}\}")
_CONTROLS = 3
"""So many tags that decide, repeat or name parts of a site make a template; fewer may be left in a page."""
_CODE = lazy(
    r"\{%-?\s*+(?P<liquid>highlight|comment|codeblock|code|mermaid)\b[^%]*+%\}"
    r"|\{\{[<%]\s*+(?P<hugo>highlight|comment|code|mermaid)\b[^>%]*+[>%]\}\}"
)
_FENCE = lazy(r"(?<![^\r\n])[ \t]*(?:```|~~~)")
_TAG_AHEAD = r"[ \t]*+(?=\{[{%#]|<%)"
_OPENING, _AT_TOP = lazy(rf"[\r\n]{_TAG_AHEAD}"), lazy(_TAG_AHEAD)
_TAGS = lazy(rf"(?:(?:{INLINE})[ \t]*+)++(?=[\r\n]|\Z)")
_CAPTION = lazy(r"\b(?:caption|title|alt)\s*+=\s*+\"(?P<text>[^\"{}<>]++)\"")
_OUTPUT = lazy(r"\s*\{\{(?![<%])")
_NOT_A_BREAK = lazy(r"[^\r\n]")


def has_templates(source: str) -> bool:
    """A cheap question to ask first."""
    return any(opener in source for opener in _OPENERS)


def is_template(source: str, code: Sequence[Span]) -> bool:
    """Whether a page is what pages are made from: it begins with a tag, says where the content goes, or
    decides and repeats.

    What stands in ``code`` is shown, not done.
    """
    if not has_templates(source) and "<?" not in source:
        return False
    starts, ends = sorted(span.start for span in code), sorted(span.end for span in code)

    def done(pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        found = pattern.finditer(source)
        return (it for it in found if bisect_right(starts, it.start()) == bisect_right(ends, it.start()))

    if source.lstrip().startswith("{%"):
        return True
    return any(done(_CONTENT)) or len(list(islice(done(_CONTROL), _CONTROLS))) == _CONTROLS


def tags_alone(source: str, start: int) -> list[Span]:
    """Template tags that have their lines to themselves, and paired tags around what is code."""
    return sorted([*_code_regions(source, start), *_lines_of_tags(source, start)])


def _lines_of_tags(source: str, start: int) -> Iterator[Span]:
    done = start
    top = None if start else _AT_TOP.match(source)
    for line in (*((top,) if top else ()), *_OPENING.finditer(source, max(start - 1, 0))):
        begin = line.start() + (line is not top)
        tags = _TAGS.match(source, line.end()) if begin >= done else None
        if tags is not None:
            done = tags.end()
            yield Span(begin, done)


def _code_regions(source: str, start: int) -> Iterator[Span]:
    fences: list[int] | None = None
    unclosed: set[str] = set()
    at = start
    while (opening := _CODE.search(source, at)) is not None:
        at = opening.end()
        fences = [m.start() for m in _FENCE.finditer(source, start)] if fences is None else fences
        in_fence = bisect_left(fences, opening.start()) % 2
        pattern = _closing(opening)
        if in_fence or pattern in unclosed:
            continue
        closing = lazy(pattern).search(source, at)
        if closing is None:
            unclosed.add(pattern)
        else:
            yield Span(opening.start(), closing.end())
            at = closing.end()


def _closing(opening: re.Match[str]) -> str:
    if opening["liquid"]:
        return rf"\{{%-?\s*+end{opening['liquid']}\s*+-?%\}}"
    return rf"\{{\{{[<%]\s*+/\s*+{opening['hugo']}\s*+[>%]\}}\}}"


def captions_in(source: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Captions and titles written as arguments of template tags (``{{< figure caption="…" >}}``)."""
    for span in spans:
        for found in _CAPTION.finditer(source, *span):
            yield Span(*found.span("text"))


def is_output(source: str, span: Span) -> bool:
    """Whether a tag prints something (``{{ name }}``): even alone on a line it may be part of a paragraph."""
    return _OUTPUT.match(source[span.start : span.end]) is not None


def blanked(source: str, spans: Iterable[Span]) -> str:
    """The source with blanks over the spans, line breaks kept, so that every offset stays true."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            start = max(start, at)
            parts += [source[at:start], _NOT_A_BREAK.sub(" ", source[start:end])]
            at = end
    return "".join([*parts, source[at:]])
