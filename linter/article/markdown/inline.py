"""The inside of a Markdown paragraph: markup out, prose and its places kept.

A scan over the joined lines notes *edits* (which prose stands for which characters) and marks; of
these the text is built. Follows CommonMark 0.31, with the extensions that articles use: strike-through,
footnotes, wiki links, attribute lists, template tags, mathematics, bare addresses, JSX.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

from linter.article import entities, templates
from linter.article.addresses import without_addresses
from linter.article.joined_lines import Edit, Lines
from linter.article.markdown.emphasis import Run, pairs
from linter.article.markdown.links import Target, target_after
from linter.matching import re
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.text import FILLER, Mark, Span, Text
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.article.markdown.tags import OpenTag

_ATTRIBUTE = r"(?:[.#][^\s{}\"'=<>]+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'{}]+))"
_ATTRIBUTES = rf"\{{:?[ ]*+{_ATTRIBUTE}(?:[ ]++{_ATTRIBUTE})*+[ ]*+\}}|\{{:[^{{}}\n]*+\}}"
_VALUE = rf"(?:[^\s\"'=<>`]++|'(?:{templates.INLINE}|[^'])*+'|\"(?:{templates.INLINE}|[^\"])*+\")"
_HTML_TAG = (
    rf"<(?:[A-Za-z][A-Za-z0-9-]*+(?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+{_VALUE})?)*+\s*+/?"
    r"|/[A-Za-z][A-Za-z0-9-]*+\s*+)>"
)
_COMMENT = (
    r"<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->|<[!?][A-Za-z\[][^<>]*+>|\{/\*(?:[^*{]|\*(?!/)|\{(?!/\*))*+\*/\}"
)
"""Sites that render all Markdown as MDX have comments in braces in ``.md`` files as well."""
_AUTOLINK = r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]++)>"
_MATHS = r"\$\$[^$]++\$\$|\$(?=[^\s$])(?=[^$\n]*[\\^_={}]|[A-Za-z]\$)[^$\n]*[^\s$]\$(?!\d)"


@cache
def _token(is_mdx: bool) -> re.Pattern[str]:
    """Any markup; the names of the groups are those of the methods that take it."""
    tag, more = _HTML_TAG, ""
    if is_mdx:
        from linter.article.markdown import mdx

        tag, more = mdx.TAG, rf"|(?P<expression>{mdx.EXPRESSION})"
    return lazy(
        rf"(?P<escape>\\[!-/:-@\[-`{{-~\n])|(?P<code>`+)|(?P<autolink>{_AUTOLINK})|(?P<comment>{_COMMENT})"
        rf"|(?P<tag>{tag})|(?P<entity>{entities.STRICT})|(?P<attributes>{_ATTRIBUTES})"
        rf"|(?P<template>{templates.INLINE}){more}|(?P<run>\*+|_+|~~(?!~))"
        r"|(?P<embed>!\[\[[^\[\]\n]*+\]\])|(?P<image>!\[)|(?P<footnote>\[\^[^\]\[\s]++\])"
        r"|(?P<wiki>\[\[[^\[\]|\n]++(?:\|[^\[\]|\n]++)?\]\](?!\())|(?P<open>\[)|(?P<close>\])|(?P<line>\n)"
        rf"|(?P<maths>{_MATHS})|(?P<note>%%[^%\n]++%%)"
    )


_SIGN = lazy(r"[\\`<&{*_~!\[\]\n$%]")
"""The characters that any token begins with."""
_BACKTICKS = lazy(r"`+")
_PLACEHOLDER = lazy(r"[A-Z0-9]+(?:_[A-Z0-9]+)+")
_LANGUAGE = lazy(r"\blang=[\"']?([\w-]+)")
_NEWLINE = lazy(r"\n")
_LONGEST = 100_000
"""A longer paragraph is data, not prose: its markup stays."""
_CONTENTS = ("{:toc}", "{: toc}")
"""Puts the contents of a page in the place of the item that it stands in, whatever that says."""
_BLANK_END = lazy(r"\s*+\Z")
_SPAN_ATTRIBUTES = lazy(rf"\]({_ATTRIBUTES})")


class Document(NamedTuple):
    """What the paragraphs of a document have in common."""

    references: frozenset[str] = frozenset()
    """Labels of link definitions, normalised."""
    footnotes: frozenset[str] = frozenset()
    mdx: bool = False


class Inline(NamedTuple):
    """The text of a paragraph, and what its pictures say."""

    text: Text
    captions: list[Text]


class Bracket(NamedTuple):
    """An opening bracket, and how much had been noted when it came."""

    start: int
    end: int
    is_image: bool
    edits: int
    marks: int
    runs: int


def read_inline(source: str, spans: Sequence[Span], document: Document) -> Inline:
    """The text of a block whose content stands on the given pieces of lines."""
    if len(spans) == 1:
        start, end = spans[0]
        if not _SIGN.search(source, start, end):
            return Inline(without_addresses(Text.verbatim(source, start, end)), [])
    lines = Lines(source, spans)
    if len(lines.text) > _LONGEST:
        return Inline(
            lines.build(
                (Edit(*m.span(), " ") for m in _NEWLINE.finditer(lines.text)), (), 0, len(lines.text)
            ),
            [],
        )
    return _Scan(lines, document).read()


class _Scan:
    def __init__(self, lines: Lines, document: Document) -> None:
        self.lines = lines
        self.text = lines.text
        self.document = document
        self._pattern = _token(document.mdx)
        self.edits: list[Edit] = []
        self.marks: list[Mark] = []
        self.captions: list[Text] = []
        self._runs: list[Run] = []
        self._brackets: list[Bracket] = []
        self._inactive = 0
        self._tags: list[OpenTag] = []
        self._ticks: dict[int, list[int]] | None = None

    def read(self) -> Inline:
        at = 0
        while (token := self._next(at)) is not None:
            at = getattr(self, f"_{token.lastgroup}")(token)
        self._emphasise(0)
        text = self.lines.build(self.edits, self.marks, 0, len(self.text))
        return Inline(without_addresses(text), self.captions)

    def _next(self, at: int) -> re.Match[str] | None:
        """The next token. Looking for first characters is much faster than trying all tokens everywhere."""
        while (sign := _SIGN.search(self.text, at)) is not None:
            token = self._pattern.match(self.text, sign.start())
            if token is not None:
                return token
            at = sign.end()
        return None

    def _vanish(self, start: int, end: int) -> int:
        self.edits.append(Edit(start, end, ""))
        return end

    def _fill(self, start: int, end: int, kind: str = "", value: str = "") -> int:
        self.edits.append(Edit(start, end, FILLER * (end - start)))
        if kind:
            self.marks.append(Mark(start, end, kind, value))
        return end

    def _escape(self, token: re.Match[str]) -> int:
        self.edits.append(Edit(token.start(), token.end(), token[0][1]))
        return token.end()

    def _code(self, token: re.Match[str]) -> int:
        closing = self._closing_ticks(token)
        return token.end() if closing is None else self._fill(token.start(), closing, "code")

    def _closing_ticks(self, token: re.Match[str]) -> int | None:
        """The end of the code span that the backticks open, if it is closed."""
        if self._ticks is None:
            self._ticks = {}
            for run in _BACKTICKS.finditer(self.text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        starts = self._ticks.get(len(token[0]), [])
        i = bisect_left(starts, token.end())
        return starts[i] + len(token[0]) if i < len(starts) else None

    def _autolink(self, token: re.Match[str]) -> int:
        return self._fill(token.start(), token.end(), "url", token[0][1:-1])

    def _comment(self, token: re.Match[str]) -> int:
        return self._vanish(*token.span())

    def _tag(self, token: re.Match[str]) -> int:
        start, end = token.span()
        if token[0][1] == "/":
            self._close_tag(start, end)
        else:
            self._open_tag(start, end)
        return end

    def _open_tag(self, start: int, end: int) -> None:
        from linter.article.markdown.tags import opened_tag

        tag = opened_tag(self.text, start, end, len(self.edits), len(self._runs))
        self.edits.append(Edit(start, end, "\n" if tag.name == "br" else ""))
        for span in tag.captions:
            self._caption(span)
        if tag.stays_open:
            self._tags.append(tag)

    def _close_tag(self, start: int, end: int) -> None:
        from linter.article.markdown.tags import closed_tag

        tag = closed_tag(self.text, start, end, self._tags)
        if tag is not None and tag.filled:
            del self.edits[tag.edits + 1 :], self._runs[tag.runs :]
            self._fill(tag.end, start)
        self._vanish(start, end)
        if tag is not None:
            self.marks += [Mark(tag.end, start, kind, value) for kind, value in tag.marks]

    def _entity(self, token: re.Match[str]) -> int:
        prose = entities.decode(token[0])
        if prose != token[0]:
            self.edits.append(Edit(*token.span(), prose))
        return token.end()

    def _attributes(self, token: re.Match[str]) -> int:
        if token[0] in _CONTENTS:
            for noted in (self.edits, self.marks, self.captions, self._runs, self._brackets, self._tags):
                noted.clear()
            self._inactive = 0
            return self._vanish(0, token.end())
        language = _LANGUAGE.search(token[0])
        if language and _BLANK_END.match(self.text, token.end()):
            self.marks.append(Mark(0, token.start(), "lang", language[1]))
        return self._vanish(*token.span())

    def _template(self, token: re.Match[str]) -> int:
        return self._fill(*token.span(), "template", token[0])

    def _expression(self, token: re.Match[str]) -> int:
        if token[0].startswith("{/*"):
            return self._vanish(*token.span())
        return self._fill(*token.span(), "template", token[0])

    def _maths(self, token: re.Match[str]) -> int:
        return self._fill(*token.span(), "code")

    def _note(self, token: re.Match[str]) -> int:
        return self._vanish(*token.span())

    def _embed(self, token: re.Match[str]) -> int:
        return self._vanish(*token.span())

    def _run(self, token: re.Match[str]) -> int:
        self._runs.append(Run(self.text, *token.span()))
        return token.end()

    def _line(self, token: re.Match[str]) -> int:
        start, end = token.span()
        line_end = self.lines.place(start)
        hard = self.lines.source.startswith("  ", line_end)
        self.edits.append(Edit(start, end, "\n" if hard else " "))
        return end

    def _footnote(self, token: re.Match[str]) -> int:
        if token[0][2:-1] in self.document.footnotes:
            return self._vanish(*token.span())
        return self._open(token)

    def _wiki(self, token: re.Match[str]) -> int:
        start, end = token.span()
        target, _, alias = token[0][2:-2].partition("|")
        if _PLACEHOLDER.fullmatch(target):
            return end
        page = target.partition("#")[0] or target
        shown = end - 2 - len(alias) if alias else start + 2
        length = len(alias) or len(page)
        self._vanish(start, shown)
        self._vanish(shown + length, end)
        self.marks.append(Mark(shown, shown + length, "link", target))
        return end

    def _image(self, token: re.Match[str]) -> int:
        return self._bracket(token.start(), token.end())

    def _open(self, token: re.Match[str]) -> int:
        return self._bracket(token.start(), token.start() + 1)

    def _bracket(self, start: int, end: int) -> int:
        counts = len(self.edits), len(self.marks), len(self._runs)
        self._brackets.append(Bracket(start, end, end - start == 2, *counts))
        return end

    def _close(self, token: re.Match[str]) -> int:
        if not self._brackets:
            return token.end()
        bracket = self._brackets.pop()
        active = bracket.is_image or len(self._brackets) >= self._inactive
        self._inactive = min(self._inactive, len(self._brackets))
        if not active:
            return token.end()
        target = target_after(self.text, bracket.end - 1, token.start(), self.document.references)
        if target is None:
            return self._attributed(bracket, token)
        self._emphasise(bracket.runs)
        if bracket.is_image:
            return self._picture(bracket, token.start(), target)
        self._inactive = len(self._brackets)
        self._vanish(bracket.start, bracket.end)
        self.marks.append(Mark(bracket.end, token.start(), "link", target.href))
        return self._vanish(token.start(), target.end)

    def _attributed(self, bracket: Bracket, token: re.Match[str]) -> int:
        """``[text]{.class lang=es}``, or a bracket that is only a bracket."""
        found = _SPAN_ATTRIBUTES.match(self.text, token.start())
        if found is None or bracket.is_image:
            return token.end()
        language = _LANGUAGE.search(found[1])
        if language:
            self.marks.append(Mark(bracket.end, token.start(), "lang", language[1]))
        self._vanish(bracket.start, bracket.end)
        return self._vanish(*found.span())

    def _picture(self, bracket: Bracket, closing: int, target: Target) -> int:
        edits, marks = self.edits[bracket.edits :], self.marks[bracket.marks :]
        del self.edits[bracket.edits :], self.marks[bracket.marks :]
        alt = self.lines.build(edits, marks, bracket.end, closing)
        if alt.prose.strip(FILLER):
            self.captions.append(alt)
        if target.title is not None:
            self._caption(target.title, alt.prose)
        return self._vanish(bracket.start, target.end)

    def _caption(self, span: Span, known: str = "") -> None:
        inner = _Scan(Lines(self.lines.source, self._source_spans(span)), self.document)
        inner.plain()
        text = inner.lines.build(inner.edits, (), 0, len(inner.text))
        if text and text.prose != known:
            self.captions.append(text)

    def _source_spans(self, span: Span) -> list[Span]:
        spans, at = [], span.start
        for line in self.text[span.start : span.end].split("\n"):
            spans.append(Span(self.lines.place(at), self.lines.place(at) + len(line)))
            at += len(line) + 1
        return spans

    def plain(self) -> None:
        """Note only escapes, entities and line breaks, as titles know nothing else."""
        known: dict[str, Callable[[re.Match[str]], int]] = {
            "escape": self._escape,
            "entity": self._entity,
            "line": self._line,
        }
        at = 0
        while (token := self._next(at)) is not None:
            take = known.get(token.lastgroup or "")
            at = take(token) if take else token.start() + 1

    def _emphasise(self, first: int) -> None:
        """Pair the delimiter runs from ``first`` on; they are done with afterwards."""
        for pair in pairs(self._runs[first:]):
            self._vanish(*pair.opening)
            self._vanish(*pair.closing)
            if pair.kind != "strike":
                self.marks.append(Mark(pair.opening[1], pair.closing[0], pair.kind))
        del self._runs[first:]
