"""What templates, programs and unfinished work leave in a text of a language."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Placeholders(NamedTuple):
    """How authors mark what is still to be written."""

    parts: tuple[str, ...] = ()
    """What a page is made of and is written last: ``caption`` in "caption here"."""
    here: tuple[str, ...] = ()
    """Says where a part goes: ``insert {any}{part} here``. ``{any}`` is up to two words with their blanks."""
    unwritten: tuple[str, ...] = ()
    """Says, alone, that text is to follow: ``to be completed``."""
    undecided: tuple[str, ...] = ()
    """Says, alone, that something is not known yet; authors often mean it: ``to be announced``."""
    numbered: tuple[str, ...] = ()
    """Wants a number or name after it: ``version``."""
    nouns: tuple[str, ...] = ()
    """After a mark such as TODO, speaks about it: ``list`` in "a TODO list"."""
    beside_x: tuple[str, ...] = ()
    """Beside XXX, says that it means what it says: ``Bowl``, ``film``. A language without these writes Roman
    numerals before its nouns, and XXX in a sentence is not judged."""
    ordinary: tuple[str, ...] = ()
    """Words of the language that are written like a mark: ``TODO`` is "everything" in Spanish."""


class Residue(NamedTuple):
    """Words of by-lines and of lines with the date, as at the beginning of a line; and placeholders."""

    by: tuple[str, ...] = ()
    """Begins a by-line: ``By`` in "By Anna Keller"."""
    published: tuple[str, ...] = ()
    """Begins the line with the date of publication: ``Published``."""
    on: tuple[str, ...] = ()
    """Stands between that and the date: ``on`` in "Published on 12/03/2024"."""
    placeholders: Placeholders = Placeholders()
