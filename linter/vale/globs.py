"""The globs of a ``.vale.ini``: ``*`` matches slashes too unless the glob has a ``**``."""

from __future__ import annotations

from functools import lru_cache

from linter.matching import re
from linter.matching.regexes import lazy
from linter.matching.wildcards import DEEPEST, Choice, Letters, Piece, Repeat, Wildcards, but, plain

_TOKEN = lazy(r"\*\*/?|\*|\?|\\.|\[!?[^\]]+\]|[{},]|.", re.DOTALL)
_RANGE = lazy(r"(.)-(.)|.", re.DOTALL)
_ANY = but("")
_FOLDERS = Choice(((), (Repeat(_ANY), plain("/"))))


@lru_cache(maxsize=256)
def _automaton(glob: str) -> Wildcards:
    return Wildcards([_pieces(glob)])


def _pieces(glob: str) -> list[Piece]:
    """The pieces of a glob. What opens more choices within each other than there may be stands for itself."""
    one = but("/") if "**" in glob else _ANY
    open_choices: list[list[list[Piece]]] = []
    pieces: list[Piece] = []
    for token in _TOKEN.findall(glob):
        if token == "{" and len(open_choices) < DEEPEST:
            open_choices.append([pieces, []])
            pieces = open_choices[-1][-1]
        elif token == "," and open_choices:
            open_choices[-1].append([])
            pieces = open_choices[-1][-1]
        elif token == "}" and open_choices:
            pieces = _closed(open_choices)
        else:
            pieces += _piece(token, one)
    while open_choices:
        pieces = _closed(open_choices)
    return pieces


def _closed(open_choices: list[list[list[Piece]]]) -> list[Piece]:
    """What stands before the innermost choice, with that behind it."""
    pieces, *ways = open_choices.pop()
    pieces.append(Choice(tuple(map(tuple, ways))))
    return pieces


def _piece(token: str, one: Letters) -> tuple[Piece, ...]:
    if token.startswith("**"):
        return (_FOLDERS,) if token.endswith("/") else (Repeat(_ANY),)
    if token in ("*", "?"):
        return (Repeat(one),) if token == "*" else (one,)
    if token[0] == "[" and len(token) > 1:
        negated = token[1] == "!"
        items = _RANGE.finditer(token, 1 + negated, len(token) - 1)
        return (Letters(tuple((each[1] or each[0], each[2] or each[0]) for each in items), negated),)
    return (plain(token.removeprefix("\\") if len(token) > 1 else token),)


def means(glob: str, path: str) -> bool:
    """Whether a glob means a path (with forward slashes). A leading ``!`` turns the answer round."""
    named = glob.lstrip("!")
    return (_automaton(named).last(path) >= 0) != (named != glob)
