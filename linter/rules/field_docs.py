"""What the fields of a record mean, from the texts under them in the code: for schemas and documentation."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap

from linter.decode import is_record
from linter.typed import Any


def field_docs(record: type[Any]) -> dict[str, str]:
    """By field what the code says of it, if it says something: on one line, as Markdown."""
    docs: dict[str, str] = {}
    for each in reversed(record.__mro__):
        if is_record(each):
            docs |= _docs_in(each)
    return docs


def _docs_in(record: type[Any]) -> dict[str, str]:
    [definition] = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    assert isinstance(definition, ast.ClassDef)
    docs, field = {}, ""
    for statement in definition.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and field:
            docs[field] = as_markdown(str(statement.value.value))
        is_field = isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
        field = statement.target.id if is_field else ""  # type: ignore[attr-defined]
    return docs


def as_markdown(text: str) -> str:
    """A docstring on one line, its double backquotes as single ones."""
    return re.sub(r"(?::\w+:)?(``?)([^`]+)\1", r"`\2`", " ".join(text.split()))
