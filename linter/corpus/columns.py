"""What the columns of an archive are called, and which is which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linter.messages import message
from linter.quoting import quoted, suggestion

USUAL: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "document_id", "guid", "uuid", "_id", "path"),
    "text": ("text", "body", "content", "article", "article_text", "body_text", "maintext", "full_text"),
    "title": ("title", "headline", "heading"),
    "lead": ("lead", "lede", "standfirst", "subtitle", "dek", "summary", "description", "excerpt"),
    "date": (
        "date",
        "published",
        "published_at",
        "publication_date",
        "date_published",
        "pubdate",
        "publish_date",
    ),
    "lang": ("lang", "language", "language_code"),
    "author": ("author", "byline", "authors"),
    "format": ("format", "content_type"),
    "url": ("url", "link", "permalink"),
    "publication": ("publication", "outlet", "newspaper", "site", "source", "publisher", "domain"),
    "group": (),
    "source": (),
}
"""Our name of a column -> names that archives usually have for it, most telling first.

Which articles are copies of one another, and what they were written from, is never guessed.
"""
NAMES = tuple(USUAL)
KEPT = ("url", "publication", "date", "group")
"""What goes into the tables as it is, so that they can be put together with the archive and counted."""


class WrongColumns(Exception):
    """A table has not the columns that are needed; the message says which."""


def found_columns(there: Sequence[str], named: Mapping[str, str]) -> dict[str, str]:
    """Our names of columns and those of a table, for those that it has.

    ``named`` is what the user says; the others are guessed. ``WrongColumns`` if one that is named is not
    there, or none has the text.
    """
    for column in named.values():
        if column not in there:
            hint = suggestion(column, there) or _listed(there)
            told = message("there is no column {name} with texts{hint}", name=quoted(column), hint=hint)
            raise WrongColumns(told)
    lower = {column.lower(): column for column in reversed(there)}
    taken = set(named.values())
    found = dict(named)
    for name in NAMES:
        guesses = (lower[usual] for usual in USUAL[name] if usual in lower and lower[usual] not in taken)
        guess = next(guesses, "")
        if guess and name not in named:
            found[name] = guess
            taken.add(guess)
    if "text" not in found:
        raise WrongColumns(
            message("no column looks like the text (--column-text){hint}", hint=_listed(there))
        )
    return {name: found[name] for name in NAMES if name in found}


def _listed(there: Iterable[str]) -> str:
    return message("; there are: {names}", names=", ".join(map(quoted, there)))
