"""An event in the metadata that ends before it begins: ``start: 2024-06-03``, ``end: 2024-06-01``."""

from __future__ import annotations

from collections.abc import Iterator

from linter.article.model import Article, Field
from linter.matching.regexes import lazy

_ENDS = {"start": "end", "begin": "end"}
"""In the name of a field, and in its place in the name of the other."""
_DAY = lazy(r"\s*(?:19|20)\d\d-\d\d-\d\d")


def has_start(article: Article) -> bool:
    """The cheap question: whether a field begins something."""
    return any(word in field.name.casefold() for field in article.metadata for word in _ENDS)


def reversed_fields(article: Article) -> Iterator[tuple[Field, Field]]:
    """The two fields of each such event; of lists of events none."""
    fields: dict[str, list[Field]] = {}
    for field in article.metadata:
        fields.setdefault(field.name.casefold(), []).append(field)
    for name, began in fields.items():
        for word, end in _ENDS.items():
            ended = fields.get(name.replace(word, end), ()) if word in name else ()
            if len(began) == len(ended) == 1 and _is_later(began[0], ended[0]):
                yield began[0], ended[0]


def _is_later(one: Field, other: Field) -> bool:
    first, last = _DAY.match(one.value), _DAY.match(other.value)
    return bool(first and last and first[0].strip() > last[0].strip())
