"""Fenced divisions that name a language: ``::: {lang=en}`` up to the closing ``:::``."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Block
from linter.matching.regexes import lazy
from linter.text import Mark, Span, Text

_FENCE = lazy(r"(?m)^[ \t]{0,3}:{3,}[ \t]*+(?P<rest>[^\n]*)$")
_LANGUAGE = lazy(r"\{[^}\n]*\blang=[\"']?(?P<lang>[\w-]+)")


def marked(source: str, blocks: list[Block]) -> list[Block]:
    """The blocks, those inside such a division marked with its language."""
    if ":::" not in source or "lang=" not in source:
        return blocks
    return list(_inside(sorted(_divisions(source)), blocks))


def _inside(divisions: list[tuple[Span, str]], blocks: list[Block]) -> Iterator[Block]:
    """The blocks in their order, each marked with the language of the innermost division around it."""
    coming, around = iter(divisions), list[tuple[Span, str]]()
    following = next(coming, None)
    for block in blocks:
        start = block.text.whole.start
        while following and following[0].start < start:
            around.append(following)
            following = next(coming, None)
        while around and around[-1][0].end <= start:
            around.pop()
        yield _with_mark(block, around[-1][1]) if around else block


def _divisions(source: str) -> Iterator[tuple[Span, str]]:
    opened: list[tuple[int, str]] = []
    for fence in _FENCE.finditer(source):
        if fence["rest"].strip():
            named = _LANGUAGE.match(fence["rest"])
            opened.append((fence.end(), named["lang"] if named else ""))
        elif opened:
            start, lang = opened.pop()
            if lang:
                yield Span(start, fence.start()), lang


def _with_mark(block: Block, lang: str) -> Block:
    mark = Mark(0, len(block.text), "lang", lang)
    return block._replace(text=Text(block.text.pieces(), sorted((*block.text.marks, mark))))
