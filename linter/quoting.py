"""What others wrote, as a message quotes it: a value, a name that is not known, why a file cannot be read."""

from __future__ import annotations

from collections.abc import Iterable

from linter.messages import message

_LONGEST = 40
"""Characters of a value that a message quotes: the value may be what another file holds."""
_BEGINNING = 3
"""Letters of a word that may be the beginning of a name; with fewer of them many names begin."""


def reason(error: Exception) -> str:
    """Why a file cannot be read, without the number and the path that Python puts around it."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def quoted(value: object) -> str:
    """A value as a message quotes it: its beginning, on one line."""
    return f"'{shortened(str(value), _LONGEST)}'"


def shortened(text: str, most: int = 100) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text[: 2 * most].split())
    return line if len(line) <= most and len(text) <= 2 * most else f"{line[:most]}…"


def beginning(text: str, most: int) -> str:
    """The first words of a text, as it is written."""
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0] + " …"


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean 'x'?`` for a near miss or the beginning of a name, else nothing."""
    from difflib import get_close_matches

    names = sorted(known)
    begun = [name for name in names if name.startswith(word)] if len(word) >= _BEGINNING else []
    near = get_close_matches(word, names, 1, 0.7) or begun
    return message("; did you mean '{name}'?", name=near[0]) if near else ""
