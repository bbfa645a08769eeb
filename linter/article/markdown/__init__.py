"""Markdown and MDX, with front matter: CommonMark, GitHub's tables, and what site generators add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.article import templates
from linter.article.draft import Draft
from linter.article.entities import decoded_pieces
from linter.article.frontmatter import FrontMatter, read_front_matter
from linter.article.markdown.blocks import regions
from linter.article.markdown.divs import marked
from linter.article.markdown.inline import Document, Inline, read_inline
from linter.article.markdown.region import HTML, Region, lines_of
from linter.article.model import CAPTION, CODE, HEADING, PARAGRAPH, Block, Cell, Table
from linter.article.prose import code_at, has_prose
from linter.matching.regexes import lazy
from linter.text import Mark, Span, Text
from linter.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.article.html.blocks import HtmlBlocks

_IMPORT = lazy(r"\s*import\s")
_FOOTNOTE = lazy(r"(?<![^\r\n])[ ]{0,3}\[\^([^\]\[\s]++)\]:")
_ONLY_CODE = "only code"


def read_markdown(source: str, front: FrontMatter | None = None) -> Draft:
    """The draft of a Markdown source, of which the front matter may have been read already."""
    return _read(source, is_mdx=False, front=front)


def read_mdx(source: str) -> Draft:
    """The draft of an MDX source: Markdown with JSX tags, expressions and module code."""
    return _read(source, is_mdx=True)


def read_part(source: str) -> Draft:
    """The draft of Markdown that is part of something else: it has no front matter."""
    return read_markdown(source, FrontMatter(0, [], [], found=False))


def _read(source: str, is_mdx: bool, front: FrontMatter | None = None) -> Draft:
    front = front or read_front_matter(source)
    tags = templates.tags_alone(source, front.body) if templates.has_templates(source) else []
    captions = [
        Block(CAPTION, Text(decoded_pieces(source, *span))) for span in templates.captions_in(source, tags)
    ]
    blank = [span for span in tags if not templates.is_output(source, span)]
    if is_mdx or _IMPORT.match(source, front.body):
        from linter.article.markdown import mdx

        blank += (mdx.code_and_tags if is_mdx else mdx.imports)(source, front.body)
    masked = templates.blanked(source, blank) if blank else source
    found, references = regions(source, masked, front.body, is_mdx)
    footnotes = frozenset(_FOOTNOTE.findall(source)) if "[^" in source else frozenset[str]()
    tables: list[Table] = []
    every = list(_blocks(source, found, Document(references, footnotes, is_mdx), tables))
    blocks = marked(source, [block for block in every if block.kind != _ONLY_CODE])
    if captions:
        blocks = sorted([*blocks, *captions], key=lambda block: block.text.whole.start)
    code = [block.text.whole for block in every if block.kind == _ONLY_CODE]
    return Draft(blocks, front.fields, front.problems, code=code, tables=tables)


def _blocks(source: str, found: Iterable[Region], document: Document, tables: list[Table]) -> Iterator[Block]:
    html: HtmlBlocks | None = None
    cells: dict[int, list[Cell]] = {}
    for region in found:
        if region.kind == CODE:
            yield from code_at(source, *region.spans[0])
        elif region.kind == HTML:
            html = html or _html_blocks(source, document)
            yield from _html(html, source, region.spans[0])
        elif region.spans:
            inline = read_inline(source, region.spans, document)
            if region.place and inline.text.prose:
                table, row, column = region.place
                cells.setdefault(table, []).append(Cell(row, column, inline.text, header=row == 0))
            blocks = [Block(region.kind, inline.text, region.level)]
            blocks += [Block(CAPTION, caption) for caption in inline.captions]
            shown = [each for block in blocks for each in _shown(block, source)]
            yield from (_inside(html, block) for block in shown) if html else shown
    tables += [Table(tuple(each)) for each in cells.values()]
    tables += html.tables() if html else []


def _shown(block: Block, source: str) -> Iterator[Block]:
    """The block if it says anything, or where it stands if code is all that it holds."""
    if has_prose(block.text):
        yield block
    elif block.text.prose and any(block.text.marked("code")):
        yield Block(_ONLY_CODE, block.text)


def _html_blocks(source: str, document: Document) -> HtmlBlocks:
    from linter.article.html.blocks import HtmlBlocks

    def read_markdown(start: int, end: int) -> Inline:
        return read_inline(source, lines_of(source, start, end), document)

    return HtmlBlocks(source, has_templates=True, markdown=read_markdown)


def _html(html: HtmlBlocks, source: str, span: Span) -> Iterator[Block]:
    from linter.article.html.tokens import tokens

    for token in tokens(source, *span):
        html.take(token)
    html.flush()
    yield from (placed.block for placed in html.placed)
    yield from (Block(_ONLY_CODE, text) for text in html.only_code)
    html.placed.clear()
    html.only_code.clear()


def _inside(html: HtmlBlocks, block: Block) -> Block:
    """The block as the HTML elements around it make it: ``<blockquote>``, ``<div lang="es">`` …"""
    context = html.context
    if context.kind not in (PARAGRAPH, HEADING) and block.kind == PARAGRAPH:
        block = block._replace(kind=context.kind)
    for kind, value in context.marks:
        if kind == "lang":
            mark = Mark(0, len(block.text), kind, value)
            block = block._replace(text=Text(block.text.pieces(), sorted((*block.text.marks, mark))))
    return block
