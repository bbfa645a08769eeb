"""HTML pages: the article on them, without menus, side columns and footers."""

from __future__ import annotations

from linter.article.draft import Draft
from linter.article.frontmatter import read_front_matter
from linter.article.html.blocks import HtmlBlocks, Placed
from linter.article.html.body import article_on
from linter.article.html.metadata import PageMetadata
from linter.article.html.parts import Parts
from linter.article.html.tokens import tokens
from linter.article.model import CODE, Block, Table
from linter.article.templates import is_template
from linter.text import Span

OWN_REPORT = '<meta name="generator" content="factlint">'
"""What a page begins with that is a report of ours."""
_HEAD = 300


def read_html(source: str) -> Draft:
    """The draft of an HTML page; one with front matter is a template of a site generator.

    Our own reports are no articles either: they quote what is wrong in others.
    """
    front = read_front_matter(source)
    parts, metadata = Parts(), PageMetadata(source)
    machine = HtmlBlocks(source, parts, has_templates=front.found)
    for token in tokens(source, front.body, len(source)):
        metadata.take(token)
        machine.take(token)
    machine.flush()
    blocks = [placed.block for placed in article_on(machine.placed, parts)]
    code = [*_code(machine.placed), *(text.whole for text in machine.only_code), *machine.scripts]
    template = OWN_REPORT in source[:_HEAD] or (not front.found and is_template(source, code))
    code += machine.hidden
    tables = _within(machine.tables(), blocks)
    fields = front.fields + metadata.fields
    return Draft(blocks, fields, front.problems, code=code, template=template, tables=tables)


def _within(tables: list[Table], blocks: list[Block]) -> list[Table]:
    """The tables of which something belongs to the article."""
    kept = {block.text.whole.start for block in blocks} if tables else set()
    return [table for table in tables if any(cell.text.whole.start in kept for cell in table.cells)]


def _code(placed: list[Placed]) -> list[Span]:
    """What is shown as code, outside of the article as well."""
    texts = [one.block.text for one in placed]
    marked = [text.span(mark.start, mark.end) for text in texts for mark in text.marked("code")]
    return [*marked, *(one.block.text.whole for one in placed if one.block.kind == CODE)]
