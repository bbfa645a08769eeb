"""Plain text: blank lines part paragraphs, a short first line is the headline."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.addresses import without_addresses
from linter.article.aliases import ALIASES
from linter.article.draft import Draft
from linter.article.frontmatter import read_front_matter
from linter.article.joined_lines import Edit, Lines
from linter.article.lines import breaks_are_wrapping, bullet, ends_paragraph, may_be_heading, may_be_headline
from linter.article.model import HEADING, HEADLINE, LIST, PARAGRAPH, Block, Field
from linter.article.stray import is_stray_line, without_stray
from linter.matching.regexes import lazy
from linter.text import Span, Text

_CHUNK = lazy(r"\S[^\r\n]*+(?:(?>\r\n|\r|\n)[^\S\r\n]*+\S[^\r\n]*+)*+")
_LINE = lazy(r"\S(?:[^\r\n]*\S)?")


def read_plain(source: str) -> Draft:
    """The draft of a plain text; front matter is accepted, too."""
    front = read_front_matter(source)
    stray: list[Field] = []
    paragraphs = _without_stray(list(_paragraphs(source, front.body)), source, stray)
    has_title = any(field.name.casefold() in ALIASES["title"] for field in front.fields)
    blocks = []
    for i, text in enumerate(paragraphs):
        following = len(paragraphs[i + 1]) if i + 1 < len(paragraphs) else 0
        if i == 0 and following and not has_title and may_be_headline(text.prose):
            blocks.append(Block(HEADLINE, text, 1))
        elif i and may_be_heading(text.prose, following):
            blocks.append(Block(HEADING, text, 2))
        else:
            blocks.append(_block(text))
    return Draft(blocks, front.fields, front.problems, stray)


def _block(text: Text) -> Block:
    marker = bullet(text.prose)
    return Block(LIST, text.cut(marker, len(text))) if marker else Block(PARAGRAPH, text)


def _without_stray(paragraphs: list[Text], source: str, stray: list[Field]) -> list[Text]:
    """The paragraphs after metadata that stands on top of the text, as lines or before the first words."""
    for i, paragraph in enumerate(paragraphs):
        text = without_stray(paragraph, source, stray, in_headline=True)
        if text and not is_stray_line(text, source, stray):
            return [text, *paragraphs[i + 1 :]]
    return []


def _paragraphs(source: str, start: int) -> Iterator[Text]:
    for chunk in _CHUNK.finditer(source, start):
        spans = [Span(*line.span()) for line in _LINE.finditer(source, *chunk.span())]
        for group in _groups(source, spans):
            yield without_addresses(_joined(source, group))


def _groups(source: str, spans: list[Span]) -> Iterator[list[Span]]:
    """The lines of a chunk, parted where a break ends a paragraph or a list item begins."""
    if len(spans) == 1:
        yield spans
        return
    lines = [source[slice(*span)] for span in spans]
    wrapped = breaks_are_wrapping(lines)
    first = 0
    for i in range(1, len(spans)):
        if bullet(lines[i]) or (not wrapped and ends_paragraph(lines[i - 1], lines[i], i == 1)):
            yield spans[first:i]
            first = i
    yield spans[first:]


def _joined(source: str, spans: list[Span]) -> Text:
    if len(spans) == 1:
        return Text.verbatim(source, *spans[0])
    lines = Lines(source, spans)
    breaks = (Edit(*found.span(), " ") for found in _NEWLINE.finditer(lines.text))
    return lines.build(breaks, (), 0, len(lines.text))


_NEWLINE = lazy(r"\n")
