"""Vale's vocabularies: terms that a project accepts or rejects."""

from __future__ import annotations

import os
from collections.abc import Iterable

from linter.decode import Problem, Reader
from linter.files import read_text
from linter.matching import re
from linter.matching.regexes import lazy
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.quoting import reason
from linter.vale.files import is_name
from linter.vale.syntax import python_pattern

_FOLDERS = ("config/vocabularies", "Vocab")
_BLANKS = lazy(r"[ \t]+")


class BadVocabulary(Exception):
    """A vocabulary cannot be used; the problem has its place."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Vocabulary(NamedTuple):
    """Terms as written; they are patterns in which a period is just a period if all else is plain."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()

    def joined(self, other: Vocabulary) -> Vocabulary:
        return Vocabulary(self.accepted + other.accepted, self.rejected + other.rejected)


def read_vocabulary(name: str, styles_paths: Iterable[str]) -> Vocabulary | None:
    """The vocabulary of a name; nothing if there is none. ``BadVocabulary`` if it cannot be read."""
    for styles in styles_paths if is_name(name) else ():
        for folder in _FOLDERS:
            place = os.path.join(styles, folder, name)
            if os.path.isdir(place):
                found = Vocabulary(
                    _terms(os.path.join(place, "accept.txt")), _terms(os.path.join(place, "reject.txt"))
                )
                return found.joined(_from_yaml(place))
    return None


def _terms(path: str) -> tuple[str, ...]:
    if not os.path.isfile(path):
        return ()
    stripped = (line.strip() for line in _text(path).split("\n"))
    return tuple(line for line in stripped if line and not line.startswith("# "))


def _text(path: str) -> str:
    try:
        return read_text(path)
    except OSError as error:
        told = message("cannot be read: {why}", why=reason(error))
        raise BadVocabulary(Problem(path, 0, 0, told)) from None


def _from_yaml(folder: str) -> Vocabulary:
    path = next((p for p in map(folder.__add__, ("/vocab.yml", "/vocab.yaml")) if os.path.isfile(p)), "")
    if not path:
        return Vocabulary()
    reader = Reader(path)
    data = reader.parse(_text(path))
    if reader.problems:
        raise BadVocabulary(reader.problems[0])
    lists = data.plain() if data is not None else None
    if not isinstance(lists, dict):
        return Vocabulary()
    return Vocabulary(*(tuple(_entries(lists.get(key))) for key in ("accept", "reject")))


def _entries(entries: object) -> list[str]:
    found: list[str] = []
    for entry in entries if isinstance(entries, list) else ():
        term, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        options = options if isinstance(options, dict) else {}
        plain = term if options.get("regex") == "true" or _is_plain(term) else re.escape(term)
        found.append(f"(?i){plain}" if options.get("ignorecase") == "true" else plain)
    return found


def _is_plain(term: str) -> bool:
    return re.escape(term.replace(".", "").replace(" ", "")) == term.replace(".", "").replace(" ", "")


def term_pattern(term: str) -> str:
    """A term as a pattern in Python's syntax: a blank matches a line break too."""
    if _is_plain(term):
        term = term.replace(".", r"\.")
    return python_pattern(_BLANKS.sub(r"\\s+", term))
