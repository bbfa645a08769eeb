"""What a format's reader hands over, before headline and metadata are put in their places."""

from __future__ import annotations

from collections.abc import Sequence

from linter.article.model import Block, Field, Problem, Table
from linter.namedtuples import NamedTuple
from linter.text import Span


class Draft(NamedTuple):
    """Blocks in reading order and the metadata found beside them."""

    blocks: list[Block]
    metadata: list[Field]
    problems: list[Problem]
    stray: Sequence[Field] = ()
    """Metadata found in the text itself and already cut off."""
    code: Sequence[Span] = ()
    """Code that is no block: cells and items that are nothing else, scripts, what stands around."""
    template: bool = False
    """It is what a generator makes pages from, and no article."""
    untitled: bool = False
    """Nothing in the text is a headline unless it is marked as such."""
    tables: Sequence[Table] = ()

    def moved(self, by: int) -> Draft:
        """The same in a source before which so many more characters stand."""
        return Draft(
            [block._replace(text=block.text.moved(by)) for block in self.blocks],
            [_moved_field(field, by) for field in self.metadata],
            [problem._replace(span=_moved(problem.span, by)) for problem in self.problems],
            [_moved_field(field, by) for field in self.stray],
            [_moved(span, by) for span in self.code],
            self.template,
            self.untitled,
            [_moved_table(table, by) for table in self.tables],
        )


def joined(drafts: Sequence[Draft]) -> Draft:
    """Drafts of parts of one source as one, in their order; each is copied once, however many they are."""
    return Draft(
        [block for draft in drafts for block in draft.blocks],
        [field for draft in drafts for field in draft.metadata],
        [problem for draft in drafts for problem in draft.problems],
        [field for draft in drafts for field in draft.stray],
        [span for draft in drafts for span in draft.code],
        any(draft.template for draft in drafts),
        any(draft.untitled for draft in drafts),
        [table for draft in drafts for table in draft.tables],
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_field(field: Field, by: int) -> Field:
    return field._replace(span=_moved(field.span, by), key=_moved(field.key, by))


def _moved_table(table: Table, by: int) -> Table:
    return Table(tuple(cell._replace(text=cell.text.moved(by)) for cell in table.cells))
